package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// command runs one command line on the day 2026-11-23 and gives what it prints.
func command(t *testing.T, arguments ...string) (out, errors string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), arguments, environment{out: &o, errors: &e, now: func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }})
	return o.String(), e.String(), code
}

func TestListPrintsExactlyTheRowsOfTheView(t *testing.T) {
	for _, c := range []struct {
		arguments string
		rows      int
	}{
		{"list agreements", 123},
		{"list agreements --as-of 2016-12-17", 68},
		{"list agreements --as-of 2016-12-17 --known 2016-12-17", 50},
		{"list deals --as-of 2016-12-17 --known 2016-12-17", 30},
		{"list events", 298},
		{"list deals --query arctic", 1},
		{"list rates --query zzzz", 0},
	} {
		out, errors, code := command(t, append(strings.Fields(c.arguments), "--csv")...)
		if code != exitDone {
			t.Fatalf("%s: exit %d: %s", c.arguments, code, errors)
		}
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", c.arguments, err)
		}
		if len(rows)-1 != c.rows {
			t.Errorf("%s: %d rows, want %d", c.arguments, len(rows)-1, c.rows)
		}
		out, _, _ = command(t, append(strings.Fields(c.arguments), "--json")...)
		var records []map[string]any
		if err := json.Unmarshal([]byte(out), &records); err != nil {
			t.Fatalf("%s: %v", c.arguments, err)
		}
		if len(records) != c.rows {
			t.Errorf("%s as JSON: %d records, want %d", c.arguments, len(records), c.rows)
		}
	}
}

func TestJSONKeepsColumnsApartFromWhatIsDerived(t *testing.T) {
	out, errors, code := command(t, "show", "deal:arctic-lng-2", "--json", "--as-of", "2018-12-31")
	if code != exitDone {
		t.Fatalf("exit %d: %s", code, errors)
	}
	var record struct {
		Stage   string
		Amount  string
		Derived struct {
			Stage, Outcome, Silence string
			Rungs                   map[string]any
		}
		Events []map[string]any
	}
	if err := json.Unmarshal([]byte(out), &record); err != nil {
		t.Fatal(err)
	}
	if record.Stage != "memorandum" || record.Amount != "3000000000" || record.Derived.Stage != "memorandum" || record.Derived.Silence != "shelved_inferred" {
		t.Errorf("%+v", record)
	}
	if len(record.Events) != 2 {
		t.Errorf("%d events by 2018-12-31, want 2", len(record.Events))
	}
}

func TestWrongUse(t *testing.T) {
	for _, c := range []struct {
		arguments string
		code      int
		says      string
	}{
		{"list", exitUsage, "say which table"},
		{"list treaties", exitUsage, `there is no table "treaties"; the tables are summit, sources`},
		{"list deals --json --csv", exitUsage, "exclude each other"},
		{"list deals --as-of 2016-13", exitUsage, "--as-of"},
		{"list deals --lang fr", exitUsage, "en, ja or ru"},
		{"list deals --colour", exitUsage, "unknown flag"},
		{"show arctic-lng-2", exitUsage, "organisation:arctic-lng-2, deal:arctic-lng-2"},
		{"show deal:no-such-deal", exitUsage, `no deal with the key "no-such-deal"`},
		{"show ministry:x", exitUsage, "does not name a record"},
		{"list deals --workspace /no/such/folder", exitFailed, "/no/such/folder"},
	} {
		out, errors, code := command(t, strings.Fields(c.arguments)...)
		if code != c.code || !strings.Contains(errors, c.says) || out != "" {
			t.Errorf("%s: exit %d, prints %q, says %q; want exit %d and %q", c.arguments, code, out, errors, c.code, c.says)
		}
	}
}

func TestExportedFolderIsTheBundledOne(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "copy")
	if _, errors, code := command(t, "export", "--folder", folder); code != exitDone {
		t.Fatal(errors)
	}
	const original = "../../data/summits/japan-russia-2016"
	entries, err := os.ReadDir(original)
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, entry := range entries {
		if filepath.Ext(entry.Name()) != ".csv" {
			continue
		}
		want, err := os.ReadFile(filepath.Join(original, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the bundled one", entry.Name())
		}
		compared++
	}
	if compared < 14 {
		t.Errorf("only %d files compared", compared)
	}
}
