package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestExportFormats(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if _, says, code := command(t, "export", "-o", at("deals.csv"), "--format", "csv", "--table", "deals", "--as-of", "2016-12-17", "--known", "2016-12-17"); code != exitDone {
		t.Fatal(says)
	}
	text, err := os.ReadFile(at("deals.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(text), "\ufeffkey,title,") || strings.Count(string(text), "\n") < 31 {
		t.Errorf("the CSV begins %.40q", text)
	}
	if _, says, code := command(t, "export", "-o", at("all.json"), "--format", "json"); code != exitDone {
		t.Fatal(says)
	}
	content, err := os.ReadFile(at("all.json"))
	if err != nil {
		t.Fatal(err)
	}
	var tables map[string][]map[string]any
	if err := json.Unmarshal(content, &tables); err != nil {
		t.Fatal(err)
	}
	if len(tables) != 14 || len(tables["agreements"]) != 123 || tables["deals"][0]["derived"] == nil {
		t.Errorf("%d tables, %d agreements", len(tables), len(tables["agreements"]))
	}
	if _, says, code := command(t, "export", "-o", at("summit.zip"), "--format", "datapackage"); code != exitDone {
		t.Fatal(says)
	}
	if out, says, code := command(t, "list", "deals", "--csv", "--workspace", at("summit.zip")); code != exitDone || strings.Count(out, "\n") < 61 {
		t.Errorf("the package does not read back: %s", says)
	}
}

// A publication has nothing hidden; chosen sheets are the only worked-out ones.
func TestExportProfilesAndSheets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "public.xlsx")
	if _, says, code := command(t, "export", "-o", path, "--profile", "publication", "--sheets", "bridge,method", "--lang", "en", "--count-at", "signed"); code != exitDone {
		t.Fatal(says)
	}
	file, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}()
	sheets := file.GetSheetList()
	if strings.Join(sheets[:4], ", ") != "Cover, Claim bridge, Method, Agreements" {
		t.Errorf("sheets %q", sheets)
	}
	for _, sheet := range sheets {
		visible, err := file.GetSheetVisible(sheet)
		if err != nil || !visible {
			t.Errorf("%s is hidden (%v)", sheet, err)
		}
		if panes, err := file.GetPanes(sheet); err != nil || panes.Freeze {
			t.Errorf("%s is frozen (%v)", sheet, err)
		}
	}
}

func TestExportOptionsThatDoNotExist(t *testing.T) {
	out := filepath.Join(t.TempDir(), "x.xlsx")
	for _, c := range []struct {
		arguments []string
		says      string
	}{
		{[]string{"--format", "docx"}, "none of xlsx, csv, json and datapackage"},
		{[]string{"--profile", "secret"}, "neither working nor publication"},
		{[]string{"--count-at", "dreamt"}, "none of announced"},
		{[]string{"--sheets", "horoscope"}, "there is no sheet"},
		{[]string{"--format", "csv"}, "name it with --table"},
		{[]string{"--table", "deals"}, "goes with --format csv or json"},
	} {
		_, says, code := command(t, append([]string{"export", "-o", out}, c.arguments...)...)
		if code != exitUsage || !strings.Contains(says, c.says) {
			t.Errorf("%v: exit %d, %q", c.arguments, code, says)
		}
		if _, err := os.Stat(out); !os.IsNotExist(err) {
			t.Errorf("%v wrote a file", c.arguments)
		}
	}
}
