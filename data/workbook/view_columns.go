package workbook

import (
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
)

// viewColumn is a column of the sheet of a saved view.
type viewColumn struct {
	heading string
	widest  float64
	added   map[ledger.Ref]ledger.Money // of a column that adds up: what its sum takes
	cell    func(ledger.Ref) value
	leads   bool // to the row of the record, where the workbook has it
}

// columnsOfView gives the columns of a saved view. Amounts that add up stand in
// a column per currency, those that no sum takes in one of their own with the
// reason: so a sum of a column is what the screen shows.
func (b *book) columnsOfView(s SavedSheet) []viewColumn {
	p := b.request.Printer
	kind, ids := s.Opened.Kind, s.Opened.Columns
	if len(ids) == 0 {
		ids = viewColumns(kind)
	}
	var columns []viewColumn
	for _, id := range ids {
		column := viewColumn{heading: p.Column(kind, query.FieldOfColumn(kind, id)), widest: widestWord}
		field, known := query.FieldOf(kind, query.FieldOfColumn(kind, id))
		switch {
		case id == "title":
			column.widest, column.leads = widestTitle, true
			column.cell = func(ref ledger.Ref) value { return textValue(p.Title(s.View.Ledger(), ref)) }
		case kind == ledger.Deals && id == "age":
			column.heading = p.Text("pipeline.age")
			column.cell = func(ref ledger.Ref) value {
				if state := s.View.Deal(ref); state.LastEvent >= 0 {
					return countValue(int(s.View.AsOf().Happened - state.LastHappened))
				}
				return value{}
			}
		case kind == ledger.Funds && fundMoney(id) != nil:
			money := fundMoney(id)
			column.heading = capital(p.Text("workbook.derived." + id))
			column.cell = func(ref ledger.Ref) value {
				var parts []string
				for _, one := range money(s.View.Fund(ref)) {
					parts = append(parts, p.Exact(one))
				}
				return textValue(strings.Join(parts, "; "))
			}
		case !known:
			continue
		case field.Shape == query.Amount && id == "value" && (kind == ledger.Agreements || kind == ledger.Deals):
			columns = append(columns, b.addedColumns(s, column.heading)...)
			continue
		case field.Shape == query.Amount && field.Plain == nil:
			columns = append(columns, amountColumns(s.View, column, p.Column(kind, "currency"), field)...)
			continue
		default:
			b.plainColumn(s, &column, field)
		}
		columns = append(columns, column)
	}
	return columns
}

// fundMoney gives the money of a fund that a column shows; nil for no such
// column.
func fundMoney(id string) func(ledger.FundState) []ledger.Money {
	for _, part := range fundParts() {
		if part.name == id {
			return part.money
		}
	}
	return nil
}

// addedColumns gives the amounts of agreements or deals: one column per
// currency of what adds up, and one of what does not.
func (b *book) addedColumns(s SavedSheet, heading string) []viewColumn {
	p, l := b.request.Printer, s.View.Ledger()
	total := analysis.HeadlineTotal(s.View, s.Selection.Rows)
	var columns []viewColumn
	for _, sum := range total.Sums {
		added := make(map[ledger.Ref]ledger.Money, len(sum.Records))
		for _, ref := range sum.Records {
			added[ref] = s.View.Headline(ref).Money
		}
		columns = append(columns, viewColumn{heading: heading + ", " + string(sum.Money.Currency), added: added, widest: widestWord, cell: func(ref ledger.Ref) value {
			if money, ok := added[ref]; ok {
				return amountValue(money.Amount)
			}
			return value{}
		}})
	}
	left := map[ledger.Ref]string{}
	for _, reason := range total.LeftOut {
		for i, ref := range reason.Refs {
			if i >= len(reason.Money) || !reason.Money[i].Stated() {
				continue
			}
			text := p.Exact(reason.Money[i]) + ": " + p.Text("reason."+reason.Reason)
			if i < len(reason.Instead) && reason.Instead[i].Exists() {
				text += ", " + p.Title(l, reason.Instead[i])
			}
			left[ref] = text
		}
	}
	if len(left) > 0 {
		columns = append(columns, viewColumn{heading: b.say("view.not_added", heading), widest: widestText, cell: func(ref ledger.Ref) value { return textValue(left[ref]) }})
	}
	if len(columns) == 0 {
		columns = []viewColumn{{heading: heading, widest: widestWord, cell: func(ledger.Ref) value { return value{} }}}
	}
	return columns
}

// amountColumns gives an amount that is never added up, and its currency.
func amountColumns(v *ledger.View, column viewColumn, currency string, field query.Field) []viewColumn {
	money := func(ref ledger.Ref) ledger.Money { return field.Money(v, ref).Money }
	column.cell = func(ref ledger.Ref) value {
		if one := money(ref); one.Stated() {
			return amountValue(one.Amount)
		}
		return value{}
	}
	return []viewColumn{column, {heading: column.heading + ": " + currency, widest: widestWord, cell: func(ref ledger.Ref) value { return textValue(string(money(ref).Currency)) }}}
}

// plainColumn fills in a column of a field that is no money.
func (b *book) plainColumn(s SavedSheet, column *viewColumn, field query.Field) {
	v := s.View
	switch field.Shape {
	case query.Day:
		column.cell = func(ref ledger.Ref) value {
			date := field.Date(v, ref)
			switch {
			case !date.Known():
				return value{}
			case exactDay(date):
				return dayValue(date.First)
			}
			return textValue(b.request.Printer.ShortDate(date))
		}
		return
	case query.Number:
		column.cell = func(ref ledger.Ref) value { return countValue(field.Count(v, ref)) }
		return
	case query.Amount:
		column.cell = func(ref ledger.Ref) value {
			if field.Plain != nil && len(field.Values(v, ref)) > 0 {
				return amountValue(field.Plain(v, ref))
			}
			return value{}
		}
		return
	}
	if field.Shape == query.Text {
		column.widest = widestText
	}
	column.cell = func(ref ledger.Ref) value {
		values := field.Values(v, ref)
		texts := make([]string, len(values))
		for i, one := range values {
			texts[i] = b.fieldValue(v.Ledger(), field, one)
		}
		return textValue(strings.Join(texts, "; "))
	}
}

// fieldValue names a value of a field as the reader knows it.
func (b *book) fieldValue(l *ledger.Ledger, field query.Field, text string) string {
	p := b.request.Printer
	switch {
	case text == "":
		return b.say("pivot.blank")
	case field.Words != nil:
		return p.Word(field.Words.Name(), text)
	case field.Keys:
		if named, ok := l.Find(field.Target, text); ok {
			return p.Title(l, named)
		}
	case field.Type == ledger.CountryColumn || field.Type == ledger.CountriesColumn || field.ID == "country":
		return p.Country(text)
	case field.Type == ledger.LanguageColumn:
		return p.Tongue(text)
	case field.Named != nil:
		if kind, key, hasKind, ok := ledger.ParseName(text); ok && hasKind {
			if named, found := l.Find(kind, key); found {
				return p.Title(l, named)
			}
		}
	}
	return text
}

// sumOf adds up what the column has of some records.
func (c *viewColumn) sumOf(refs []ledger.Ref) decimal.Decimal {
	sum := decimal.Zero
	for _, ref := range refs {
		if money, ok := c.added[ref]; ok {
			sum = sum.Add(money.Amount)
		}
	}
	return sum
}
