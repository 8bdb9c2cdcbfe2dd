package query_test

import (
	"reflect"
	"slices"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// savedIn keeps a view in a ledger.
func savedIn(t testing.TB, l *ledger.Ledger, view ledger.SavedView) *ledger.Ledger {
	t.Helper()
	next, err := l.Apply(l.SaveView(l.RecordedDay(), view))
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func opened(t testing.TB, l *ledger.Ledger, name string) query.Opened {
	t.Helper()
	ref, err := l.FindView(name)
	if err != nil {
		t.Fatal(err)
	}
	return query.OpenView(l, ref)
}

func TestASavedViewShowsWhatItShowed(t *testing.T) {
	l := savedIn(t, bundled(t), ledger.SavedView{Name: "Энергетика, 2018", Tab: "pipeline", Query: "lng sector:extractives organisation=novatek", Columns: []string{"title", "age", "value"},
		Sort: []string{"-value", "title"}, Group: []string{"outcome", "sector"}, AsOf: "2018-12-31", CountAt: "signed", Layout: "table", Record: "deal:arctic-lng-2"})
	o := opened(t, l, "энергетика, 2018")
	if len(o.Missing) > 0 || o.Saved.Key != "2018" {
		t.Errorf("missing %v of %s", o.Missing, o.Saved.Key)
	}
	want := query.Query{Kind: ledger.Deals, Typed: "lng", Filters: []query.Filter{{Field: "sector", Values: []string{"extractives"}}, {Field: "organisation", Values: []string{"novatek"}}},
		Sort: []query.Order{{Field: "value", Descending: true}, {Field: "title"}}, Group: []string{"outcome", "sector"}}
	if !reflect.DeepEqual(o.Query, want) {
		t.Errorf("%+v, want %+v", o.Query, want)
	}
	asOf := o.AsOf(ledger.AsOf{Happened: ledger.DayOf(2026, 11, 23), Known: ledger.DayOf(2026, 11, 23)})
	if asOf != (ledger.AsOf{Happened: ledger.DayOf(2018, 12, 31), Known: ledger.DayOf(2026, 11, 23)}) {
		t.Errorf("it looks from %v: the day of 2018 is its own, the other follows", asOf)
	}
	if rows := run(t, l.View(asOf), o.Query).Rows; len(rows) == 0 || !slices.ContainsFunc(rows, func(ref ledger.Ref) bool { return l.Key(ref) == "arctic-lng-2" }) {
		t.Errorf("it finds %d deals", len(rows))
	}
}

// What is gone is left away and named; the rest still holds.
func TestAViewOfWhatIsGoneOpensAsFarAsItCan(t *testing.T) {
	l := savedIn(t, bundled(t), ledger.SavedView{Name: "Old", Tab: "agreements", Query: "gas colour:red sector:health,magic organisation=nobody subject:x", Columns: []string{"title", "weight", "value"},
		Sort: []string{"-beauty", "signed_by"}, Group: []string{"colour"}, Record: "deal:never-was"})
	o := opened(t, l, "old")
	want := []query.Missing{{Part: query.MissingRecord, Value: "deal:never-was"}, {Part: query.MissingField, Value: "colour"}, {Part: query.MissingValue, Field: "sector", Value: "magic"},
		{Part: query.MissingValue, Field: "organisation", Value: "nobody"}, {Part: query.MissingField, Value: "subject"}, {Part: query.MissingColumn, Value: "weight"},
		{Part: query.MissingSort, Value: "beauty"}, {Part: query.MissingGroup, Value: "colour"}}
	if !slices.Equal(o.Missing, want) {
		t.Errorf("missing %v,\nwant %v", o.Missing, want)
	}
	if q := o.Query; q.Typed != "gas" || len(q.Filters) != 1 || !slices.Equal(q.Filters[0].Values, []string{"health"}) || !slices.Equal(q.Sort, query.By("signed_by")) || len(q.Group) > 0 {
		t.Errorf("left is %+v", q)
	}
	if !slices.Equal(o.Columns, []string{"title", "value"}) || o.Saved.Record != "" {
		t.Errorf("left are columns %v and record %q", o.Columns, o.Saved.Record)
	}
	broken := savedIn(t, bundled(t), ledger.SavedView{Name: "Broken", Tab: "sources", Query: `"never closed`, Sort: []string{"publisher"}})
	if o := opened(t, broken, "broken"); len(o.Missing) != 1 || o.Missing[0].Part != query.MissingQuery || !slices.Equal(o.Query.Sort, query.By("publisher")) {
		t.Errorf("a query that cannot be read: %+v", o)
	}
}

func TestViewsFollowANewKey(t *testing.T) {
	l := savedIn(t, bundled(t), ledger.SavedView{Name: "One", Tab: "agreements", Query: "organisation=novatek,mitsui", Record: "claim:docs-total-80"})
	l = savedIn(t, l, ledger.SavedView{Name: "Two", Tab: "timeline", Query: "subject=deal:x"})
	l = savedIn(t, l, ledger.SavedView{Name: "Three", Tab: "timeline", Query: `subject="deal:arctic-lng-2"`})
	for _, c := range [][3]string{{"organisation", "novatek", "novatek-group"}, {"claim", "docs-total-80", "eighty"}, {"deal", "arctic-lng-2", "lng"}} {
		kind, _ := ledger.ParseKind(c[0])
		ref, ok := l.Find(kind, c[1])
		if !ok {
			t.Fatal(c)
		}
		next, err := l.Apply(query.Rename(l, ref, c[2]))
		if err != nil {
			t.Fatal(err)
		}
		l = next
	}
	if saved := opened(t, l, "One").Saved; saved.Query != "organisation=novatek-group,mitsui" || saved.Record != "claim:eighty" {
		t.Errorf("%q beside %q", saved.Query, saved.Record)
	}
	if o := opened(t, l, "Three"); len(o.Missing) > 0 || o.Query.Filters[0].Values[0] != "deal:lng" {
		t.Errorf("%+v", o)
	}
}
