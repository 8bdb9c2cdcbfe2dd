package main

import (
	"strings"
	"testing"
)

// A filter with a mistake is refused with the place of the mistake, and exits
// as a wrong command line does.
func TestAMistakeInAFilterIsPointedOut(t *testing.T) {
	for _, c := range []struct{ line, says, marks string }{
		{"list agreements --query sector:helth", "“helth” is not a value of sector. Perhaps health?", "  sector:helth\n         ^^^^^\n"},
		{"list deals --query 三井|stage>=contrakt", "Perhaps contract", "  三井 stage>=contrakt\n              ^^^^^^^^\n"},
		{"claim docs-total-80 --query colour:red", "no field “colour”", "  colour:red\n  ^^^^^^\n"},
		{"list deals --query (gas", "not closed", "  (gas\n  ^\n"},
	} {
		arguments := strings.Fields(c.line)
		for i := range arguments {
			arguments[i] = strings.ReplaceAll(arguments[i], "|", " ")
		}
		out, errors, code := command(t, arguments...)
		if code != exitUsage || out != "" || !strings.Contains(errors, c.says) || !strings.HasSuffix(errors, c.marks) {
			t.Errorf("%s: exit %d, %q, says\n%s", c.line, code, out, errors)
		}
	}
}

// A filter by a field of deals is understood where a command asks several
// tables.
func TestAFilterOfOneTableServesACommandOverSeveral(t *testing.T) {
	out, errors, code := command(t, "claim", "docs-total-80", "--query", "sector:health instrument:memorandum_of_understanding", "--lang", "en")
	if code != exitDone || out == "" {
		t.Errorf("exit %d: %s", code, errors)
	}
}
