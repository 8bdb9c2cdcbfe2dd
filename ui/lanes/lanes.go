// Package lanes draws what happened by quarter: a lane for each kind of record,
// a mark for each event, and the as-of day as a line through all lanes. It
// knows nothing of the ledger or of languages.
package lanes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/controls"
)

// Mark is one event.
type Mark struct {
	Quarter int    // counted from the year 0
	Name    string // of the mark
	Due     bool   // a day that was set, not one on which something happened
}

// Lane is the events of one kind of record.
type Lane struct {
	Title, Note string
	Count       int
	Marks       []Mark
}

// Legend says what a mark means.
type Legend struct{ Mark, Text string }

// Day is a day with a name that stands beside its quarter: the meeting.
type Day struct {
	Quarter     int
	Title, Note string
}

// Measures of the design: three marks per quarter and row.
const (
	labelWidth   float32 = 140
	pitch        float32 = 7
	markSize     float32 = 6
	legendHeight float32 = 34
	axisHeight   float32 = 18
	laneLeast    float32 = 40
	perRow               = 3
	overflow     float32 = 14 // for the number of what a stack has no room for
	mostRows             = 16
	leastRows            = 3
)

// Lanes is the widget.
type Lanes struct {
	widget.BaseWidget

	// OnQuarter is called when a quarter is chosen, and with false when the
	// chosen one is let go.
	OnQuarter func(quarter int, chosen bool)

	lanes       []Lane
	legend      []Legend
	title       string
	day         Day
	at          float64 // the as-of day in quarters from the year 0
	first, last int
	chosen      int
	focused     bool
	version     int
}

// New makes an empty one.
func New() *Lanes {
	l := &Lanes{chosen: -1}
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other events. at is the as-of day in quarters from the year 0.
func (l *Lanes) Set(lanes []Lane, legend []Legend, at float64) {
	l.lanes, l.legend, l.at = lanes, legend, at
	l.first, l.last = int(at), int(at)
	for _, lane := range lanes {
		for _, mark := range lane.Marks {
			l.first, l.last = min(l.first, mark.Quarter), max(l.last, mark.Quarter)
		}
	}
	l.first, l.last = l.first/4*4, l.last/4*4+3 // whole years
	l.version++
	l.Refresh()
}

// Head puts a title over the lanes and a named day beside its quarter; a day
// without a title is not drawn. It shows with the next Set.
func (l *Lanes) Head(title string, day Day) { l.title, l.day = title, day }

// Choose marks a quarter without telling OnQuarter; -1 for none.
func (l *Lanes) Choose(quarter int) {
	l.chosen = quarter
	l.version++
	l.Refresh()
}

func (l *Lanes) width() float32 { return max(1, l.Size().Width-labelWidth-24) }

func (l *Lanes) x(quarter float64) float32 {
	return labelWidth + float32(quarter-float64(l.first))/float32(l.last-l.first+1)*l.width()
}

// rowsOf gives how many rows the fullest quarter of a lane needs when a
// quarter takes so many marks abreast.
func (l *Lanes) rowsOf(lane *Lane, abreast int) int {
	counts, most := map[int]int{}, 1
	for _, mark := range lane.Marks {
		counts[mark.Quarter]++
		most = max(most, (counts[mark.Quarter]+abreast-1)/abreast)
	}
	return most
}

// abreast is how many marks fit beside each other in a quarter.
func (l *Lanes) abreast() int {
	return max(1, min(perRow, int(l.width()/float32(l.last-l.first+1)/pitch)))
}

// height is that of a lane whose stacks have so many rows at most.
func (l *Lanes) height(lane *Lane, most int) float32 {
	rows := l.rowsOf(lane, l.abreast())
	height := float32(min(rows, most))*pitch + 12
	if rows > most {
		height += overflow
	}
	return max(laneLeast, height)
}

// rowsFor is how many rows stacks may have for all lanes to stand in a height.
func (l *Lanes) rowsFor(height float32) int {
	most := mostRows
	for most > leastRows && l.bottom(most) > height {
		most--
	}
	return most
}

// bottom is where the last lane ends.
func (l *Lanes) bottom(most int) float32 {
	y := legendHeight + axisHeight
	for i := range l.lanes {
		y += l.height(&l.lanes[i], most)
	}
	return y
}

// MinSize is as high as the lanes need.
func (l *Lanes) MinSize() fyne.Size {
	return fyne.NewSize(300, l.bottom(mostRows))
}

func (l *Lanes) quarterAt(x float32) int {
	if x < labelWidth || l.last < l.first {
		return -1
	}
	quarter := l.first + int((x-labelWidth)/l.width()*float32(l.last-l.first+1))
	if quarter > l.last {
		return -1
	}
	return quarter
}

// Tapped chooses a quarter; the chosen one again lets it go.
func (l *Lanes) Tapped(event *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(l); canvas != nil {
		canvas.Focus(l)
	}
	l.pick(l.quarterAt(event.Position.X))
}

func (l *Lanes) pick(quarter int) {
	if quarter < 0 || quarter == l.chosen {
		quarter = -1
	}
	before := l.chosen
	l.Choose(quarter)
	if l.OnQuarter != nil && before != quarter {
		l.OnQuarter(quarter, quarter >= 0)
	}
}

// step goes to a quarter by key; at the ends the chosen one stays.
func (l *Lanes) step(quarter int) {
	if quarter != l.chosen {
		l.pick(quarter)
	}
}

// Cursor shows that quarters can be chosen.
func (l *Lanes) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained is part of Fyne's Focusable.
func (l *Lanes) FocusGained() { l.focused = true; l.version++; l.Refresh() }

// FocusLost is part of Fyne's Focusable.
func (l *Lanes) FocusLost() { l.focused = false; l.version++; l.Refresh() }

// TypedRune is part of Fyne's Focusable.
func (l *Lanes) TypedRune(rune) {}

// TypedKey goes to the quarter before or after; Escape lets the chosen one go.
func (l *Lanes) TypedKey(event *fyne.KeyEvent) {
	at := l.chosen
	if at < 0 {
		at = int(l.at)
	}
	switch event.Name {
	case fyne.KeyLeft:
		l.step(max(l.first, at-1))
	case fyne.KeyRight:
		l.step(min(l.last, at+1))
	case fyne.KeyEscape:
		if l.chosen < 0 {
			controls.Unwanted(event)
			return
		}
		l.pick(-1)
	default:
		controls.Unwanted(event)
	}
}
