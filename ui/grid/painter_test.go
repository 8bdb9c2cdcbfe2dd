package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// tens is a source with a rule above every tenth row.
type tens struct{ generated }

func (tens) Divides(row int) bool { return row%10 == 0 }

func TestAColumnDrawsItsCells(t *testing.T) {
	g, asked := shown(t, 0, 0)
	painted, backgrounds := map[int]int{}, 0
	painter := &Painter{
		Heading: func(b *Brush) { b.Text("2016", 0, 5, look.SizeNote, look.Text3, false) },
		Behind:  func(b *Brush) { backgrounds++; b.Rect(look.Line, b.Width/2, 0, 1, b.Height) },
		Cell: func(b *Brush, row int) {
			painted[row]++
			b.Rect(look.Text1, 10, 5, 2, 14)
			b.Hatch(look.Text3, 12, 9, float32(20+row%3), 6)
			b.Mark("disc.green", 40, 6)
		},
	}
	g.SetColumns([]Column{{ID: "title", Title: "Promise", Width: 300, Grow: 1}, {ID: "axis", Title: "Dates", Width: 200, Painter: painter}})
	g.SetSource(tens{generated{1_000_000, 0, asked}})
	if len(painted) > 600/24+1 {
		t.Errorf("%d rows painted of those in sight", len(painted))
	}
	for row, times := range painted {
		if times > 1 {
			t.Errorf("row %d painted %d times", row, times)
		}
	}
	r := test.WidgetRenderer(g).(*renderer)
	made := func() (n int) {
		for _, line := range r.lines {
			for _, place := range line.places {
				if place.brush != nil {
					n += len(place.brush.rects) + len(place.brush.hatches) + len(place.brush.marks)
				}
			}
		}
		return n
	}
	clear(painted)
	for range 200 {
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -24)})
	}
	if len(painted) > 201 {
		t.Errorf("%d rows painted while 200 came into sight", len(painted))
	}
	check(t, "objects: three for each line, used again", made(), 3*len(r.lines))
	check(t, "drawn behind the rows", backgrounds <= 2, true)
	rules := 0
	for _, line := range r.lines[:] {
		first, last := g.Shown()
		if line.row >= first && line.row < last && line.ruled {
			rules++
			check(t, "a rule stands above a tenth row", line.row%10, 0)
		}
	}
	if rules < 2 {
		t.Errorf("%d rules in 24 rows", rules)
	}
}

func TestWhatIsDrawnFollowsTheColumnsAndIsCopiedAsText(t *testing.T) {
	g, _ := shown(t, 0, 0)
	widths := []float32{}
	painter := &Painter{Cell: func(b *Brush, _ int) { widths = append(widths, b.Width) }}
	g.SetColumns([]Column{{ID: "title", Title: "Promise", Width: 300, Grow: 1}, {ID: "reported", Title: "Reported on", Width: 200, Painter: painter}})
	g.SetSource(written{{"id": {Text: "a"}, "title": {Text: "Yamal LNG"}, "reported": {Text: "6 Dec 2017"}}})
	check(t, "width without the gap", widths[len(widths)-1], 200-gap)
	g.resizeColumn(1, 120)
	check(t, "after a person narrowed it", widths[len(widths)-1], 120-gap)
	check(t, "copied", g.CopyText(), "Promise\tReported on\nYamal LNG\t6 Dec 2017\n")
}

func BenchmarkScrollPainted(b *testing.B) {
	g, asked := shown(b, 0, 0)
	painter := &Painter{Cell: func(b *Brush, row int) {
		b.Rect(look.Text2, 1, 11, float32(40+row%50), 1)
		b.Rect(look.Text1, float32(40+row%50), 5, 2, 14)
		b.Hatch(look.Text3, float32(42+row%50), 9, float32(100+row%50), 6)
	}}
	g.SetColumns([]Column{{ID: "title", Title: "Promise", Width: 300, Grow: 1}, {ID: "axis", Title: "Dates", Width: 300, Painter: painter}})
	g.SetSource(generated{1_000_000, 0, asked})
	step := float32(-72)
	for b.Loop() {
		before := g.top
		if g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, step)}); g.top == before {
			step = -step
		}
	}
}
