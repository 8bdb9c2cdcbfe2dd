package workbook

import (
	"fmt"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// scorePage counts the promises by verdict, each rate with its denominator.
func (b *book) scorePage(g *grid) {
	v, p := b.request.View, b.request.Printer
	g.widths = []float64{44, 16, 90}
	b.opening(g, "score", 3)
	score := analysis.PromiseScore(v)
	b.heads(g, p.Text("column.verdict"), "#"+b.say("summary.promises"), "")
	write := func(assessed bool) (first, last int) {
		first = g.row
		for i, total := range score.Verdicts {
			if ledger.Verdict(i+1).Assessed() != assessed {
				continue
			}
			label := p.Word(ledger.VerdictWords().Name(), total.ID)
			g.put(1, label, b.styles.row)
			g.figure(2, b.countIf(ledger.Promises, condition{"derived.verdict", label}), total.Count, b.styles.number)
			meaning := p.Text("definition." + total.Definition)
			g.put(3, meaning, b.styles.row)
			g.row++
		}
		return first, g.row - 1
	}
	sum := func(total analysis.Total, first, last int) {
		g.put(1, b.say("score."+total.ID), b.styles.total)
		g.formula(2, fmt.Sprintf("SUM(B%d:B%d)", first, last), total.Count, b.styles.totalNumber)
		g.put(3, p.Text("definition."+total.Definition), b.styles.total)
		g.row++
	}
	first, last := write(true)
	sum(score.Assessed, first, last)
	assessed := g.row - 1
	first, last = write(false)
	sum(score.NotAssessed, first, last)
	g.put(1, b.say("score.promised"), b.styles.total)
	g.formula(2, fmt.Sprintf("B%d+B%d", assessed, g.row-1), score.Promised.Count, b.styles.totalNumber)
	g.put(3, p.Text("definition."+score.Promised.Definition), b.styles.total)
	g.row++
}

// claimListPage lists every claim with what of it can be named.
func (b *book) claimListPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{100, 20, 16, 18, 22, 18, 40}
	b.opening(g, "claim_list", 7)
	b.heads(g, p.Record(ledger.Claims), "#"+b.say("claims.claimed"), b.say("claims.unit"), "#"+b.say("claims.itemised"), "#"+b.say("bridge.remainder"), b.say("claims.form"), b.say("claims.by"))
	for claim := range v.All(ledger.Claims) {
		answer := b.answer(claim)
		unit := p.Word("unit", answer.Unit.String())
		if answer.Currency != "" {
			unit = string(answer.Currency)
		}
		g.put(1, p.Title(l, claim), b.styles.row)
		g.link(1, b.rowOf(claim))
		g.put(2, exact(answer.Amount), b.styles.number)
		g.put(3, strings.TrimSpace(unit), b.styles.row)
		if answer.HasRemainder {
			g.put(4, exact(answer.Itemised), b.styles.number)
			g.formula(5, "B"+cellRow(g.row)+"-D"+cellRow(g.row), exact(answer.Remainder), b.styles.number)
		} else {
			g.put(4, "", b.styles.open)
			g.put(5, "", b.styles.open)
		}
		g.put(6, b.say("form."+string(answer.Form)), b.styles.row)
		g.put(7, l.Value(claim, "claimed_by"), b.styles.row)
		g.row++
	}
}

// checksPage says whether the workbook is whole and sound by formulas of its
// own, and what the rules of consistency found.
func (b *book) checksPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{60, 18, 18, 18, 70}
	b.opening(g, "check_list", 5)
	pass, fail := b.say("check.pass"), b.say("check.fail")
	b.heads(g, b.say("check.tried"), "#"+b.say("check.expected"), "#"+b.say("check.found"), b.say("check.answer"), "")
	for _, d := range b.described {
		id := "key"
		if !d.kind.Keyed() {
			id = d.kind.Columns()[0].Name
		}
		letters := columnName(d.places[id])
		cells := cellAddress(d.sheet, fmt.Sprintf("$%s$2:$%s$%d", letters, letters, d.rows+1))
		g.put(1, b.say("check.rows", d.sheet), b.styles.row)
		g.put(2, d.rows, b.styles.number)
		g.formula(3, "COUNTA("+cells+")", d.rows, b.styles.number)
		g.formula(4, fmt.Sprintf("IF(B%d=C%d,%s,%s)", g.row, g.row, quoted(pass), quoted(fail)), pass, b.styles.good)
		g.row++
		if d.kind.Keyed() && d.rows <= mostKeysCompared {
			g.put(1, b.say("check.keys", d.sheet), b.styles.row)
			g.put(2, d.rows, b.styles.number)
			g.formula(3, "SUMPRODUCT(1/COUNTIF("+cells+","+cells+"))", d.rows, b.styles.number)
			g.formula(4, fmt.Sprintf("IF(ROUND(B%d-C%d,6)=0,%s,%s)", g.row, g.row, quoted(pass), quoted(fail)), pass, b.styles.good)
			g.row++
		}
	}
	g.row++
	g.text(1, 5, b.say("check.consistency"), b.styles.section, 13)
	b.heads(g, b.say("check.rule"), "#"+b.say("check.findings"), "#"+b.say("check.untold"), b.say("check.answer"), "")
	for _, check := range analysis.Checks(v) {
		g.put(1, p.Text("check."+check.ID), b.styles.row)
		g.put(2, len(check.Cases), b.styles.number)
		g.put(3, len(check.CannotTell), b.styles.number)
		style := b.styles.good
		switch check.Answer {
		case analysis.Finding:
			style = b.styles.bad
		case analysis.CannotTell:
			style = b.styles.open
		}
		g.put(4, p.Text("checks.answer."+string(check.Answer)), style)
		var names []string
		for _, one := range check.Cases[:min(len(check.Cases), mostNamed)] {
			if len(one.Refs) > 0 {
				names = append(names, p.Title(l, one.Refs[0]))
			}
		}
		if more := len(check.Cases) - mostNamed; more > 0 {
			names = append(names, b.say("check.more", p.Integer(more)))
		}
		text := strings.Join(names, "; ")
		g.put(5, text, b.styles.row)
		g.row++
	}
}

