package analysis_test

import (
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// The documents of the summit that were signed, financed and disbursed are those
// of the bridge of docs-total-80 (RULES 16) and the later ones beside them.
func TestUnitsAtEachLevelToday(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	for _, unit := range analysis.Units() {
		all := analysis.CountIn(v, unit, analysis.AtAnnounced, nil)
		last := all.Count
		for _, level := range []analysis.CountAt{analysis.AtSigned, analysis.AtFinanced} {
			total := analysis.CountIn(v, unit, level, nil)
			left := 0
			for _, out := range total.LeftOut {
				left += len(out.Refs)
			}
			if total.Count > last || total.Count != len(total.Added) {
				t.Errorf("%s at %s: %d with %d records, %d before", unit, level, total.Count, len(total.Added), last)
			}
			last = total.Count
			if unit == analysis.Events && total.Count+left != all.Count {
				t.Errorf("events at %s: %d and %d left out of %d", level, total.Count, left, all.Count)
			}
		}
	}
	claim := find(t, l, ledger.Claims, "docs-total-80")
	inside := analysis.Bridge(v, claim, analysis.AtFinanced, nil)
	financed := analysis.CountIn(v, analysis.Documents, analysis.AtFinanced, inside.ItemisedTotal().Added)
	if financed.Count != 12 {
		t.Errorf("%d of the 44 documents are financed, want 12 (RULES 16)", financed.Count)
	}
}

func TestUnitsOfASetOfRecords(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	lng := []ledger.Ref{find(t, l, ledger.Agreements, "novatek-mitsui-2016"), find(t, l, ledger.Agreements, "novatek-mitsubishi-2016")}
	for unit, want := range map[string][]string{
		analysis.Documents: {"novatek-mitsubishi-2016", "novatek-mitsui-2016"},
		analysis.Deals:     {"arctic-lng-2"}, // links.csv: it implements both
	} {
		if got := keysOf(l, analysis.CountIn(v, unit, analysis.AtAnnounced, lng).Added); !slices.Equal(slices.Sorted(slices.Values(got)), want) {
			t.Errorf("%s of the two memoranda of NOVATEK: %v, want %v", unit, got, want)
		}
	}
	deal := find(t, l, ledger.Deals, "arctic-lng-2")
	if got := keysOf(l, analysis.CountIn(v, analysis.Documents, analysis.AtAnnounced, []ledger.Ref{deal}).Added); !slices.Contains(got, "novatek-mitsui-2016") {
		t.Errorf("documents of arctic-lng-2: %v", got)
	}
	if got := analysis.CountIn(v, analysis.Events, analysis.AtAnnounced, []ledger.Ref{deal}); got.Count != len(v.EventsOf(deal)) {
		t.Errorf("%d events of arctic-lng-2, want %d", got.Count, len(v.EventsOf(deal)))
	}
	if got := analysis.CountIn(v, analysis.Deals, analysis.AtAnnounced, []ledger.Ref{}); got.Count != 0 {
		t.Errorf("%d deals of no records", got.Count)
	}
}

func TestReplacedDocumentNamesItsSuccessor(t *testing.T) {
	l := bundled(t)
	joined, err := l.Apply([]ledger.Change{l.Add(ledger.Links, l.RecordedDay(),
		[]string{"agreement", "novatek-mitsui-2016", "replaces", "agreement", "novatek-mitsubishi-2016", "", "ntv-349216"})})
	if err != nil {
		t.Fatal(err)
	}
	total := analysis.CountDocuments(view(t, joined, today, today))
	if total.Count != 115 {
		t.Errorf("%d documents, want 115: one of the 116 is replaced", total.Count)
	}
	for _, left := range total.LeftOut {
		if left.Reason == analysis.ReasonDuplicate {
			if len(left.Refs) != 1 || joined.Key(left.Refs[0]) != "novatek-mitsubishi-2016" || joined.Key(left.Instead[0]) != "novatek-mitsui-2016" {
				t.Errorf("left out %v, instead %v", keysOf(joined, left.Refs), keysOf(joined, left.Instead))
			}
			return
		}
	}
	t.Error("the replaced document is not named")
}

// Two documents that replace each other count each by itself (RULES 6.3).
func TestDocumentsInALoopCountEach(t *testing.T) {
	l := bundled(t)
	for _, pair := range [][2]string{{"novatek-mitsui-2016", "novatek-mitsubishi-2016"}, {"novatek-mitsubishi-2016", "novatek-mitsui-2016"}} {
		joined, err := l.Apply([]ledger.Change{l.Add(ledger.Links, l.RecordedDay(), []string{"agreement", pair[0], "replaces", "agreement", pair[1], "", "ntv-349216"})})
		if err != nil {
			t.Fatal(err)
		}
		l = joined
	}
	v := view(t, l, today, today)
	if got := analysis.CountDocuments(v).Count; got != 116 {
		t.Errorf("%d documents, want all 116", got)
	}
	answer := analysis.Bridge(v, find(t, l, ledger.Claims, "docs-total-80"), analysis.AtAnnounced, nil)
	if replaced := bucket(answer, analysis.BucketDuplicate); len(replaced.Items) != 0 || answer.Counted.String() != "44" {
		t.Errorf("%d are duplicates, %s counted; want none and 44", len(replaced.Items), answer.Counted)
	}
}
