package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// scopeField edits the scope of one claim: the text, and under it what the text
// finds or what is wrong with it.
type scopeField struct {
	window *Window
	claim  ledger.Ref
	entry  *widget.Entry
	finds  *widget.Label
	filed  string // the scope of the file
	object fyne.CanvasObject
}

// newScopeField makes the field with the scope that the reader chose, or that
// of the file. changed, which may be nil, hears every change of the text.
func newScopeField(w *Window, claim ledger.Ref, text string, changed func(text string)) *scopeField {
	p, l := w.printer, w.desk.ledger
	f := &scopeField{window: w, claim: claim, entry: widget.NewEntry(), finds: widget.NewLabel(""), filed: l.Value(claim, "scope")}
	f.finds.Wrapping = fyne.TextWrapWord
	f.finds.SizeName = "caption"
	f.entry.SetPlaceHolder(p.Text("scope.example"))
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
	kept := widget.NewLabel(filed)
	kept.Wrapping = fyne.TextWrapWord
	kept.SizeName = "caption"
	how := widget.NewLabel(p.Text("scope.how", p.Table(f.counts())))
	how.Wrapping = fyne.TextWrapWord
	how.SizeName = "caption"
	title := widget.NewLabel(p.Title(l, claim))
	title.Wrapping = fyne.TextWrapWord
	title.TextStyle.Bold = true
	reset := controls.NewButton(p.Text("scope.reset"), "", func() { f.entry.SetText(f.filed) })
	f.object = container.NewVBox(title, look.Text(p.Text("scope.label"), look.SizeNote, look.Text2, false), f.entry, f.finds, kept, container.NewHBox(reset), how)
	f.check()
	return f
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
	var d *dialog.CustomDialog
	save := func() {
		if field.check() {
			d.Hide()
			w.choose(field.choice())
		}
	}
	field.entry.OnSubmitted = func(string) { save() }
	keep := controls.NewStrongButton(p.Text("button.save"), "", save)
	cancel := controls.NewButton(p.Text("button.cancel"), "", func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons(p.Text("scope.title"), container.NewBorder(nil, container.NewHBox(keep, cancel), nil, nil, container.NewVScroll(field.object)), w.window)
	size := w.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(640, size.Width-60), min(420, size.Height-60)))
	d.Show()
	w.window.Canvas().Focus(field.entry)
}
