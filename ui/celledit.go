package ui

import (
	"errors"

	"summitledger/data/ledger"
	"summitledger/ui/grid"
)

// behind names the column of the file that stands behind one which the view
// derives: what is changed when such a cell is.
func behind(kind ledger.Kind, column string) string {
	switch column {
	case "signed_by":
		return "signed_on"
	case "force":
		return "binding"
	case valueColumn:
		for _, amount := range []string{"value_amount", "amount", "size_amount"} {
			if kind.Column(amount) >= 0 {
				return amount
			}
		}
	}
	return column
}

// cellColumn gives the column of the file that a cell of a table changes.
// Keys, links to other records and lists are changed in the form.
func (l *listing) cellColumn(column string) (ledger.Column, bool) {
	kind := l.table.kind
	name := behind(kind, column)
	if column == titleColumn {
		name = l.table.fieldOf(column)
		if own := name + "_" + string(l.window.printer.Language()); kind.Column(own) >= 0 {
			name = own
		}
	}
	at := kind.Column(name)
	if at < 0 {
		return ledger.Column{}, false
	}
	of := kind.Columns()[at]
	switch of.Type {
	case ledger.TextColumn, ledger.WordColumn, ledger.DateColumn, ledger.AmountColumn, ledger.CountryColumn, ledger.LanguageColumn, ledger.CurrencyColumn, ledger.URLColumn:
		return of, true
	}
	return ledger.Column{}, false
}

// editing changes cells of the table where they stand; each is an action that
// can be undone.
func (l *listing) editing() *grid.Editing {
	return &grid.Editing{Begin: l.beginCell, Check: l.checkCell, Keep: l.keepCell}
}

func (l *listing) beginCell(row, column string) (grid.Draft, bool) {
	of, ok := l.cellColumn(column)
	ref, there := l.desk.find(row)
	if !ok || !there || l.window.file == nil || l.window.file.readOnly() != "" {
		return grid.Draft{}, false
	}
	draft := grid.Draft{Text: l.desk.ledger.Cell(ref, l.table.kind.Column(of.Name)), Example: exampleOf(of)}
	if of.Type == ledger.WordColumn {
		p := l.window.printer
		if !of.Required {
			draft.Words = append(draft.Words, grid.Word{Text: p.Text("edit.empty")})
		}
		for _, word := range of.Words.Words() {
			draft.Words = append(draft.Words, grid.Word{ID: word, Text: capital(p.Word(of.Words.Name(), word))})
		}
	}
	return draft, true
}

func (l *listing) checkCell(_, column, text string) string {
	of, ok := l.cellColumn(column)
	if !ok {
		return ""
	}
	if code, _, sound := of.Check(text); !sound {
		return l.window.printer.Text("fault." + string(code))
	}
	return ""
}

func (l *listing) keepCell(row, column, text string, done func(fault string)) {
	w := l.window
	of, ok := l.cellColumn(column)
	ref, there := l.desk.find(row)
	if !ok || !there {
		done(w.printer.Text("table.row_gone"))
		return
	}
	action := ledger.Action{Author: author(), Time: w.options.Now(), Changes: []ledger.Change{l.desk.ledger.Set(ref, of.Name, text)}}
	w.carryOut(action, func(err error) {
		var faults ledger.Faults
		switch {
		case err == nil:
			done("")
		case errors.As(err, &faults) && len(faults) > 0:
			done(w.printer.Fault(faults[0]))
		default:
			done(capital(err.Error()))
		}
	})
}
