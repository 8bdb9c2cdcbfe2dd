package report

import (
	"context"
	"fmt"
)

// FigureRequest is a figure taken apart, for print. Its texts are in the
// language of the printer already: it is what the window shows.
type FigureRequest struct {
	Request
	Name, Number, Whole string
	Definition          string
	Facts               []FigureRow // label and text: unit, days, rate
	Sections            []FigureSection
}

// FigureSection is a list of the figure: records added, left out, sources.
type FigureSection struct {
	Heading, Aside string
	Rows           []FigureRow
	Sum            FigureRow // under a rule; empty: nothing is added up
}

// FigureRow is a line of a list with what stands at its right edge.
type FigureRow struct{ Text, Right string }

// Figure sets a figure on as many sheets as it needs. Texts wrap and are never
// cut.
func Figure(ctx context.Context, r FigureRequest) (*Document, error) {
	plan, err := PlanFigure(ctx, r)
	if err != nil {
		return nil, err
	}
	return plan.Document(ctx)
}

// PlanFigure settles what stands on each page of a figure.
func PlanFigure(ctx context.Context, r FigureRequest) (*Plan, error) {
	b, err := newBrief(r.Request)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("the figure was not set: %w", err)
	}
	var pieces []piece
	for _, one := range figureParts(b.page, r) {
		pieces = append(pieces, piece{part: one})
	}
	pieces[0].stays = true // the name of the figure stands over its number
	sheets := spread(pieces, b.running(r.Name+" "+r.Number+" "+r.Whole), b.page.body)
	return b.plan(r.Name, r.Name, len(sheets), func(number int) {
		b.drawFigureHeader()
		if number == 1 {
			b.page.bookmark(r.Name, 0, b.page.top)
		}
		y := b.page.top
		for _, one := range sheets[number-1] {
			one.draw(b.page, b.page.margin, y)
			y += one.height
		}
		b.drawPageFooter(number, len(sheets))
	}), nil
}

// figureLabel is the width of the labels of the facts.
const figureLabel = 90

func figureParts(p *page, r FigureRequest) []part {
	parts := []part{p.paragraph(r.Name, headingStyle, p.full), p.paragraph(r.Number+" "+r.Whole, titleStyle, p.full), space(4)}
	if r.Definition != "" {
		parts = append(parts, p.paragraph(r.Definition, bodyStyle, p.full), space(4))
	}
	facts := table{{width: figureLabel}, {}}.fill(p.full)
	for _, fact := range r.Facts {
		parts = append(parts, facts.body(p, plain(fact.Text, fact.Right)...)...)
	}
	for _, section := range r.Sections {
		parts = append(parts, space(8), p.set(block{heading: section.Heading, aside: section.Aside, body: func(int) []part { return nil }}, 0, p.full))
		columns := table{{}}
		if right := widestRight(p, section); right > 0 {
			columns = append(columns, column{width: right, right: true})
		}
		columns = columns.fill(p.full)
		set := func(row FigureRow, strong bool) {
			cells := []cell{{text: row.Text, strong: strong}}
			if len(columns) > 1 {
				cells = append(cells, cell{text: row.Right})
			}
			parts = append(parts, columns.body(p, cells...)...)
		}
		for _, row := range section.Rows {
			set(row, false)
		}
		if section.Sum.Text != "" {
			parts = append(parts, ruled(p.full, hairline, true))
			set(section.Sum, true)
		}
	}
	return parts
}

// widestRight is the width that the right edge of a section needs.
func widestRight(p *page, s FigureSection) float64 {
	widest := 0.0
	for _, row := range append([]FigureRow{s.Sum}, s.Rows...) {
		widest = max(widest, p.width(p.typeface.clean(row.Right), bodyStyle))
	}
	if widest == 0 {
		return 0
	}
	return min(widest+1, p.full/2)
}

// drawFigureHeader names the program and the summit, with the days at the right.
func (b *brief) drawFigureHeader() {
	p := b.page
	program, title, days := p.typeface.clean(b.Program), p.typeface.clean(b.title()), p.typeface.clean(b.days())
	p.text(b.page.margin, b.page.header, program, noteStrongStyle)
	p.text(b.page.margin+p.width(program+"  ", noteStrongStyle), b.page.header, title, noteStyle)
	p.text(b.page.margin+b.page.full-p.width(days, noteStyle), b.page.header, days, noteStyle)
	p.line(b.page.margin, b.page.header+5, b.page.full, rule, true)
	p.say(program+" "+title, days)
}
