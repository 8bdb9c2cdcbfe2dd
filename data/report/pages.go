package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"summitledger/data/ledger"
)

// Section is a headed part of a document of several pages: sentences, then
// rows of as many cells as Shares has.
type Section struct {
	Heading, Aside string
	Sentences      []string
	Shares         []float64 // of the width, by column
	Heads          []string  // of the columns, again on every sheet; none: no heads
	Right          []bool    // columns of numbers; none: all stand at the left
	Rows           [][]string
}

// Pages makes a document of sections under a title, on as many sheets as they
// need: rows are broken between sheets, never cut, and a heading stays with
// what follows it.
func Pages(ctx context.Context, r Request, title, kind string, sections []Section) (*Document, error) {
	if r.View == nil || r.Printer == nil {
		return nil, errors.New("pages need a view of a ledger and a language")
	}
	page, err := newPage()
	if err != nil {
		return nil, err
	}
	b := &brief{Request: r, view: r.View, printer: r.Printer, page: page}
	pieces := []piece{{part: stack([]part{page.paragraph(b.title(), headingStyle, full), space(4), page.paragraph(title, titleStyle, full), space(widestGap)}), stays: true}}
	for _, section := range sections {
		pieces = append(pieces, page.pieces(section)...)
	}
	sheets := spread(pieces)
	b.describe()
	for i, sheet := range sheets {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("the pages were not made: %w", err)
		}
		if i > 0 {
			page.pdf.AddPage()
		}
		b.drawSheet(kind, sheet, i+1, len(sheets))
	}
	var out bytes.Buffer
	if err := page.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("the pages were not made: %w", err)
	}
	return &Document{content: out.Bytes(), lines: page.lines}, nil
}

// piece is a part that is not broken between sheets.
type piece struct {
	part
	stays bool  // with the piece after it
	head  *part // set again above the piece when it begins a sheet
}

// pieces lays a section out.
func (p *page) pieces(s Section) []piece {
	heading := p.set(block{heading: s.Heading, aside: s.Aside, body: func(int) []part {
		var parts []part
		for _, sentence := range s.Sentences {
			parts = append(parts, p.paragraph(sentence, bodyStyle, full))
		}
		return append(parts, space(2))
	}}, 0, full)
	list := []piece{{part: heading, stays: len(s.Rows) > 0}}
	columns := make(table, len(s.Shares))
	for i, share := range s.Shares {
		columns[i].width = share * (full - between*float64(len(s.Shares)-1))
		columns[i].right = i < len(s.Right) && s.Right[i]
	}
	var head *part
	if len(s.Heads) > 0 && len(s.Rows) > 0 {
		names := stack(columns.head(p, s.Heads...))
		head = &names
		list = append(list, piece{part: names, stays: true})
	}
	for _, row := range s.Rows {
		list = append(list, piece{part: stack(columns.body(p, plain(row...)...)), head: head})
	}
	return append(list, piece{part: space(widestGap)})
}

// spread gives each sheet its pieces.
func spread(pieces []piece) [][]piece {
	var sheets [][]piece
	var sheet []piece
	height := 0.0
	for i := 0; i < len(pieces); {
		end, together := i, 0.0
		for {
			together += pieces[end].height
			end++
			if !pieces[end-1].stays || end == len(pieces) {
				break
			}
		}
		if height > 0 && height+together > bodyHeight {
			sheets, sheet, height = append(sheets, sheet), nil, 0
			if head := pieces[i].head; head != nil {
				sheet, height = append(sheet, piece{part: *head}), head.height
			}
		}
		sheet = append(sheet, pieces[i:end]...)
		height += together
		i = end
	}
	return append(sheets, sheet)
}

// drawSheet sets one sheet.
func (b *brief) drawSheet(kind string, sheet []piece, number, of int) {
	if b.Generated {
		b.page.watermark(ledger.GeneratedName)
	}
	b.drawHeader(kind)
	y := bodyTop
	for _, one := range sheet {
		one.draw(b.page, margin, y)
		y += one.height
	}
	b.drawPageFooter(number, of)
}
