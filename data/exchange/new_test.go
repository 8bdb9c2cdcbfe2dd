package exchange_test

import (
	"errors"
	"testing"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

func TestAnEmptySummitIsSoundUpToItsCountries(t *testing.T) {
	today := ledger.DayOf(2026, 11, 24)
	l, err := exchange.NewSummit("Trial summit", "2026-11-20", "2026-11-21", "JP;RU", today)
	if err != nil {
		t.Fatal(err)
	}
	if faults := l.Faults(); len(faults) != 0 {
		t.Errorf("faults: %v", faults)
	}
	l, err = exchange.NewSummit("Trial summit", "2026-11-20", "2026-11-21", "", today)
	if err != nil {
		t.Fatal(err)
	}
	if faults := l.Faults(); len(faults) > 1 {
		t.Errorf("faults: %v", faults)
	}
	var faults ledger.Faults
	if _, err = exchange.NewSummit(" ", "soon", "2026-11-21", "Japan", today); !errors.As(err, &faults) || len(faults) < 3 {
		t.Errorf("a summit of nonsense gives %v", err)
	}
}
