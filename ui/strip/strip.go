// Package strip draws time as a texture: one bar a quarter, as high as the
// square root of what happened in it, with the as-of day as a line that can be
// dragged. It has no axis of numbers and claims none.
package strip

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Quarter is a quarter of a year with what happened in it.
type Quarter struct {
	Year, Quarter int // Quarter from 1 to 4
	Count         int
}

// index counts quarters from the year 0.
func (q Quarter) index() int { return q.Year*4 + q.Quarter - 1 }

// Strip is the widget.
type Strip struct {
	widget.BaseWidget

	// OnDay is called with a place in time when the line is set down: the
	// year, and the share of the year that has passed (0 to 1).
	OnDay func(year int, passed float64)

	quarters []Quarter
	first    int     // index of the first quarter drawn
	last     int     // index of the last quarter drawn
	at       float64 // the as-of day in quarters, as an index with a fraction
	hover    bool
}

const (
	barsHeight = 26
	axisHeight = 14
	handle     = 8

	quarterDay = 1.0 / 92 // a day as a share of a quarter
)

// New makes an empty strip.
func New() *Strip {
	s := &Strip{}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows the quarters, which stand in order of time.
func (s *Strip) Set(quarters []Quarter) {
	s.quarters = quarters
	if len(quarters) > 0 {
		s.first, s.last = quarters[0].index(), quarters[len(quarters)-1].index()
	}
	s.Refresh()
}

// SetDay moves the line.
func (s *Strip) SetDay(year int, passed float64) {
	s.at = float64(year*4) + passed*4
	s.last = max(s.last, int(s.at))
	if len(s.quarters) > 0 {
		s.last = max(int(s.at), s.quarters[len(s.quarters)-1].index())
	}
	s.Refresh()
}

func (s *Strip) span() float64 { return float64(s.last - s.first + 1) }

func (s *Strip) x(index float64) float32 {
	if s.span() <= 0 {
		return 0
	}
	return float32((index-float64(s.first))/s.span()) * s.Size().Width
}

func (s *Strip) report(x float32) {
	if s.OnDay == nil || s.Size().Width <= 0 || len(s.quarters) == 0 {
		return
	}
	share := math.Max(0, math.Min(1, float64(x/s.Size().Width)))
	// The right end is the last day drawn: the day after it would draw the strip longer with every touch.
	index := min(float64(s.first)+share*s.span(), float64(s.last+1)-quarterDay)
	year := math.Floor(index / 4)
	s.OnDay(int(year), index/4-year)
}

// Tapped and Dragged set the line down where the pointer is.
func (s *Strip) Tapped(event *fyne.PointEvent)  { s.report(event.Position.X) }
func (s *Strip) Dragged(event *fyne.DragEvent)  { s.report(event.Position.X) }
func (s *Strip) DragEnd()                       {}
func (s *Strip) Cursor() desktop.Cursor         { return desktop.HResizeCursor }
func (s *Strip) MinSize() fyne.Size             { return fyne.NewSize(120, barsHeight+axisHeight) }
func (s *Strip) MouseIn(*desktop.MouseEvent)    { s.hover = true; s.Refresh() }
func (s *Strip) MouseMoved(*desktop.MouseEvent) {}
func (s *Strip) MouseOut()                      { s.hover = false; s.Refresh() }

// CreateRenderer is for the toolkit.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{strip: s}
	r.Refresh()
	return r
}

type renderer struct {
	strip   *Strip
	objects []fyne.CanvasObject
}

func (r *renderer) Layout(fyne.Size)             { r.Refresh() }
func (r *renderer) MinSize() fyne.Size           { return r.strip.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Destroy()                     {}

func (r *renderer) rect(token look.Token, x, y, width, height float32) {
	bar := canvas.NewRectangle(look.Color(token))
	bar.Move(fyne.NewPos(x, y))
	bar.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, bar)
}

func (r *renderer) Refresh() {
	s := r.strip
	r.objects = r.objects[:0:0]
	width := s.Size().Width
	if width <= 0 || len(s.quarters) == 0 {
		return
	}
	most := 1.0
	for _, q := range s.quarters {
		most = math.Max(most, math.Sqrt(float64(q.Count)))
	}
	r.rect(look.Line2, 0, barsHeight, width, 1)
	step := width / float32(s.span())
	for _, q := range s.quarters {
		if q.Count == 0 {
			continue
		}
		height := float32(math.Sqrt(float64(q.Count))/most) * (barsHeight - 6)
		token := look.Text3
		if float64(q.index()) > s.at {
			token = look.Line
		}
		r.rect(token, s.x(float64(q.index()))+0.5, barsHeight-height, max(1, step-1), height)
	}
	r.years(width)
	x := s.x(s.at)
	r.rect(look.Accent, min(max(x-1, 0), width-2), 4, 2, barsHeight)
	knob := canvas.NewRectangle(look.Color(look.Accent))
	knob.CornerRadius = 2
	knob.Move(fyne.NewPos(min(max(x-handle/2, 0), width-handle), 0))
	knob.Resize(fyne.NewSize(handle, handle))
	r.objects = append(r.objects, knob)
	canvas.Refresh(s)
}

// years labels every second year, or fewer when they would touch.
func (r *renderer) years(width float32) {
	s := r.strip
	every := 2
	for float64(width)/s.span()*4*float64(every) < 40 && every < 200 {
		every *= 2
	}
	for year := s.first/4 + 1; year*4 <= s.last; year++ {
		if year%every != 0 {
			continue
		}
		label := look.Text(strconv.Itoa(year), look.SizeNote, look.Text2, false)
		w := look.Width(label.Text, label.TextSize, false)
		x := s.x(float64(year*4)) - w/2
		if x < 0 || x+w > width {
			continue
		}
		look.Place(label, x, barsHeight+1)
		r.objects = append(r.objects, label)
	}
}
