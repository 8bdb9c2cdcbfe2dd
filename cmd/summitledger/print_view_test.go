package main

import (
	"strings"
	"testing"
)

// What list finds in an order and groups is what print view prints.
func TestAViewIsPrintedAsItIsListed(t *testing.T) {
	for arguments, lists := range map[string]string{
		"print view --tab agreements --query energy --format md -o -":                                                  "list agreements --query energy",
		"print view --tab pipeline --sort -value --columns title,value --format md -o -":                               "list deals --sort -value",
		"print view --tab promises --group verdict --columns title,due_on,made_by --as-of 2018-12-31 -o - --format md": "list promises --group verdict --as-of 2018-12-31",
	} {
		printed, errors, code := command(t, strings.Fields(arguments)...)
		listed, _, _ := command(t, strings.Fields(lists)...)
		if code != exitDone {
			t.Fatalf("%s: exit %d, says %q", arguments, code, errors)
		}
		rows := 0
		rest := printed
		for line := range strings.Lines(listed) {
			cells := strings.Fields(line)
			if !strings.Contains(cells[0], ":") {
				continue // the heading of a group
			}
			title := strings.TrimSpace(line[strings.LastIndex(strings.TrimRight(line, "\n"), "  ")+2:])
			at := strings.Index(rest, "| "+title+" |")
			if at < 0 {
				t.Fatalf("%s: %q is not printed, or not in its place", arguments, title)
			}
			rest = rest[at:]
			rows++
		}
		if rows == 0 {
			t.Errorf("%s finds nothing", lists)
		}
	}
}

func TestViewsInOtherLayouts(t *testing.T) {
	for _, arguments := range []string{"pipeline --as board", "pipeline --as chart", "timeline", "timeline --as table", "agreements --as chart --group sector", "sources", "claims"} {
		out, errors, code := command(t, strings.Fields("print view -o - --lang ru --tab "+arguments)...)
		if code != exitDone || !strings.HasPrefix(out, "%PDF-") {
			t.Errorf("%s: exit %d, says %q", arguments, code, errors)
		}
	}
}

func TestViewsThatCannotBePrintedAreRefused(t *testing.T) {
	for arguments, says := range map[string]string{
		"print view -o -":                                 "--tab NAME or --view NAME",
		"print view --tab weather -o -":                   `no tab "weather" that lists records`,
		"print view --tab agreements --as board -o -":     `not printed as "board"; they are printed as table, chart`,
		"print view --tab agreements --columns x -o -":    `no field "x"`,
		"print view --tab agreements --sort x -o -":       `no field "x"`,
		"print view --view nothing -o -":                  `no view "nothing"`,
		"print brief --tab agreements -o -":               `--tab goes with "print view"`,
		"print view agreement:x --tab agreements -o -":    "takes no KEY",
		"print promises --group verdict -o promises.pdf":  `--group goes with "print view"`,
		"print view --tab agreements --clock known -o - ": `--clock goes with "print since"`,
	} {
		out, errors, code := command(t, strings.Fields(arguments)...)
		if code != exitUsage || !strings.Contains(errors, says) || out != "" {
			t.Errorf("%s: exit %d, prints %d bytes, says %q; want it to say %q", arguments, code, len(out), errors, says)
		}
	}
}

// A saved view is printed under its name, from its day, with its records.
func TestASavedViewIsPrinted(t *testing.T) {
	path := savedView(t)
	out, errors, code := command(t, "print", "view", "--view", "energy", "--format", "md", "-o", "-", "--lang", "en", "--workspace", path)
	if code != exitDone {
		t.Fatalf("exit %d, says %q", code, errors)
	}
	for _, want := range []string{"# Энергетика\n", "As of 31 Dec 2018", "### Open (16;", "| Title | ", "Japanese 10 percent stake in Arctic LNG 2 | 746 | "} {
		if !strings.Contains(out, want) {
			t.Errorf("the page lacks %q:\n%.1500s", want, out)
		}
	}
}
