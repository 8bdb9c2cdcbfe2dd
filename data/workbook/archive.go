package workbook

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"sort"

	"github.com/xuri/excelize/v2"
)

// pack writes the parts of the workbook as a zip archive straight to out.
// Left to itself excelize holds the whole archive in memory first.
func pack(ctx context.Context, file *excelize.File, out io.Writer) error {
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zip.NewWriter(&cancellable{ctx: ctx, out: out}) })
	// Charts make excelize list the kinds of pictures in the order of a map.
	if types := file.ContentTypes; types != nil {
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	if _, err := file.WriteToBuffer(); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	return ctx.Err()
}

// cancellable is a writer that stops when its context does.
type cancellable struct {
	ctx context.Context
	out io.Writer
}

func (c *cancellable) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.out.Write(p)
}
