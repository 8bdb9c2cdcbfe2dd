package ui

import (
	"cmp"
	"slices"

	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// Measures of the axis of a track.
const (
	laneStep  float32 = 14 // between marks that would cover each other
	laneSpace float32 = 8
	axisHead  float32 = 20
)

// axisMark is something dated on the axis of a track.
type axisMark struct {
	day  ledger.Day
	mark string
	ref  ledger.Ref
}

// axisLane is a line of the axis.
type axisLane struct {
	title string
	marks []axisMark
}

// lanes sorts what is dated into lanes: one for each kind of event, then one
// for the positions of each side.
func (p *trackPage) lanes() []axisLane {
	d := p.desk
	byKind := map[string]*axisLane{}
	column := ledger.Events.Columns()[ledger.Events.Column("kind")]
	for _, event := range p.state.Events {
		kind := d.ledger.Value(event, "kind")
		lane := byKind[kind]
		if lane == nil {
			lane = &axisLane{title: capital(d.printer.Word("event_kind", kind))}
			byKind[kind] = lane
		}
		lane.marks = append(lane.marks, axisMark{d.ledger.Date(event, "date").Happened(d.ledger.Recorded(event)), d.eventMark(event), event})
	}
	var lanes []axisLane
	for _, word := range column.Words.Words() {
		if lane := byKind[word]; lane != nil {
			lanes = append(lanes, *lane)
		}
	}
	for _, side := range p.state.Sides {
		lane := axisLane{title: d.text("tracks.position_of", d.countryName(side.Country))}
		for _, position := range side.Positions {
			if date := d.ledger.Date(position, "as_of"); date.Known() {
				lane.marks = append(lane.marks, axisMark{date.Happened(d.ledger.Recorded(position)), "dash.text2", position})
			}
		}
		if len(lane.marks) > 0 {
			lanes = append(lanes, lane)
		}
	}
	return lanes
}

// timeline draws everything dated on one axis, and lists the events under it.
func (p *trackPage) timeline(y float32) float32 {
	d, s := p.desk, p.s
	y = p.section(s, p.x, y, p.width, d.text("tracks.events"), d.printer.Records(ledger.Events, len(p.state.Events)))
	lanes := p.lanes()
	if len(lanes) == 0 {
		return s.wrapped(d.text("tracks.no_events"), p.x, y, p.width, look.SizeText, look.Text2, false, 0)
	}
	first, last, titles := ledger.NoDay, ledger.NoDay, float32(0)
	for _, lane := range lanes {
		titles = max(titles, look.Width(lane.title, look.SizeNote, false))
		for _, mark := range lane.marks {
			if !first.Known() || mark.day < first {
				first = mark.day
			}
			last = max(last, mark.day)
		}
	}
	axis := newTimeAxis(first, last, d.view.AsOf().Effective().Happened)
	titles = min(titles+14, p.width*0.35)
	left, width := p.x+titles, p.width-titles-look.MarkSize/2
	ticks := axis.ticks(width)
	for _, tick := range ticks {
		s.text(tick.text, left+tick.x, y, 60, look.SizeNote, look.Text3, false)
	}
	top := y + axisHead
	heights := make([]float32, len(lanes))
	bottom := top
	for i, lane := range lanes {
		heights[i] = laneHeight(axis, lane, width)
		bottom += heights[i]
	}
	for _, tick := range ticks {
		s.rect(look.Line, left+tick.x, top, 1, bottom-top)
	}
	s.rect(look.Accent, left+axis.x(axis.asOf, width)-1, top, 2, bottom-top)
	y = top
	for i, lane := range lanes {
		s.text(lane.title, p.x, y+(heights[i]-look.LineNote)/2, titles-8, look.SizeNote, look.Text2, false)
		p.lane(axis, lane, left, y, width)
		y += heights[i]
		s.rect(look.Line, p.x, y, p.width, 1)
	}
	y += 10
	for _, event := range p.state.Events {
		y = p.entry(y, d.printer.ShortDate(d.ledger.Date(event, "date")), d.eventMark(event), "", d.ledger.Value(event, "note"), event)
	}
	return y
}

// arrange gives each mark of a lane a line in which it covers no other.
func arrange(axis timeAxis, lane axisLane, width float32) (places []int, lines int) {
	order := slices.Clone(lane.marks)
	slices.SortStableFunc(order, func(a, b axisMark) int { return cmp.Compare(a.day, b.day) })
	var ends []float32
	taken := map[ledger.Ref]int{}
	for _, mark := range order {
		x, line := axis.x(mark.day, width), 0
		for line < len(ends) && x < ends[line] {
			line++
		}
		if line == len(ends) {
			ends = append(ends, 0)
		}
		ends[line] = x + look.MarkSize + 1
		taken[mark.ref] = line
	}
	for _, mark := range lane.marks {
		places = append(places, taken[mark.ref])
	}
	return places, len(ends)
}

func laneHeight(axis timeAxis, lane axisLane, width float32) float32 {
	_, lines := arrange(axis, lane, width)
	return float32(lines)*laneStep + laneSpace
}

// lane draws the marks of a lane; each opens its record.
func (p *trackPage) lane(axis timeAxis, lane axisLane, left, y, width float32) {
	places, _ := arrange(axis, lane, width)
	for i, mark := range lane.marks {
		x, at := left+axis.x(mark.day, width)-look.MarkSize/2, y+laneSpace/2+1+float32(places[i])*laneStep
		p.s.mark(mark.mark, x, at)
		ref := mark.ref
		p.s.opens(x-1, at-1, look.MarkSize+2, look.MarkSize+2, func() { p.window.showRecord(ref) })
	}
}
