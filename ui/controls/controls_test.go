package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// window shows one control at a size, in the dark theme.
func window(t *testing.T, object fyne.CanvasObject, width, height float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(true))
	w := test.NewTempWindow(t, container.NewWithoutLayout(object))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	object.Resize(fyne.NewSize(width, height))
}

// texts gives the words a control draws.
func texts(widget fyne.Widget) []string {
	var list []string
	for _, object := range test.WidgetRenderer(widget).Objects() {
		if text, ok := object.(*canvas.Text); ok {
			list = append(list, text.Text)
		}
	}
	return list
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func pointer(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}}
}

func TestHeightsAreThoseOfTheDesign(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	for _, c := range []struct {
		name   string
		object fyne.CanvasObject
		height float32
	}{
		{"button", NewButton("Excel", "icon-table", nil), 32}, {"strong button", NewStrongButton("Open", "", nil), 32}, {"icon button", NewIconButton("icon-close", nil), 24},
		{"chip", NewCondition(Chip{"\u221254 dated later", nil}), 22}, {"tabs", NewTabs(), 36}, {"foot", NewFoot(), 32}, {"bar", NewBar(), 40}, {"as of", NewLabelled(nil, nil), 44},
		{"choice", NewChoice(nil), 28}, {"link", NewLink("clear", nil), 20}, {"hairline", NewSeparator(), 1}, {"rule", NewRule(), 1},
	} {
		if got := c.object.MinSize().Height; got != c.height {
			t.Errorf("%s is %.0f high, want %.0f", c.name, got, c.height)
		}
	}
}

func TestButtonsAnswerToKeys(t *testing.T) {
	pressed := 0
	button := NewButton("Export to Excel...", "icon-table", func() { pressed++ })
	window(t, button, 200, 32)
	test.Tap(button)
	button.TypedKey(key(fyne.KeyReturn))
	button.TypedKey(key(fyne.KeySpace))
	button.TypedKey(key(fyne.KeyA))
	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
}

func TestWhatHasFocusIsFramedInTheAccent(t *testing.T) {
	for _, control := range []interface {
		fyne.Widget
		fyne.Focusable
	}{NewButton("Excel", "", func() {}), NewIconButton("icon-close", func() {}), NewLink("clear", func() {}), NewCondition(Chip{"\u22122 without a paper", func() {}}), NewChoice(nil), NewLabelled(nil, nil)} {
		window(t, control, 120, 44)
		framed := func() bool {
			return slices.ContainsFunc(test.WidgetRenderer(control).Objects(), func(object fyne.CanvasObject) bool {
				box, ok := object.(*canvas.Rectangle)
				return ok && box.StrokeWidth == 2 && box.StrokeColor == look.Color(look.Accent)
			})
		}
		before := framed()
		control.FocusGained()
		during := framed()
		control.FocusLost()
		if before || !during || framed() {
			t.Errorf("%T: framed before %t, with the focus %t, after %t", control, before, during, framed())
		}
	}
}

func TestAnotherThemeDrawsInItsColours(t *testing.T) {
	button := NewButton("Excel", "icon-table", nil)
	window(t, button, 100, 32)
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(false))
	button.Refresh()
	for _, object := range test.WidgetRenderer(button).Objects() {
		if text, ok := object.(*canvas.Text); ok && text.Color != look.ColorIn(look.Text1, look.Variant()) {
			t.Errorf("the label kept the colour %v of the other theme", text.Color)
		}
	}
}

func TestALinkIsUnderlinedUnderThePointer(t *testing.T) {
	link := NewLink("4 more", func() {})
	window(t, link, 80, 20)
	before := len(test.WidgetRenderer(link).Objects())
	link.MouseIn(pointer(5, 5))
	if during := len(test.WidgetRenderer(link).Objects()); during != before+1 {
		t.Errorf("%d objects under the pointer, %d without", during, before)
	}
}

func TestAnUnusualDayIsReset(t *testing.T) {
	opened, reset := 0, 0
	day := NewLabelled(func() { opened++ }, func() { reset++ })
	day.Set("As of", "17 Dec 2016", true)
	window(t, day, 160, 44)
	test.TapAt(day, fyne.NewPos(20, 20))
	test.TapAt(day, fyne.NewPos(day.Size().Width-10, 30))
	day.TypedKey(key(fyne.KeyReturn))
	day.TypedKey(key(fyne.KeyDelete))
	if opened != 2 || reset != 2 {
		t.Errorf("opened %d times, reset %d times", opened, reset)
	}
	day.Set("As of", "23 Nov 2026", false)
	test.TapAt(day, fyne.NewPos(day.Size().Width-10, 30))
	day.TypedKey(key(fyne.KeyDelete))
	if opened != 3 || reset != 2 {
		t.Errorf("today: opened %d times, reset %d times", opened, reset)
	}
}

func TestABarActsAtItsLabelOnly(t *testing.T) {
	undone, closed := 0, 0
	bar := NewBar()
	bar.OnClose = func() { closed++ }
	bar.Set("disc.green", "Arctic LNG 2: outcome suspended.", "Undo Ctrl+Z", func() { undone++ })
	bar.SetTitle("Saved")
	window(t, bar, 600, 40)
	test.TapAt(bar, fyne.NewPos(60, 20))
	if undone+closed != 0 {
		t.Error("a click on the words did something")
	}
	test.TapAt(bar, fyne.NewPos(bar.actionEdge()+5, 20))
	test.TapAt(bar, fyne.NewPos(590, 20))
	bar.TypedKey(key(fyne.KeyEscape))
	if undone != 1 || closed != 2 {
		t.Errorf("undone %d times, closed %d times", undone, closed)
	}
	if bar.Text() != "Saved Arctic LNG 2: outcome suspended." {
		t.Errorf("the bar says %q", bar.Text())
	}
}

func TestAnEmptyStateOffersItsWaysOut(t *testing.T) {
	shown, removed := 0, ""
	empty := NewEmpty("", "", nil)
	empty.Set("No record fits all conditions", "123 records are in the ledger. Hidden, in this order:",
		[]Chip{{"\u221254 dated after 31 Dec 2016", func() { removed = "day" }}, {"\u221219 not at the meeting", func() { removed = "presence" }}},
		[]Way{{"Show all 123", func() { shown++ }, true}})
	window(t, empty, 360, 260)
	test.Tap(empty.Buttons()[0])
	test.Tap(empty.conditions[1])
	empty.conditions[0].TypedKey(key(fyne.KeyBackspace))
	if shown != 1 || removed != "day" {
		t.Errorf("shown %d times, the last reason taken away is %q", shown, removed)
	}
	// Narrow: the chips stand under each other, and nothing leaves the block.
	first, second := empty.conditions[0], empty.conditions[1]
	if second.Position().Y <= first.Position().Y || second.Position().X != first.Position().X {
		t.Errorf("the chips stand at %v and %v", first.Position(), second.Position())
	}
	for _, object := range test.WidgetRenderer(empty).Objects() {
		if right := object.Position().X + object.Size().Width; right > 360 {
			t.Errorf("%T reaches %.0f of 360", object, right)
		}
	}
}
