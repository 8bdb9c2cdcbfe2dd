package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
)

// scopeField edits the scope of one claim: the text, and under it what the text
// finds or what is wrong with it.
type scopeField struct {
	window *Window
	claim  ledger.Ref
	entry  *controls.Entry
	finds  *widget.Label
	filed  string // the scope of the file
	reset  *controls.Button
	object *fyne.Container
}

// newScopeField makes the field with the scope that the reader chose, or that
// of the file. changed, which may be nil, hears every change of the text.
func newScopeField(w *Window, claim ledger.Ref, text string, changed func(text string)) *scopeField {
	p, l := w.printer, w.desk.ledger
	f := &scopeField{window: w, claim: claim, entry: entryWith(p.Text("scope.example")), finds: prose(""), filed: l.Value(claim, "scope")}
	f.finds.SizeName = theme.SizeNameCaptionText
	f.entry.SetText(text)
	f.entry.OnChanged = func(text string) {
		f.check()
		if changed != nil {
			changed(strings.TrimSpace(text))
		}
	}
	filed := p.Text("scope.filed", f.filed)
	if f.filed == "" {
		filed = p.Text("scope.filed_none")
	}
	title := prose(p.Title(l, claim))
	title.TextStyle.Bold = true
	f.reset = controls.NewButton(p.Text("scope.reset"), "", func() { f.entry.SetText(f.filed) })
	f.object = container.New(stacked{}, title, newField(p.Text("scope.label"), false, f.entry).Container, f.finds, remark(filed), remark(p.Text("scope.how", p.Table(f.counts()))), container.NewHBox(f.reset))
	f.check()
	return f
}

// remark is a note in small type, wrapped.
func remark(text string) *widget.Label {
	label := prose(text)
	label.SizeName = theme.SizeNameCaptionText
	return label
}

// stacked puts objects under each other, wrapped texts as high as they are at
// this width.
type stacked struct{}

// Layout is part of Fyne's layout.
func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, object := range objects {
		x := float32(0)
		if _, label := object.(*widget.Label); label {
			x = -labelPadding
		}
		object.Move(fyne.NewPos(x, y))
		object.Resize(fyne.NewSize(size.Width-2*x, object.MinSize().Height))
		height := object.MinSize().Height // of wrapped words it is known only now
		object.Resize(fyne.NewSize(size.Width-2*x, height))
		y += height
	}
}

// MinSize is part of Fyne's layout.
func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(160, 0)
	for _, object := range objects {
		size.Height += object.MinSize().Height
	}
	return size
}

// disable is for a file that can only be read.
func (f *scopeField) disable() {
	f.entry.Disable()
	f.reset.Hide()
}

// counts is the kind of record that the claim counts.
func (f *scopeField) counts() ledger.Kind {
	kind, ok := ledger.ParseTable(f.window.desk.ledger.Value(f.claim, "counts"))
	if !ok {
		return ledger.Agreements
	}
	return kind
}

// choice is what the text makes of the setting: the scope of the file, typed or
// left empty, is no choice.
func (f *scopeField) choice() ledger.Choice {
	choice := ledger.Choice{Name: ledger.SettingName{Topic: ledger.ClaimScope, Claim: f.window.desk.ledger.Key(f.claim)}, Value: strings.TrimSpace(f.entry.Text)}
	if choice.Value == f.filed {
		choice.Value = ""
	}
	return choice
}

// check says under the field what the scope finds, or what is wrong with it.
func (f *scopeField) check() bool {
	p, text := f.window.printer, strings.TrimSpace(f.entry.Text)
	if text == "" {
		text = f.filed
	}
	said, sound := f.finding(text)
	f.finds.Importance = widget.MediumImportance
	if !sound {
		f.finds.Importance = widget.DangerImportance
	}
	if f.choice().Value != "" && sound {
		said = p.Text("scope.own") + " " + said
	}
	f.finds.SetText(said)
	f.object.Refresh()
	return sound
}

// finding says what a scope finds in the ledger and in the view.
func (f *scopeField) finding(text string) (said string, sound bool) {
	p, l := f.window.printer, f.window.desk.ledger
	if text == "" {
		return p.Text("scope.none"), true
	}
	scope, err := analysis.ParseScope(f.counts(), text)
	if err != nil {
		return scopeFault(f.window, err), false
	}
	all, here := 0, 0
	for ref := range l.All(scope.Kind) {
		if scope.Matches(l, ref) {
			all++
			if f.window.desk.view.Has(ref) {
				here++
			}
		}
	}
	if here == all {
		return p.Count("scope.finds", all), true
	}
	return p.Count("scope.finds_some", all, p.Integer(here)), true
}

// scopeFault says in the reader's language why a scope is not understood.
func scopeFault(w *Window, err error) string {
	var fault *analysis.ScopeError
	if !errors.As(err, &fault) {
		return capital(err.Error())
	}
	return w.printer.Text("scope."+fault.Code, fault.Value, fault.Column, strings.Join(fault.Words(), ", "))
}

// askScope asks for another scope of a claim than the file's, or goes back to
// that.
func (w *Window) askScope(claim ledger.Ref) {
	if w.refuseEditing() {
		return
	}
	p := w.printer
	text := analysis.SettingsOf(w.desk.ledger).Scopes[w.desk.ledger.Key(claim)]
	if text == "" {
		text = w.desk.ledger.Value(claim, "scope")
	}
	field := newScopeField(w, claim, text, nil)
	var m *modal
	save := func() {
		if field.check() {
			m.close()
			w.choose(field.choice())
		}
	}
	field.entry.OnSubmitted = func(string) { save() }
	m = w.openModal(p.Text("scope.title"), container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 2, scrollRoom), field.object)), 640, 420, controls.NewStrongButton(p.Text("button.save"), "", save),
		controls.NewButton(p.Text("button.cancel"), "", func() { m.close() }))
	w.window.Canvas().Focus(field.entry)
}
