package query

import (
	"bytes"
	"context"
	"runtime"
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
	text []byte
	ends []uint32 // by row of the page: where its text ends
}

// Index holds the folded text of a ledger's records for search by plain
// words. It does not change once made; Patch gives the one after an edit.
type Index struct {
	ledger *ledger.Ledger
	pages  map[ledger.Kind][]*page
}

// NewIndex folds the searched columns of every table, on all cores.
func NewIndex(ctx context.Context, l *ledger.Ledger) (*Index, error) {
	index := &Index{ledger: l, pages: map[ledger.Kind][]*page{}}
	for _, kind := range ledger.Kinds() {
		pages := make([]*page, (l.Rows(kind)+pageRows-1)/pageRows)
		if err := each(ctx, len(pages), func(i int) { pages[i] = foldPage(l, kind, i) }); err != nil {
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
	patched := &Index{ledger: after, pages: map[ledger.Kind][]*page{}}
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
		for row := range after.Rows(kind) {
			if ids[after.ID(ledger.Ref{Kind: kind, Row: row})] {
				touched[int(row)/pageRows] = true
			}
		}
		for i := range touched {
			pages[i] = foldPage(after, kind, i)
		}
		patched.pages[kind] = pages
	}
	return patched
}

func foldPage(l *ledger.Ledger, kind ledger.Kind, number int) *page {
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
		p.text = append(p.text, '\n')
		p.ends = append(p.ends, uint32(len(p.text)))
	}
	p.text = bytes.Clone(p.text) // drop what growing left over
	return p
}

// find marks the rows of the page whose text holds every word.
func (p *page) find(words [][]byte, found []bool) {
	for at := 0; at < len(p.text); {
		hit := bytes.Index(p.text[at:], words[0])
		if hit < 0 {
			return
		}
		row := sort.Search(len(p.ends), func(i int) bool { return int(p.ends[i]) > at+hit })
		start := 0
		if row > 0 {
			start = int(p.ends[row-1])
		}
		end := int(p.ends[row])
		all := true
		for _, word := range words[1:] {
			if !bytes.Contains(p.text[start:end], word) {
				all = false
				break
			}
		}
		found[row] = all
		at = end
	}
}

// Find marks, by row, the records of a kind whose titles, names, aliases or
// summaries hold every one of the folded words.
func (x *Index) Find(ctx context.Context, kind ledger.Kind, words []string) ([]bool, error) {
	found := make([]bool, x.ledger.Rows(kind))
	if len(words) == 0 {
		for i := range found {
			found[i] = true
		}
		return found, nil
	}
	sought := make([][]byte, len(words))
	for i, word := range words {
		sought[i] = []byte(word)
	}
	// The longest word first: it is the rarest.
	sort.SliceStable(sought, func(i, j int) bool { return len(sought[i]) > len(sought[j]) })
	pages := x.pages[kind]
	err := each(ctx, len(pages), func(i int) { pages[i].find(sought, found[i*pageRows:]) })
	return found, err
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
