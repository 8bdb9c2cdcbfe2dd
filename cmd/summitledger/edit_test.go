package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workspaceMade makes a workspace of the bundled summit.
func workspaceMade(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my.summit")
	if _, errors, code := command(t, "new", path); code != exitDone {
		t.Fatal(errors)
	}
	return path
}

func derivedOf(t *testing.T, path, record string) map[string]any {
	t.Helper()
	out, errors, code := command(t, "show", record, "--json", "--workspace", path)
	if code != exitDone {
		t.Fatal(errors)
	}
	var object map[string]any
	if err := json.Unmarshal([]byte(out), &object); err != nil {
		t.Fatal(err)
	}
	return object
}

func TestEditUndoRedoHistory(t *testing.T) {
	path := workspaceMade(t)
	for _, step := range []struct {
		arguments []string
		prints    string
		amount    any
	}{
		{[]string{"set", "deal:arctic-lng-2", "amount=3100000000", "--reason", "new estimate", "--source", "upstream-2019"}, "1\n", "3100000000"},
		{[]string{"undo"}, "2\n", "3000000000"},
		{[]string{"redo"}, "3\n", "3100000000"},
		{[]string{"set", "deal:arctic-lng-2", "amount=", "currency=", "amount_kind=", "amount_qualifier="}, "4\n", nil},
	} {
		out, errors, code := command(t, append(step.arguments, "--workspace", path)...)
		if code != exitDone || out != step.prints {
			t.Fatalf("%v: exit %d, prints %q, says %q", step.arguments, code, out, errors)
		}
		if got := derivedOf(t, path, "deal:arctic-lng-2")["amount"]; got != step.amount {
			t.Errorf("%v: amount %v, want %v", step.arguments, got, step.amount)
		}
	}
	out, _, _ := command(t, "history", "deal:arctic-lng-2", "--json", "--workspace", path)
	var history []actionForm
	if err := json.Unmarshal([]byte(out), &history); err != nil {
		t.Fatal(err)
	}
	if len(history) != 4 || *history[0].Reason != "new estimate" || *history[0].Source != "upstream-2019" || *history[1].Undoes != 1 || *history[2].Redoes != 2 || len(history[3].Changes) != 4 {
		t.Errorf("history: %s", out)
	}
}

// A typed fact counts from the day on which it was typed (RULES 2.1).
func TestAnAddedEventMovesTheDeal(t *testing.T) {
	path := workspaceMade(t)
	out, errors, code := command(t, "add", "event", "tiksi-closed", "subject_kind=deal", "subject_key=tiksi-wind-diesel", "date=2026-11-20", "kind=outcome", "outcome=completed", "note=Only in this test.", "--workspace", path)
	if code != exitDone || out != "1\n" {
		t.Fatalf("exit %d: %s%s", code, out, errors)
	}
	derived, ok := derivedOf(t, path, "deal:tiksi-wind-diesel")["derived"].(map[string]any)
	if !ok || derived["outcome"] != "completed" || derived["last_event"] != "tiksi-closed" {
		t.Errorf("derived: %v", derived)
	}
	if out, _, code := command(t, "add", "link", "-", "from_kind=deal", "from_key=tiksi-wind-diesel", "relation=follows", "to_kind=deal", "to_key=arctic-lng-2", "source_keys=upstream-2019", "--workspace", path); code != exitDone || out != "2\n" {
		t.Errorf("adding a link: exit %d, %q", code, out)
	}
}

