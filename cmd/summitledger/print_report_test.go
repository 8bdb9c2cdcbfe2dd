package main

import (
	"strings"
	"testing"
)

func TestReportsAreWrittenToStandardOutput(t *testing.T) {
	for _, arguments := range []string{"brief", "claim docs-total-80", "pipeline", "promises", "fund fund:urban-environment-fund-proposal", "record deal:arctic-lng-2"} {
		out, errors, code := command(t, strings.Fields("print "+arguments+" -o -")...)
		if code != exitDone || !strings.HasPrefix(out, "%PDF-") || !strings.HasSuffix(strings.TrimSpace(out), "%%EOF") {
			t.Errorf("print %s: exit %d, %d bytes, says %q", arguments, code, len(out), errors)
		}
	}
}

// An unknown report or key is wrong use, and says what there is.
func TestUnknownReportsAndKeysAreRefused(t *testing.T) {
	for arguments, says := range map[string]string{
		"print -o -":                  "name the report to print",
		"print weather -o -":          "the reports are brief, claim",
		"print claim -o -":            "needs one KEY",
		"print pipeline x -o -":       "takes no KEY",
		"print claim no-such -o -":    `no claim with the key "no-such"`,
		"print fund no-such -o -":     `no fund with the key "no-such"`,
		"print record no-such -o -":   `no record has the key "no-such"`,
		"print pipeline":              "-o OUT.pdf or --printer NAME",
		"print pipeline -o table.csv": "ends in .pdf",
	} {
		out, errors, code := command(t, strings.Fields(arguments)...)
		if code != exitUsage || !strings.Contains(errors, says) || out != "" {
			t.Errorf("%s: exit %d, prints %d bytes, says %q; want it to say %q", arguments, code, len(out), errors, says)
		}
	}
}
