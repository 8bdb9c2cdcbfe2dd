//go:build window

package main

import (
	"encoding/json"
	"testing"
)

// views gives the saved views as they are on the disk.
func (p *person) views() []map[string]any {
	p.t.Helper()
	var views []map[string]any
	if err := json.Unmarshal(p.runs("list", "views", "--json", "--workspace", p.summit()), &views); err != nil {
		p.t.Fatal(err)
	}
	return views
}

// A person narrows the agreements down, saves that as a view, looks at other
// things, and opens the view again: after a new start by a few letters in the
// palette, and by its name when the program is started. Alt with an arrow goes
// back and forth through what was shown.
func TestWindowSavedViewIsOpenedAgain(t *testing.T) {
	const name = "Arctic at the summit"
	somebody := atDesk(t)
	app := somebody.starts()
	app.presses("ctrl+2").shows("agreements")
	app.presses("ctrl+f").types("arctic").shows("agreements", "--query", "arctic")
	app.becomes("another count in the foot", app.foot(), func() { app.clicks(app.boxes()[1]) })
	app.presses("ctrl+s")
	app.button()
	app.types(name).still()
	app.keeps("view-named").presses("Return")
	app.sees("the view on the disk", func() bool { return len(app.views()) == 1 })
	if view := app.views()[0]; view["name"] != name || view["tab"] != "agreements" || view["as_of"] != nil {
		t.Errorf("saved is %v", view)
	}
	app.shows("agreements", "--view", name).keeps("view-saved")
	app.becomes("everything", app.foot(), func() { app.presses("F8") }).keeps("view-changed")
	app.presses("alt+Left").shows("agreements", "--view", name)
	app.becomes("everything again", app.foot(), func() { app.presses("alt+Right") })
	app.quits()

	app = somebody.starts()
	app.presses("ctrl+3").shows("pipeline")
	app.finds("arctic at").shows("agreements", "--view", name).keeps("view-by-palette")
	app.quits()

	app = somebody.starts(somebody.summit(), "--view", name)
	app.shows("agreements", "--view", name)
	if edits := app.edits(); edits != 1 {
		t.Errorf("the journal has %d actions, want the saving only: what is shown is no edit", edits)
	}
	app.quits()
}