func TestARefusedEditChangesNothing(t *testing.T) {
	path := workspaceMade(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(t.TempDir(), "letter.summit")
	if err := os.WriteFile(foreign, []byte(strings.Repeat("Dear reader. ", 20)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		arguments []string
		code      int
		says      string
	}{
		{[]string{"set", "deal:arctic-lng-2", "amount=a lot"}, exitFailed, "amount"},
		{[]string{"set", "deal:arctic-lng-2", "price=1"}, exitUsage, `no field "price"`},
		{[]string{"set", "deal:arctic-lng-2", "amount"}, exitUsage, "not FIELD=VALUE"},
		{[]string{"set", "arctic-lng-2", "amount=1"}, exitUsage, "names 2 records"},
		{[]string{"set", "deal:arctic-lng-2", "source_keys=nowhere"}, exitFailed, "nowhere"},
		{[]string{"set", "deal:arctic-lng-2", "amount=1", "--source", "nowhere"}, exitUsage, "no source"},
		{[]string{"add", "treaty", "x", "title=X"}, exitUsage, `no kind of record "treaty"`},
		{[]string{"add", "deal", "arctic-lng-2", "title=Again"}, exitFailed, "arctic-lng-2"},
		{[]string{"add", "link", "x", "from_kind=deal"}, exitUsage, "has no key"},
		{[]string{"undo"}, exitFailed, "nothing to undo"},
		{[]string{"redo"}, exitFailed, "nothing to redo"},
	} {
		out, errors, code := command(t, append(c.arguments, "--workspace", path)...)
		if code != c.code || out != "" || !strings.Contains(errors, c.says) {
			t.Errorf("%v: exit %d, prints %q, says %q", c.arguments, code, out, errors)
		}
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("the file changed")
	}
	for _, c := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"set", "deal:arctic-lng-2", "amount=1"}, `"bundled" cannot be edited`},
		{[]string{"history"}, "has no history"},
		{[]string{"new", path}, "exists already"},
		{[]string{"new", "my.xlsx"}, "ends in .summit"},
		{[]string{"list", "deals", "--workspace", foreign}, "not a workspace"},
		{[]string{"list", "deals", "--workspace", "nowhere.summit"}, "does not exist"},
		{[]string{"new", filepath.Join(t.TempDir(), "x.summit"), "--from", "/no/such/folder"}, "/no/such/folder"},
		{[]string{"print", "letter", "-o", "x.pdf"}, `nothing called "letter"`},
		{[]string{"print", "brief"}, "say where to"},
		{[]string{"print", "brief", "-o", "x.docx"}, "ends in .pdf"},
		{[]string{"new", filepath.Join(t.TempDir(), "x.summit"), "--agreements", "5"}, "--from generated"},
		{[]string{"new", "/no/such/folder/x.summit"}, "folder does not exist"},
		{[]string{"export"}, "say where to"},
		{[]string{"export", "-o", "/no/such/folder/x.xlsx"}, "/no/such/folder"},
		{[]string{"screenshot", "--tab", "menu", "-o", "x.png"}, `no tab "menu"`},
		{[]string{"screenshot", "--tab", "overview", "--size", "1x1", "-o", "x.png"}, "--size"},
	} {
		if out, errors, code := command(t, c.arguments...); code == exitDone || out != "" || !strings.Contains(errors, c.says) {
			t.Errorf("%v: exit %d, prints %q, says %q", c.arguments, code, out, errors)
		}
	}
}

func TestGeneratedDataSaysSoEverywhere(t *testing.T) {
	dir := t.TempDir()
	path, sheet := filepath.Join(dir, "load.summit"), filepath.Join(dir, "load.xlsx")
	if _, errors, code := command(t, "new", path, "--from", "generated", "--agreements", "50", "--events", "100", "--seed", "7"); code != exitDone {
		t.Fatal(errors)
	}
	for _, arguments := range [][]string{{"list", "summit"}, {"show", "summit:generated"}, {"list", "sources"}} {
		if out, _, _ := command(t, append(arguments, "--workspace", path)...); !strings.Contains(out, "GENERATED") {
			t.Errorf("%v does not say that the data is generated: %s", arguments, out)
		}
	}
	if _, errors, code := command(t, "export", "-o", sheet, "--workspace", path); code != exitDone {
		t.Fatal(errors)
	}
	book, err := excelize.OpenFile(sheet)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.ToLower(strings.Join(strings.Fields(flat(rows)), " ")); !strings.Contains(text, "generated") {
		t.Errorf("the cover does not say that the data is generated: %s", text)
	}
}

func flat(rows [][]string) string {
	var out strings.Builder
	for _, row := range rows {
		out.WriteString(strings.Join(row, " ") + " ")
	}
	return out.String()
}