const (
	// mostKeysCompared bounds the check that keys stand once: it compares each
	// with all.
	mostKeysCompared = 2000
	mostNamed        = 5
)

// methodPage says how the figures come about.
func (b *book) methodPage(g *grid) {
	v, p, l := b.request.View, b.request.Printer, b.request.View.Ledger()
	g.widths = []float64{34, 110}
	b.opening(g, "method", 2)
	pair := func(label, text string) {
		g.put(1, label, b.styles.row)
		g.put(2, text, b.styles.row)
		g.row++
	}
	asOf, settings := v.AsOf(), analysis.SettingsOf(l)
	g.text(1, 2, b.say("method.view"), b.styles.section, 13)
	pair(p.Text("workbook.happened"), p.Day(asOf.Happened)+". "+p.Text("workbook.happened.meaning"))
	pair(p.Text("workbook.known"), p.Day(asOf.Known)+". "+p.Text("workbook.known.meaning"))
	pair(b.say("method.count_at"), p.Word("count_at", b.request.CountAt.String()))
	for _, selection := range b.selections {
		if selection.Filter != "" {
			pair(p.Table(selection.Kind), selection.Filter)
		}
	}
	own, notes := b.ownClaims()
	for i, claim := range own {
		pair(p.Title(l, claim), strings.Join(notes[i], " "))
	}
	pair(b.say("method.silence"), b.say("method.silence_days", p.Integer(settings.Shelved), p.Integer(settings.Lapsed)))
	pair(b.say("method.about"), b.say("method.about_share", p.Decimal(settings.AboutMargin.Shift(2), 0)))
	pair(b.say("method.rate_age"), b.say("method.rate_age_days", p.Integer(settings.RateAge)))
	pair(b.say("method.program"), strings.TrimSpace(b.request.Program+" "+b.request.Version))
	g.row++
	g.text(1, 2, b.say("method.rates"), b.styles.section, 13)
	none := true
	for rate := range v.All(ledger.Rates) {
		none = false
		source := l.Value(rate, "source_key")
		if ref, ok := l.Find(ledger.Sources, source); ok {
			source = l.Value(ref, "publisher") + ", " + p.Title(l, ref)
		}
		pair(p.Title(l, rate), p.Date(l.Date(rate, "date"))+", "+source)
	}
	if none {
		g.text(1, 2, b.say("method.no_rates"), b.styles.note, 11)
	}
	g.row++
	g.text(1, 2, b.say("method.definitions"), b.styles.section, 13)
	for _, id := range []string{"documents", "chains", "deals", "organisations", "events"} {
		pair(b.say("summary."+id), p.Text("definition."+id))
	}
	for _, id := range analysis.BucketIDs(analysis.FormSum) {
		pair(b.say("bucket."+id), p.Text("definition.bucket."+id))
	}
	for _, rung := range ledger.Rungs() {
		pair(p.Word("rung", rung.String()), p.Text("definition.rung."+rung.String()))
	}
}

// dictionaryPage describes every column of the tables and lists the words that
// it may hold.
func (b *book) dictionaryPage(g *grid) {
	p := b.request.Printer
	g.widths = []float64{24, 30, 26, 22, 14, 70}
	b.opening(g, "dictionary", 6)
	b.heads(g, b.say("dictionary.table"), b.say("dictionary.column"), b.say("dictionary.field"), b.say("dictionary.type"), b.say("dictionary.required"), b.say("dictionary.words"))
	for _, kind := range tableOrder() {
		for _, column := range kind.Columns() {
			var words []string
			if column.Words != nil {
				for _, word := range column.Words.Words() {
					words = append(words, p.Word(column.Words.Name(), word)+" ("+word+")")
				}
			}
			g.put(1, p.Table(kind), b.styles.row)
			g.put(2, p.Column(kind, column.Name), b.styles.row)
			g.put(3, kind.Table()+"."+column.Name, b.styles.row)
			g.put(4, b.say("type."+typeName(column.Type)), b.styles.row)
			required := p.Text("workbook.no")
			if column.Required {
				required = p.Text("workbook.yes")
			}
			g.put(5, required, b.styles.row)
			text := strings.Join(words, "; ")
			g.put(6, text, b.styles.row)
			g.row++
		}
	}
}

// typeName names what a column holds for the catalogue.
func typeName(of ledger.ColumnType) string {
	switch of {
	case ledger.KeyColumn:
		return "key"
	case ledger.WordColumn, ledger.WordsColumn:
		return "word"
	case ledger.CountryColumn, ledger.CountriesColumn:
		return "country"
	case ledger.RegionsColumn:
		return "region"
	case ledger.DateColumn:
		return "date"
	case ledger.AmountColumn:
		return "amount"
	case ledger.CurrencyColumn:
		return "currency"
	case ledger.SectorCodeColumn:
		return "sector"
	case ledger.ReferenceColumn, ledger.ReferencesColumn:
		return "reference"
	case ledger.URLColumn:
		return "address"
	case ledger.LanguageColumn:
		return "language"
	}
	return "text"
}
