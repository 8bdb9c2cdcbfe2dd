package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Measures of a panel, as the design draws it.
const (
	usualInset = 20
	top        = 8
	lineText   = 20
	lineNote   = 16
	rowHeight  = 21
	leadWidth  = 24
	dateWidth  = 96
)

// build makes the objects of all blocks for the current width.
func (p *page) build() {
	b := &builder{page: p, y: top, inset: p.inset, width: max(60, p.width-2*p.inset)}
	p.links = p.links[:0]
	for i, block := range p.blocks {
		b.first = i == 0
		b.add(block)
	}
	p.objects = b.objects
	p.height = b.y + 16
}

type builder struct {
	page    *page
	objects []fyne.CanvasObject
	y       float32
	inset   float32
	width   float32
	first   bool
}

func (b *builder) add(block Block) {
	switch block := block.(type) {
	case Caption:
		w := b.right(block.Right, look.SizeNote, look.Text3)
		b.text(block.Left, 0, b.width-w-8, look.SizeNote, look.Text3, false)
		b.y += lineNote + 2
	case Title:
		for _, line := range look.Wrap(block.Text, b.width, look.SizeTitle, true, 6) {
			b.text(line, 0, b.width, look.SizeTitle, look.Text1, true)
			b.y += 28
		}
		b.y += 4
	case Facts:
		b.facts(block)
	case Heading:
		for _, line := range look.Wrap(block.Text, b.width, look.SizeHeading, true, 4) {
			b.text(line, 0, b.width, look.SizeHeading, look.Text1, true)
			b.y += look.LineHeading
		}
	case Figure:
		b.figure(block)
	case Terms:
		b.terms(block)
	case Entry:
		b.entry(block)
	case Sum:
		b.sum(block)
	case Reason:
		b.reason(block)
	case Paragraph:
		b.paragraph(block.Text, block.Lines, look.SizeText, lineText, look.Text1, 0)
		b.y += 6
	case Section:
		b.section(block)
	case Row:
		b.row(block)
	case Note:
		start := b.y
		x := float32(0)
		if block.Mark != "" {
			b.mark(block.Mark, 0, b.y+2)
			x = 14
		}
		tone := look.Text2
		if block.Open != nil {
			tone = look.Accent
		}
		b.paragraph(block.Text, 0, look.SizeNote, lineNote, tone, x)
		if block.Open != nil && b.linked(start) {
			b.opens(x, b.y-1, min(measure(block.Text, look.SizeNote, false), b.width-x), block.Open, start)
		}
		b.link(start, block.Open)
		b.y += 2
	}
}

func (b *builder) section(s Section) {
	b.y += 8
	b.rule(look.Text1)
	b.y += 3
	start := b.y
	b.y += 3
	right := b.right(s.Note, look.SizeNote, look.Text3)
	b.y -= 3
	b.text(s.Heading, 0, b.width-right, look.SizeText, look.Text1, true)
	if s.Link != "" {
		x := measure(s.Heading, look.SizeText, true) + 5
		b.text(s.Link, x, b.width-x-right, look.SizeText, look.Text1, true)
		b.opens(x, b.y+look.LineText-1, min(measure(s.Link, look.SizeText, true), b.width-x-right), s.Open, start)
	}
	b.y += lineText + 2
	b.link(start, s.Open)
}

func (b *builder) facts(f Facts) {
	x := float32(0)
	for i, fact := range f.Items {
		width := measure(fact.Text, look.SizeText, fact.Bold)
		if fact.Mark != "" {
			width += 18
		}
		if i > 0 && x+width > b.width {
			x = 0
			b.y += lineText + 2
		}
		if x > 0 {
			line := canvas.NewRectangle(look.Color(look.Line))
			line.Move(fyne.NewPos(b.inset+x, b.y+4))
			line.Resize(fyne.NewSize(1, 12))
			b.objects = append(b.objects, line)
			x += 10
		}
		if fact.Mark != "" {
			b.mark(fact.Mark, x, b.y+4)
			x += 18
			width -= 18
		}
		b.text(fact.Text, x, b.width-x, look.SizeText, look.Text2, fact.Bold)
		x += width + 10
	}
	b.y += lineText + 6
}

func (b *builder) row(row Row) {
	start := b.y
	active := row.Open != nil && b.linked(start)
	if active {
		ground := canvas.NewRectangle(look.Color(look.Hover))
		ground.Move(fyne.NewPos(b.inset-6, start))
		ground.Resize(fyne.NewSize(b.width+12, rowHeight))
		b.objects = append(b.objects, ground)
	}
	tone := look.Text1
	switch {
	case active:
		tone = look.Accent
	case row.Muted:
		tone = look.Text3
	}
	x := float32(0)
	if row.Lead != "" || row.Wide {
		lead := float32(leadWidth)
		if row.Wide {
			lead = dateWidth
		}
		b.text(row.Lead, 0, lead-4, look.SizeText, look.Text2, false)
		x = lead
	}
	if row.Mark != "" {
		b.mark(row.Mark, x, b.y+4)
		x += 18
	}
	right := b.right(row.Right, look.SizeText, look.Text2)
	if right > 0 {
		right += 8
	}
	if row.Wrapped {
		b.width -= right
		b.paragraph(row.Text, 0, look.SizeText, lineText, tone, x)
		b.width += right
	} else {
		b.text(row.Text, x, b.width-x-right, look.SizeText, tone, row.Bold)
		b.y += rowHeight
	}
	if row.Under {
		b.rule(look.Line)
	}
	b.link(start, row.Open)
}

// linked reports whether the link that begins at y is the active one.
func (b *builder) linked(y float32) bool {
	return b.page.at == len(b.page.links) && b.page.at >= 0 && y >= 0
}

func (b *builder) link(start float32, open func()) {
	if open != nil {
		b.page.links = append(b.page.links, link{top: start, height: b.y - start, open: open})
	}
}

func (b *builder) paragraph(text string, lines int, size, height float32, tone look.Token, x float32) {
	if lines == 0 {
		lines = 400
	}
	for _, line := range look.Wrap(text, b.width-x, size, false, lines) {
		b.text(line, x, b.width-x, size, tone, false)
		b.y += height
	}
}

func (b *builder) text(text string, x, width, size float32, tone look.Token, bold bool) {
	b.textAt(text, x, b.y, width, size, tone, bold)
}

func (b *builder) textAt(text string, x, y, width, size float32, tone look.Token, bold bool) {
	if text == "" || width <= 0 {
		return
	}
	object := look.Text(look.Cut(text, width, size, bold), size, tone, bold)
	look.Place(object, b.inset+x, y)
	b.objects = append(b.objects, object)
}

// right puts a text at the right edge and gives its width.
func (b *builder) right(text string, size float32, tone look.Token) float32 {
	if text == "" {
		return 0
	}
	width := measure(text, size, false)
	b.text(text, b.width-width, width+1, size, tone, false)
	return width
}

func (b *builder) rule(tone look.Token) {
	line := canvas.NewRectangle(look.Color(tone))
	line.Move(fyne.NewPos(b.inset, b.y))
	line.Resize(fyne.NewSize(b.width, 1))
	b.objects = append(b.objects, line)
	b.y++
}

func (b *builder) mark(name string, x, y float32) {
	icon := look.Icon(look.Mark(name))
	icon.Move(fyne.NewPos(b.inset+x, y))
	icon.Resize(fyne.NewSize(12, 12))
	b.objects = append(b.objects, icon)
}

func measure(text string, size float32, bold bool) float32 {
	return look.Width(text, size, bold)
}
