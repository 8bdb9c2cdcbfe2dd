package query_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/collate"
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

// indexes keeps the index of every ledger that tests search.
var indexes sync.Map

func indexOf(t testing.TB, l *ledger.Ledger) *query.Index {
	t.Helper()
	if index, ok := indexes.Load(l); ok {
		return index.(*query.Index)
	}
	index, err := query.NewIndex(context.Background(), l)
	if err != nil {
		t.Fatal(err)
	}
	indexes.Store(l, index)
	return index
}

func run(t testing.TB, v *ledger.View, q query.Query, facets ...string) *query.Selection {
	t.Helper()
	index := indexOf(t, v.Ledger())
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
	s := run(t, v, query.Query{Kind: ledger.Deals, Sort: query.Down("value")})
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
	grouped := run(t, v, query.Query{Kind: ledger.Deals, Group: []string{"stage_now"}, Sort: query.By("title")})
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

// Deals by stage, in each stage by outcome, in each outcome by amount downwards
// and then by title: every level holds what the levels under it hold, and rows
// without a value stand last at every level.
func TestSeveralOrdersInGroupsOfThreeLevels(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	q := query.Query{Kind: ledger.Deals, Group: []string{"stage_now", "outcome", "sector"}, Sort: []query.Order{{Field: "value", Descending: true}, {Field: "title"}}}
	s := run(t, v, q)
	if len(s.Rows) != 60 {
		t.Fatalf("%d rows, want the 60 deals", len(s.Rows))
	}
	sums, levels := make([]int, 3), map[int]int{}
	for _, group := range s.Groups {
		sums[group.Level] += group.Rows
		levels[group.Level]++
		field, _ := query.FieldOf(ledger.Deals, q.Group[group.Level])
		for _, ref := range s.Rows[group.First : group.First+group.Rows] {
			value := ""
			if values := field.Values(v, ref); len(values) > 0 {
				value = values[0]
			}
			if value != group.Value {
				t.Errorf("%s stands under %s %q and is %q", v.Ledger().Key(ref), q.Group[group.Level], group.Value, value)
			}
		}
	}
	for level, sum := range sums {
		if sum != 60 {
			t.Errorf("the groups of level %d hold %d deals, want 60", level, sum)
		}
	}
	if levels[0] != 7 || levels[1] <= levels[0] || levels[2] <= levels[1] {
		t.Errorf("groups by level: %v, want 7 stages, more outcomes, more sectors", levels)
	}
	for _, group := range s.Groups {
		for i := group.First + 1; group.Level == 2 && i < group.First+group.Rows; i++ {
			before, after := v.Headline(s.Rows[i-1]).Money, v.Headline(s.Rows[i]).Money
			if !before.Stated() && after.Stated() || before.Currency == after.Currency && before.Stated() && before.Amount.LessThan(after.Amount) {
				t.Errorf("%s stands before %s", before, after)
			}
		}
	}
}

// compareBy orders two deals by one field, as a person would: those without a
// value last, whichever way it runs.
func compareBy(v *ledger.View, by query.Order, a, b ledger.Ref) int {
	way := 1
	if by.Descending {
		way = -1
	}
	field, _ := query.FieldOf(ledger.Deals, by.Field)
	one, other := field.Values(v, a), field.Values(v, b)
	switch {
	case len(one) == 0 || len(other) == 0:
		return len(other) - len(one)
	case by.Field == "value":
		first, second := v.Headline(a).Money, v.Headline(b).Money
		if d := strings.Compare(string(first.Currency), string(second.Currency)); d != 0 {
			return way * d
		}
		return way * first.Amount.Cmp(second.Amount)
	case by.Field == "title":
		return way * collate.New(language.English, collate.Numeric, collate.IgnoreCase).CompareString(one[0], other[0])
	}
	first, _ := field.Words.Position(one[0])
	second, _ := field.Words.Position(other[0])
	return way * (int(first) - int(second))
}

// The first field decides; the next one only among what is equal so far, and
// at last the order of the file.
func TestTheNextOrderDecidesAmongEquals(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	rapid.Check(t, func(t *rapid.T) {
		orders := make([]query.Order, rapid.IntRange(1, 4).Draw(t, "orders"))
		for i := range orders {
			orders[i] = query.Order{Field: rapid.SampledFrom([]string{"value", "stage_now", "title", "sector", "outcome"}).Draw(t, "field"), Descending: rapid.Bool().Draw(t, "descending")}
		}
		s, err := query.Run(context.Background(), v, nil, query.Query{Kind: ledger.Deals, Sort: orders}, nil, english)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < len(s.Rows); i++ {
			d := 0
			for at := 0; at < len(orders) && d == 0; at++ {
				d = compareBy(v, orders[at], s.Rows[i-1], s.Rows[i])
			}
			if d > 0 || d == 0 && s.Rows[i-1].Row > s.Rows[i].Row {
				t.Fatalf("%v: %s stands before %s", orders, v.Ledger().Key(s.Rows[i-1]), v.Ledger().Key(s.Rows[i]))
			}
		}
	})
}

// BenchmarkSort puts 1,000,000 agreements in order.
func BenchmarkSort(b *testing.B) {
	l := ledger.Generate(1_000_000, 0, 1, ledger.DayOf(2026, 11, 23))
	v := l.View(ledger.AsOf{Happened: ledger.DayOf(2026, 11, 23), Known: ledger.DayOf(2026, 11, 23)})
	for name, q := range map[string]query.Query{
		"day":                          {Sort: query.By("signed_by")},
		"sector, instrument, day":      {Sort: []query.Order{{Field: "sector"}, {Field: "instrument"}, {Field: "signed_by", Descending: true}}},
		"amount, title":                {Sort: []query.Order{{Field: "value", Descending: true}, {Field: "title"}}},
		"in groups of three, then day": {Group: []string{"sector", "instrument", "at_summit"}, Sort: query.By("signed_by")},
	} {
		b.Run(name, func(b *testing.B) {
			q.Kind = ledger.Agreements
			for b.Loop() {
				if _, err := query.Run(context.Background(), v, nil, q, nil, english); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
