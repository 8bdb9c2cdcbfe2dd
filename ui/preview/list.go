package preview

import (
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/report/drawing"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// list is the pages small, under each other; only those in sight are painted.
type list struct {
	widget.BaseWidget

	OnChoose func(page int) // counted from 1

	pictures *pictures
	sheets   []*drawing.Sheet
	chosen   int
	top      float32 // how far the pages are moved up
	focused  bool
}

func newList(pictures *pictures) *list {
	l := &list{pictures: pictures}
	l.ExtendBaseWidget(l)
	return l
}

// Measures of the list.
const (
	thumbWidth  float32 = 104
	thumbInset  float32 = 20
	thumbNumber float32 = 18
	thumbGap    float32 = 10
)

// Set shows other pages.
func (l *list) Set(sheets []*drawing.Sheet) {
	if len(sheets) == 0 {
		l.top = 0
	}
	l.sheets = sheets
	l.Refresh()
}

// Choose marks a page and brings it into sight.
func (l *list) Choose(at int) {
	l.chosen = at
	y := float32(at) * l.pitch()
	if y < l.top {
		l.top = y
	} else if bottom := y + l.pitch() - l.Size().Height; bottom > l.top && l.Size().Height > 0 {
		l.top = bottom
	}
	l.Refresh()
}

// height is that of a small page.
func (l *list) height() float32 {
	if len(l.sheets) == 0 {
		return thumbWidth
	}
	return thumbWidth * float32(l.sheets[0].Height/l.sheets[0].Width)
}

// pitch is the distance from one page to the next.
func (l *list) pitch() float32 { return l.height() + thumbNumber + thumbGap }

// MinSize is part of Fyne's widget.
func (l *list) MinSize() fyne.Size { return fyne.NewSize(listWidth, 120) }

// Scrolled is the wheel.
func (l *list) Scrolled(event *fyne.ScrollEvent) {
	most := max(float32(len(l.sheets))*l.pitch()+thumbGap-l.Size().Height, 0)
	l.top = min(max(l.top-event.Scrolled.DY, 0), most)
	l.Refresh()
}

// Tapped chooses a page.
func (l *list) Tapped(event *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(l); canvas != nil {
		canvas.Focus(l)
	}
	l.choose(int((event.Position.Y + l.top) / l.pitch()))
}

func (l *list) choose(at int) {
	if at >= 0 && at < len(l.sheets) && l.OnChoose != nil {
		l.OnChoose(at + 1)
	}
}

// Cursor shows a hand.
func (l *list) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is part of Fyne's Focusable.
func (l *list) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (l *list) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (l *list) TypedRune(rune) {}

// TypedKey goes from page to page.
func (l *list) TypedKey(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeyUp, fyne.KeyLeft, fyne.KeyPageUp:
		l.choose(l.chosen - 1)
	case fyne.KeyDown, fyne.KeyRight, fyne.KeyPageDown:
		l.choose(l.chosen + 1)
	case fyne.KeyHome:
		l.choose(0)
	case fyne.KeyEnd:
		l.choose(len(l.sheets) - 1)
	default:
		controls.Unwanted(event)
	}
}

// CreateRenderer draws the pages in sight.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	return &listRenderer{list: l, thumbs: map[int]*thumb{}}
}

// thumb is a small page with its number.
type thumb struct {
	sheet  *drawing.Sheet
	raster *canvas.Raster
	edge   *canvas.Rectangle
	number *canvas.Text
}

type listRenderer struct {
	list    *list
	thumbs  map[int]*thumb // by place on the screen
	objects []fyne.CanvasObject
}

func (r *listRenderer) thumb(place int) *thumb {
	if known := r.thumbs[place]; known != nil {
		return known
	}
	made := &thumb{edge: canvas.NewRectangle(look.Transparent()), number: look.Text("", look.SizeNote, look.Text2, false)}
	made.raster = canvas.NewRaster(func(width, height int) image.Image { return r.list.pictures.thumb(made.sheet, width, height) })
	r.thumbs[place] = made
	return made
}

// Layout puts the pages in sight into their places. Those cut by the edges are
// left out of the foot and the head of the list by the clip around it.
func (r *listRenderer) Layout(size fyne.Size) {
	l := r.list
	ground := canvas.NewRectangle(look.Color(look.Bg))
	ground.Resize(size)
	r.objects = []fyne.CanvasObject{ground}
	pitch, height := l.pitch(), l.height()
	first := max(int(l.top/pitch), 0)
	if l.top-float32(first)*pitch > pitch/2 {
		first++ // never half a page at the upper edge
	}
	y := thumbGap / 2
	for at := first; at < len(l.sheets) && y+height+thumbNumber <= size.Height+1; at++ {
		one := r.thumb(at - first)
		fresh := one.sheet != l.sheets[at]
		one.sheet = l.sheets[at]
		one.raster.Move(fyne.NewPos(thumbInset, y))
		one.raster.Resize(fyne.NewSize(thumbWidth, height))
		if fresh {
			one.raster.Refresh()
		}
		one.edge.StrokeColor, one.edge.StrokeWidth = look.Color(look.Line2), 1
		one.number.Color = look.Color(look.Text2)
		if at == l.chosen {
			one.edge.StrokeColor, one.edge.StrokeWidth, one.number.Color = look.Color(look.Accent), 2, look.Color(look.Accent)
		}
		one.edge.Move(fyne.NewPos(thumbInset-2, y-2))
		one.edge.Resize(fyne.NewSize(thumbWidth+4, height+4))
		one.number.Text = strconv.Itoa(at + 1)
		look.Place(one.number, thumbInset+(thumbWidth-look.Width(one.number.Text, look.SizeNote, false))/2, y+height+2)
		r.objects = append(r.objects, one.raster, one.edge, one.number)
		y += pitch
	}
	if l.focused {
		frame := canvas.NewRectangle(look.Transparent())
		frame.StrokeColor, frame.StrokeWidth = look.Color(look.Accent), 2
		frame.Resize(size)
		r.objects = append(r.objects, frame)
	}
}

// MinSize is part of Fyne's renderer.
func (r *listRenderer) MinSize() fyne.Size { return r.list.MinSize() }

// Refresh is part of Fyne's renderer.
func (r *listRenderer) Refresh() {
	r.Layout(r.list.Size())
	canvas.Refresh(r.list)
}

// Objects is part of Fyne's renderer.
func (r *listRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is part of Fyne's renderer.
func (r *listRenderer) Destroy() {}
