package analysis_test

import (
	"slices"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func check(t *testing.T, l *ledger.Ledger, id string) analysis.Check {
	t.Helper()
	for _, c := range analysis.Checks(view(t, l, today, today)) {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("no check %s", id)
	return analysis.Check{}
}

func TestChecksOfTheBundledSummit(t *testing.T) {
	want := map[string]struct {
		answer            analysis.Answer
		cases, cannotTell int
	}{
		analysis.CheckScope:           {analysis.Fine, 0, 0},
		analysis.CheckInForce:         {analysis.CannotTell, 0, 1}, // the day of signing of one document is not stated
		analysis.CheckDisbursed:       {analysis.CannotTell, 0, 1}, // committed in yen, disbursed in roubles
		analysis.CheckDeployed:        {analysis.CannotTell, 0, 1},
		analysis.CheckParts:           {analysis.Fine, 0, 0},
		analysis.CheckOperating:       {analysis.CannotTell, 0, 14}, // RULES 15.1
		analysis.CheckChain:           {analysis.CannotTell, 0, 2},
		analysis.CheckTwice:           {analysis.Fine, 0, 0},
		analysis.CheckPastDue:         {analysis.Finding, 10, 0}, // RULES 16
		analysis.CheckNoSource:        {analysis.Fine, 0, 0},
		analysis.CheckRates:           {analysis.Fine, 0, 0},
		analysis.CheckRings:           {analysis.Fine, 0, 0},
		analysis.CheckDue:             {analysis.Finding, 4, 0},  // promises.csv: four rows with an empty due_on
		analysis.CheckOpening:         {analysis.Finding, 1, 0},  // the fund, announced by JBIC on 2016-11-21, on record from 2016-12-16
		analysis.CheckCurrencies:      {analysis.Finding, 2, 0},  // EUR and RUB: rates.csv has dollars and yen only
		analysis.CheckNewerThanSource: {analysis.Finding, 2, 20}, // visa easing of 2017-01-01, told on 2016-12-16
		analysis.CheckSetting:         {analysis.Fine, 0, 0},
		analysis.CheckView:            {analysis.Fine, 0, 0},
	}
	checks := analysis.Checks(viewToday(t))
	if len(checks) != len(want) {
		t.Errorf("%d checks, want %d", len(checks), len(want))
	}
	for _, c := range checks {
		w := want[c.ID]
		if c.Answer != w.answer || len(c.Cases) != w.cases || len(c.CannotTell) != w.cannotTell {
			t.Errorf("%s: %s with %d cases, %d not told; want %s, %d, %d", c.ID, c.Answer, len(c.Cases), len(c.CannotTell), w.answer, w.cases, w.cannotTell)
		}
		for _, one := range c.Cases {
			if len(one.Refs) == 0 || one.Detail == "" {
				t.Errorf("%s: a case without records or detail", c.ID)
			}
		}
	}
}

// eventOf is a row of events.csv with its day, kind and what else is filled.
func eventOf(key, subjectKind, subjectKey, date, kind string, filled map[string]string) []string {
	cells := make([]string, len(ledger.Events.Columns()))
	for column, value := range map[string]string{"key": key, "subject_kind": subjectKind, "subject_key": subjectKey, "date": date, "kind": kind, "note": "Written for this test."} {
		cells[ledger.Events.Column(column)] = value
	}
	for column, value := range filled {
		cells[ledger.Events.Column(column)] = value
	}
	return cells
}

func TestChecksFindWhatIsWrong(t *testing.T) {
	original := bundled(t)
	add := func(kind ledger.Kind, cells ...string) []ledger.Change {
		return []ledger.Change{original.Add(kind, original.RecordedDay(), cells)}
	}
	set := func(kind ledger.Kind, key, column, value string) []ledger.Change {
		return []ledger.Change{original.Set(find(t, original, kind, key), column, value)}
	}
	mitsui := original.Cells(find(t, original, ledger.Agreements, "novatek-mitsui-2016"))
	mitsui[0] = "novatek-mitsui-again"
	for _, c := range []struct {
		name, id, detail, subject string
		changes                   []ledger.Change
	}{
		{"a scope by a column that agreements do not have", analysis.CheckScope, "scope", "claim:docs-ft-60",
			set(ledger.Claims, "docs-ft-60", "scope", "colour=red")},
		{"in force a month before the summit", analysis.CheckInForce, "before_signing", "agreement:novatek-mitsui-2016",
			add(ledger.Events, eventOf("early", "agreement", "novatek-mitsui-2016", "2016-11", "in_force", map[string]string{"source_keys": "ntv-349216"})...)},
		{"more yen paid out than the fund committed", analysis.CheckDisbursed, "disbursed", "fund:russia-japan-investment-fund",
			add(ledger.Events, eventOf("much", "fund", "russia-japan-investment-fund", "2018-01-01", "disbursement",
				map[string]string{"amount": "100000000001", "currency": "JPY", "basis": "disbursed", "source_keys": "ntv-349216"})...)},
		{"more dollars deployed than the fund has", analysis.CheckDeployed, "deployed", "fund:russia-japan-investment-fund",
			add(ledger.Events, eventOf("much", "fund", "russia-japan-investment-fund", "2018-01-01", "disbursement",
				map[string]string{"amount": "2000000000", "currency": "USD", "basis": "invested", "source_keys": "ntv-349216"})...)},
		{"12 and 69 documents make more than 80", analysis.CheckParts, "track", "claim:docs-total-80",
			set(ledger.Claims, "docs-commercial-68", "amount", "69")},
		{"a document follows one that was signed after it", analysis.CheckChain, "order", "link:agreement/novatek-mitsui-2016/follows/agreement/cross-years-memorandum-2016",
			append(set(ledger.Agreements, "cross-years-memorandum-2016", "signed_on", "2018-05-26"),
				add(ledger.Links, "agreement", "novatek-mitsui-2016", "follows", "agreement", "cross-years-memorandum-2016", "", "ntv-349216")...)},
		{"one document under two keys", analysis.CheckTwice, "title", "agreement:novatek-mitsui-2016",
			add(ledger.Agreements, mitsui...)},
		{"a stage moved by hand", analysis.CheckNoSource, "event", "event:by-hand",
			add(ledger.Events, eventOf("by-hand", "deal", "arctic-lng-2", "2026-11-01", "stage", map[string]string{"to_stage": "operating"})...)},
		{"an outcome of 2020 told by a source of 2016", analysis.CheckNewerThanSource, "before_it_happened", "event:foreseen",
			add(ledger.Events, eventOf("foreseen", "deal", "arctic-lng-2", "2020-01-01", "outcome", map[string]string{"outcome": "suspended", "source_keys": "ntv-349216"})...)},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := original.Apply(c.changes)
			if err != nil {
				t.Fatal(err)
			}
			got := check(t, l, c.id)
			found := slices.ContainsFunc(got.Cases, func(one analysis.Case) bool { return one.Detail == c.detail && l.Name(one.Refs[0]) == c.subject })
			if got.Answer != analysis.Finding || !found {
				var names []string
				for _, one := range got.Cases {
					names = append(names, one.Detail+" "+l.Name(one.Refs[0]))
				}
				t.Errorf("%s: %s with %v, want %s %s", c.id, got.Answer, names, c.detail, c.subject)
			}
		})
	}
}

