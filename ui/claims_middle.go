package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/plot"
)

// paragraph writes a text of several lines and gives where it ends.
func (s *sheet) paragraph(text string, x, y, width, size float32, token look.Token, bold bool) float32 {
	for _, line := range look.Wrap(text, width, size, bold, 0) {
		s.text(line, x, y, width+1, size, token, bold)
		y += look.LineOf(size)
	}
	return y
}

// words writes running text of which some words open something, wrapped like
// one text.
func (s *sheet) words(x, y, width, size float32, parts ...word) float32 {
	at, line := x, look.LineOf(size)
	for _, part := range parts {
		rest := part.text
		for rest != "" {
			piece := look.Wrap(rest, max(1, x+width-at), size, false, 0)[0]
			if at > x && (part.open != nil && piece != rest || look.Width(piece, size, false) > x+width-at) {
				at, y = x, y+line
				continue
			}
			long := look.Width(piece, size, false)
			if part.open != nil {
				s.rect(look.Line2, at, y+line-2, long, 1)
				s.opens(at-2, y-1, long+4, line+1, part.open)
			}
			s.text(piece, at, y, width+1, size, look.Text2, false)
			at += long + 4
			if rest = strings.TrimSpace(strings.TrimPrefix(rest, piece)); rest != "" {
				at, y = x, y+line
			}
		}
	}
	return y + line
}

// word is a piece of running text; with open it opens something.
type word struct {
	text string
	open func()
}

// drawMiddle draws the claim: its words, its bridge or what stands in its
// place, its parts.
func (c *claims) drawMiddle(width float32) ([]fyne.CanvasObject, float32) {
	s := &sheet{width: width}
	c.middleSheet = s
	if c.desk == nil || c.page == nil {
		return s.objects, 100
	}
	x, inner := float32(claimsMargin), min(width-2*claimsMargin, claimsMiddleMost)
	y := c.drawHead(s, x, 10, inner)
	a := c.page.answer
	switch {
	case !a.InView:
		y = c.drawAbsent(s, x, y, inner)
	case a.HasRemainder:
		y = c.drawBridge(s, x, y, inner)
	case a.Form == analysis.FormComparison:
		y = c.drawComparison(s, x, y, inner)
	default:
		y = c.drawUnscoped(s, x, y, inner)
	}
	if a.InView {
		y = c.drawSplits(s, x, y, inner)
	}
	if !c.apart {
		y = c.drawOthers(s, x, y+16, inner)
	}
	return s.objects, y + 24
}

// drawHead says what was claimed, by whom, when and where it stands.
func (c *claims) drawHead(s *sheet, x, y, width float32) float32 {
	page, p := c.page, c.page.printer
	s.text(p.Text("claims.key", page.ledger.Key(page.claim)), x, y, width, look.SizeNote, look.Text2, false)
	y = s.paragraph(page.claimed(page.claim), x, y+16, width, look.SizeTitle, look.Text1, true)
	y = s.paragraph(p.Title(page.ledger, page.claim), x, y, width, look.SizeText, look.Text1, false)
	var parts []word
	if by := page.by(); by != "" {
		parts = append(parts, word{text: by})
	}
	sources := page.sources()
	named := p.Records(ledger.Sources, len(sources))
	parts = append(parts, word{text: named, open: func() {
		c.window.showRecords("sources", p.Text("claims.not_sources_of", page.ledger.Key(page.claim)), sources)
	}})
	for _, key := range ledger.Keys(page.ledger.Value(page.claim, "part_of")) {
		if whole, ok := page.ledger.Find(ledger.Claims, key); ok {
			parts = append(parts, word{text: p.Text("claims.part_of")}, word{text: page.claimed(whole), open: func() { c.window.showClaim(whole) }})
		}
	}
	return s.words(x, y+2, width, look.SizeText, parts...) + 10
}

