package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// overview is the first tab: what was announced, what of it can be named, what
// became of it.
type overview struct {
	window *Window
	desk   *desk
	box    *sheetBox
	scroll *container.Scroll
	ground *canvas.Rectangle
	page   *fyne.Container
	sheet  *sheet
}

func newOverview(w *Window) *overview {
	o := &overview{window: w, ground: canvas.NewRectangle(look.Color(look.Surface))}
	o.box = newSheetBox(o.draw)
	o.scroll = container.NewVScroll(o.box.Container)
	o.page = container.NewStack(o.ground, o.scroll)
	return o
}

func (o *overview) id() string                { return "overview" }
func (o *overview) object() fyne.CanvasObject { return o.page }
func (o *overview) count(*desk) string        { return "" }
func (o *overview) typed() string             { return "" }
func (o *overview) focus() fyne.Focusable     { return nil }
func (o *overview) copyText() string          { return "" }

// search goes to the agreements, where words can be found.
func (o *overview) search(typed string) {
	if typed != "" {
		o.window.showTab("agreements")
		o.window.listingShown().search(typed)
		o.window.header.search.SetText(typed)
	}
}

func (o *overview) foot() (left string, chips []controls.Chip, right string, open func()) {
	d := o.desk
	if d == nil {
		return "", nil, "", nil
	}
	absent := 0
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events} {
		absent += d.ledger.Len(kind) - d.view.Len(kind)
	}
	left = d.text("overview.foot", d.printer.Records(ledger.Agreements, d.view.Len(ledger.Agreements)), d.printer.Records(ledger.Deals, d.view.Len(ledger.Deals)), d.printer.Records(ledger.Events, d.view.Len(ledger.Events)))
	if absent > 0 {
		chips = []controls.Chip{{Text: "\u2212" + d.text("overview.absent", d.printer.Integer(absent)), Press: o.window.lookAtToday}}
	} else {
		left += "  " + d.text("foot.nothing_hidden")
	}
	return left, chips, d.text("overview.undated", d.printer.Integer(d.ledger.Undated(ledger.Events)), d.printer.Integer(d.ledger.Len(ledger.Events))), nil
}

func (o *overview) refresh(d *desk) {
	o.desk = d
	o.ground.FillColor = look.Color(look.Surface)
	o.ground.Refresh()
	o.box.redraw()
	o.scroll.Refresh()
	o.window.showFoot()
}

// The page margins and columns of the design.
const (
	overviewMargin = 24
	overviewGap    = 24
)

// draw lays the page out for a width.
func (o *overview) draw(width float32) ([]fyne.CanvasObject, float32) {
	if o.desk == nil {
		return nil, 100
	}
	o.sheet = &sheet{width: width}
	y := o.headline(16)
	y = o.figures(y + 20)
	inner := width - 2*overviewMargin
	if width < 1000 {
		half := (inner - overviewGap) / 2
		left := o.sectors(overviewMargin, y+20, half)
		right := o.stages(overviewMargin+half+overviewGap, y+20, half)
		y = max(left, right)
		left = o.money(overviewMargin, y+24, half)
		right = o.latest(overviewMargin+half+overviewGap, y+24, half)
		y = max(left, o.promises(overviewMargin+half+overviewGap, right+20, half))
		return o.sheet.objects, y + 24
	}
	unit := (inner - 2*overviewGap) / (376 + 476 + 492)
	first, second, third := 376*unit, 476*unit, 492*unit
	left := o.sectors(overviewMargin, y+20, first)
	x := overviewMargin + first + overviewGap
	middle := o.money(x, o.stages(x, y+20, second)+20, second)
	x += second + overviewGap
	right := o.promises(x, o.latest(x, y+20, third)+20, third)
	return o.sheet.objects, max(left, middle, right) + 24
}

// heading opens a block: a rule, its name, and what it counts.
func (o *overview) heading(x, y, width float32, title, note string) float32 {
	s := o.sheet
	s.rect(look.Text1, x, y, width, 1)
	s.right(note, x+width, y+9, look.SizeNote, look.Text2, false)
	s.text(title, x, y+6, width-look.Width(note, look.SizeNote, false)-12, look.SizeHeading, look.Text1, true)
	return y + 36
}

// headline says the claim that stands for the summit as a sentence of figures,
// and draws its bridge: one square is one record.
func (o *overview) headline(y float32) float32 {
	d, s := o.desk, o.sheet
	p, width := d.printer, s.width-2*overviewMargin
	claim := analysis.HeadlineClaim(d.view)
	if !claim.Exists() {
		s.text(d.text("overview.no_claim", p.Records(ledger.Agreements, d.view.Len(ledger.Agreements))), overviewMargin, y, width, look.SizeTitle, look.Text1, true)
		return y + 36
	}
	answer := analysis.Bridge(d.view, claim, analysis.AtSigned, nil)
	whole := int(answer.Amount.IntPart())
	itemised, signed := int(answer.Itemised.IntPart()), int(answer.Counted.IntPart())
	unit := "overview.claimed_" + answer.Unit.String()
	s.text(p.Text(unit, p.Qualified(answer.Qualifier, p.Integer(whole)))+" "+p.Text("overview.named", p.Integer(itemised), p.Integer(signed)), overviewMargin, y, width, look.SizeTitle, look.Text1, true)
	source := d.text("overview.square", d.ledger.Value(claim, "claimed_by"), p.ShortDate(d.ledger.Date(claim, "as_of")), p.Records(ledger.Sources, len(d.ledger.SourcesOf(claim))))
	s.text(source, overviewMargin, y+28, width, look.SizeText, look.Text2, false)
	s.opens(overviewMargin-4, y+28, min(width, look.Width(source, look.SizeText, false)+8), 20, func() { o.window.showRecord(claim) })
	return o.bridge(y+58, answer)
}

