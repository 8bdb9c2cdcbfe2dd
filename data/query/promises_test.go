package query_test

import (
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// What is still to come stands at one end of the order, what was kept at the
// other, whatever order the vocabulary has.
func TestPromisesInOrderOfVerdict(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	for descending, want := range map[bool]string{
		true:  "pending overdue not_assessed broken partly_kept kept_late kept",
		false: "kept kept_late partly_kept broken not_assessed overdue pending",
	} {
		var verdicts []string
		for _, ref := range run(t, v, query.Query{Kind: ledger.Promises, Sort: []query.Order{{Field: "verdict", Descending: descending}}}).Rows {
			if word := v.Promise(ref).Verdict.String(); len(verdicts) == 0 || verdicts[len(verdicts)-1] != word {
				verdicts = append(verdicts, word)
			}
		}
		if got := strings.Join(verdicts, " "); got != want {
			t.Errorf("descending %v: %s, want %s", descending, got, want)
		}
	}
}

// Promises of which nothing is reported come last, whichever way the order runs.
func TestPromisesInOrderOfTheirReport(t *testing.T) {
	l := bundled(t)
	v := viewOf(t, l, today, today)
	for descending, want := range map[bool]string{false: "priority-projects-by-mid-december", true: "sakhalin-2-decision-2017"} {
		rows := run(t, v, query.Query{Kind: ledger.Promises, Sort: []query.Order{{Field: "reported_on", Descending: descending}}}).Rows
		if got := l.Key(rows[0]); got != want {
			t.Errorf("descending %v: first %s, want %s", descending, got, want)
		}
		if v.Promise(rows[11]).Event == ledger.NoRef() || v.Promise(rows[12]).Event != ledger.NoRef() {
			t.Errorf("descending %v: the twelve reported ones do not stand first", descending)
		}
	}
}
