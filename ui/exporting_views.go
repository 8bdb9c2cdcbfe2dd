package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/workbook"
	"summitledger/ui/controls"
)

// exportViews is the answer that only saved views go into the workbook.
const exportViews = "views"

// viewsHeight is how high the list of saved views is at most.
const viewsHeight = 320

// exportingViews are the saved views that can go into a workbook, with how many
// records each shows.
type exportingViews struct {
	opened []query.Opened
	checks []*controls.Check
	sheets []workbook.SavedSheet // of all of them, once they are counted
	body   fyne.CanvasObject
}

// savedLists gives the saved views that list records.
func savedLists(l *ledger.Ledger) []query.Opened {
	var lists []query.Opened
	for ref := range l.All(ledger.SavedViews) {
		if opened := query.OpenView(l, ref); opened.Lists {
			lists = append(lists, opened)
		}
	}
	return lists
}

func newExportingViews(l *ledger.Ledger, changed func()) *exportingViews {
	v := &exportingViews{opened: savedLists(l)}
	grid := container.NewGridWithColumns(2)
	for _, opened := range v.opened {
		check := controls.NewCheck(opened.Saved.Name, func(bool) { changed() })
		check.Checked = true
		v.checks = append(v.checks, check)
		grid.Add(check)
	}
	scroll := container.NewVScroll(grid)
	scroll.SetMinSize(fyne.NewSize(0, min(grid.MinSize().Height, viewsHeight)))
	v.body = scroll
	return v
}

// carriedOut carries out saved views under the days of the window.
func (w *Window) carriedOut(ctx context.Context, d *desk, views []query.Opened) ([]workbook.SavedSheet, error) {
	sheets := make([]workbook.SavedSheet, 0, len(views))
	for _, opened := range views {
		sheet, err := workbook.SavedSheetOf(ctx, d.view, d.index, d.printer, opened)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

// count finds out how many records each saved view shows, and says so.
func (e *exporting) count() {
	w, d, views := e.window, e.window.desk, e.views
	w.work.Start("export.views", func(ctx context.Context) func() {
		sheets, err := w.carriedOut(ctx, d, views.opened)
		if ctx.Err() != nil {
			return nil
		}
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			views.sheets = sheets
			for i, sheet := range sheets {
				views.checks[i].Text = d.printer.Text("export.view", views.opened[i].Saved.Name, d.printer.Records(sheet.Opened.Kind, len(sheet.Selection.Rows)))
				views.checks[i].Refresh()
			}
			e.show()
		}
	})
}

// chosen lists the sheets of the views that were chosen, once they are counted.
func (v *exportingViews) chosen() []workbook.SavedSheet {
	var sheets []workbook.SavedSheet
	for i, sheet := range v.sheets {
		if v.checks[i].Checked {
			sheets = append(sheets, sheet)
		}
	}
	return sheets
}
