package analysis_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// duplicates writes what is found as "rule: key key".
func duplicates(t testing.TB, l *ledger.Ledger, kind ledger.Kind) []string {
	t.Helper()
	found, err := analysis.Duplicates(context.Background(), l)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, d := range found {
		if d.Records[0].Kind != kind {
			continue
		}
		text := string(d.Rule) + ":"
		for _, ref := range d.Records {
			text += " " + l.Key(ref)
		}
		list = append(list, text)
	}
	return list
}

// organisation adds one, as an edit of its own.
func organisation(t testing.TB, l *ledger.Ledger, cells ...string) *ledger.Ledger {
	t.Helper()
	row := make([]string, len(ledger.Organisations.Columns()))
	copy(row, cells)
	row[ledger.Organisations.Column("kind")] = "company"
	next, err := l.Apply([]ledger.Change{l.Add(ledger.Organisations, l.RecordedDay(), row)})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestFirmsEnteredTwiceAreFoundAcrossScripts(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		name, country, like string // like: the key of the one that it is, "" for none
		rule                analysis.DuplicateRule
	}{
		{"ガスプロム", "RU", "gazprom", analysis.SameName},
		{"ПАО «Газпром»", "RU", "gazprom", analysis.SameName},
		{"OAO GAZPROM", "", "gazprom", analysis.SameName},
		{"Gasprom", "RU", "", ""}, // too short to tell a slip from another firm
		{"Мицуи", "JP", "mitsui", analysis.SameName},
		{"株式会社三井物産", "JP", "mitsui", analysis.SameName},
		{"ミツイ", "JP", "mitsui", analysis.SameName},
		{"Мицубиси Корпорейшн", "JP", "", ""},
		{"Мицубиси", "JP", "mitsubishi-corporation", analysis.SameName},
		{"Роснефть", "JP", "", ""}, // of another country
		{"Kawasaki Heavy Industry", "JP", "kawasaki-heavy-industries", analysis.NearName},
		{"Arctic LNG 1", "RU", "", ""},
		{"Марубэни", "JP", "marubeni", analysis.SameName},
		{"三井造船", "JP", "", ""},
	} {
		with := organisation(t, l, "entered-twice", c.name, "", "", "", c.country)
		got := slices.DeleteFunc(duplicates(t, with, ledger.Organisations), func(text string) bool { return !strings.Contains(text, "entered-twice") })
		want := []string{string(c.rule) + ": " + c.like + " entered-twice"}
		if c.like == "" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s of %q: %q, want %q", c.name, c.country, got, want)
		}
	}
}

// The bundled summit was put together by hand: nothing in it stands twice, not
// the agreements of one firm with several others, not what was said every year.
func TestNothingIsSuggestedInTheBundledSummit(t *testing.T) {
	l := bundled(t)
	for _, kind := range ledger.MergeKinds() {
		if found := duplicates(t, l, kind); len(found) > 0 {
			t.Errorf("%s: %q", kind.Table(), found)
		}
	}
}

// One document that two papers told of under other words is found by parties,
// instrument and day; one that a link joins is told apart already.
func TestDocumentsEnteredTwice(t *testing.T) {
	l := bundled(t)
	first, _ := l.Find(ledger.Agreements, "novatek-mitsui-2016")
	cells := l.Cells(first)
	cells[0], cells[ledger.Agreements.Column("title")] = "again", cells[ledger.Agreements.Column("title")]+" (as reported)"
	changes := []ledger.Change{l.Add(ledger.Agreements, l.RecordedDay(), cells)}
	for i, party := range l.PartiesOf(first) {
		row := l.Cells(party)
		row[1] = "again"
		change := l.Add(ledger.Parties, l.RecordedDay(), row)
		change.ID += int64(i)
		changes = append(changes, change)
	}
	next, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	if got := duplicates(t, next, ledger.Agreements); !slices.Equal(got, []string{"same_document: novatek-mitsui-2016 again"}) {
		t.Errorf("%q", got)
	}
	source := l.Key(ledger.Ref{Kind: ledger.Sources, Row: 0})
	linked, err := next.Apply([]ledger.Change{next.Add(ledger.Links, l.RecordedDay(), []string{"agreement", "again", "follows", "agreement", "novatek-mitsui-2016", "", source})})
	if err != nil {
		t.Fatal(err)
	}
	if got := duplicates(t, linked, ledger.Agreements); len(got) > 0 {
		t.Errorf("linked: %q", got)
	}
}

// A copy of a record under another key is always found, whatever the record.
func TestACopyIsFound(t *testing.T) {
	l := bundled(t)
	rapid.Check(t, func(r *rapid.T) {
		kind := rapid.SampledFrom(ledger.MergeKinds()).Draw(r, "kind")
		ref := ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(l.Rows(kind))-1).Draw(r, "row"))}
		cells := l.Cells(ref)
		cells[0] = "a-copy-of-it"
		next, err := l.Apply([]ledger.Change{l.Add(kind, l.RecordedDay(), cells)})
		if err != nil {
			r.Fatal(err)
		}
		found := slices.ContainsFunc(duplicates(t, next, kind), func(text string) bool { return strings.Contains(text, "a-copy-of-it") })
		if !found {
			r.Errorf("the copy of %s is not found", l.Name(ref))
		}
	})
}

func BenchmarkDuplicates(b *testing.B) {
	l := ledger.Generate(100_000, 100_000, 1, ledger.DayOf(2026, 11, 23))
	for b.Loop() {
		if _, err := analysis.Duplicates(context.Background(), l); err != nil {
			b.Fatal(err)
		}
	}
}
