package query

import (
	"bytes"
	"context"
	"runtime"
	"slices"
	"sort"
	"sync"

	"summitledger/data/ledger"
)

// pageRows is the number of rows whose folded texts lie together: small enough
// to fold again after an edit, large enough to search in one sweep.
const pageRows = 4096

// page is the folded searched text of some rows, one after the other, each
// ended by a line feed, which no folded text contains.
type page struct {
	text     []byte
	ends     []uint32 // by row of the page: where its text ends
	cyrillic bool     // some text has Cyrillic letters
	kana     bool     // some text has kana
}

// holds reports whether a spelling can occur in the page at all.
func (p *page) holds(s spelling) bool {
	return s.script == anyScript || s.script == cyrillicScript && p.cyrillic || s.script == kanaScript && p.kana
}

// Index holds the folded text of a ledger's records for search by plain
// words. It does not change once made; Patch gives the one after an edit.
type Index struct {
	ledger  *ledger.Ledger
	pages   map[ledger.Kind][]*page
	columns *columns
	found   *lastFound
}

// NewIndex folds the searched columns of every table, on all cores.
func NewIndex(ctx context.Context, l *ledger.Ledger) (*Index, error) {
	index := &Index{ledger: l, pages: map[ledger.Kind][]*page{}, columns: newColumns(), found: &lastFound{}}
	for _, kind := range ledger.Kinds() {
		pages, old := make([]*page, (l.Rows(kind)+pageRows-1)/pageRows), oldKeys(l, kind)
		if err := each(ctx, len(pages), func(i int) { pages[i] = foldPage(l, kind, i, old) }); err != nil {
			return nil, err
		}
		index.pages[kind] = pages
	}
	return index, nil
}

// Ledger gives the ledger that the index was made of.
func (x *Index) Ledger() *ledger.Ledger { return x.ledger }

// Patch gives the index of the ledger after the given changes: only pages with
// changed rows are folded again.
func (x *Index) Patch(after *ledger.Ledger, changes []ledger.Change) *Index {
	patched := &Index{ledger: after, pages: map[ledger.Kind][]*page{}, found: &lastFound{}}
	for kind, pages := range x.pages {
		patched.pages[kind] = pages
	}
	stale := map[ledger.Kind]map[int64]bool{}
	for _, change := range changes {
		if stale[change.Kind] == nil {
			stale[change.Kind] = map[int64]bool{}
		}
		stale[change.Kind][change.ID] = true
	}
	patched.columns = x.columns.without(stale)
	alsoStale(x.ledger, after, changes, stale)
	for kind, ids := range stale {
		count := int(after.Rows(kind)+pageRows-1) / pageRows
		pages := make([]*page, count)
		copy(pages, x.pages[kind])
		touched := map[int]bool{}
		for i, p := range pages {
			rows := min(pageRows, int(after.Rows(kind))-i*pageRows)
			if p == nil || len(p.ends) != rows {
				touched[i] = true
			}
		}
		for id := range ids {
			if row, ok := after.RowOf(kind, id); ok {
				touched[int(row)/pageRows] = true
			}
		}
		old := oldKeys(after, kind)
		for i := range touched {
			pages[i] = foldPage(after, kind, i, old)
		}
		patched.pages[kind] = pages
	}
	return patched
}

func foldPage(l *ledger.Ledger, kind ledger.Kind, number int, old map[int32][]string) *page {
	var searched []int
	for i, column := range kind.Columns() {
		if column.Search {
			searched = append(searched, i)
		}
	}
	first := int32(number * pageRows)
	last := min(first+pageRows, l.Rows(kind))
	p := &page{ends: make([]uint32, 0, last-first)}
	for row := first; row < last; row++ {
		for _, column := range searched {
			if cell := l.Cell(ledger.Ref{Kind: kind, Row: row}, column); cell != "" {
				p.text = append(p.text, Fold(cell)...)
				p.text = append(p.text, ' ')
			}
		}
		for _, key := range old[row] {
			p.text = append(p.text, key...)
			p.text = append(p.text, ' ')
		}
		p.text = append(p.text, '\n')
		p.ends = append(p.ends, uint32(len(p.text)))
	}
	p.text = bytes.Clone(p.text) // drop what growing left over
	for at := 0; at < len(p.text) && !(p.cyrillic && p.kana); at++ {
		switch lead := p.text[at]; {
		case lead == 0xD0 || lead == 0xD1: // U+0400 to U+047F
			p.cyrillic = true
		case lead == 0xE3 && (p.text[at+1] == 0x81 || p.text[at+1] == 0x82): // hiragana
			p.kana = true
		}
	}
	return p
}

