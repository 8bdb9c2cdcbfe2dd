package ui

import (
	"context"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// valueColumn is the column under which amounts are added up.
const valueColumn = "value"

// addsUp reports whether the records of a kind have a headline amount.
func addsUp(kind ledger.Kind) bool {
	return kind == ledger.Agreements || kind == ledger.Deals || kind == ledger.Funds
}

// addUp works out, off the UI goroutine, what the records of every group add
// up to, and shows it in the headings.
func (l *listing) addUp() {
	d, s, rows := l.desk, l.selection, l.rows
	if len(s.Groups) == 0 || !addsUp(l.table.kind) {
		l.window.work.Cancel("subtotals." + l.name)
		return
	}
	l.window.work.Start("subtotals."+l.name, func(ctx context.Context) func() {
		totals := make(map[int]string, len(s.Groups))
		for i := range s.Groups {
			if ctx.Err() != nil {
				return nil
			}
			if text := d.subtotal(s, i); text != "" {
				totals[i] = text
			}
		}
		return func() {
			if l.selection == s {
				rows.totals, l.rows.totals = totals, totals
				l.grid.Redraw()
			}
		}
	})
}

// subtotal says what the records of a group add up to, and of how many of them
// the amount is in the sum: "EUR 200m, 1 of 10". Nothing where none is.
func (d *desk) subtotal(s *query.Selection, at int) string {
	group := &s.Groups[at]
	total := d.sumsOf(s.Query.Kind, s.Rows[group.First:group.First+group.Rows])
	if len(total.Sums) == 0 {
		return ""
	}
	return d.text("table.subtotal", d.sumWords(total), d.printer.Integer(summed(total)), d.printer.Integer(group.Rows))
}

// settingTotals is whether tables show what their columns add up to.
const settingTotals = "totals"

// toggleTotals shows the line of totals or takes it away.
func (w *Window) toggleTotals() {
	w.settings.store.SetBool(settingTotals, !w.settings.store.Bool(settingTotals))
	if w.desk != nil {
		w.show(w.desk)
	}
}

// showTotals says under the table what the shown records add up to, and what
// the sum leaves out.
func (l *listing) showTotals() {
	d, s := l.desk, l.selection
	if !l.window.settings.store.Bool(settingTotals) || !addsUp(l.table.kind) || len(s.Rows) == 0 || d == nil {
		l.grid.SetTotals(nil)
		return
	}
	text := d.text("table.total_of", d.printer.Records(l.table.kind, len(s.Rows)))
	if left := l.leftOut(d, l.total); left != "" {
		text += ": " + left
	}
	l.grid.SetTotals(map[string]grid.Cell{titleColumn: {Text: text, Token: look.Text2}, valueColumn: {Text: d.sumWords(l.total)}})
}

// leftOut says how many amounts a sum leaves out, by reason.
func (l *listing) leftOut(d *desk, total analysis.Total) string {
	var parts []string
	for _, left := range total.LeftOut {
		key := map[string]string{analysis.ReasonNoAmount: "foot.without_amount", analysis.ReasonNotDated: "foot.not_dated", analysis.ReasonSucceeded: "foot.elsewhere"}[left.Reason]
		parts = append(parts, d.text(key, d.printer.Integer(len(left.Refs))))
	}
	return strings.Join(parts, ", ")
}

// openSums takes the sum of the shown records apart.
func (l *listing) openSums() {
	if l.desk != nil && l.selection != nil && len(l.selection.Rows) > 0 && addsUp(l.table.kind) {
		l.window.openFigure(l.sumFigure(l.desk, l.total))
	}
}

// summed counts the records whose amounts are in the sums of a total.
func summed(total analysis.Total) int {
	n := 0
	for _, sum := range total.Sums {
		n += len(sum.Records)
	}
	return n
}
