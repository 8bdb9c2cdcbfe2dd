package ledger_test

import (
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		text, first, last string
		mark              ledger.Mark
		precision         ledger.Precision
	}{
		{"2016-12-16", "2016-12-16", "2016-12-16", ledger.Sure, ledger.ByDay},
		{"2016-12", "2016-12-01", "2016-12-31", ledger.Sure, ledger.ByMonth},
		{"2016", "2016-01-01", "2016-12-31", ledger.Sure, ledger.ByYear},
		{"2016-12~", "2016-12-01", "2016-12-31", ledger.About, ledger.ByMonth},
		{"2019?", "2019-01-01", "2019-12-31", ledger.Uncertain, ledger.ByYear},
		{"2017-04/2018-03", "2017-04-01", "2018-03-31", ledger.Sure, ledger.Period},
		{"2016-02-29", "2016-02-29", "2016-02-29", ledger.Sure, ledger.ByDay},
	} {
		date, err := ledger.ParseDate(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if date.First.String() != c.first || date.Last.String() != c.last || date.Mark != c.mark || date.Precision != c.precision {
			t.Errorf("%s reads as %v to %v, mark %d, precision %d", c.text, date.First, date.Last, date.Mark, date.Precision)
		}
	}
}

func TestNotDates(t *testing.T) {
	for _, text := range []string{"2016-13", "2016-13-16", "2015-02-29", "16.12.2016", "2016-12-16/", "/2016", "2018/2017", "2016-21", "201X", "2016%", "2016-12-16T10:00", "2016-1-2", "0000", "2016/2017/2018", "2016~?"} {
		if date, err := ledger.ParseDate(text); err == nil {
			t.Errorf("%q was taken for the date %v", text, date)
		}
	}
}

// An event dated 2026? was recorded on 23 November 2026, so it has happened by
// then and not by the end of the year (RULES 1.2).
func TestHappenedIsNeverLaterThanRecorded(t *testing.T) {
	date, err := ledger.ParseDate("2026?")
	if err != nil {
		t.Fatal(err)
	}
	if got := date.Happened(day(t, "2026-11-23")); got != day(t, "2026-11-23") {
		t.Errorf("2026? happened by %v", got)
	}
	if got := date.Happened(day(t, "2027-01-05")); got != day(t, "2026-12-31") {
		t.Errorf("2026? recorded in 2027 happened by %v", got)
	}
}

func TestDaysReadBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := ledger.Day(rapid.Int32Range(-200000, 200000).Draw(t, "day"))
		got, err := ledger.ParseDay(want.String())
		if err != nil || got != want {
			t.Fatalf("%d was written %s and read back as %d, %v", want, want, got, err)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"2016-12-16", "2016-12~", "2019?", "2017-04/2018-03", "", "2016-", "////"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		date, err := ledger.ParseDate(text)
		if err == nil && date.Known() && date.First > date.Last {
			t.Errorf("%q begins after it ends", text)
		}
	})
}
