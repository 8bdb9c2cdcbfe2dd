package report

import (
	"context"
	"io"
	"slices"

	"summitledger/data/exchange"
	"summitledger/data/report/drawing"
)

// Document is pages ready to be written or printed.
type Document struct {
	plan    *Plan
	content []byte
	sheets  []*drawing.Sheet
}

// WriteTo writes the document as a PDF file.
func (d *Document) WriteTo(out io.Writer) (int64, error) {
	written, err := out.Write(d.content)
	return int64(written), err
}

// Bytes gives the document as a PDF file.
func (d *Document) Bytes() []byte { return slices.Clone(d.content) }

// Sheets is how many sheets the document has.
func (d *Document) Sheets() int { return len(d.sheets) }

// Drawn gives the sheets as they were drawn.
func (d *Document) Drawn() []*drawing.Sheet { return slices.Clone(d.sheets) }

// Only gives the document with some of its pages, which keep their numbers. No
// ranges are all pages.
func (d *Document) Only(ctx context.Context, pages PageRanges) (*Document, error) {
	if len(pages) == 0 {
		return d, nil
	}
	if err := pages.Within(len(d.sheets)); err != nil {
		return nil, err
	}
	var sheets []*drawing.Sheet
	for _, one := range pages {
		sheets = append(sheets, d.sheets[one.First-1:one.Last]...)
	}
	return d.plan.Bind(ctx, sheets)
}

// Text lists the lines of all sheets in the order in which they were set. Cells
// of a row stand apart by a bar, the number of a note in brackets.
func (d *Document) Text() []string {
	var lines []string
	for _, sheet := range d.sheets {
		lines = append(lines, sheet.Lines...)
	}
	return lines
}

// WriteBrief writes the brief to a PDF file, whole or not at all: when it
// cannot be written, an older file of that name stays as it was.
func WriteBrief(ctx context.Context, path string, r Request) error {
	document, err := Brief(ctx, r)
	if err != nil {
		return err
	}
	return exchange.WriteThrough(path, func(out io.Writer) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		_, err := document.WriteTo(out)
		return err
	})
}
