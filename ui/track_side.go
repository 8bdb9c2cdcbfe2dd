package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

const trackMargin float32 = 16

// drawTop counts the talks over their list, each state a figure that opens.
func (t *tracks) drawTop(width float32) ([]fyne.CanvasObject, float32) {
	d := t.desk
	if d == nil {
		return nil, 0
	}
	s := &sheet{width: width}
	ground := s.rect(look.Surface, 0, 0, width, 0)
	inner := width - 2*trackMargin
	s.text(d.printer.Records(ledger.Tracks, t.talks.All.Count), trackMargin, 10, inner, look.SizeTitle, look.Text1, true)
	y := float32(42)
	for _, id := range talkStates {
		f := talksFigure(d, t.talks, id)
		if f.total.Count == 0 {
			continue
		}
		s.mark(talkMarks[id], trackMargin, y+4)
		x := trackMargin + look.MarkSize + 6
		number := s.text(f.number, x, y, inner, look.SizeText, look.Text1, true)
		s.rect(look.Line2, x, y+19, number, 1)
		word := s.text(d.text("tracks."+id), x+number+4, y, inner-number-24, look.SizeText, look.Text1, false)
		t.put(s, t.window, f, trackMargin-3, y-1, look.MarkSize+number+word+18, 22)
		y += 22
	}
	if t.talks.Unreported.Count > 0 {
		y = s.wrapped(d.text("tracks.unreported_note"), trackMargin, y+2, inner, look.SizeText, look.Text2, false, 3)
	}
	ground.Resize(fyne.NewSize(width, y+8))
	return s.objects, y + 8
}

// The states of talks in the order in which they are counted.
var (
	talkStates = []string{"open", "done", "suspended", "ended", "unreported"}
	talkMarks  = map[string]string{"open": "ring.accent", "done": "disc.green", "suspended": "pause", "ended": "cross", "unreported": "dots"}
)

// talksFigure is how many talks are in a state.
func talksFigure(d *desk, talks analysis.Talks, id string) figure {
	total := map[string]analysis.Total{"open": talks.Open, "done": talks.Done, "suspended": talks.Suspended, "ended": talks.Ended, "unreported": talks.Unreported}[id]
	return figure{name: capital(d.text("tracks." + id)), number: d.printer.Integer(total.Count), whole: d.text("overview.of", d.printer.Records(ledger.Tracks, talks.All.Count)), total: total, id: "talks." + id,
		remake: func(d *desk) (figure, bool) {
			again := talksFigure(d, analysis.TalksScore(d.view), id)
			return again, again.total.Count > 0
		}}
}

// drawSide is the balance in a column of its own.
func (t *tracks) drawSide(width float32) ([]fyne.CanvasObject, float32) {
	if t.desk == nil {
		return nil, 0
	}
	s := &sheet{width: width}
	height := t.drawBalance(s, 10, width)
	return s.objects, height
}

// section opens a block: a rule, its heading, a note at the right.
func (t *tracks) section(s *sheet, x, y, width float32, heading, note string) float32 {
	s.rect(look.Text1, x, y, width, 1)
	used := s.text(heading, x, y+5, width, look.SizeHeading, look.Text1, true)
	if room := width - used - 16; room > 40 && note != "" {
		text := look.Cut(note, room, look.SizeNote, false)
		s.right(text, x+width, y+10, look.SizeNote, look.Text2, false)
	}
	return y + 34
}

// leastNumber is the width that a column of numbers needs for its heading.
const leastNumber float32 = 54

// balanceSides are the columns of the balance.
var balanceSides = []string{analysis.GivesMoney, analysis.GetsMoney, analysis.GivesGoods, analysis.GetsGoods}

// drawBalance counts who gives and who gets, country by country, and what of
// it has an amount.
func (t *tracks) drawBalance(s *sheet, y, width float32) float32 {
	d, inner := t.desk, width-2*trackMargin
	x := trackMargin
	note := d.text("tracks.balance_note", d.printer.Count("unit.record", t.givingRecords()))
	y = t.section(s, x, y, inner, d.text("tracks.balance"), "")
	y = s.wrapped(note, x, y, inner, look.SizeNote, look.Text2, false, 2) + 6
	countries := t.countries()
	if len(countries) == 0 {
		return s.wrapped(d.text("tracks.balance_none"), x, y, inner, look.SizeText, look.Text2, false, 0)
	}
	names := float32(0)
	for _, balance := range countries {
		names = max(names, look.Width(d.countryName(balance.Country), look.SizeText, false)+12)
	}
	names = min(names, inner-float32(len(balanceSides))*leastNumber)
	column := (inner - names) / float32(len(balanceSides))
	heads, most := make([][]string, len(balanceSides)), 1
	for i, side := range balanceSides {
		heads[i] = look.Wrap(d.text("tracks."+side), column-6, look.SizeNote, false, 3)
		most = max(most, len(heads[i]))
	}
	for i, head := range heads { // headings stand on the rule
		for j, line := range head {
			s.right(line, x+names+float32(i+1)*column, y+float32(most-len(head)+j)*look.LineNote, look.SizeNote, look.Text2, false)
		}
	}
	y += float32(most)*look.LineNote + 4
	s.rect(look.Text1, x, y, inner, 1)
	y += 4
	for _, balance := range countries {
		s.text(d.countryName(balance.Country), x, y, names-4, look.SizeText, look.Text1, false)
		for i, side := range balanceSides {
			f := balanceFigure(d, balance, side)
			right := x + names + float32(i+1)*column
			if f.total.Count == 0 {
				s.right(f.number, right, y, look.SizeText, look.Text3, false)
				continue
			}
			wide := look.Width(f.number, look.SizeText, false)
			s.right(f.number, right, y, look.SizeText, look.Text1, false)
			s.rect(look.Line2, right-wide, y+19, wide, 1)
			t.put(s, t.window, f, right-wide-5, y-1, wide+10, 22)
		}
		y += 24
	}
	y = t.drawGiven(s, countries, y+12, inner)
	y = s.wrapped(d.text("tracks.balance_rule"), x, y+8, inner, look.SizeText, look.Text2, false, 0)
	return s.wrapped(d.text("tracks.balance_limits"), x, y+8, inner, look.SizeText, look.Text1, false, 0) + 16
}

