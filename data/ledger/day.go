package ledger

import (
	"fmt"
	"time"
)

// Day is a calendar day without a time zone, counted from 1 January 1970.
type Day int32

// NoDay is the value of a day that nobody states.
const NoDay Day = -1 << 31

// FarDay is later than any day a summit can speak of.
const FarDay Day = 1<<31 - 1

const secondsPerDay = 24 * 60 * 60

// DayOf gives the day of a year, month and day of month, normalised as
// time.Date does.
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// DayFromTime gives the calendar day of t in t's own zone.
func DayFromTime(t time.Time) Day {
	return DayOf(t.Year(), t.Month(), t.Day())
}

// ParseDay reads a full day such as 2016-12-16.
func ParseDay(text string) (Day, error) {
	year, month, day, used, ok := scanDay(text)
	if !ok || used != len("2016-12-16") || used != len(text) {
		return NoDay, fmt.Errorf("%q is not a day; a day is written 2016-12-16", text)
	}
	return DayOf(year, time.Month(month), day), nil
}

// Time gives midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

// YearMonthDay splits the day into calendar parts.
func (d Day) YearMonthDay() (year int, month time.Month, day int) { return d.Time().Date() }

// Known reports whether d is a real day, not NoDay.
func (d Day) Known() bool { return d != NoDay }

// String writes the day as 2016-12-16, and nothing for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// scanDay reads the longest of 2016, 2016-12 and 2016-12-16 at the start of
// text; used says how many bytes it took. Month and day are 0 when absent.
func scanDay(text string) (year, month, day, used int, ok bool) {
	year, ok = digits(text, 0, 4)
	if !ok || year == 0 {
		return 0, 0, 0, 0, false
	}
	if len(text) < 7 || text[4] != '-' {
		return year, 0, 0, 4, true
	}
	month, ok = digits(text, 5, 7)
	if !ok || month < 1 || month > 12 {
		return 0, 0, 0, 0, false
	}
	if len(text) < 10 || text[7] != '-' {
		return year, month, 0, 7, true
	}
	day, ok = digits(text, 8, 10)
	if !ok || day < 1 || day > daysIn(year, month) {
		return 0, 0, 0, 0, false
	}
	return year, month, day, 10, true
}

func digits(text string, from, to int) (int, bool) {
	if len(text) < to {
		return 0, false
	}
	n := 0
	for i := from; i < to; i++ {
		c := text[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
