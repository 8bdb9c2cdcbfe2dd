package preview

import (
	"image"
	"image/color"

	"summitledger/data/report/drawing"
)

// pictures paints pages and keeps the last pictures of each use, as a page that
// is looked at is asked for again and again.
type pictures struct {
	painter *drawing.Painter
	small   map[*drawing.Sheet]image.Image
	last    *image.RGBA
	of      part
}

// part is what a picture shows of a page.
type part struct {
	sheet               *drawing.Sheet
	scale               float64
	x, y, width, height int
}

func newPictures(painter *drawing.Painter) *pictures {
	return &pictures{painter: painter, small: make(map[*drawing.Sheet]image.Image)}
}

// part paints a part of a page with so many pixels to the point.
func (p *pictures) part(sheet *drawing.Sheet, scale float64, x, y, width, height int) image.Image {
	wanted := part{sheet, scale, x, y, width, height}
	if p.last != nil && p.of == wanted {
		return p.last
	}
	picture := image.NewRGBA(image.Rect(x, y, x+width, y+height))
	p.painter.Paint(picture, sheet, scale)
	picture.Rect = picture.Rect.Sub(picture.Rect.Min)
	p.last, p.of = picture, wanted
	return picture
}

// keptSmall is how many small pages are kept at most.
const keptSmall = 400

// thumb paints a small page.
func (p *pictures) thumb(sheet *drawing.Sheet, width, height int) image.Image {
	if sheet == nil || width <= 0 || height <= 0 {
		return image.NewUniform(color.White)
	}
	if known, ok := p.small[sheet]; ok && known.Bounds().Dx() == width {
		return known
	}
	if len(p.small) >= keptSmall {
		clear(p.small)
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	p.painter.Paint(picture, sheet, float64(width)/sheet.Width)
	p.small[sheet] = picture
	return picture
}
