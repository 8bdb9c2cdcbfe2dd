package query

import (
	"context"
	"math"
	"sync"

	"summitledger/data/ledger"
)

// column holds the values of a field for every row of a kind as small numbers:
// facets are counted and filters tested without looking at a text. Number 0
// stands for having none.
type column struct {
	words  []string // by number
	codes  []uint16 // by row; where rows can have several values, one after the other
	starts []uint32 // of fields with several values: where those of a row begin; one more than rows
}

// mostWords bounds the values of a column; fields with more have none.
const mostWords = math.MaxUint16

// of gives the numbers of the values of a row.
func (c *column) of(row int32) []uint16 {
	if c.starts == nil {
		return c.codes[row : row+1]
	}
	return c.codes[c.starts[row]:c.starts[row+1]]
}

// part is what some rows give to a column, with numbers of their own.
type part struct {
	words  []string
	number map[string]uint16
	codes  []uint16
	counts []uint32 // of fields with several values: how many a row has
	full   bool     // there are too many values
}

func (p *part) put(value string) {
	code, known := p.number[value]
	if !known {
		if len(p.words) > mostWords {
			p.full = true
			return
		}
		code = uint16(len(p.words))
		p.words = append(p.words, value)
		p.number[value] = code
	}
	p.codes = append(p.codes, code)
}

// newColumn reads a field of every row on all cores. The column is nil when
// there are too many different values.
func newColumn(ctx context.Context, v *ledger.View, kind ledger.Kind, field Field, ofView bool) (*column, error) {
	rows := int(v.Ledger().Rows(kind))
	parts := make([]*part, (rows+chunkRows-1)/chunkRows)
	err := each(ctx, len(parts), func(i int) {
		p := &part{words: []string{""}, number: map[string]uint16{"": 0}, codes: make([]uint16, 0, chunkRows)}
		for row := i * chunkRows; row < min(rows, (i+1)*chunkRows) && !p.full; row++ {
			ref := ledger.Ref{Kind: kind, Row: int32(row)}
			switch {
			case ofView && !v.Has(ref):
				p.none(field)
			case field.One != nil:
				p.put(field.One(v, ref))
			default:
				values := field.Values(v, ref)
				if len(values) == 0 {
					p.none(field)
					continue
				}
				for _, value := range values {
					p.put(value)
				}
				p.counts = append(p.counts, uint32(len(values)))
			}
		}
		parts[i] = p
	})
	if err != nil {
		return nil, err
	}
	return joined(parts, rows, field.One == nil), nil
}

// none says that a row has no value.
func (p *part) none(field Field) {
	p.codes = append(p.codes, 0)
	if field.One == nil {
		p.counts = append(p.counts, 1)
	}
}

// joined puts parts together under common numbers; nil when there are too many.
func joined(parts []*part, rows int, several bool) *column {
	all := &part{number: map[string]uint16{}}
	all.put("")
	all.codes = nil
	c, size := &column{}, 0
	for _, p := range parts {
		if p.full {
			return nil
		}
		size += len(p.codes)
	}
	c.codes = make([]uint16, 0, size)
	if several {
		c.starts = make([]uint32, 1, rows+1)
	}
	for _, p := range parts {
		common := make([]uint16, len(p.words))
		for code, word := range p.words {
			if all.put(word); all.full {
				return nil
			}
			common[code] = all.number[word]
		}
		all.codes = all.codes[:0]
		for _, code := range p.codes {
			c.codes = append(c.codes, common[code])
		}
		for _, count := range p.counts {
			c.starts = append(c.starts, c.starts[len(c.starts)-1]+count)
		}
	}
	c.words = all.words
	return c
}

// columnName names a column of a kind.
type columnName struct {
	kind  ledger.Kind
	field string
}

// columns keeps the columns that were asked for: those of cells as long as the
// index, those that a view derives as long as one of the last views is asked.
type columns struct {
	mu    sync.Mutex
	cells map[columnName]*column
	views []*viewColumns
}

type viewColumns struct {
	view    *ledger.View
	columns map[columnName]*column
}

// keptViews is how many views keep their columns.
const keptViews = 2

func newColumns() *columns { return &columns{cells: map[columnName]*column{}} }

// without gives the columns of cells that outlive changes of some kinds.
func (c *columns) without(kinds map[ledger.Kind]map[int64]bool) *columns {
	kept := newColumns()
	c.mu.Lock()
	defer c.mu.Unlock()
	for name, column := range c.cells {
		if kinds[name.kind] == nil {
			kept.cells[name] = column
		}
	}
	return kept
}

// place gives the columns among which one of a view or of cells is kept.
func (c *columns) place(v *ledger.View, ofView bool) map[columnName]*column {
	if !ofView {
		return c.cells
	}
	for _, kept := range c.views {
		if kept.view == v {
			return kept.columns
		}
	}
	if len(c.views) == keptViews {
		c.views = c.views[1:]
	}
	kept := &viewColumns{v, map[columnName]*column{}}
	c.views = append(c.views, kept)
	return kept.columns
}

// column gives the column of a field; nil when it has too many values.
func (x *Index) column(ctx context.Context, v *ledger.View, kind ledger.Kind, field Field) (*column, error) {
	name, ofView := columnName{kind, field.ID}, field.derived
	x.columns.mu.Lock()
	column, known := x.columns.place(v, ofView)[name]
	x.columns.mu.Unlock()
	if known {
		return column, nil
	}
	column, err := newColumn(ctx, v, kind, field, ofView)
	if err != nil {
		return nil, err
	}
	x.columns.mu.Lock()
	x.columns.place(v, ofView)[name] = column
	x.columns.mu.Unlock()
	return column, nil
}
