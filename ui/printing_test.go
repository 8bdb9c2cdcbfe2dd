package ui

import (
	"errors"
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

// Where nothing can be printed the window says why and offers the file.
func TestWithoutAPrinterTheFileIsOffered(t *testing.T) {
	w, _ := opened(t)
	for _, err := range []error{report.ErrNoPrinting, report.ErrNoPrinter, errors.New("the system's printing refused: out of paper")} {
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
