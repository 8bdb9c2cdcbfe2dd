package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"summitledger/data/report"
	"summitledger/data/report/drawing"
)

// valid checks a document as another program reads it.
func valid(t *testing.T, document *report.Document) {
	t.Helper()
	api.DisableConfigDir()
	file, err := api.ReadValidateAndOptimize(bytes.NewReader(document.Bytes()), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatalf("the PDF is not valid: %v", err)
	}
	if file.PageCount != document.Sheets() {
		t.Errorf("the file has %d pages, the document %d", file.PageCount, document.Sheets())
	}
}

// kept compares the lines of a document with those of a file.
func kept(t *testing.T, name string, document *report.Document) {
	t.Helper()
	got := strings.Join(document.Text(), "\n") + "\n"
	golden := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff(string(want), got); difference != "" {
		t.Errorf("%s reads differently (-kept +now):\n%s", name, difference)
	}
}

// told is a document as text with tables, its signs as they are.
func told(t *testing.T, plan *report.Plan) string {
	t.Helper()
	text, err := plan.Markdown(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer(`\\`, `\`, `\|`, "|", `\*`, "*", `\_`, "_", "\\`", "`", "&lt;", "<", "&gt;", ">", `\#`, "#", `\~`, "~", `\$`, "$").Replace(string(text))
}

// lowest is how far down a sheet is drawn on.
func lowest(sheet *drawing.Sheet) float64 {
	low := 0.0
	for _, operation := range sheet.Operations {
		switch o := operation.(type) {
		case drawing.Text:
			low = max(low, o.Y)
		case drawing.Box:
			low = max(low, o.Y+o.H)
		}
	}
	return low
}
