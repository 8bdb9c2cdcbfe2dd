package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// One exports a workbook, changes it while a colleague changes the workspace,
// and takes it back: what only the workbook changed is taken over in one step.
func TestImportTakesAnEditedWorkbookBack(t *testing.T) {
	workspace := workspaceMade(t)
	book := filepath.Join(t.TempDir(), "work.xlsx")
	if _, says, code := command(t, "export", "-o", book, "--workspace", workspace, "--lang", "en"); code != exitDone {
		t.Fatal(says)
	}
	if _, says, code := command(t, "set", "deal:arctic-lng-2", "confidence=medium", "--workspace", workspace); code != exitDone {
		t.Fatal(says)
	}
	file, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := file.GetRows("Deals")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, heading := range rows[0] {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if heading == "Confidence" && (row[0] == "arctic-lng-2" || row[0] == "yamal-lng") {
				if err := file.SetCellStr("Deals", cell, "Low"); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := errors.Join(file.Save(), file.Close()); err != nil {
		t.Fatal(err)
	}

	out, says, code := command(t, "import", book, "--workspace", workspace, "--dry-run", "--json")
	if code != exitDone {
		t.Fatal(says)
	}
	var proposal map[string][]suggestionForm
	if err := json.Unmarshal([]byte(out), &proposal); err != nil {
		t.Fatal(err)
	}
	if len(proposal["changed"]) != 1 || proposal["changed"][0].Record != "deal:yamal-lng" || *proposal["changed"][0].New != "low" {
		t.Errorf("changed: %s", out)
	}
	if len(proposal["conflict"]) != 1 || proposal["conflict"][0].Record != "deal:arctic-lng-2" || *proposal["conflict"][0].Old != "medium" {
		t.Errorf("conflict: %s", out)
	}
	for _, verdict := range []string{"added", "removed", "problem"} {
		if list, ok := proposal[verdict]; !ok || len(list) != 0 {
			t.Errorf("%s: %+v, want an empty list", verdict, list)
		}
	}

	if out, says, code = command(t, "import", book, "--workspace", workspace); code != exitDone || !strings.HasSuffix(out, "\n2\n") {
		t.Fatalf("exit %d, prints %q, says %q", code, out, says)
	}
	if got := derivedOf(t, workspace, "deal:yamal-lng")["confidence"]; got != "low" {
		t.Errorf("yamal-lng: %v", got)
	}
	if got := derivedOf(t, workspace, "deal:arctic-lng-2")["confidence"]; got != "medium" {
		t.Errorf("the conflict was taken over: %v", got)
	}
	if _, says, code := command(t, "undo", "--workspace", workspace); code != exitDone {
		t.Fatal(says)
	}
	if got := derivedOf(t, workspace, "deal:yamal-lng")["confidence"]; got != "high" {
		t.Errorf("after undo: %v", got)
	}
	if _, says, code := command(t, "import", book, "--workspace", "bundled"); code != exitUsage || !strings.Contains(says, "--workspace FILE.summit") {
		t.Errorf("exit %d: %q", code, says)
	}
}

// A proposal is kept as a file, answered one by one and taken up again: what is
// accepted there is taken, conflicts too, and nothing else.
func TestImportByReview(t *testing.T) {
	workspace := workspaceMade(t)
	folder := t.TempDir()
	book, review := filepath.Join(folder, "work.xlsx"), filepath.Join(folder, "review.json")
	if _, says, code := command(t, "export", "-o", book, "--workspace", workspace, "--lang", "en"); code != exitDone {
		t.Fatal(says)
	}
	if _, says, code := command(t, "set", "deal:arctic-lng-2", "confidence=medium", "--workspace", workspace); code != exitDone {
		t.Fatal(says)
	}
	file, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := file.GetRows("Deals")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, heading := range rows[0] {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if heading == "Confidence" && slices.Contains([]string{"arctic-lng-2", "yamal-lng", "elga-coal"}, row[0]) {
				if err := file.SetCellStr("Deals", cell, "Low"); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := errors.Join(file.Save(), file.Close()); err != nil {
		t.Fatal(err)
	}
	out, says, code := command(t, "import", book, "--workspace", workspace, "--dry-run", "--json")
	if code != exitDone {
		t.Fatal(says)
	}
	var proposal map[string][]suggestionForm
	if err := json.Unmarshal([]byte(out), &proposal); err != nil {
		t.Fatal(err)
	}
	for i := range proposal["changed"] {
		if !proposal["changed"][i].Accepted {
			t.Errorf("%s is not accepted to begin with", proposal["changed"][i].Record)
		}
		proposal["changed"][i].Accepted = proposal["changed"][i].Record != "deal:yamal-lng"
	}
	if len(proposal["conflict"]) != 1 || proposal["conflict"][0].Accepted {
		t.Fatalf("conflicts %+v", proposal["conflict"])
	}
	proposal["conflict"][0].Accepted = true
	write := func(proposal map[string][]suggestionForm) {
		t.Helper()
		content, err := json.Marshal(proposal)
		if err == nil {
			err = os.WriteFile(review, content, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write(proposal)
	if _, says, code := command(t, "import", book, "--workspace", workspace, "--accept", review, "--take-conflicts"); code != exitUsage {
		t.Errorf("with --take-conflicts: exit %d, %s", code, says)
	}
	if out, says, code := command(t, "import", book, "--workspace", workspace, "--accept", review); code != exitDone || !strings.HasSuffix(out, "\n2\n") {
		t.Fatalf("exit %d: %s%s", code, out, says)
	}
	for deal, want := range map[string]string{"arctic-lng-2": "low", "elga-coal": "low", "yamal-lng": "high"} {
		if got := derivedOf(t, workspace, "deal:"+deal)["confidence"]; got != want {
			t.Errorf("%s: %v, want %s", deal, got, want)
		}
	}
	// The same review again accepts what nobody proposes any more.
	if _, says, code := command(t, "import", book, "--workspace", workspace, "--accept", review); code != exitFailed || !strings.Contains(says, "no longer proposed") {
		t.Errorf("exit %d: %s", code, says)
	}
	for content, wrong := range map[string]string{`{"changed": 3}`: "no review", `{"improved": []}`: "none of added", `{"problem": [{"record": "deal:x", "accepted": true}]}`: "cannot be taken over"} {
		if err := os.WriteFile(review, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, says, code := command(t, "import", book, "--workspace", workspace, "--accept", review); code != exitUsage || !strings.Contains(says, wrong) {
			t.Errorf("%s: exit %d, %s", content, code, says)
		}
	}
}
