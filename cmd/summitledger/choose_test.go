package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// A reader waits one year rather than two before a deal reads as shelved: the
// list of deals changes with it, an undo and an empty value bring it back.
func TestSettingsOnTheCommandLine(t *testing.T) {
	path := workspaceMade(t)
	shelved := func(where string) int {
		t.Helper()
		out, errors, code := command(t, "list", "deals", "--json", "--as-of", "2018-12-31", "--workspace", where)
		if code != exitDone {
			t.Fatal(errors)
		}
		return strings.Count(out, `"silence": "shelved_inferred"`)
	}
	edit := func(prints string, arguments ...string) {
		t.Helper()
		out, errors, code := command(t, append(arguments, "--workspace", path)...)
		if code != exitDone || out != prints {
			t.Fatalf("%v: exit %d, prints %q, says %q", arguments, code, out, errors)
		}
	}
	before := shelved(path)
	edit("1\n", "set", "setting:silence.shelved", "value=365")
	more := shelved(path)
	if more <= before {
		t.Errorf("%d deals shelved after a year, %d after two", more, before)
	}
	edit("2\n", "undo")
	if got := shelved(path); got != before {
		t.Errorf("undone: %d shelved, want %d", got, before)
	}
	edit("3\n", "redo")
	edit("4\n", "set", "setting:scope.docs-total-80", "value=at_summit=yes")
	if out, _, _ := command(t, "list", "settings", "--csv", "--workspace", path); out != "name,value\nsilence.shelved,365\nscope.docs-total-80,at_summit=yes\n" {
		t.Errorf("listed: %q", out)
	}
	if out, _, _ := command(t, "list", "settings", "--lang", "en", "--workspace", path); !strings.Contains(out, "Shelved after days of silence") {
		t.Errorf("for people: %q", out)
	}
	folder := filepath.Join(t.TempDir(), "exported")
	if _, errors, code := command(t, "export", "--folder", folder, "--workspace", path); code != exitDone {
		t.Fatal(errors)
	}
	if got := shelved(folder); got != more {
		t.Errorf("from the exported folder: %d shelved, want %d", got, more)
	}
	edit("5\n", "set", "setting:silence.shelved", "value=")
	if got := shelved(path); got != before {
		t.Errorf("back at the default: %d shelved, want %d", got, before)
	}
}

func TestSettingsThatAreRefusedChangeNothing(t *testing.T) {
	path := workspaceMade(t)
	for _, c := range []struct {
		name, value, says string
		code              int
	}{
		{"silence.shelvd", "365", "there is no setting", exitUsage},
		{"silence.shelved", "a year", "a whole number of days", exitFailed},
		{"silence.lapsed", "100", "not below", exitFailed},
		{"probability.contract", "40%", "a share from 0 to 1", exitFailed},
		{"scope.docs-total-80", "colour=red", `no column "colour"`, exitUsage},
		{"scope.nobody", "at_summit=yes", "no claim", exitUsage},
		{"bucket.docs-total-80.agreement:novatek-mitsui-2016", "signed", "its buckets are", exitUsage},
		{"rate.age", "", "at its default already", exitUsage},
	} {
		out, errors, code := command(t, "set", "setting:"+c.name, "value="+c.value, "--workspace", path)
		if code != c.code || out != "" || !strings.Contains(errors, c.says) {
			t.Errorf("%s=%s: exit %d, prints %q, says %q; want exit %d and %q", c.name, c.value, code, out, errors, c.code, c.says)
		}
	}
	if out, _, _ := command(t, "history", "--workspace", path); out != "" {
		t.Errorf("refused edits stand in the history: %s", out)
	}
}
