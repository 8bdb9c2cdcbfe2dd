package report

import (
	"strings"
	"unicode/utf8"

	"summitledger/data/report/drawing"
)

// facts says what a page is a page of: which records, in which unit.
func (b *brief) facts() string {
	filter := b.Filter
	if filter == "" {
		filter = b.printer.Text("paper.everything")
	}
	said := []string{b.printer.Text("paper.filter", filter)}
	if b.Unit != "" {
		said = append(said, b.printer.Text("paper.unit", b.Unit))
	}
	return strings.Join(said, "; ")
}

// mostTitleLines is how many lines a title fills at most; what it is about has it
// whole among its fields.
const mostTitleLines = 5

// titleBlock begins the first page: the summit, what the document is about, what
// it is a document of, and the signs that it uses.
func (b *brief) titleBlock(title string) part {
	p := b.page
	block := stack([]part{
		told(p.shortened(b.title(), headingStyle, p.full, mostTitleLines), textEntry(p.typeface.clean(b.title()), headingStyle)), space(4), told(p.shortened(title, titleStyle, p.full, mostTitleLines), textEntry(p.typeface.clean(title), titleStyle)), space(3),
		p.paragraph(b.facts(), noteStyle, p.full), p.paragraph(b.printer.Text("paper.notation"), noteStyle, p.full), space(widestGap),
	})
	return part{height: block.height, draw: func(p *page, x, y float64) {
		p.bookmark(title, 0, y)
		block.draw(p, x, y)
	}}
}

// running is the head of every page after the first: title, filter and unit in
// small type. Only what is longer than its two lines is cut short: the first
// page has it whole.
func (b *brief) running(title string) part {
	p := b.page
	return stack([]part{
		p.shortened(title, noteStrongStyle, p.full, 2), p.shortened(b.facts(), noteStyle, p.full, 2), space(6),
	})
}

// longestBookmark is how many letters of a heading stand in the table of
// contents of the file.
const longestBookmark = 120

// bookmark puts a heading into the table of contents of the document.
func (p *page) bookmark(title string, level int, y float64) {
	title = p.typeface.clean(title)
	if utf8.RuneCountInString(title) > longestBookmark {
		title = string([]rune(title)[:longestBookmark-3]) + "..."
	}
	if title != "" {
		p.sheet.Add(drawing.Bookmark{Title: title, Level: level, Y: y})
	}
}
