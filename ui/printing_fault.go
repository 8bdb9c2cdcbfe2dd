package ui

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/ui/controls"
)

// printingFault says in the language of the window why something was not
// printed; what the system answered stands in its own words.
func printingFault(p *locale.Printer, err error) string {
	var unknown *report.UnknownPrinterError
	var refused *report.RefusedError
	var page *report.PageError
	switch {
	case errors.As(err, &unknown):
		return p.Text("print.fault.unknown", unknown.Name, strings.Join(unknown.Known, p.Text("report.comma")))
	case errors.As(err, &refused):
		return p.Text("print.fault.refused", refused.Said)
	case errors.As(err, &page):
		return p.Text("print.fault.page", p.Integer(page.Page), p.Integer(page.Pages))
	case errors.Is(err, report.ErrNoPrinting):
		return p.Text("print.fault.no_service")
	case errors.Is(err, report.ErrNoPrinter):
		return p.Text("print.no_printer")
	case errors.Is(err, report.ErrNoDefault):
		return p.Text("print.fault.no_default")
	}
	return capital(err.Error())
}

// offerPDF says why nothing can be printed and offers the file instead: opened
// in the program for PDF files, which can print it, or saved.
func (w *Window) offerPDF(one paper, err error) {
	p := w.printer
	var m *modal
	after := func(do func()) func() { return func() { m.close(); do() } }
	m = w.openModal(p.Text("print.cannot"), prose(printingFault(p, err)), 560, 0,
		controls.NewStrongButton(p.Text("print.open"), "", after(func() { w.openPaper(one) })),
		controls.NewButton(p.Text("print.save"), "", after(func() { w.savePaper(one) })),
		controls.NewButton(p.Text("button.cancel"), "", after(func() {})))
}

// openPaper opens a paper in the program that the system has for PDF files.
func (w *Window) openPaper(one paper) {
	w.work.Start("open", func(ctx context.Context) func() {
		file, err := one.inFile(ctx)
		if ctx.Err() != nil {
			return nil
		}
		return func() {
			if err == nil {
				place := filepath.ToSlash(file)
				if !strings.HasPrefix(place, "/") {
					place = "/" + place // a drive of Windows
				}
				err = w.app.OpenURL(&url.URL{Scheme: "file", Path: place})
			}
			w.failIf(err)
		}
	})
}

// inFile writes a paper to a file of the folder of temporary files. Who reads it
// is not done when this program is, so it stays there, one file for each title.
func (p paper) inFile(ctx context.Context) (string, error) {
	document, err := p.make(ctx)
	if err != nil {
		return "", err
	}
	folder := filepath.Join(os.TempDir(), "summit-ledger-pages")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	file := filepath.Join(folder, fileWords(p.title)+".pdf")
	return file, os.WriteFile(file, document.Bytes(), 0o600)
}
