package report

import "summitledger/data/report/drawing"

// sheetReserve is what the heads of a sheet take at most of its height.
const sheetReserve = 270.0

// bodyRows sets a row with a grey hairline below it. A row that is higher than a
// sheet is divided between its lines; nothing of it is lost.
func (t table) bodyRows(p *page, cells []cell) []part {
	set, most := t.setCells(p, bodyStyle, cells)
	room := max(1, int((p.body-sheetReserve)/bodyStyle.lineHeight()))
	entry := t.entry(p, drawing.Row, cells)
	if most <= room {
		return []part{stack([]part{told(t.lines(bodyStyle, set, 0, most), entry), ruled(t.total(), hairline, false)})}
	}
	var parts []part
	for first := 0; first < most; first += room {
		one := t.lines(bodyStyle, set, first, min(first+room, most))
		switch {
		case first == 0:
			one = told(one, entry)
		case first+room >= most:
			one = stack([]part{one, ruled(t.total(), hairline, false)})
		}
		parts = append(parts, one)
	}
	return parts
}

// capped is a text in so many lines at most: what stands whole elsewhere.
func (p *page) capped(text string, s style, width float64, most int) []string {
	lines := p.wrap(text, s, width)
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], "...")
	}
	return lines
}
