package searchbox

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// draw makes the objects of the panel from back to front, and says how high it
// is and where its offers begin.
func (p *Panel) draw() (objects []fyne.CanvasObject, height, first float32) {
	s := p.state
	y := gap
	text := func(words string, x float32, size float32, token look.Token, bold bool) {
		object := look.Text(words, size, token, bold)
		look.Place(object, x, y)
		objects = append(objects, object)
	}
	lines := func(words string, token look.Token) {
		for _, line := range look.Wrap(words, Width-2*inset, look.SizeText, false, mostLines) {
			text(line, inset, look.SizeText, token, false)
			y += look.LineText
		}
	}
	if s.Mistake != "" {
		before, marked, after := around(s.Typed, s.From, s.To)
		x := inset
		for i, part := range []string{before, marked, after} {
			if part == "" && i != 1 {
				continue
			}
			token := look.Text1
			if i == 1 {
				token = look.Brick
			}
			text(part, x, look.SizeText, token, false)
			width := look.Width(part, look.SizeText, false)
			if i == 1 {
				line := canvas.NewRectangle(look.Color(look.Brick))
				line.Move(fyne.NewPos(x, y+look.LineText-underline))
				line.Resize(fyne.NewSize(max(6, width), underline))
				objects = append(objects, line)
			}
			x += width
		}
		y += look.LineText + 4
		lines(s.Mistake, look.Text1)
		lines(s.Kept, look.Text2)
	}
	if s.Said != "" {
		lines(s.Said, look.Text2)
	}
	if len(s.Offers) > 0 && y > gap {
		y += 4
		line := canvas.NewRectangle(look.Color(look.Line))
		line.Move(fyne.NewPos(0, y))
		line.Resize(fyne.NewSize(Width, 1))
		objects = append(objects, line)
		y += 5
	}
	first = y
	for i, offer := range s.Offers {
		if i == p.chosen || i == p.hover {
			ground := canvas.NewRectangle(look.Color(map[bool]look.Token{true: look.Select, false: look.Hover}[i == p.chosen]))
			ground.Move(fyne.NewPos(1, y))
			ground.Resize(fyne.NewSize(Width-2, row))
			objects = append(objects, ground)
		}
		y += (row - look.LineText) / 2
		room := Width - 2*inset
		if i == p.chosen && s.Hint != "" {
			width := look.Width(s.Hint, look.SizeNote, false)
			room -= width + gap
			y += (look.LineText - look.LineNote) / 2
			text(s.Hint, Width-inset-width, look.SizeNote, look.Text3, false)
			y -= (look.LineText - look.LineNote) / 2
		}
		words := look.Cut(offer.Text, room, look.SizeText, false)
		text(words, inset, look.SizeText, look.Text1, false)
		used := look.Width(words, look.SizeText, false) + gap
		if offer.Label != "" && room > used+40 {
			text(look.Cut(offer.Label, room-used, look.SizeText, false), inset+used, look.SizeText, look.Text2, false)
		}
		y += look.LineText + (row-look.LineText)/2
	}
	height = y + gap
	ground := canvas.NewRectangle(look.Color(look.Surface))
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = look.Color(look.Line2), 1, 4
	ground.Resize(fyne.NewSize(Width, height))
	return append([]fyne.CanvasObject{ground}, objects...), height, first
}

// around cuts a text into what stands before, in and after a mistake, so that
// the mistake is in sight: of a long text the far ends are left away.
func around(text string, from, to int) (before, marked, after string) {
	from = max(0, min(from, len(text)))
	to = max(from, min(to, len(text)))
	before, marked, after = text[:from], text[from:to], text[to:]
	const room = Width - 2*inset
	marked = look.Cut(marked, room/2, look.SizeText, false)
	left := room - look.Width(marked, look.SizeText, false)
	cut := ""
	for before != "" && look.Width(cut+before, look.SizeText, false) > left*2/3 {
		_, width := utf8.DecodeRuneInString(before)
		before, cut = before[width:], "..."
	}
	before = cut + before
	return before, marked, look.Cut(after, max(0, left-look.Width(before, look.SizeText, false)), look.SizeText, false)
}