// drawAbsent says why nothing is said of a claim on these days.
func (c *claims) drawAbsent(s *sheet, x, y, width float32) float32 {
	d := c.page.desk
	s.rect(look.Text1, x, y, width, 1)
	absence := d.view.Absence(c.page.claim)
	heading := absence
	if absence == ledger.NotDated {
		heading = ledger.NotYetKnown // for want of a dated source, which the sentence says
	}
	y = s.paragraph(capital(d.printer.Word("absence", heading.String())), x, y+8, width, look.SizeHeading, look.Text1, true)
	if absence == ledger.NotDated {
		y = s.paragraph(capital(d.text("reason."+absence.String()))+d.text("claims.stop"), x, y, width, look.SizeText, look.Text2, false)
	}
	y = s.paragraph(d.text("claims.absent"), x, y, width, look.SizeText, look.Text2, false)
	button := controls.NewButton(d.text("command.as_of_today"), "", c.window.lookAtToday)
	s.put(button, x, y+8, button.MinSize().Width, 32)
	return y + 48
}

// drawBridge draws the bridge, the sentences under it and the records of the
// row that is open.
func (c *claims) drawBridge(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	bridge, notes := page.bridgeChart(), page.notes()
	if last := &bridge.Steps[len(bridge.Steps)-1]; float64(look.Width(last.Note, look.SizeText, false)) > bridge.NoteRoom(float64(width), plot.Face()) {
		notes, last.Note = append([]string{last.Note + page.text("claims.stop")}, notes...), ""
	}
	laid := bridge.Lay(float64(width), plot.Face())
	for _, i := range laid.Short {
		notes = append(notes, page.text("claims.note.beside", bridge.Steps[i].Label, bridge.Steps[i].Note))
	}
	c.bridge.Set(laid)
	c.bridge.Mark(c.bucket)
	s.put(c.bridge, x, y, float32(laid.W), float32(laid.H))
	last := len(s.objects) - 1
	s.objects = append([]fyne.CanvasObject{c.bridge}, s.objects[:last]...) // Tab leads from the list to the bridge
	y += float32(laid.H) + 4
	for _, note := range notes {
		y = s.paragraph(note, x, y, width, look.SizeNote, look.Text2, false)
	}
	if list := page.unpapered(); len(list) > 0 {
		y = s.words(x, y, width, look.SizeNote, word{text: d.printer.Count("claims.results", len(list)), open: func() {
			c.window.showRecords("agreements", d.text("claims.not_without_paper"), list)
		}}, word{text: page.unpaperedNote()})
	}
	return c.drawRecords(s, x, y+10, width)
}

// The list of the records of a row: the height of a line, and how many stand
// here; the tab of the records has all of them.
const (
	recordLine    = 22
	recordsListed = 100
)

// drawRecords lists the records of the row that is open.
func (c *claims) drawRecords(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	bucket, ok := page.bucketOf(c.bucket)
	if c.bucket == "" || !ok {
		return y
	}
	kind := page.counted
	s.rect(look.Text1, x, y, width, 1)
	heading := d.text("claims.records_of", d.bucketName(bucket.ID), d.printer.Records(kind, len(bucket.Items)))
	tab := tabOf([]ledger.Ref{{Kind: kind}})
	show := controls.NewLink(d.text("claims.show_in", d.text("tab."+tab)), func() {
		var refs []ledger.Ref
		for _, item := range bucket.Items {
			refs = append(refs, item.Ref)
		}
		c.window.showRecords(tab, d.text("claims.not_in_row", small(d.bucketName(bucket.ID))), refs)
	})
	long := show.MinSize().Width
	s.put(show, x+width-long, y+8, long, look.LineText)
	s.text(heading, x, y+6, width-long-12, look.SizeHeading, look.Text1, true)
	y += 34
	if len(bucket.Items) == 0 {
		s.text(d.text("claims.no_records"), x, y, width, look.SizeText, look.Text3, false)
		return y + recordLine + 10
	}
	for _, item := range bucket.Items[:min(recordsListed, len(bucket.Items))] {
		c.drawItem(s, item, x, y, width)
		y += recordLine
	}
	if more := len(bucket.Items) - recordsListed; more > 0 {
		s.text(d.text("claims.note.more", d.printer.Integer(more)), x+18, y+2, width, look.SizeText, look.Text2, false)
		y += recordLine
	}
	return y + 12
}

