package ui

import (
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// Whatever days an axis holds, later days stand further right, none stands
// outside, and the names of years do not touch each other.
func TestATimeAxisKeepsOrderAndItsNamesApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Map(rapid.IntRange(0, 80*366), func(n int) ledger.Day { return ledger.DayOf(1980, 1, 1) + ledger.Day(n) })
		first, asOf := day.Draw(t, "first"), day.Draw(t, "as of")
		last := first + ledger.Day(rapid.IntRange(0, 20000).Draw(t, "days"))
		width := rapid.Float32Range(axisLeast, 2000).Draw(t, "width")
		axis := newTimeAxis(first, last, asOf)
		one, other := day.Draw(t, "one"), day.Draw(t, "other")
		if one > other {
			one, other = other, one
		}
		if axis.x(one, width) > axis.x(other, width) {
			t.Errorf("%s stands right of %s", one, other)
		}
		for _, at := range []ledger.Day{first, last, asOf} {
			if x := axis.x(at, width); x < 0 || x > width || at < axis.first || at >= axis.last {
				t.Errorf("%s stands at %v of %v on an axis from %s to %s", at, x, width, axis.first, axis.last)
			}
		}
		ticks := axis.ticks(width)
		if len(ticks) == 0 {
			t.Error("no year is named")
		}
		for i := 1; i < len(ticks); i++ {
			if ticks[i-1].x+look.Width(ticks[i-1].text, look.SizeNote, false) > ticks[i].x {
				t.Errorf("%s and %s touch", ticks[i-1].text, ticks[i].text)
			}
		}
	})
}

func TestATimeAxisOfASummit(t *testing.T) {
	axis := newTimeAxis(ledger.DayOf(2016, 9, 25), ledger.DayOf(2026, 12, 31), ledger.DayOf(2026, 11, 23))
	if axis.first != ledger.DayOf(2016, 1, 1) || axis.last != ledger.DayOf(2027, 1, 1) {
		t.Errorf("from %s to %s, want whole years from 2016 to the end of December 2026", axis.first, axis.last)
	}
	var years string
	for _, tick := range axis.ticks(336) {
		years += tick.text + " "
	}
	if years != "2016 2018 2020 2022 2024 2026 " {
		t.Errorf("336 pixels name %s", years)
	}
}
