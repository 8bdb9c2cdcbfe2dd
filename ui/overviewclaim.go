package ui

import (
	"slices"
	"strconv"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/ui/look"
)

// squareGroup is a run of squares: records of which one may say the same.
type squareGroup struct {
	id, label string
	fill      fill
	count     int
	counted   int // of these as far as the chosen level; they are filled and come first
}

// claimPart is what a claim was said to be made of.
type claimPart struct {
	id, label     string
	amount, found string
}

// squaresAtMost is up to how many records one square stands for one record;
// above, bars stand from zero.
const squaresAtMost = 150

// gatherClaim answers the claim that stands for the summit.
func (o *overviewData) gatherClaim() {
	d := o.desk
	claim := analysis.HeadlineClaim(d.view)
	if !claim.Exists() {
		return
	}
	o.answer = analysis.BridgeWith(d.view, claim, o.settings.Bridging(d.countAt, nil))
	o.signed = analysis.BridgeWith(d.view, claim, o.settings.Bridging(analysis.AtSigned, nil))
	o.gatherGroups()
	p, whole := d.printer, d.text("overview.of_claim", d.printer.Integer(int(o.answer.Amount.IntPart())))
	itemised := o.answer.ItemisedTotal()
	o.add(figure{id: "itemised", name: d.text("overview.itemised_part"), number: p.Integer(itemised.Count), whole: whole, total: itemised, rivals: rivalsOf(o.answer)})
	counted := o.answer.CountedTotal()
	o.add(figure{id: "counted", name: d.text("overview.counted", p.Word("count_at", d.countAt.String())), number: p.Integer(counted.Count), whole: whole, total: counted})
	var unpapered analysis.Total
	for _, left := range o.answer.LeftOut {
		if left.Reason == analysis.ReasonNoPaper {
			for _, ref := range left.Refs {
				if d.view.Has(ref) {
					unpapered.Added = append(unpapered.Added, ref)
				}
			}
		}
	}
	if o.noPaper = len(unpapered.Added); o.noPaper > 0 {
		unpapered.Count, unpapered.Unit = o.noPaper, analysis.Records
		o.add(figure{id: "no_paper", name: d.text("reason.no_paper"), number: p.Integer(o.noPaper), total: unpapered})
	}
	o.gatherParts()
}

func rivalsOf(answer analysis.ClaimAnswer) []ledger.Ref {
	var refs []ledger.Ref
	for _, rival := range answer.Rivals {
		refs = append(refs, rival.Claim)
	}
	return refs
}

// gatherGroups sorts the records behind the claim by what is confirmed of them,
// whatever became of them later. The level fills squares and moves none.
func (o *overviewData) gatherGroups() {
	d := o.desk
	signed := map[ledger.Ref]bool{}
	for _, ref := range o.signed.CountedTotal().Added {
		signed[ref] = true
	}
	groups := []squareGroup{{id: "signed", label: d.text("overview.signed"), fill: signedFill}, {id: "reported", label: d.text("overview.reported"), fill: reportedFill},
		{id: "before", label: d.text("overview.before"), fill: silentFill}, {id: "twice", label: d.text("reason.duplicate_or_replaced"), fill: silentFill}}
	totals := make([]analysis.Total, len(groups))
	totals[0] = o.signed.CountedTotal()
	totals[0].Added, totals[0].Count = nil, 0
	for i, id := range []string{analysis.BucketUnconfirmed, analysis.BucketBefore, analysis.BucketDuplicate} {
		totals[i+1] = analysis.Total{Definition: "bucket." + id, Unit: totals[0].Unit}
	}
	for _, bucket := range o.answer.Buckets {
		for _, item := range bucket.Items {
			at := 1
			switch {
			case bucket.ID == analysis.BucketDuplicate:
				at = 3
			case bucket.ID == analysis.BucketBefore:
				at = 2
			case signed[item.Ref]:
				at = 0
			}
			groups[at].count++
			if item.Counted {
				groups[at].counted++
			}
			totals[at].Added = append(totals[at].Added, item.Ref)
			totals[at].Count++
		}
	}
	whole := d.text("overview.of_claim", d.printer.Integer(int(o.answer.Amount.IntPart())))
	for i, group := range groups {
		if group.count > 0 {
			o.groups = append(o.groups, group)
			o.add(figure{id: "group." + group.id, name: group.label, number: d.printer.Integer(group.count), whole: whole, total: totals[i]})
		}
	}
	if missing := int(o.answer.Remainder.IntPart()); missing > 0 {
		o.groups = append(o.groups, squareGroup{id: "missing", label: d.text("overview.missing"), fill: missingFill, count: missing, counted: missing})
		o.add(figure{id: "group.missing", name: d.text("overview.missing"), number: d.printer.Qualified(o.answer.RemainderQualifier, d.printer.Integer(missing)), whole: whole, total: o.answer.RemainderTotal()})
	}
}

