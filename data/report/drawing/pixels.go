package drawing

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/f32"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Painter turns sheets into pixels: for the screen, for pictures, and for
// printers that take nothing else. One painter draws one picture at a time.
type Painter struct {
	regular, bold *sfnt.Font
	buffer        sfnt.Buffer
	outlines      map[outlineKey]outline
	raster        vector.Rasterizer
}

type outlineKey struct {
	sign rune
	bold bool
}

// outline is a sign at the size 1.
type outline struct {
	segments []segment
	advance  float64
}

type segment struct {
	op     sfnt.SegmentOp
	points [3]Point
}

// unitsPerEm is the grid on which outlines are read.
const unitsPerEm = 4096

// NewPainter reads the faces.
func NewPainter(faces Faces) (*Painter, error) {
	p := &Painter{outlines: make(map[outlineKey]outline)}
	var err error
	if p.regular, err = sfnt.Parse(faces.Regular); err == nil {
		p.bold, err = sfnt.Parse(faces.Bold)
	}
	if err != nil {
		return nil, fmt.Errorf("the typeface cannot be read: %w", err)
	}
	return p, nil
}

// Picture paints a sheet on white with so many pixels to the point.
func (p *Painter) Picture(sheet *Sheet, scale float64) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(sheet.Width*scale)), int(math.Ceil(sheet.Height*scale))))
	p.Paint(picture, sheet, scale)
	return picture
}

// Paint paints the part of a sheet that a picture covers: its bounds are pixels
// of the whole sheet, so that a large sheet can be painted in bands.
func (p *Painter) Paint(picture *image.RGBA, sheet *Sheet, scale float64) {
	draw.Draw(picture, picture.Bounds(), image.White, image.Point{}, draw.Src)
	c := canvas{painter: p, picture: picture, clip: picture.Bounds(), scale: scale}
	c.draw(sheet.Operations)
}

// canvas is a picture that is drawn on within a clip.
type canvas struct {
	painter *Painter
	picture *image.RGBA
	clip    image.Rectangle
	scale   float64
}

func (c canvas) draw(operations []Operation) {
	for _, operation := range operations {
		switch o := operation.(type) {
		case Text:
			c.text(o)
		case Watermark:
			c.watermark(o)
		case Line:
			c.line(Point{o.X1, o.Y1}, Point{o.X2, o.Y2}, o.Weight, o.Ink)
		case Box:
			c.polygon([]Point{{o.X, o.Y}, {o.X + o.W, o.Y}, {o.X + o.W, o.Y + o.H}, {o.X, o.Y + o.H}}, o.Paint)
		case Disc:
			c.disc(o)
		case Polygon:
			c.polygon(o.Points, o.Paint)
		case Clip:
			inner := c
			inner.clip = c.clip.Intersect(image.Rect(int(math.Round(o.X*c.scale)), int(math.Round(o.Y*c.scale)),
				int(math.Round((o.X+o.W)*c.scale)), int(math.Round((o.Y+o.H)*c.scale))))
			if !inner.clip.Empty() {
				inner.draw(o.Inside)
			}
		}
	}
}

// shape is paths in pixels; each path is closed.
type shape struct {
	segments []segment
	box      [2]Point // corners around all points
}

func (s *shape) add(op sfnt.SegmentOp, points ...Point) {
	one := segment{op: op}
	copy(one.points[:], points)
	for i, point := range points {
		if len(s.segments) == 0 && i == 0 {
			s.box = [2]Point{point, point}
		}
		s.box[0] = Point{min(s.box[0].X, point.X), min(s.box[0].Y, point.Y)}
		s.box[1] = Point{max(s.box[1].X, point.X), max(s.box[1].Y, point.Y)}
	}
	s.segments = append(s.segments, one)
}

// fill paints a shape in an ink.
func (c canvas) fill(s shape, ink Ink) {
	area := image.Rect(int(math.Floor(s.box[0].X)), int(math.Floor(s.box[0].Y)), int(math.Ceil(s.box[1].X))+1, int(math.Ceil(s.box[1].Y))+1).Intersect(c.clip)
	if area.Empty() || len(s.segments) == 0 || ink == NoInk {
		return
	}
	raster := &c.painter.raster
	raster.Reset(area.Dx(), area.Dy())
	at := func(p Point) f32.Vec2 {
		return f32.Vec2{float32(p.X - float64(area.Min.X)), float32(p.Y - float64(area.Min.Y))}
	}
	for i, one := range s.segments {
		a, b, d := at(one.points[0]), at(one.points[1]), at(one.points[2])
		switch one.op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				raster.ClosePath()
			}
			raster.MoveTo(a[0], a[1])
		case sfnt.SegmentOpLineTo:
			raster.LineTo(a[0], a[1])
		case sfnt.SegmentOpQuadTo:
			raster.QuadTo(a[0], a[1], b[0], b[1])
		case sfnt.SegmentOpCubeTo:
			raster.CubeTo(a[0], a[1], b[0], b[1], d[0], d[1])
		}
	}
	raster.ClosePath()
	raster.Draw(c.picture, area, image.NewUniform(color.Gray{Y: ink.Level()}), image.Point{})
}