func TestCheckTellsFaultsFromFindings(t *testing.T) {
	out, errors, code := command(t, "check", "--json")
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, errors)
	}
	var answer struct {
		Faults []faultForm
		Checks []checkForm
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Faults) != 0 || len(answer.Checks) < 10 {
		t.Errorf("%d faults, %d checks", len(answer.Faults), len(answer.Checks))
	}
	folder := filepath.Join(t.TempDir(), "broken")
	if _, errors, code := command(t, "export", "--folder", folder); code != exitDone {
		t.Fatal(errors)
	}
	name := filepath.Join(folder, "deals.csv")
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.Replace(content, []byte("memorandum"), []byte("dreamt"), 2), 0o644); err != nil {
		t.Fatal(err)
	}
	out, _, code = command(t, "check", "--json", "--workspace", folder)
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatal(err)
	}
	if code != exitFailed || len(answer.Faults) == 0 || answer.Faults[0].File != "deals.csv" || answer.Faults[0].Value == "" || answer.Faults[0].Row == 0 {
		t.Errorf("exit %d: %s", code, out)
	}
}

func TestBriefAndPicturesAreWrittenWithoutADisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	dir := t.TempDir()
	for _, c := range []struct {
		arguments []string
		file      string
		begins    string
	}{
		{[]string{"print", "brief", "-o"}, "brief.pdf", "%PDF-"},
		{[]string{"screenshot", "--tab", "pipeline", "--lang", "ru", "--theme", "dark", "--size", "900x600", "-o"}, "pipeline.png", "\x89PNG"},
		{[]string{"export", "--lang", "ja", "--query", "三井", "-o"}, "mitsui.xlsx", "PK"},
	} {
		name := filepath.Join(dir, c.file)
		if _, errors, code := command(t, append(c.arguments, name)...); code != exitDone {
			t.Fatalf("%v: %s", c.arguments, errors)
		}
		content, err := os.ReadFile(name)
		if err != nil || !bytes.HasPrefix(content, []byte(c.begins)) {
			t.Errorf("%s: %v", c.file, err)
		}
	}
	if _, errors, code := command(t); code != exitFailed || !strings.Contains(errors, "no display") {
		t.Errorf("without a display: exit %d, says %q", code, errors)
	}
	if _, errors, code := command(t, "sing"); code != exitUsage || !strings.Contains(errors, "neither a command nor a file") {
		t.Errorf("an unknown word: exit %d, says %q", code, errors)
	}
}

// A move is what a dragged card writes: on with an event of kind stage, back
// with a correction.
func TestMovingADeal(t *testing.T) {
	path := workspaceMade(t)
	for i, c := range []struct {
		stage, on, kind string
	}{{"operating", "2026-10", "stage"}, {"identified", "2026-11-02", "correction"}} {
		out, errors, code := command(t, "move", "buryatia-waste", c.stage, "--on", c.on, "--note", "Only in this test.", "--workspace", path)
		if code != exitDone || out != strconv.Itoa(i+1)+"\n" {
			t.Fatalf("exit %d: %s%s", code, out, errors)
		}
		derived, ok := derivedOf(t, path, "deal:buryatia-waste")["derived"].(map[string]any)
		if !ok || derived["stage"] != c.stage {
			t.Errorf("moved to %s: %v", c.stage, derived)
		}
		if kind := derivedOf(t, path, "event:buryatia-waste-"+c.on+"-"+c.kind)["kind"]; kind != c.kind {
			t.Errorf("the event is of kind %v", kind)
		}
	}
	for _, c := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"buryatia-waste", "finished", "--on", "2026-10", "--note", "x"}, `no stage "finished"`},
		{[]string{"buryatia-waste", "contract"}, "--on"},
		{[]string{"track:peace-treaty", "contract", "--on", "2026-10", "--note", "x"}, "track"},
	} {
		if _, errors, code := command(t, append(append([]string{"move"}, c.arguments...), "--workspace", path)...); code != exitUsage || !strings.Contains(errors, c.says) {
			t.Errorf("%v: exit %d, says %q", c.arguments, code, errors)
		}
	}
}
