package query

import (
	"bytes"
	"slices"
	"sync"

	"summitledger/data/ledger"
)

// lastFound keeps what words were found last among all rows of a kind, so that a
// word that grows letter by letter is looked for only where it was before.
type lastFound struct {
	mu    sync.Mutex
	kind  ledger.Kind
	words [][]spelling
	found []bool
}

// keep notes what was found. The list is not written to afterwards.
func (f *lastFound) keep(kind ledger.Kind, words [][]spelling, found []bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.kind, f.words, f.found = kind, words, found
}

// narrowed gives the rows of the last search if all that is sought now lies
// among them where words have one spelling: each word of then stands within
// one of now.
func (f *lastFound) narrowed(kind ledger.Kind, words [][]spelling) []bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.found == nil || f.kind != kind {
		return nil
	}
	for _, last := range f.words {
		within := false
		for _, word := range words {
			within = within || alike(word) && bytes.Contains(word[0].text, last[0].text)
		}
		if !within {
			return nil
		}
	}
	return f.found
}

// alike reports whether a word has a single spelling in pages of Latin letters.
func alike(word []spelling) bool {
	for _, s := range word[1:] {
		if s.script == anyScript {
			return false
		}
	}
	return true
}

// inBoth gives, in a new list, the rows that are in two; nil is all rows.
func inBoth(a, b []bool) []bool {
	if b == nil {
		return slices.Clone(a)
	}
	both := make([]bool, len(a))
	for i := range a {
		both[i] = a[i] && b[i]
	}
	return both
}
