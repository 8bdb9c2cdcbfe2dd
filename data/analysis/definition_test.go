package analysis_test

import (
	"reflect"
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// totalsIn walks through a result of any shape and hands over every total in
// it.
func totalsIn(value reflect.Value, visit func(analysis.Total)) {
	if value.Type() == reflect.TypeFor[analysis.Total]() {
		visit(value.Interface().(analysis.Total))
		return
	}
	switch value.Kind() {
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Type().Field(i).IsExported() {
				totalsIn(value.Field(i), visit)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range value.Len() {
			totalsIn(value.Index(i), visit)
		}
	case reflect.Map:
		for _, key := range value.MapKeys() {
			totalsIn(value.MapIndex(key), visit)
		}
	case reflect.Pointer:
		if !value.IsNil() {
			totalsIn(value.Elem(), visit)
		}
	}
}

// everything works out all figures of a view.
func everything(v *ledger.View) []any {
	all := []any{
		analysis.CountDocuments(v), analysis.CountChains(v), analysis.CountDeals(v), analysis.CountEvents(v), analysis.CountOrganisations(v),
		analysis.Money(v), analysis.Balance(v), analysis.Pipeline(v), analysis.Ageing(v), analysis.PromiseScore(v),
		analysis.BaseRates(v, analysis.DefaultOldEnough), analysis.Weigh(v, analysis.DefaultOldEnough, nil),
		analysis.Breakdown(v, ledger.Agreements, "signed_on", analysis.ByCount), analysis.Breakdown(v, ledger.Deals, "regions", analysis.ByWord),
	}
	all = append(all, analysis.TalksScore(v), analysis.PromiseScore(v).Kept())
	for fund := range v.All(ledger.Funds) {
		all = append(all, analysis.LadderOf(v, fund, analysis.DefaultRateAge))
	}
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Claims} {
		all = append(all, analysis.CompareSides(v, kind), analysis.EvidenceOf(v, kind), analysis.Conflicts(v))
	}
	for _, basis := range analysis.RateBases() {
		all = append(all, analysis.MoneyIn(v, yen(basis)))
	}
	all = append(all, analysis.Funnel(v, analysis.DefaultOldEnough), analysis.Cohorts(v, analysis.DefaultOldEnough), analysis.Stuck(v, analysis.DefaultOldEnough))
	all = append(all, analysis.Since(v.Ledger().View(ledger.AsOf{Happened: v.Ledger().Starts(), Known: v.AsOf().Known}), v))
	all = append(all, analysis.FellQuiet(v.Ledger().View(ledger.AsOf{Happened: v.Ledger().Ends(), Known: v.AsOf().Known}), v))
	for _, unit := range analysis.Units() {
		for _, level := range analysis.CountAtLevels() {
			all = append(all, analysis.CountIn(v, unit, level, nil))
		}
	}
	all = append(all, analysis.PromiseScore(v).Kept(), analysis.TalksScore(v))
	for fund := range v.All(ledger.Funds) {
		all = append(all, analysis.LadderOf(v, fund, analysis.DefaultRateAge))
	}
	for claim := range v.All(ledger.Claims) {
		for _, level := range analysis.CountAtLevels() {
			answer := analysis.Bridge(v, claim, level, nil)
			all = append(all, answer.ItemisedTotal(), answer.CountedTotal(), answer.RemainderTotal())
			for _, bucket := range answer.Buckets {
				all = append(all, answer.BucketTotal(bucket))
			}
		}
	}
	return all
}

// Every total says in each language what it means and why it leaves records
// out, and a total has a unit always.
func TestEveryTotalIsExplained(t *testing.T) {
	printers := map[locale.Language]*locale.Printer{}
	for _, language := range locale.Languages() {
		printer, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		printers[language] = printer
		for _, definition := range analysis.Definitions() {
			if !printer.Has("definition." + definition) {
				t.Errorf("%s has no text for definition.%s", language, definition)
			}
		}
		for _, reason := range analysis.Reasons() {
			if !printer.Has("reason." + reason) {
				t.Errorf("%s has no text for reason.%s", language, reason)
			}
		}
	}
	used := map[string]bool{}
	look := func(l *ledger.Ledger, happened, known string) {
		for _, figure := range everything(view(t, l, happened, known)) {
			totalsIn(reflect.ValueOf(figure), func(total analysis.Total) {
				used[total.Definition] = true
				if !slices.Contains(analysis.Definitions(), total.Definition) {
					t.Errorf("total %s of %T has the definition %q, which is in no list", total.ID, figure, total.Definition)
				}
				if total.Unit == "" {
					t.Errorf("total %s of %T has no unit", total.ID, figure)
				}
				for _, left := range total.LeftOut {
					if !slices.Contains(analysis.Reasons(), left.Reason) {
						t.Errorf("total %s of %T leaves out for %q, which is in no list", total.ID, figure, left.Reason)
					}
					if len(left.Instead) > 0 && len(left.Instead) != len(left.Refs) || len(left.Money) > 0 && len(left.Money) != len(left.Refs) {
						t.Errorf("total %s of %T: %d records left out, %d successors, %d amounts", total.ID, figure, len(left.Refs), len(left.Instead), len(left.Money))
					}
				}
			})
		}
	}
	l := bundled(t)
	for _, days := range pairsOfDays {
		look(l, days[0], days[1])
	}
	look(ledger.Generate(300, 600, 1, day(t, today)), today, today)
	for _, definition := range analysis.Definitions() {
		if !used[definition] {
			t.Errorf("no figure has the definition %q", definition)
		}
	}
}
