package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/strip"
)

// header is the row at the top: which summit, as of which days, search, and
// the two ways out of the window.
type header struct {
	*fyne.Container
	window *Window

	ground       *canvas.Rectangle
	title, place *canvas.Text
	asOf, known  *controls.Labelled
	countAt      *controls.Labelled
	strip        *strip.Strip
	search       *controls.SearchField
	excel, print *controls.Button
	name, about  string
	hints        [2]string // what the search field says, in full and in short
}

func newHeader(w *Window) *header {
	h := &header{window: w, ground: canvas.NewRectangle(look.Color(look.Bg)),
		title: look.Text("", look.SizeHeading, look.Text1, true), place: look.Text("", look.SizeNote, look.Text2, false), strip: strip.New()}
	h.asOf = controls.NewLabelled(func() { w.askDay(true) }, func() { w.setDays(ledger.NoDay, w.days.Known) })
	h.known = controls.NewLabelled(func() { w.askDay(false) }, func() { w.setDays(w.days.Happened, ledger.NoDay) })
	h.countAt = controls.NewLabelled(w.askCountAt, func() { w.setCountAt(analysis.AtAnnounced) })
	h.strip.OnDay = func(year int, passed float64) { w.setDays(dayInYear(year, passed), w.days.Known) }
	h.search = controls.NewSearchField(func(text string) { w.search(text) })
	h.excel = controls.NewButton("", "icon-table", func() { w.do("export_excel") })
	h.print = controls.NewButton("", "icon-print", h.printChoice)
	h.Container = &fyne.Container{Layout: headerLayout{h}, Objects: []fyne.CanvasObject{h.ground, h.title, h.place, h.asOf, h.strip, h.known, h.countAt, h.search, h.excel, h.print}}
	return h
}

// headerLayout gives the parts of the header their places.
type headerLayout struct{ h *header }

// dayInYear gives the day at a share of a year.
func dayInYear(year int, passed float64) ledger.Day {
	first, next := ledger.DayOf(year, 1, 1), ledger.DayOf(year+1, 1, 1)
	return first + ledger.Day(passed*float64(next-first))
}

// show brings the header to a desk.
func (h *header) show(d *desk) {
	p, summit := d.printer, d.ledger.Summit()
	h.name = p.Title(d.ledger, summit)
	places := strings.Join(ledger.Keys(d.ledger.Value(summit, "places")), ", ")
	h.about = strings.Trim(places+" · "+d.printer.Days(d.ledger.Starts(), d.ledger.Ends()), " ·")
	days := h.window.days
	asOf := d.view.AsOf()
	h.strip.Refresh()
	h.asOf.Set(d.text("window.as_of"), d.printer.Day(asOf.Happened), days.Happened != ledger.NoDay)
	h.asOf.SetNote(d.noteToday(days.Happened))
	h.known.Set(d.text("window.known_by"), h.dayText(d, days.Known, asOf.Known), days.Known != ledger.NoDay)
	h.countAt.Set(d.text("window.count_at"), p.Word("count_at", h.window.countAt.String()), h.window.countAt != analysis.AtAnnounced)
	h.hints = [2]string{d.text("window.search_or_command"), d.text("window.search")}
	h.excel.SetText(d.text("window.excel"))
	h.print.SetText(d.text("window.print"))
	h.strip.Set(quarters(d))
	year, _, _ := asOf.Happened.YearMonthDay()
	first := ledger.DayOf(year, 1, 1)
	h.strip.SetDay(year, float64(asOf.Happened-first)/float64(ledger.DayOf(year+1, 1, 1)-first))
	h.ground.FillColor = look.Color(look.Bg)
	h.title.Color, h.place.Color = look.Color(look.Text1), look.Color(look.Text2)
	h.Container.Layout.Layout(h.Objects, h.Size())
	h.Refresh()
}

// printChoice prints the brief; where the tab has a page of its own, either.
func (h *header) printChoice() {
	w := h.window
	if w.needsPage() != "" {
		w.do("print")
		return
	}
	p := w.printer
	menu := fyne.NewMenu("", fyne.NewMenuItem(p.Text("print.page"), func() { w.do("print_page") }), fyne.NewMenuItem(p.Text("print.reports"), func() { w.do("print") }))
	below := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.print).AddXY(0, h.print.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(menu, w.window.Canvas(), below)
}

func (h *header) dayText(d *desk, chosen, shown ledger.Day) string {
	if chosen == ledger.NoDay {
		return d.text("window.today")
	}
	return d.printer.Day(shown)
}

