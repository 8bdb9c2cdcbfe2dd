package ui

import (
	"strconv"

	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// timeAxis places days on a width: whole years from the left, at the right no
// further than the last month that anything falls in.
type timeAxis struct{ first, last, asOf ledger.Day }

// newTimeAxis makes the axis that holds two days and the as-of day.
func newTimeAxis(first, last, asOf ledger.Day) timeAxis {
	if !first.Known() {
		first, last = asOf, asOf
	}
	year, _, _ := min(first, asOf).YearMonthDay()
	endYear, endMonth, _ := max(last, asOf).YearMonthDay()
	end := ledger.DayOf(endYear+1, 1, 1)
	if endMonth < 12 {
		end = ledger.DayOf(endYear, endMonth+1, 1)
	}
	return timeAxis{ledger.DayOf(year, 1, 1), end, asOf}
}

// x gives where a day stands on a width.
func (a timeAxis) x(day ledger.Day, width float32) float32 {
	if a.last <= a.first {
		return 0
	}
	share := float64(day-a.first) / float64(a.last-a.first)
	return float32(min(1, max(0, share)) * float64(width))
}

// yearTick is a year that the axis names.
type yearTick struct {
	x    float32
	text string
}

// ticks names years, as many as find room beside each other.
func (a timeAxis) ticks(width float32) []yearTick {
	first, _, _ := a.first.YearMonthDay()
	last, _, _ := (a.last - 1).YearMonthDay()
	room := look.Width("2000", look.SizeNote, false)
	for _, step := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000} {
		var ticks []yearTick
		fits := true
		for year := first; year <= last; year += step {
			tick := yearTick{a.x(ledger.DayOf(year, 1, 1), width), strconv.Itoa(year)}
			if n := len(ticks); n > 0 && tick.x-ticks[n-1].x < room+8 {
				fits = false
				break
			}
			ticks = append(ticks, tick)
		}
		if fits {
			if n := len(ticks); n > 1 && ticks[n-1].x+room > width+4 {
				ticks = ticks[:n-1]
			}
			return ticks
		}
	}
	return nil
}