// scaled brings a point into pixels.
func (c canvas) scaled(p Point) Point { return Point{p.X * c.scale, p.Y * c.scale} }

// leastWeight is the thinnest line in pixels that the eye still finds.
const leastWeight = 0.6

// line paints a straight line; horizontal and vertical ones stand on whole
// pixels as long as they are thin, so that hairlines are all alike.
func (c canvas) line(from, to Point, weight float64, ink Ink) {
	from, to, weight = c.scaled(from), c.scaled(to), max(weight*c.scale, leastWeight)
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	if length == 0 {
		return
	}
	if weight < 2 {
		half := math.Round(max(weight, 1)) / 2
		if from.Y == to.Y {
			from.Y = math.Round(from.Y-half) + half
			to.Y = from.Y
		}
		if from.X == to.X {
			from.X = math.Round(from.X-half) + half
			to.X = from.X
		}
	}
	x, y := (to.Y-from.Y)/length*weight/2, (from.X-to.X)/length*weight/2
	var s shape
	s.add(sfnt.SegmentOpMoveTo, Point{from.X + x, from.Y + y})
	s.add(sfnt.SegmentOpLineTo, Point{to.X + x, to.Y + y})
	s.add(sfnt.SegmentOpLineTo, Point{to.X - x, to.Y - y})
	s.add(sfnt.SegmentOpLineTo, Point{from.X - x, from.Y - y})
	c.fill(s, ink)
}

func (c canvas) polygon(points []Point, paint Paint) {
	if len(points) < 3 {
		return
	}
	if paint.Fill != NoInk {
		var s shape
		for i, point := range points {
			op := sfnt.SegmentOpLineTo
			if i == 0 {
				op = sfnt.SegmentOpMoveTo
			}
			s.add(op, c.scaled(point))
		}
		c.fill(s, paint.Fill)
	}
	if paint.Stroke != NoInk {
		for i, point := range points {
			c.line(point, points[(i+1)%len(points)], paint.Weight, paint.Stroke)
		}
	}
}

// roundness is the length of the handles of a quarter of a circle.
const roundness = 0.5522847498

func circle(s *shape, middle Point, r float64, clockwise bool) {
	k := r * roundness
	if !clockwise {
		// The other way around: what it surrounds is cut out.
		r, k = -r, -k
		s.add(sfnt.SegmentOpMoveTo, Point{middle.X - r, middle.Y})
		s.add(sfnt.SegmentOpCubeTo, Point{middle.X - r, middle.Y + k}, Point{middle.X - k, middle.Y + r}, Point{middle.X, middle.Y + r})
		s.add(sfnt.SegmentOpCubeTo, Point{middle.X + k, middle.Y + r}, Point{middle.X + r, middle.Y + k}, Point{middle.X + r, middle.Y})
		s.add(sfnt.SegmentOpCubeTo, Point{middle.X + r, middle.Y - k}, Point{middle.X + k, middle.Y - r}, Point{middle.X, middle.Y - r})
		s.add(sfnt.SegmentOpCubeTo, Point{middle.X - k, middle.Y - r}, Point{middle.X - r, middle.Y - k}, Point{middle.X - r, middle.Y})
		return
	}
	s.add(sfnt.SegmentOpMoveTo, Point{middle.X + r, middle.Y})
	s.add(sfnt.SegmentOpCubeTo, Point{middle.X + r, middle.Y + k}, Point{middle.X + k, middle.Y + r}, Point{middle.X, middle.Y + r})
	s.add(sfnt.SegmentOpCubeTo, Point{middle.X - k, middle.Y + r}, Point{middle.X - r, middle.Y + k}, Point{middle.X - r, middle.Y})
	s.add(sfnt.SegmentOpCubeTo, Point{middle.X - r, middle.Y - k}, Point{middle.X - k, middle.Y - r}, Point{middle.X, middle.Y - r})
	s.add(sfnt.SegmentOpCubeTo, Point{middle.X + k, middle.Y - r}, Point{middle.X + r, middle.Y - k}, Point{middle.X + r, middle.Y})
}

