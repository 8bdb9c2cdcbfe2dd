package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMergeOnTheCommandLine(t *testing.T) {
	path := workspaceMade(t)
	on := func(arguments ...string) (string, string, int) {
		return command(t, append(arguments, "--workspace", path)...)
	}
	before, _, _ := on("show", "organisation:mitsui", "--json")
	for _, step := range [][]string{
		{"add", "organisation", "mitsui-ru", "name=Мицуи энд Ко", "kind=company", "country=JP"},
		{"add", "party", "-", "subject_kind=deal", "subject_key=yamal-lng", "organisation_key=mitsui-ru", "role=partner"},
	} {
		if _, errors, code := on(step...); code != exitDone {
			t.Fatal(errors)
		}
	}
	out, errors, code := on("merge", "organisation:mitsui", "organisation:mitsui-ru", "--dry-run")
	if code != exitDone || !strings.Contains(out, "removed organisation:mitsui-ru") || !strings.Contains(out, "added alias:organisation/mitsui-ru") {
		t.Fatalf("exit %d, prints %q, says %q", code, out, errors)
	}
	if _, _, code := on("show", "organisation:mitsui-ru"); code != exitDone {
		t.Error("the trial changed something")
	}
	out, errors, code = on("merge", "organisation:mitsui", "organisation:mitsui-ru", "--take", "name_ru=mitsui-ru", "--reason", "one firm")
	if code != exitDone || out != "3\n" {
		t.Fatalf("exit %d, prints %q, says %q", code, out, errors)
	}
	for _, name := range []string{"organisation:mitsui-ru", "mitsui-ru"} {
		out, errors, code := on("show", name, "--json")
		if code != exitDone || !strings.Contains(out, `"key": "mitsui"`) && !strings.Contains(out, `"key":"mitsui"`) || !strings.Contains(out, "yamal-lng") || !strings.Contains(out, "Мицуи энд Ко") {
			t.Errorf("%s: exit %d, prints %.300q, says %q", name, code, out, errors)
		}
	}
	for range 3 {
		if _, errors, code := on("undo"); code != exitDone {
			t.Fatal(errors)
		}
	}
	if after, _, _ := on("show", "organisation:mitsui", "--json"); after != before {
		t.Errorf("undone it is %s, before %s", after, before)
	}
	_, errors, code = on("merge", "claim:docs-total-80", "claim:docs-government-12")
	if code != exitFailed || !strings.Contains(errors, "it would refer to itself") {
		t.Errorf("a claim and its part: exit %d, says %q", code, errors)
	}
}

func TestRemoveOnTheCommandLine(t *testing.T) {
	path := workspaceMade(t)
	on := func(arguments ...string) (string, string, int) {
		return command(t, append(arguments, "--workspace", path)...)
	}
	_, errors, code := on("remove", "deal:arctic-lng-2")
	if code != exitFailed || !strings.Contains(errors, "deal:arctic-lng-2 stays") || !strings.Contains(errors, "party:deal/arctic-lng-2/") {
		t.Errorf("a deal with parties: exit %d, says %q", code, errors)
	}
	if _, errors, code := on("add", "party", "-", "subject_kind=deal", "subject_key=arctic-lng-2", "organisation_key=rosneft", "role=witness"); code != exitDone {
		t.Fatal(errors)
	}
	for _, step := range []struct {
		arguments []string
		code      int
	}{
		{[]string{"set", "party:deal/arctic-lng-2/rosneft/witness", "note=by mistake"}, exitDone},
		{[]string{"remove", "party:deal/arctic-lng-2/rosneft/witness"}, exitDone},
		{[]string{"remove", "party:deal/arctic-lng-2/rosneft/witness"}, exitUsage},
	} {
		if _, errors, code := on(step.arguments...); code != step.code {
			t.Errorf("%v: exit %d, says %q", step.arguments, code, errors)
		}
	}
}

