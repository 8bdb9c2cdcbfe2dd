package ledger

import "sync"

// textID stands for a text held by a pool; 0 is the empty text. Cells are
// small integers so that a ledger of a million rows holds no pointers per cell.
type textID uint32

// noText is the number of no text.
const noText = ^textID(0)

// texts is an append-only pool. Texts of columns that repeat are held once.
// All ledgers of one lineage share a pool: a ledger reads only the prefix that
// existed when it was built, so writers never disturb readers.
type texts struct {
	mu    sync.Mutex
	all   []string
	known map[string]textID

	recent [recentTexts]textID // repeating texts by their slot: a load meets few, again and again
}

// recentTexts is how many texts are found without asking the map of them all.
const recentTexts = 1 << 12

// slotOf spreads texts by their length, beginning and end.
func slotOf(b []byte) uint32 {
	h := uint32(len(b))
	for _, c := range b[:min(len(b), 4)] {
		h = h*31 + uint32(c)
	}
	for _, c := range b[max(len(b)-6, 0):] {
		h = h*31 + uint32(c)
	}
	return (h ^ h>>12) % recentTexts
}

func newTexts() *texts {
	return &texts{all: []string{""}, known: map[string]textID{"": 0}}
}

// add takes a text into the pool; a repeating text is looked up first.
func (t *texts) add(s string, repeats bool) textID {
	if s == "" {
		return 0
	}
	if repeats {
		if id, ok := t.known[s]; ok {
			return id
		}
	}
	id := textID(len(t.all))
	t.all = append(t.all, s)
	if repeats {
		t.known[s] = id
	}
	return id
}

// find gives the text that repeats; a number that no cell has when there is none.
func (t *texts) find(s string) textID {
	t.mu.Lock()
	defer t.mu.Unlock()
	if id, ok := t.known[s]; ok {
		return id
	}
	return noText
}

// addBytes is add for bytes that the caller will overwrite: a repeating text
// that is known already costs no allocation.
func (t *texts) addBytes(b []byte, repeats bool) textID {
	if len(b) == 0 {
		return 0
	}
	if !repeats {
		return t.add(string(b), false)
	}
	slot := &t.recent[slotOf(b)]
	if t.all[*slot] == string(b) {
		return *slot
	}
	id, ok := t.known[string(b)]
	if !ok {
		id = t.add(string(b), true)
	}
	*slot = id
	return id
}

// pageRows is how many rows an edit copies: small enough for an edit to be
// instant, large enough for scans to run straight through memory.
const pageRows = 512

// paged is a long list kept in pages, so that a changed copy shares all pages
// but the changed ones.
type paged[T any] struct {
	pages  [][]T
	length int32
}

func (p *paged[T]) at(i int32) *T { return &p.pages[i/pageRows][i%pageRows] }

func (p *paged[T]) append(value T) {
	if p.length%pageRows == 0 {
		p.pages = append(p.pages, make([]T, 0, pageRows))
	}
	last := len(p.pages) - 1
	p.pages[last] = append(p.pages[last], value)
	p.length++
}

// grow gives an empty list room for n values.
func (p *paged[T]) grow(n int) {
	for p.length = 0; len(p.pages)*pageRows < n; {
		p.pages = append(p.pages, make([]T, min(pageRows, n-len(p.pages)*pageRows)))
	}
	p.length = int32(n)
}

// fork gives a copy whose pages are still shared; own pages before writing.
func (p *paged[T]) fork() pagedEdit[T] {
	return pagedEdit[T]{list: paged[T]{pages: append([][]T(nil), p.pages...), length: p.length}, owned: map[int32]bool{}}
}

// pagedEdit is a list under change: it copies a page once, on the first write.
type pagedEdit[T any] struct {
	list  paged[T]
	owned map[int32]bool
}

func (e *pagedEdit[T]) own(page int32) {
	if !e.owned[page] {
		e.list.pages[page] = append(make([]T, 0, pageRows), e.list.pages[page]...)
		e.owned[page] = true
	}
}

func (e *pagedEdit[T]) set(i int32, value T) {
	e.own(i / pageRows)
	e.list.pages[i/pageRows][i%pageRows] = value
}

func (e *pagedEdit[T]) at(i int32) *T { return e.list.at(i) }

func (e *pagedEdit[T]) append(value T) {
	if page := e.list.length / pageRows; e.list.length%pageRows != 0 {
		e.own(page)
	} else {
		e.owned[page] = true
	}
	e.list.append(value)
}

// rowHead is what a row has beside its cells.
type rowHead struct {
	id       int64 // of the row in the workspace; stable for ever
	recorded Day   // the day on which the row was written down (RULES 2.1)
	removed  bool  // the row is gone; its place stays, so that places never move
}

// table holds the rows of one kind, in file order.
type table struct {
	heads paged[rowHead]
	cells paged[textID] // rows side by side: width cells each
	live  int32         // rows that are not removed
}
