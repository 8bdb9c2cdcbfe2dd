package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/facets"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// checks shows every rule of consistency with what it found: at the left what
// to narrow down by, then the rules, under them the chosen one with the records
// that it names.
type checks struct {
	window *Window
	facets *facets.Facets
	head   *listHead
	rules  *grid.Grid
	ground *canvas.Rectangle
	text   *sheetBox // the chosen rule in words
	cases  *grid.Grid
	body   *columns

	desk   *desk
	tried  []tried // all rules, in the order of the analysis
	shown  []tried // those that the filters leave, by answer
	chosen string
	words  string
	only   narrowing
}

func newChecks(w *Window) *checks {
	c := &checks{window: w, facets: facets.New(), rules: w.newGrid("checks"), cases: w.newGrid("checks.cases"), ground: canvas.NewRectangle(look.Color(look.Bg)), only: narrowing{}}
	c.head = newListHead(nil, nil)
	c.head.group.Hide()
	c.head.isTable = func() bool { return false } // its rules have no groups or columns to choose
	c.text = newSheetBox(c.drawText)
	c.rules.OnSelect = c.choose
	c.rules.OnOpen = func(id string) { c.choose(id); w.window.Canvas().Focus(c.cases) }
	c.cases.OnKey = c.caseKey
	c.cases.OnSelect = func(id string) { c.open(id) }
	c.cases.OnOpen = func(id string) { c.open(id); w.focusRecord() }
	c.cases.OnMenu = func(id string, at fyne.Position) {
		if c.open(id) {
			row := c.caseRows().at(id)
			w.recordMenu(refID(c.desk.ledger, row.ref), at)
		}
	}
	c.facets.OnToggle = c.toggle
	c.facets.OnOnly = func(field, value string) { c.narrow(field, []string{value}) }
	c.facets.OnClear = func(field string) { c.narrow(field, nil) }
	c.facets.OnKey = w.typedKey
	centre := &fyne.Container{Layout: checksLayout{c}, Objects: []fyne.CanvasObject{c.head.Container, c.rules, c.ground, c.text.Container, c.cases}}
	c.body = newColumns(c.facets, centre)
	return c
}

func (c *checks) id() string                { return "checks" }
func (c *checks) object() fyne.CanvasObject { return c.body.Container }
func (c *checks) count(*desk) string        { return "" }
func (c *checks) typed() string             { return c.words }
func (c *checks) focus() fyne.Focusable     { return c.rules }

// copyText gives the rules as a table, or the cases when these have the keys.
func (c *checks) copyText() string {
	if c.window.window.Canvas().Focused() == fyne.Focusable(c.cases) {
		return c.cases.CopyText()
	}
	return c.rules.CopyText()
}

// caseKey leads from the cases back to the rules; other keys are the window's.
func (c *checks) caseKey(event *fyne.KeyEvent) {
	if event.Name == fyne.KeyEscape && !c.window.record.Visible() {
		c.window.window.Canvas().Focus(c.rules)
		return
	}
	c.window.typedKey(event)
}

func (c *checks) search(typed string) {
	c.words = typed
	c.show()
}

// toggleLeft shows or hides the filters.
func (c *checks) toggleLeft() { c.body.showLeft(c.body.hidden) }

// reset takes every filter away.
func (c *checks) reset() {
	c.only, c.words = narrowing{}, ""
	c.show()
}

func (c *checks) toggle(field, value string) {
	c.only.toggle(field, value)
	c.show()
}

func (c *checks) narrow(field string, values []string) {
	c.only[field] = values
	c.show()
}

// refresh tries the rules anew, off the UI goroutine.
func (c *checks) refresh(d *desk) {
	c.desk = d
	refused := c.window.refused
	c.window.work.Start("checks", func(ctx context.Context) func() {
		list := d.tryRules(refused)
		if ctx.Err() != nil {
			return nil
		}
		return func() {
			c.tried = list
			c.show()
		}
	})
}

// show puts the rules that the filters leave on the screen.
func (c *checks) show() {
	d := c.desk
	if d == nil {
		return
	}
	c.shown = c.shown[:0:0]
	for _, answer := range answers {
		for _, one := range c.tried {
			if one.answer == answer && c.takes(one, "") {
				c.shown = append(c.shown, one)
			}
		}
	}
	c.rules.SetColumns(d.ruleColumns())
	c.rules.SetRowHeight(c.window.rowHeight())
	c.rules.SetEmpty(c.emptyState())
	rows := newRuleRows(d, c.shown)
	c.rules.SetSource(rows)
	if !slices.ContainsFunc(c.shown, func(one tried) bool { return one.id == c.chosen }) {
		c.chosen = ""
		if len(c.shown) > 0 {
			c.chosen = c.shown[0].id
		}
	}
	c.rules.Select(c.chosen)
	c.facets.SetGroups(c.facetGroups())
	c.head.set(d.checksHeadline(c.tried))
	c.showCases()
	c.window.showFoot()
}

// takes reports whether the filters leave a rule, that of a field aside.
func (c *checks) takes(one tried, besides string) bool {
	return c.only.takes(one.word, besides) && c.matches(one)
}

