package ui

import (
	"context"
	"strings"

	"summitledger/data/ledger"
	"summitledger/ui/panel"
)

// removeShown removes the record in the panel, once the person has said so.
func (w *Window) removeShown() {
	if ref, ok := w.record.shown(); ok {
		w.askRemove(ref)
	}
}

// askRemove asks before a record goes. One that others name stays, and they are
// listed.
func (w *Window) askRemove(ref ledger.Ref) {
	p, l := w.printer, w.desk.ledger
	w.work.Start("removal", func(context.Context) func() {
		changes, named := l.Removal(ref)
		return func() {
			if len(named) > 0 {
				w.showReferring(ref, named)
				return
			}
			w.ask(strings.TrimSuffix(p.Text("command.remove_record"), "..."), prose(p.Text("edit.remove_question", p.Title(l, ref))), 520, p.Text("button.remove"), func() {
				w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Changes: changes}, w.failIf)
			})
		}
	})
}

// referringShown is how many rows are listed.
const referringShown = 300

// showReferring lists the rows that name a record; each leads to where it can be
// changed or removed.
func (w *Window) showReferring(ref ledger.Ref, named []ledger.Ref) {
	p, l := w.printer, w.desk.ledger
	var m *modal
	blocks := []panel.Block{panel.Paragraph{Text: p.Text("edit.referred", p.Title(l, ref))}}
	kind := ledger.Kind(255)
	for _, from := range named[:min(len(named), referringShown)] {
		if from.Kind != kind {
			kind = from.Kind
			count := 0
			for _, other := range named {
				if other.Kind == kind {
					count++
				}
			}
			blocks = append(blocks, panel.Section{Heading: p.Table(kind), Note: p.Integer(count)})
		}
		blocks = append(blocks, panel.Row{Text: w.rowTitle(from, ref), Open: func() {
			m.close()
			w.goToRow(from)
		}})
	}
	if more := len(named) - referringShown; more > 0 {
		blocks = append(blocks, panel.Note{Text: p.Text("edit.referred_more", p.Integer(more))})
	}
	m = w.openPage(p.Text("edit.stays"), blocks, 720)
}

// rowTitle names a row; one about another record than the one at hand, NoRef for
// none, names that too.
func (w *Window) rowTitle(ref, at ledger.Ref) string {
	p, l := w.printer, w.desk.ledger
	title := p.Title(l, ref)
	if subject, ok := l.Subject(ref); ok && subject != at && (ref.Kind == ledger.Parties || ref.Kind == ledger.Events) {
		title = p.Title(l, subject) + ": " + title
	}
	return title
}

// goToRow shows a record in the panel; a row without a key is opened in its form.
func (w *Window) goToRow(ref ledger.Ref) {
	if ref.Kind.Keyed() {
		w.showRecord(ref)
		w.focusRecord()
		return
	}
	w.edit(ref.Kind, ref, w.desk.ledger.Cells(ref))
}

// openPage shows blocks over the window, with the keys on their links.
func (w *Window) openPage(title string, blocks []panel.Block, width float32) *modal {
	view := panel.New()
	view.Set(blocks, "")
	var m *modal
	m = w.openModal(title, view, width, w.window.Canvas().Size().Height, w.closeButton(func() { m.close() }))
	w.window.Canvas().Focus(view.Focus())
	return m
}
