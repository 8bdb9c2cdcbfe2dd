package ui

import (
	"context"

	"summitledger/data/report"
)

// printable is a tab whose page can be printed as it is shown.
type printable interface {
	// pages gives what settles the pages. It is called on the UI goroutine and
	// what it gives on another one: it holds what is shown at that moment.
	pages() func(ctx context.Context, request report.Request) (*report.Plan, error)
}

// printable gives the current tab once its records are there.
func (w *Window) printable() (printable, bool) {
	v, can := w.view().(printable)
	if l := listingOf(w.view()); l != nil && l.selection == nil {
		return nil, false
	}
	return v, can && w.desk != nil
}

// pagePaper gives the page of the current tab to print or save.
func (w *Window) pagePaper() (paper, bool) {
	v, ready := w.printable()
	if !ready {
		return paper{}, false
	}
	request := w.briefRequest()
	if turned, ok := v.(interface {
		wide(request report.Request) bool
	}); ok {
		request.Paper.Landscape = turned.wide(request)
	}
	return paper{title: w.baseName() + " " + w.view().id(), question: "print.page", request: request, plan: v.pages()}, true
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
	if _, ready := w.printable(); !ready {
		return "refused.no_page"
	}
	return ""
}