// noteToday says beside a day that it is the present one.
func (d *desk) noteToday(chosen ledger.Day) string {
	if chosen == ledger.NoDay {
		return d.text("window.today")
	}
	return ""
}

// Layout is part of Fyne's layout.
func (l headerLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := l.h
	put := func(object fyne.CanvasObject, x, y, width, height float32) {
		object.Move(fyne.NewPos(x, y))
		object.Resize(fyne.NewSize(width, height))
	}
	put(h.ground, 0, 0, size.Width, size.Height)
	right := size.Width - 12
	for _, button := range []*controls.Button{h.print, h.excel} {
		width := button.MinSize().Width
		right -= width
		put(button, right, 12, width, 32)
		right -= 8
	}
	// The name of the summit is not cut for the sake of the strip.
	titleWidth := min(max(look.Width(h.name, look.SizeHeading, true), look.Width(h.about, look.SizeNote, false))+17, max(titleLeast, size.Width/4))
	labels := []*controls.Labelled{h.asOf, h.known, h.countAt}
	room := right - 16 - titleWidth - labelGap
	for _, label := range labels {
		room -= label.MinSize().Width + labelGap
	}
	// The strip gives way first, then the search field, then the title.
	searchWidth, stripWidth := h.share(room)
	titleWidth -= max(0, searchWidth+searchGap-room)
	right -= searchWidth
	h.hintSearch(searchWidth)
	put(h.search, right, 11, searchWidth, 34)
	h.title.Text = look.Cut(h.name, titleWidth-16, look.SizeHeading, true)
	h.place.Text = look.Cut(h.about, titleWidth-16, look.SizeNote, false)
	look.Place(h.title, 16, 7)
	look.Place(h.place, 16, 32)
	put(h.asOf, titleWidth+labelGap, 6, h.asOf.MinSize().Width, 44)
	x := titleWidth + 2*labelGap + h.asOf.MinSize().Width
	h.strip.Hidden = stripWidth == 0
	if stripWidth > 0 {
		spare := right - 16 - x - stripWidth - h.known.MinSize().Width - h.countAt.MinSize().Width - 2*labelGap
		put(h.strip, x+max(0, spare)/2, 6, stripWidth, 46)
	}
	x = right - 16
	for _, label := range []*controls.Labelled{h.countAt, h.known} {
		width := label.MinSize().Width
		x -= width
		put(label, x, 6, width, 44)
		x -= labelGap
	}
}

// Widths of the parts of the header, as the design draws them.
const (
	titleLeast  = 316
	labelGap    = 8
	stripMost   = 364
	stripLeast  = 120
	searchMost  = 216
	searchLeast = 112
	searchGap   = 8
)

// share divides the room between the search field and the strip.
func (h *header) share(room float32) (search, strip float32) {
	search = min(searchMost, max(searchLeast, room-searchGap))
	if strip = min(stripMost, room-searchMost-3*labelGap); strip < stripLeast {
		strip = 0
	}
	return search, strip
}

// hintSearch says in the search field what fits: what it is for, and the keys
// that find commands too.
func (h *header) hintSearch(width float32) {
	const icons = 46
	keys := shortcutText(ctrl(fyne.KeyK))
	hint, text := "", h.hints[1]
	if look.Width(h.hints[0], look.SizeText, false)+look.Width(keys, look.SizeNote, false)+icons+8 <= width {
		hint, text = keys, h.hints[0]
	} else if look.Width(h.hints[0], look.SizeText, false)+icons <= width {
		text = h.hints[0]
	}
	if h.search.PlaceHolder != text {
		h.search.SetPlaceHolder(text)
	}
	h.search.SetHint(hint)
}

// MinSize is part of Fyne's layout.
func (l headerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, headHeight) }

// quarters counts the events of the whole ledger by quarter: the texture of
// the strip does not change with the day.
func quarters(d *desk) []strip.Quarter {
	counts := map[[2]int]int{}
	for event := range d.ledger.All(ledger.Events) {
		date := d.ledger.Date(event, "date")
		if !date.Known() {
			continue
		}
		year, month, _ := date.Happened(d.ledger.Recorded(event)).YearMonthDay()
		counts[[2]int{year, (int(month)-1)/3 + 1}]++
	}
	list := make([]strip.Quarter, 0, len(counts))
	for at, count := range counts {
		list = append(list, strip.Quarter{Year: at[0], Quarter: at[1], Count: count})
	}
	slices.SortFunc(list, func(a, b strip.Quarter) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Quarter, b.Quarter))
	})
	return list
}
