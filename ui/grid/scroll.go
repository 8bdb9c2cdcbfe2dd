package grid

import "fyne.io/fyne/v2"

// page is the height in which rows are seen.
func (g *Grid) page() float64 {
	return float64(max(0, g.Size().Height-headerHeight-g.totalsHeight()))
}

// total is the height of all rows.
func (g *Grid) total() float64 { return float64(g.rowCount()) * float64(g.rowHeight) }

// clamp keeps rows and columns in sight.
func (g *Grid) clamp() {
	g.top = max(0, min(g.top, g.total()-g.page()))
	g.left = max(0, min(g.left, g.wide()-g.Size().Width))
}

// Shown gives the rows in sight: from first up to, not with, last.
func (g *Grid) Shown() (first, last int) {
	height := float64(g.rowHeight)
	first = int(g.top / height)
	last = int((g.top + g.page() + height - 0.01) / height)
	return first, min(last, g.rowCount())
}

// PositionOf gives where the row of a name stands in the grid; seen is false
// when it is not in sight.
func (g *Grid) PositionOf(id string) (at fyne.Position, seen bool) {
	first, last := g.Shown()
	for row := first; row < last; row++ {
		if g.source.ID(row) == id {
			return fyne.NewPos(0, headerHeight+float32(float64(row)*float64(g.rowHeight)-g.top)), true
		}
	}
	return fyne.Position{}, false
}

// sought is a row that was scrolled to, and from where. A grid gets its final
// height in steps; at each the row is sought again.
type sought struct {
	row  int
	from float64
}

func (g *Grid) revealAgain() {
	if g.sought != nil {
		g.top = g.sought.from
		g.reveal(g.sought.row)
	}
}

// reveal scrolls just far enough that a row is seen.
func (g *Grid) reveal(row int) {
	g.sought = &sought{row, g.top}
	height := float64(g.rowHeight)
	if y := float64(row) * height; y < g.top {
		g.top = y
		if row == 1 { // the heading of the first group with it
			g.top = 0
		}
	} else if y+height > g.top+g.page() {
		g.top = y + height - g.page()
	}
	g.clamp()
}

// Scrolled is the mouse wheel.
func (g *Grid) Scrolled(event *fyne.ScrollEvent) {
	top, left := g.top, g.left
	g.sought = nil
	g.top -= float64(event.Scrolled.DY)
	g.left -= event.Scrolled.DX
	g.clamp()
	if g.top != top || g.left != left {
		g.dropTip()
		if g.hover >= 0 {
			g.hover = g.rowAt(g.pointer.at.Y)
		}
		g.Refresh()
	}
}

// Measures of the scroll bars.
const (
	barWidth  float32 = 6
	barInset  float32 = 2
	barReach  float32 = 12 // where a press is meant for the bar
	leastBar  float32 = 24
	wheelStep         = 40
)

// thumb is the part of a scroll bar that moves: how long it is and how far
// from the start it stands.
type thumb struct{ length, at, free float32 }

// thumbOf works a thumb out; needed is false when everything is in sight.
func thumbOf(total, page, offset float64, track float32) (t thumb, needed bool) {
	if total <= page+0.5 || page <= 0 || track <= leastBar {
		return thumb{}, false
	}
	t.length = max(leastBar, float32(page/total*float64(track)))
	t.free = track - t.length
	t.at = float32(offset/(total-page)) * t.free
	return t, true
}

func (g *Grid) upright() (thumb, bool) {
	return thumbOf(g.total(), g.page(), g.top, float32(g.page())-2*barInset)
}

func (g *Grid) level() (thumb, bool) {
	width := g.Size().Width
	return thumbOf(float64(g.wide()), float64(width), float64(g.left), width-barReach-2*barInset)
}

// grab is which scroll bar a person holds.
type grab uint8

const (
	nothing grab = iota
	uprightBar
	levelBar
)

// barAt gives the scroll bar under a place.
func (g *Grid) barAt(at fyne.Position) grab {
	if at.Y < headerHeight {
		return nothing
	}
	if _, needed := g.upright(); needed && at.X >= g.Size().Width-barReach {
		return uprightBar
	}
	if _, needed := g.level(); needed && at.Y >= g.Size().Height-barReach {
		return levelBar
	}
	return nothing
}

// grabBar takes hold of a bar; beside its thumb it moves by a page.
func (g *Grid) grabBar(bar grab, at fyne.Position) {
	t, place := thumb{}, float32(0)
	g.sought = nil
	if bar == uprightBar {
		t, _ = g.upright()
		place = at.Y - headerHeight - barInset - t.at
	} else {
		t, _ = g.level()
		place = at.X - barInset - t.at
	}
	if place >= 0 && place <= t.length {
		g.pointer.grabbed, g.pointer.hold = bar, place
		return
	}
	way := float64(1)
	if place < 0 {
		way = -1
	}
	if bar == uprightBar {
		g.top += way * g.page()
	} else {
		g.left += float32(way) * g.Size().Width
	}
	g.clamp()
	g.Refresh()
}

// dragBar moves the thumb so that it stays under the pointer.
func (g *Grid) dragBar(at fyne.Position) {
	if g.pointer.grabbed == uprightBar {
		if t, needed := g.upright(); needed && t.free > 0 {
			g.top = float64(at.Y-headerHeight-barInset-g.pointer.hold) / float64(t.free) * (g.total() - g.page())
		}
	} else if t, needed := g.level(); needed && t.free > 0 {
		g.left = (at.X - barInset - g.pointer.hold) / t.free * (g.wide() - g.Size().Width)
	}
	g.clamp()
	g.Refresh()
}
