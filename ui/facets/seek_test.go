package facets

import (
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
