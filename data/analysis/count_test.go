package analysis_test

import (
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestCountsToday(t *testing.T) {
	v := viewToday(t)
	documents := analysis.CountDocuments(v)
	for _, c := range []struct {
		total analysis.Total
		want  int
	}{
		{documents, 116}, {analysis.CountChains(v), 89}, {analysis.CountDeals(v), 60},
		{analysis.CountOrganisations(v), 133}, {analysis.CountEvents(v), 298},
	} {
		if c.total.Count != c.want || len(c.total.Added) != c.want {
			t.Errorf("%s: %d with %d records, want %d (RULES 6.1)", c.total.Unit, c.total.Count, len(c.total.Added), c.want)
		}
	}
	if len(documents.LeftOut) != 1 || len(documents.LeftOut[0].Refs) != 7 {
		t.Errorf("results without a paper: %v, want 7", documents.LeftOut)
	}
}

func TestChainOfDocuments(t *testing.T) {
	l := bundled(t)
	row := func(l *ledger.Ledger, from, relation, to string) ledger.Change {
		return l.Add(ledger.Links, l.RecordedDay(), []string{"agreement", from, relation, "agreement", to, "", "ntv-349216"})
	}
	size := func(l *ledger.Ledger, key string) (int, bool) {
		document := find(t, l, ledger.Agreements, key)
		for _, chain := range analysis.DocumentChains(view(t, l, today, today)) {
			for _, ref := range chain.Documents {
				if ref == document {
					return len(chain.Documents), chain.Loop
				}
			}
		}
		return 0, false
	}
	before, loop := size(l, "novatek-mitsui-2016")
	if loop {
		t.Error("the bundled summit has a loop of documents")
	}
	joined, err := l.Apply([]ledger.Change{row(l, "novatek-mitsui-2016", "follows", "novatek-mitsubishi-2016")})
	if err != nil {
		t.Fatal(err)
	}
	if after, loop := size(joined, "novatek-mitsui-2016"); after <= before || loop {
		t.Errorf("after joining two documents: chain of %d, loop %v; want more than %d and no loop", after, loop, before)
	}
	looped, err := joined.Apply([]ledger.Change{row(joined, "novatek-mitsubishi-2016", "amends", "novatek-mitsui-2016")})
	if err != nil {
		t.Fatal(err)
	}
	if _, loop := size(looped, "novatek-mitsui-2016"); !loop {
		t.Error("two documents that follow each other are no loop")
	}
}
