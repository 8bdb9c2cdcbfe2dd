package report_test

import (
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// claimed changes cells of the claim of 80 documents.
func claimed(t *testing.T, cells map[string]string) *ledger.Ledger {
	t.Helper()
	l := bundled(t)
	claim, ok := l.Find(ledger.Claims, "docs-total-80")
	if !ok {
		t.Fatal("the claim of 80 documents is not there")
	}
	var changes []ledger.Change
	for column, value := range cells {
		changes = append(changes, l.Set(claim, column, value))
	}
	l, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestClaimIsSaidAsItWasMade(t *testing.T) {
	for name, one := range map[string]struct {
		cells  map[string]string
		wanted []string
	}{
		"more than": {map[string]string{"qualifier": "more_than"},
			[]string{"More than 80 documents were announced.", "Not found in the itemised list | at least 36"}},
		"about": {map[string]string{"qualifier": "about"},
			[]string{"About 80 documents were announced.", "Not found in the itemised list | about 36"}},
		"up to": {map[string]string{"qualifier": "up_to"},
			[]string{"Up to 80 documents were announced.", "Not found in the itemised list | at most 36"}},
		"fewer than are found": {map[string]string{"amount": "30"},
			[]string{"30 documents were announced.", "44 can be named", "Found beyond the claim | −14", "Parts add up to the claim | 30"}},
		"one": {map[string]string{"amount": "1", "scope": "at_summit=yes,reported&sector=health"},
			[]string{"1 document was announced."}},
		"too many for squares": {map[string]string{"amount": "30000"},
			[]string{"30,000 documents were announced.", "29,956 not found in the itemised list"}},
		"of another field": {map[string]string{"scope": "at_summit=yes,reported&sector=health"},
			[]string{"80 documents were announced.", "3 can be named"}},
	} {
		t.Run(name, func(t *testing.T) {
			document := brief(t, "claim-"+strings.ReplaceAll(name, " ", "-"), request(t, claimed(t, one.cells), locale.English, today, today))
			sheet(t, document)
			text := strings.Join(document.Text(), "\n")
			for _, wanted := range one.wanted {
				if !strings.Contains(text, wanted) {
					t.Errorf("the page lacks %q:\n%s", wanted, text)
				}
			}
			if says := strings.Contains(text, "One square is one document."); says != (name != "too many for squares") {
				t.Errorf("what a square is: said %t", says)
			}
		})
	}
}

// A claim of projects is bridged to the deals when nothing counts documents.
func TestClaimOfProjects(t *testing.T) {
	l := bundled(t)
	var changes []ledger.Change
	for claim := range l.All(ledger.Claims) {
		if l.Key(claim) == "docs-total-80" {
			changes = append(changes, l.Set(claim, "unit", "projects"), l.Set(claim, "counts", "deals"), l.Set(claim, "scope", "sector=extractives"))
			continue
		}
		changes = append(changes, l.Set(claim, "scope", "")) // nobody can check it
	}
	l, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	view := request(t, l, locale.English, today, today)
	named, ended := 0, 0
	for deal := range view.View.All(ledger.Deals) {
		if l.Value(deal, "sector") == "extractives" {
			named++
			if view.View.Deal(deal).Outcome.Ended() {
				ended++
			}
		}
	}
	if named == 0 || ended == 0 || named == ended {
		t.Fatalf("the example tells nothing: %d deals, %d ended", named, ended)
	}
	document := brief(t, "claim-projects", view)
	sheet(t, document)
	text := strings.Join(document.Text(), "\n")
	say := view.Printer
	for _, wanted := range []string{
		"80 projects were announced.",
		say.Integer(named) + " of them can be named.",
		"One square is one project.",
		"Ended since | " + say.Integer(ended),
		say.Integer(80-named) + " not found in the itemised list",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the page lacks %q:\n%s", wanted, text)
		}
	}
}
