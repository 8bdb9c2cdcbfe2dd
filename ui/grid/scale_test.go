package grid

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// Every way to the end of many rows shows the very last one in full, and one
// row up from there is one row up: pixels in single precision could not tell
// rows apart beyond some hundred thousand.
func TestTheEndOfMoreRowsThanPixelsCanCount(t *testing.T) {
	for _, rows := range []int{1_000_000, 20_000_000, 400_000_000} {
		g, _ := shown(t, rows, 0)
		name := func(row int) string { return fmt.Sprint("generated ", row) }
		typed(g, fyne.KeyEnd)
		for step := range 50 {
			row := rows - 1 - step
			check(t, "selected", g.Selected(), "["+name(row)+"]")
			at, seen := g.PositionOf(name(row))
			if !seen || at.Y < headerHeight || at.Y+24 > 600.5 {
				t.Fatalf("row %d of %d stands at %v", row, rows, at.Y)
			}
			typed(g, fyne.KeyUp)
		}
		typed(g, fyne.KeyEnd)
		before, _ := g.PositionOf(name(rows - 5))
		for range 16 { // a touchpad's steps of a pixel and a half
			g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1.5)})
		}
		after, _ := g.PositionOf(name(rows - 5))
		check(t, "moved by sixteen small steps", after.Y-before.Y, float32(24))
	}
}

// even is rows whose texts are all equally long, so that a long list costs no
// more for its larger numbers.
type even int

func (e even) Len() int                   { return int(e) }
func (e even) ID(row int) string          { return fmt.Sprintf("%010d", row) }
func (e even) Group(int) (GroupRow, bool) { return GroupRow{}, false }
func (e even) Cell(row int, column string) Cell {
	return Cell{Text: fmt.Sprintf("%s %010d", column, row), Mark: "disc"}
}

// BenchmarkScrollBesideThousand scrolls through 1,000,000 rows and through
// 1,000 in turns of one run, and gives how many times longer the former takes.
func BenchmarkScrollBesideThousand(b *testing.B) {
	few, _ := shown(b, 1_000, 0)
	many, _ := shown(b, 1_000_000, 0)
	few.SetSource(even(1_000))
	many.SetSource(even(1_000_000))
	typed(many, fyne.KeyEnd)
	way := map[*Grid]float32{few: -72, many: 72}
	scroll := func(g *Grid) time.Duration {
		begun := time.Now()
		for range 50 {
			before := g.top
			if g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, way[g])}); g.top == before {
				way[g] = -way[g]
			}
		}
		return time.Since(begun)
	}
	var short, long []time.Duration
	for b.Loop() {
		short, long = append(short, scroll(few)), append(long, scroll(many))
	}
	median := func(times []time.Duration) float64 {
		slices.Sort(times)
		return float64(times[len(times)/2])
	}
	b.ReportMetric(median(long)/median(short), "times-1000-rows")
	b.ReportMetric(median(long)/50/1000, "us/frame")
}
