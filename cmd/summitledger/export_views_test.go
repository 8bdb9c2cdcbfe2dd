package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Saved views go into a workbook by name, or all that list records, each on a
// sheet with its rows; the tables stay out.
func TestExportOfSavedViews(t *testing.T) {
	path := savedView(t)
	for _, view := range [][]string{{"late", "name=Past due", "tab=promises", "query=verdict:overdue"}, {"start", "name=Start", "tab=overview"}} {
		if _, errors, code := command(t, append(append([]string{"add", "view"}, view...), "--workspace", path)...); code != exitDone {
			t.Fatal(errors)
		}
	}
	for _, c := range []struct {
		arguments []string
		sheets    []string
		rows      string
	}{
		{[]string{"--view", "энергетика"}, []string{"Cover", "Энергетика"}, "18 deals of 60"},
		{[]string{"--view", "late", "--view", "energy", "--sheets", "contents"}, []string{"Cover", "Contents", "Past due", "Энергетика"}, "18 deals of 60"},
		{[]string{"--all-views", "--as-of", "2016-12-17", "--known", "2016-12-17"}, []string{"Cover", "Энергетика", "Past due"}, "10 deals of 60"},
	} {
		out := filepath.Join(t.TempDir(), "views.xlsx")
		if _, errors, code := command(t, append([]string{"export", "-o", out, "--lang", "en", "--workspace", path}, c.arguments...)...); code != exitDone || errors != "" {
			t.Fatalf("%v: exit %d, %s", c.arguments, code, errors)
		}
		file, err := excelize.OpenFile(out)
		if err != nil {
			t.Fatal(err)
		}
		sheets := slices.DeleteFunc(file.GetSheetList(), func(name string) bool { return name == "_meta" })
		says, errCell := file.GetCellValue("Энергетика", "A2")
		if err := file.Close(); err != nil || errCell != nil {
			t.Fatal(err, errCell)
		}
		if !slices.Equal(sheets, c.sheets) || says != c.rows {
			t.Errorf("%v: sheets %q, %q; want %q, %q", c.arguments, sheets, says, c.sheets, c.rows)
		}
	}
	for _, c := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"--view", "nothing"}, "Энергетика"},
		{[]string{"--view", "start"}, "lists no records"},
		{[]string{"--view", "energy", "--query", "gas"}, "filters of its own"},
		{[]string{"--view", "energy", "--format", "json"}, "list --view NAME"},
		{[]string{"--sheets", "pivot", "--profile", "publication"}, "working copies"},
	} {
		out := filepath.Join(t.TempDir(), "views.xlsx")
		if _, errors, code := command(t, append([]string{"export", "-o", out, "--workspace", path}, c.arguments...)...); code != exitUsage || !strings.Contains(errors, c.says) {
			t.Errorf("%v: exit %d, %s", c.arguments, code, errors)
		}
	}
	if _, errors, code := command(t, "export", "-o", filepath.Join(t.TempDir(), "views.xlsx"), "--all-views"); code == exitDone || !strings.Contains(errors, "no saved view") {
		t.Errorf("exit %d, %s", code, errors)
	}
}
