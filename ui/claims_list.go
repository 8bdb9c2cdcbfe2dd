package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// claimsHead stands over the list: how many claims of which form, and what to
// narrow them down by.
type claimsHead struct {
	*fyne.Container
	title, note    *canvas.Text
	titles, notes  string
	rule           *canvas.Rectangle
	form           *controls.Choice
	unit, claimant *controls.Choice
}

const claimsHeadHeight = 82

func newClaimsHead(c *claims) *claimsHead {
	h := &claimsHead{title: look.Text("", look.SizeHeading, look.Text1, true), note: look.Text("", look.SizeNote, look.Text2, false), rule: canvas.NewRectangle(look.Color(look.Line))}
	h.form = controls.NewChoice(c.chooseForm)
	choose := func(field string) func(string) {
		return func(value string) {
			values := []string{value}
			if value == allValues {
				values = nil
			}
			c.ask(c.query.With(field, values))
		}
	}
	h.unit, h.claimant = controls.NewChoice(choose("unit")), controls.NewChoice(choose("claimed_by"))
	h.Container = &fyne.Container{Layout: claimsHeadLayout{h}, Objects: []fyne.CanvasObject{h.title, h.note, h.form, h.unit, h.claimant, h.rule}}
	return h
}

// allValues stands for no narrowing down; no value of a cell has a line break.
const allValues = "\n"

// claimsHeadLayout gives the parts of the head their places.
type claimsHeadLayout struct{ h *claimsHead }

// Layout is part of Fyne's layout.
func (l claimsHeadLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := l.h
	h.title.Color, h.note.Color, h.rule.FillColor = look.Color(look.Text1), look.Color(look.Text2), look.Color(look.Line)
	room := size.Width - 2*16
	h.title.Text = look.Cut(h.titles, room, look.SizeHeading, true)
	look.Place(h.title, 16, 4)
	h.note.Text = look.Cut(h.notes, room, look.SizeNote, false)
	look.Place(h.note, 16, 29)
	choices := []*controls.Choice{h.form, h.unit, h.claimant}
	need, x := float32(0), float32(10)
	for _, choice := range choices {
		need += choice.MinSize().Width
	}
	share := min(1, (size.Width-2*x)/max(1, need)) // where they need more than there is, all give way alike
	for _, choice := range choices {
		choice.Move(fyne.NewPos(x, 50))
		choice.Resize(fyne.NewSize(choice.MinSize().Width*share, 28))
		x += choice.MinSize().Width * share
	}
	h.rule.Move(fyne.NewPos(0, size.Height-1))
	h.rule.Resize(fyne.NewSize(size.Width, 1))
}

// MinSize is part of Fyne's layout.
func (l claimsHeadLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, claimsHeadHeight)
}

// set brings the head to what is listed.
func (h *claimsHead) set(d *desk, c *claims) {
	p := d.printer
	all := 0
	for _, n := range c.forms {
		all += n
	}
	h.titles = p.Records(ledger.Claims, len(c.lines))
	bridges := c.forms[analysis.FormCount] + c.forms[analysis.FormSum] + c.forms[analysis.FormLinked]
	h.notes = d.text("claims.forms", p.Integer(bridges), p.Integer(c.forms[analysis.FormComparison]), p.Integer(c.forms[analysis.FormNotCheckable]))
	options := []controls.Option{{ID: "", Text: d.text("claims.form.all")}}
	for _, form := range analysis.Forms() {
		if n := c.forms[form]; n > 0 || form == c.form {
			options = append(options, controls.Option{ID: string(form), Text: d.text("claims.form."+string(form)) + "  " + p.Integer(n)})
		}
	}
	h.form.Set("", options, string(c.form))
	for _, facet := range []struct {
		field  string
		choice *controls.Choice
	}{{"unit", h.unit}, {"claimed_by", h.claimant}} {
		field, ok := query.FieldOf(ledger.Claims, facet.field)
		if !ok {
			continue
		}
		options := []controls.Option{{ID: allValues, Text: d.text("claims.all." + facet.field)}}
		current := allValues
		if chosen := c.query.Chosen(facet.field); len(chosen) > 0 {
			current = chosen[0]
		}
		for _, count := range c.selection.Facets[facet.field] {
			if count.Count > 0 || count.Value == current {
				options = append(options, controls.Option{ID: count.Value, Text: d.valueText(field, count.Value) + "  " + p.Integer(count.Count)})
			}
		}
		facet.choice.Set("", options, current)
	}
	h.Layout.Layout(nil, h.Size())
	h.Refresh()
}

// claimRows are the lines of the list: a part stands in under its whole.
type claimRows struct {
	*desk
	lines []analysis.ClaimLine
	rows  map[string]int
}

func newClaimRows(d *desk, lines []analysis.ClaimLine) *claimRows {
	r := &claimRows{desk: d, lines: lines, rows: make(map[string]int, len(lines))}
	for i, line := range lines {
		r.rows[refID(d.ledger, line.Claim)] = i
	}
	return r
}

// The list is one column that draws its own cells: the words of a claim take
// what its figure leaves.
const (
	claimColumn = "claim"
	indentWide  = 14
	figureGapIn = 14 // between words and figure
	amountMost  = 0.6
)

// columns gives the column of the list.
func (r *claimRows) columns() []grid.Column {
	return []grid.Column{{ID: claimColumn, Width: 200, MinWidth: 100, Grow: 1, Painter: &grid.Painter{Cell: r.draw}}}
}

// Len counts the lines.
func (r *claimRows) Len() int { return len(r.lines) }

// ID names the claim of a line.
func (r *claimRows) ID(row int) string { return refID(r.ledger, r.lines[row].Claim) }

// Row finds a claim.
func (r *claimRows) Row(id string) (int, bool) {
	row, ok := r.rows[id]
	return row, ok
}

// Group is part of a grid's source: there are no groups.
func (r *claimRows) Group(int) (grid.GroupRow, bool) { return grid.GroupRow{}, false }

// Cell gives a claim as it is copied.
func (r *claimRows) Cell(row int, _ string) grid.Cell {
	claim := r.lines[row].Claim
	return grid.Cell{Text: r.printer.Title(r.ledger, claim) + "\t" + r.claimedShort(claim)}
}

// draw writes a claim: its words under its whole, and the figure with its
// qualifier. What cannot be checked is paler.
func (r *claimRows) draw(b *grid.Brush, row int) {
	if row >= len(r.lines) {
		return
	}
	line := r.lines[row]
	token := look.Text1
	if line.Form == analysis.FormNotCheckable {
		token = look.Text2
	}
	y := (b.Height - look.LineText) / 2
	amount := look.Cut(r.claimedShort(line.Claim), b.Width*amountMost, look.SizeText, false)
	long := look.Width(amount, look.SizeText, false)
	b.Text(amount, b.Width-long, y, look.SizeText, token, false)
	x := float32(line.Depth) * indentWide
	b.Text(look.Cut(r.printer.Title(r.ledger, line.Claim), b.Width-long-figureGapIn-x, look.SizeText, false), x, y, look.SizeText, token, false)
}
