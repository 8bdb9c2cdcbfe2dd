package ui

import (
	"context"
	"errors"

	"summitledger/data/analysis"
	"summitledger/ui/panel"
)

// findDuplicates looks for records that may have been entered twice and lists
// them. Nothing is merged but by hand.
func (w *Window) findDuplicates() {
	l := w.desk.ledger
	w.tell("", w.printer.Text("duplicates.looking"), w.printer.Text("button.cancel"), func() { w.work.Cancel("duplicates"); w.closeBar() })
	w.work.Start("duplicates", func(ctx context.Context) func() {
		found, err := analysis.Duplicates(ctx, l)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { w.closeBar(); w.fail(err) }
		}
		return func() {
			w.closeBar()
			w.showDuplicates(found)
		}
	})
}

// duplicatesShown is how many suggestions are listed.
const duplicatesShown = 200

func (w *Window) showDuplicates(found []analysis.Duplicate) {
	p, l := w.printer, w.desk.ledger
	if len(found) == 0 {
		w.tell("icon-check", p.Text("duplicates.none"), "", nil)
		return
	}
	var m *modal
	readOnly := w.file.readOnly() != ""
	blocks := []panel.Block{panel.Paragraph{Text: p.Text("duplicates.what")}}
	for _, duplicate := range found[:min(len(found), duplicatesShown)] {
		records := duplicate.Records
		blocks = append(blocks, panel.Section{Heading: capital(p.Record(records[0].Kind)), Note: p.Text("duplicates.rule." + string(duplicate.Rule))})
		for _, ref := range records {
			blocks = append(blocks, panel.Row{Mark: w.desk.markOf(ref), Text: p.Title(l, ref), Right: l.Key(ref), Open: func() { m.close(); w.showRecord(ref); w.focusRecord() }})
		}
		if !readOnly {
			blocks = append(blocks, panel.Note{Text: p.Text("duplicates.merge"), Open: func() { m.close(); w.openMerge(records) }})
		}
	}
	if more := len(found) - duplicatesShown; more > 0 {
		blocks = append(blocks, panel.Note{Text: p.Text("duplicates.more", p.Integer(more))})
	}
	m = w.openPage(p.Text("duplicates.title", p.Integer(len(found))), blocks, 760)
}
