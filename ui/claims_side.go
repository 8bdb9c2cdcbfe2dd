package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/chart"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/plot"
)

// drawSide draws the column at the right.
func (c *claims) drawSide(width float32) ([]fyne.CanvasObject, float32) {
	s := &sheet{width: width}
	c.sideSheet = s
	if c.desk == nil || c.page == nil || !c.apart {
		return s.objects, 100
	}
	y := c.drawOthers(s, 24, 12, width-48)
	return s.objects, y + 24
}

// drawOthers draws what else was said of the same thing and how the claim is
// checked.
func (c *claims) drawOthers(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	if page.answer.InView {
		note := page.unitWord()
		if page.answer.Unit == ledger.UnitMoney {
			note = "" // each axis says its currency
		}
		long := look.Width(note, look.SizeNote, false)
		s.rect(look.Text1, x, y, width, 1)
		s.text(note, x+width-long, y+11, long+1, look.SizeNote, look.Text2, false)
		s.text(d.text("claims.others.heading"), x, y+6, width-long-12, look.SizeHeading, look.Text1, true)
		y = c.drawDots(s, x, y+32, width)
	}
	return c.drawChecked(s, x, y+12, width)
}

// drawDots draws a chart of dots for every currency: amounts of two do not
// stand on one axis.
func (c *claims) drawDots(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	charts := page.dots()
	if len(charts) == 0 {
		return s.paragraph(d.text("claims.others.none"), x, y, width, look.SizeText, look.Text3, false) + 8
	}
	y = s.paragraph(d.text("claims.others.legend"), x, y, width, look.SizeNote, look.Text2, false) + 8
	for len(c.others) < len(charts) {
		p := plot.New()
		p.OnOpen = c.openOther
		p.OnKey = c.window.typedKey
		c.others = append(c.others, p)
	}
	for i, dots := range charts {
		laid := dots.Lay(float64(width), plot.Face())
		c.others[i].Set(laid)
		s.put(c.others[i], x, y, float32(laid.W), float32(laid.H))
		y += float32(laid.H) + 12
	}
	return y
}

// openOther goes to another claim by its key.
func (c *claims) openOther(key string) {
	if claim, ok := c.desk.ledger.Find(ledger.Claims, key); ok {
		c.window.showClaim(claim)
	}
}

// dots describes the other figures, one chart a currency.
func (c *claimPage) dots() []chart.Dots { return c.charting().Rivals(c.others) }

// checkedRow is a line of "How the claim is checked".
type checkedRow struct {
	label, text string
	open        func()
}

// checked says how the claim is checked, line by line.
func (c *claims) checked() []checkedRow {
	page, d := c.page, c.page.desk
	rows := []checkedRow{{label: d.text("claims.check.counts"), text: page.counts()}, {label: d.text("claims.check.scope"), text: page.scopeWords()}}
	if page.answer.InView {
		rows = append(rows, checkedRow{label: d.text("claims.check.parts"), text: page.splitWords()})
	}
	asOf, today := d.view.AsOf(), ledger.Today(c.window.options.Now())
	known := d.text("claims.check.known_today")
	if asOf.Known != today.Known {
		known = d.text("claims.check.known_by", d.printer.Day(asOf.Known))
	}
	rows = append(rows, checkedRow{label: d.text("claims.check.as_of"), text: d.printer.Day(asOf.Happened) + d.text("claims.list") + known})
	if page.answer.HasRemainder {
		text, open := c.leftOut()
		rows = append(rows, checkedRow{label: d.text("claims.check.left_out"), text: text, open: open})
	}
	return rows
}

// counts says what the claim counts and how it is answered.
func (c *claimPage) counts() string {
	record := ""
	if c.answer.Comparison != nil && c.answer.Comparison.Record.Exists() {
		record = c.printer.Title(c.ledger, c.answer.Comparison.Record)
	}
	table := c.printer.Word("counts", c.ledger.Value(c.claim, "counts"))
	switch c.answer.Form {
	case analysis.FormCount:
		return c.text("claims.check.count."+c.answer.Unit.String(), table)
	case analysis.FormSum:
		return c.text("claims.check.sum", table, c.currencyName())
	case analysis.FormLinked:
		return c.text("claims.check.linked", small(c.printer.Table(c.counted)))
	case analysis.FormComparison:
		return c.text("claims.check.comparison", record)
	}
	return c.text("claims.check.nothing")
}

