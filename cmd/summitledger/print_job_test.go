package main

import (
	"strings"
	"testing"
)

// What no printer can do is wrong use, said before anything is printed.
func TestPrintingAsksForWhatCanBe(t *testing.T) {
	for arguments, says := range map[string]string{
		"print brief -o brief.pdf --copies 2":        "--copies goes with --printer",
		"print brief -o brief.pdf --pages 2":         "page 2 was asked for, the document has 1",
		"print brief -o brief.pdf --paper A5":        `no paper "A5"; the papers are: A4, Letter`,
		"print brief -o brief.pdf --margin 5":        "margins are 10 to 40 mm",
		"print brief -o brief.pdf --margin -1":       "margins are 10 to 40 mm",
		"print brief --printer Office --copies 0":    "0 copies cannot be printed",
		"print brief --printer Office --pages 3-1":   `pages "3-1": write numbers of pages`,
		"print brief --printer Office --pages 1-2":   "page 2 was asked for, the document has 1",
		"print brief --printer Office --sides three": `"three" sides; ask for one or two`,
	} {
		out, errors, code := command(t, strings.Fields(arguments)...)
		if code != exitUsage || !strings.Contains(errors, says) || out != "" {
			t.Errorf("%s: exit %d, prints %q, says %q; want it to say %q", arguments, code, out, errors, says)
		}
	}
}

// Of a report on a chosen paper only the pages that are asked for are written.
func TestPagesOfAPaperAreWritten(t *testing.T) {
	whole, _, _ := command(t, strings.Fields("print pipeline -o - --paper Letter --landscape")...)
	some, errors, code := command(t, strings.Fields("print pipeline -o - --paper Letter --landscape --margin 20 --pages 2-3,5")...)
	pages := func(pdf string) int { return strings.Count(pdf, "/Type /Page\n") }
	if code != exitDone || pages(some) != 3 || pages(whole) < 5 {
		t.Errorf("exit %d, %d pages of %d, says %q", code, pages(some), pages(whole), errors)
	}
	if box := "/MediaBox [0 0 792.00 612.00]"; !strings.Contains(some, box) {
		t.Errorf("the sheets are not Letter on its side")
	}
}
