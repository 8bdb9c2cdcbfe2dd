package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/workbook"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// exporting is the question of what goes into a workbook: all or the rows
// shown, for whom, and which worked-out sheets, with a count of what comes.
type exporting struct {
	window  *Window
	rows    *controls.Choice
	profile *controls.Choice
	sheets  []*controls.Check
	pages   *fyne.Container // with the boxes of the sheets
	views   *exportingViews
	viewBox *fyne.Container // with the boxes of the views
	preview *widget.Label
	body    fyne.CanvasObject
}

// The answers of the question.
const (
	exportAll         = "all"
	exportShown       = "shown"
	exportWorking     = "working"
	exportPublication = "publication"
)

// askExportChoices asks what goes into a workbook, then where to write it.
func (w *Window) askExportChoices() {
	if w.desk == nil {
		return
	}
	e := newExporting(w)
	w.ask(w.printer.Text("command.export_choose"), e.body, 620, w.printer.Text("button.next"), e.write)
	w.window.Canvas().Focus(e.rows)
}

func newExporting(w *Window) *exporting {
	p := w.printer
	e := &exporting{window: w, preview: prose("")}
	options := []controls.Option{{ID: exportAll, Text: p.Text("export.all")}, {ID: exportShown, Text: p.Text("export.shown", p.Text("tab."+w.view().id()))}}
	e.views = newExportingViews(w.desk.ledger, e.show)
	if len(e.views.opened) > 0 {
		options = append(options, controls.Option{ID: exportViews, Text: p.Text("export.views")})
	}
	e.rows = choices(options)
	e.profile = choices([]controls.Option{{ID: exportWorking, Text: p.Text("export.working")}, {ID: exportPublication, Text: p.Text("export.publication")}})
	e.rows.OnChoose = func(string) { e.show() }
	e.profile.OnChoose = func(string) { e.show() }
	grid := container.NewGridWithColumns(2)
	for _, id := range workbook.PageIDs() {
		check := controls.NewCheck(p.Text("sheet."+id), func(bool) { e.show() })
		check.Checked = true
		e.sheets = append(e.sheets, check)
		grid.Add(check)
	}
	heading := func(key string) fyne.CanvasObject {
		return look.Text(p.Text(key), look.SizeNote, look.Text2, false)
	}
	e.pages = container.NewVBox(heading("export.sheets"), grid)
	e.viewBox = container.NewVBox(heading("export.views"), e.views.body)
	e.body = container.NewVBox(heading("export.what"), e.rows, heading("export.for"), e.profile, e.pages, e.viewBox, e.preview)
	e.show()
	if len(e.views.opened) > 0 {
		e.count()
	}
	return e
}

// chosen lists the worked-out sheets that were chosen.
func (e *exporting) chosen() []string {
	ids := []string{}
	allowed := workbook.PagesFor(e.profile.Current() == exportPublication)
	for i, id := range workbook.PageIDs() {
		if e.sheets[i].Checked && slices.Contains(allowed, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (e *exporting) request() workbook.Request {
	request := e.window.workbookRequest(e.rows.Current() == exportShown)
	request.Pages, request.Publication = e.chosen(), e.profile.Current() == exportPublication
	if e.rows.Current() == exportViews { // they stand for themselves
		request.Selections, request.Pages, request.Views = []workbook.Selection{}, []string{"contents"}, e.views.chosen()
	}
	return request
}

// show says what the workbook will hold.
func (e *exporting) show() {
	p := e.window.printer
	outline := workbook.OutlineOf(e.request())
	if e.rows.Current() == exportViews {
		e.pages.Hide()
		e.viewBox.Show()
		e.preview.SetText(p.Text("export.preview_views", p.Integer(outline.Views), p.Integer(outline.Shown)))
		return
	}
	e.viewBox.Hide()
	e.pages.Show()
	allowed := workbook.PagesFor(e.profile.Current() == exportPublication)
	for i, id := range workbook.PageIDs() {
		if slices.Contains(allowed, id) {
			e.sheets[i].Enable()
		} else {
			e.sheets[i].Disable()
		}
	}
	e.preview.SetText(p.Text("export.preview", p.Integer(len(e.chosen())), p.Integer(outline.Tables), p.Integer(outline.Rows)))
}

func (e *exporting) write() {
	w, request := e.window, e.request()
	if e.rows.Current() == exportViews && len(request.Views) == 0 {
		w.tell("differ", w.printer.Text("export.no_view"), "", nil)
		return
	}
	w.askPath(w.baseName(), ".xlsx", func(path string) {
		w.produce(path, func(ctx context.Context) error { return workbook.Write(ctx, path, request) })
	})
}
