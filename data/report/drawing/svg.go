package drawing

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// svgUnits is the grid of the outlines in an SVG file, to the em.
const svgUnits = 1000

// SVG writes a sheet as an SVG file that needs no font: signs are outlines, each
// kept once. The texts lie over them unseen, so that they can be searched and
// copied.
func (p *Painter) SVG(sheet *Sheet, properties Properties) []byte {
	w := svg{painter: p, numbers: make(map[outlineKey]int)}
	w.draw(sheet.Operations)
	var out strings.Builder
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s" xml:lang="%s">`+"\n",
		short(sheet.Width), short(sheet.Height), short(sheet.Width), short(sheet.Height), xmlText(properties.Language))
	fmt.Fprintf(&out, "<title>%s</title>\n<desc>%s</desc>\n", xmlText(properties.Title), xmlText(properties.Subject))
	out.WriteString("<defs>\n" + w.defs.String() + "</defs>\n")
	fmt.Fprintf(&out, `<rect width="%s" height="%s" fill="#fff"/>`+"\n", short(sheet.Width), short(sheet.Height))
	out.WriteString(w.body.String() + "</svg>\n")
	return []byte(out.String())
}

// svg is a file in the making.
type svg struct {
	painter *Painter
	defs    strings.Builder
	body    strings.Builder
	numbers map[outlineKey]int // of the outlines in the file
	clips   int
}

// short writes a length with two decimals at most.
func short(length float64) string {
	text := strconv.FormatFloat(length, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// xmlText writes a text in XML.
func xmlText(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
}

// hex is the colour of an ink.
func (i Ink) hex() string {
	if i == NoInk {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", i.Level(), i.Level(), i.Level())
}

func (p Paint) attributes() string {
	text := ` fill="` + p.Fill.hex() + `"`
	if p.Stroke != NoInk {
		text += ` stroke="` + p.Stroke.hex() + `" stroke-width="` + short(p.Weight) + `"`
	}
	return text
}

func (w *svg) draw(operations []Operation) {
	for _, operation := range operations {
		switch o := operation.(type) {
		case Text:
			w.text(o)
		case Watermark:
			w.watermark(o)
		case Line:
			fmt.Fprintf(&w.body, `<path d="M%s %sL%s %s" stroke="%s" stroke-width="%s"/>`+"\n", short(o.X1), short(o.Y1), short(o.X2), short(o.Y2), o.Ink.hex(), short(o.Weight))
		case Box:
			fmt.Fprintf(&w.body, `<rect x="%s" y="%s" width="%s" height="%s"%s/>`+"\n", short(o.X), short(o.Y), short(o.W), short(o.H), o.Paint.attributes())
		case Disc:
			fmt.Fprintf(&w.body, `<circle cx="%s" cy="%s" r="%s"%s/>`+"\n", short(o.X), short(o.Y), short(o.Radius), o.Paint.attributes())
		case Polygon:
			var points []string
			for _, point := range o.Points {
				points = append(points, short(point.X)+","+short(point.Y))
			}
			fmt.Fprintf(&w.body, `<polygon points="%s"%s/>`+"\n", strings.Join(points, " "), o.Paint.attributes())
		case Clip:
			w.clips++
			fmt.Fprintf(&w.defs, `<clipPath id="c%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`+"\n", w.clips, short(o.X), short(o.Y), short(o.W), short(o.H))
			fmt.Fprintf(&w.body, `<g clip-path="url(#c%d)">`+"\n", w.clips)
			w.draw(o.Inside)
			w.body.WriteString("</g>\n")
		case Link:
			if o.Address != "" {
				fmt.Fprintf(&w.body, `<a href="%s"><rect x="%s" y="%s" width="%s" height="%s" fill-opacity="0"/></a>`+"\n", xmlText(o.Address), short(o.X), short(o.Y), short(o.W), short(o.H))
			}
		}
	}
}

// word writes the outlines of a text one after the other, and gives its width.
func (w *svg) word(text string, bold bool) float64 {
	x := 0.0
	for _, sign := range text {
		drawn := w.painter.outline(sign, bold)
		if len(drawn.segments) > 0 {
			fmt.Fprintf(&w.body, `<use href="#g%d" x="%s"/>`, w.number(outlineKey{sign, bold}, drawn), short(x*svgUnits))
		}
		x += drawn.advance
	}
	return x
}

// number keeps an outline in the file and gives its number.
func (w *svg) number(key outlineKey, drawn outline) int {
	number, there := w.numbers[key]
	if there {
		return number
	}
	number = len(w.numbers) + 1
	w.numbers[key] = number
	fmt.Fprintf(&w.defs, `<path id="g%d" d="`, number)
	for i, one := range drawn.segments {
		switch one.op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				w.defs.WriteString("Z")
			}
			w.defs.WriteString("M")
		case sfnt.SegmentOpLineTo:
			w.defs.WriteString("L")
		case sfnt.SegmentOpQuadTo:
			w.defs.WriteString("Q")
		case sfnt.SegmentOpCubeTo:
			w.defs.WriteString("C")
		}
		for at := range argumentsOf(one.op) {
			if at > 0 {
				w.defs.WriteString(" ")
			}
			w.defs.WriteString(strconv.FormatFloat(one.points[at].X*svgUnits, 'f', 0, 64) + " " + strconv.FormatFloat(one.points[at].Y*svgUnits, 'f', 0, 64))
		}
	}
	w.defs.WriteString(`Z"/>` + "\n")
	return number
}

func (w *svg) text(o Text) {
	fmt.Fprintf(&w.body, `<g transform="translate(%s %s) scale(%s)">`, short(o.X), short(o.Y), strconv.FormatFloat(o.Size/svgUnits, 'g', 6, 64))
	width := w.word(o.Text, o.Bold) * o.Size
	fmt.Fprintf(&w.body, `</g><text x="%s" y="%s" font-size="%s" textLength="%s" fill-opacity="0">%s</text>`+"\n", short(o.X), short(o.Y), short(o.Size), short(width), xmlText(o.Text))
}

func (w *svg) watermark(o Watermark) {
	fmt.Fprintf(&w.body, `<g transform="translate(%s %s) rotate(%s) translate(%s %s) scale(%s)" fill="none" stroke="%s" stroke-width="%s">`,
		short(o.X), short(o.Y), short(-o.Angle), short(-o.Width/2), short(o.Size/3), strconv.FormatFloat(o.Size/svgUnits, 'g', 6, 64), Grey.hex(), short(watermarkWeight/o.Size*svgUnits))
	w.word(o.Text, true)
	w.body.WriteString("</g>\n")
}
