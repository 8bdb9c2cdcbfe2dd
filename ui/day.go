package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
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
	entry := widget.NewEntry()
	entry.SetText(now.String())
	entry.Validator = func(text string) error { _, err := ledger.ParseDay(text); return err }
	both := widget.NewCheck(p.Text("day.both"), nil)
	label := widget.NewLabel(explain)
	label.Wrapping = fyne.TextWrapWord
	var d *dialog.CustomDialog
	apply := func(day ledger.Day) {
		d.Hide()
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
		if day, err := ledger.ParseDay(entry.Text); err == nil {
			apply(day)
		}
	}
	entry.OnSubmitted = func(string) { typed() }
	show := controls.NewButton(p.Text("day.show"), "", typed)
	show.Strong = true
	after := controls.NewButton(p.Text("day.after_summit"), "", func() { apply(w.desk.ledger.Ends() + 1) })
	today := controls.NewButton(p.Text("window.today"), "", func() { apply(ledger.NoDay) })
	cancel := controls.NewButton(p.Text("button.cancel"), "", func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons(title, container.NewVBox(label, entry, both, container.NewHBox(show, after, today, cancel)), w.window)
	d.Resize(fyne.NewSize(520, 260))
	d.Show()
	w.window.Canvas().Focus(entry)
}

// lookAtSummit shows what could be known on the day after the summit.
func (w *Window) lookAtSummit() {
	day := w.desk.ledger.Ends() + 1
	w.setDays(day, day)
}

func (w *Window) lookAtToday() { w.setDays(ledger.NoDay, ledger.NoDay) }