// drawItem writes a record of a row: how it stands, its title, what it adds or
// how far it came, and the way into another row.
func (c *claims) drawItem(s *sheet, item analysis.Item, x, y, width float32) {
	page, d := c.page, c.page.desk
	right := x + width
	if c.window.canAssign() {
		move := controls.NewLink(d.text("claims.move"), nil)
		move.OnPress = func() { c.askBucket(item.Ref, move) }
		move.Type = look.SizeNote
		long := move.MinSize().Width
		right -= long
		s.put(move, right, y+1, long, look.LineText)
		right -= 8
	}
	var states []string
	if item.Chosen {
		states = append(states, d.text("claims.item.chosen"))
	}
	if page.at != analysis.AtAnnounced && item.Counted {
		states = append(states, d.printer.Word("count_at", page.at.String()))
	}
	if page.shown && !item.Shown {
		states = append(states, d.text("claims.item.hidden"))
	}
	if item.Money.Stated() {
		states = append(states, d.printer.Money(item.Money))
	}
	if item.Money.Stated() && item.Conversion.Money.Stated() && item.Conversion.Money.Currency != item.Money.Currency {
		states = append(states, page.conversion(item.Conversion))
	}
	note := strings.Join(states, ", ")
	long := min(look.Width(note, look.SizeNote, false), (right-x)/2)
	s.text(note, right-long, y+3, long+1, look.SizeNote, look.Text2, false)
	s.mark(d.markOf(item.Ref), x, y+4)
	s.text(d.printer.Title(d.ledger, item.Ref), x+18, y, right-long-x-30, look.SizeText, look.Text1, false)
	s.rect(look.Line, x, y+recordLine-1, width, 1)
	s.opens(x-2, y-1, right-long-x-8, recordLine, func() { c.window.showRecord(item.Ref) })
}

// conversion says how an amount was converted: = JPY 111.0bn at 111 of 21 Nov 2016.
func (c *claimPage) conversion(conversion analysis.Conversion) string {
	rate := c.printer.Decimal(conversion.Value, max(0, -conversion.Value.Exponent()))
	return c.text("claims.converted", c.printer.Money(conversion.Money), rate, c.printer.ShortDate(conversion.Date))
}

// drawUnscoped says why no figure is set against a claim.
func (c *claims) drawUnscoped(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	s.rect(look.Text1, x, y, width, 1)
	y = s.paragraph(d.text("claims.unscoped.title"), x, y+8, width, look.SizeHeading, look.Text1, true)
	y = s.paragraph(page.whyUnscoped(c.window), x, y, width, look.SizeText, look.Text2, false)
	y = s.paragraph(d.text("claims.unscoped.meaning"), x, y, width, look.SizeText, look.Text2, false)
	if c.window.canAssign() {
		button := controls.NewButton(d.text("claims.check.change_scope"), "", c.askScope)
		s.put(button, x, y+8, button.MinSize().Width, 32)
		y += 40
	}
	return y + 12
}

// whyUnscoped says what keeps a claim from being checked.
func (c *claimPage) whyUnscoped(w *Window) string {
	_, counts := ledger.ParseTable(c.ledger.Value(c.claim, "counts"))
	switch {
	case c.answer.Finding != nil:
		return c.text("claims.unscoped.fault", scopeFault(w, c.answer.Finding))
	case !counts:
		return c.text("claims.unscoped.nothing")
	case c.ledger.Value(c.claim, "scope") == "" && c.scope.Empty():
		return c.text("claims.unscoped.none")
	}
	return c.text("claims.unscoped.unit")
}

// comparedRow is a figure of the record that a claim speaks of.
type comparedRow struct {
	label, number, aside string
	copied, name         string
}

