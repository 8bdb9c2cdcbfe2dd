//go:build window

package main

import (
	"slices"
	"testing"
)

// Two entries of one firm are found, compared and made one in the window; undo
// brings the other back.
func TestWindowDuplicatesAreMerged(t *testing.T) {
	somebody := atDesk(t)
	somebody.starts().shows("overview").quits()
	somebody.runs("add", "organisation", "gazprom-ru", "name=ПАО «Газпром»", "kind=state_company", "country=RU", "--workspace", somebody.summit())
	app := somebody.starts()
	app.shows("overview")
	app.finds("find duplicates")
	app.still()
	app.keeps("duplicates").presses("Down", "Down", "Return")
	merge := app.button()
	app.still()
	app.keeps("merge").clicks(merge)
	app.becameOnDisk("organisation:gazprom-ru", "aliases", "ПАО «Газпром»") // the old key finds the one that stays
	app.becameOnDisk("organisation:gazprom-ru", "key", "gazprom")
	app.still()
	app.keeps("merged").presses("ctrl+z")
	app.becameOnDisk("organisation:gazprom-ru", "key", "gazprom-ru")
	app.quits()
}

// One value goes to every selected row, after a look at what changes.
func TestWindowOneValueForManyRecords(t *testing.T) {
	const record, field, before, after = "agreement:arctic-lng-2-jbic-loan-2021", "confidence", "high", "low"
	app := atDesk(t).starts()
	app.presses("ctrl+2").shows("agreements")
	app.presses("ctrl+f").types("arctic").shows("agreements", "--query", "arctic")
	app.presses("Down", "ctrl+a", "ctrl+F2")
	app.button()
	app.presses(slices.Repeat([]string{"Down"}, 17)...).presses("Tab").presses(slices.Repeat([]string{"Down"}, 3)...)
	app.still()
	app.keeps("many").clicks(app.button())
	app.sees("the changes to choose from", func() bool { return app.button().Y > windowHeight*3/4 })
	app.still()
	app.keeps("many-review").clicks(app.button())
	app.becameOnDisk(record, field, after)
	if edits := app.edits(); edits != 1 {
		t.Errorf("the journal has %d actions, want one", edits)
	}
	app.presses("ctrl+z").becameOnDisk(record, field, before)
	app.quits()
}
