//go:build window

package main

import (
	"encoding/json"
	"image"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// million makes a workspace of 1,000,000 generated agreements, in which nobody
// takes a row for a fact, and names it.
func (p *person) million() string {
	p.t.Helper()
	path := filepath.Join(p.home, "million.summit")
	command := exec.Command(p.binary, "new", path, "--from", "generated", "--agreements", "1000000", "--events", "0", "--seed", "1")
	command.Env = p.environment()
	if out, err := command.CombinedOutput(); err != nil {
		p.t.Fatalf("%v: %s", err, out)
	}
	return path
}

// lastEdit gives what the journal of a workspace says of its last change.
func (p *person) lastEdit(path string) string {
	p.t.Helper()
	var edits []json.RawMessage
	if err := json.Unmarshal(p.runs("history", "--json", "--workspace", path), &edits); err != nil || len(edits) == 0 {
		p.t.Fatalf("%d changes in the journal: %v", len(edits), err)
	}
	return string(edits[len(edits)-1])
}

// table is where the rows of a tab with filters at its left stand.
func (a *app) table() image.Rectangle {
	body := a.body()
	return image.Rect(body.Min.X+260, body.Min.Y+70, body.Max.X-20, body.Max.Y)
}

// A person goes to the very last of 1,000,000 agreements, changes its title
// where it stands, types to go to another row, sorts, groups in groups, closes
// and opens them, all by keys.
func TestWindowMillionRows(t *testing.T) {
	somebody := atDesk(t)
	path := somebody.million()
	app := somebody.starts(path)
	app.presses("ctrl+2").remembers("tab", "agreements")
	app.sees("the check boxes of the filters", func() bool { return len(app.boxes()) > 10 }) // the rows are there with them
	app.becomes("rows without groups", app.table(), func() { app.finds("rows without groups") })
	app.becomes("the last row", app.table(), func() { app.presses("End") }).keeps("million-end")
	app.becomes("the field of its title", app.table(), func() { app.presses("Right", "F2") })
	app.becomes("the new title", app.table(), func() { app.types("The very last row").presses("Return") }).keeps("million-last-row-changed")
	app.becomes("the row that was typed", app.table(), func() { app.types("generated agreement 500000") }).keeps("million-typed")
	app.still() // the letters go, and Home is a key of the table again
	app.becomes("rows by sector", app.table(), func() { app.presses("Right", "Right", "alt+s") })
	app.becomes("rows by sector, then by instrument", app.table(), func() { app.presses("Left", "alt+shift+s") }).keeps("million-sorted")
	app.becomes("groups by instrument", app.table(), func() { app.presses("alt+g") })
	app.becomes("groups in groups", app.table(), func() { app.presses("Right", "Right", "alt+shift+g") }).keeps("million-groups")
	app.becomes("closed groups", app.table(), func() { app.finds("close all groups") }).keeps("million-groups-closed")
	app.becomes("the last group", app.table(), func() { app.presses("Home", "Down", "Down", "Right") }).keeps("million-group-open")
	app.quits()
	if edit := somebody.lastEdit(path); !strings.Contains(edit, "Generated agreement 999999 on") || !strings.Contains(edit, "The very last row") {
		t.Errorf("the last change on the disk is %s", edit)
	}
}
