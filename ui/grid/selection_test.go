package grid

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Toggling rows in any order gives what a plain set of rows gives, in order
// and without spans that touch.
func TestSelectionIsASetOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.IntRange(0, 20).Draw(t, "first")
		last := rapid.IntRange(first, 25).Draw(t, "last")
		s := selection{{first, last}}
		want := map[int]bool{}
		for row := first; row <= last; row++ {
			want[row] = true
		}
		for _, row := range rapid.SliceOf(rapid.IntRange(0, 30)).Draw(t, "toggled") {
			before := slices.Clone(s)
			next := s.toggle(row)
			if !slices.Equal(before, s) {
				t.Fatalf("toggling %d changed the selection it came from", row)
			}
			s = next
			if want[row] = !want[row]; !want[row] {
				delete(want, row)
			}
		}
		rows := slices.Collect(s.rows)
		if !slices.IsSorted(rows) || len(rows) != len(want) || s.count() != len(want) {
			t.Fatalf("%v has rows %v, want %v", s, rows, want)
		}
		for row := range 31 {
			if s.contains(row) != want[row] {
				t.Fatalf("row %d in %v: %v, want %v", row, s, s.contains(row), want[row])
			}
		}
	})
}
