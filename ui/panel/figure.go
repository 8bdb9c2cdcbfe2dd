package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// The blocks of a figure taken apart.

const (
	termGap     = 12
	termMost    = 130 // labels wider than this are cut
	countWidth  = 24
	countGap    = 10
	reasonLines = 4
	lineEntry   = 19
)

// figure sets the number large with what it is out of beside it, or under it
// where there is no room; a number too long for that is set smaller and wraps.
func (b *builder) figure(f Figure) {
	wide := measure(f.Number, look.SizeFigure, true)
	if wide > b.width {
		for _, line := range look.Wrap(f.Number, b.width, look.SizeTitle, true, 4) {
			b.text(line, 0, b.width, look.SizeTitle, look.Text1, true)
			b.y += 28
		}
		b.y += 4
	} else {
		b.text(f.Number, 0, b.width, look.SizeFigure, look.Text1, true)
		if room := b.width - wide - 8; measure(f.Unit, look.SizeText, false) <= room {
			b.textAt(f.Unit, wide+8, b.y+18, room+1, look.SizeText, look.Text2, false)
			b.y += 44
			return
		}
		b.y += 42
	}
	b.paragraph(f.Unit, 3, look.SizeText, lineText, look.Text2, 0)
	b.y += 2
}

func (b *builder) terms(t Terms) {
	label := float32(0)
	for _, term := range t.Items {
		label = max(label, measure(term.Label, look.SizeText, false))
	}
	x := min(label, termMost) + termGap
	for _, term := range t.Items {
		start := b.y
		b.text(term.Label, 0, x-4, look.SizeText, look.Text2, false)
		lines := look.Wrap(term.Link+term.Text, b.width-x, look.SizeText, false, 4)
		for i, line := range lines {
			b.text(line, x, b.width-x, look.SizeText, look.Text1, false)
			if i == 0 && term.Open != nil {
				b.opens(x, b.y+look.LineText-1, min(measure(term.Link, look.SizeText, false), b.width-x), term.Open, start)
			}
			b.y += lineText
		}
		b.y += 2
		b.link(start, term.Open)
	}
	b.y += 6
}

// ground is what lies under a link while the pointer or the keys are on it.
func (b *builder) ground(start, height float32, open func()) look.Token {
	if open == nil || !b.linked(start) {
		return look.Text1
	}
	ground := canvas.NewRectangle(look.Color(look.Hover))
	ground.Move(fyne.NewPos(b.inset-6, start))
	ground.Resize(fyne.NewSize(b.width+12, height))
	b.objects = append(b.objects, ground)
	return look.Accent
}

func (b *builder) entry(e Entry) {
	start := b.y
	height := float32(2*lineEntry + 3)
	if e.Under == "" {
		height = rowHeight
	}
	tone := b.ground(start, height, e.Open)
	x := float32(0)
	if e.Mark != "" {
		b.mark(e.Mark, 0, b.y+4)
		x = 18
	}
	right := measure(e.Right, look.SizeText, false)
	if e.Under == "" {
		if right = min(right, b.width*0.5); right > 0 {
			b.text(e.Right, b.width-right, right+1, look.SizeText, look.Text2, false)
			right += 12
		}
		b.text(e.Text, x, b.width-x-right, look.SizeText, tone, false)
	} else {
		b.text(e.Text, x, b.width-x, look.SizeText, tone, false)
		b.textAt(e.Under, x, b.y+lineEntry, b.width-x-right-12, look.SizeText, look.Text2, false)
		b.textAt(e.Right, b.width-right, b.y+lineEntry, right+1, look.SizeText, look.Text1, false)
	}
	b.y += height - 1
	b.rule(look.Line)
	b.link(start, e.Open)
}

func (b *builder) sum(s Sum) {
	b.y--
	b.rule(look.Text1)
	right := b.right(s.Right, look.SizeText, look.Text1)
	b.text(s.Text, 0, b.width-right-8, look.SizeText, look.Text1, true)
	b.y += lineText + 2
}

func (b *builder) reason(r Reason) {
	start := b.y
	x := max(countWidth, measure(r.Count, look.SizeText, false)) + countGap
	tone := look.Text1
	if r.Muted {
		tone = look.Text3
	}
	lines := look.Wrap(r.Text, b.width-x, look.SizeText, false, reasonLines)
	if active := b.ground(start, float32(len(lines))*lineText+3, r.Open); active == look.Accent {
		tone = active
	}
	if r.Mark != "" {
		b.mark(r.Mark, x-countGap-12, b.y+5)
	}
	b.text(r.Count, x-countGap-measure(r.Count, look.SizeText, false), x, look.SizeText, tone, false)
	b.y++
	for _, line := range lines {
		b.text(line, x, b.width-x, look.SizeText, tone, false)
		b.y += lineText
	}
	b.y++
	b.rule(look.Line)
	b.link(start, r.Open)
}

// opens draws the rule under what opens: a hairline, or the accent when the
// pointer or the keys are on it.
func (b *builder) opens(x, y, width float32, open func(), start float32) {
	if open == nil || width <= 0 {
		return
	}
	rule := canvas.NewRectangle(look.Color(look.Line2))
	height := float32(1)
	if b.linked(start) {
		rule.FillColor, height = look.Color(look.Accent), 2
	}
	rule.Move(fyne.NewPos(b.inset+x, y))
	rule.Resize(fyne.NewSize(width, height))
	b.objects = append(b.objects, rule)
}
