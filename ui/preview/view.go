package preview

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/report/drawing"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// fitting says what the zoom follows.
type fitting uint8

const (
	fitPage fitting = iota
	fitWidth
	fitNot // a percentage
)

// zooms are the steps in percent of the size on paper.
var zooms = []int{25, 50, 75, 100, 125, 150, 200, 300}

// unitsPerPoint is how long a point of paper is at 100 percent, in the units of
// the window: 96 to the inch.
const unitsPerPoint = 96.0 / 72

// around is the room around a page.
const around float32 = 16

// view is one page, as large as wanted, of which the part in sight is painted.
type view struct {
	widget.BaseWidget

	OnZoom func()         // the zoom has changed
	OnTurn func(step int) // so many pages on

	pictures *pictures
	sheet    *drawing.Sheet
	at       int // index of the sheet
	wanted   int // index of the sheet that was asked for
	mode     fitting
	zoom     float64       // 1 is 100 percent
	offset   fyne.Position // how far the page is moved out of sight
	focused  bool
}

func newView(pictures *pictures) *view {
	v := &view{pictures: pictures, zoom: 1}
	v.ExtendBaseWidget(v)
	return v
}

// lookAt shows a page from its upper edge.
func (v *view) lookAt(sheet *drawing.Sheet, at int) {
	if at != v.at {
		v.offset.Y = 0
	}
	v.sheet, v.at = sheet, at
	v.settle()
}

// clearPage takes the page away.
func (v *view) clearPage() {
	v.sheet = nil
	v.Refresh()
}

// settle works the zoom out anew and draws.
func (v *view) settle() {
	if room := v.Size(); v.sheet != nil && room.Width > 2*around {
		wide := float64(room.Width-2*around) / (v.sheet.Width * unitsPerPoint)
		high := float64(room.Height-2*around) / (v.sheet.Height * unitsPerPoint)
		switch v.mode {
		case fitPage:
			v.zoom = min(wide, high)
		case fitWidth:
			v.zoom = wide
		}
		v.zoom = min(max(v.zoom, 0.1), 3)
	}
	v.move(0, 0)
	v.Refresh()
	if v.OnZoom != nil {
		v.OnZoom()
	}
}

// pageSize is that of the page as it is shown.
func (v *view) pageSize() fyne.Size {
	if v.sheet == nil {
		return fyne.Size{}
	}
	by := v.zoom * unitsPerPoint
	return fyne.NewSize(float32(v.sheet.Width*by), float32(v.sheet.Height*by))
}

// room is how far the page can be moved.
func (v *view) room() fyne.Size {
	page, size := v.pageSize(), v.Size()
	return fyne.NewSize(max(page.Width+2*around-size.Width, 0), max(page.Height+2*around-size.Height, 0))
}

// move moves what is seen over the page and reports whether it moved.
func (v *view) move(x, y float32) bool {
	room, before := v.room(), v.offset
	v.offset = fyne.NewPos(min(max(v.offset.X+x, 0), room.Width), min(max(v.offset.Y+y, 0), room.Height))
	if v.offset == before {
		return false
	}
	v.Refresh()
	return true
}

func (v *view) percent() int { return int(math.Round(v.zoom * 100)) }

// fit makes the zoom follow the size of the window.
func (v *view) fit(mode fitting) {
	v.mode = mode
	v.settle()
}

// set zooms to a percentage and keeps the middle of what is seen.
func (v *view) set(percent int) {
	size, page := v.Size(), v.pageSize()
	x, y := (v.offset.X+size.Width/2)/max(page.Width, 1), (v.offset.Y+size.Height/2)/max(page.Height, 1)
	v.mode, v.zoom = fitNot, float64(percent)/100
	page = v.pageSize()
	v.offset = fyne.NewPos(x*page.Width-size.Width/2, y*page.Height-size.Height/2)
	v.settle()
}