// scopeWords says the scope in words.
func (c *claimPage) scopeWords() string {
	terms := c.scope.Terms()
	if c.answer.Form == analysis.FormNotCheckable && len(terms) == 0 {
		return c.text("claims.check.no_scope")
	}
	var texts []string
	for _, term := range terms {
		column := c.scope.Kind.Columns()[term.Column]
		var values []string
		for _, value := range term.Values {
			values = append(values, c.scopeValue(column, value))
		}
		if term.Column == c.scope.Kind.KeyColumn() {
			texts = append(texts, strings.Join(values, c.text("claims.check.or")))
			continue
		}
		texts = append(texts, c.text("claims.check.term", c.printer.Column(c.scope.Kind, column.Name), strings.Join(values, c.text("claims.check.or"))))
	}
	text := strings.Join(texts, "; ")
	if _, own := analysis.SettingsOf(c.ledger).Scopes[c.ledger.Key(c.claim)]; own {
		text += ". " + c.text("claims.check.own_scope")
	}
	return text
}

// scopeValue writes a value of a scope for people.
func (c *claimPage) scopeValue(column ledger.Column, value string) string {
	if column.Words != nil {
		return small(c.printer.Word(column.Words.Name(), value))
	}
	if column.Type == ledger.KeyColumn {
		if ref, ok := c.ledger.Find(c.scope.Kind, value); ok {
			return c.printer.Title(c.ledger, ref)
		}
	}
	return value
}

// splitWords says how the claim is divided.
func (c *claimPage) splitWords() string {
	var words []string
	for _, split := range c.answer.Splits {
		words = append(words, c.splitWord(split.Word))
	}
	if len(words) == 0 {
		return c.text("claims.check.no_parts")
	}
	return c.text("claims.check.by", strings.Join(words, c.text("claims.list")))
}

// leftOut counts what of the table the claim does not itemise, by reason, and
// opens those records.
func (c *claims) leftOut() (string, func()) {
	page, d := c.page, c.page.desk
	var reasons []string
	refs := slices.Clone(page.outside)
	if len(refs) > 0 {
		reasons = append(reasons, d.text("claims.check.outside", d.printer.Integer(len(refs))))
	}
	for _, left := range page.answer.LeftOut {
		refs = append(refs, left.Refs...)
		reasons = append(reasons, d.text("claims.check.reason", d.printer.Integer(len(left.Refs)), d.text("reason."+left.Reason)))
	}
	all := d.printer.Integer(d.ledger.Len(page.counted))
	if len(refs) == 0 {
		return d.text("claims.check.nothing_left_out"), nil
	}
	text := d.text("claims.check.left_out_of", d.printer.Integer(len(refs)), all, strings.Join(reasons, d.text("claims.list")))
	return text, func() { c.window.showRecords(tabOf(refs), d.text("claims.check.itemised_chip"), refs) }
}

// drawChecked draws how the claim is checked, and the way to another scope.
func (c *claims) drawChecked(s *sheet, x, y, width float32) float32 {
	d := c.page.desk
	s.rect(look.Text1, x, y, width, 1)
	s.text(d.text("claims.check.heading"), x, y+6, width, look.SizeHeading, look.Text1, true)
	y += 34
	rows := c.checked()
	labels := float32(0)
	for _, row := range rows {
		labels = max(labels, look.Width(row.label, look.SizeText, false))
	}
	labels = min(labels+16, width*0.4)
	for _, row := range rows {
		s.text(row.label, x, y, labels-8, look.SizeText, look.Text2, false)
		end := s.paragraph(row.text, x+labels, y, width-labels, look.SizeText, look.Text1, false)
		if row.open != nil {
			s.rect(look.Line2, x+labels, y+18, min(width-labels, look.Width(firstWord(row.text), look.SizeText, false)), 1)
			s.opens(x+labels-4, y-1, width-labels+8, end-y+2, row.open)
		}
		y = end + 4
	}
	if c.window.canAssign() {
		change := controls.NewLink(d.text("claims.check.change_scope"), c.askScope)
		s.put(change, x+labels-4, y, change.MinSize().Width, look.LineText)
		y += look.LineText + 4
	}
	return y
}

// firstWord is what carries the rule of a sentence that opens.
func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return strings.TrimRight(word, ":")
}
