package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// savedView makes a workspace with a view of the deals in energy.
func savedView(t *testing.T) string {
	t.Helper()
	path := workspaceMade(t)
	if out, errors, code := command(t, "add", "view", "energy", "name=Энергетика", "tab=pipeline", "query=sector:extractives,nuclear", "sort=-value", "group=outcome",
		"as_of=2018-12-31", "columns=title;age;value", "--workspace", path); code != exitDone || out != "1\n" {
		t.Fatalf("exit %d: %s%s", code, out, errors)
	}
	return path
}

// A saved view is opened by name with its filters, columns, order, groups and
// day; options beside it stand in their place, and a folder carries it.
func TestListOpensASavedView(t *testing.T) {
	path := savedView(t)
	lines := func(arguments ...string) []string {
		t.Helper()
		out, errors, code := command(t, append([]string{"list", "--lang", "en"}, arguments...)...)
		if code != exitDone || errors != "" {
			t.Fatalf("%v: exit %d, %s", arguments, code, errors)
		}
		return strings.Split(strings.TrimSpace(out), "\n")
	}
	byName := lines("--view", "энергетика", "--workspace", path)
	if byName[0] != "Open (16)" || !strings.HasPrefix(byName[1], "deal:arctic-lng-2 ") || !strings.Contains(byName[1], " 746 ") {
		t.Errorf("%v; want the open deals first, the one of USD 3bn at their head, 746 days after its last event", byName[:2])
	}
	if rows := lines("deals", "--view", "energy", "--csv", "--workspace", path); rows[0] != "title,age,value,value_currency" || len(rows) != 19 {
		t.Errorf("%q and %d rows", rows[0], len(rows))
	}
	later := lines("--view", "energy", "--as-of", "2020-01-01", "--sort", "-last_event,title", "--group", "stage_now,outcome", "--query", "uranium", "--columns", "title", "--csv", "--workspace", path)
	if len(later) != 2 || later[1] != "Russian enriched uranium supply to Japan" {
		t.Errorf("with other words and columns: %v", later)
	}
	folder := filepath.Join(t.TempDir(), "exported")
	if _, errors, code := command(t, "export", "--folder", folder, "--workspace", path); code != exitDone {
		t.Fatal(errors)
	}
	if carried := lines("--view", "energy", "--workspace", folder); strings.Join(carried, "\n") != strings.Join(byName, "\n") {
		t.Errorf("from the folder: %v", carried)
	}
	if out, _, _ := command(t, "list", "views", "--json", "--workspace", path); !strings.Contains(out, `"as_of": "2018-12-31"`) || !strings.Contains(out, `"known": null`) {
		t.Errorf("listed: %s", out)
	}
}

func TestListWithoutAView(t *testing.T) {
	out, errors, code := command(t, "list", "deals", "--columns", "key,stage_now,value,organisation", "--sort", "-value", "--json", "--as-of", "2018-12-31", "--query", "arctic")
	if code != exitDone || !strings.HasPrefix(out, "[\n  {\n    \"key\": \"arctic-lng-2\",\n    \"stage_now\": \"memorandum\",\n    \"value\": {\n      \"amount\": \"3000000000\",") {
		t.Errorf("exit %d: %s%s", code, out, errors)
	}
}

// Groups stand inside each other, the headings of the inner ones set in.
func TestListGroupsInsideGroups(t *testing.T) {
	out, errors, code := command(t, "list", "deals", "--group", "stage_now,outcome", "--sort", "outcome,title", "--columns", "title", "--lang", "en", "--as-of", "2018-12-31", "--known", "2026-11-23")
	if code != exitDone || !strings.HasPrefix(out, "Identified (") || strings.Count(out, "\n  Open (") < 5 {
		t.Errorf("exit %d: %s%s", code, out, errors)
	}
}

func TestViewsThatAreRefused(t *testing.T) {
	path := savedView(t)
	for _, c := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"list", "--view", "nuclear"}, "Энергетика"}, // the views that there are
		{[]string{"list", "funds", "--view", "energy"}, "lists deals"},
		{[]string{"list", "deals", "--columns", "colour"}, "stage_now"},
		{[]string{"list", "deals", "--sort", "-colour"}, "colour"},
		{[]string{"list", "deals", "--group", "sector,colour"}, "colour"},
		{[]string{"list", "deals", "--group", "sector,outcome,silence,stage_now"}, "at most 3"},
		{[]string{"set", "view:energy", "query=colour:red"}, "colour"},
		{[]string{"set", "view:energy", "query=sector:magic"}, "magic"},
		{[]string{"set", "view:energy", `query="`}, "cannot be read"},
		{[]string{"set", "view:energy", "sort=beauty"}, "beauty"},
		{[]string{"add", "view", "other", "name=Other", "tab=funds", "record=fund:nobody"}, "fund:nobody"},
		{[]string{"remove", "view:other"}, "other"},
	} {
		if out, errors, code := command(t, append(c.arguments, "--workspace", path)...); code != exitUsage || out != "" || !strings.Contains(errors, c.says) {
			t.Errorf("%v: exit %d, %q, says %q; want %q", c.arguments, code, out, errors, c.says)
		}
	}
	if _, errors, code := command(t, "add", "view", "other", "name=Checks", "tab=checks", "--workspace", path); code != exitDone {
		t.Fatal(errors)
	}
	if _, errors, code := command(t, "list", "--view", "other", "--workspace", path); code != exitUsage || !strings.Contains(errors, "lists no records") {
		t.Errorf("a view of no records: exit %d, %s", code, errors)
	}
}

// A view whose organisation was removed opens as far as it can and says so,
// and the checks name it. Removing the view is an action like any other.
func TestAViewOfARemovedRecordSaysSo(t *testing.T) {
	path := savedView(t)
	for _, arguments := range [][]string{
		{"add", "organisation", "short-lived", "name=Short-lived", "kind=company"},
		{"set", "view:energy", "query=sector:nuclear organisation=short-lived"},
		{"remove", "organisation:short-lived"},
	} {
		if _, errors, code := command(t, append(arguments, "--workspace", path)...); code != exitDone {
			t.Fatalf("%v: %s", arguments, errors)
		}
	}
	out, errors, code := command(t, "list", "--view", "energy", "--lang", "en", "--workspace", path)
	if code != exitDone || !strings.Contains(out, "uranium") || !strings.Contains(errors, `"short-lived"`) {
		t.Errorf("exit %d: %s%s", code, out, errors)
	}
	if out, _, _ := command(t, "check", "--json", "--workspace", path); !strings.Contains(out, "view:energy") {
		t.Error("the checks do not name the view")
	}
	if _, errors, code := command(t, "remove", "view:energy", "--workspace", path); code != exitDone {
		t.Fatal(errors)
	}
	if _, _, code := command(t, "list", "--view", "energy", "--workspace", path); code != exitUsage {
		t.Error("a removed view is opened")
	}
	if _, _, code := command(t, "undo", "--workspace", path); code != exitDone {
		t.Error("undo")
	}
	if _, _, code := command(t, "list", "--view", "energy", "--workspace", path); code != exitDone {
		t.Error("undo does not bring the view back")
	}
}
