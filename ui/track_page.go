package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// drawMiddle shows the chosen track: how it stands, what each side holds, what
// moved, and everything that met or was said on one time axis.
func (t *tracks) drawMiddle(width float32) ([]fyne.CanvasObject, float32) {
	if t.desk == nil {
		return nil, 0
	}
	s := &sheet{width: width}
	y := float32(10)
	if t.shown != nil {
		p := &trackPage{tracks: t, desk: t.shown, s: s, x: trackMargin, width: width - 2*trackMargin, state: t.state}
		y = p.draw(y)
	}
	if !t.apart {
		y = t.drawBalance(s, y+12, width)
	}
	return s.objects, y + 16
}

// trackPage draws one track for one desk.
type trackPage struct {
	*tracks
	desk     *desk
	s        *sheet
	x, width float32
	state    analysis.TrackState
}

func (p *trackPage) draw(y float32) float32 {
	d, s := p.desk, p.s
	title := d.printer.Title(d.ledger, p.state.Track)
	below := s.wrapped(title, p.x, y, p.width, look.SizeTitle, look.Text1, true, 3)
	s.opens(p.x-3, y-1, p.width+6, below-y+2, func() { p.window.showRecord(p.state.Track) })
	y = p.facts(below + 2)
	if state := d.ledger.Value(p.state.Track, "state"); state != "" {
		caption := d.text("tracks.state")
		if d.past() { // the words of the file are not versioned
			caption = d.text("tracks.state_newer", d.printer.Day(d.ledger.RecordedDay()))
		}
		y = s.wrapped(caption, p.x, y+6, p.width, look.SizeNote, look.Text3, false, 2)
		y = s.wrapped(state, p.x, y, p.width, look.SizeText, look.Text1, false, 0)
	}
	y = p.positions(y + 14)
	y = p.moves(y + 14)
	y = p.timeline(y + 14)
	return y
}

// facts is the line under the title: outcome, opening, parties.
func (p *trackPage) facts(y float32) float32 {
	d, s := p.desk, p.s
	mark, outcome := d.outcomeText(p.state.Track)
	s.mark(mark, p.x, y+4)
	x := p.x + look.MarkSize + 6
	x += s.text(capital(outcome), x, y, p.width-look.MarkSize-6, look.SizeText, look.Text1, true) + 16
	if opened := d.ledger.Date(p.state.Track, "opened_on"); opened.Known() {
		text := d.text("tracks.opened", d.printer.Date(opened))
		if x+look.Width(text, look.SizeText, false) > p.x+p.width {
			x, y = p.x, y+look.LineText
		}
		s.text(text, x, y, p.width, look.SizeText, look.Text2, false)
	}
	y += look.LineText
	x = p.x
	for i, party := range p.state.Parties {
		name := d.printer.Title(d.ledger, party)
		if i+1 < len(p.state.Parties) {
			name += ","
		}
		wide := look.Width(name, look.SizeText, false)
		if x > p.x && x+wide > p.x+p.width {
			x, y = p.x, y+look.LineText
		}
		s.text(name, x, y, p.width, look.SizeText, look.Accent, false)
		s.opens(x-2, y, min(wide, p.width)+4, look.LineText, func() { p.window.showRecord(party) })
		x += wide + 6
	}
	if len(p.state.Parties) > 0 {
		y += look.LineText
	}
	return y
}

// leastSide is the width below which the positions of sides stand under each
// other.
const leastSide float32 = 210

// positions quotes what each side holds, a column for each side, by day.
func (p *trackPage) positions(y float32) float32 {
	d := p.desk
	y = p.section(p.s, p.x, y, p.width, d.text("tracks.positions"), d.text("tracks.positions_note"))
	sides := p.state.Sides
	if len(sides) == 0 {
		return p.s.wrapped(d.text("tracks.no_positions"), p.x, y, p.width, look.SizeText, look.Text2, false, 0)
	}
	const gap = 24
	column := (p.width - gap*float32(len(sides)-1)) / float32(len(sides))
	if column < leastSide {
		for _, side := range sides {
			y = p.side(side, p.x, y, p.width) + 8
		}
		return y
	}
	bottom := y
	for i, side := range sides {
		bottom = max(bottom, p.side(side, p.x+float32(i)*(column+gap), y, column))
	}
	return bottom
}