// matches looks for the words in the name of a rule, its text and the titles of
// the records that it names.
func (c *checks) matches(one tried) bool {
	if c.words == "" {
		return true
	}
	var text strings.Builder
	text.WriteString(c.desk.ruleName(one) + " " + c.desk.ruleText(one))
	for _, row := range c.desk.caseRowsOf(one) {
		text.WriteString(" " + row.title + " " + row.matter)
	}
	folded := strings.ToLower(text.String())
	for _, word := range strings.Fields(strings.ToLower(c.words)) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

// choose shows what a rule found.
func (c *checks) choose(id string) {
	if id != c.chosen {
		c.chosen = id
		c.showCases()
	}
}

func (c *checks) chosenRule() (tried, bool) {
	at := slices.IndexFunc(c.shown, func(one tried) bool { return one.id == c.chosen })
	if at < 0 {
		return tried{}, false
	}
	return c.shown[at], true
}

// caseRows gives the lines of the chosen rule.
func (c *checks) caseRows() *caseRows {
	one, ok := c.chosenRule()
	if !ok {
		return newCaseRows(nil)
	}
	return newCaseRows(c.desk.caseRowsOf(one))
}

func (c *checks) showCases() {
	d := c.desk
	one, _ := c.chosenRule()
	c.cases.SetColumns(d.caseColumns(one))
	c.cases.SetRowHeight(c.window.rowHeight())
	source := c.caseRows()
	c.cases.SetSource(source)
	c.cases.Select("")
	c.ground.FillColor = look.Color(look.Surface)
	c.text.redraw()
	c.cases.Hidden = source.Len() == 0
	c.body.Refresh()
}

// open shows the record of a line of the cases; a fault of a file has none.
func (c *checks) open(id string) bool {
	row := c.caseRows().at(id)
	if row == nil || !row.ref.Exists() || !c.desk.ledger.Has(row.ref) {
		return false
	}
	c.window.record.trail = nil
	c.window.showRecord(row.ref)
	return true
}

// facetGroups counts the rules by severity and by answer, each under the other
// filters.
func (c *checks) facetGroups() []facets.Group {
	d := c.desk
	var groups []facets.Group
	for _, field := range []string{fieldAnswer, fieldSeverity} {
		group := facets.Group{ID: field, Title: d.text("checks." + field), Clear: d.text("checks.clear")}
		most := 1
		counts := map[string]int{}
		for _, one := range c.tried {
			if c.takes(one, field) {
				counts[one.word(field)]++
				most = max(most, counts[one.word(field)])
			}
		}
		for _, word := range wordsOfChecks(field) {
			n := counts[word]
			group.Values = append(group.Values, facets.Value{ID: word, Label: d.text("checks." + field + "." + word), Count: d.printer.Integer(n), Mark: markOfCheck(word),
				Share: float32(n) / float32(most), Checked: c.only.chosen(field, word), Zero: n == 0})
		}
		groups = append(groups, group)
	}
	return groups
}

func (c *checks) chips() []controls.Chip {
	d := c.desk
	var chips []controls.Chip
	left := c.tried
	hide := func(text string, takes func(tried) bool, press func()) {
		kept := left[:0:0]
		for _, one := range left {
			if takes(one) {
				kept = append(kept, one)
			}
		}
		chips = append(chips, controls.Chip{Text: "\u2212" + d.printer.Integer(len(left)-len(kept)) + " " + text, Press: press})
		left = kept
	}
	for _, field := range []string{fieldAnswer, fieldSeverity} {
		if values := c.only[field]; len(values) > 0 {
			hide(small(d.text("checks."+field)), func(one tried) bool { return slices.Contains(values, one.word(field)) }, func() { c.narrow(field, nil) })
		}
	}
	if c.words != "" {
		hide(d.text("foot.without_words", c.words), c.matches, func() { c.window.header.search.SetText("") })
	}
	return chips
}

func (c *checks) foot() (left string, chips []controls.Chip, right string, open func()) {
	d := c.desk
	if d == nil {
		return "", nil, "", nil
	}
	left = d.text("checks.showing", d.printer.Integer(len(c.shown)), d.printer.Integer(len(c.tried)))
	if chips = c.chips(); len(chips) == 0 {
		left += "  " + d.text("foot.nothing_hidden")
	}
	refs := namedBy(c.shown)
	if len(refs) == 0 {
		return left, chips, d.text("checks.names_none"), nil
	}
	return left, chips, d.printer.Count("checks.names", len(refs)), nil
}

// emptyState says which filters hide all rules.
func (c *checks) emptyState() fyne.CanvasObject {
	if len(c.shown) > 0 {
		return nil
	}
	d := c.desk
	empty := controls.NewEmpty("", "", nil)
	empty.Set(d.text("empty.all_hidden"), d.text("checks.all_hidden", d.printer.Count("checks.rules", len(c.tried))), c.chips(),
		[]controls.Way{{Text: d.text("command.show_everything"), Press: c.window.showEverything, Strong: true}})
	return empty
}

// namedBy lists the records that findings name, each once.
func namedBy(list []tried) []ledger.Ref {
	var refs []ledger.Ref
	seen := map[ledger.Ref]bool{}
	for _, one := range list {
		for _, found := range one.cases {
			for _, ref := range found.Refs {
				if !seen[ref] {
					seen[ref] = true
					refs = append(refs, ref)
				}
			}
		}
	}
	return refs
}