// bridgeGroup is a run of squares: buckets that read as one.
type bridgeGroup struct {
	label string
	fill  fill
	count int
	refs  []ledger.Ref
}

// bridge draws the squares of a claim by how sure each is.
func (o *overview) bridge(y float32, answer analysis.ClaimAnswer) float32 {
	d, s := o.desk, o.sheet
	p := d.printer
	groups := o.bridgeGroups(answer)
	total := 0
	for _, group := range groups {
		total += group.count
	}
	if total == 0 {
		return y
	}
	width := s.width - 2*overviewMargin
	gaps := float32(len(groups)-1) * 16
	pitch := min(17, (width-gaps)/float32(total))
	x := float32(overviewMargin)
	named := x
	var unnamed []string // groups too narrow for their name: it stands below
	for _, group := range groups {
		long := float32(group.count) * pitch
		number := p.Integer(group.count)
		numberWidth := s.text(number, x, y-2, 60, look.SizeHeading, look.Text1, true)
		s.rect(look.Line2, x, y+20, numberWidth, 1)
		room := max(long-numberWidth-8, 0)
		if look.Width(group.label, look.SizeText, false) <= room {
			s.text(group.label, x+numberWidth+6, y, room+1, look.SizeText, look.Text1, false)
		} else {
			unnamed = append(unnamed, capital(d.text("overview.group", number, group.label)))
		}
		for i := range group.count {
			s.square(group.fill, x+float32(i)*pitch, y+26, max(2, pitch-3), 26)
		}
		if group.refs != nil {
			label, refs := group.label, group.refs
			s.opens(x-3, y-4, long+3, 60, func() { o.window.showRecords(tabOf(refs), label, refs) })
		}
		x += long
		if group.fill != missingFill {
			named = x
		}
		x += 16
	}
	// The bracket holds what can be named.
	s.rect(look.Line2, overviewMargin, y+62, named-overviewMargin-3, 1)
	s.rect(look.Line2, overviewMargin, y+57, 1, 5)
	s.rect(look.Line2, named-4, y+57, 1, 5)
	text := strings.Join(append([]string{d.text("overview.itemised", p.Integer(int(answer.Itemised.IntPart())))}, unnamed...), " ")
	for _, left := range answer.LeftOut {
		if left.Reason == analysis.ReasonNoPaper {
			text += " " + p.Count("overview.no_paper", len(left.Refs))
		}
	}
	y += 68
	used := s.text(text, overviewMargin, y, width, look.SizeText, look.Text2, false)
	parts := o.parts(answer)
	switch long := look.Width(parts, look.SizeText, false); {
	case parts == "":
	case used+overviewGap+long <= width:
		s.right(parts, overviewMargin+width, y, look.SizeText, look.Text2, false)
	default:
		y += look.LineText
		s.text(parts, overviewMargin, y, width, look.SizeText, look.Text2, false)
	}
	return y + 24
}

// parts says what the claim was said to be made of: the first split of few
// parts that can all be checked.
func (o *overview) parts(answer analysis.ClaimAnswer) string {
	for _, split := range answer.Splits {
		if texts := o.partsOf(split); len(texts) > 0 {
			return strings.Join(texts, "; ")
		}
	}
	return ""
}

// fewParts is how many parts fit in a line.
const fewParts = 3

func (o *overview) partsOf(split analysis.Split) []string {
	if len(split.Parts) > fewParts {
		return nil
	}
	p := o.desk.printer
	var texts []string
	for _, part := range split.Parts {
		if !part.HasRemainder {
			return nil
		}
		texts = append(texts, p.Text("overview.part", p.Integer(int(part.Amount.IntPart())), o.desk.ledger.Value(part.Claim, "claim"), p.Integer(int(part.Itemised.IntPart()))))
	}
	return texts
}

func (o *overview) bridgeGroups(answer analysis.ClaimAnswer) []bridgeGroup {
	d := o.desk
	all := []bridgeGroup{{label: d.text("overview.signed"), fill: signedFill}, {label: d.text("overview.reported"), fill: reportedFill}, {label: d.text("overview.before"), fill: silentFill}, {label: d.text("overview.ended"), fill: endedFill}}
	place := map[string]int{analysis.BucketBinding: 0, analysis.BucketNotBinding: 0, analysis.BucketForceUnknown: 0, analysis.BucketUnconfirmed: 1, analysis.BucketBefore: 2, analysis.BucketDuplicate: 2, analysis.BucketEnded: 3}
	for _, bucket := range answer.Buckets {
		at, ok := place[bucket.ID]
		if !ok {
			continue
		}
		for _, item := range bucket.Items {
			all[at].refs = append(all[at].refs, item.Ref)
			all[at].count++
		}
	}
	var groups []bridgeGroup
	for _, group := range all {
		if group.count > 0 {
			groups = append(groups, group)
		}
	}
	if missing := int(answer.Remainder.IntPart()); missing > 0 {
		groups = append(groups, bridgeGroup{label: d.text("overview.missing"), fill: missingFill, count: missing})
	}
	return groups
}

// tabOf names the tab that shows records of a kind.
func tabOf(refs []ledger.Ref) string {
	if len(refs) > 0 {
		switch refs[0].Kind {
		case ledger.Deals:
			return "pipeline"
		case ledger.Events:
			return "timeline"
		case ledger.Funds:
			return "funds"
		case ledger.Promises:
			return "promises"
		case ledger.Tracks:
			return "tracks"
		}
	}
	return "agreements"
}
