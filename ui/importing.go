package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workbook"
	"summitledger/ui/controls"
	"summitledger/ui/panel"
)

// askImportWorkbook asks for a workbook that was exported and edited.
func (w *Window) askImportWorkbook() { w.askFile(w.importWorkbook, ".xlsx") }

// dropped takes files that were dropped on the window: a workbook comes back
// into the workspace, anything else is opened.
func (w *Window) dropped(files []fyne.URI) {
	if len(files) == 0 || w.covered() {
		return
	}
	path := files[0].Path()
	switch {
	case !strings.EqualFold(filepath.Ext(path), ".xlsx"):
		w.openPath(path)
	case w.file == nil || w.file.readOnly() != "":
		w.do("import_workbook") // says why not
	default:
		w.importWorkbook(path)
	}
}

// importWorkbook reads a workbook and shows what it would change.
func (w *Window) importWorkbook(path string) {
	home := w.file.workspace
	w.tell("", w.printer.Text("window.reading_file", filepath.Base(path)), w.printer.Text("button.cancel"), func() { w.work.Cancel("import"); w.closeBar() })
	w.work.Start("import", func(ctx context.Context) func() {
		edited, err := workbook.Read(ctx, path)
		if err != nil {
			return func() { w.closeBar(); w.failImport(err) }
		}
		proposal, err := edited.Propose(ctx, home)
		err = errors.Join(err, edited.Close())
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return func() { w.closeBar(); w.failImport(err) }
		}
		return func() {
			w.closeBar()
			if proposal.Empty() {
				w.tell("icon-check", w.printer.Text("import.nothing"), "", nil)
				return
			}
			w.reviewed = newReview(w, reviewWords{w.printer.Text("import.title"), "import.found", "import.sentence"}, filepath.Base(path), proposal)
		}
	})
}

// failImport says in the reader's language why a workbook was not read.
func (w *Window) failImport(err error) {
	var refused *workbook.Refused
	if !errors.As(err, &refused) {
		w.fail(err)
		return
	}
	detail := ""
	if refused.Err != nil {
		detail = refused.Err.Error()
	}
	w.fail(errors.New(w.printer.Text("import.refused."+string(refused.Reason), detail)))
}

// reviewWords say what a proposal comes from.
type reviewWords struct {
	title           string // as it is shown
	found, sentence string // names of texts: what a cell that cannot be taken holds, and how many are chosen
}

// review is a proposal on the screen, of a workbook, a block of cells or an edit
// of many records: each suggestion can be chosen or left, by pointer and by key.
type review struct {
	window   *Window
	words    reviewWords
	name     string // of the file: the reason of the action
	proposal exchange.Proposal
	panel    *panel.Panel
	take     *controls.Button
	modal    *modal
}

func newReview(w *Window, words reviewWords, name string, proposal exchange.Proposal) *review {
	r := &review{window: w, words: words, name: name, proposal: proposal, panel: panel.New()}
	r.take = controls.NewStrongButton("", "", r.carryOut)
	cancel := controls.NewButton(w.printer.Text("button.cancel"), "", func() { r.modal.close() })
	blocks, foot := r.blocks()
	r.panel.Set(blocks, foot)
	size := w.window.Canvas().Size()
	r.modal = w.openModal(words.title, r.panel, 860, size.Height, r.take, cancel)
	r.show()
	w.window.Canvas().Focus(r.panel.Focus())
	return r
}

// show draws the suggestions as they are chosen now.
func (r *review) show() {
	blocks, foot := r.blocks()
	r.panel.Replace(blocks, foot)
	r.take.SetText(r.window.printer.Text("import.take", r.window.printer.Integer(r.chosen())))
	r.modal.foot.Refresh()
}

func (r *review) chosen() int {
	count := 0
	for _, s := range r.proposal.Suggestions {
		if s.Accepted {
			count++
		}
	}
	return count
}

// reviewShown is how many suggestions of a verdict are listed; the rest goes
// with its group.
const reviewShown = 300

