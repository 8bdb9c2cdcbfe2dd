package locale

import (
	"strconv"

	"summitledger/data/ledger"
)

// Months as they stand after a day, and alone.
var (
	englishMonths     = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	russianDayMonths  = [...]string{"янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."}
	russianMonths     = [...]string{"янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."}
	russianYearSuffix = noBreak + "г."
)

// Day writes a day: 16 Dec 2016, 2016年12月16日, 16 дек. 2016 г.
func (p *Printer) Day(day ledger.Day) string {
	if !day.Known() {
		return p.Text("date.none")
	}
	year, month, dayOfMonth := day.YearMonthDay()
	y, d := strconv.Itoa(year), strconv.Itoa(dayOfMonth)
	switch p.language {
	case Japanese:
		return y + "年" + strconv.Itoa(int(month)) + "月" + d + "日"
	case Russian:
		return d + " " + russianDayMonths[month-1] + " " + y + russianYearSuffix
	}
	return d + " " + englishMonths[month-1] + " " + y
}

// Month writes a month with its year.
func (p *Printer) Month(day ledger.Day) string {
	year, month, _ := day.YearMonthDay()
	y := strconv.Itoa(year)
	switch p.language {
	case Japanese:
		return y + "年" + strconv.Itoa(int(month)) + "月"
	case Russian:
		return russianMonths[month-1] + " " + y + russianYearSuffix
	}
	return englishMonths[month-1] + " " + y
}

// Year writes a year.
func (p *Printer) Year(day ledger.Day) string {
	year, _, _ := day.YearMonthDay()
	switch p.language {
	case Japanese:
		return strconv.Itoa(year) + "年"
	case Russian:
		return strconv.Itoa(year) + russianYearSuffix
	}
	return strconv.Itoa(year)
}

// Date writes a date with the precision it has: about Dec 2016, 2023?
func (p *Printer) Date(date ledger.Date) string { return p.marked(date, "date.about") }

// ShortDate is Date for columns: ~Dec 2016.
func (p *Printer) ShortDate(date ledger.Date) string { return p.marked(date, "date.about_short") }

// MonthOf is ShortDate no finer than a month: what a card has room for.
func (p *Printer) MonthOf(date ledger.Date) string {
	switch date.Precision {
	case ledger.ByDay:
		date.Precision = ledger.ByMonth
	case ledger.Period:
		date.Precision, date.First = ledger.ByMonth, date.Last
	}
	return p.ShortDate(date)
}

func (p *Printer) marked(date ledger.Date, about string) string {
	if !date.Known() {
		return p.Text("date.none")
	}
	text := ""
	switch date.Precision {
	case ledger.ByDay:
		text = p.Day(date.First)
	case ledger.ByMonth:
		text = p.Month(date.First)
	case ledger.ByYear:
		text = p.Year(date.First)
	case ledger.Period:
		text = p.Text("date.period", p.bound(date.First, true), p.bound(date.Last, false))
	}
	switch date.Mark {
	case ledger.About:
		return p.Text(about, text)
	case ledger.Uncertain:
		return p.Text("date.uncertain", text)
	}
	return text
}

// bound writes the end of a period as coarsely as it can: a first of a month
// or a last of a month reads as the month.
func (p *Printer) bound(day ledger.Day, first bool) string {
	_, month, dayOfMonth := day.YearMonthDay()
	_, next, _ := (day + 1).YearMonthDay()
	if first && dayOfMonth == 1 || !first && next != month {
		return p.Month(day)
	}
	return p.Day(day)
}

// SignedBy writes the last day of signing when no day is stated: by 16 Dec 2016.
func (p *Printer) SignedBy(day ledger.Day) string { return p.Text("date.by", p.Day(day)) }

// Days writes the days of a meeting from the first to the last: 15-16 Dec 2016.
func (p *Printer) Days(first, last ledger.Day) string {
	if !last.Known() || first == last {
		return p.Day(first)
	}
	firstYear, firstMonth, firstDay := first.YearMonthDay()
	lastYear, lastMonth, lastDay := last.YearMonthDay()
	switch {
	case firstYear != lastYear || firstMonth != lastMonth:
		return p.Text("date.period", p.Day(first), p.Day(last))
	case p.language == Japanese: // the year and month stand with the first day
		return p.Text("date.days", p.Day(first), p.Integer(lastDay))
	}
	return p.Text("date.days", p.Integer(firstDay), p.Day(last))
}
