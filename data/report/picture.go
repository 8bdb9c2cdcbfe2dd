package report

import (
	"bytes"
	"context"
	"fmt"
	"image/png"

	"summitledger/data/report/drawing"
)

// pictureScale is how many pixels a point of a picture has: 150 to the inch.
const pictureScale = 150.0 / 72

// sheet draws one page by its number.
func (p *Plan) sheet(ctx context.Context, page int) (*drawing.Sheet, error) {
	if page < 1 || page > p.Len() {
		return nil, fmt.Errorf("page %d was asked for, the document has %d", page, p.Len())
	}
	for sheet, err := range p.Sheets(ctx) {
		if err != nil {
			return nil, err
		}
		if sheet.Number == page {
			return sheet, nil
		}
	}
	return nil, fmt.Errorf("page %d was not made", page)
}

// painted gives a page and what paints it.
func (p *Plan) painted(ctx context.Context, page int) (*drawing.Sheet, *drawing.Painter, error) {
	sheet, err := p.sheet(ctx, page)
	if err != nil {
		return nil, nil, err
	}
	painter, err := drawing.NewPainter(Faces())
	return sheet, painter, err
}

// PNG paints a page with 150 pixels to the inch.
func (p *Plan) PNG(ctx context.Context, page int) ([]byte, error) {
	sheet, painter, err := p.painted(ctx, page)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, painter.Picture(sheet, pictureScale)); err != nil {
		return nil, fmt.Errorf("the picture was not made: %w", err)
	}
	return out.Bytes(), nil
}

// SVG writes a page as an SVG file that needs no font.
func (p *Plan) SVG(ctx context.Context, page int) ([]byte, error) {
	sheet, painter, err := p.painted(ctx, page)
	if err != nil {
		return nil, err
	}
	return painter.SVG(sheet, p.properties), nil
}
