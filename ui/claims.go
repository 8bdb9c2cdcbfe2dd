package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/plot"
)

// claims shows what was claimed and what of it can be named: at the left the
// claims with parts under their whole, in the middle the chosen one with its
// bridge, at the right what else was said of the same thing.
type claims struct {
	*listing
	head  *claimsHead
	form  analysis.Form // the only one that is listed; empty for all
	forms map[analysis.Form]int

	lines  []analysis.ClaimLine
	chosen string // the claim, by kind and row
	page   *claimPage
	bucket string // whose records are listed under the bridge

	bridge *plot.Plot
	others []*plot.Plot // one for each currency

	middle, side             *sheetBox
	middleScroll, sideScroll *container.Scroll
	middleSheet, sideSheet   *sheet
	whole                    *fyne.Container
	apart                    bool // the side has a column of its own
}

func newClaims(w *Window) *claims {
	c := &claims{listing: newListing(w, "claims", ledger.Claims), bridge: plot.New()}
	c.head = newClaimsHead(c)
	c.shows = c.showLines
	c.grid.OnSelect = c.choose
	c.grid.OnOpen = func(id string) { c.choose(id); w.window.Canvas().Focus(c.bridge) }
	c.bridge.OnFigure = c.openFigure
	c.bridge.OnOpen = c.openBucket
	c.bridge.OnKey = w.typedKey
	c.bridge.OnMove = c.reveal
	c.middle, c.side = newSheetBox(c.drawMiddle), newSheetBox(c.drawSide)
	c.middle.least, c.side.least = claimsMiddleLeast, claimsSide
	c.middleScroll, c.sideScroll = container.NewVScroll(c.middle.Container), container.NewVScroll(c.side.Container)
	grounds := [2]*canvas.Rectangle{canvas.NewRectangle(look.Color(look.Bg)), canvas.NewRectangle(look.Color(look.Surface))}
	edges := [2]*canvas.Rectangle{canvas.NewRectangle(look.Color(look.Line)), canvas.NewRectangle(look.Color(look.Line))}
	c.whole = &fyne.Container{Layout: claimsLayout{c, grounds, edges},
		// The keys go from the list to the bridge; the head lies over the grid's own line of headings.
		Objects: []fyne.CanvasObject{grounds[1], c.grid, edges[0], c.middleScroll, edges[1], c.sideScroll, grounds[0], c.head.Container}}
	return c
}

func (c *claims) object() fyne.CanvasObject { return c.whole }

// Measures of picture 04 of the design.
const (
	claimsList        = 316
	claimsListNarrow  = 248
	claimsSide        = 388
	claimsMiddleLeast = 500
	claimsMiddleMost  = 1280 // longer lines are hard to follow
	claimsMargin      = 20
)

// claimsLayout puts list, bridge and other figures beside each other; where
// the bridge would be too narrow the other figures stand under it.
type claimsLayout struct {
	c       *claims
	grounds [2]*canvas.Rectangle
	edges   [2]*canvas.Rectangle
}

// Layout is part of Fyne's layout.
func (l claimsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c := l.c
	list := float32(claimsList)
	if size.Width < claimsList+claimsMiddleLeast {
		list = claimsListNarrow
	}
	l.grounds[0].FillColor, l.grounds[1].FillColor = look.Color(look.Bg), look.Color(look.Surface)
	l.grounds[0].Resize(fyne.NewSize(list, claimsHeadHeight))
	l.grounds[1].Resize(size)
	c.head.Resize(fyne.NewSize(list, claimsHeadHeight))
	c.grid.Move(fyne.NewPos(0, claimsHeadHeight-gridHead))
	c.grid.Resize(fyne.NewSize(list, max(0, size.Height-claimsHeadHeight+gridHead)))
	apart := size.Width-list-claimsSide >= claimsMiddleLeast
	middle := size.Width - list - 1
	if apart {
		middle -= claimsSide
	}
	for i, x := range []float32{list, list + 1 + middle} {
		l.edges[i].FillColor = look.Color(look.Line)
		l.edges[i].Move(fyne.NewPos(x, 0))
		l.edges[i].Resize(fyne.NewSize(1, size.Height))
	}
	l.edges[1].Hidden = !apart
	if apart {
		c.sideScroll.Show()
	} else {
		c.sideScroll.Hide()
	}
	c.middleScroll.Move(fyne.NewPos(list+1, 0))
	c.middleScroll.Resize(fyne.NewSize(max(0, middle), size.Height))
	c.sideScroll.Move(fyne.NewPos(list+2+middle, 0))
	c.sideScroll.Resize(fyne.NewSize(claimsSide-1, size.Height))
	if apart != c.apart {
		c.apart = apart
		c.middle.redraw()
		c.side.redraw()
	}
}

// MinSize is part of Fyne's layout.
func (l claimsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 200) }

// showLines brings the list to an answer of the query.
func (c *claims) showLines(d *desk, s *query.Selection) {
	form := c.form
	c.window.work.Start("claims.list", func(context.Context) func() {
		all := analysis.ClaimLines(d.ledger, s.Rows)
		forms := map[analysis.Form]int{}
		var rows []ledger.Ref
		for _, line := range all {
			forms[line.Form]++
		}
		byForm := make(map[ledger.Ref]analysis.Form, len(all))
		for _, line := range all {
			byForm[line.Claim] = line.Form
		}
		for _, row := range s.Rows {
			if form == "" || byForm[row] == form {
				rows = append(rows, row)
			}
		}
		narrowed := *s
		lines := all
		if len(rows) < len(s.Rows) {
			lines = analysis.ClaimLines(d.ledger, rows)
			narrowed.Hidden = append(append([]query.Reason(nil), s.Hidden...), query.Reason{Kind: query.HiddenByFilter, Field: claimForm, Count: len(s.Rows) - len(rows)})
			narrowed.Rows = rows
		}
		headline := analysis.HeadlineClaim(d.view)
		return func() { c.land(d, &narrowed, lines, forms, headline) }
	})
}

