package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// Of a summit with nothing in it yet every answer says so instead of nothing.
func TestAnswersOfAnEmptySummit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty.summit")
	if _, says, code := command(t, "new", path, "--from", "empty"); code != exitDone {
		t.Fatal(says)
	}
	for verb, want := range map[string]string{"claim": "0 claims", "funds": "0 funds", "pipeline": "no amount", "promises": "0 promised"} {
		out, says, code := command(t, verb, "--workspace", path, "--lang", "en")
		if code != exitDone || !strings.Contains(out, want) {
			t.Errorf("%s: exit %d, %q, says %q", verb, code, out, says)
		}
	}
}
