package ui

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/data/report"
)

func capital(text string) string { return locale.Capital(text) }

// small gives a title as it stands inside a sentence.
func small(title string) string {
	for _, first := range title {
		return strings.ToLower(string(first)) + strings.TrimPrefix(title, string(first))
	}
	return title
}

// cellText writes the value of a field of a record as a cell of a grid shows
// it: short words, money in the unit of the column's header.
func (d *desk) cellText(ref ledger.Ref, field query.Field) (text, mark string, muted bool) {
	p := d.printer
	switch field.Shape {
	case query.Day:
		date := field.Date(d.view, ref)
		if !date.Known() {
			return p.Text("date.none"), "", true
		}
		if field.ID == "signed_by" && !d.ledger.Date(ref, "signed_on").Known() {
			return p.SignedBy(date.Last), "", false
		}
		return p.ShortDate(date), "", false
	case query.Amount:
		headline := field.Money(d.view, ref)
		if !headline.Money.Stated() {
			return "", "", true
		}
		return p.MoneyCell(headline.Money, headline.Qualifier), "", headline.State == ledger.NotDatedAmount
	case query.Number:
		n := field.Count(d.view, ref)
		return p.Integer(n), "", n == 0
	case query.Word:
		values := field.Values(d.view, ref)
		if len(values) == 0 {
			return "", "", true
		}
		vocabulary := field.Words.Name()
		mark = wordOf(vocabulary, values[0])
		if ref.Kind == ledger.Events && field.ID == "kind" {
			mark = d.eventMark(ref)
		}
		muted = mark == "" && saysNothing(values)
		for i, value := range values {
			values[i] = p.Short(vocabulary, value)
		}
		return strings.Join(values, ", "), mark, muted
	}
	values := field.Values(d.view, ref)
	for i, value := range values {
		values[i] = d.codeText(field, value)
	}
	return strings.Join(values, ", "), "", false
}

// saysNothing reports whether a word only says that nothing is known.
func saysNothing(values []string) bool {
	return len(values) == 1 && (values[0] == "unknown" || values[0] == "not_stated" || values[0] == "unspecified")
}

// codeText names a code of a field: a country, a language, a record's title.
func (d *desk) codeText(field query.Field, value string) string {
	return report.CodeText(d.ledger, d.printer, field, value)
}

// valueText names a value of a field for facets, groups and chips; the empty
// value says that there is none.
func (d *desk) valueText(field query.Field, value string) string {
	return report.ValueText(d.ledger, d.printer, field, value)
}
