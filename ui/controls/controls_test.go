package controls

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

func window(t *testing.T, object fyne.CanvasObject, width, height float32) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(true))
	w := test.NewTempWindow(t, object)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
}

func TestTabsAreChosenByClickAndKey(t *testing.T) {
	tabs := NewTabs()
	tabs.SetTabs([]Tab{{"overview", "Overview", ""}, {"agreements", "Agreements", "123"}, {"pipeline", "Pipeline", "60"}})
	tabs.Select("overview")
	var chosen []string
	tabs.OnSelect = func(id string) { chosen = append(chosen, id); tabs.Select(id) }
	window(t, tabs, 600, 36)
	test.TapAt(tabs, fyne.NewPos(tabs.edges[1]+20, 18))
	tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if len(chosen) != 2 || chosen[0] != "agreements" || chosen[1] != "pipeline" {
		t.Errorf("chosen: %v", chosen)
	}
}

func TestAChipTakesItsReasonAway(t *testing.T) {
	foot := NewFoot()
	gone := ""
	foot.Set("Showing 31 of 123", []Chip{{"12 by day", nil}, {"80 by sector", func() { gone = "sector" }}}, "USD 1.0bn", nil)
	window(t, foot, 900, 32)
	if len(foot.places) != 4 {
		t.Fatalf("%d edges of chips are drawn, want 4", len(foot.places))
	}
	test.TapAt(foot, fyne.NewPos(foot.places[0]+5, 10))
	if gone != "" {
		t.Error("a reason that cannot be taken away was")
	}
	test.TapAt(foot, fyne.NewPos(foot.places[2]+5, 10))
	if gone != "sector" {
		t.Error("pressing the chip did nothing")
	}
}

func TestAnUnusualDayIsReset(t *testing.T) {
	opened, reset := 0, 0
	day := NewLabelled(func() { opened++ }, func() { reset++ })
	day.Set("As of", "17 Dec 2016", true)
	window(t, day, 160, 44)
	test.TapAt(day, fyne.NewPos(20, 20))
	test.TapAt(day, fyne.NewPos(day.Size().Width-10, 30))
	if opened != 1 || reset != 1 {
		t.Errorf("opened %d times, reset %d times", opened, reset)
	}
}

func TestButtonsAnswerToKeys(t *testing.T) {
	pressed := 0
	button := NewButton("Export to Excel...", "icon-table", func() { pressed++ })
	window(t, button, 200, 40)
	test.Tap(button)
	button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA})
	if pressed != 2 {
		t.Errorf("pressed %d times, want 2", pressed)
	}
}
