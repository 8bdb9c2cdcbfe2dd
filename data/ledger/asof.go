package ledger

import "time"

// AsOf is the pair of days that a view looks from.
type AsOf struct {
	Happened Day // what is dated after this day does not exist yet
	Known    Day // what was not public by this day is left out
}

// Today gives the view of the calendar day of now, on both clocks.
func Today(now time.Time) AsOf {
	day := DayFromTime(now)
	return AsOf{Happened: day, Known: day}
}

// Effective applies RULES 2.4: Happened later than Known acts as Known.
func (a AsOf) Effective() AsOf {
	return AsOf{Happened: min(a.Happened, a.Known), Known: a.Known}
}
