package report

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// TitleColumn is the column of the title in the reader's language; AgeColumn
// that of the days since the last dated event of a deal.
const (
	TitleColumn = "title"
	AgeColumn   = "age"
	valueColumn = "value"
)

// UsualColumns are those by which a table shows records of a kind when none are
// chosen.
func UsualColumns(kind ledger.Kind) []string {
	switch kind {
	case ledger.Agreements:
		return []string{TitleColumn, "instrument", "sector", "at_summit", "signed_by", "force", valueColumn}
	case ledger.Deals:
		return []string{TitleColumn, "stage_now", "outcome", "silence", "sector", "last_event", AgeColumn, valueColumn}
	case ledger.Funds:
		return []string{TitleColumn, "announced", "committed", "deployed", "returned", "untraced", "deal_count"}
	case ledger.Events:
		return []string{"date", "kind", "subject", TitleColumn, "outcome"}
	case ledger.Promises:
		return []string{TitleColumn, "made_by", "made_on", "due_on", "reported_on", "verdict"}
	case ledger.Tracks:
		return []string{TitleColumn, "outcome", "opened_on", "state"}
	case ledger.Claims:
		return []string{TitleColumn, "claimed_by", "as_of", "unit"}
	case ledger.Organisations:
		return []string{TitleColumn, "country", "kind", "documents", "deal_count"}
	case ledger.Sources:
		return []string{"published_on", "publisher", TitleColumn, "kind", "language"}
	}
	return []string{TitleColumn}
}

// cells writes records of one kind as a table shows them: short words, money in
// the unit of the heading.
type cells struct {
	view    *ledger.View
	printer *locale.Printer
	kind    ledger.Kind
	fields  map[string]query.Field
}

func newCells(v *ledger.View, p *locale.Printer, kind ledger.Kind) *cells {
	c := &cells{view: v, printer: p, kind: kind, fields: make(map[string]query.Field)}
	for _, field := range query.Fields(kind) {
		c.fields[field.ID] = field
	}
	return c
}

// heading names a column; that of money says its unit.
func (c *cells) heading(column string) string {
	switch column {
	case TitleColumn:
		return c.printer.Column(c.kind, c.kind.Columns()[max(c.kind.TitleColumn(), 0)].Name)
	case AgeColumn:
		return c.printer.Text("pipeline.age")
	case valueColumn:
		return c.printer.Text("money.value_million")
	}
	return c.printer.Column(c.kind, column)
}

// number reports whether a column holds numbers.
func (c *cells) number(column string) bool {
	field, ok := c.fields[column]
	_, money := fundMoney(ledger.FundState{}, column)
	return ok && (field.Shape == query.Amount || field.Shape == query.Number) || column == AgeColumn || money && c.kind == ledger.Funds
}

// fundMoney gives a step of the money of a fund that its table shows.
func fundMoney(state ledger.FundState, column string) ([]ledger.Money, bool) {
	switch column {
	case "announced":
		return state.Announced, true
	case "committed":
		return state.Committed, true
	case "deployed":
		return state.Deployed, true
	case "returned":
		return state.Returned, true
	case "untraced":
		return state.Untraced, true
	}
	return nil, false
}

