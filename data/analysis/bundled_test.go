package analysis_test

import (
	"testing"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
)

const today = "2026-11-23" // the recorded day of the bundled summit

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
	t.Helper()
	return l.View(ledger.AsOf{Happened: day(t, happened), Known: day(t, known)})
}

func viewToday(t testing.TB) *ledger.View {
	t.Helper()
	return view(t, bundled(t), today, today)
}

func find(t testing.TB, l *ledger.Ledger, kind ledger.Kind, key string) ledger.Ref {
	t.Helper()
	ref, ok := l.Find(kind, key)
	if !ok {
		t.Fatalf("no %s %s", kind, key)
	}
	return ref
}

// edited gives the ledger with cells changed: table key, column, value.
func edited(t testing.TB, l *ledger.Ledger, kind ledger.Kind, key, column, value string) *ledger.Ledger {
	t.Helper()
	next, err := l.Apply([]ledger.Change{l.Set(find(t, l, kind, key), column, value)})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func keysOf(l *ledger.Ledger, refs []ledger.Ref) []string {
	keys := make([]string, len(refs))
	for i, ref := range refs {
		keys[i] = l.Key(ref)
	}
	return keys
}
