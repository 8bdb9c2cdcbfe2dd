package query

import (
	"cmp"
	"context"
	"slices"

	"golang.org/x/text/language"

	"summitledger/data/ledger"
)

// Collator says how texts are named and ordered in the reader's language.
type Collator struct {
	Language language.Tag
	Title    func(l *ledger.Ledger, ref ledger.Ref) string
}

// placed is a row with the number that decides where it stands.
type placed struct {
	key uint64
	at  int32 // its place before
}

// arrange puts the rows of a selection in the order and the groups of its
// query: each field gives every row a place, and the places of all fields are
// the digits of one number, the outermost group first.
func arrange(ctx context.Context, v *ledger.View, s *Selection, order Collator) error {
	q := s.Query
	if len(q.Sort) == 0 && len(q.Group) == 0 || len(s.Rows) == 0 {
		return nil
	}
	keys := make([]placed, len(s.Rows))
	for i := range keys {
		keys[i].at = int32(i)
	}
	many, levels := uint64(1), []*places(nil)
	for _, id := range q.Group[:min(len(q.Group), MostGroups)] {
		field, ok := FieldOf(q.Kind, id)
		if !ok {
			continue
		}
		level := groupPlaces(v, s, field)
		levels = append(levels, level)
		many = addDigit(ctx, keys, many, level.of, level.many)
	}
	for _, by := range q.Sort {
		field, ok := FieldOf(q.Kind, by.Field)
		if !ok {
			continue
		}
		places, err := placesOf(ctx, v, s.Rows, field, order)
		if err != nil {
			return err
		}
		if by.Descending {
			places.turn()
		}
		many = addDigit(ctx, keys, many, places.of, places.many)
	}
	sortPlaced(ctx, keys)
	if err := ctx.Err(); err != nil {
		return err
	}
	rows := make([]ledger.Ref, len(keys))
	for i, key := range keys {
		rows[i] = s.Rows[key.at]
	}
	s.Rows = rows
	if len(levels) > 0 {
		s.Groups = runs(keys, levels)
	}
	return nil
}

// addDigit adds a digit to the number of every row and gives how many numbers
// there are now. Numbers that would grow too large are counted anew first.
func addDigit(ctx context.Context, keys []placed, many uint64, digits []uint32, values uint64) uint64 {
	if many > 1<<63/values {
		many = dense(ctx, keys)
	}
	for i := range keys {
		keys[i].key = keys[i].key*values + uint64(digits[keys[i].at])
	}
	return many * values
}

// dense gives the numbers of rows anew, in the same order without gaps.
func dense(ctx context.Context, keys []placed) uint64 {
	sortPlaced(ctx, keys)
	number, last := uint64(0), uint64(0)
	for i := range keys {
		if i > 0 && keys[i].key != last {
			number++
		}
		last, keys[i].key = keys[i].key, number
	}
	return number + 1
}

// sortPlaced sorts rows by their numbers; equal ones keep their order.
func sortPlaced(ctx context.Context, keys []placed) {
	sortParts(ctx, keys, func(a, b placed) int {
		if d := cmp.Compare(a.key, b.key); d != 0 {
			return d
		}
		return cmp.Compare(a.at, b.at)
	})
}

// sortParts sorts long lists in parts on all cores, then merges the parts.
func sortParts[T any](ctx context.Context, list []T, compare func(a, b T) int) {
	parts := slices.Collect(slices.Chunk(list, max(chunkRows, (len(list)+3)/4)))
	if err := each(ctx, len(parts), func(i int) { slices.SortFunc(parts[i], compare) }); err != nil {
		return // whoever asked finds the same error
	}
	for len(parts) > 1 {
		var merged [][]T
		for i := 0; i < len(parts); i += 2 {
			if i+1 == len(parts) {
				merged = append(merged, parts[i])
				continue
			}
			merged = append(merged, merge(parts[i], parts[i+1], compare))
		}
		parts = merged
	}
	if len(parts) == 1 {
		copy(list, parts[0])
	}
}

func merge[T any](a, b []T, compare func(a, b T) int) []T {
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(b[0], a[0]) < 0 {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

// runs finds the groups of rows in their order: where the value of a level
// changes, a group of that level begins, and one of every level in it.
func runs(keys []placed, levels []*places) []Group {
	var groups []Group
	open := make([]int, len(levels)) // the last group of each level
	for i := range keys {
		changed := i == 0
		for level, places := range levels {
			place := places.of[keys[i].at]
			if changed = changed || place != places.of[keys[i-1].at]; changed {
				open[level] = len(groups)
				groups = append(groups, Group{Level: level, Value: places.values[place], First: i})
			}
			groups[open[level]].Rows++
		}
	}
	return groups
}