// fewParts is how many parts fit in a line.
const fewParts = 3

// gatherParts takes the first split of few parts that can all be checked.
func (o *overviewData) gatherParts() {
	d := o.desk
	p := d.printer
	for _, split := range o.answer.Splits {
		if len(split.Parts) > fewParts || !split.Itemised {
			continue
		}
		parts := slices.Clone(split.Parts)
		slices.SortStableFunc(parts, func(a, b analysis.PartClaim) int { return b.Amount.Cmp(a.Amount) })
		for i, part := range parts {
			answer := analysis.BridgeWith(d.view, part.Claim, o.settings.Bridging(d.countAt, nil))
			label := o.partLabel(part.Claim, split.Word)
			id := o.add(figure{id: "part." + strconv.Itoa(i), name: p.Title(d.ledger, part.Claim), number: p.Integer(int(part.Amount.IntPart())),
				whole: d.text("overview.found", p.Integer(int(part.Itemised.IntPart()))), total: answer.ItemisedTotal(), rivals: rivalsOf(answer)})
			o.parts = append(o.parts, claimPart{id: id, label: label, amount: p.Integer(int(part.Amount.IntPart())), found: p.Integer(int(part.Itemised.IntPart()))})
		}
		if none := split.InNone.Records; len(none) > 0 {
			id := o.add(figure{id: "part.none", name: d.text("overview.in_no_part"), number: p.Integer(len(none)), total: analysis.Total{Unit: o.signed.CountedTotal().Unit, Count: len(none), Added: none}})
			o.parts = append(o.parts, claimPart{id: id, label: d.text("overview.in_no_part"), found: p.Integer(len(none))})
		}
		return
	}
}

// partLabel names a part by the word that divides it from the others, where
// its scope has one, else by its title.
func (o *overviewData) partLabel(claim ledger.Ref, word string) string {
	d := o.desk
	_, scope, err := o.settings.ClaimForm(d.ledger, claim)
	if err == nil {
		for _, term := range scope.Terms() {
			column := scope.Kind.Columns()[term.Column]
			if column.Name == word && column.Words != nil && len(term.Values) == 1 {
				return small(d.printer.Word(column.Words.Name(), term.Values[0]))
			}
		}
	}
	return d.printer.Title(d.ledger, claim)
}

// run is a piece of a sentence; one with a figure is a number that opens.
type run struct{ text, figure string }

// runs cuts a text of the catalogue at its places and sets runs into them.
func runs(text string, values ...run) []run {
	var list []run
	for text != "" {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		shut := strings.IndexByte(text[open:], '}')
		if shut < 0 {
			break
		}
		at, err := strconv.Atoi(text[open+1 : open+shut])
		if err != nil || at >= len(values) {
			break
		}
		if open > 0 {
			list = append(list, run{text: text[:open]})
		}
		list = append(list, values[at])
		text = text[open+shut+1:]
	}
	if text != "" {
		list = append(list, run{text: text})
	}
	return list
}

