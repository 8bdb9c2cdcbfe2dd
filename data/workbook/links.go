package workbook

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// target is where a cell leads: a page of the web, a cell of the workbook, or
// nowhere.
type target struct {
	address  string
	external bool
}

// place is the cell of a record: its sheet and row.
type place struct {
	sheet int
	row   int
}

// longestAddress is what Excel takes for an address without repairing the file.
const longestAddress = 2000

// webPage makes an address of the data a target. Only addresses of the web are
// followed: a workbook that opens a file or runs a command is nobody's wish.
func webPage(address string) target {
	parsed, err := url.Parse(strings.TrimSpace(address))
	if err != nil || (parsed.Scheme != "http" && parsed.Scheme != "https") || parsed.Host == "" {
		return target{}
	}
	if written := parsed.String(); len(written) <= longestAddress {
		return target{address: written, external: true}
	}
	return target{}
}

// firstSource leads to the page of the first cited source that has one.
func (b *book) firstSource(ref ledger.Ref) target {
	l := b.request.View.Ledger()
	for _, source := range l.SourcesOf(ref) {
		if found := webPage(l.Value(source, "url")); found.external {
			return found
		}
	}
	return target{}
}

// rowOf leads to the row of a record in this workbook.
func (b *book) rowOf(ref ledger.Ref) target {
	if !ref.Exists() {
		return target{}
	}
	at, ok := b.places[ref]
	if !ok {
		return target{}
	}
	return target{address: cellAddress(b.sheets[at.sheet].name, "A"+strconv.Itoa(at.row))}
}

// cellAddress names a cell of a sheet as links and names of Excel do.
func cellAddress(sheet, cell string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cell
}

// linkColumns chooses the columns whose cells become links: whole columns
// only, from the first, as long as the sheet may hold so many.
func linkColumns(columns []column, rows, most int) []bool {
	chosen := make([]bool, len(columns))
	used := 0
	for i := range columns {
		if columns[i].leads != nil && used+rows <= most {
			chosen[i] = true
			used += rows
		}
	}
	return chosen
}

// setLink makes a cell of the sheet a link.
func (b *book) setLink(sheet, cell string, to target) error {
	kind := "Location"
	if to.external {
		kind = "External"
	}
	return b.file.SetCellHyperLink(sheet, cell, to.address, kind)
}

// notePlaces remembers where each record stands, as long as there are few
// enough for links to be set at all.
func (b *book) notePlaces() {
	b.places = map[ledger.Ref]place{}
	for i := range b.sheets {
		rows := b.sheets[i].rows
		if len(rows) > b.limits.links || len(rows) == 0 || !rows[0].Kind.Keyed() {
			continue
		}
		for row, ref := range rows {
			if _, known := b.places[ref]; !known {
				b.places[ref] = place{sheet: i, row: row + 2}
			}
		}
	}
}

// numbersAsText tells Excel that codes and keys made of digits are meant so.
func (b *book) numbersAsText(sheet, area string) error {
	return b.file.AddIgnoredErrors(sheet, area, excelize.IgnoredErrorsNumberStoredAsText)
}
