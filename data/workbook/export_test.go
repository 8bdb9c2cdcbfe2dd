package workbook

import (
	"context"
	"io"
)

// WriteWithin is WriteTo for an Excel that holds less.
func WriteWithin(ctx context.Context, out io.Writer, r Request, rows, links int) error {
	return writeWithin(ctx, out, r, limits{rows: rows, links: links})
}

// WriteFile is Write for any content.
func WriteFile(path string, content func(io.Writer) error) error { return writeFile(path, content) }
