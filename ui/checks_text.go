package ui

import (
	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// checksLayout puts the head over the rules and the chosen rule under them.
type checksLayout struct{ c *checks }

// The rules take what they need, and at most this part of the page.
const rulesShare = 0.56

// Layout is part of Fyne's layout.
func (l checksLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c := l.c
	c.head.Resize(fyne.NewSize(size.Width, listHeadHeight))
	y := float32(listHeadHeight)
	room := max(0, size.Height-y)
	headings := map[analysis.Answer]bool{}
	for _, one := range c.shown {
		headings[one.answer] = true
	}
	rules := float32(gridHead) + float32(len(c.shown)+len(headings))*c.window.rowHeight() + 6
	if len(c.shown) == 0 {
		rules = room
	}
	rules = min(rules, room)
	if len(c.shown) > 0 {
		rules = min(rules, max(room*rulesShare, room-casesLeast))
	}
	c.rules.Move(fyne.NewPos(0, y))
	c.rules.Resize(fyne.NewSize(size.Width, rules))
	y += rules
	c.ground.Move(fyne.NewPos(0, y))
	c.ground.Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
	c.text.Move(fyne.NewPos(0, y))
	c.text.Resize(fyne.NewSize(size.Width, c.text.height))
	y += c.text.height
	c.cases.Move(fyne.NewPos(0, y))
	c.cases.Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// MinSize is part of Fyne's layout.
func (l checksLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

// Heights of the page.
const (
	gridHead   = 28  // the line of headings of a grid
	casesLeast = 300 // room for the words of a rule and a handful of lines
)

// drawText says the chosen rule: its name, the rule in words, what to do.
func (c *checks) drawText(width float32) ([]fyne.CanvasObject, float32) {
	s := &sheet{width: width}
	one, ok := c.chosenRule()
	if !ok || c.desk == nil {
		return nil, 0
	}
	d := c.desk
	const left = 16
	inner := width - 2*left
	s.rect(look.Text1, 0, 0, width, 1)
	y := float32(8)
	section := ""
	if one.rule != "" {
		section = d.text("checks.section", one.rule)
		s.right(section, left+inner, y+4, look.SizeNote, look.Text3, false)
	}
	s.mark(markOfCheck(string(one.answer)), left, y+6)
	name := d.text("checks.title", d.ruleName(one), small(d.answerText(one)))
	s.text(name, left+20, y, inner-36-look.Width(section, look.SizeNote, false), look.SizeHeading, look.Text1, true)
	y += look.LineHeading + 2
	for _, paragraph := range []string{d.ruleText(one), d.todoText(one)} {
		for _, line := range look.Wrap(paragraph, min(inner, widestParagraph), look.SizeText, false, 3) {
			s.text(line, left, y, inner+1, look.SizeText, look.Text2, false)
			y += look.LineText
		}
	}
	return s.objects, y + 8
}

// widestParagraph keeps lines readable on wide screens.
const widestParagraph = 1000

// todoText says what a reader can do about a rule's answer.
func (d *desk) todoText(one tried) string {
	if one.answer != analysis.Fine {
		return d.text("check.todo." + one.id)
	}
	p := d.printer
	if one.id == checkFormat {
		return d.text("checks.tried_on_file", p.Integer(d.rowsOfFile()))
	}
	asOf := d.view.AsOf()
	return d.text("checks.tried_on", p.Day(asOf.Happened), p.Day(asOf.Known))
}

// rowsOfFile counts all rows of all tables.
func (d *desk) rowsOfFile() int {
	rows := 0
	for _, kind := range ledger.Kinds() {
		rows += d.ledger.Len(kind)
	}
	return rows
}
