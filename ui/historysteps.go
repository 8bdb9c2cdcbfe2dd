package ui

import (
	"context"
	"errors"
	"time"

	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/workspace"
	"summitledger/ui/panel"
)

// historySteps is how many steps of undo and redo are listed, stepChanges how
// many changes of each.
const (
	historySteps = 100
	stepChanges  = 6
)

// showSteps lists what Undo and Redo would go through, the next one first, and
// what each would change. The list follows from the journal of the file: it is
// there again after the file was closed.
func (w *Window) showSteps() {
	if w.file.workspace == nil {
		w.tell("differ", w.printer.Text("read_only.folder_opened"), "", nil)
		return
	}
	opened := w.file.workspace
	w.work.Start("history", func(ctx context.Context) func() {
		steps, err := opened.Steps(ctx, historySteps)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { w.fail(err) }
		}
		return func() { w.listSteps(steps) }
	})
}

func (w *Window) listSteps(steps workspace.Steps) {
	p := w.printer
	var m *modal
	readOnly := w.file.readOnly() != ""
	leave := func(do func()) func() { return func() { m.close(); do() } }
	var blocks []panel.Block
	if len(steps.Redo) > 0 {
		blocks = append(blocks, panel.Heading{Text: p.Text("history.redo_list")})
		for i, action := range steps.Redo {
			blocks = append(blocks, w.stepBlocks(action, action.Changes)...)
			if !readOnly {
				blocks = append(blocks, panel.Note{Text: p.Count("history.redo_to", i+1), Open: leave(func() { w.travelTo(i+1, "redone", w.file.workspace.Redo) })})
			}
		}
	}
	blocks = append(blocks, panel.Heading{Text: p.Text("history.undo_list")})
	if len(steps.Undo) == 0 {
		blocks = append(blocks, panel.Paragraph{Text: p.Text("edit.nothing_to_undo")})
	}
	for i, action := range steps.Undo {
		blocks = append(blocks, w.stepBlocks(action, ledger.Inverse(action.Changes))...)
		if readOnly {
			continue
		}
		blocks = append(blocks, panel.Note{Text: p.Count("history.undo_to", i+1), Open: leave(func() { w.travelTo(i+1, "undone", w.file.workspace.Undo) })})
		if i > 0 {
			blocks = append(blocks, panel.Note{Text: p.Text("history.undo_only"), Open: leave(func() { w.takeBack(action.Number, false) })})
		}
	}
	blocks = append(blocks, panel.Section{Heading: p.Text("history.journal")}, panel.Note{Text: p.Text("history.show_journal"), Open: leave(w.showJournal)})
	m = w.openPage(p.Text("history.steps"), blocks, 760)
}

// stepBlocks says who did what and when, and what the step would change.
func (w *Window) stepBlocks(action ledger.Action, changes []ledger.Change) []panel.Block {
	p := w.printer
	blocks := []panel.Block{panel.Section{Heading: p.Text("history.action", p.Integer(int(action.Number)), action.Author), Note: w.moment(action.Time)}}
	if action.Reason != "" {
		blocks = append(blocks, panel.Note{Text: action.Reason})
	}
	for _, change := range changes[:min(len(changes), stepChanges)] {
		blocks = append(blocks, panel.Note{Text: w.rowOfChange(change)}, w.plannedBlock(change))
	}
	if more := len(changes) - stepChanges; more > 0 {
		blocks = append(blocks, panel.Note{Text: p.Count("history.more_changes", more)})
	}
	return blocks
}

// plannedBlock says what a change would do.
func (w *Window) plannedBlock(change ledger.Change) panel.Block {
	p := w.printer
	row := panel.Row{Lead: p.Record(change.Kind), Wide: true, Wrapped: true}
	switch change.Operation {
	case ledger.AddRow:
		row.Text = p.Text("history.will_add")
	case ledger.RemoveRow:
		row.Text = p.Text("history.will_remove")
	default:
		row.Lead, row.Text = p.Column(change.Kind, change.Column), p.Text("import.change", w.said(change.Old), w.said(change.New))
	}
	return row
}

func (w *Window) moment(at time.Time) string {
	return w.printer.Day(ledger.DayFromTime(at)) + " " + at.Local().Format("15:04")
}

