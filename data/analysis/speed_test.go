package analysis_test

import (
	"fmt"
	"strconv"
	"sync"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// The size of the largest registers of the field, with claims of every form, a
// fund and rates beside them: SUMMITLEDGER_BENCH_AGREEMENTS of the benchmarks is
// fixed so that figures can be compared.
const (
	manyAgreements = 1_000_000
	manyEvents     = 2_000_000
)

// large makes that ledger once.
var large = sync.OnceValue(func() *ledger.Ledger {
	l := ledger.Generate(manyAgreements, manyEvents, 1, ledger.DayOf(2026, 11, 23))
	row := func(kind ledger.Kind, pairs ...string) ledger.Change {
		cells := make([]string, len(kind.Columns()))
		for i := 0; i+1 < len(pairs); i += 2 {
			cells[kind.Column(pairs[i])] = pairs[i+1]
		}
		return l.Add(kind, l.RecordedDay(), cells)
	}
	add := func(change ledger.Change) {
		next, err := l.Apply([]ledger.Change{change})
		if err != nil {
			panic(err) // the rows below are sound
		}
		l = next
	}
	add(row(ledger.Claims, "key", "all", "claim", "Generated", "claimed_by", "Generator", "amount", "1000000", "unit", "documents", "counts", "agreements", "scope", "track=commercial,government", "source_keys", "generated-source"))
	add(row(ledger.Claims, "key", "commercial", "claim", "Generated", "claimed_by", "Generator", "amount", "500000", "unit", "documents", "counts", "agreements", "scope", "track=commercial", "part_of", "all", "split", "track", "source_keys", "generated-source"))
	add(row(ledger.Claims, "key", "money", "claim", "Generated", "claimed_by", "Generator", "amount", "1000000000000", "unit", "money", "currency", "JPY", "counts", "agreements", "scope", "track=commercial,government", "source_keys", "generated-source"))
	for i := range 40 {
		add(row(ledger.Rates, "date", (ledger.DayOf(2016, 12, 1) + ledger.Day(90*i)).String(), "base", "USD", "quote", "JPY", "rate", strconv.Itoa(100+i), "source_key", "generated-source"))
	}
	add(row(ledger.Funds, "key", "fund", "name", "Generated", "size_amount", "1000000000", "size_currency", "USD", "size_kind", "fund_size", "announced_on", "2016-12-16", "source_keys", "generated-source"))
	for i := range 100 {
		add(row(ledger.Promises, "key", fmt.Sprintf("promise-%d", i), "promise", "Generated", "made_by", "Generator", "made_on", "2016-12-16", "due_on", "2018", "subject_kind", "deal", "subject_key", "generated-deal-"+strconv.Itoa(i), "source_keys", "generated-source"))
	}
	return l
})

// analyses are all derivations that a tab, a sheet or a page asks for.
func analyses() []struct {
	name string
	work func(before, v *ledger.View)
} {
	claimOf := func(v *ledger.View, large, bundled string) ledger.Ref {
		for _, key := range []string{large, bundled} {
			if claim, ok := v.Ledger().Find(ledger.Claims, key); ok {
				return claim
			}
		}
		return ledger.NoRef()
	}
	bridge := func(large, bundled string, at analysis.CountAt) func(_, v *ledger.View) {
		return func(_, v *ledger.View) { analysis.Bridge(v, claimOf(v, large, bundled), at, nil) }
	}
	count := func(unit string, at analysis.CountAt) func(_, v *ledger.View) {
		return func(_, v *ledger.View) { analysis.CountIn(v, unit, at, nil) }
	}
	list := []struct {
		name string
		work func(before, v *ledger.View)
	}{
		{"bridge of documents", bridge("all", "docs-total-80", analysis.AtAnnounced)},
		{"bridge of documents at disbursed", bridge("all", "docs-total-80", analysis.AtDisbursed)},
		{"bridge of money", bridge("money", "package-jpy-300bn", analysis.AtAnnounced)},
		{"documents", count(analysis.Documents, analysis.AtAnnounced)},
		{"documents at financed", count(analysis.Documents, analysis.AtFinanced)},
		{"chains", count(analysis.Chains, analysis.AtAnnounced)},
		{"deals at signed", count(analysis.Deals, analysis.AtSigned)},
		{"organisations", count(analysis.Organisations, analysis.AtAnnounced)},
		{"events at signed", count(analysis.Events, analysis.AtSigned)},
		{"money by rung", func(_, v *ledger.View) { analysis.Money(v) }},
		{"money in one currency", func(_, v *ledger.View) {
			analysis.MoneyIn(v, analysis.InCurrency{Currency: "JPY", Basis: analysis.BasisEvent})
		}},
		{"pipeline", func(_, v *ledger.View) { analysis.Pipeline(v) }},
		{"funnel", func(_, v *ledger.View) { analysis.Funnel(v, analysis.DefaultOldEnough) }},
		{"cohorts", func(_, v *ledger.View) { analysis.Cohorts(v, analysis.DefaultOldEnough) }},
		{"weighted value", func(_, v *ledger.View) { analysis.Weighted(v) }},
		{"ageing", func(_, v *ledger.View) { analysis.Ageing(v) }},
		{"time in stage", func(_, v *ledger.View) { analysis.TimeInStage(v) }},
		{"stuck deals", func(_, v *ledger.View) { analysis.Stuck(v, analysis.DefaultOldEnough) }},
		{"promises", func(_, v *ledger.View) { analysis.PromiseScore(v) }},
		{"balance", func(_, v *ledger.View) { analysis.Balance(v) }},
		{"two-sided list", func(_, v *ledger.View) { analysis.CompareSides(v, ledger.Agreements) }},
		{"evidence", func(_, v *ledger.View) { analysis.EvidenceOf(v, ledger.Agreements) }},
		{"breakdown by sector", func(_, v *ledger.View) { analysis.Breakdown(v, ledger.Agreements, "sector", analysis.ByCount) }},
		{"latest events", func(_, v *ledger.View) { analysis.LatestEvents(v, 20) }},
		{"quarters", func(_, v *ledger.View) { analysis.Quarters(v) }},
		{"since, a month", func(before, v *ledger.View) { analysis.Since(before, v) }},
		{"funds and talks", func(_, v *ledger.View) {
			for fund := range v.All(ledger.Funds) {
				analysis.LadderOf(v, fund, analysis.DefaultRateAge)
			}
			analysis.TalksScore(v)
			analysis.Conflicts(v)
		}},
		{"all checks", func(_, v *ledger.View) { analysis.Checks(v) }},
	}
	return list
}

func benchmarkAll(b *testing.B, l *ledger.Ledger) {
	now, _ := ledger.ParseDay(today)
	v := l.View(ledger.AsOf{Happened: now, Known: now})
	before := l.View(ledger.AsOf{Happened: now - 30, Known: now})
	for _, one := range analyses() {
		b.Run(one.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				one.work(before, v)
			}
		})
	}
	b.Run("the view itself", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			l.View(ledger.AsOf{Happened: now - 1, Known: now})
		}
	})
}

// BenchmarkBundled works out every figure of the bundled summit.
func BenchmarkBundled(b *testing.B) { benchmarkAll(b, bundled(b)) }

// BenchmarkMillion does so over 1,000,000 agreements and 2,000,000 events.
func BenchmarkMillion(b *testing.B) { benchmarkAll(b, large()) }
