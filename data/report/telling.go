package report

import (
	"strings"

	"summitledger/data/report/drawing"
)

// tell remembers what a part means, as it is drawn.
func (p *page) tell(entry drawing.Entry) { p.sheet.Outline = append(p.sheet.Outline, entry) }

// told is a part with what it means.
func told(one part, entry drawing.Entry) part {
	return part{height: one.height, draw: func(p *page, x, y float64) {
		p.tell(entry)
		one.draw(p, x, y)
	}}
}

// textEntry is a paragraph, or a title when it is set as one.
func textEntry(text string, s style) drawing.Entry {
	if s == titleStyle {
		return drawing.Entry{Kind: drawing.Heading, Level: 1, Cells: []string{text}}
	}
	return drawing.Entry{Kind: drawing.Paragraph, Cells: []string{text}}
}

// headed puts what stands beside a heading in brackets behind it.
func headed(heading, aside string) string {
	if aside == "" {
		return heading
	}
	return heading + " (" + aside + ")"
}

// entry is a row of a table with its cells whole. Marks are letters.
func (t table) entry(p *page, kind drawing.EntryKind, cells []cell) drawing.Entry {
	entry := drawing.Entry{Kind: kind, Cells: make([]string, len(cells)), Right: make([]bool, len(cells))}
	for i, one := range cells {
		text := p.typeface.clean(one.text)
		if one.mark != noMark && one.mark != blankMark && text != "" {
			text = one.mark.letters(1) + " " + text
		}
		var runs []string
		for _, run := range one.runs {
			if run.count > 0 {
				runs = append(runs, run.mark.letters(run.count))
			}
		}
		if len(runs) > 0 {
			text = strings.Join(runs, " ")
		}
		if one.note != "" {
			text += " [" + one.note + "]"
		}
		entry.Cells[i], entry.Right[i] = text, t[i].right
	}
	return entry
}

// mostLetters is how many marks stand side by side before they are counted.
const mostLetters = 30

// letters writes a mark as signs of a text.
func (m mark) letters(count int) string {
	if count > mostLetters {
		count = 1
	}
	return strings.Repeat(m.letter(), count)
}

func (m mark) letter() string {
	switch m {
	case fullDisc:
		return "●"
	case lateDisc:
		return "●▕"
	case smallDot:
		return "·"
	case halfDisc:
		return "◐"
	case cross:
		return "×"
	case ring:
		return "○"
	case lateRing:
		return "○▕"
	case dottedRing:
		return "◌"
	case bars, openBars:
		return "‖"
	case minusDisc:
		return "⊖"
	case slashed:
		return "⊘"
	case diamond:
		return "◆"
	case openDiamond:
		return "◇"
	case dash:
		return "–"
	case chevrons:
		return "»"
	case fullSquare:
		return "■"
	case emptySquare:
		return "□"
	case crossSquare:
		return "☒"
	case greySquare:
		return "▨"
	case hatchSquare:
		return "▧"
	}
	return ""
}
