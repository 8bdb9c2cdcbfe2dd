package facets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// Letters typed into a group leave the values that hold them, chosen ones stay,
// Backspace takes letters back and Escape all of them.
func TestValuesAreFoundWithinAGroup(t *testing.T) {
	f, _ := shown(t, sectors(100, 0), track())
	f.Match = func(label, typed string) bool { return strings.Contains(strings.ToLower(label), typed) }
	f.lay()
	f.cursor = f.find(name{kind: value, group: "sector", value: "sector-2"})
	count := func() int {
		n := 0
		for _, it := range f.items {
			if it.kind == value && f.groups[it.group].ID == "sector" {
				n++
			}
		}
		return n
	}
	for _, letter := range "99" {
		f.TypedRune(letter)
	}
	check(t, "values with 99", count(), 1)
	typed(f, fyne.KeyBackspace)
	check(t, "values with 9", count(), 19)
	typed(f, fyne.KeyEscape)
	check(t, "values with nothing typed", count(), firstShown)
}

// A minus, or a press with Shift, leaves a value out.
func TestAValueIsLeftOut(t *testing.T) {
	f, _ := shown(t, sectors(8, 0), track())
	var left []string
	f.OnExclude = func(group, value string) { left = append(left, group+"="+value) }
	at := f.find(name{kind: value, group: "sector", value: "sector-2"})
	f.cursor = at
	f.TypedRune('-')
	f.MouseDown(press1(40, f.items[at].y-f.top+5, fyne.KeyModifierShift))
	check(t, "left out", strings.Join(left, " "), "sector=sector-2 sector=sector-2")
}

// A stretch of a line is chosen by dragging over its bars; the one bar that is
// chosen is let go by another press.
func TestAStretchOfALineIsChosen(t *testing.T) {
	years := Group{ID: "signed", Title: "Signed", Clear: "clear"}
	for i := range 10 {
		years.Span = append(years.Span, Bucket{ID: fmt.Sprint(2010 + i), Label: fmt.Sprint(2010 + i), Count: "1", Share: 0.5})
	}
	f, did := shown(t, years, track())
	f.OnSpan = func(group, from, to string) { *did = append(*did, group+" "+from+" to "+to) }
	y := f.items[f.find(name{kind: span, group: "signed"})].y + 10
	bar := (f.Size().Width - 2*inset) / 10
	f.MouseMoved(press1(inset+bar*3.5, y, 0))
	if texts := fmt.Sprint(words(f)); !strings.Contains(texts, "2013 1") {
		t.Errorf("under the pointer the line says %s", texts)
	}
	f.MouseDown(press1(inset+bar*6.5, y, 0))
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(inset+bar*2.5, y)}})
	f.MouseUp(press1(inset+bar*2.5, y, 0))
	f.DragEnd()
	check(t, "dragged", *did, "[signed 2012 to 2016]")
	years.Span[4].Checked = true
	f.SetGroups([]Group{years, track()})
	f.MouseDown(press1(inset+bar*4.5, y, 0))
	f.MouseUp(press1(inset+bar*4.5, y, 0))
	check(t, "pressed again", *did, "[signed 2012 to 2016 clear signed]")
}
