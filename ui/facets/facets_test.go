package facets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// sectors is a group of generated values, the first few of them chosen.
func sectors(values, chosen int) Group {
	group := Group{ID: "sector", Title: "Sector", More: "{0} more", Less: "fewer", Clear: "clear"}
	for i := range values {
		group.Values = append(group.Values, Value{ID: fmt.Sprint("sector-", i), Label: fmt.Sprint("Sector ", i), Count: "3", Share: 1, Checked: i < chosen})
	}
	return group
}

func track() Group {
	return Group{ID: "track", Title: "Track", Clear: "clear", Values: []Value{{ID: "government", Label: "Government", Count: "12"}, {ID: "commercial", Label: "Commercial", Count: "68", Checked: true}}}
}

func shown(t testing.TB, groups ...Group) (f *Facets, did *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	f, did = New(), &[]string{}
	f.OnToggle = func(group, value string) { *did = append(*did, group+"="+value) }
	f.OnOnly = func(group, value string) { *did = append(*did, "only "+group+"="+value) }
	f.OnClear = func(group string) { *did = append(*did, "clear "+group) }
	f.SetGroups(groups)
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(228, 400))
	return f, did
}

func press1(x, y float32, modifier fyne.KeyModifier) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary, Modifier: modifier}
}

func click(f *Facets, at int, modifier fyne.KeyModifier) {
	f.MouseDown(press1(40, f.items[at].y-f.top+5, modifier))
}

func typed(f *Facets, names ...fyne.KeyName) {
	for _, name := range names {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func check(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// words gives the texts that are on the screen.
func words(f *Facets) (texts []string) {
	for _, object := range test.WidgetRenderer(f).(*renderer).body.Objects {
		if text, ok := object.(*canvas.Text); ok {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

func TestAValueIsChosenByClickAndKey(t *testing.T) {
	f, did := shown(t, track(), sectors(12, 0))
	click(f, 1, 0)
	click(f, 2, fyne.KeyModifierAlt)
	typed(f, fyne.KeyUp, fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn)
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierAlt})
	check(t, "chosen", *did, "[track=government only track=commercial track=government track=commercial only track=commercial]")
	f.MouseDown(press1(228-inset-5, f.items[0].y+8, 0))
	check(t, "the word beside the title", (*did)[5], "clear track")
	other := fyne.KeyName("")
	f.OnKey = func(event *fyne.KeyEvent) { other = event.Name }
	typed(f, fyne.KeyEscape)
	check(t, "keys without use here go on", other, fyne.KeyEscape)
}

func TestLongListsOpenAndClose(t *testing.T) {
	tests := []struct {
		name           string
		values, chosen int
		last           string
	}{
		{"eight are shown", 8, 0, "Sector 7"},
		{"no link for a single one", 9, 0, "Sector 8"},
		{"ten", 10, 0, "2 more"},
		{"chosen ones are always shown", 12, 10, "2 more"},
		{"all chosen", 12, 12, "Sector 11"},
	}
	for _, test := range tests {
		f, _ := shown(t, sectors(test.values, test.chosen))
		texts := words(f)
		last := texts[len(texts)-1]
		if last == "3" { // the count of a value
			last = texts[len(texts)-2]
		}
		check(t, test.name, last, test.last)
	}
	f, _ := shown(t, sectors(12, 0))
	click(f, len(f.items)-1, 0)
	check(t, "rows when open: title, twelve values, the word for fewer", len(f.items), 14)
	f.SetGroups([]Group{sectors(13, 0)})
	check(t, "it stays open with other counts", len(f.items), 15)
	click(f, len(f.items)-1, 0)
	check(t, "rows when closed again", len(f.items), 10)
}

func TestGroupsCloseAndStayClosed(t *testing.T) {
	f, did := shown(t, track(), sectors(5, 0))
	click(f, 0, 0)
	check(t, "texts", words(f)[:3], "[clear Track Sector]")
	f.SetGroups([]Group{track(), sectors(4, 0)})
	check(t, "closed after other counts", f.Closed("track"), true)
	typed(f, fyne.KeyHome, fyne.KeyRight)
	check(t, "opened by the keyboard", f.Closed("track"), false)
	typed(f, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft)
	check(t, "closed from one of its values, the cursor goes to the title", []any{f.Closed("track"), f.cursor}, "[true 0]")
	check(t, "nothing was chosen by that", len(*did), 0)
}

func TestWhatIsInSightKeepsItsPlace(t *testing.T) {
	many := func(n int) Group { g := sectors(n, n); g.ID, g.Title = "country", "Country"; return g }
	f, did := shown(t, many(40), sectors(8, 0), track())
	f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -700)})
	at := f.find(name{kind: value, group: "sector", value: "sector-2"})
	y := f.items[at].y - f.top
	f.MouseDown(press1(40, y+5, 0))
	check(t, "chosen", *did, "[sector=sector-2]")
	f.SetGroups([]Group{many(30), sectors(8, 3), track()})
	now := f.find(name{kind: value, group: "sector", value: "sector-2"})
	check(t, "place of the value pressed, with ten rows fewer above", f.items[now].y-f.top, y)
	check(t, "the cursor stays on it", f.cursor, now)
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	f, _ := shown(t, sectors(100_000, 100_000))
	r := test.WidgetRenderer(f).(*renderer)
	if n := len(r.body.Objects); n > 6*(400/21+3) {
		t.Errorf("%d objects for 19 rows in sight", n)
	}
	typed(f, fyne.KeyEnd)
	texts := words(f)
	check(t, "last value", texts[len(texts)-2], "Sector 99999")
	f.MouseDown(press1(225, 390, 0))
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(225, -50)}})
	f.DragEnd()
	check(t, "the bar dragged to the top", words(f)[1], "Sector")
	check(t, "top", f.top, 0)
}

func TestAnotherThemeColoursEverything(t *testing.T) {
	f, _ := shown(t, track(), sectors(12, 2))
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(true))
	f.Refresh()
	known := map[any]bool{}
	for _, token := range []look.Token{look.Text1, look.Text2, look.Accent, look.Sunken, look.Surface, look.Line2} {
		known[look.Color(token)] = true
	}
	for _, object := range test.WidgetRenderer(f).(*renderer).body.Objects {
		switch object := object.(type) {
		case *canvas.Text:
			if !known[object.Color] {
				t.Errorf("%q kept the colour of the other theme", object.Text)
			}
		case *canvas.Rectangle:
			if !known[object.FillColor] {
				t.Errorf("a rectangle kept %v", object.FillColor)
			}
		}
	}
}

func BenchmarkScroll(b *testing.B) {
	f, _ := shown(b, sectors(100_000, 100_000))
	step := float32(-63)
	for b.Loop() {
		before := f.top
		if f.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, step)}); f.top == before {
			step = -step
		}
	}
}