// Input that figures must go around: each is named, none stops an analysis.
func TestBadInputIsNamed(t *testing.T) {
	original := bundled(t)
	for _, c := range []struct {
		name, id, detail, subject string
		kind                      ledger.Kind
		cells                     []string
	}{
		{"a rate of zero", analysis.CheckRates, "zero", "rate:2016-12-01/EUR/JPY", ledger.Rates, []string{"2016-12-01", "EUR", "JPY", "0", "ntv-349216"}},
		{"a rate from yen to yen", analysis.CheckRates, "same", "rate:2016-12-01/JPY/JPY", ledger.Rates, []string{"2016-12-01", "JPY", "JPY", "1", "ntv-349216"}},
		{"an event years before the deal was opened", analysis.CheckOpening, "before", "event:too-early", ledger.Events,
			eventOf("too-early", "deal", "amur-methanol", "2015-01-01", "milestone", map[string]string{"source_keys": "ntv-349216"})},
		{"a promise that names no day", analysis.CheckDue, "no_due", "promise:some-day", ledger.Promises,
			[]string{"some-day", "Written for this test.", "Nobody", "2016-12-16", "", "", "deal", "arctic-lng-2", "ntv-349216"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := original.Apply([]ledger.Change{original.Add(c.kind, original.RecordedDay(), c.cells)})
			if err != nil {
				t.Fatal(err)
			}
			got := check(t, l, c.id)
			if !slices.ContainsFunc(got.Cases, func(one analysis.Case) bool { return one.Detail == c.detail && l.Name(one.Refs[0]) == c.subject }) {
				t.Errorf("%s: %v", c.id, got.Cases)
			}
			everything(view(t, l, today, today)) // every figure can still be worked out
		})
	}
}

