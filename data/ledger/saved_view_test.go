package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
)

// kept saves a view, as an edit of its own.
func kept(t testing.TB, l *ledger.Ledger, view ledger.SavedView) *ledger.Ledger {
	t.Helper()
	next, err := l.Apply(l.SaveView(l.RecordedDay(), view))
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestViewsGetKeysAndAreFoundByName(t *testing.T) {
	l := bundled(t)
	for _, c := range [][2]string{{"Energy, by stage", "energy-by-stage"}, {"Energy: by stage!", "energy-by-stage-2"}, {"エネルギー", "view"}, {"Энергетика", "view-2"}, {"三井 2016", "2016"}} {
		l = kept(t, l, ledger.SavedView{Name: c[0], Tab: "agreements"})
		for _, name := range []string{c[0], c[1], strings.ToUpper(c[0])} {
			ref, err := l.FindView(name)
			if err != nil || l.Key(ref) != c[1] {
				t.Errorf("%q finds %v, %v; want %s", name, ref, err, c[1])
			}
		}
	}
	if _, err := l.FindView("energy"); err == nil || !strings.Contains(err.Error(), "Energy, by stage") {
		t.Errorf("a name that is none: %v; want the names that there are", err)
	}
	l = kept(t, l, ledger.SavedView{Name: "エネルギー", Tab: "funds"})
	if _, err := l.FindView("エネルギー"); err == nil || !strings.Contains(err.Error(), "view, view-3") {
		t.Errorf("a name of two views: %v; want both keys", err)
	}
	if found := l.FindAll("view"); len(found) != 0 {
		t.Errorf("a bare key finds %v", found)
	}
	if faults := l.Faults(); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestViewsThatMeanNothingAreRefused(t *testing.T) {
	l := bundled(t)
	for column, view := range map[string]ledger.SavedView{
		"tab":      {Name: "A", Tab: "kitchen"},
		"name":     {Name: " A", Tab: "funds"},
		"as_of":    {Name: "A", Tab: "funds", AsOf: "2016"},
		"known":    {Name: "A", Tab: "funds", Known: "2016-12-16~"},
		"count_at": {Name: "A", Tab: "funds", CountAt: "sometimes"},
		"layout":   {Name: "A", Tab: "funds", Layout: "round"},
		"record":   {Name: "A", Tab: "funds", Record: "arctic-lng-2"},
	} {
		_, err := l.Apply(l.SaveView(l.RecordedDay(), view))
		faults, ok := err.(ledger.Faults)
		if !ok || len(faults) != 1 || faults[0].Column != column || faults[0].Expected == "" {
			t.Errorf("%s: %v", column, err)
		}
	}
}

// Law: a view is read as it was saved, saving it again changes nothing, and
// the inverse of any savings takes every view back as it stood.
func TestViewsAreReadAsSavedAndTakenBack(t *testing.T) {
	bundled := bundled(t)
	rapid.Check(t, func(t *rapid.T) {
		word := func(words ...string) string { return rapid.SampledFrom(words).Draw(t, "word") }
		l := bundled
		for range rapid.IntRange(1, 5).Draw(t, "savings") {
			view := ledger.SavedView{Key: word("", "one", "two"), Name: word("Gas", "三井", "Газ, 2018"), Tab: word(ledger.TabWords().Words()...), Query: word("", "gas", `sector:"a b",health`),
				Columns: [][]string{nil, {"title", "value"}}[rapid.IntRange(0, 1).Draw(t, "columns")], Sort: [][]string{nil, {"-value", "title"}}[rapid.IntRange(0, 1).Draw(t, "sort")],
				Group: [][]string{nil, {"sector"}}[rapid.IntRange(0, 1).Draw(t, "group")], AsOf: word("", "2018-12-31"), Known: word("", "2016-12-17"),
				CountAt: word("", "signed"), Layout: word("", "table"), Record: word("", "deal:arctic-lng-2")}
			was := views(l)
			changes := l.SaveView(l.RecordedDay(), view)
			next, err := l.Apply(changes)
			if err != nil {
				t.Fatal(err)
			}
			ref, err := next.FindView(keyOf(l, next, view))
			if err != nil {
				t.Fatal(err)
			}
			got := next.SavedView(ref)
			if view.Key = got.Key; !same(got, view) {
				t.Fatalf("saved %+v, read %+v", view, got)
			}
			if again := next.SaveView(l.RecordedDay(), view); len(again) != 0 {
				t.Fatalf("saved again it changes %v", again)
			}
			undone, err := next.Apply(ledger.Inverse(changes))
			if err != nil {
				t.Fatal(err)
			}
			if now := views(undone); !slices.Equal(now, was) {
				t.Fatalf("undone: %v, before: %v", now, was)
			}
			l = next
		}
	})
}

// keyOf gives the key under which a view was saved: its own, or that of the
// row that came to be.
func keyOf(before, after *ledger.Ledger, view ledger.SavedView) string {
	for ref := range after.All(ledger.SavedViews) {
		if _, old := before.Find(ledger.SavedViews, after.Key(ref)); !old {
			return after.Key(ref)
		}
	}
	return view.Key
}

func same(a, b ledger.SavedView) bool {
	return a.Key == b.Key && a.Name == b.Name && a.Tab == b.Tab && a.Query == b.Query && slices.Equal(a.Columns, b.Columns) && slices.Equal(a.Sort, b.Sort) &&
		slices.Equal(a.Group, b.Group) && a.AsOf == b.AsOf && a.Known == b.Known && a.CountAt == b.CountAt && a.Layout == b.Layout && a.Record == b.Record
}

func views(l *ledger.Ledger) []string {
	var rows []string
	for ref := range l.All(ledger.SavedViews) {
		rows = append(rows, strings.Join(l.Cells(ref), "|"))
	}
	slices.Sort(rows)
	return rows
}