// find marks the rows of the page, among those still possible, whose text holds
// every word in one of its spellings. The first word is looked for in one
// sweep, the others only where it occurs.
func (p *page) find(words [][]spelling, possible, found []bool) {
	if possible != nil && few(possible) {
		for row, yes := range possible {
			found[row] = yes && p.rowHolds(row, words)
		}
		return
	}
	for _, s := range words[0] {
		if !p.holds(s) {
			continue
		}
		row := 0
		for at := 0; at < len(p.text); {
			hit := bytes.Index(p.text[at:], s.text)
			if hit < 0 {
				break
			}
			row = p.rowFrom(row, at+hit)
			if possible == nil || possible[row] {
				found[row] = found[row] || p.rowHolds(row, words[1:])
			}
			at = int(p.ends[row])
		}
	}
}

// few reports whether looking at the possible rows one by one costs less than
// going through the whole text.
func few(possible []bool) bool {
	n := 0
	for _, yes := range possible {
		if yes {
			n++
		}
	}
	return n < len(possible)/8
}

// rowFrom gives the row whose text has a byte, of those from a row on: mostly
// it is near.
func (p *page) rowFrom(row, at int) int {
	for near := row + 8; row < near && row < len(p.ends); row++ {
		if int(p.ends[row]) > at {
			return row
		}
	}
	return row + sort.Search(len(p.ends)-row, func(i int) bool { return int(p.ends[row+i]) > at })
}

// row gives the text of a row.
func (p *page) row(row int) []byte {
	start := uint32(0)
	if row > 0 {
		start = p.ends[row-1]
	}
	return p.text[start:p.ends[row]]
}

func (p *page) rowHolds(row int, words [][]spelling) bool {
	if len(words) == 0 {
		return true
	}
	text := p.row(row)
	for _, word := range words {
		if !slices.ContainsFunc(word, func(s spelling) bool { return p.holds(s) && bytes.Contains(text, s.text) }) {
			return false
		}
	}
	return true
}

// Find marks, by row, the records of a kind whose titles, names, aliases or
// summaries hold every one of the words, in whatever script they are written.
func (x *Index) Find(ctx context.Context, kind ledger.Kind, words []string) ([]bool, error) {
	sought := make([][]spelling, len(words))
	for i, word := range words {
		sought[i] = spellings(word)
	}
	found, err := x.find(ctx, kind, sought, nil)
	return slices.Clone(found), err
}

// find is Find for spellings, among the rows that are possible; nil for all.
// The list that it gives is not written to: it may be asked for again.
func (x *Index) find(ctx context.Context, kind ledger.Kind, words [][]spelling, possible []bool) ([]bool, error) {
	found := make([]bool, x.ledger.Rows(kind))
	words = slices.DeleteFunc(slices.Clone(words), func(word []spelling) bool { return len(word[0].text) == 0 })
	if len(words) == 0 {
		for i := range found {
			found[i] = possible == nil || possible[i]
		}
		return found, nil
	}
	pages := x.pages[kind]
	x.rarestFirst(pages, words)
	before := x.found.narrowed(kind, words)
	err := each(ctx, len(pages), func(i int) {
		end := min(len(found), (i+1)*pageRows)
		some := among(possible, i*pageRows, end)
		// A longer word is found only where the shorter one was, in a page where
		// both are looked for in one spelling.
		if before != nil && !pages[i].cyrillic && !pages[i].kana {
			some = inBoth(before[i*pageRows:end], some)
		}
		pages[i].find(words, some, found[i*pageRows:end])
	})
	if err == nil && possible == nil {
		x.found.keep(kind, words, found)
	}
	return found, err
}

// among gives the part of a list; of none none.
func among(possible []bool, from, to int) []bool {
	if possible == nil {
		return nil
	}
	return possible[from:to]
}

// rarestFirst puts the word first that occurs least in the first page: it is
// the one to sweep for.
func (x *Index) rarestFirst(pages []*page, words [][]spelling) {
	if len(words) < 2 || len(pages) == 0 {
		return
	}
	occurs := map[string]int{}
	for _, word := range words {
		occurs[string(word[0].text)] = bytes.Count(pages[0].text, word[0].text)
	}
	sort.SliceStable(words, func(i, j int) bool {
		one, other := occurs[string(words[i][0].text)], occurs[string(words[j][0].text)]
		if one != other {
			return one < other
		}
		return len(words[i][0].text) > len(words[j][0].text)
	})
}

// each runs work for 0 to n-1 on all cores until the context ends.
func each(ctx context.Context, n int, work func(i int)) error {
	workers := min(n, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < n && ctx.Err() == nil; i += workers {
				work(i)
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}