// drawGiven lists the amounts by country and step.
func (t *tracks) drawGiven(s *sheet, countries []analysis.CountryBalance, y, inner float32) float32 {
	d, x := t.desk, trackMargin
	headed := false
	for _, balance := range countries {
		name := d.countryName(balance.Country)
		for _, rung := range balance.Money {
			for _, sum := range rung.Total.Sums {
				if !headed {
					headed = true
					y = s.wrapped(d.text("tracks.balance_money"), x, y, inner, look.SizeNote, look.Text2, false, 2) + 4
					s.rect(look.Text1, x, y-2, inner, 1)
					y += 2
				}
				f := givenFigure(d, balance.Country, rung, sum)
				wide := look.Width(f.number, look.SizeText, false)
				s.text(name, x, y, inner*0.3-4, look.SizeText, look.Text1, false)
				name = "" // once per country
				s.text(d.printer.Word("rung", rung.Rung.String()), x+inner*0.3, y, inner*0.7-wide-8, look.SizeText, look.Text2, false)
				s.right(f.number, x+inner, y, look.SizeText, look.Text1, false)
				s.rect(look.Line2, x+inner-wide, y+19, wide, 1)
				t.put(s, t.window, f, x+inner-wide-4, y-1, wide+8, 22)
				y += 24
			}
		}
	}
	return y
}

// givingRecords counts the records that name somebody who gives or gets.
func (t *tracks) givingRecords() int {
	seen := map[ledger.Ref]bool{}
	for _, balance := range t.balance {
		for _, side := range balanceSides {
			for _, ref := range sideOf(balance, side).Added {
				seen[ref] = true
			}
		}
	}
	return len(seen)
}

// countries puts those that met at the summit first.
func (t *tracks) countries() []analysis.CountryBalance {
	l := t.desk.ledger
	hosts := ledger.Keys(l.Value(l.Summit(), "countries"))
	list := slices.Clone(t.balance)
	place := func(b analysis.CountryBalance) int {
		if at := slices.Index(hosts, b.Country); at >= 0 {
			return at
		}
		return len(hosts)
	}
	slices.SortStableFunc(list, func(a, b analysis.CountryBalance) int { return place(a) - place(b) })
	return list
}

// countryName names a country; bodies of none have a name of their own.
func (d *desk) countryName(code string) string {
	if code == "" {
		return d.text("tracks.no_country")
	}
	return d.printer.Country(code)
}

func sideOf(balance analysis.CountryBalance, side string) analysis.Total {
	switch side {
	case analysis.GivesMoney:
		return balance.GivesMoney
	case analysis.GetsMoney:
		return balance.GetsMoney
	case analysis.GivesGoods:
		return balance.GivesGoods
	}
	return balance.GetsGoods
}

// balanceFigure is how many records have a country on a side.
func balanceFigure(d *desk, balance analysis.CountryBalance, side string) figure {
	total := sideOf(balance, side)
	return figure{name: d.countryName(balance.Country) + ": " + d.text("tracks."+side), number: d.printer.Integer(total.Count), total: total, id: "balance." + balance.Country + "." + side,
		remake: func(d *desk) (figure, bool) {
			for _, again := range analysis.Balance(d.view) {
				if again.Country == balance.Country {
					f := balanceFigure(d, again, side)
					return f, f.total.Count > 0
				}
			}
			return figure{}, false
		}}
}

// givenFigure is the money that a country alone gives on one step, in one
// currency.
func givenFigure(d *desk, country string, rung analysis.RungTotal, sum analysis.Sum) figure {
	total := rung.Total
	total.Sums = []analysis.Sum{sum}
	return figure{name: d.countryName(country) + ": " + d.printer.Word("rung", rung.Rung.String()), number: d.printer.Money(sum.Money), total: total,
		id: "given." + country + "." + rung.Rung.String() + "." + string(sum.Money.Currency)}
}
