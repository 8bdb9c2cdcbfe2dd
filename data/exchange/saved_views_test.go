package exchange_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

// Saved views travel in views.csv, and only then; a zip file carries them too.
func TestSavedViewsTravelWithTheFolder(t *testing.T) {
	summit, err := exchange.Read(bundledFolder(t), ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	plain, l := summit, summit.Ledger
	view := ledger.SavedView{Key: "energy", Name: "エネルギー; \"2018\"", Tab: "pipeline", Query: `sector:"a,b" ガス`, Columns: []string{"title", "value"}, Sort: []string{"-value"}, AsOf: "2018-12-31"}
	if summit.Ledger, err = l.Apply(l.SaveView(ledger.DayOf(2026, 11, 24), view)); err != nil {
		t.Fatal(err)
	}
	target, archive := t.TempDir(), filepath.Join(t.TempDir(), "summit.zip")
	if err := exchange.WriteFolder(target, summit); err != nil {
		t.Fatal(err)
	}
	if err := exchange.WritePackage(archive, summit); err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{target, archive} {
		again, err := exchange.Open(place, ledger.NoDay)
		if err != nil {
			t.Fatal(err)
		}
		ref, ok := again.Ledger.Find(ledger.SavedViews, "energy")
		if !ok || !slices.Equal(again.Ledger.Cells(ref), summit.Ledger.Cells(ref)) || again.Ledger.Recorded(ref) != ledger.DayOf(2026, 11, 24) {
			t.Errorf("%s: the view comes back as %v", place, again.Ledger.Cells(ref))
		}
	}
	if err := exchange.WriteFolder(target, plain); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(target, "views.csv")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("views.csv without views: %v", err)
	}
}

func TestViewsThatCannotBeReadAreFaultsOfTheFolder(t *testing.T) {
	files := copied(t)
	files["views.csv"] = &fstest.MapFile{Data: []byte("key,name,tab,query,columns,sort,group,as_of,known,count_at,layout,record\none,One,kitchen,,,,,,,,,\none,Two,funds,,,,,2016,,,,\n")}
	_, err := exchange.Read(files, ledger.NoDay)
	var faults ledger.Faults
	if !errors.As(err, &faults) || len(faults) != 3 || faults[0].Column != "tab" || faults[1].Column != "as_of" || faults[2].Code != ledger.FaultDuplicate {
		t.Errorf("%v; want an unknown tab, a year for a day and a key that stands twice", err)
	}
}
