package drawing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Faces are the TrueType files that texts are set in.
type Faces struct{ Regular, Bold []byte }

// Properties is what a document says about itself.
type Properties struct {
	Title, Subject, Author, Creator, Keywords string
	Language                                  string // such as "ja"
	Made                                      time.Time
}

// PDF writes sheets as a PDF file with the signs in use embedded. The same
// sheets with the same properties are the same bytes.
func PDF(ctx context.Context, faces Faces, properties Properties, sheets []*Sheet) ([]byte, error) {
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	signs := make(map[rune]struct{})
	for _, sheet := range sheets {
		usedSigns(sheet.Operations, signs)
	}
	used := slices.Sorted(maps.Keys(signs))
	found := rareOf(used)
	if len(found) > 0 {
		var err error
		if faces.Regular, err = withRare(faces.Regular, used, found); err != nil {
			return nil, err
		}
		if faces.Bold, err = withRare(faces.Bold, used, found); err != nil {
			return nil, err
		}
	}
	pdf.AddUTF8FontFromBytes(family, "", faces.Regular)
	pdf.AddUTF8FontFromBytes(family, "B", faces.Bold)
	describe(pdf, properties)
	w := writer{pdf: pdf, anchors: anchorsOf(pdf, sheets), rare: found}
	for _, sheet := range sheets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: sheet.Width, Ht: sheet.Height})
		pdf.SetTextColor(0, 0, 0)
		w.height = sheet.Height
		w.draw(sheet.Operations)
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, errors.Join(errors.New("the PDF file cannot be made"), err)
	}
	return nameSubsets(out.Bytes()), nil
}

// describe writes what the file says about itself. Its dates are the moment at
// which the document was made, so that the same document is the same file.
func describe(pdf *fpdf.Fpdf, p Properties) {
	made := p.Made.UTC().Truncate(time.Second)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetTitle(missing(p.Title), true)
	pdf.SetSubject(missing(p.Subject), true)
	pdf.SetAuthor(p.Author, true)
	pdf.SetCreator(p.Creator, true)
	pdf.SetProducer(p.Author, true)
	if p.Keywords != "" {
		pdf.SetKeywords(p.Keywords, true)
	}
	pdf.SetLang(p.Language)
}

// anchorsOf makes a link of the file for every anchor.
func anchorsOf(pdf *fpdf.Fpdf, sheets []*Sheet) map[string]int {
	anchors := make(map[string]int)
	for i, sheet := range sheets {
		for _, operation := range sheet.Operations {
			if anchor, ok := operation.(Anchor); ok {
				if _, seen := anchors[anchor.Name]; !seen {
					anchors[anchor.Name] = pdf.AddLink()
					pdf.SetLink(anchors[anchor.Name], anchor.Y, i+1)
				}
			}
		}
	}
	return anchors
}

// writer draws operations into a file.
type writer struct {
	pdf     *fpdf.Fpdf
	anchors map[string]int
	rare    rare
	height  float64
}

func (w writer) draw(operations []Operation) {
	for _, operation := range operations {
		w.drawOne(operation)
	}
}

func (w writer) drawOne(operation Operation) {
	pdf := w.pdf
	switch o := operation.(type) {
	case Text:
		w.font(o.Bold, o.Size)
		w.text(o.X, o.Y, o.Text)
	case Watermark:
		w.watermark(o)
	case Line:
		w.stroke(o.Ink, o.Weight)
		pdf.Line(o.X1, o.Y1, o.X2, o.Y2)
	case Box:
		if way := w.paint(o.Paint); way != "" {
			pdf.Rect(o.X, o.Y, o.W, o.H, way)
		}
	case Disc:
		if way := w.paint(o.Paint); way != "" {
			pdf.Circle(o.X, o.Y, o.Radius, way)
		}
	case Polygon:
		if way := w.paint(o.Paint); way != "" && len(o.Points) > 2 {
			points := make([]fpdf.PointType, len(o.Points))
			for i, point := range o.Points {
				points[i] = fpdf.PointType{X: point.X, Y: point.Y}
			}
			pdf.Polygon(points, way)
		}
	case Clip:
		pdf.ClipRect(o.X, o.Y, o.W, o.H, false)
		w.draw(o.Inside)
		pdf.ClipEnd()
		// The end of a clip brings back the font and the colour from before it,
		// which pdf does not know of: another size makes it write the next font
		// again, and texts are filled as shapes are.
		pdf.SetFontSize(1)
		pdf.SetFillColor(0, 0, 0)
	case Link:
		if o.Address != "" {
			pdf.LinkString(o.X, o.Y, o.W, o.H, o.Address)
		} else if link, ok := w.anchors[o.Target]; ok {
			pdf.Link(o.X, o.Y, o.W, o.H, link)
		}
	case Bookmark:
		// The title is written in the coding of the current font.
		w.font(false, 9)
		pdf.Bookmark(missing(o.Title), o.Level, o.Y)
	case Anchor:
	default:
		pdf.SetError(fmt.Errorf("the operation %T is not known", operation))
	}
}

func (w writer) font(bold bool, size float64) {
	weight := ""
	if bold {
		weight = "B"
	}
	w.pdf.SetFont(family, weight, size)
}

// text sets a text; one with rare signs says what it reads.
func (w writer) text(x, y float64, text string) {
	set := w.rare.in(text)
	if set == text {
		w.pdf.Text(x, y, text)
		return
	}
	w.pdf.RawWriteStr("/Span <</ActualText <" + spoken(text) + ">>> BDC")
	w.pdf.Text(x, y, set)
	w.pdf.RawWriteStr("EMC")
}

func (w writer) stroke(ink Ink, weight float64) {
	level := int(ink.Level())
	w.pdf.SetDrawColor(level, level, level)
	w.pdf.SetLineWidth(weight)
}

// paint sets the colours of a shape and says how it is drawn.
func (w writer) paint(p Paint) (way string) {
	if p.Fill != NoInk {
		level := int(p.Fill.Level())
		w.pdf.SetFillColor(level, level, level)
		way = "F"
	}
	if p.Stroke != NoInk {
		w.stroke(p.Stroke, p.Weight)
		way += "D"
	}
	return way
}

func (w writer) watermark(o Watermark) {
	pdf := w.pdf
	w.font(true, o.Size)
	w.stroke(Grey, watermarkWeight)
	pdf.SetTextRenderingMode(1)
	pdf.TransformBegin()
	pdf.TransformRotate(o.Angle, o.X, o.Y)
	w.text(o.X-o.Width/2, o.Y+o.Size/3, o.Text)
	pdf.TransformEnd()
	pdf.SetTextRenderingMode(0)
}

// watermarkWeight is the weight of the outlines of a watermark.
const watermarkWeight = 0.6