// Step zooms to the next step in or out.
func (v *view) Step(step int) {
	now := v.percent()
	if step > 0 {
		if at := slices.IndexFunc(zooms, func(percent int) bool { return percent > now }); at >= 0 {
			v.set(zooms[at])
		}
		return
	}
	for _, percent := range slices.Backward(zooms) {
		if percent < now {
			v.set(percent)
			return
		}
	}
}

// Tapped takes the keys.
func (v *view) Tapped(*fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(v); canvas != nil {
		canvas.Focus(v)
	}
}

// FocusGained is part of Fyne's Focusable.
func (v *view) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (v *view) FocusLost() { v.focused = false; v.Refresh() }

// TypedRune zooms.
func (v *view) TypedRune(sign rune) {
	switch sign {
	case '+', '=':
		v.Step(1)
	case '-':
		v.Step(-1)
	case '0':
		v.fit(fitPage)
	case '1':
		v.set(100)
	}
}

// stride is how far an arrow key moves a page.
const stride float32 = 48

// TypedKey moves the page and goes to others.
func (v *view) TypedKey(event *fyne.KeyEvent) {
	turn := func(step int) {
		if v.OnTurn != nil {
			v.OnTurn(step)
		}
	}
	switch event.Name {
	case fyne.KeyUp:
		v.move(0, -stride)
	case fyne.KeyDown:
		v.move(0, stride)
	case fyne.KeyLeft:
		v.move(-stride, 0)
	case fyne.KeyRight:
		v.move(stride, 0)
	case fyne.KeyPageUp:
		if !v.move(0, -v.Size().Height*0.9) {
			turn(-1)
		}
	case fyne.KeyPageDown, fyne.KeySpace:
		if !v.move(0, v.Size().Height*0.9) {
			turn(1)
		}
	case fyne.KeyHome:
		turn(-v.at)
	case fyne.KeyEnd:
		turn(math.MaxInt32)
	default:
		controls.Unwanted(event)
	}
}

// TypedShortcut zooms with Ctrl and plus, minus or 0.
func (v *view) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return
	}
	switch custom.KeyName {
	case fyne.KeyPlus, fyne.KeyEqual:
		v.Step(1)
	case fyne.KeyMinus:
		v.Step(-1)
	case fyne.Key0:
		v.fit(fitPage)
	}
}

// Scrolled moves the page with the wheel, or zooms when Ctrl is held. At the end
// of a page the wheel goes on to the next.
func (v *view) Scrolled(event *fyne.ScrollEvent) {
	if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && driver.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		if event.Scrolled.DY > 0 {
			v.Step(1)
		} else if event.Scrolled.DY < 0 {
			v.Step(-1)
		}
		return
	}
	if v.move(-event.Scrolled.DX, -event.Scrolled.DY) || v.OnTurn == nil {
		return
	}
	switch {
	case event.Scrolled.DY < 0:
		v.OnTurn(1)
	case event.Scrolled.DY > 0:
		v.OnTurn(-1)
	}
}

// Dragged moves the page under the hand.
func (v *view) Dragged(event *fyne.DragEvent) { v.move(-event.Dragged.DX, -event.Dragged.DY) }

// DragEnd is part of Fyne's Draggable.
func (v *view) DragEnd() {}

// MinSize is part of Fyne's widget.
func (v *view) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// Resize gives the page another room.
func (v *view) Resize(size fyne.Size) {
	v.BaseWidget.Resize(size)
	v.settle()
}

// CreateRenderer draws the ground, the page and, when it has the keys, a frame.
func (v *view) CreateRenderer() fyne.WidgetRenderer {
	r := &viewRenderer{view: v}
	for _, rectangle := range []**canvas.Rectangle{&r.ground, &r.edge, &r.upright, &r.level, &r.frame} {
		*rectangle = canvas.NewRectangle(look.Transparent())
	}
	r.edge.StrokeWidth, r.frame.StrokeWidth = 1, 2
	r.raster = canvas.NewRaster(r.picture)
	return r
}

