package preview

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/data/report"
	"summitledger/data/report/drawing"
	"summitledger/ui/look"
)

// opened shows a preview in a window of a size.
func opened(t *testing.T, width, height float32) (*Preview, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		t.Fatal(err)
	}
	p := New(painter, Texts{FitPage: "Whole page", FitWidth: "Page width", Larger: "+", Smaller: "-", Cancel: "Cancel",
		Percent: func(percent int) string { return fmt.Sprint(percent, " %") },
		Page:    func(at, of int) string { return fmt.Sprint("page ", at, " of ", of) },
		Making:  func(made, of int) string { return fmt.Sprint(made, " of ", of, " made") }})
	w := test.NewTempWindow(t, container.NewStack(p.Body))
	w.Resize(fyne.NewSize(width, height))
	return p, w
}

// sheets are pages of A4 with a black upper half.
func sheets(count int) []*drawing.Sheet {
	list := make([]*drawing.Sheet, count)
	for i := range list {
		list[i] = &drawing.Sheet{Number: i + 1, Width: 595.28, Height: 841.89}
		list[i].Add(drawing.Box{W: 595.28, H: 420, Paint: drawing.Paint{Fill: drawing.Black}})
	}
	return list
}

// Pages are shown as they come; the one looked at stays, and making them can be
// stopped.
func TestPagesAreShownAsTheyCome(t *testing.T) {
	p, _ := opened(t, 1000, 800)
	stopped := false
	p.OnCancel = func() { stopped = true }
	p.Begin()
	if p.Status() != "0 of 0 made" || !p.cancel.Visible() {
		t.Errorf("at first: %q", p.Status())
	}
	for i, sheet := range sheets(5) {
		p.Add(sheet, 5)
		if want := fmt.Sprint(i+1, " of 5 made"); p.Status() != want {
			t.Errorf("after page %d: %q", i+1, p.Status())
		}
		if i == 2 {
			p.Go(3)
		}
	}
	p.cancel.Tapped(nil)
	p.Finish()
	if current, ok := p.Current(); !stopped || !ok || current.Number != 3 || !p.Whole() || p.Status() != "page 3 of 5" || p.cancel.Visible() {
		t.Errorf("in the end: %q, stopped %t", p.Status(), stopped)
	}
	// Pages made anew, of another paper, are looked at from the same page on.
	p.Begin()
	for _, sheet := range sheets(4) {
		p.Add(sheet, 4)
	}
	p.Finish()
	if p.Status() != "page 3 of 4" {
		t.Errorf("made anew: %q", p.Status())
	}
	p.Begin()
	p.Add(sheets(1)[0], 1)
	p.Finish()
	if p.Status() != "page 1 of 1" {
		t.Errorf("with fewer pages: %q", p.Status())
	}
}

// A page that fits is whole in sight; Ctrl and keys zoom in steps; a larger page
// moves and never out of its room.
func TestZoomAndMoving(t *testing.T) {
	p, w := opened(t, 1000, 800)
	for _, sheet := range sheets(2) {
		p.Add(sheet, 2)
	}
	p.Finish()
	v := p.view
	if page, room := v.pageSize(), v.Size(); page.Height > room.Height || page.Width > room.Width || v.move(0, 50) {
		t.Errorf("the whole page is %v in %v", page, room)
	}
	p.chooseZoom(idWidth)
	if page := v.pageSize(); page.Width != v.Size().Width-2*around {
		t.Errorf("a page as wide as its room is %v in %v", page, v.Size())
	}
	v.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key0, Modifier: fyne.KeyModifierShortcutDefault})
	if whole := p.Zoom(); whole >= 100 {
		t.Errorf("the whole page at %d percent", whole)
	}
	p.chooseZoom("100 %")
	v.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault})
	if p.Zoom() != 125 || p.zoom.Current() != "125 %" {
		t.Errorf("%d percent, shown as %s", p.Zoom(), p.zoom.Current())
	}
	for v.move(0, 400) {
	}
	if room := v.room(); v.offset.Y != room.Height || room.Height <= 0 {
		t.Errorf("moved to %v of %v", v.offset, room)
	}
	// At the end the wheel goes on to the next page and begins at its top.
	v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	if p.Status() != "page 2 of 2" || v.offset.Y != 0 {
		t.Errorf("%q at %v", p.Status(), v.offset)
	}
	w.Resize(fyne.NewSize(700, 500))
	if p.Zoom() != 125 {
		t.Errorf("the window changed the zoom to %d", p.Zoom())
	}
	p.FitPage()
	if page := v.pageSize(); page.Height > v.Size().Height {
		t.Errorf("the page is %v in %v", page, v.Size())
	}
}

// What is in sight is painted as it is on the page, white in the dark as well.
func TestThePartInSightIsPainted(t *testing.T) {
	for _, dark := range []bool{false, true} {
		p, w := opened(t, 1000, 800)
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(dark))
		p.Add(sheets(1)[0], 1)
		p.Finish()
		middle := func() (upper, lower color.Color) {
			picture := w.Canvas().Capture()
			place := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.view)
			x, y := int(place.X+p.view.Size().Width/2), int(place.Y)
			return picture.At(x, y+60), picture.At(x, y+int(p.view.Size().Height)-60)
		}
		if upper, lower := middle(); !is(upper, 0) || !is(lower, 255) {
			t.Errorf("dark %t: the page is %v above and %v below", dark, upper, lower)
		}
		p.chooseZoom("300 %")
		for p.view.move(0, -100) {
		}
		if upper, lower := middle(); !is(upper, 0) || !is(lower, 0) {
			t.Errorf("dark %t: the large page is %v above and %v below", dark, upper, lower)
		}
	}
}

func is(c color.Color, level uint8) bool {
	return color.GrayModel.Convert(c).(color.Gray).Y == level
}

// The list paints the pages in sight and no others, however many there are, and
// its keys go through them.
func TestTheListShowsThePagesInSight(t *testing.T) {
	p, w := opened(t, 1000, 800)
	p.Begin()
	all := sheets(300)
	for _, sheet := range all {
		p.Add(sheet, len(all))
	}
	p.Finish()
	w.Canvas().Capture()
	if painted := len(p.list.pictures.small); painted == 0 || painted > 6 {
		t.Errorf("%d small pages were painted", painted)
	}
	w.Canvas().Focus(p.list)
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	w.Canvas().Capture()
	if current, _ := p.Current(); current.Number != 299 || p.list.pictures.small[all[299]] == nil {
		t.Errorf("page %d, its small picture is there: %t", current.Number, p.list.pictures.small[all[299]] != nil)
	}
	p.list.Tapped(&fyne.PointEvent{Position: fyne.NewPos(60, 20)})
	if current, _ := p.Current(); current.Number >= 299 || current.Number < 290 {
		t.Errorf("a click above leads to page %d", current.Number)
	}
}

// A picture of the part in sight lies at its own corner, as the screen wants it.
func TestAPartBeginsAtItsCorner(t *testing.T) {
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		t.Fatal(err)
	}
	picture := newPictures(painter).part(sheets(1)[0], 2, 100, 800, 50, 80)
	if picture.Bounds() != image.Rect(0, 0, 50, 80) || !is(picture.At(10, 10), 0) || !is(picture.At(10, 70), 255) {
		t.Errorf("%v, %v above, %v below", picture.Bounds(), picture.At(10, 10), picture.At(10, 70))
	}
}
