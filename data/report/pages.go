package report

import (
	"context"
	"fmt"

	"summitledger/data/ledger"
)

// Section is a headed part of a document of several pages: sentences, then
// rows of as many cells as Shares has.
type Section struct {
	Heading, Aside string
	Sentences      []string
	Chart          Chart     // above the rows, over the whole width; nil for none
	Shares         []float64 // of the width, by column
	Heads          []string  // of the columns, again on every sheet; none: no heads
	Right          []bool    // columns of numbers; none: all stand at the left
	Rows           [][]string
	Table          *Table // in place of rows: columns as wide as their texts, groups, marks, sums
	Board          *Board // in place of rows: cards in columns
}

// Pages makes a document of sections under a title, on as many sheets as they
// need: rows are broken between sheets, never cut, and a heading stays with
// what follows it.
func Pages(ctx context.Context, r Request, title, kind string, sections []Section) (*Document, error) {
	plan, err := PlanPages(ctx, r, title, kind, sections)
	if err != nil {
		return nil, err
	}
	return plan.Document(ctx)
}

// PlanPages settles what stands on each page of a document of sections.
func PlanPages(ctx context.Context, r Request, title, kind string, sections []Section) (*Plan, error) {
	b, err := newBrief(r)
	if err != nil {
		return nil, err
	}
	page := b.page
	pieces := []piece{{part: b.titleBlock(title), stays: true}}
	for _, section := range sections {
		set, err := page.pieces(ctx, section)
		if err != nil {
			return nil, fmt.Errorf("the pages were not made: %w", err)
		}
		pieces = append(pieces, set...)
	}
	sheets := spread(pieces, b.running(title), page.body)
	return b.plan(kind, title, len(sheets), func(number int) { b.drawSheet(kind, sheets[number-1], number, len(sheets)) }), nil
}

// piece is a part that is not broken between sheets.
type piece struct {
	part
	stays bool  // with the piece after it
	head  *part // set again above the piece when it begins a sheet
	gap   bool  // room before the next section, of no use at the end of a sheet
}

// pieces lays a section out.
func (p *page) pieces(ctx context.Context, s Section) ([]piece, error) {
	heading := p.set(block{heading: s.Heading, aside: s.Aside, body: func(int) []part {
		var parts []part
		for _, sentence := range s.Sentences {
			parts = append(parts, p.paragraph(sentence, bodyStyle, p.full))
		}
		return append(parts, space(2))
	}}, 0, p.full)
	list := []piece{{part: heading, stays: len(s.Rows) > 0 || s.Chart != nil || s.Table != nil || s.Board != nil}}
	if s.Chart != nil {
		list = append(list, piece{part: stack([]part{p.plot(s.Chart, p.full), space(sectionGap)})})
	}
	if s.Board != nil {
		list = append(list, p.boardPieces(s.Board)...)
	}
	if s.Table != nil {
		lines, err := p.tablePieces(ctx, *s.Table)
		if err != nil {
			return nil, err
		}
		list = append(list, lines...)
	}
	columns := make(table, len(s.Shares))
	for i, share := range s.Shares {
		columns[i].width = share * (p.full - between*float64(len(s.Shares)-1))
		columns[i].right = i < len(s.Right) && s.Right[i]
	}
	var head *part
	if len(s.Heads) > 0 && len(s.Rows) > 0 {
		names := stack(columns.head(p, s.Heads...))
		head = &names
		list = append(list, piece{part: names, stays: true})
	}
	for i, row := range s.Rows {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for _, one := range columns.bodyRows(p, linked(plain(row...))) {
			list = append(list, piece{part: one, head: head})
		}
	}
	return append(list, piece{part: space(widestGap), gap: true}), nil
}

// spread gives each sheet of a height its pieces. Every sheet after the first
// begins with the running head.
func spread(pieces []piece, running part, room float64) [][]piece {
	var sheets [][]piece
	var sheet []piece
	height, begun := 0.0, false
	for i := 0; i < len(pieces); {
		end, together := i, 0.0
		for {
			together += pieces[end].height
			end++
			if !pieces[end-1].stays || end == len(pieces) {
				break
			}
		}
		if pieces[i].gap && height+together > room {
			i = end // the edge of the sheet is gap enough
			continue
		}
		if begun && height+together > room {
			sheets, sheet, height = append(sheets, sheet), []piece{{part: running}}, running.height
			if head := pieces[i].head; head != nil {
				sheet, height = append(sheet, piece{part: *head}), height+head.height
			}
		}
		sheet, height, begun = append(sheet, pieces[i:end]...), height+together, true
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
	y := b.page.top
	for _, one := range sheet {
		one.draw(b.page, b.page.margin, y)
		y += one.height
	}
	b.drawPageFooter(number, of)
}
