package ui

import (
	"context"
	"errors"
	"time"

	"summitledger/data/ledger"
	"summitledger/ui/panel"
)

// stepper is Undo or Redo of a workspace.
type stepper func(ctx context.Context, author string, now time.Time) (ledger.Action, error)

// showHistory shows what became of the record in the panel, or what Undo and
// Redo would go through.
func (w *Window) showHistory() {
	ref, one := w.record.shown()
	if !one || w.file.workspace == nil {
		w.showSteps()
		return
	}
	opened, l := w.file.workspace, w.desk.ledger
	w.work.Start("history", func(ctx context.Context) func() {
		actions, err := opened.HistoryOf(ctx, ref.Kind, l.ID(ref))
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { w.fail(err) }
		}
		return func() { w.showRecordHistory(ref, actions) }
	})
}

// showJournal lists everything that was ever done.
func (w *Window) showJournal() {
	opened := w.file.workspace
	w.work.Start("history", func(ctx context.Context) func() {
		actions, err := opened.History(ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { w.fail(err) }
		}
		return func() { w.showActions(w.printer.Text("history.all"), actions) }
	})
}

// historyShown is how many actions the dialog lists, newest first.
const historyShown = 500

func (w *Window) showActions(title string, actions []ledger.Action) {
	p := w.printer
	var blocks []panel.Block
	if len(actions) == 0 {
		blocks = append(blocks, panel.Paragraph{Text: p.Text("history.none")})
	}
	for i := len(actions) - 1; i >= max(0, len(actions)-historyShown); i-- {
		action := actions[i]
		heading := p.Text("history.action", p.Integer(int(action.Number)), action.Author)
		switch {
		case action.Undoes != 0:
			heading = p.Text("history.undo", p.Integer(int(action.Number)), p.Integer(int(action.Undoes)), action.Author)
		case action.Redoes != 0:
			heading = p.Text("history.redo", p.Integer(int(action.Number)), p.Integer(int(action.Redoes)), action.Author)
		}
		blocks = append(blocks, panel.Section{Heading: heading, Note: p.Day(ledger.DayFromTime(action.Time)) + " " + action.Time.Local().Format("15:04")})
		if action.Reason != "" {
			blocks = append(blocks, panel.Note{Text: action.Reason})
		}
		for _, change := range action.Changes {
			blocks = append(blocks, w.changeBlock(change))
		}
	}
	view := panel.New()
	view.Set(blocks, "")
	height := float32(180)
	if len(actions) > 0 {
		height = w.window.Canvas().Size().Height
	}
	w.tellPage(title, view, 720, height)
}

func (w *Window) changeBlock(change ledger.Change) panel.Block {
	if change.Kind == ledger.Settings {
		return w.choiceBlock(change)
	}
	p := w.printer
	name := func(cells []string) string {
		if at := change.Kind.TitleColumn(); at >= 0 && at < len(cells) {
			return cells[at]
		}
		return change.Kind.String()
	}
	switch change.Operation {
	case ledger.AddRow:
		return panel.Row{Lead: p.Record(change.Kind), Wide: true, Text: p.Text("history.added", name(change.Cells)), Wrapped: true}
	case ledger.RemoveRow:
		return panel.Row{Lead: p.Record(change.Kind), Wide: true, Text: p.Text("history.removed", name(change.Cells)), Wrapped: true}
	}
	empty := p.Text("edit.empty")
	was, is := change.Old, change.New
	if was == "" {
		was = empty
	}
	if is == "" {
		is = empty
	}
	return panel.Row{Lead: p.Column(change.Kind, change.Column), Wide: true, Text: p.Text("history.changed", was, is), Wrapped: true}
}

// choiceBlock says what became of a setting.
func (w *Window) choiceBlock(change ledger.Change) panel.Block {
	p, l := w.printer, w.desk.ledger
	row := panel.Row{Lead: p.Record(change.Kind), Wide: true, Wrapped: true}
	switch change.Operation {
	case ledger.AddRow:
		row.Text = p.Text("history.chosen", p.Setting(l, change.Cells[0]), change.Cells[1])
	case ledger.RemoveRow:
		row.Text = p.Text("history.defaulted", p.Setting(l, change.Cells[0]), change.Cells[1])
	default:
		name := p.Record(change.Kind)
		for ref := range l.All(ledger.Settings) {
			if l.ID(ref) == change.ID {
				name = p.Setting(l, l.Key(ref))
			}
		}
		row.Text = name + ": " + p.Text("history.changed", change.Old, change.New)
	}
	return row
}