// rowOfChange names the row that a change is about.
func (w *Window) rowOfChange(change ledger.Change) string {
	if ref, ok := w.desk.ledger.FindID(change.Kind, change.ID); ok {
		return w.rowTitle(ref, ledger.NoRef())
	}
	if at := change.Kind.TitleColumn(); at >= 0 && at < len(change.Cells) {
		return change.Cells[at]
	}
	return w.printer.Record(change.Kind)
}

// travelTo undoes or redoes several actions, one after the other.
func (w *Window) travelTo(steps int, key string, step stepper) {
	who, now, opened := author(), w.options.Now(), w.file.workspace
	w.editInTurn(func(ctx context.Context, index *query.Index) (*query.Index, func()) {
		count := 0
		var failed error
		for range steps {
			action, err := step(ctx, who, now)
			if err != nil {
				failed = err
				break
			}
			count += len(action.Changes)
			index = patched(index, opened, action.Changes)
		}
		return index, func() {
			w.tell("icon-check", w.printer.Count("edit."+key, count), "", nil)
			w.look()
			if failed != nil {
				w.failStep(key, failed)
			}
		}
	})
}

// failStep says why a step was not taken. An undo of what somebody changed since
// asks whether to go on all the same.
func (w *Window) failStep(key string, err error) {
	var conflict *ledger.ConflictError
	if next, ok := w.file.workspace.CanUndo(); ok && key == "undone" && errors.As(err, &conflict) {
		w.takeBack(next.Number, false)
		return
	}
	w.fail(err)
}

// takeBack undoes one action alone. What was changed since is shown, and whoever
// wants the old values all the same says so.
func (w *Window) takeBack(number int64, overwrite bool) {
	who, now, opened := author(), w.options.Now(), w.file.workspace
	w.editInTurn(func(ctx context.Context, index *query.Index) (*query.Index, func()) {
		action, err := opened.TakeBack(ctx, number, overwrite, who, now)
		var since *workspace.TakenBackError
		switch {
		case errors.As(err, &since) && !overwrite:
			return nil, func() { w.askOverwrite(number, since) }
		case err != nil:
			return nil, func() { w.fail(err) }
		}
		return patched(index, opened, action.Changes), func() {
			w.tell("icon-check", w.printer.Count("edit.undone", len(action.Changes)), w.printer.Text("command.redo"), w.redo)
			w.look()
		}
	})
}

// askOverwrite shows what was changed after an action and asks whether the old
// values are to stand again.
func (w *Window) askOverwrite(number int64, since *workspace.TakenBackError) {
	p := w.printer
	blocks := []panel.Block{panel.Paragraph{Text: p.Text("history.changed_since")}}
	possible := false
	for _, one := range since.Since[:min(len(since.Since), stepChanges)] {
		blocks = append(blocks, panel.Section{Heading: w.rowOfChange(one.Change)})
		switch {
		case one.Gone:
			blocks = append(blocks, panel.Note{Mark: "differ", Text: p.Text("history.row_gone")})
		case one.Change.Operation == ledger.SetCell:
			possible = true
			blocks = append(blocks, panel.Row{Lead: p.Column(one.Change.Kind, one.Change.Column), Wide: true, Wrapped: true,
				Text: p.Text("history.three", w.said(one.Change.Old), w.said(one.Change.New), w.said(one.Stands))})
		default:
			possible = true
			blocks = append(blocks, panel.Note{Text: p.Text("history.row_changed")})
		}
	}
	if more := len(since.Since) - stepChanges; more > 0 {
		blocks = append(blocks, panel.Note{Text: p.Count("history.more_changes", more)})
	}
	if !possible {
		w.openPage(p.Text("history.overwrite_title"), blocks, 640)
		return
	}
	view := panel.New()
	view.Set(blocks, "")
	m := w.ask(p.Text("history.overwrite_title"), view, 640, p.Text("history.overwrite"), func() { w.takeBack(number, true) })
	m.height = min(420, w.window.Canvas().Size().Height-modalMargin)
	m.popup.Resize(m.popup.Content.MinSize())
}

// said writes a value, or that there is none.
func (w *Window) said(value string) string {
	if value == "" {
		return w.printer.Text("edit.empty")
	}
	return value
}
