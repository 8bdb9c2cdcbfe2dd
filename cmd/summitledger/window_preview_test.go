//go:build window

package main

import (
	"strings"
	"testing"
)

// The preview opens with a key, zooms and moves with keys, saves the very pages
// that it shows, and goes with Escape.
func TestWindowPreviewOfPages(t *testing.T) {
	app := atDesk(t).starts()
	app.shows("overview")
	app.presses("ctrl+p")
	app.button()
	app.keeps("preview")
	app.becomes("the page in its size on paper", app.body(), func() { app.presses("1") })
	app.becomes("the page half as large again", app.body(), func() { app.presses("ctrl+plus", "ctrl+plus") })
	app.becomes("another part of the page", app.body(), func() { app.presses("Next") })
	app.keeps("preview-zoomed")
	app.presses("Tab", "Tab", "Return") // past Print, on Save as PDF
	app.button()
	app.presses("Return")
	pdf := app.file("japan-russia-2016.pdf")
	app.sees("the whole file", func() bool {
		said, err := app.tries("pdftotext", pdf, "-")
		return err == nil && strings.Contains(string(said), "44 can be named, and 29 of these are confirmed as signed.")
	})
	app.presses("Escape")
	app.becomes("the overview", app.body(), func() { app.presses("ctrl+2") })
	app.shows("agreements").quits()
}
