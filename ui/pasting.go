package ui

import (
	"context"
	"strings"

	"summitledger/data/exchange"
	"summitledger/data/workbook"
)

// pasteCells takes the block of cells on the clipboard: with headings it finds
// its records itself, without it goes to the rows from the selected one on, in
// the columns of the table.
func (w *Window) pasteCells() {
	text := w.app.Clipboard().Content()
	l := w.listingShown()
	switch {
	case strings.TrimSpace(text) == "":
		w.tell("differ", w.printer.Text("many.clipboard_empty"), "", nil)
		return
	case l == nil || l.selection == nil:
		w.tell("differ", w.printer.Text("many.no_table"), "", nil)
		return
	}
	block := exchange.Block{Text: text, Kind: l.table.kind}
	for _, column := range l.grid.ShownColumns() {
		place := -1
		if of, ok := l.cellColumn(column); ok {
			place = block.Kind.Column(of.Name)
		}
		block.Columns = append(block.Columns, place)
	}
	first := l.rows.Len()
	if ids := l.grid.Selected(); len(ids) > 0 {
		for row := range l.rows.Len() {
			if l.rows.ID(row) == ids[0] {
				first = row
				break
			}
		}
	}
	lines := len(exchange.Lines(text))
	for row := first; row < l.rows.Len() && len(block.Rows) < lines; row++ {
		if ref, ok := l.rows.ref(row); ok {
			block.Rows = append(block.Rows, ref)
		}
	}
	p, stands := w.printer, w.desk.ledger
	w.work.Start("many", func(context.Context) func() {
		reader, err := workbook.NewBlockReader(p.Language())
		if err != nil {
			return func() { w.fail(err) }
		}
		proposal := exchange.Paste(stands, block, reader)
		return func() { w.offer(p.Text("many.review_paste"), p.Text("many.reason_paste"), proposal) }
	})
}
