package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// print writes a line per record for people, under the headings of its groups:
// its name and the chosen columns, or its name, what matters most of its kind
// and its title.
func (l *list) print(out io.Writer) error {
	lines := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	s, groups := l.session, l.selection.Groups
	for i, ref := range l.selection.Rows {
		for len(groups) > 0 && groups[0].First == i {
			field, _ := query.FieldOf(l.kind, l.selection.Query.Group[groups[0].Level])
			heading := s.printer.Text("facet.none")
			if groups[0].Value != "" {
				heading = s.valueText(field, groups[0].Value)
			}
			if _, err := fmt.Fprintf(lines, "%s%s (%s)\n", strings.Repeat("  ", groups[0].Level), heading, s.printer.Integer(groups[0].Rows)); err != nil {
				return err
			}
			groups = groups[1:]
		}
		cells := []string{s.view.Ledger().Name(ref)}
		for _, column := range l.columns {
			cells = append(cells, s.columnText(ref, column))
		}
		if l.columns == nil {
			for _, field := range listed(l.kind) {
				cells = append(cells, s.fieldText(ref, field))
			}
			cells = append(cells, s.printer.Title(s.view.Ledger(), ref))
		}
		if _, err := fmt.Fprintln(lines, strings.Join(cells, "\t")); err != nil {
			return err
		}
	}
	return lines.Flush()
}

// columnText writes a column of a record for people.
func (s *session) columnText(ref ledger.Ref, column string) string {
	if column == "title" {
		return s.printer.Title(s.view.Ledger(), ref)
	}
	switch value := s.columnValue(ref, column).(type) {
	case int:
		return s.printer.Integer(value)
	case []moneyForm:
		return strings.Join(moneyTexts(value), "; ")
	}
	return s.fieldText(ref, column)
}

// columnValue gives a column of a record as JSON has it: text as the file has
// it, money as amount and currency, numbers as numbers; nil when there is none.
func (s *session) columnValue(ref ledger.Ref, column string) any {
	v := s.view
	switch {
	case column == "title":
		return s.printer.Title(v.Ledger(), ref)
	case column == "age" && ref.Kind == ledger.Deals:
		if state := v.Deal(ref); state.LastEvent >= 0 {
			return int(v.AsOf().Happened - state.LastHappened)
		}
		return nil
	case ref.Kind == ledger.Funds:
		state := v.Fund(ref)
		money, ok := map[string][]ledger.Money{"announced": state.Announced, "committed": state.Committed, "deployed": state.Deployed, "returned": state.Returned, "untraced": state.Untraced}[column]
		if ok {
			forms := make([]moneyForm, 0, len(money))
			for _, one := range money {
				forms = append(forms, moneyOf(one))
			}
			return forms
		}
	}
	if at := ref.Kind.Column(column); at >= 0 {
		return textOrNil(v.Ledger().Cell(ref, at))
	}
	field, ok := query.FieldOf(ref.Kind, column)
	if !ok {
		return nil
	}
	switch field.Shape {
	case query.Day:
		return dayOrNil(field.Date(v, ref))
	case query.Number:
		return field.Count(v, ref)
	case query.Amount:
		if money := field.Money(v, ref).Money; money.Stated() {
			return moneyOf(money)
		}
		return nil
	}
	return textOrNil(strings.Join(field.Values(v, ref), ";"))
}

func textOrNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// dayOrNil writes a date that follows from others: a day, or the first and the
// last day that it can mean.
func dayOrNil(date ledger.Date) any {
	switch {
	case !date.Known():
		return nil
	case date.First == date.Last:
		return date.First.String()
	}
	return date.First.String() + "/" + date.Last.String()
}

func moneyTexts(forms []moneyForm) []string {
	texts := make([]string, len(forms))
	for i, form := range forms {
		texts[i] = form.Currency + " " + form.Amount
	}
	return texts
}

// printJSON writes the chosen columns as a JSON array, in their order.
func (l *list) printJSON(out io.Writer) error {
	records := make([]json.RawMessage, 0, len(l.selection.Rows))
	for _, ref := range l.selection.Rows {
		object := []byte{'{'}
		for i, column := range l.columns {
			value, err := json.Marshal(l.session.columnValue(ref, column))
			if err != nil {
				return fmt.Errorf("%s of %s: %w", column, l.session.view.Ledger().Name(ref), err)
			}
			if i > 0 {
				object = append(object, ',')
			}
			object = append(strconv.AppendQuote(object, column), ':')
			object = append(object, value...)
		}
		records = append(records, append(object, '}'))
	}
	return printJSON(out, records)
}

// printCSV writes the chosen columns as CSV. The currency of money stands in a
// column of its own.
func (l *list) printCSV(out io.Writer) error {
	writer := csv.NewWriter(out)
	var header []string
	money := map[string]bool{}
	for _, column := range l.columns {
		header = append(header, column)
		if field, ok := query.FieldOf(l.kind, column); ok && field.Shape == query.Amount && l.kind.Column(column) < 0 {
			money[column] = true
			header = append(header, column+"_currency")
		}
	}
	if err := writer.Write(header); err != nil {
		return err
	}
	for _, ref := range l.selection.Rows {
		var cells []string
		for _, column := range l.columns {
			switch value := l.session.columnValue(ref, column).(type) {
			case nil:
				cells = append(cells, "")
				if money[column] {
					cells = append(cells, "")
				}
			case moneyForm:
				cells = append(cells, value.Amount, value.Currency)
			case []moneyForm:
				cells = append(cells, strings.Join(moneyTexts(value), "; "))
			default:
				cells = append(cells, fmt.Sprint(value))
			}
		}
		if err := writer.Write(cells); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// valueText names a value of a field.
func (s *session) valueText(field query.Field, value string) string {
	switch {
	case field.Words != nil:
		return locale.Capital(s.printer.Word(field.Words.Name(), value))
	case field.Keys:
		if named, ok := s.view.Ledger().Find(field.Target, value); ok {
			return s.printer.Title(s.view.Ledger(), named)
		}
	}
	return value
}
