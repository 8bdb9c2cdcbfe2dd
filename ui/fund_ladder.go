package ui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// Measures of the page of funds, in device-independent pixels.
const (
	fundMargin   float32 = 16
	fundGap      float32 = 32  // between the ladder and the claims
	fundBeside   float32 = 900 // narrower pages have the claims under the ladder
	stepHigh     float32 = 24
	stepBarHigh  float32 = 12
	stepIndent   float32 = 16
	stepBarLeast float32 = 160 // with less room for bars their notes stand under them
)

// draw lays the funds out under each other.
func (f *funds) draw(width float32) ([]fyne.CanvasObject, float32) {
	if f.desk == nil || f.selection == nil {
		return nil, 0
	}
	s := &sheet{width: width}
	y := float32(4)
	f.places, f.first = nil, ""
	for _, ladder := range f.ladders {
		p := &fundPage{funds: f, desk: f.desk, s: s, ladder: ladder}
		y = p.draw(fundMargin, y, width-2*fundMargin) + 20
	}
	if more := len(f.selection.Rows) - len(f.ladders); more > 0 {
		y = s.wrapped(f.desk.printer.Count("funds.more", more), fundMargin, y, width-2*fundMargin, look.SizeText, look.Text2, false, 0) + 12
	}
	return s.objects, y
}

// fundPage draws one fund.
type fundPage struct {
	*funds
	desk   *desk
	s      *sheet
	ladder analysis.FundLadder
}

func (p *fundPage) draw(x, y, width float32) float32 {
	d, s, fund := p.desk, p.s, p.ladder.Fund
	s.rect(look.Text1, x, y, width, 1)
	mark, state := p.state()
	stateWidth := look.Width(state, look.SizeText, false) + look.MarkSize + 6
	if stateWidth < width*0.5 {
		s.mark(mark, x+width-stateWidth, y+10)
		s.right(state, x+width, y+6, look.SizeText, look.Text1, false)
	}
	title := s.text(d.printer.Title(d.ledger, fund), x, y+5, width-stateWidth-16, look.SizeHeading, look.Text1, true)
	s.opens(x-3, y+4, title+6, 26, func() { p.window.showRecord(fund) })
	y += 36
	if width < fundBeside {
		return p.claims(x, p.steps(x, y, width)+10, width)
	}
	left := (width - fundGap) * 0.56
	bottom := p.steps(x, y, left)
	return max(bottom, p.claims(x+left+fundGap, y, width-left-fundGap))
}

// state says how far the fund came and how it ended, if an event says so.
func (p *fundPage) state() (mark, text string) {
	d := p.desk
	mark = "dots"
	var parts []string
	if p.ladder.Outcome != ledger.NoOutcome {
		mark = markOfOutcome(p.ladder.Outcome)
		parts = append(parts, d.printer.Word("outcome", p.ladder.Outcome.String()))
	} else {
		parts = append(parts, d.text("tracks.no_outcome"))
	}
	if p.ladder.Stage != ledger.NoStage {
		parts = append([]string{d.printer.Word("stage", p.ladder.Stage.String())}, parts...)
	}
	return mark, capital(strings.Join(parts, ", "))
}

// largest is the largest amount of the ladder in the currency of its bars.
func (p *fundPage) largest() decimal.Decimal {
	most := decimal.Zero
	for _, step := range p.ladder.Steps {
		for _, money := range step.Scaled {
			if money.Converted && money.In.Amount.GreaterThan(most) {
				most = money.In.Amount
			}
		}
	}
	return most
}

// stepColumns are the widths of a ladder: its words, its numbers, its bars.
func (p *fundPage) stepColumns(width float32) (words, numbers float32) {
	d := p.desk
	words, numbers = look.Width(d.text("funds.rate"), look.SizeText, false), look.Width(d.text("funds.none"), look.SizeText, false)
	for _, step := range p.ladder.Steps {
		indent := float32(0)
		if partOfDeployed(step.Total.ID) {
			indent = stepIndent
		}
		words = max(words, indent+look.Width(d.text("funds.step."+step.Total.ID), look.SizeText, false))
		for _, sum := range step.Total.Sums {
			numbers = max(numbers, look.Width(d.printer.Money(sum.Money), look.SizeText, false))
		}
	}
	return min(words+16, width*0.4), numbers + 4
}

func partOfDeployed(step string) bool {
	return step == analysis.FundTraced || step == analysis.FundUntraced
}

// steps draws the ladder: a step in words, its figure, its bar.
func (p *fundPage) steps(x, y, width float32) float32 {
	d, s := p.desk, p.s
	if p.ladder.Scale == "" {
		y = s.wrapped(d.text("funds.nothing"), x, y, width, look.SizeText, look.Text2, false, 0) + 4
		return p.deals(x, y, look.Width(d.text("funds.deals"), look.SizeText, false)+4, width)
	}
	words, numbers := p.stepColumns(width)
	deployed := len(p.ladder.Step(analysis.FundDeployed).Total.Sums) > 0
	for _, step := range p.ladder.Steps {
		id, left := step.Total.ID, x
		if partOfDeployed(id) {
			left += stepIndent
		}
		s.text(d.text("funds.step."+id), left, y, words-(left-x)-4, look.SizeText, look.Text1, false)
		right, bar := x+words+numbers, x+words+numbers+16
		switch {
		case !step.Known:
			p.number(fundFigure(d, p.ladder.Fund, step, ""), right, y)
			s.text(d.text("funds.called_note"), bar, y, x+width-bar, look.SizeText, look.Text3, false)
			y += stepHigh
		case len(step.Scaled) == 0 && partOfDeployed(id) && deployed:
			p.number(fundFigure(d, p.ladder.Fund, step, ""), right, y)
			s.rect(look.Line2, bar, y+4, 1, stepBarHigh)
			y += stepHigh
		case len(step.Scaled) == 0:
			s.right(d.text("funds.none"), right, y, look.SizeText, look.Text3, false)
			y += stepHigh
		}
		for i, money := range step.Scaled {
			p.number(fundFigure(d, p.ladder.Fund, step, step.Total.Sums[i].Money.Currency), right, y)
			y = p.bar(id, money, bar, y, x+width-bar) + stepHigh
		}
	}
	s.rect(look.Line, x, y+1, width, 1)
	y += 5
	s.text(d.text("funds.rate"), x, y, words-4, look.SizeText, look.Text1, false)
	y = s.wrapped(p.rate(), x+words+16, y, width-words-16, look.SizeText, look.Text2, false, 2) + 4
	return p.deals(x, y, words, width)
}

