package exchange_test

import (
	"bytes"
	"testing"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
)

func TestASummitFolderIsTakenIntoAnEmptyLedger(t *testing.T) {
	today := ledger.DayOf(2026, 11, 24)
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	bundled, err := exchange.Read(folder, today)
	if err != nil {
		t.Fatal(err)
	}
	empty, err := exchange.NewSummit("Trial", "2026-11-20", "2026-11-21", "JP;RU", today)
	if err != nil {
		t.Fatal(err)
	}
	if !exchange.Empty(empty) || exchange.Empty(bundled.Ledger) {
		t.Fatal("the empty summit is not told from the bundled one")
	}
	filled, err := empty.Apply(exchange.Fill(empty, bundled))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range ledger.Kinds() {
		var got, want bytes.Buffer
		if err := exchange.WriteTable(&got, filled, kind, filled.All(kind)); err != nil {
			t.Fatal(err)
		}
		if err := exchange.WriteTable(&want, bundled.Ledger, kind, bundled.Ledger.All(kind)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Errorf("%s differ from those of the folder", kind.Table())
		}
	}
	for deal := range filled.All(ledger.Deals) {
		if got := filled.Recorded(deal); got != bundled.Ledger.RecordedDay() {
			t.Fatalf("a deal is recorded on %v, want %v", got, bundled.Ledger.RecordedDay())
		}
	}
}
