package analysis_test

import (
	"strconv"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// Eight of the twelve assessed promises were kept, one of them late (RULES 16).
func TestKeptPromisesByDay(t *testing.T) {
	for _, c := range []struct {
		happened       string
		kept, assessed int
	}{{"2016-12-17", 1, 1}, {"2018-12-31", 8, 11}, {"2022-03-31", 8, 12}, {today, 8, 12}} {
		score := analysis.PromiseScore(view(t, bundled(t), c.happened, today))
		if kept := score.Kept(); kept.Count != c.kept || len(kept.Added) != c.kept || score.Assessed.Count != c.assessed {
			t.Errorf("%s: %d kept of %d assessed, want %d of %d", c.happened, kept.Count, score.Assessed.Count, c.kept, c.assessed)
		}
	}
}

// The first project of the joint fund: said about 16 December 2016, due in
// June 2017, told on 6 December 2017.
func TestDatesOfAPromise(t *testing.T) {
	l := bundled(t)
	dates := analysis.DatesOf(viewToday(t), find(t, l, ledger.Promises, "rjif-first-project-six-months"))
	if dates.Made != day(t, "2016-12-16") || dates.Due != day(t, "2017-06-30") || dates.Assessed != day(t, "2017-12-06") {
		t.Errorf("made %s, due %s, assessed %s", dates.Made, dates.Due, dates.Assessed)
	}
	undated := analysis.DatesOf(viewToday(t), find(t, l, ledger.Promises, "fuel-debris-second-phase"))
	if undated.Made.Known() || undated.Assessed.Known() || undated.Due != day(t, "2019-03-31") {
		t.Errorf("made %v, due %s, assessed %v", undated.Made, undated.Due, undated.Assessed)
	}
	span := analysis.SpanOfPromises(viewToday(t))
	if span.FirstMade != day(t, "2016-09-25") || span.LastMade != day(t, "2021-11-29") || span.Last != day(t, "2026-12-31") {
		t.Errorf("made from %s to %s, all until %s", span.FirstMade, span.LastMade, span.Last)
	}
}

// The launch of the Irkutsk polymer plant moved from 2023 to 2025: between 31
// December 2023 and 1 January 2025 lie 367 days, between the outer days 1,095.
// No promise of the summit has a recorded move.
func TestSlippage(t *testing.T) {
	l := bundled(t)
	slip, moved := analysis.SlippageOf(viewToday(t), find(t, l, ledger.Deals, "irkutsk-polymer-plant"))
	if !moved || len(slip.Moves) != 1 || slip.AtLeast != 367 || slip.AtMost != 1095 {
		t.Errorf("moved %v: %+v", moved, slip)
	}
	if _, moved := analysis.SlippageOf(view(t, l, "2022-03-31", today), find(t, l, ledger.Deals, "irkutsk-polymer-plant")); moved {
		t.Error("the move of 2023 is known in 2022")
	}
	for promise := range l.All(ledger.Promises) {
		if _, moved := analysis.SlippageOf(viewToday(t), promise); moved {
			t.Errorf("%s has moved", l.Key(promise))
		}
	}
}

// manyPromises gives the summit with its promises over and over again, each
// with its outcome event.
func manyPromises(b *testing.B, times int) *ledger.Ledger {
	b.Helper()
	l := bundled(b)
	key, subject := ledger.Events.KeyColumn(), ledger.Events.Column("subject_key")
	var changes []ledger.Change
	added := map[ledger.Kind]int64{}
	add := func(kind ledger.Kind, cells []string) {
		change := l.Add(kind, l.RecordedDay(), cells)
		change.ID += added[kind]
		added[kind]++
		changes = append(changes, change)
	}
	for i := range times {
		suffix := "-" + strconv.Itoa(i)
		for promise := range l.All(ledger.Promises) {
			cells := l.Cells(promise)
			cells[ledger.Promises.KeyColumn()] += suffix
			add(ledger.Promises, cells)
			for _, event := range l.EventsOf(promise) {
				cells := l.Cells(event)
				cells[key] += suffix
				cells[subject] += suffix
				add(ledger.Events, cells)
			}
		}
	}
	many, err := l.Apply(changes)
	if err != nil {
		b.Fatal(err)
	}
	return many
}

// BenchmarkPromises takes stock of 12,000 promises after the as-of day moved.
func BenchmarkPromises(b *testing.B) {
	v := view(b, manyPromises(b, 500), today, today)
	b.ReportAllocs()
	for b.Loop() {
		analysis.PromiseScore(v)
		analysis.SpanOfPromises(v)
	}
}

// BenchmarkTracksAndFunds works out everything that the tabs Tracks and Funds
// show of the bundled summit.
func BenchmarkTracksAndFunds(b *testing.B) {
	v := viewToday(b)
	b.ReportAllocs()
	for b.Loop() {
		analysis.TalksScore(v)
		analysis.Balance(v)
		for track := range v.All(ledger.Tracks) {
			analysis.Track(v, track)
		}
		for fund := range v.All(ledger.Funds) {
			analysis.LadderOf(v, fund, analysis.DefaultRateAge)
		}
	}
}
