package query_test

import (
	"context"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/summits"
)

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

func viewOf(t testing.TB, l *ledger.Ledger, happened, known string) *ledger.View {
	t.Helper()
	h, err := ledger.ParseDay(happened)
	if err != nil {
		t.Fatal(err)
	}
	k, err := ledger.ParseDay(known)
	if err != nil {
		t.Fatal(err)
	}
	return l.View(ledger.AsOf{Happened: h, Known: k})
}

const today = "2026-11-23"

var english = query.Collator{Language: language.English}

func run(t testing.TB, v *ledger.View, q query.Query, facets ...string) *query.Selection {
	t.Helper()
	index, err := query.NewIndex(context.Background(), v.Ledger())
	if err != nil {
		t.Fatal(err)
	}
	s, err := query.Run(context.Background(), v, index, q, facets, english)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFold(t *testing.T) {
	for typed, want := range map[string]string{
		"ＲＯＳＮＥＦＴ": "rosneft", "Café": "cafe", "Ёлка": "елка", "РФПИ": "рфпи", "Й": "й", "ロシア": "ろしあ", "が": "が", "㈱三井": "(株)三井", "ﾎｯｶｲﾄﾞｳ": "ほっかいどう", "a\tb": "a b",
	} {
		if got := query.Fold(typed); got != want {
			t.Errorf("Fold(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestWordsMustAllOccur(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	for _, c := range []struct {
		kind  ledger.Kind
		typed string
		least int
		key   string
	}{
		{ledger.Deals, "arctic lng", 1, "arctic-lng-2"},
		{ledger.Deals, "ARCTIC", 1, "arctic-lng-2"},
		{ledger.Agreements, "rosneft", 2, ""},
		{ledger.Organisations, "国際協力銀行", 1, ""},
		{ledger.Organisations, "росатом", 1, ""},
	} {
		s := run(t, v, query.Query{Kind: c.kind, Typed: c.typed})
		if len(s.Rows) < c.least {
			t.Errorf("%q finds %d %s, want at least %d", c.typed, len(s.Rows), c.kind.Table(), c.least)
		}
		if c.key == "" {
			continue
		}
		found := false
		for _, ref := range s.Rows {
			found = found || v.Ledger().Key(ref) == c.key
		}
		if !found {
			t.Errorf("%q does not find %s", c.typed, c.key)
		}
	}
	if s := run(t, v, query.Query{Kind: ledger.Deals, Typed: "arctic zzzz"}); len(s.Rows) != 0 {
		t.Errorf("a word that occurs nowhere finds %d deals", len(s.Rows))
	}
}

// Shown and hidden are all records, whatever hides them; counts of a facet are
// those under the other filters.
func TestShownAndHiddenAreAll(t *testing.T) {
	l := bundled(t)
	kinds := []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events, ledger.Organisations, ledger.Sources, ledger.Funds}
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		day := ledger.DayOf(2013, 1, 1) + ledger.Day(rapid.IntRange(0, 5200).Draw(t, "day"))
		v := l.View(ledger.AsOf{Happened: day, Known: ledger.DayOf(2026, 11, 23)})
		q := query.Query{Kind: kind, Typed: rapid.SampledFrom([]string{"", "a", "fund", "サハリン", "gas energy"}).Draw(t, "typed")}
		fields := query.Fields(kind)
		for range rapid.IntRange(0, 3).Draw(t, "filters") {
			field := rapid.SampledFrom(fields).Draw(t, "field")
			ref := ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(l.Rows(kind))-1).Draw(t, "row"))}
			values := field.Values(v, ref)
			if len(values) == 0 {
				values = []string{""}
			}
			q = q.With(field.ID, values)
		}
		index, err := query.NewIndex(context.Background(), l)
		if err != nil {
			t.Fatal(err)
		}
		facet := fields[0].ID
		s, err := query.Run(context.Background(), v, index, q, []string{facet}, english)
		if err != nil {
			t.Fatal(err)
		}
		sum := len(s.Rows)
		for _, reason := range s.Hidden {
			sum += reason.Count
		}
		if sum != s.All || s.All != l.Len(kind) {
			t.Fatalf("%d shown and hidden of %d: %+v", sum, s.All, s.Hidden)
		}
		for _, count := range s.Facets[facet] {
			one, err := query.Run(context.Background(), v, index, q.With(facet, []string{count.Value}), nil, english)
			if err != nil {
				t.Fatal(err)
			}
			if len(one.Rows) != count.Count {
				t.Fatalf("%s=%q counts %d, choosing it shows %d", facet, count.Value, count.Count, len(one.Rows))
			}
		}
	})
}