func TestEditsOfManyOnTheCommandLine(t *testing.T) {
	path := workspaceMade(t)
	on := func(arguments ...string) (string, string, int) {
		return command(t, append(arguments, "--lang", "en", "--workspace", path)...)
	}
	block := filepath.Join(t.TempDir(), "block.tsv")
	if err := os.WriteFile(block, []byte("key\tstage\tconfidence\narctic-lng-2\tOperating\tsoon\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		arguments []string
		code      int
		says      []string // printed, or said as an error
		number    string   // of the action, on the last line; empty for none
	}{
		{[]string{"replace", "organisations", "--field", "name,aliases", "--find", "mitsui", "--with", "MITSUI", "--dry-run"}, exitDone, []string{"organisation:mitsui name", "MITSUI"}, ""},
		{[]string{"replace", "organisations", "--field", "name", "--find", "mitsui", "--with", "MITSUI"}, exitDone, []string{"organisation:mitsui name"}, "1"},
		{[]string{"replace", "deals", "--field", "sector", "--find", "industry", "--with", "hobby", "--whole"}, exitDone, []string{"the value breaks the format", "Changed cells: 0"}, ""},
		{[]string{"replace", "deals", "--field", "mood", "--find", "a"}, exitUsage, []string{`no field "mood"`}, ""},
		{[]string{"replace", "deals"}, exitUsage, []string{"no text to look for"}, ""},
		{[]string{"set", "deals", "confidence=low", "--query", "Yamal"}, exitDone, []string{"confidence"}, "2"},
		{[]string{"set", "deals", "--tsv", block, "--dry-run"}, exitDone, []string{`"soon"`, "no word of this column"}, ""},
		{[]string{"set", "deals", "--tsv", block, "--reason", "from the ministry"}, exitDone, []string{"deal:arctic-lng-2 stage"}, "3"},
		{[]string{"set", "deal:arctic-lng-2", "--tsv", block}, exitUsage, []string{"name of a table"}, ""},
		{[]string{"set", "deals"}, exitUsage, []string{"no FIELD=VALUE"}, ""},
		{[]string{"undo"}, exitDone, nil, "4"},
	} {
		out, errors, code := on(step.arguments...)
		if code != step.code {
			t.Fatalf("%v: exit %d, prints %q, says %q", step.arguments, code, out, errors)
		}
		for _, text := range step.says {
			if !strings.Contains(out+errors, text) {
				t.Errorf("%v: prints %q, says %q; want %q", step.arguments, out, errors, text)
			}
		}
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if last := lines[len(lines)-1]; step.number != "" && last != step.number {
			t.Errorf("%v: the last line is %q, want %s", step.arguments, last, step.number)
		}
	}
	if got := derivedOf(t, path, "deal:arctic-lng-2")["stage"]; got == "operating" {
		t.Error("undo did not take the block back")
	}
}

func TestDuplicatesOnTheCommandLine(t *testing.T) {
	path := workspaceMade(t)
	on := func(arguments ...string) (string, string, int) {
		return command(t, append(arguments, "--lang", "en", "--workspace", path)...)
	}
	if out, _, code := on("duplicates"); code != exitDone || !strings.Contains(out, "Nothing looks") {
		t.Errorf("exit %d, prints %q", code, out)
	}
	if _, errors, code := on("add", "organisation", "gazprom-ru", "name=ПАО «Газпром»", "kind=state_company", "country=RU"); code != exitDone {
		t.Fatal(errors)
	}
	if out, _, _ := on("duplicates", "organisations"); !strings.Contains(out, "organisation:gazprom organisation:gazprom-ru: the same name") {
		t.Errorf("prints %q", out)
	}
	out, _, _ := on("duplicates", "--json")
	var forms []duplicateForm
	if err := json.Unmarshal([]byte(out), &forms); err != nil || len(forms) != 1 || forms[0].Rule != "same_name" || len(forms[0].Records) != 2 {
		t.Errorf("%v, %+v", err, forms)
	}
	if out, _, _ := on("duplicates", "deals", "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("deals: %q", out)
	}
}

func TestUndoOfOneActionByItsNumber(t *testing.T) {
	path := workspaceMade(t)
	on := func(arguments ...string) (string, string, int) {
		return command(t, append(arguments, "--workspace", path)...)
	}
	for _, step := range []struct {
		arguments []string
		code      int
		says      string
	}{
		{[]string{"set", "deal:arctic-lng-2", "amount=1"}, exitDone, "1\n"},
		{[]string{"set", "deal:arctic-lng-2", "confidence=low"}, exitDone, "2\n"},
		{[]string{"set", "deal:arctic-lng-2", "amount=2"}, exitDone, "3\n"},
		{[]string{"undo", "1"}, exitFailed, `amount: "3000000000" became "1", now it is "2"`},
		{[]string{"undo", "2"}, exitDone, "4\n"},
		{[]string{"undo", "1", "--overwrite"}, exitDone, "5\n"},
		{[]string{"undo", "1"}, exitFailed, "undone already"},
		{[]string{"undo", "first"}, exitUsage, "no number"},
	} {
		if out, errors, code := on(step.arguments...); code != step.code || !strings.Contains(out+errors, step.says) {
			t.Errorf("%v: exit %d, prints %q, says %q", step.arguments, code, out, errors)
		}
	}
	if got := derivedOf(t, path, "deal:arctic-lng-2")["amount"]; got != "3000000000" {
		t.Errorf("the amount is %v", got)
	}
}