// cell writes a column of a record.
func (c *cells) cell(ref ledger.Ref, column string) TableCell {
	l, p := c.view.Ledger(), c.printer
	if column == TitleColumn {
		return TableCell{Text: p.Title(l, ref)}
	}
	switch ref.Kind {
	case ledger.Funds:
		if money, ok := fundMoney(c.view.Fund(ref), column); ok {
			if len(money) == 0 {
				return TableCell{Text: p.Text("value.unknown")}
			}
			return TableCell{Text: Charting{Printer: p}.moneyList(money)}
		}
	case ledger.Deals:
		if column == AgeColumn {
			state := c.view.Deal(ref)
			if state.LastEvent < 0 {
				return TableCell{Text: p.Text("value.unknown")}
			}
			return TableCell{Text: p.Integer(int(c.view.AsOf().Happened - state.LastHappened))}
		}
	case ledger.Promises:
		switch column {
		case "verdict":
			state := c.view.Promise(ref)
			text := p.Short("verdict", state.Verdict.String())
			if state.Verdict == ledger.VerdictKeptLate {
				text = p.Count("promises.kept_late", state.LateAtLeast)
			}
			return TableCell{Text: locale.Capital(text), Sign: VerdictSign(state.Verdict)}
		case "made_by":
			return TableCell{Text: l.Value(ref, "made_by")}
		case "due_on":
			if !l.Date(ref, "due_on").Known() {
				return TableCell{Text: p.Text("promises.no_due_day")}
			}
		}
	}
	field, ok := c.fields[column]
	if !ok {
		return TableCell{}
	}
	return c.field(ref, field)
}

// field writes the value of a field.
func (c *cells) field(ref ledger.Ref, field query.Field) TableCell {
	p := c.printer
	switch field.Shape {
	case query.Day:
		date := field.Date(c.view, ref)
		if !date.Known() {
			return TableCell{Text: p.Text("date.none")}
		}
		if field.ID == "signed_by" && !c.view.Ledger().Date(ref, "signed_on").Known() {
			return TableCell{Text: p.SignedBy(date.Last)}
		}
		return TableCell{Text: p.ShortDate(date)}
	case query.Amount:
		headline := field.Money(c.view, ref)
		if !headline.Money.Stated() {
			return TableCell{}
		}
		return TableCell{Text: p.MoneyCell(headline.Money, headline.Qualifier)}
	case query.Number:
		return TableCell{Text: p.Integer(field.Count(c.view, ref))}
	case query.Word:
		values := field.Values(c.view, ref)
		if len(values) == 0 {
			return TableCell{}
		}
		sign := WordSign(field.Words.Name(), values[0])
		if ref.Kind == ledger.Events && field.ID == "kind" {
			sign = EventOutcomeSign(c.view, ref)
		}
		for i, value := range values {
			values[i] = p.Short(field.Words.Name(), value)
		}
		return TableCell{Text: strings.Join(values, ", "), Sign: sign}
	}
	values := field.Values(c.view, ref)
	for i, value := range values {
		values[i] = CodeText(c.view.Ledger(), c.printer, field, value)
	}
	return TableCell{Text: strings.Join(values, ", ")}
}

// CodeText names a code of a field: a country, a language, a record's title.
func CodeText(l *ledger.Ledger, p *locale.Printer, field query.Field, value string) string {
	if field.Keys {
		if named, ok := l.Find(field.Target, value); ok {
			return p.Title(l, named)
		}
		return value
	}
	switch field.ID {
	case "subject":
		kind, key, hasKind, ok := ledger.ParseName(value)
		if !ok || !hasKind {
			return value
		}
		if named, found := l.Find(kind, key); found {
			return p.Title(l, named)
		}
	case "country", "countries":
		return p.Country(value)
	case "language":
		return p.Tongue(value)
	}
	return value
}

// value names a value of a field for the heading of a group.
func (c *cells) value(field query.Field, value string) string {
	return ValueText(c.view.Ledger(), c.printer, field, value)
}

// ValueText names a value of a field for facets, groups and chips; the empty value
// says that there is none.
func ValueText(l *ledger.Ledger, p *locale.Printer, field query.Field, value string) string {
	switch {
	case value == "" && field.Shape == query.Amount:
		return p.Text("money.none")
	case value == "" && field.Shape == query.Day:
		return p.Text("date.none")
	case value == "" && field.ID == "stage_now":
		return p.Word("stage", "none")
	case value == "" && field.ID == "silence":
		return p.Text("facet.not_silent")
	case value == "":
		return p.Text("facet.none")
	case field.Words != nil:
		return locale.Capital(p.Short(field.Words.Name(), value))
	}
	return CodeText(l, p, field, value)
}