// claimForm is the field by which claims are told apart: which answer each can
// be given.
const claimForm = "form"

// land shows the lines that were worked out.
func (c *claims) land(d *desk, s *query.Selection, lines []analysis.ClaimLine, forms map[analysis.Form]int, headline ledger.Ref) {
	c.desk, c.selection, c.lines, c.forms = d, s, lines, forms
	c.grid.SetRowHeight(c.window.rowHeight())
	rows := newClaimRows(d, lines)
	c.grid.SetColumns(rows.columns())
	c.grid.SetEmpty(c.window.emptyState(c.listing))
	c.grid.SetSource(rows)
	c.head.set(d, c)
	if _, ok := d.find(c.chosen); !ok {
		c.chosen = ""
	}
	if c.chosen == "" && len(lines) > 0 {
		c.chosen = refID(d.ledger, lines[0].Claim)
		for _, line := range lines {
			if line.Claim == headline {
				c.chosen = refID(d.ledger, headline)
			}
		}
	}
	c.grid.Select(c.chosen)
	c.answer()
	c.window.showFoot()
}

// choose shows another claim.
func (c *claims) choose(id string) {
	if id == c.chosen || c.desk == nil {
		return
	}
	c.chosen, c.bucket = id, ""
	c.middleScroll.Offset, c.sideScroll.Offset = fyne.Position{}, fyne.Position{}
	c.answer()
	if shown, ok := c.window.record.shown(); ok && shown.Kind == ledger.Claims {
		c.window.showRecordID(id) // the panel follows the list
	}
}

// showClaim goes to a claim with its bridge; what hides it in the list is taken
// away.
func (w *Window) showClaim(claim ledger.Ref) {
	for _, v := range w.views {
		c, ok := v.(*claims)
		if !ok || w.desk == nil {
			continue
		}
		id := refID(w.desk.ledger, claim)
		if w.view() != v {
			w.goTo(c.id())
		}
		if c.desk == w.desk && c.page != nil && slices.ContainsFunc(c.lines, func(line analysis.ClaimLine) bool { return line.Claim == claim }) {
			c.grid.Select(id)
			c.choose(id)
			return
		}
		c.form, c.chosen, c.bucket = "", id, ""
		c.query = query.Query{Kind: ledger.Claims}
		if w.header.search.Text != "" {
			w.header.search.SetText("")
		}
		c.ask(c.query)
	}
}

// answer works the chosen claim out, off the UI goroutine.
func (c *claims) answer() {
	d := c.desk
	claim, ok := d.find(c.chosen)
	if !ok {
		c.page = nil
		c.draw()
		return
	}
	at, narrowing := c.window.countAt, c.window.narrowing()
	c.window.work.Start("claims.answer", func(ctx context.Context) func() {
		page, err := newClaimPage(ctx, d, claim, at, narrowing)
		if err != nil {
			return func() { c.window.failUnlessCancelled(err) }
		}
		return func() {
			c.page = page
			c.draw()
			c.window.showFoot()
		}
	})
}

// shown answers anew when the tab comes to the front with the same desk.
func (c *claims) shown() {
	if c.desk != nil && c.page != nil {
		c.answer()
	}
}

// draw shows the page that was worked out.
func (c *claims) draw() {
	c.middle.redraw()
	c.side.redraw()
	c.middleScroll.Refresh()
	c.sideScroll.Refresh()
	c.whole.Layout.Layout(c.whole.Objects, c.whole.Size())
	c.whole.Refresh()
}

// reveal scrolls to the row of the bridge that the keys came to.
func (c *claims) reveal(y, height float32) {
	y += c.bridge.Position().Y
	offset, page := c.middleScroll.Offset.Y, c.middleScroll.Size().Height
	switch {
	case y < offset:
		offset = y
	case y+height > offset+page:
		offset = y + height - page
	default:
		return
	}
	c.middleScroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// foot says how many claims are listed, what hides others, and the chosen one
// as an equation.
func (c *claims) foot() (left string, chips []controls.Chip, right string, open func()) {
	d, s := c.desk, c.selection
	if d == nil || s == nil {
		return "", nil, "", nil
	}
	p := d.printer
	left = p.Text("claims.foot", p.Integer(len(s.Rows)), p.Integer(s.All))
	for _, reason := range s.Hidden {
		if reason.Field == claimForm {
			chips = append(chips, controls.Chip{Text: "\u2212" + p.Integer(reason.Count) + " " + d.text("claims.form.not", small(d.text("claims.form."+string(c.form)))), Press: func() { c.chooseForm("") }})
			continue
		}
		chips = append(chips, c.chip(reason))
	}
	if len(s.Rows) == s.All {
		left += "  " + p.Text("foot.nothing_hidden")
	}
	if c.page == nil {
		return left, chips, "", nil
	}
	return left, chips, c.page.equation(), nil
}

// chooseForm lists the claims of one form only, or all.
func (c *claims) chooseForm(form string) {
	c.form = analysis.Form(form)
	c.ask(c.query)
}

// copyText gives the table of the chosen claim as spreadsheets take it.
func (c *claims) copyText() string {
	if c.page == nil {
		return ""
	}
	return c.page.copyText()
}