// A rate of zero converts nothing: the amount is named, not silently none.
func TestRateOfZeroConvertsNothing(t *testing.T) {
	l := bundled(t)
	l, err := l.Apply([]ledger.Change{l.Add(ledger.Rates, l.RecordedDay(), []string{"2016-12-01", "EUR", "JPY", "0", "ntv-349216"})})
	if err != nil {
		t.Fatal(err)
	}
	answer := analysis.Bridge(view(t, l, today, today), find(t, l, ledger.Claims, "package-jpy-300bn"), analysis.AtAnnounced, nil)
	if items := bucket(answer, analysis.BucketNotConverted).Items; len(items) != 1 || items[0].Money.String() != "200000000 EUR" {
		t.Errorf("not converted: %v, want EUR 200m", items)
	}
}

func TestClaimsThatArePartsOfEachOther(t *testing.T) {
	l := edited(t, bundled(t), ledger.Claims, "docs-total-80", "part_of", "docs-commercial-68")
	got := check(t, l, analysis.CheckRings)
	if len(got.Cases) != 1 || len(got.Cases[0].Refs) < 2 {
		t.Fatalf("80 documents as a part of 68 of them: %v", got.Cases)
	}
	everything(view(t, l, today, today))
}

func TestCurrenciesThatNoRateReaches(t *testing.T) {
	var got []string
	for _, one := range check(t, bundled(t), analysis.CheckCurrencies).Cases {
		got = append(got, one.Detail)
	}
	if !slices.Equal(got, []string{"EUR", "RUB"}) {
		t.Errorf("without a rate: %v, want EUR and RUB", got)
	}
}

func TestOperatingOnPapersThatDoNotBind(t *testing.T) {
	l := bundled(t)
	deal := find(t, l, ledger.Deals, "uranium-supply")
	v := view(t, l, today, today)
	for _, link := range v.LinksFrom(deal) {
		if _, to := l.LinkEnds(link); to.Kind == ledger.Agreements {
			l = edited(t, l, ledger.Agreements, l.Key(to), "binding", "non_binding")
		}
	}
	got := check(t, l, analysis.CheckOperating)
	if len(got.Cases) != 1 || got.Cases[0].Refs[0] != deal || len(got.CannotTell) >= 14 {
		t.Errorf("uranium-supply operates on papers that do not bind: %d cases, %d not told", len(got.Cases), len(got.CannotTell))
	}
}

func TestDocumentsThatLeadInACircle(t *testing.T) {
	l := bundled(t)
	for _, row := range [][]string{
		{"agreement", "novatek-mitsui-2016", "follows", "agreement", "novatek-mitsubishi-2016", "", "ntv-349216"},
		{"agreement", "novatek-mitsubishi-2016", "amends", "agreement", "novatek-mitsui-2016", "", "ntv-349216"},
	} {
		next, err := l.Apply([]ledger.Change{l.Add(ledger.Links, l.RecordedDay(), row)})
		if err != nil {
			t.Fatal(err)
		}
		l = next
	}
	if got := check(t, l, analysis.CheckChain); len(got.Cases) != 1 || got.Cases[0].Detail != "loop" {
		t.Errorf("two documents that follow each other: %v", got.Cases)
	}
}