// number writes a figure that opens, ending at a place.
func (p *fundPage) number(f figure, right, y float32) {
	wide := look.Width(f.number, look.SizeText, false)
	p.s.right(f.number, right, y, look.SizeText, look.Text1, false)
	p.s.rect(look.Line2, right-wide, y+19, wide, 1)
	if p.first == "" {
		p.first = f.id
	}
	p.put(p.s, p.window, f, right-wide-4, y-1, wide+8, 22)
}

// bar draws an amount in the currency of the fund's bars: what is announced as
// an empty bar, what deals do not trace hatched. Without a rate words say so.
// It gives the height of the line, lower where the note has one of its own.
func (p *fundPage) bar(id string, money analysis.ScaledMoney, x, y, room float32) float32 {
	d, s := p.desk, p.s
	if !money.Converted {
		s.text(d.text("funds.no_bar", string(money.Of.Currency), string(p.ladder.Scale)), x, y, room, look.SizeText, look.Text3, false)
		return y
	}
	note := p.barNote(id, money)
	space := room - p.widestNote() - 12 // one scale for all bars of the fund
	below := space < stepBarLeast
	if below {
		space = room
	}
	most := p.largest()
	if !most.IsPositive() {
		return y
	}
	share, _ := money.In.Amount.Abs().Div(most).Float64() // a length on the screen, not an amount
	wide := max(2, float32(share)*space)
	top := y + (look.LineText-stepBarHigh)/2
	switch id {
	case analysis.FundAnnounced: // a word: nobody's commitment
		box := canvas.NewRectangle(color.Transparent)
		box.StrokeColor, box.StrokeWidth = look.Color(look.Accent), 2
		s.put(box, x, top, wide, stepBarHigh)
	case analysis.FundUntraced:
		s.put(look.Hatch(look.Text3), x, top, wide, stepBarHigh)
	default:
		s.rect(look.Accent, x, top, wide, stepBarHigh)
	}
	if note != "" && below {
		s.text(note, x, y+18, room, look.SizeNote, look.Text2, false)
		return y + look.LineNote
	}
	s.text(note, x+wide+8, y+2, room-wide-8, look.SizeNote, look.Text2, false)
	return y
}

// barNote says beside a bar how its amount came to be on the scale.
func (p *fundPage) barNote(id string, money analysis.ScaledMoney) string {
	d := p.desk
	switch {
	case money.Converted && money.Rate.Rate.Exists():
		return d.text("funds.at_rate", d.printer.Money(money.In), d.printer.Decimal(money.Rate.Value, max(0, -money.Rate.Value.Exponent())), d.printer.ShortDate(money.Rate.Date))
	case id == analysis.FundAnnounced && p.ladder.FromSize:
		return d.text("funds.size_on_record")
	}
	return ""
}

func (p *fundPage) widestNote() float32 {
	widest := float32(0)
	for _, step := range p.ladder.Steps {
		for _, money := range step.Scaled {
			widest = max(widest, look.Width(p.barNote(step.Total.ID, money), look.SizeNote, false))
		}
	}
	return widest
}

// rate is the share of the commitment that was deployed, or why there is none.
func (p *fundPage) rate() string {
	d, rate := p.desk, p.ladder.Rate
	if rate.Refused == analysis.RefusedNoRate {
		return d.text("funds.refused.no_rate", string(rate.Lacking), string(p.ladder.Scale))
	}
	if rate.Refused != "" {
		return d.text("funds.refused." + rate.Refused)
	}
	return d.text("funds.rate_of", d.printer.Decimal(rate.Share.Shift(2), 1)+"%")
}

// deals lists the deals that name the fund.
func (p *fundPage) deals(x, y, words, width float32) float32 {
	d, s := p.desk, p.s
	s.text(d.text("funds.deals"), x, y, words-4, look.SizeText, look.Text1, false)
	left := x + words + 16
	if p.ladder.Deals.Count == 0 {
		return s.wrapped(d.text("funds.no_deals"), left, y, width-words-16, look.SizeText, look.Text2, false, 0)
	}
	f := figure{name: d.text("funds.figure", d.printer.Title(d.ledger, p.ladder.Fund), d.text("funds.deals")), number: d.printer.Integer(p.ladder.Deals.Count), total: p.ladder.Deals, id: refID(d.ledger, p.ladder.Fund) + ".deals"}
	wide := look.Width(f.number, look.SizeText, false)
	p.number(f, left+wide, y)
	left += wide + 12
	for _, deal := range p.ladder.Deals.Added {
		s.mark(markOfOutcome(d.view.Outcome(deal)), left, y+4)
		title := s.text(d.printer.Title(d.ledger, deal), left+look.MarkSize+6, y, x+width-left-look.MarkSize-6, look.SizeText, look.Text1, false)
		s.opens(left-3, y-1, title+look.MarkSize+12, 22, func() { p.window.showRecord(deal) })
		y += look.LineText + 2
	}
	return y
}
