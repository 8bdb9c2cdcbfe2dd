package ui

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/report"
	"summitledger/data/workbook"
	"summitledger/data/workspace"
)

// baseName is the name that files made from the summit begin with.
func (w *Window) baseName() string {
	return strings.TrimSuffix(filepath.Base(w.file.name), workspace.Extension)
}

// askExportExcel asks where to write a workbook: of the whole view, or of what
// the current tab shows.
func (w *Window) askExportExcel(shownOnly bool) {
	if w.desk == nil {
		return
	}
	request := w.workbookRequest(shownOnly)
	name := w.baseName()
	if shownOnly {
		name += " " + w.view().id()
	}
	w.askPath(name, ".xlsx", func(path string) {
		w.produce(path, func(ctx context.Context) error { return workbook.Write(ctx, path, request) })
	})
}

func (w *Window) workbookRequest(shownOnly bool) workbook.Request {
	d := w.desk
	request := workbook.Request{View: d.view, Printer: d.printer, Title: d.printer.Title(d.ledger, d.ledger.Summit()), Program: programName, Version: w.options.Version,
		Generated: d.generated(), Now: w.options.Now(), CountAt: w.countAt}
	if w.file.workspace != nil {
		origin, err := workbook.OriginOf(w.file.workspace)
		w.failIf(err)
		request.Origin = origin
	}
	l := w.listingShown()
	if !shownOnly || l == nil || l.selection == nil {
		return request
	}
	selection := workbook.Selection{Kind: l.table.kind, Rows: l.selection.Rows}
	_, chips, _, _ := l.foot()
	var words []string
	for i, reason := range l.selection.Hidden {
		text := strings.TrimLeft(chips[i].Text, "\u2212")
		selection.Hidden = append(selection.Hidden, workbook.Reason{Text: strings.TrimSpace(strings.TrimPrefix(text, d.printer.Integer(reason.Count))), Count: reason.Count})
		words = append(words, selection.Hidden[i].Text)
	}
	selection.Filter = strings.Join(words, "; ")
	request.Selections = []workbook.Selection{selection}
	return request
}

// generated reports whether the summit is made up for load tests.
func (d *desk) generated() bool {
	return strings.HasPrefix(d.ledger.Value(d.ledger.Summit(), "name"), ledger.GeneratedName)
}

func (w *Window) briefRequest() report.Request {
	d := w.desk
	return report.Request{View: d.view, Printer: d.printer, Program: programName, Version: w.options.Version, Now: w.options.Now(), Generated: d.generated()}
}

// askSaveBrief asks where to write the one-page brief.
func (w *Window) askSaveBrief() {
	if w.desk == nil {
		return
	}
	request := w.briefRequest()
	w.askPath(w.baseName()+" brief", ".pdf", func(path string) {
		w.produce(path, func(ctx context.Context) error { return report.WriteBrief(ctx, path, request) })
	})
}

// paper is something that can be looked at, printed, or saved as PDF.
type paper struct {
	title    string // of the job and of the file
	question string // catalogue key of what is asked
	request  report.Request
	plan     func(ctx context.Context, request report.Request) (*report.Plan, error)
}

// make draws all pages.
func (p paper) make(ctx context.Context) (*report.Document, error) {
	plan, err := p.plan(ctx, p.request)
	if err != nil {
		return nil, err
	}
	return plan.Document(ctx)
}

// askPrint shows the brief as it would be printed, and all other reports.
func (w *Window) askPrint() {
	if w.desk == nil {
		return
	}
	if page, ok := w.pagePaper(); ok {
		w.previewFrom(report.BriefReport, &page)
		return
	}
	w.preview(nil)
}

func (w *Window) briefPaper() paper {
	return paper{title: w.baseName(), question: "print.brief", request: w.briefRequest(), plan: report.PlanBrief}
}

// askPrinter prints a paper with the dialog of the desktop, where there is one;
// elsewhere it lists the printers of the system and asks in a form of its own.
func (w *Window) askPrinter(one paper) {
	w.work.Start("printers", func(ctx context.Context) func() {
		err := w.printInDialog(ctx, one)
		switch {
		case ctx.Err() != nil || errors.Is(err, report.ErrDialogClosed):
			return nil
		case err == nil:
			return func() { w.tell("icon-check", w.printer.Text("print.handed"), "", nil) }
		case !errors.Is(err, report.ErrNoDialog):
			return func() { w.offerPDF(one, err) }
		}
		printers, err := report.Printers(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return func() { w.offerPDF(one, err) }
		}
		return func() { w.choosePrinter(one, printers) }
	})
}

// printInDialog draws the pages for the dialog of the desktop.
func (w *Window) printInDialog(ctx context.Context, one paper) error {
	document, err := one.make(ctx)
	if err != nil {
		return err
	}
	return report.PrintInDialog(ctx, document, report.Job{Title: one.title, Paper: one.request.Paper.Name(), Landscape: one.request.Paper.Landscape})
}

// savePaper asks where to write a paper as PDF.
func (w *Window) savePaper(one paper) {
	w.askPath(one.title, ".pdf", func(path string) {
		w.produce(path, func(ctx context.Context) error {
			document, err := one.make(ctx)
			if err != nil {
				return err
			}
			return exchange.WriteThrough(path, func(out io.Writer) error {
				_, err := document.WriteTo(out)
				return err
			})
		})
	})
}

func (w *Window) choosePrinter(one paper, printers []report.Printer) {
	if len(printers) == 0 {
		w.offerPDF(one, report.ErrNoPrinter)
		return
	}
	w.askJob(one, printers)
}
