package ui

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/report"
	"summitledger/ui/controls"
)

// printForm asks how a paper is printed: printer, pages, copies and sides.
type printForm struct {
	printer, sides, colour   *controls.Choice
	pages, copies            *controls.Entry
	pagesField, copiesField  *labelledField
	badPages, badCopies      string // what is wrong with them, in words
	printerName, sidesChoice *labelledField
	colourChoice             *labelledField
}

// newPrintForm offers the printers, the default one chosen.
func (w *Window) newPrintForm(printers []report.Printer) *printForm {
	p := w.printer
	options, chosen := make([]controls.Option, len(printers)), printers[0].Name
	for i, printer := range printers {
		options[i] = controls.Option{ID: printer.Name, Text: printer.Name}
		if printer.Default {
			options[i].Text = p.Text("print.default", printer.Name)
			chosen = printer.Name
		}
	}
	sides := []controls.Option{{ID: string(report.SidesOfPrinter), Text: p.Text("print.sides.printer")}}
	for _, one := range report.AllSides() {
		sides = append(sides, controls.Option{ID: string(one), Text: p.Text("print.sides." + string(one))})
	}
	colours := []controls.Option{{ID: "", Text: p.Text("print.colour.printer")}, {ID: greyInk, Text: p.Text("print.colour.grey")}}
	f := &printForm{printer: choices(options), sides: choices(sides), colour: choices(colours), pages: entryWith(p.Text("print.pages.all")), copies: controls.NewEntry(),
		badPages: p.Text("print.pages.wrong"), badCopies: p.Text("print.copies.wrong")}
	f.printer.Set("", options, chosen)
	f.copies.SetText("1")
	f.printerName, f.sidesChoice = newField(p.Text("print.printer"), false, f.printer), newField(p.Text("print.sides"), false, f.sides)
	f.colourChoice = newField(p.Text("print.colour"), false, f.colour)
	f.pagesField, f.copiesField = newField(p.Text("print.pages"), false, f.pages), newField(p.Text("print.copies"), false, f.copies)
	return f
}

// greyInk is the choice to print without colour.
const greyInk = "grey"

// rows are the fields under each other.
func (f *printForm) rows() fyne.CanvasObject {
	return container.NewVBox(f.printerName.Container, f.pagesField.Container, f.copiesField.Container, f.sidesChoice.Container, f.colourChoice.Container)
}

// job reads the form. What cannot be is said under its field; wrong is the
// first of them.
func (f *printForm) job(one paper) (job report.Job, wrong *controls.Entry) {
	f.pagesField.blame("")
	f.copiesField.blame("")
	pages, err := report.ParsePages(f.pages.Text)
	if err != nil {
		f.pagesField.blame(f.badPages)
		wrong = f.pages
	}
	copies, err := strconv.Atoi(strings.TrimSpace(f.copies.Text))
	job = report.Job{Printer: f.printer.Current(), Title: one.title, Copies: copies, Pages: pages, Sides: report.Sides(f.sides.Current()),
		Paper: one.request.Paper.Name(), Landscape: one.request.Paper.Landscape, Grey: f.colour.Current() == greyInk}
	if err != nil || copies < 1 || job.Validate() != nil {
		f.copiesField.blame(f.badCopies)
		if wrong == nil {
			wrong = f.copies
		}
	}
	return job, wrong
}

// askJob shows the form of a paper with its ways: print, save as PDF, neither.
func (w *Window) askJob(one paper, printers []report.Printer) (*printForm, *modal) {
	p, f := w.printer, w.newPrintForm(printers)
	var m *modal
	send := func() {
		job, wrong := f.job(one)
		if wrong != nil {
			m.popup.Resize(fyne.NewSize(m.width, m.popup.MinSize().Height))
			w.window.Canvas().Focus(wrong)
			return
		}
		m.close()
		w.printPaper(one, job)
	}
	f.pages.OnSubmitted = func(string) { send() }
	f.copies.OnSubmitted = f.pages.OnSubmitted
	m = w.openModal(p.Text(one.question), f.rows(), 460, 0, controls.NewStrongButton(p.Text("window.print"), "", send),
		controls.NewButton(p.Text("print.save"), "", func() { m.close(); w.savePaper(one) }),
		controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	return f, m
}

// printPaper makes a paper and hands it to the printer. When the printer does
// not take it, the file is offered instead.
func (w *Window) printPaper(one paper, job report.Job) {
	w.work.Start("print", func(ctx context.Context) func() {
		document, err := one.make(ctx)
		if err == nil {
			err = job.Pages.Within(document.Sheets())
		}
		if err == nil {
			err = report.Print(ctx, document, job)
		}
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return func() { w.offerPDF(one, err) }
		}
		return func() { w.tell("icon-check", w.printer.Text("print.sent", job.Printer), "", nil) }
	})
}
