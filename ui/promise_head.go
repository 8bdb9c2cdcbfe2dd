package ui

import (
	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// Measures of the head over promises, in device-independent pixels.
const (
	headMargin     float32 = 16
	scoreGap       float32 = 32 // between assessed and not assessed
	scoreBeside            = 840
	scoreBlock     float32 = 70
	verdictGap     float32 = 28
	verdictMark    float32 = 16
	verdictPitch   float32 = 19
	verdictTight   float32 = 7 // closer than this marks would not be told apart
	verdictBarHigh float32 = 8
	keyGap         float32 = 18
)

// The verdicts on either side of the score, in the order in which they stand.
var (
	assessedVerdicts = []ledger.Verdict{ledger.VerdictKept, ledger.VerdictKeptLate, ledger.VerdictLatenessUnknown, ledger.VerdictPartlyKept, ledger.VerdictBroken,
		ledger.VerdictConditionNotMet, ledger.VerdictSuperseded}
	openVerdicts = []ledger.Verdict{ledger.VerdictPending, ledger.VerdictPastDue, ledger.VerdictNotAssessed}
)

// drawHead says how the promises stand: a sentence, then those that were
// assessed beside those that were not, one mark for one promise.
func (p *promises) drawHead(width float32) ([]fyne.CanvasObject, float32) {
	d := p.desk
	if d == nil {
		return nil, 0
	}
	s := &sheet{width: width}
	ground := s.rect(look.Surface, 0, 0, width, 0)
	say := d.printer
	inner := width - 2*headMargin
	made := say.Records(ledger.Promises, p.score.Promised.Count)
	title := d.text("promises.headline_none", made)
	if p.score.Assessed.Count > 0 {
		title = d.text("promises.headline", made, say.Integer(p.score.Kept().Count), say.Integer(p.score.Assessed.Count))
	}
	sentence := d.text("promises.made_nobody")
	if p.span.FirstMade.Known() {
		sentence = d.text("promises.made_between", say.Month(p.span.FirstMade), say.Month(p.span.LastMade))
	}
	y := float32(10)
	keys := p.keysWidth()
	switch room := inner - keys - 24; {
	case look.Width(title, look.SizeTitle, true) <= room:
		p.keys(s, headMargin+inner-keys, y+5)
		s.text(title, headMargin, y, inner, look.SizeTitle, look.Text1, true)
		s.text(sentence, headMargin, y+28, inner, look.SizeText, look.Text2, false)
		y += 56
	default:
		s.text(title, headMargin, y, inner, look.SizeTitle, look.Text1, true)
		y += 28
		for _, line := range look.Wrap(sentence, inner, look.SizeText, false, 2) {
			s.text(line, headMargin, y, inner, look.SizeText, look.Text2, false)
			y += look.LineText
		}
		if keys <= inner {
			p.keys(s, headMargin, y+3)
			y += 20
		}
		y += 8
	}
	assessed := scoreSide{p.score.Assessed, assessedVerdicts, say.Count("promises.assessed", p.score.Assessed.Count), d.text("promises.none_assessed")}
	open := scoreSide{p.score.NotAssessed, openVerdicts, say.Count("promises.not_assessed", p.score.NotAssessed.Count), d.text("promises.none_unassessed")}
	left, right := p.sideWidth(assessed), p.sideWidth(open)
	if width < scoreBeside || left+right+scoreGap > inner && inner < 2*max(left, right) {
		y = p.side(s, open, headMargin, p.side(s, assessed, headMargin, y, inner)+6, inner)
	} else {
		share := max(left, min((inner-scoreGap)*0.4, inner-scoreGap-right))
		y = max(p.side(s, assessed, headMargin, y, share), p.side(s, open, headMargin+share+scoreGap, y, inner-scoreGap-share))
	}
	ground.Resize(fyne.NewSize(width, y+4))
	return s.objects, y + 4
}

// scoreSide is one half of the score.
type scoreSide struct {
	total    analysis.Total
	verdicts []ledger.Verdict
	label    string
	none     string // what is said when nothing stands there
}

// sideWidth is what one half of the score needs.
func (p *promises) sideWidth(side scoreSide) float32 {
	width := -verdictGap
	for _, verdict := range side.verdicts {
		if p.score.Verdict(verdict).Count > 0 {
			width += p.wideAt(verdict, verdictPitch) + verdictGap
		}
	}
	return max(width, 160)
}

// side draws one half: what it counts, marks, and figures that open.
func (p *promises) side(s *sheet, side scoreSide, x, y, width float32) float32 {
	s.rect(look.Text1, x, y, width, 1)
	s.text(side.label, x, y+3, width, look.SizeNote, look.Text2, false)
	if side.total.Count == 0 {
		for i, line := range look.Wrap(side.none, width, look.SizeText, false, 2) {
			s.text(line, x, y+22+float32(i)*look.LineText, width, look.SizeText, look.Text2, false)
		}
		return y + scoreBlock
	}
	pitch := p.pitch(side, width)
	at, top := x, y+20
	for _, verdict := range side.verdicts {
		total := p.score.Verdict(verdict)
		if total.Count == 0 {
			continue
		}
		wide := p.wideAt(verdict, pitch)
		if at > x && at+wide > x+width+1 { // words of another language: a second line
			at, top = x, top+46
		}
		p.verdict(s, side, verdict, at, top, wide, pitch)
		at += wide + verdictGap
	}
	return top + scoreBlock - 20
}

// wideAt is the width of a verdict with its marks at a pitch; no pitch stands
// for a bar.
func (p *promises) wideAt(verdict ledger.Verdict, pitch float32) float32 {
	say, count := p.desk.printer, p.score.Verdict(verdict).Count
	words := look.Width(say.Integer(count), look.SizeText, true) + 4 + look.Width(say.Short("verdict", verdict.String()), look.SizeText, false)
	return max(words, float32(count)*pitch-(verdictPitch-verdictMark))
}

// pitch is how far apart the marks of a side can stand; 0 when there are too
// many to be told apart, and bars stand for them.
func (p *promises) pitch(side scoreSide, width float32) float32 {
	for pitch := verdictPitch; pitch >= verdictTight; pitch-- {
		needed := -verdictGap
		for _, verdict := range side.verdicts {
			if p.score.Verdict(verdict).Count > 0 {
				needed += p.wideAt(verdict, pitch) + verdictGap
			}
		}
		if needed <= width || pitch == verdictPitch && side.total.Count <= 12 {
			return pitch
		}
	}
	return 0
}

// verdict draws the promises of one verdict and its figure.
func (p *promises) verdict(s *sheet, side scoreSide, verdict ledger.Verdict, x, y, wide, pitch float32) {
	d, total := p.desk, p.score.Verdict(verdict)
	if pitch > 0 {
		size := min(verdictMark, pitch-1)
		for i := range total.Count {
			s.put(look.Icon(look.Mark(markOfVerdict(verdict))), x+float32(i)*pitch, y+(20-size)/2, size, size)
		}
	} else {
		s.mark(markOfVerdict(verdict), x, y+4)
		s.rect(look.Text2, x+verdictPitch, y+10-verdictBarHigh/2, max(1, (wide-verdictPitch)*float32(total.Count)/float32(side.total.Count)), verdictBarHigh)
	}
	number := s.text(d.printer.Integer(total.Count), x, y+20, wide, look.SizeText, look.Text1, true)
	s.rect(look.Line2, x, y+39, number, 1)
	word := d.printer.Short("verdict", verdict.String())
	s.text(word, x+number+4, y+20, wide-number, look.SizeText, look.Text1, false)
	p.put(s, p.window, verdictFigure(d, p.score, verdict), x-3, y-1, wide+6, 43)
}

// keyEntry is a sign of the axis and its word.
type keyEntry struct {
	text string
	wide float32
	draw func(s *sheet, x, y float32)
}

// keyEntries explains what is drawn on the axis.
func (p *promises) keyEntries() []keyEntry {
	d := p.desk
	return []keyEntry{
		{d.text("promises.made"), 2, func(s *sheet, x, y float32) { s.rect(look.Text2, x, y+5, 2, madeHigh) }},
		{d.text("promises.due"), 2, func(s *sheet, x, y float32) { s.rect(look.Text1, x, y+1, 2, dueHigh) }},
		{d.text("promises.late"), 16, func(s *sheet, x, y float32) { s.rect(look.Ochre, x, y+6, 16, lateHigh) }},
		{d.text("promises.past_due"), 20, func(s *sheet, x, y float32) { s.put(look.Hatch(look.Text3), x, y+5, 20, pastHigh) }},
		{d.text("promises.as_of", d.printer.Day(d.view.AsOf().Happened)), 2, func(s *sheet, x, y float32) { s.rect(look.Accent, x, y+1, 2, dueHigh) }},
	}
}

func (p *promises) keysWidth() float32 {
	width := -keyGap
	for _, entry := range p.keyEntries() {
		width += entry.wide + 6 + look.Width(entry.text, look.SizeNote, false) + keyGap
	}
	return width
}

func (p *promises) keys(s *sheet, x, y float32) {
	for _, entry := range p.keyEntries() {
		entry.draw(s, x, y)
		x += entry.wide + 6 + s.text(entry.text, x+entry.wide+6, y, 400, look.SizeNote, look.Text2, false) + keyGap
	}
}
