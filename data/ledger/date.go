package ledger

import (
	"fmt"
	"strings"
	"time"
)

// Mark says how sure the writer of a date was. It never widens the date.
type Mark uint8

// The marks of a date: none, about (~) and uncertain (?).
const (
	Sure Mark = iota
	About
	Uncertain
)

// Precision says how exactly a date is known.
type Precision uint8

// The precisions of a date, finest first. A Period has two parts of their own.
const (
	ByDay Precision = iota
	ByMonth
	ByYear
	Period
)

// Date is a date of a summit file: a day, month or year, marked or not, or a
// period of two of these (the part of EDTF level 1 that RULES 1 allows).
type Date struct {
	First, Last Day       // the earliest and the latest day that it can mean
	Mark        Mark      // of a period: the mark of its last part
	Precision   Precision // ByDay for a full day
}

// NoDate is the date that nobody states.
var noDate = Date{First: NoDay, Last: NoDay}

// NoDate gives the date that nobody states.
func NoDate() Date { return noDate }

// Known reports whether the date is stated at all.
func (d Date) Known() bool { return d.First != NoDay }

// OnDay is the date of a full day; of NoDay it is NoDate.
func OnDay(day Day) Date { return Date{First: day, Last: day} }

// ParseDate reads a date as RULES 1 writes it; the empty text is NoDate.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return noDate, nil
	}
	left, right, isPeriod := strings.Cut(text, "/")
	first, ok := parsePart(left)
	if !ok {
		return noDate, dateError(text)
	}
	if !isPeriod {
		return first, nil
	}
	last, ok := parsePart(right)
	if !ok || last.Last < first.First {
		return noDate, dateError(text)
	}
	mark := last.Mark
	if mark == Sure {
		mark = first.Mark
	}
	return Date{First: first.First, Last: last.Last, Mark: mark, Precision: Period}, nil
}

func dateError(text string) error {
	return fmt.Errorf("%q is not a date; a date is written 2016-12-16, 2016-12 or 2016, with ~ (about) or ? (uncertain) after it, or a period such as 2016-12/2017-06", text)
}

func parsePart(text string) (Date, bool) {
	year, month, day, used, ok := scanDay(text)
	if !ok {
		return noDate, false
	}
	mark := Sure
	switch text[used:] {
	case "":
	case "~":
		mark = About
	case "?":
		mark = Uncertain
	default:
		return noDate, false
	}
	switch {
	case month == 0:
		return Date{DayOf(year, time.January, 1), DayOf(year, time.December, 31), mark, ByYear}, true
	case day == 0:
		return Date{DayOf(year, time.Month(month), 1), DayOf(year, time.Month(month)+1, 0), mark, ByMonth}, true
	}
	exact := DayOf(year, time.Month(month), day)
	return Date{exact, exact, mark, ByDay}, true
}

// Happened gives the day by which something dated d has happened: its last
// day, never later than the day on which it was recorded (RULES 1.2).
func (d Date) Happened(recorded Day) Day {
	if d.Known() && recorded != NoDay && d.Last > recorded {
		return max(recorded, d.First)
	}
	return d.Last
}

// Overlaps reports whether the two dates can mean the same day.
func (d Date) Overlaps(other Date) bool {
	return d.Known() && other.Known() && d.First <= other.Last && other.First <= d.Last
}
