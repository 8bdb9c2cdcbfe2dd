package lanes

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

type renderer struct {
	lanes   *Lanes
	objects []fyne.CanvasObject
}

// CreateRenderer makes what draws the lanes.
func (l *Lanes) CreateRenderer() fyne.WidgetRenderer { return &renderer{lanes: l} }

// Destroy is part of Fyne's renderer.
func (r *renderer) Destroy() {}

// MinSize is that of the lanes.
func (r *renderer) MinSize() fyne.Size { return r.lanes.MinSize() }

// Objects lists what is drawn.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout draws anew: every place depends on the width.
func (r *renderer) Layout(size fyne.Size) { r.draw(size) }

// Refresh draws anew.
func (r *renderer) Refresh() {
	r.draw(r.lanes.Size())
	canvas.Refresh(r.lanes)
}

func (r *renderer) put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, object)
}

func (r *renderer) rect(token look.Token, x, y, width, height float32) {
	r.put(canvas.NewRectangle(look.Color(token)), x, y, width, height)
}

func (r *renderer) text(s string, x, y, size float32, token look.Token, bold bool) float32 {
	object := look.Text(s, size, token, bold)
	look.Place(object, x, y)
	r.objects = append(r.objects, object)
	return look.Width(s, size, bold)
}

func (r *renderer) draw(size fyne.Size) {
	l := r.lanes
	r.objects = nil
	r.rect(look.Surface, 0, 0, size.Width, size.Height)
	if len(l.lanes) == 0 {
		return
	}
	r.drawLegend(size)
	most := l.rowsFor(size.Height)
	bottom := l.bottom(most)
	if l.chosen >= 0 {
		r.rect(look.Select, l.x(float64(l.chosen)), legendHeight, l.x(1)-l.x(0), bottom-legendHeight)
	}
	r.drawYears(bottom)
	r.drawDay(legendHeight + axisHeight)
	y := legendHeight + axisHeight
	for i := range l.lanes {
		height := l.height(&l.lanes[i], most)
		r.drawLane(&l.lanes[i], y, height, size.Width, most)
		y += height
	}
	r.rect(look.Accent, min(l.x(l.at), size.Width-3)-1, legendHeight, 2, y-legendHeight)
	if l.focused {
		frame := canvas.NewRectangle(color.Transparent)
		frame.StrokeColor, frame.StrokeWidth = look.Color(look.Accent), 2
		r.put(frame, 0, 0, size.Width, size.Height)
	}
}

// drawLegend puts the title at the left and the legend at the right; below
// each other where the window is too narrow for both.
func (r *renderer) drawLegend(size fyne.Size) {
	const inset, mark, gap = 16, 14, 14
	need := float32(0)
	for _, entry := range r.lanes.legend {
		need += mark + look.Width(entry.Text, look.SizeNote, false) + gap
	}
	title := look.Cut(r.lanes.title, max(160, size.Width-2*inset-need-2*gap), look.SizeHeading, true)
	width := r.text(title, inset, 6, look.SizeHeading, look.Text1, true)
	x := size.Width - inset
	for i := len(r.lanes.legend) - 1; i >= 0; i-- {
		entry := r.lanes.legend[i]
		x -= look.Width(entry.Text, look.SizeNote, false)
		if x-mark < inset+width+gap {
			return
		}
		r.text(entry.Text, x, 10, look.SizeNote, look.Text2, false)
		x -= mark
		r.put(look.Icon(look.Mark(entry.Mark)), x, 14, 9, 9)
		x -= gap
	}
}

// drawDay names a day at the left of the stack of its quarter.
func (r *renderer) drawDay(y float32) {
	l := r.lanes
	if l.day.Title == "" || l.day.Quarter < l.first || l.day.Quarter > l.last {
		return
	}
	right := l.x(float64(l.day.Quarter)) - 6
	width := look.Width(l.day.Title, look.SizeNote, true)
	note := look.Width(l.day.Note, look.SizeNote, false)
	if right-max(width, note) < labelWidth {
		return
	}
	r.text(l.day.Title, right-width, y+4, look.SizeNote, look.Text1, true)
	r.text(l.day.Note, right-note, y+18, look.SizeNote, look.Text2, false)
}

// drawYears draws a hairline at each year, with its number when there is room.
func (r *renderer) drawYears(bottom float32) {
	l := r.lanes
	every := 1
	for l.x(float64(4*every))-l.x(0) < 44 {
		every *= 2
	}
	for year := (l.first + 3) / 4; year <= l.last/4; year++ {
		x := l.x(float64(year * 4))
		r.rect(look.Line, x, legendHeight, 1, bottom-legendHeight)
		if year%every == 0 {
			r.text(strconv.Itoa(year), x+4, legendHeight, look.SizeNote, look.Text2, false)
		}
	}
}

func (r *renderer) drawLane(lane *Lane, y, height, width float32, rows int) {
	l := r.lanes
	r.text(look.Cut(lane.Title, labelWidth-20, look.SizeText, true), 16, y+height-38, look.SizeText, look.Text1, true)
	r.text(look.Cut(lane.Note, labelWidth-20, look.SizeNote, false), 16, y+height-20, look.SizeNote, look.Text2, false)
	r.rect(look.Line2, 0, y+height-1, width, 1)
	abreast := l.abreast()
	quarter := l.x(1) - l.x(0)
	step := min(pitch, quarter/float32(abreast))
	placed, most := map[int]int{}, rows*abreast
	for _, mark := range lane.Marks {
		placed[mark.Quarter]++
	}
	for at, n := range placed {
		if n > most { // what the stack has no room for is counted over it
			r.text("+"+strconv.Itoa(n-most), l.x(float64(at)), y+height-4-float32(rows)*pitch-overflow-1, look.SizeNote, look.Text2, true)
		}
	}
	placed = map[int]int{}
	for _, mark := range lane.Marks {
		at := placed[mark.Quarter]
		placed[mark.Quarter]++
		row := at / abreast
		if row >= rows {
			continue
		}
		x := l.x(float64(mark.Quarter)) + float32(at%abreast)*step + 1
		r.put(look.Icon(look.Mark(mark.Name)), x, y+height-4-float32(row+1)*pitch, markSize, markSize)
	}
}
