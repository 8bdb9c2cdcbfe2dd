package exchange_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

// What the reader chose travels in settings.csv, and only then.
func TestSettingsTravelWithTheFolder(t *testing.T) {
	summit, err := exchange.Read(bundledFolder(t), ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	plain := summit
	var choices []ledger.Choice
	for _, pair := range [][2]string{{"silence.lapsed", "1000"}, {"scope.docs-total-80", "at_summit=yes,reported&track=commercial"}, {"about.margin", "0.2"}} {
		name, ok := ledger.ParseSetting(pair[0])
		if !ok {
			t.Fatal(pair[0])
		}
		choices = append(choices, ledger.Choice{Name: name, Value: pair[1]})
	}
	l := summit.Ledger
	if summit.Ledger, err = l.Apply(l.Choose(ledger.DayOf(2026, 11, 24), choices...)); err != nil {
		t.Fatal(err)
	}
	target := t.TempDir()
	if err := exchange.WriteFolder(target, summit); err != nil {
		t.Fatal(err)
	}
	again, err := exchange.Read(os.DirFS(target), ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, choice := range choices {
		if got, _ := again.Ledger.Setting(choice.Name); got != choice.Value {
			t.Errorf("%s comes back as %q, want %q", choice.Name, got, choice.Value)
		}
	}
	if got := again.Ledger.Thresholds().Lapsed; got != 1000 {
		t.Errorf("lapsed after %d days, want 1000", got)
	}
	// Without settings an earlier settings.csv goes away.
	if err := exchange.WriteFolder(target, plain); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(target, "settings.csv")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("settings.csv without settings: %v", err)
	}
}

func TestSettingsThatCannotBeReadAreFaultsOfTheFolder(t *testing.T) {
	files := copied(t)
	files["settings.csv"] = &fstest.MapFile{Data: []byte("name,value\nsilence.shelved,soon\nsilence.never,3\nsilence.lapsed,900\nsilence.lapsed,800\n")}
	_, err := exchange.Read(files, ledger.NoDay)
	var faults ledger.Faults
	if !errors.As(err, &faults) || len(faults) != 3 {
		t.Fatalf("%v; want the faults of rows 2, 3 and 5", err)
	}
	for i, want := range []struct {
		line   int
		column string
		code   ledger.FaultCode
	}{{2, "value", ledger.FaultDays}, {3, "name", ledger.FaultSetting}, {5, "name", ledger.FaultDuplicate}} {
		if got := faults[i]; got.File != "settings.csv" || got.Line != want.line || got.Column != want.column || got.Code != want.code {
			t.Errorf("fault %d: %+v, want %+v", i, got, want)
		}
	}
}
