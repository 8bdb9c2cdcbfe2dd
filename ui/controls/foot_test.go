package controls

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestAChipTakesItsReasonAway(t *testing.T) {
	foot := NewFoot()
	gone := ""
	foot.Set("Showing 31 of 123", []Chip{{"\u221212 by day", nil}, {"\u221280 by sector", func() { gone = "sector" }}}, "USD 1.0bn", nil)
	window(t, foot, 900, footHeight)
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

func TestTheFootByKeys(t *testing.T) {
	foot := NewFoot()
	var done []string
	foot.Set("Showing 31 of 123", []Chip{{"\u221212 by day", func() { done = append(done, "day") }}, {"\u221280 by sector", func() { done = append(done, "sector") }}}, "USD 1.0bn", func() { done = append(done, "sums") })
	window(t, foot, 900, footHeight)
	for _, name := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyRight, fyne.KeySpace, fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn, fyne.KeyHome, fyne.KeyReturn} {
		foot.TypedKey(key(name))
	}
	if want := []string{"day", "sector", "sums", "sums", "day"}; !slices.Equal(done, want) {
		t.Errorf("done %v, want %v", done, want)
	}
}

// Shown and hidden add up to all: however narrow the foot is, every reason
// keeps its number.
func TestEveryReasonStaysInSight(t *testing.T) {
	foot := NewFoot()
	foot.Set("Showing 31 of 123", []Chip{{"\u221254 dated after 31 Dec 2016", func() {}}, {"\u221219 not at the meeting", func() {}}, {"\u221217 between governments", func() {}}, {"\u22122 without a paper", func() {}}},
		"3 amounts stand at their deal or fund, 28 without", nil)
	window(t, foot, 900, footHeight)
	seen := texts(foot)
	for _, number := range []string{"31 of 123", "\u221254", "\u221219", "\u221217", "\u22122"} {
		if !slices.Contains(seen, number) {
			t.Errorf("%s is not printed: %q", number, seen)
		}
	}
	if last := foot.places[len(foot.places)-1]; last > foot.rightEdge {
		t.Errorf("the chips reach %.0f, the right text begins at %.0f", last, foot.rightEdge)
	}
	foot.Resize(fyne.NewSize(1400, footHeight))
	if all := strings.Join(texts(foot), " "); strings.Contains(all, "...") {
		t.Errorf("there is room, and something was cut: %s", all)
	}
}

func TestTheSumsOpen(t *testing.T) {
	foot := NewFoot()
	opened := 0
	foot.Set("Showing 31 of 123", nil, "USD 1.0bn", func() { opened++ })
	window(t, foot, 600, footHeight)
	test.TapAt(foot, fyne.NewPos(300, 10))
	test.TapAt(foot, fyne.NewPos(foot.rightEdge+5, 10))
	if opened != 1 {
		t.Errorf("opened %d times", opened)
	}
}

// Where a dozen reasons do not fit, the last ones stand behind a chip that
// counts and lists them; nothing lies over the sums.
func TestReasonsWithoutRoomAreListed(t *testing.T) {
	foot := NewFoot()
	var gone []int
	var chips []Chip
	for i := range 12 {
		chips = append(chips, Chip{"\u2212" + strconv.Itoa(i+1) + " by a field of many words", func() { gone = append(gone, i) }})
	}
	foot.Set("Showing 31 of 123", chips, "USD 1.0bn, 28 without an amount", func() {})
	window(t, foot, 900, footHeight)
	drawn := len(foot.places)/2 - 1
	if last := foot.places[len(foot.places)-1]; drawn < 3 || drawn > 10 || last > foot.rightEdge {
		t.Fatalf("%d reasons up to %.0f, the sums begin at %.0f", drawn, last, foot.rightEdge)
	}
	if seen := texts(foot); !slices.Contains(seen, "+"+strconv.Itoa(12-drawn)) {
		t.Errorf("the others are not counted: %q", seen)
	}
	foot.TypedKey(key(fyne.KeyEnd))
	foot.TypedKey(key(fyne.KeyLeft))
	foot.TypedKey(key(fyne.KeyReturn))
	menu, ok := fyne.CurrentApp().Driver().CanvasForObject(foot).Focused().(*widget.PopUpMenu)
	if !ok || len(menu.Items) != 12-drawn {
		t.Fatalf("the list of the others: %v", menu)
	}
	menu.TypedKey(key(fyne.KeyDown))
	menu.TypedKey(key(fyne.KeyReturn))
	if !slices.Equal(gone, []int{drawn}) {
		t.Errorf("taken away are %v, want the first of the list, %d", gone, drawn)
	}
}
