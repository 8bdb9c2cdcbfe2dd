package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workspace"
	"summitledger/ui/controls"
)

// askEmpty asks what a new summit is called, when it was and between whom.
func (w *Window) askEmpty() {
	p := w.printer
	type line struct {
		column string
		entry  *controls.Entry
		field  *labelledField
	}
	var lines []*line
	rows := container.NewVBox()
	for _, name := range []string{"name", "starts_on", "ends_on", "countries"} {
		column := ledger.Summits.Columns()[ledger.Summits.Column(name)]
		entry := entryWith(exampleOf(column))
		lines = append(lines, &line{name, entry, newField(p.Column(ledger.Summits, name), name != "countries", entry)})
		rows.Add(lines[len(lines)-1].field.Container)
	}
	var m *modal
	make := func() {
		for _, line := range lines {
			line.field.blame("")
		}
		l, err := exchange.NewSummit(lines[0].entry.Text, lines[1].entry.Text, lines[2].entry.Text, lines[3].entry.Text, w.today())
		faults := faultsOf(err)
		for i := len(lines) - 1; i >= 0; i-- {
			for _, fault := range faults {
				if fault.Column == lines[i].column {
					lines[i].field.blame(p.Text("fault." + string(fault.Code)))
					w.window.Canvas().Focus(lines[i].entry)
				}
			}
		}
		if err != nil {
			m.popup.Resize(fyne.NewSize(m.width, m.popup.MinSize().Height))
			return
		}
		m.close()
		w.askPath("summit", workspace.Extension, func(path string) {
			w.opening(path, func(ctx context.Context) error { return workspace.Create(ctx, path, l, nil) })
		})
	}
	for _, line := range lines {
		line.entry.OnSubmitted = func(string) { make() }
	}
	m = w.openModal(p.Text("new.empty"), rows, 460, 0, controls.NewStrongButton(p.Text("button.next"), "", make), controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	w.window.Canvas().Focus(lines[0].entry)
}