// wideRuns is the width of a sentence on one line.
func wideRuns(list []run) float32 {
	width := float32(0)
	for _, piece := range list {
		width += look.Width(piece.text, look.SizeText, piece.figure != "")
		if piece.figure != "" {
			width += 2 // bold digits stand close to what is beside them
		}
	}
	return width
}

// sentence writes runs on one line.
func (o *overview) sentence(list []run, x, y, room float32) {
	end := x + room
	for _, piece := range list {
		bold, token := piece.figure != "", look.Text2
		if bold {
			token = look.Text1
			x++
		}
		width := o.sheet.text(piece.text, x, y, max(0, end-x+1), look.SizeText, token, bold)
		if bold {
			o.spot(piece.figure, true, x, y, width, look.LineText)
			width++
		}
		x += width
	}
}

// headline says the claim that stands for the summit as a sentence of figures,
// and draws its bridge: one square is one record.
func (o *overview) headline(y float32) float32 {
	d, s := o.data.desk, o.sheet
	p, width := d.printer, s.width-2*overviewMargin
	answer := o.data.answer
	if !answer.HasRemainder {
		s.text(d.text("overview.no_claim", p.Records(ledger.Agreements, d.view.Len(ledger.Agreements))), overviewMargin, y, width, look.SizeTitle, look.Text1, true)
		return y + 36
	}
	itemised, claimed := int(answer.Itemised.IntPart()), p.Qualified(answer.Qualifier, p.Integer(int(answer.Amount.IntPart())))
	level, counted := analysis.AtSigned, o.data.signed
	if d.countAt > analysis.AtSigned {
		level, counted = d.countAt, answer
	}
	space := " "
	if p.Language() == locale.Japanese {
		space = ""
	}
	text := p.Text("overview.claimed_"+answer.Unit.String(), claimed) + space + p.Text("overview.named_"+level.String(), p.Integer(itemised), p.Integer(int(counted.Counted.IntPart())))
	for _, line := range look.Wrap(text, width, look.SizeTitle, true, 2) {
		s.text(line, overviewMargin, y, width, look.SizeTitle, look.Text1, true)
		y += look.LineTitle
	}
	by := strings.ReplaceAll(d.ledger.Value(answer.Claim, "claimed_by"), "; ", ", ")
	source := d.text("overview.square_"+answer.Unit.String(), by, p.ShortDate(d.ledger.Date(answer.Claim, "as_of")), p.Records(ledger.Sources, len(d.ledger.SourcesOf(answer.Claim))))
	used := s.text(source, overviewMargin, y, width, look.SizeText, look.Text2, false)
	o.opens(overviewMargin-4, y-1, used+8, 21, func() { o.window.showClaim(answer.Claim) })
	var own []string // what of the answer is the reader's choice
	if answer.Overridden {
		own = append(own, d.text("overview.own_scope"))
	}
	if moved := answer.Moved(); moved > 0 {
		own = append(own, p.Count("overview.moved", moved))
	}
	if len(own) > 0 {
		y += 20
		s.text(strings.Join(own, " "), overviewMargin, y, width, look.SizeText, look.Text1, false)
	}
	return o.bridge(y + 30)
}

