package report

import (
	"bytes"
	"context"
	"io"
	"slices"

	"summitledger/data/exchange"
)

// Document is a page ready to be written or printed.
type Document struct {
	content []byte
	lines   []string
}

// WriteTo writes the document as a PDF file.
func (d *Document) WriteTo(out io.Writer) (int64, error) {
	written, err := out.Write(d.content)
	return int64(written), err
}

// Bytes gives the document as a PDF file.
func (d *Document) Bytes() []byte { return slices.Clone(d.content) }

// Sheets is how many sheets the document has.
func (d *Document) Sheets() int { return bytes.Count(d.content, []byte("/Type /Page\n")) }

// Text lists the lines of the page in the order in which they were set. Cells
// of a row stand apart by a bar, the number of a note in brackets.
func (d *Document) Text() []string { return slices.Clone(d.lines) }

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