func (p *trackPage) side(side analysis.TrackSide, x, y, width float32) float32 {
	d, s := p.desk, p.s
	s.text(d.countryName(side.Country), x, y, width, look.SizeText, look.Text1, true)
	s.rect(look.Line2, x, y+21, width, 1)
	y += 26
	for i, position := range side.Positions {
		if i > 0 {
			s.rect(look.Line, x, y-3, width, 1)
			y += 2
		}
		top := y
		caption := d.printer.ShortDate(d.ledger.Date(position, "as_of"))
		if body, ok := d.ledger.Find(ledger.Organisations, d.ledger.Value(position, "organisation_key")); ok {
			caption += " \u00b7 " + d.printer.Title(d.ledger, body)
		}
		s.text(caption, x, y, width, look.SizeNote, look.Text2, false)
		y = s.wrapped(d.ledger.Value(position, "position"), x, y+look.LineNote, width, look.SizeText, look.Text1, false, 0)
		y = s.wrapped(d.publishers(position), x, y, width, look.SizeNote, look.Text3, false, 2)
		s.opens(x-3, top-1, width+6, y-top+2, func() { p.window.showRecord(position) })
		y += 6
	}
	return y
}

// publishers names who published the sources of a row.
func (d *desk) publishers(ref ledger.Ref) string {
	var names []string
	for _, source := range d.ledger.SourcesOf(ref) {
		names = append(names, d.ledger.Value(source, "publisher"))
	}
	return strings.Join(names, "; ")
}

// moves lists what changed, in order.
func (p *trackPage) moves(y float32) float32 {
	d := p.desk
	y = p.section(p.s, p.x, y, p.width, d.text("tracks.moves"), "")
	if len(p.state.Moves) == 0 {
		return p.s.wrapped(d.text("tracks.no_moves"), p.x, y, p.width, look.SizeText, look.Text2, false, 0)
	}
	for _, move := range p.state.Moves {
		y = p.move(move, y)
	}
	return y
}

func (p *trackPage) move(move analysis.TrackMove, y float32) float32 {
	d := p.desk
	date, note, mark, text := d.ledger.Date(move.Record, "date"), "note", d.eventMark(move.Record), ""
	switch move.Kind {
	case analysis.MovedPosition:
		date, note, mark = d.ledger.Date(move.Record, "as_of"), "position", "dash"
		text = d.text("tracks.quoted_again", d.countryName(move.Country))
	case analysis.MovedStage:
		text = d.text("tracks.reached", d.printer.Word("stage", move.To))
	default:
		text = d.text("tracks.reported_as", d.printer.Word("outcome", move.To))
		if move.From != "" {
			text = capital(d.text("tracks.from_to", d.printer.Word("outcome", move.From), d.printer.Word("outcome", move.To)))
		}
	}
	return p.entry(y, d.printer.ShortDate(date), mark, text, d.ledger.Value(move.Record, note), move.Record)
}

// entry is a line of a list: day, mark, words in bold if any, a sentence; it
// opens a record.
func (p *trackPage) entry(y float32, date, mark, bold, sentence string, ref ledger.Ref) float32 {
	s, top := p.s, y
	dates := look.Width(p.desk.printer.ShortDate(ledger.Date{First: longestDay, Last: longestDay, Mark: ledger.About}), look.SizeText, false) + 10
	s.text(date, p.x, y, dates-4, look.SizeText, look.Text2, false)
	s.mark(mark, p.x+dates, y+4)
	x := p.x + dates + look.MarkSize + 8
	if bold != "" {
		y = s.wrapped(bold, x, y, p.x+p.width-x, look.SizeText, look.Text1, true, 2)
	}
	y = s.wrapped(sentence, x, y, p.x+p.width-x, look.SizeText, look.Text1, false, 0)
	s.opens(p.x-3, top-1, p.width+6, y-top+2, func() { p.window.showRecord(ref) })
	return y + 4
}
