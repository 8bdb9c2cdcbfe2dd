package workbook

import (
	"errors"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// target is where a cell leads: a page of the web, a cell of the workbook, or
// nowhere.
type target struct {
	address  string
	external bool
}

// link is a cell that leads somewhere.
type link struct {
	cell string
	to   target
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
	if !ref.Exists() || !ref.Kind.Keyed() {
		return target{}
	}
	for i := range b.sheets {
		if s := &b.sheets[i]; s.kind == ref.Kind {
			if place, ok := s.place(ref); ok {
				return target{address: cellAddress(s.name, "A"+strconv.Itoa(place+firstRow))}
			}
		}
	}
	return target{}
}

// place finds a record among the rows of the sheet.
func (s *sheet) place(ref ledger.Ref) (int, bool) {
	if s.sorted == nil { // as in the ledger
		return slices.BinarySearchFunc(s.rows, ref.Row, func(r ledger.Ref, row int32) int { return int(r.Row) - int(row) })
	}
	at, ok := slices.BinarySearchFunc(s.sorted, ref.Row, func(place, row int32) int { return int(s.rows[place].Row) - int(row) })
	if !ok {
		return 0, false
	}
	return int(s.sorted[at]), true
}

// notePlaces makes records findable on sheets that are not in the order of the
// ledger.
func (b *book) notePlaces() {
	byRow := func(a, b ledger.Ref) int { return int(a.Row) - int(b.Row) }
	for i := range b.sheets {
		s := &b.sheets[i]
		if slices.IsSortedFunc(s.rows, byRow) {
			continue
		}
		s.sorted = make([]int32, len(s.rows))
		for place := range s.rows {
			s.sorted[place] = int32(place)
		}
		slices.SortStableFunc(s.sorted, func(a, b int32) int { return byRow(s.rows[a], s.rows[b]) })
	}
}

// cellAddress names a cell of a sheet as links and names of Excel do.
func cellAddress(sheet, cell string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + cell
}

// linkColumns says for each column in how many rows from the top its cells
// become links: in all of them, from the first column on, as long as the sheet
// may hold so many. left reports that there were more.
func linkColumns(columns []column, rows, most int) (linked []int, left bool) {
	linked = make([]int, len(columns))
	for i := range columns {
		if columns[i].leads == nil {
			continue
		}
		linked[i] = min(rows, most)
		most -= linked[i]
		left = left || linked[i] < rows
	}
	return linked, left
}

// setLink makes a cell of the sheet a link. It looks through all links before
// it: sheets with many of them write them by themselves.
func (b *book) setLink(sheet, cell string, to target) error {
	kind := "Location"
	if to.external {
		kind = "External"
	}
	return b.file.SetCellHyperLink(sheet, cell, to.address, kind)
}

// storeLinks keeps the links of a sheet that is worked out.
func (b *book) storeLinks(path string, links []link) error {
	var markup, relations []byte
	for _, link := range links {
		markup, relations = link.to.append(markup, relations, link.cell)
	}
	packer, err := flate.NewWriter(io.Discard, compression)
	if err != nil {
		return err
	}
	kept, all := &store{}, &block{}
	b.stores[path] = kept
	if err := errors.Join(all.links.pack(packer, markup), all.relations.pack(packer, relations)); err != nil {
		return err
	}
	return kept.add(all)
}

// append adds the link of a cell to the markup of links of a sheet and, when it
// leaves the workbook, to that of the relations of the sheet.
func (t target) append(links, relations []byte, cell string) (withLink, withRelation []byte) {
	links = append(append(links, `<hyperlink ref="`...), cell...)
	if !t.external {
		links = appendAttribute(append(links, `" location="`...), t.address)
		return append(links, `"/>`...), relations
	}
	links = append(append(append(links, `" r:id="link`...), cell...), `"/>`...)
	relations = append(append(relations, `<Relationship Id="link`...), cell...)
	relations = append(relations, `" Type="`+excelize.SourceRelationshipHyperLink+`" Target="`...)
	return links, append(appendAttribute(relations, t.address), `" TargetMode="External"/>`...)
}

// numbersAsText tells Excel that codes and keys made of digits are meant so.
func (b *book) numbersAsText(sheet, area string) error {
	return b.file.AddIgnoredErrors(sheet, area, excelize.IgnoredErrorsNumberStoredAsText)
}