func (r *review) blocks() (blocks []panel.Block, foot string) {
	p := r.window.printer
	for _, verdict := range exchange.Verdicts() {
		var places []int
		accepted := 0
		for i := range r.proposal.Suggestions {
			if s := &r.proposal.Suggestions[i]; s.Verdict == verdict {
				places = append(places, i)
				if s.Accepted {
					accepted++
				}
			}
		}
		if len(places) == 0 {
			continue
		}
		blocks = append(blocks, panel.Section{Heading: p.Text("import.verdict." + string(verdict)), Note: p.Integer(len(places))})
		if verdict != exchange.Problem && len(places) > 1 {
			key, all := "import.choose_all", true
			if accepted == len(places) {
				key, all = "import.choose_none", false
			}
			blocks = append(blocks, panel.Note{Text: p.Text(key), Open: func() { r.choose(places, all) }})
		}
		for _, place := range places[:min(len(places), reviewShown)] {
			blocks = append(blocks, r.suggestion(place)...)
		}
		if more := len(places) - reviewShown; more > 0 {
			blocks = append(blocks, panel.Note{Text: p.Text("import.more", p.Integer(more))})
		}
	}
	return blocks, p.Text(r.words.sentence, p.Integer(r.chosen()), p.Integer(len(r.proposal.Suggestions)))
}

func (r *review) choose(places []int, accepted bool) {
	for _, place := range places {
		r.proposal.Suggestions[place].Accepted = accepted
	}
	r.show()
}

// suggestion is one line to choose, with what changes under it.
func (r *review) suggestion(place int) []panel.Block {
	p, l := r.window.printer, r.window.desk.ledger
	s := r.proposal.Suggestions[place]
	title := s.Record
	if kind, key, hasKind, ok := ledger.ParseName(s.Record); ok && hasKind && kind.Keyed() {
		if ref, found := l.Find(kind, key); found {
			title = p.Title(l, ref)
		}
	}
	if s.Field != "" && s.Kind.Column(s.Field) >= 0 {
		title += ": " + p.Column(s.Kind, s.Field)
	}
	row := panel.Row{Mark: "ring", Text: title, Right: s.Place, Wrapped: false, Open: func() { r.choose([]int{place}, !r.proposal.Suggestions[place].Accepted) }}
	switch {
	case s.Verdict == exchange.Problem:
		row.Mark, row.Open = "differ", nil
	case s.Accepted:
		row.Mark = "icon-check"
	}
	blocks := []panel.Block{row}
	if text := r.difference(s); text != "" {
		blocks = append(blocks, panel.Note{Text: text})
	}
	return blocks
}

// difference says what was, what is and why it is asked.
func (r *review) difference(s exchange.Suggestion) string {
	p := r.window.printer
	shown := func(text string) string {
		if text == "" {
			return p.Text("edit.empty")
		}
		return text
	}
	var parts []string
	switch s.Verdict {
	case exchange.Changed:
		parts = append(parts, p.Text("import.change", shown(s.Old), shown(s.New)))
	case exchange.Conflict:
		if s.Field != "" {
			parts = append(parts, p.Text("import.conflict", shown(s.Base), shown(s.Old), shown(s.New)))
		}
	case exchange.Problem:
		parts = append(parts, p.Text(r.words.found, shown(s.New)))
	}
	if s.Reason != "" {
		parts = append(parts, capital(p.Text("import.reason."+s.Reason))+".")
	}
	return strings.Join(parts, " ")
}

// carryOut takes over what was chosen, as one action.
func (r *review) carryOut() {
	w := r.window
	changes, err := r.proposal.Changes(w.file.workspace.Ledger(), w.today())
	if err != nil {
		w.fail(err)
		return
	}
	r.modal.close()
	if len(changes) == 0 {
		return
	}
	w.carryOut(ledger.Action{Author: author(), Time: w.options.Now(), Reason: r.name, Changes: changes}, w.failIf)
}