func (c canvas) disc(o Disc) {
	middle, r := c.scaled(Point{o.X, o.Y}), o.Radius*c.scale
	if o.Fill != NoInk {
		var s shape
		circle(&s, middle, r, true)
		c.fill(s, o.Fill)
	}
	if o.Stroke != NoInk {
		weight := max(o.Weight*c.scale, leastWeight)
		var s shape
		circle(&s, middle, r+weight/2, true)
		circle(&s, middle, max(r-weight/2, 0), false)
		c.fill(s, o.Stroke)
	}
}

// outline reads the outline of a sign once.
func (p *Painter) outline(sign rune, bold bool) outline {
	key := outlineKey{sign, bold}
	if known, ok := p.outlines[key]; ok {
		return known
	}
	face := p.regular
	if bold {
		face = p.bold
	}
	var read outline
	// A sign that the face lacks has the index 0, a box, as in a PDF file.
	if index, err := face.GlyphIndex(&p.buffer, sign); err == nil {
		if advance, err := face.GlyphAdvance(&p.buffer, index, fixed.I(unitsPerEm), font.HintingNone); err == nil {
			read.advance = float64(advance) / 64 / unitsPerEm
		}
		if segments, err := face.LoadGlyph(&p.buffer, index, fixed.I(unitsPerEm), nil); err == nil {
			for _, one := range segments {
				next := segment{op: one.Op}
				for i, point := range one.Args {
					next.points[i] = Point{float64(point.X) / 64 / unitsPerEm, float64(point.Y) / 64 / unitsPerEm}
				}
				read.segments = append(read.segments, next)
			}
		}
	}
	p.outlines[key] = read
	return read
}

// argumentsOf is how many points a segment has.
func argumentsOf(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}

// word gathers the outlines of a text; place brings a point of a text that
// begins at 0 into pixels.
func (c canvas) word(text string, size float64, bold bool, place func(Point) Point) shape {
	var s shape
	x := 0.0
	for _, sign := range text {
		drawn := c.painter.outline(sign, bold)
		for _, one := range drawn.segments {
			n := argumentsOf(one.op)
			var points [3]Point
			for i := range n {
				points[i] = place(Point{x + one.points[i].X*size, one.points[i].Y * size})
			}
			s.add(one.op, points[:n]...)
		}
		x += drawn.advance * size
	}
	return s
}

func (c canvas) text(o Text) {
	top := int(math.Floor((o.Y - o.Size*1.2) * c.scale))
	bottom := int(math.Ceil((o.Y + o.Size*0.5) * c.scale))
	if bottom < c.clip.Min.Y || top > c.clip.Max.Y {
		return // most texts of a sheet stand in another band
	}
	c.fill(c.word(o.Text, o.Size, o.Bold, func(p Point) Point { return c.scaled(Point{o.X + p.X, o.Y + p.Y}) }), Black)
}

// watermark paints the outlines of a word as lines.
func (c canvas) watermark(o Watermark) {
	sin, cos := math.Sincos(-o.Angle * math.Pi / 180)
	drawn := c.word(o.Text, o.Size, true, func(p Point) Point {
		x, y := p.X-o.Width/2, p.Y+o.Size/3
		return Point{o.X + x*cos - y*sin, o.Y + x*sin + y*cos}
	})
	var start, last Point
	to := func(p Point) {
		c.line(last, p, watermarkWeight, Grey)
		last = p
	}
	const steps = 6
	for i, one := range drawn.segments {
		a, b := one.points[0], one.points[1]
		switch one.op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				to(start)
			}
			start, last = a, a
		case sfnt.SegmentOpLineTo:
			to(a)
		case sfnt.SegmentOpQuadTo:
			from := last
			for step := 1; step <= steps; step++ {
				t := float64(step) / steps
				to(Point{(1-t)*(1-t)*from.X + 2*t*(1-t)*a.X + t*t*b.X, (1-t)*(1-t)*from.Y + 2*t*(1-t)*a.Y + t*t*b.Y})
			}
		case sfnt.SegmentOpCubeTo:
			to(one.points[2])
		}
	}
	if len(drawn.segments) > 0 {
		to(start)
	}
}

// Width measures a text as a share of its size.
func (p *Painter) Width(text string, bold bool) float64 {
	width := 0.0
	for _, sign := range text {
		width += p.outline(sign, bold).advance
	}
	return width
}
