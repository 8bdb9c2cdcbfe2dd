package ledger

import "slices"

// keyIndex finds rows by key. An edit adds to the patch and shares the base.
type keyIndex struct {
	base  map[string]int32
	patch map[string]int32 // -1: the key is gone
}

func (k *keyIndex) find(key string) (int32, bool) {
	if row, ok := k.patch[key]; ok {
		return row, row >= 0
	}
	row, ok := k.base[key]
	return row, ok
}

// adjacency lists, for each row of one table, rows of another that belong to
// it. The base is one array with a start per row; an edit replaces whole lists
// in the patch.
type adjacency struct {
	start []uint32
	items []int32
	patch map[int32][]int32
}

func (a *adjacency) of(row int32) []int32 {
	if list, ok := a.patch[row]; ok {
		return list
	}
	if int(row)+1 >= len(a.start) {
		return nil
	}
	return a.items[a.start[row]:a.start[row+1]]
}

// pair says that item belongs to owner.
type pair struct{ owner, item int32 }

// newAdjacency groups pairs by owner; items keep the order of the pairs.
func newAdjacency(owners int32, pairs []pair) adjacency {
	if len(pairs) == 0 {
		return adjacency{}
	}
	start := make([]uint32, owners+1)
	for _, p := range pairs {
		start[p.owner+1]++
	}
	for i := int32(0); i < owners; i++ {
		start[i+1] += start[i]
	}
	items := make([]int32, len(pairs))
	next := slices.Clone(start)
	for _, p := range pairs {
		items[next[p.owner]] = p.item
		next[p.owner]++
	}
	return adjacency{start: start, items: items}
}

func (a *adjacency) fork() adjacency {
	patch := make(map[int32][]int32, len(a.patch)+4)
	for owner, list := range a.patch {
		patch[owner] = list
	}
	return adjacency{start: a.start, items: a.items, patch: patch}
}

// replace gives owner a new list; only a forked adjacency may be written.
func (a *adjacency) replace(owner int32, list []int32) { a.patch[owner] = list }
