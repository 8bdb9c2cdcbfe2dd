package chart

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Every event of every lane is drawn or counted over its stack, and nothing
// stands outside of the plot.
func TestLanesLoseNoEvent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quarter := rapid.IntRange(2012*4, 2026*4+3)
		lanes := Lanes{AsOf: 2026*4 + 3.4, Most: rapid.IntRange(1, 12).Draw(t, "rows"), Legend: []Legend{{"disc", "signed"}, {"ring", "announced"}}}
		all := 0
		for range rapid.IntRange(0, 4).Draw(t, "lanes") {
			lane := Lane{Title: "Deals", Note: "events"}
			for range rapid.IntRange(0, 60).Draw(t, "events") {
				lane.Marks = append(lane.Marks, LaneMark{Quarter: quarter.Draw(t, "quarter"), Name: "disc"})
				all++
			}
			lanes.Lanes = append(lanes.Lanes, lane)
		}
		plot := lanes.Lay(rapid.Float64Range(500, 1200).Draw(t, "width"), face())
		seen := -len(lanes.Legend) // the legend shows one mark each
		for _, shape := range plot.Shapes {
			if shape.X < -0.5 || shape.Y < -0.5 || shape.X+shape.W > plot.W+0.5 || shape.Y+shape.H > plot.H+0.5 {
				t.Fatalf("%+v stands outside of %v x %v", shape, plot.W, plot.H)
			}
			if shape.Kind == MarkShape {
				seen++
			}
			if more, ok := strings.CutPrefix(shape.Text, "+"); ok && shape.Kind == TextShape {
				n, err := strconv.Atoi(more)
				if err != nil {
					t.Fatal(err)
				}
				seen += n
			}
		}
		if seen != all {
			t.Fatalf("%d events drawn or counted, there are %d", seen, all)
		}
	})
}

// The axis spans whole years up to the as-of day, with a number at each when
// there is room.
func TestLanesNameTheirYears(t *testing.T) {
	plot := Lanes{AsOf: 2018*4 + 1, Most: 4, Lanes: []Lane{{Title: "Deals", Marks: []LaneMark{{2016*4 + 3, "disc"}}}}}.Lay(900, face())
	var years []string
	for _, shape := range plot.Shapes {
		if _, err := strconv.Atoi(shape.Text); err == nil {
			years = append(years, shape.Text)
		}
	}
	if got := strings.Join(years, " "); got != "2016 2017 2018" {
		t.Errorf("the years are %q", got)
	}
}
