package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

func TestAChoiceByKeysAndMenu(t *testing.T) {
	var chosen []string
	choice := NewChoice(func(id string) { chosen = append(chosen, id) })
	choice.Set("Group:", []Option{{"none", "none"}, {"sector", "sector"}, {"instrument", "instrument"}}, "sector")
	window(t, choice, 200, 200)
	if got := texts(choice); !slices.Equal(got, []string{"Group:", "sector"}) {
		t.Errorf("the choice says %q", got)
	}
	choice.TypedKey(key(fyne.KeyDown))
	choice.TypedKey(key(fyne.KeyDown)) // there is no further one
	menu := choice.menu()
	if !menu.Items[2].Checked || menu.Items[1].Checked {
		t.Error("the menu does not tick what is chosen")
	}
	menu.Items[0].Action()
	menu.Items[0].Action() // it is chosen already
	if want := []string{"instrument", "none"}; !slices.Equal(chosen, want) || choice.Current() != "none" {
		t.Errorf("chosen %v, want %v; now %q", chosen, want, choice.Current())
	}
	choice.TypedKey(key(fyne.KeyReturn))
	if fyne.CurrentApp().Driver().CanvasForObject(choice).Overlays().Top() == nil {
		t.Error("Enter opened no menu")
	}
}

func TestSearchIsClearedThenLeft(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	var searched []string
	left, down, entered := 0, 0, 0
	field := NewSearchField(func(text string) { searched = append(searched, text) })
	field.OnEscape, field.OnDown, field.FocusIn = func() { left++ }, func() { down++ }, func() { entered++ }
	field.SetHint("Ctrl+K")
	w := test.NewTempWindow(t, field)
	w.Resize(fyne.NewSize(216, 60))
	if !field.hint.Visible() || field.clear.Visible() || !slices.Contains(test.WidgetRenderer(field).Objects(), fyne.CanvasObject(field.end)) {
		t.Error("the empty field does not name its keys")
	}
	w.Canvas().Focus(field)
	if entered != 1 {
		t.Errorf("the field told %d times that it is in use", entered)
	}
	test.Type(field, "北極")
	if !field.clear.Visible() || field.hint.Visible() {
		t.Error("a field with words cannot be cleared")
	}
	field.TypedKey(key(fyne.KeyDown))
	field.TypedKey(key(fyne.KeyEscape))
	if field.Text != "" || left != 0 {
		t.Errorf("after the first Escape the field holds %q and was left %d times", field.Text, left)
	}
	field.TypedKey(key(fyne.KeyEscape))
	if want := []string{"北", "北極", ""}; !slices.Equal(searched, want) || left != 1 || down != 1 {
		t.Errorf("searched %q, left %d, down %d times", searched, left, down)
	}
	field.SetText("LNG")
	test.Tap(field.clear)
	if field.Text != "" || !field.hint.Visible() {
		t.Errorf("the mark left %q", field.Text)
	}
}
