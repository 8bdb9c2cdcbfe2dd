package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"summitledger/data/locale"
	"summitledger/data/report"
)

// The form asks for what a printer is told; what cannot be is said under its
// field and nothing is sent.
func TestThePrintFormBecomesAJob(t *testing.T) {
	w, settle := opened(t)
	printers := []report.Printer{{Name: "Office"}, {Name: "Hall_2", Default: true}}
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		brief := w.briefPaper()
		f, m := w.askJob(brief, printers)
		got, wrong := f.job(brief)
		if difference := cmp.Diff(report.Job{Printer: "Hall_2", Title: brief.title, Copies: 1, Paper: report.A4}, got); difference != "" || wrong != nil {
			t.Errorf("%s: untouched (-want +got), wrong %v:\n%s", language, wrong, difference)
		}
		f.pages.SetText("1-3,5")
		f.copies.SetText(" 4 ")
		f.sides.TypedKey(pressed("Down"))
		f.sides.TypedKey(pressed("Down"))
		f.printer.TypedKey(pressed("Up"))
		f.colour.TypedKey(pressed("Down"))
		got, wrong = f.job(brief)
		want := report.Job{Printer: "Office", Title: brief.title, Copies: 4, Pages: report.PageRanges{{First: 1, Last: 3}, {First: 5, Last: 5}}, Sides: report.TwoSides, Paper: report.A4, Grey: true}
		if difference := cmp.Diff(want, got); difference != "" || wrong != nil {
			t.Errorf("%s: filled in (-want +got), wrong %v:\n%s", language, wrong, difference)
		}
		f.copies.SetText("0")
		if _, wrong := f.job(brief); wrong != f.copies || f.copiesField.fault.Text == "" || f.pagesField.fault.Text != "" {
			t.Errorf("%s: no copies: %q, %q", language, f.copiesField.fault.Text, f.pagesField.fault.Text)
		}
		f.pages.SetText("3-1")
		f.pages.OnSubmitted("")
		if f.pagesField.fault.Text == "" || !m.popup.Visible() {
			t.Errorf("%s: pages 3-1 were taken", language)
		}
		m.close()
	}
}

// Where nothing can be printed the window says why in its own language, and
// offers the file.
func TestWithoutAPrinterTheFileIsOffered(t *testing.T) {
	w, settle := opened(t)
	for language, wants := range map[locale.Language][]string{
		locale.English:  {"cannot be reached", "knows no printer", "No printer is the default", `no printer "Attic". The printers are: Office, Hall`, "did not take the pages. It says: out of paper", "Page 9 was asked for, the document has 1."},
		locale.Japanese: {"接続できません", "プリンター", "既定のプリンターがありません", "「Attic」はありません", "システムの応答：out of paper", "9ページが指定"},
		locale.Russian:  {"недоступна", "принтер", "по умолчанию не задан", "«Attic» нет", "Её ответ: out of paper", "Запрошена страница 9"},
	} {
		w.setLanguage(language)
		settle()
		for i, err := range []error{report.ErrNoPrinting, report.ErrNoPrinter, fmt.Errorf("%w; the printers are: Office", report.ErrNoDefault),
			&report.UnknownPrinterError{Name: "Attic", Known: []string{"Office", "Hall"}}, &report.RefusedError{Said: "out of paper"}, &report.PageError{Page: 9, Pages: 1}} {
			if said := printingFault(w.printer, err); !strings.Contains(said, wants[i]) {
				t.Errorf("%s, %v: %q, want it to say %q", language, err, said, wants[i])
			}
			w.offerPDF(w.briefPaper(), err)
			if !w.covered() || !w.dismiss() {
				t.Errorf("%v: nothing was said", err)
			}
		}
		w.choosePrinter(w.briefPaper(), nil)
		if !w.dismiss() {
			t.Error("no printers: nothing was said")
		}
	}
}

// The file that is opened is the paper.
func TestAPaperIsOpenedAsAFile(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	w, _ := opened(t)
	file, err := w.briefPaper().inFile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(content), "%PDF-") || filepath.Ext(file) != ".pdf" {
		t.Errorf("%s: %d bytes, %v", file, len(content), err)
	}
}