// bridge draws the squares of the claim by how sure each is.
func (o *overview) bridge(y float32) float32 {
	s, data := o.sheet, o.data
	total := 0
	for _, group := range data.groups {
		total += group.count
	}
	if total == 0 {
		return y
	}
	width := s.width - 2*overviewMargin
	pitch := min(17, (width-float32(len(data.groups)-1)*16)/float32(total))
	x, named := float32(overviewMargin), float32(overviewMargin)
	var unnamed []squareGroup // groups too narrow for their name: it stands below
	for _, group := range data.groups {
		long := max(pitch*float32(group.count), 3)
		number := data.figures["group."+group.id].number
		wide := s.text(number, x, y-3, width, look.SizeHeading, look.Text1, true)
		if room := max(long-wide-8, 0); look.Width(group.label, look.SizeText, false) <= room || group.fill == missingFill && x+wide+8+look.Width(group.label, look.SizeText, false) <= s.width-overviewMargin {
			s.text(group.label, x+wide+7, y, s.width, look.SizeText, look.Text1, false)
		} else {
			unnamed = append(unnamed, group)
		}
		o.squares(group, total, x, y+24, pitch, long)
		o.spot("group."+group.id, true, x, y-3, wide, 24)
		o.spot("group."+group.id, false, x-3, y+22, long+2, 30)
		x += long
		if group.fill != missingFill {
			named = x
		}
		x += 16
	}
	// The bracket holds what can be named.
	if named > overviewMargin {
		s.rect(look.Line2, overviewMargin, y+60, named-overviewMargin-3, 1)
		s.rect(look.Line2, overviewMargin, y+55, 1, 5)
		s.rect(look.Line2, named-4, y+55, 1, 5)
	}
	return o.underBridge(y+66, width, unnamed)
}

// squares draws the records of a group, those that count filled; too many
// records stand as a bar.
func (o *overview) squares(group squareGroup, total int, x, y, pitch, long float32) {
	if total > squaresAtMost {
		share := long * float32(group.counted) / float32(max(1, group.count))
		if group.fill == missingFill {
			o.sheet.put(look.Hatch(look.Text3), x, y, long-3, 26)
			o.sheet.square(silentFill, x, y, long-3, 26)
			return
		}
		o.sheet.square(countedFill, x, y, max(2, long-3), 26)
		if share > 3 {
			o.sheet.square(group.fill, x, y, share-3, 26)
		}
		return
	}
	for i := range group.count {
		f := group.fill
		if i >= group.counted {
			f = countedFill
		}
		o.sheet.square(f, x+float32(i)*pitch, y, max(2, pitch-3), 26)
	}
}

// underBridge says what the named records are made of, and at the right what
// the claim was said to be made of.
func (o *overview) underBridge(y, width float32, unnamed []squareGroup) float32 {
	d, data := o.data.desk, o.data
	itemised := run{data.figures["itemised"].number, "itemised"}
	left := runs(d.text("overview.itemised"), itemised)
	var found, claimed []run
	for i, part := range data.parts {
		if i > 0 {
			found = append(found, run{text: d.text("overview.comma")})
		}
		found = append(found, run{text: d.text("overview.found_part", part.found, part.label)})
		if part.amount == "" {
			continue
		}
		if i > 0 {
			claimed = append(claimed, run{text: d.text("overview.comma")})
		}
		claimed = append(claimed, runs(d.text("overview.part"), run{part.amount, part.id}, run{text: part.label}, run{text: part.found})...)
	}
	if len(found) > 0 {
		left = nil
		for _, piece := range runs(d.text("overview.itemised_parts"), itemised, run{text: "\x00"}) {
			if piece.text == "\x00" {
				left = append(left, found...)
			} else {
				left = append(left, piece)
			}
		}
	}
	for _, group := range unnamed {
		left = append(left, run{text: " "})
		left = append(left, runs(d.text("overview.group"), run{data.figures["group."+group.id].number, "group." + group.id}, run{text: group.label})...)
	}
	if data.noPaper > 0 {
		left = append(left, run{text: " "})
		left = append(left, runs(d.printer.Count("overview.no_paper", data.noPaper), run{d.printer.Integer(data.noPaper), "no_paper"})...)
	}
	o.sentence(left, overviewMargin, y, width)
	if len(claimed) == 0 {
		return y + 20
	}
	claimed = append([]run{{text: d.text("overview.claimed_parts")}}, claimed...)
	if long := wideRuns(claimed); wideRuns(left)+overviewGap+long <= width {
		o.sentence(claimed, overviewMargin+width-long, y, long)
	} else {
		y += look.LineText
		o.sentence(claimed, overviewMargin, y, width)
	}
	return y + 20
}
