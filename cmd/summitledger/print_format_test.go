package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every report is written as text, pictures of vectors and pixels, to a file and
// to standard output.
func TestReportsInOtherFormats(t *testing.T) {
	folder := t.TempDir()
	for format, begins := range map[string]string{"md": "Summit Ledger ", "svg": "<svg ", "png": "\x89PNG", "pdf": "%PDF-"} {
		file := filepath.Join(folder, "brief."+format)
		if _, errors, code := command(t, "print", "brief", "-o", file, "--lang", "ja"); code != exitDone {
			t.Fatalf("%s: exit %d, says %q", format, code, errors)
		}
		written, err := os.ReadFile(file)
		if err != nil || !strings.HasPrefix(string(written), begins) {
			t.Errorf("%s begins with %q (%v)", format, written[:min(12, len(written))], err)
		}
		out, errors, code := command(t, "print", "since", "--from", "2022-03-31", "--format", format, "-o", "-")
		if code != exitDone || !strings.HasPrefix(out, begins) {
			t.Errorf("since as %s: exit %d, says %q", format, code, errors)
		}
	}
}

func TestFormatsThatCannotBeAreRefused(t *testing.T) {
	for arguments, says := range map[string]string{
		"print brief -o brief.gif":                                "ends in .pdf, .png, .svg or .md",
		"print brief --format gif -o -":                           `no format "gif"`,
		"print brief --format png -o brief.pdf":                   "ends in .png then",
		"print brief --format md --pages 1 -o -":                  "text has no pages",
		"print promises --format png --pages 1-2 -o -":            "a picture is of one page",
		"print brief --format svg --pages 7 -o -":                 "a picture is of one page",
		"print brief --format svg --printer Office":               "a printer takes no svg",
		"print brief --from 2016-12-17 -o -":                      `--from goes with "print since"`,
		"print since -o -":                                        "--from: name the earlier day",
		"print since --from 2022-01-01 --to 2020-01-01 -o -":      "is later than --to",
		"print since --from 2022-01-01 --clock sundial -o -":      `no clock "sundial"`,
		"print since agreement:x --from 2022-01-01 -o -":          "takes no KEY",
		"print promises --clock known --from 2022-01-01 -o x.pdf": `goes with "print since"`,
	} {
		out, errors, code := command(t, strings.Fields(arguments)...)
		if code != exitUsage || !strings.Contains(errors, says) || out != "" {
			t.Errorf("%s: exit %d, prints %d bytes, says %q; want it to say %q", arguments, code, len(out), errors, says)
		}
	}
}
