package ui

import (
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/look"
)

// splitRow is a line of the table of parts: label and five figures, or a note
// in place of the last four.
type splitRow struct {
	label   string
	numbers [5]string // claimed, signed, reported, itemised, not found
	note    string
	bold    bool
	open    func()
}

// splitRows lists the parts of a split, what of the whole is in none or several
// of them, and their sum. The last column adds up to the whole's remainder less
// the gap (RULES 10.2).
func (c *claims) splitRows(split analysis.Split) []splitRow {
	page, d := c.page, c.page.desk
	var rows []splitRow
	var signed, reported, itemised decimal.Decimal
	for _, part := range split.Parts {
		answer := page.parts[part.Claim]
		row := splitRow{label: d.printer.Title(d.ledger, part.Claim), open: func() { c.window.showClaim(part.Claim) }}
		row.numbers[0] = d.printer.Qualified(d.qualifierOf(part.Claim), page.number(part.Amount))
		switch {
		case part.HasRemainder:
			of := answer.Counted
			unconfirmed := valueOf(answer, analysis.BucketUnconfirmed)
			signed, reported, itemised = signed.Add(of), reported.Add(unconfirmed), itemised.Add(part.Itemised)
			copy(row.numbers[1:], []string{page.number(of), page.number(unconfirmed), page.number(part.Itemised), page.number(part.Remainder)})
		case part.Form == analysis.FormComparison:
			row.note = d.text("claims.split.compared")
		default:
			row.note = d.text("claims.split.no_scope")
		}
		rows = append(rows, row)
	}
	if !split.Itemised {
		return append(rows, splitRow{label: d.text("claims.split.sum", page.number(split.Gap)), numbers: [5]string{page.number(split.Sum)}, bold: true})
	}
	missing := split.Remainders
	states := page.states()
	for _, other := range []struct {
		key   string
		part  analysis.Part
		value decimal.Decimal // what it does to what is not found
		times decimal.Decimal // and to what is itemised
	}{
		{"claims.split.in_none", split.InNone, split.InNone.Value.Neg(), split.InNone.Value},
		{"claims.split.in_several", split.InSeveral, split.Extra, split.Extra.Neg()},
		{"claims.split.outside", split.Outside, split.Outside.Value, split.Outside.Value.Neg()},
	} {
		if len(other.part.Records) == 0 {
			continue
		}
		refs := other.part.Records
		row := splitRow{label: d.text(other.key, d.printer.Records(refs[0].Kind, len(refs)))}
		label := row.label
		row.open = func() { c.window.showRecords(tabOf(refs), label, refs) }
		missing, itemised = missing.Add(other.value), itemised.Add(other.times)
		row.numbers = [5]string{"..", "", "", page.number(other.times), page.number(other.value)}
		if other.key == "claims.split.in_none" {
			of, unconfirmed := states.sum(refs)
			signed, reported = signed.Add(of), reported.Add(unconfirmed)
			row.numbers[1], row.numbers[2] = page.number(of), page.number(unconfirmed)
		}
		rows = append(rows, row)
	}
	return append(rows, splitRow{label: d.text("claims.split.sum", page.number(split.Gap)), bold: true,
		numbers: [5]string{page.number(split.Sum), page.number(signed), page.number(reported), page.number(itemised), page.number(missing)}})
}

// valueOf gives the value of a bucket of an answer.
func valueOf(answer analysis.ClaimAnswer, id string) decimal.Decimal {
	for _, bucket := range answer.Buckets {
		if bucket.ID == id {
			return bucket.Value
		}
	}
	return decimal.Zero
}

// itemStates tells of each record of the whole whether it is signed or only
// reported, and its value.
type itemStates struct {
	signed, reported map[ledger.Ref]decimal.Decimal
}

func (c *claimPage) states() itemStates {
	states := itemStates{map[ledger.Ref]decimal.Decimal{}, map[ledger.Ref]decimal.Decimal{}}
	for _, bucket := range c.signed.Buckets {
		for _, item := range bucket.Items {
			if item.Counted {
				states.signed[item.Ref] = item.Value
			}
			if bucket.ID == analysis.BucketUnconfirmed {
				states.reported[item.Ref] = item.Value
			}
		}
	}
	return states
}

