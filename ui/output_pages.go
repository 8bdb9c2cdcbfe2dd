package ui

import (
	"context"

	"summitledger/data/report"
)

// printable is a tab whose page can be printed as it is shown.
type printable interface {
	pages() (title string, sections []report.Section)
}

// pagePaper gives the page of the current tab to print or save.
func (w *Window) pagePaper() (paper, bool) {
	v, ok := w.view().(printable)
	if !ok || w.desk == nil {
		return paper{}, false
	}
	kind := small(w.printer.Text("tab." + w.view().id()))
	title, sections := v.pages()
	return paper{title: w.baseName() + " " + w.view().id(), question: "print.page", request: w.briefRequest(), plan: func(ctx context.Context, request report.Request) (*report.Plan, error) {
		return report.PlanPages(ctx, request, title, kind, sections)
	}}, true
}

// askSavePage asks where to write the page of the current tab.
func (w *Window) askSavePage() {
	if page, ok := w.pagePaper(); ok {
		w.savePaper(page)
	}
}

// askPrintPage shows the page of the current tab as it would be printed.
func (w *Window) askPrintPage() {
	if page, ok := w.pagePaper(); ok {
		w.preview(&page)
	}
}

// needsPage says why the page of the current tab cannot be printed.
func (w *Window) needsPage() string {
	if w.file == nil {
		return "refused.no_file"
	}
	if _, can := w.view().(printable); !can {
		return "refused.no_page"
	}
	return ""
}
