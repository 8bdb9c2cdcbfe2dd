package report

import (
	"context"
	"fmt"
	"iter"

	"summitledger/assets"
	"summitledger/data/report/drawing"
)

// Plan is a document whose pages are settled: how many there are and what
// stands on each. They are drawn one by one, so that the first can be looked at
// before the last is made. A plan is used by one goroutine at a time.
type Plan struct {
	page       *page
	properties drawing.Properties
	count      int
	set        func(number int) // draws the page of that number on the current sheet
	sheets     []*drawing.Sheet // drawn already; none: they are drawn when asked for
}

// Len is how many pages there are.
func (p *Plan) Len() int { return p.count }

// Title is what the document calls itself.
func (p *Plan) Title() string { return p.properties.Title }

// Sheets draws the pages in their order, each when it is asked for. A stopped
// context ends them with its error.
func (p *Plan) Sheets(ctx context.Context) iter.Seq2[*drawing.Sheet, error] {
	return func(yield func(*drawing.Sheet, error) bool) {
		for number := 1; number <= p.count; number++ {
			if err := ctx.Err(); err != nil {
				yield(nil, fmt.Errorf("the pages were not made: %w", err))
				return
			}
			var sheet *drawing.Sheet
			if len(p.sheets) == p.count {
				sheet = p.sheets[number-1]
			} else {
				p.page.begin(number)
				p.set(number)
				sheet = p.page.sheet
			}
			if !yield(sheet, nil) {
				return
			}
		}
	}
}

// Document draws all pages and writes them as a PDF file.
func (p *Plan) Document(ctx context.Context) (*Document, error) {
	sheets := make([]*drawing.Sheet, 0, p.count)
	for sheet, err := range p.Sheets(ctx) {
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	return p.Bind(ctx, sheets)
}

// Of is the plan of pages that were drawn already: Sheets gives them as they are.
func (p *Plan) Of(sheets []*drawing.Sheet) *Plan {
	drawn := *p
	drawn.sheets = sheets
	return &drawn
}

// Bind writes pages that were drawn as a PDF file.
func (p *Plan) Bind(ctx context.Context, sheets []*drawing.Sheet) (*Document, error) {
	content, err := drawing.PDF(ctx, Faces(), p.properties, sheets)
	if err != nil {
		return nil, fmt.Errorf("the pages were not made: %w", err)
	}
	return &Document{plan: p, content: content, sheets: sheets}, nil
}

// Faces are the typeface that documents are set in.
func Faces() drawing.Faces {
	return drawing.Faces{Regular: assets.Font(false), Bold: assets.Font(true)}
}