// sum adds the values of some records.
func (s itemStates) sum(refs []ledger.Ref) (signed, reported decimal.Decimal) {
	for _, ref := range refs {
		signed, reported = signed.Add(s.signed[ref]), reported.Add(s.reported[ref])
	}
	return signed, reported
}

// splitWord says what a split divides by: by track.
func (d *desk) splitWord(word string) string {
	if key := "claims.split.word." + word; d.printer.Has(key) {
		return d.text(key)
	}
	if ledger.Agreements.Column(word) >= 0 {
		word = small(d.printer.Column(ledger.Agreements, word))
	}
	return d.text("claims.split.by", word)
}

// Measures of the tables of parts.
const (
	splitLine   = 24
	splitGap    = 16
	splitLabels = 150
)

// drawSplits draws a table for every split; they are never added to each other.
func (c *claims) drawSplits(s *sheet, x, y, width float32) float32 {
	page, d := c.page, c.page.desk
	headings := [5]string{}
	for i, key := range []string{"claimed", "signed", "reported", "itemised", "missing"} {
		headings[i] = d.text("claims.split." + key)
	}
	for i, split := range page.answer.Splits {
		rows := c.splitRows(split)
		columns := splitColumns(headings, rows, width)
		labels := width
		for _, column := range columns {
			if column > 0 {
				labels -= column
			}
		}
		s.text(d.text("claims.split.heading", d.splitWord(split.Word)), x, y, labels-8, look.SizeText, look.Text2, false)
		at := x + labels
		for k, column := range columns {
			if at += column; column > 0 && (k == 0 || split.Itemised || anyChecked(split)) {
				s.right(headings[k], at, y+3, look.SizeNote, look.Text2, false)
			}
		}
		y += splitLine - 3
		s.rect(look.Text1, x, y, width, 1)
		for k, row := range rows {
			if row.bold {
				s.rect(look.Text1, x, y, width, 1)
				if i > 0 && !split.Itemised {
					row.note = d.text("claims.split.never")
				}
			} else if k > 0 {
				s.rect(look.Line, x, y, width, 1)
			}
			c.drawSplitRow(s, row, x, y, width, labels, columns)
			y += splitLine
		}
		if i > 0 && split.Itemised {
			y = s.paragraph(d.text("claims.split.never"), x, y, width, look.SizeNote, look.Text2, false)
		}
		y += 12
	}
	return y
}

// anyChecked reports whether any part of a split has figures of its own.
func anyChecked(split analysis.Split) bool {
	for _, part := range split.Parts {
		if part.HasRemainder {
			return true
		}
	}
	return false
}

// splitColumns measures the five columns; where there is little room signed
// and reported leave.
func splitColumns(headings [5]string, rows []splitRow, width float32) [5]float32 {
	var columns [5]float32
	total := float32(0)
	for i := range columns {
		columns[i] = look.Width(headings[i], look.SizeNote, false)
		for _, row := range rows {
			columns[i] = max(columns[i], look.Width(row.numbers[i], look.SizeText, false))
		}
		columns[i] += splitGap
		total += columns[i]
	}
	if width-total < splitLabels {
		columns[1], columns[2] = 0, 0
	}
	return columns
}

func (c *claims) drawSplitRow(s *sheet, row splitRow, x, y, width, labels float32, columns [5]float32) {
	label := look.Cut(row.label, labels-8, look.SizeText, row.bold)
	s.text(label, x, y+2, labels-8, look.SizeText, look.Text1, row.bold)
	at := x + labels
	for k, column := range columns {
		if at += column; column > 0 && row.numbers[k] != "" {
			s.right(row.numbers[k], at, y+2, look.SizeText, look.Text1, false)
		}
	}
	if row.note != "" {
		note := look.Cut(row.note, width-labels-columns[0]-8, look.SizeNote, false)
		s.right(note, x+width, y+4, look.SizeNote, look.Text2, false)
	}
	if row.open != nil {
		s.opens(x-2, y+1, width+4, splitLine-1, row.open)
	}
}
