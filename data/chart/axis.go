package chart

import "github.com/shopspring/decimal"

// axis turns values into places between two ends of a plot.
type axis struct {
	low, high  decimal.Decimal
	start, end float64
}

// newAxis spans zero and all values.
func newAxis(start, end float64, values ...decimal.Decimal) axis {
	a := axis{start: start, end: max(start+1, end)}
	for _, value := range values {
		a.low, a.high = decimal.Min(a.low, value), decimal.Max(a.high, value)
	}
	return a
}

// at gives the place of a value.
func (a axis) at(value decimal.Decimal) float64 {
	span := a.high.Sub(a.low)
	if span.IsZero() {
		return a.start
	}
	share, _ := value.Sub(a.low).Div(span).Float64() // a place on the screen, no figure
	return a.start + share*(a.end-a.start)
}

// Ticks gives few round values from low to high: steps of 1, 2 or 5 times a
// power of ten, at most most of them; zero is one when it lies between.
func Ticks(low, high decimal.Decimal, most int) []decimal.Decimal {
	if most < 2 || !high.GreaterThan(low) {
		return []decimal.Decimal{decimal.Zero}
	}
	rough := high.Sub(low).Div(decimal.NewFromInt(int64(most)))
	step := decimal.New(1, int32(rough.NumDigits())+rough.Exponent()-1)
	for _, factor := range []int64{1, 2, 5, 10, 20} {
		if wide := step.Mul(decimal.NewFromInt(factor)); count(low, high, wide) <= most {
			step = wide
			break
		}
	}
	var ticks []decimal.Decimal
	for tick := low.Div(step).Ceil().Mul(step); tick.LessThanOrEqual(high); tick = tick.Add(step) {
		ticks = append(ticks, tick)
	}
	return ticks
}

// count says how many ticks of a step there are.
func count(low, high, step decimal.Decimal) int {
	return int(high.Div(step).Floor().Sub(low.Div(step).Ceil()).IntPart()) + 1
}

// tickRoom is what a tick takes at least of an axis.
const tickRoom = 40

// ticks gives the values to print along an axis with their words: counts keep
// whole numbers, and words that would touch each other are fewer.
func (a axis) ticks(face Face, say func(decimal.Decimal) string, whole bool) []decimal.Decimal {
	for most := max(2, min(6, int((a.end-a.start)/tickRoom))); ; most-- {
		list := Ticks(a.low, a.high, most)
		if whole {
			list = wholes(list)
		}
		if most <= 2 || a.apart(face, list, say) {
			return list
		}
	}
}

func wholes(list []decimal.Decimal) []decimal.Decimal {
	var kept []decimal.Decimal
	for _, value := range list {
		if value.IsInteger() {
			kept = append(kept, value)
		}
	}
	return kept
}

func (a axis) apart(face Face, list []decimal.Decimal, say func(decimal.Decimal) string) bool {
	last := a.start - 1e6
	for _, value := range list {
		half := face.Width(say(value), NoteSize, false) / 2
		if a.at(value)-half < last+8 {
			return false
		}
		last = a.at(value) + half
	}
	return true
}
