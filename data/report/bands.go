package report

import (
	"context"
	"image"
	"math"

	"summitledger/data/report/drawing"
)

// band is some rows of a page in grey, for printers that take pixels alone: one
// byte for each, 0 is black, every row filled up to a multiple of four bytes.
type band struct {
	top           int // row of the page that is the first of the band
	width, height int
	bits          []byte
}

// bandRows is how many rows are painted at a time: a page at 300 dots to the
// inch has 3,500 of them.
const bandRows = 512

// stride is the length of a row with what fills it up.
func stride(width int) int { return (width + 3) / 4 * 4 }

// inBands paints a page with so many pixels to the point and hands it on band by
// band.
func inBands(ctx context.Context, painter *drawing.Painter, sheet *drawing.Sheet, scale float64, take func(band) error) error {
	width, height := int(math.Ceil(sheet.Width*scale)), int(math.Ceil(sheet.Height*scale))
	for top := 0; top < height; top += bandRows {
		if err := ctx.Err(); err != nil {
			return err
		}
		picture := image.NewRGBA(image.Rect(0, top, width, min(top+bandRows, height)))
		painter.Paint(picture, sheet, scale)
		one := band{top: top, width: width, height: picture.Bounds().Dy()}
		one.bits = make([]byte, stride(width)*one.height)
		for y := range one.height {
			row, from := one.bits[y*stride(width):], picture.Pix[y*picture.Stride:]
			for x := range width {
				row[x] = from[4*x] // the page has greys alone: all three colours are the same
			}
		}
		if err := take(one); err != nil {
			return err
		}
	}
	return nil
}

// chosenSheets lists the sheets that a job asks for.
func chosenSheets(sheets []*drawing.Sheet, pages PageRanges) []*drawing.Sheet {
	if len(pages) == 0 {
		return sheets
	}
	var chosen []*drawing.Sheet
	for _, one := range pages {
		chosen = append(chosen, sheets[one.First-1:min(one.Last, len(sheets))]...)
	}
	return chosen
}
