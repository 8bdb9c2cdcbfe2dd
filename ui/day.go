package ui

import (
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// askDay asks for one of the two days, or for both at once.
func (w *Window) askDay(happened bool) {
	if w.desk == nil {
		return
	}
	p, asOf := w.printer, w.desk.view.AsOf()
	title, explain, now := p.Text("window.as_of"), p.Text("day.happened"), asOf.Happened
	if !happened {
		title, explain, now = p.Text("window.known_by"), p.Text("day.known"), asOf.Known
	}
	entry := controls.NewEntry()
	entry.SetText(now.String())
	both := controls.NewCheck(p.Text("day.both"), nil)
	fault := prose("")
	fault.Importance = widget.DangerImportance
	fault.Hide()
	var m *modal
	apply := func(day ledger.Day) {
		m.close()
		days := w.days
		if happened || both.Checked {
			days.Happened = day
		}
		if !happened || both.Checked {
			days.Known = day
		}
		w.setDays(days.Happened, days.Known)
	}
	typed := func() {
		day, err := ledger.ParseDay(strings.TrimSpace(entry.Text))
		if err != nil {
			fault.SetText(p.Text("day.unreadable"))
			fault.Show()
			m.popup.Resize(m.popup.MinSize())
			return
		}
		apply(day)
	}
	entry.OnSubmitted = func(string) { typed() }
	both.OnSubmit = typed
	m = w.openModal(title, container.NewVBox(prose(explain), entry, fault, both), 520, 0, controls.NewStrongButton(p.Text("day.show"), "", typed),
		controls.NewButton(p.Text("day.after_summit"), "", func() { apply(w.desk.ledger.Ends() + 1) }),
		controls.NewButton(capital(p.Text("window.today")), "", func() { apply(ledger.NoDay) }),
		controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	w.window.Canvas().Focus(entry)
	entry.SelectAll()
}

// lookAtSummit shows what could be known on the day after the summit.
func (w *Window) lookAtSummit() {
	day := w.desk.ledger.Ends() + 1
	w.setDays(day, day)
}

func (w *Window) lookAtToday() { w.setDays(ledger.NoDay, ledger.NoDay) }
