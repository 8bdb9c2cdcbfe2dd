package main

import (
	"strings"
	"testing"
)

// What no printer can do is wrong use, said before anything is printed.
func TestPrintingAsksForWhatCanBe(t *testing.T) {
	for arguments, says := range map[string]string{
		"print brief -o brief.pdf --copies 2":        "--copies goes with --printer",
		"print brief -o brief.pdf --pages 1":         "--pages goes with --printer",
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
