package ledger_test

import (
	"testing"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
)

// bundled reads the bundled summit; its recorded day is 2026-11-23.
func bundled(t testing.TB) *ledger.Ledger {
	t.Helper()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Read(folder, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	return summit.Ledger
}

func day(t testing.TB, text string) ledger.Day {
	t.Helper()
	d, err := ledger.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func view(t testing.TB, l *ledger.Ledger, happened, known string) *ledger.View {
	return l.View(ledger.AsOf{Happened: day(t, happened), Known: day(t, known)})
}

const today = "2026-11-23"

func TestWhatExists(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		happened, known string
		kind            ledger.Kind
		want            int
	}{
		{"2016-12-17", "2016-12-17", ledger.Agreements, 50},
		{"2016-12-17", "2016-12-17", ledger.Deals, 30},
		{"2016-12-17", today, ledger.Agreements, 68},
		{"2016-12-17", today, ledger.Deals, 45},
		{today, today, ledger.Agreements, 123},
		{today, today, ledger.Deals, 60},
		{today, today, ledger.Events, 298},
		{today, today, ledger.Links, 135},
		{today, today, ledger.Sources, 427},
		{today, today, ledger.Parties, 512},
		{today, today, ledger.Claims, 96},
		{today, today, ledger.Promises, 24},
	} {
		if got := view(t, l, c.happened, c.known).Len(c.kind); got != c.want {
			t.Errorf("%s as of %s, known %s: %d, want %d", c.kind.Table(), c.happened, c.known, got, c.want)
		}
	}
	for kind, want := range map[ledger.Kind]int{ledger.Events: 40, ledger.Agreements: 11, ledger.Deals: 1} {
		if got := l.Undated(kind); got != want {
			t.Errorf("%s without a dated source: %d, want %d (RULES 2.5)", kind.Table(), got, want)
		}
	}
}

func TestDealStates(t *testing.T) {
	l := bundled(t)
	days := []string{"2016-12-17", "2018-12-31", "2022-03-31", today}
	for key, want := range map[string][4]string{
		"arctic-lng-2":               {"memorandum, open", "memorandum, open, shelved_inferred", "construction, suspended", "construction, suspended"},
		"mazda-engine-plant":         {"contract, open", "operating, open", "operating, suspended", "operating, withdrawn"},
		"volgograd-methanol":         {"not in view", "contract, open", "contract, suspended", "contract, withdrawn"},
		"sakhalin-hokkaido-pipeline": {"under_discussion, open", "under_discussion, open", "under_discussion, cancelled", "under_discussion, cancelled"},
		"rosneft-stake":              {"identified, open", "identified, cancelled", "identified, cancelled", "identified, cancelled"},
		"r-pharm-stake":              {"memorandum, open", "contract, open", "contract, open, lapsed_inferred", "contract, open, lapsed_inferred"},
		"tiksi-wind-diesel":          {"memorandum, open, no_dated_event", "operating, open", "operating, open", "operating, open"},
	} {
		ref, ok := l.Find(ledger.Deals, key)
		if !ok {
			t.Fatalf("no deal %s", key)
		}
		for i, happened := range days {
			v := view(t, l, happened, today)
			got := "not in view"
			if v.Has(ref) {
				state := v.Deal(ref)
				got = state.Stage.String() + ", " + state.Outcome.String()
				if state.Silence != ledger.NotSilent {
					got += ", " + state.Silence.String()
				}
			}
			if got != want[i] {
				t.Errorf("%s on %s: %s, want %s", key, happened, got, want[i])
			}
		}
	}
}

func TestBoardToday(t *testing.T) {
	v := view(t, bundled(t), today, today)
	counts := map[ledger.Stage]int{}
	for ref := range v.All(ledger.Deals) {
		counts[v.Deal(ref).Stage]++
	}
	want := map[ledger.Stage]int{ledger.Identified: 3, ledger.UnderDiscussion: 9, ledger.Memorandum: 12, ledger.Preparation: 1, ledger.Contract: 10, ledger.Construction: 2, ledger.Operating: 23}
	for _, stage := range append(ledger.Stages(), ledger.NoStage) {
		if counts[stage] != want[stage] {
			t.Errorf("%s: %d deals, want %d", stage, counts[stage], want[stage])
		}
	}
}

func TestWhatEndedByToday(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	var ended []string
	for ref := range v.All(ledger.Agreements) {
		state := v.Agreement(ref)
		if presence := l.Presence(ref); presence != ledger.AtSummit && presence != ledger.ReportedAtSummit {
			continue
		}
		if l.IsDocument(ref) && (state.Outcome.Ended() || state.EndedThrough) {
			ended = append(ended, l.Key(ref))
		}
	}
	want := []string{"novatek-mitsubishi-2016", "vladivostok-rehabilitation-2016"}
	if len(ended) != 2 || ended[0] != want[0] || ended[1] != want[1] {
		t.Errorf("ended: %v, want %v (RULES 16)", ended, want)
	}
}
