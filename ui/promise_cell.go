package ui

import (
	"summitledger/data/ledger"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// longestPeriod and longestLate are as wide as due days and lateness get.
var longestPeriod = ledger.Date{First: ledger.DayOf(2020, 11, 1), Last: ledger.DayOf(2022, 9, 30), Precision: ledger.Period}

const longestLate = 888

// verdictText says how a promise stands: kept late with the fewest days that
// its dates allow, without a due day by that.
func (d *desk) verdictText(promise ledger.Ref) string {
	state := d.view.Promise(promise)
	if state.Verdict == ledger.VerdictKeptLate {
		return capital(d.printer.Count("promises.kept_late", state.LateAtLeast))
	}
	return capital(d.printer.Short("verdict", state.Verdict.String()))
}

// promiseCell writes the cells of promises that say more than their field.
func (r *rows) promiseCell(ref ledger.Ref, column string) (grid.Cell, bool) {
	if ref.Kind != ledger.Promises {
		return grid.Cell{}, false
	}
	switch column {
	case "verdict":
		return grid.Cell{Text: r.verdictText(ref), Mark: markOfVerdict(r.view.Promise(ref).Verdict)}, true
	case "made_by":
		return grid.Cell{Text: r.ledger.Value(ref, "made_by"), Token: look.Text2}, true
	case "due_on":
		if !r.ledger.Date(ref, "due_on").Known() {
			return grid.Cell{Text: r.text("promises.no_due_day"), Token: look.Text3}, true
		}
	}
	return grid.Cell{}, false
}

// Divides reports whether a rule stands above a row: promises in order of
// verdict are divided where the verdict changes.
func (r *rows) Divides(row int) bool {
	if r.selection.Query.Kind != ledger.Promises || len(r.selection.Query.Group) > 0 || !sortedFirst(r.selection.Query, "verdict") {
		return false
	}
	before, ok := r.ref(row - 1)
	at, also := r.ref(row)
	return ok && also && r.view.Promise(before).Verdict != r.view.Promise(at).Verdict
}
