package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
)

// settingCountAt remembers how far a record must have come to be counted.
const settingCountAt = "count_at"

// countAt gives the remembered level, announced when none is.
func (s *Settings) countAt() analysis.CountAt {
	level, _ := analysis.ParseCountAt(s.store.String(settingCountAt))
	return level
}

// setCountAt counts records at another level (RULES 9.4): it is
// another desk of the same view.
func (w *Window) setCountAt(level analysis.CountAt) {
	if w.countAt == level {
		return
	}
	w.countAt = level
	w.settings.store.SetString(settingCountAt, level.String())
	if w.desk != nil {
		d := *w.desk
		d.countAt = level
		w.show(&d)
	}
}

// askCountAt lists the levels under the switch in the header.
func (w *Window) askCountAt() {
	var items []*fyne.MenuItem
	for _, level := range analysis.CountAtLevels() {
		item := fyne.NewMenuItem(w.printer.Word("count_at", level.String()), func() { w.setCountAt(level) })
		item.Checked = level == w.countAt
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.header.countAt)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.window.Canvas(), at.AddXY(0, w.header.countAt.Size().Height))
}
