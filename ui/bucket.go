package ui

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// assignBucket puts a record into another bucket of a claim's bridge, as an
// edit of the workspace that undo takes back. An empty bucket, or the one where
// the rules put the record, leaves it to the rules again.
func (w *Window) assignBucket(claim, record ledger.Ref, bucket string) {
	if w.refuseEditing() {
		return
	}
	l := w.desk.ledger
	name := ledger.SettingName{Topic: ledger.ClaimBucket, Claim: l.Key(claim), Record: l.Name(record)}
	if bucket == w.ruledBucket(claim, record) {
		bucket = ""
	}
	w.choose(ledger.Choice{Name: name, Value: bucket})
}

// ruledBucket gives the bucket where the rules put a record, empty when the
// claim does not count it.
func (w *Window) ruledBucket(claim, record ledger.Ref) string {
	l := w.desk.ledger
	settings := analysis.SettingsOf(l)
	settings.Buckets = nil
	answer := analysis.BridgeWith(w.desk.view, claim, settings.Bridging(analysis.AtAnnounced, nil))
	for _, bucket := range answer.Buckets {
		for _, item := range bucket.Items {
			if item.Ref == record {
				return bucket.ID
			}
		}
	}
	return ""
}

// choose carries out choices of the reader as one action.
func (w *Window) choose(choices ...ledger.Choice) {
	for _, choice := range choices {
		if err := analysis.CheckChoice(w.desk.ledger, choice); err != nil {
			w.fail(err)
			return
		}
	}
	changes := w.desk.ledger.Choose(w.today(), choices...)
	if len(changes) == 0 {
		return
	}
	w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Changes: changes}, w.failIf)
}

// refuseEditing says why nothing can be edited, if so.
func (w *Window) refuseEditing() bool {
	switch {
	case w.file == nil || w.desk == nil:
		w.tell("differ", w.printer.Text("refused.no_file"), "", nil)
	case w.file.readOnly() != "":
		w.tell("differ", w.printer.Text("refused.read_only"), "", nil)
	default:
		return false
	}
	return true
}