// comparison lists what the ledger has beside a claim of one record: its own
// amount and its ladder. Nothing is added or subtracted.
func (c *claimPage) comparison() []comparedRow {
	found := c.answer.Comparison
	if found == nil || !found.Record.Exists() {
		return nil
	}
	var rows []comparedRow
	name := c.ledger.Name(found.Record)
	headline := found.Headline
	own := comparedRow{label: c.text("claims.own_amount"), number: c.text("money.none"), name: name}
	if headline.Money.Stated() {
		own.label = c.text("claims.own_amount_of", small(c.printer.Word("amount_kind", headline.Kind.String())))
		own.number, own.copied = c.printer.Qualified(headline.Qualifier, c.printer.MoneySaid(headline.Money)), headline.Money.Amount.String()+" "+string(headline.Money.Currency)
		own.aside = c.inClaimed(headline.Money)
		if headline.State == ledger.NotDatedAmount {
			own.aside = c.text("money.not_dated")
		}
	}
	rows = append(rows, own)
	for _, amount := range found.Ladder.Amounts {
		if amount.From == found.Record {
			continue // the record's own amount again
		}
		rows = append(rows, comparedRow{label: c.printer.Word("rung", amount.Rung.String()) + ", " + c.printer.ShortDate(c.ledger.Date(amount.From, "date")), number: c.printer.Money(amount.Money),
			copied: amount.Money.Amount.String() + " " + string(amount.Money.Currency), name: c.ledger.Name(amount.From), aside: c.inClaimed(amount.Money)})
	}
	return rows
}

// inClaimed says an amount in the currency of the claim by a dated rate of the
// day of the claim, or that there is none.
func (c *claimPage) inClaimed(money ledger.Money) string {
	if c.answer.Unit != ledger.UnitMoney || money.Currency == c.answer.Currency {
		return ""
	}
	conversion, ok := c.convert(money)
	if !ok {
		return c.text("claims.no_rate", c.currencyName())
	}
	return c.conversion(conversion)
}

// convert converts an amount by the rate of the day of the claim.
func (c *claimPage) convert(money ledger.Money) (analysis.Conversion, bool) {
	day := c.ledger.Date(c.claim, "as_of").Happened(c.ledger.Recorded(c.claim))
	return analysis.Convert(c.view, money, c.answer.Currency, day, analysis.SettingsOf(c.ledger).RateAge)
}

// drawComparison sets a claim of one record beside what the ledger has of it.
func (c *claims) drawComparison(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	found := page.answer.Comparison
	s.rect(look.Text1, x, y, width, 1)
	y += 6
	if found == nil || !found.Record.Exists() {
		return s.paragraph(d.text("claims.compare.absent"), x, y+2, width, look.SizeText, look.Text2, false) + 12
	}
	record := found.Record
	kind := d.printer.Record(record.Kind)
	long := look.Width(kind, look.SizeNote, false)
	s.text(kind, x+width-long, y+4, long+1, look.SizeNote, look.Text2, false)
	title := d.printer.Title(d.ledger, record)
	s.text(title, x, y, width-long-12, look.SizeHeading, look.Text1, true)
	s.opens(x-4, y, min(width-long-8, look.Width(title, look.SizeHeading, true)+8), 26, func() { c.window.showRecord(record) })
	y += 30
	claimed := comparedRow{label: d.text("report.bridge.claimed_undated"), number: page.claimedShort(page.claim)}
	if date := d.ledger.Date(page.claim, "as_of"); date.Known() {
		claimed.label = d.text("report.bridge.claimed", d.printer.ShortDate(date))
	}
	rows := append([]comparedRow{claimed}, page.comparison()...)
	labels := float32(0)
	for _, row := range rows {
		labels = max(labels, look.Width(row.label, look.SizeText, true)+1)
	}
	labels = min(labels, width*0.45)
	numbers := labels
	for _, row := range rows {
		numbers = max(numbers, labels+24+look.Width(row.number, look.SizeText, false))
	}
	for i, row := range rows {
		s.rect(look.Line, x, y, width, 1)
		s.text(row.label, x, y+5, labels, look.SizeText, look.Text1, i == 0)
		s.right(row.number, x+numbers, y+5, look.SizeText, look.Text1, false)
		s.text(row.aside, x+numbers+24, y+5, width-numbers-24, look.SizeText, look.Text2, false)
		y += 31
	}
	s.rect(look.Text1, x, y, width, 1)
	y = s.paragraph(d.text("claims.compare.no_remainder"), x, y+8, width, look.SizeText, look.Text2, false)
	return y + 12
}