type viewRenderer struct {
	view                                *view
	ground, edge, upright, level, frame *canvas.Rectangle
	raster                              *canvas.Raster
	seen                                fyne.Position // of the page: its corner that is in sight
}

// picture paints the part of the page that is in sight.
func (r *viewRenderer) picture(width, height int) image.Image {
	wide := r.raster.Size().Width
	if r.view.sheet == nil || wide <= 0 {
		return image.NewUniform(color.White)
	}
	pixels := float64(width) / float64(wide) // to the unit
	return r.view.pictures.part(r.view.sheet, pixels*unitsPerPoint*r.view.zoom, int(math.Round(float64(r.seen.X)*pixels)), int(math.Round(float64(r.seen.Y)*pixels)), width, height)
}

// barWidth is that of the bars which say how much of a page is in sight.
const barWidth float32 = 4

// Layout is part of Fyne's renderer. A page smaller than its room stands in the
// middle; of a larger one the part in sight is painted and nothing else, so
// that nothing has to be cut off. It stays white in the dark, as paper does.
func (r *viewRenderer) Layout(size fyne.Size) {
	v := r.view
	page, room := v.pageSize(), v.room()
	r.ground.FillColor = look.Color(look.Sunken)
	r.ground.Resize(size)
	left, top := max((size.Width-page.Width)/2, around)-v.offset.X, max((size.Height-page.Height)/2, around)-v.offset.Y
	from := fyne.NewPos(max(left, 0), max(top, 0))
	to := fyne.NewPos(min(left+page.Width, size.Width), min(top+page.Height, size.Height))
	r.seen = fyne.NewPos(from.X-left, from.Y-top)
	r.raster.Hidden = v.sheet == nil || to.X <= from.X || to.Y <= from.Y
	r.edge.Hidden = r.raster.Hidden
	r.raster.Move(from)
	r.raster.Resize(fyne.NewSize(max(to.X-from.X, 0), max(to.Y-from.Y, 0)))
	edgeFrom, edgeTo := fyne.NewPos(max(from.X-1, 0), max(from.Y-1, 0)), fyne.NewPos(min(to.X+1, size.Width), min(to.Y+1, size.Height))
	r.edge.Move(edgeFrom)
	r.edge.Resize(fyne.NewSize(max(edgeTo.X-edgeFrom.X, 0), max(edgeTo.Y-edgeFrom.Y, 0)))
	r.edge.StrokeColor = look.Color(look.Line2)
	r.upright.FillColor, r.level.FillColor = look.Color(look.Line2), look.Color(look.Line2)
	r.upright.Hidden, r.level.Hidden = room.Height == 0, room.Width == 0
	share := func(length, moved, room float32) (start, long float32) {
		long = length * length / (length + room)
		return moved / max(room, 1) * (length - long), long
	}
	start, long := share(size.Height, v.offset.Y, room.Height)
	r.upright.Move(fyne.NewPos(size.Width-barWidth-3, start))
	r.upright.Resize(fyne.NewSize(barWidth, long))
	start, long = share(size.Width, v.offset.X, room.Width)
	r.level.Move(fyne.NewPos(start, size.Height-barWidth-3))
	r.level.Resize(fyne.NewSize(long, barWidth))
	r.frame.StrokeColor = look.Transparent()
	if v.focused {
		r.frame.StrokeColor = look.Color(look.Accent)
	}
	r.frame.Resize(size)
}

// MinSize is part of Fyne's renderer.
func (r *viewRenderer) MinSize() fyne.Size { return r.view.MinSize() }

// Refresh is part of Fyne's renderer.
func (r *viewRenderer) Refresh() {
	r.Layout(r.view.Size())
	r.raster.Refresh()
	canvas.Refresh(r.view)
}

// Objects is part of Fyne's renderer.
func (r *viewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.raster, r.edge, r.upright, r.level, r.frame}
}

// Destroy is part of Fyne's renderer.
func (r *viewRenderer) Destroy() {}