func TestOrder(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	s := run(t, v, query.Query{Kind: ledger.Deals, Sort: "value", Descending: true})
	l := v.Ledger()
	for i := 1; i < len(s.Rows); i++ {
		before, after := v.Headline(s.Rows[i-1]).Money, v.Headline(s.Rows[i]).Money
		if !before.Stated() && after.Stated() {
			t.Fatalf("%s has an amount and stands after %s, which has none", l.Key(s.Rows[i]), l.Key(s.Rows[i-1]))
		}
		if before.Currency == after.Currency && before.Stated() && before.Amount.LessThan(after.Amount) {
			t.Fatalf("%s stands before %s", before, after)
		}
	}
	grouped := run(t, v, query.Query{Kind: ledger.Deals, Group: "stage_now", Sort: "title"})
	var got []int
	for _, group := range grouped.Groups {
		got = append(got, group.Rows)
	}
	// The board of RULES 16, without its empty stage.
	want := []int{3, 9, 12, 1, 10, 2, 23}
	if len(got) != len(want) {
		t.Fatalf("groups %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("groups %v, want %v", got, want)
		}
	}
}

func TestPatchedIndexFindsWhatAFreshOneFinds(t *testing.T) {
	before := bundled(t)
	index, err := query.NewIndex(context.Background(), before)
	if err != nil {
		t.Fatal(err)
	}
	deal, _ := before.Find(ledger.Deals, "arctic-lng-2")
	cells := before.Cells(deal)
	cells[0], cells[1] = "quokka-farm", "Quokka farm (only in this test)"
	changes := []ledger.Change{before.Set(deal, "title", "Wombat terminal"), before.Add(ledger.Deals, ledger.DayOf(2026, 11, 24), cells)}
	after, err := before.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	patched := index.Patch(after, changes)
	for word, want := range map[string]int{"wombat": 1, "quokka": 1} {
		found, err := patched.Find(context.Background(), ledger.Deals, query.Words(word))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, yes := range found {
			if yes {
				n++
			}
		}
		if n != want {
			t.Errorf("%q is found %d times, want %d", word, n, want)
		}
	}
	if found, _ := index.Find(context.Background(), ledger.Deals, query.Words("wombat")); len(found) != int(before.Rows(ledger.Deals)) {
		t.Errorf("the index before the edit changed with it")
	}
}

// BenchmarkSearchKeystroke is one keystroke over 1,000,000 agreements: words,
// facets and order of the file.
func BenchmarkSearchKeystroke(b *testing.B) {
	l := ledger.Generate(1_000_000, 0, 1, ledger.DayOf(2026, 11, 23))
	v := l.View(ledger.AsOf{Happened: ledger.DayOf(2026, 11, 23), Known: ledger.DayOf(2026, 11, 23)})
	index, err := query.NewIndex(context.Background(), l)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name, typed string
		facets      []string
	}{{"words", "agreement 99 tourism", nil}, {"words and six facets", "agreement 99 tourism", []string{"track", "instrument", "sector", "at_summit", "force", "confidence"}}, {"nothing typed, six facets", "", []string{"track", "instrument", "sector", "at_summit", "force", "confidence"}}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := query.Run(context.Background(), v, index, query.Query{Kind: ledger.Agreements, Typed: c.typed}, c.facets, english); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
