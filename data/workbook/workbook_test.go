package workbook_test

import (
	"path/filepath"
	"testing"
	"time"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/summits"
	"summitledger/data/workbook"
)

// bundled reads the bundled summit; its recorded day is 2026-11-23.
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

// request asks for the whole of a ledger as of 23 November 2026.
func request(t testing.TB, l *ledger.Ledger, language locale.Language) workbook.Request {
	t.Helper()
	p, err := locale.New(language)
	if err != nil {
		t.Fatal(err)
	}
	today := ledger.DayOf(2026, time.November, 23)
	return workbook.Request{View: l.View(ledger.AsOf{Happened: today, Known: today}), Printer: p, Program: "Summit Ledger", Version: "0.1.0",
		Now: time.Date(2026, time.November, 23, 9, 30, 0, 0, time.UTC)}
}

// written writes a workbook and gives the name of its file.
func written(t testing.TB, r workbook.Request) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "summit.xlsx")
	if err := workbook.Write(t.Context(), path, r); err != nil {
		t.Fatal(err)
	}
	return path
}
