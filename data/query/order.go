package query

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"summitledger/data/ledger"
)

// Collator says how texts are named and ordered in the reader's language.
type Collator struct {
	Language language.Tag
	Title    func(l *ledger.Ledger, ref ledger.Ref) string
}

// sortKey is the value of a row by which it is ordered.
type sortKey struct {
	row    int32
	absent bool // rows without a value come last, whichever way the order runs
	group  int64
	name   string
	number int64
	amount decimal.Decimal
	text   []byte
}

// arrange puts the rows of a selection in the order and the groups of its query.
func arrange(ctx context.Context, v *ledger.View, s *Selection, order Collator) error {
	q := s.Query
	if q.Sort == "" && q.Group == "" {
		return nil
	}
	keys := make([]sortKey, len(s.Rows))
	for i, ref := range s.Rows {
		keys[i].row = ref.Row
	}
	if field, ok := FieldOf(q.Kind, q.Sort); ok {
		if err := fillKeys(ctx, v, keys, field, q.Kind, order); err != nil {
			return err
		}
	}
	if field, ok := FieldOf(q.Kind, q.Group); ok {
		groupKeys(v, s, keys, field)
	}
	sign := 1
	if q.Descending {
		sign = -1
	}
	slices.SortStableFunc(keys, func(a, b sortKey) int {
		if d := cmp.Compare(a.group, b.group); d != 0 {
			return d
		}
		if d := cmp.Compare(a.name, b.name); d != 0 {
			return d
		}
		if a.absent != b.absent {
			return later(a.absent)
		}
		if d := a.compare(&b); d != 0 {
			return sign * d
		}
		return cmp.Compare(a.row, b.row)
	})
	for i := range keys {
		s.Rows[i].Row = keys[i].row
	}
	if q.Group != "" {
		s.Groups = runs(keys)
	}
	return ctx.Err()
}

func (k *sortKey) compare(other *sortKey) int {
	if d := bytes.Compare(k.text, other.text); d != 0 {
		return d
	}
	if d := cmp.Compare(k.number, other.number); d != 0 {
		return d
	}
	return k.amount.Cmp(other.amount)
}

// fillKeys works out the value of each row in the field it is sorted by.
func fillKeys(ctx context.Context, v *ledger.View, keys []sortKey, field Field, kind ledger.Kind, order Collator) error {
	title := field.ID == kind.Columns()[max(kind.TitleColumn(), 0)].Name
	chunks := (len(keys) + chunkRows - 1) / chunkRows
	return each(ctx, chunks, func(chunk int) {
		var collator *collate.Collator
		var buffer collate.Buffer
		if field.Shape == Text || field.Shape == Code {
			collator = collate.New(order.Language, collate.Numeric, collate.IgnoreCase)
		}
		for i := chunk * chunkRows; i < min(len(keys), (chunk+1)*chunkRows); i++ {
			key := &keys[i]
			ref := ledger.Ref{Kind: kind, Row: key.row}
			switch field.Shape {
			case Day:
				date := field.Date(v, ref)
				key.absent, key.number = !date.Known(), int64(date.First)<<20+int64(date.Last-date.First)
			case Amount:
				money := field.Money(v, ref).Money
				key.absent, key.text, key.amount = !money.Stated(), []byte(money.Currency), money.Amount
			case Number:
				key.number = int64(field.Count(v, ref))
			case Word:
				values := field.Values(v, ref)
				if key.absent = len(values) == 0; !key.absent {
					key.number = field.position(values[0])
				}
			default:
				text := ""
				if title && order.Title != nil {
					text = order.Title(v.Ledger(), ref)
				} else if values := field.Values(v, ref); len(values) > 0 {
					text = values[0]
					if named, ok := v.Ledger().Find(field.Target, text); ok && field.Keys && order.Title != nil {
						text = order.Title(v.Ledger(), named)
					}
				}
				key.absent = text == ""
				key.text = bytes.Clone(collator.KeyFromString(&buffer, text))
				buffer.Reset()
			}
		}
	})
}

// groupKeys works out the group of each row: vocabularies in their order,
// other groups by size. A row with several values stands under its first.
func groupKeys(v *ledger.View, s *Selection, keys []sortKey, field Field) {
	sizes := map[string]int64{}
	for i := range keys {
		if values := field.Values(v, ledger.Ref{Kind: s.Query.Kind, Row: keys[i].row}); len(values) > 0 {
			keys[i].name = values[0]
			sizes[values[0]]++
		}
	}
	for i := range keys {
		switch {
		case keys[i].name == "":
			keys[i].group = 1 << 40 // after all others
		case field.Shape == Word && field.Words != nil:
			at, _ := field.Words.Position(keys[i].name)
			keys[i].group = int64(at)
		case field.Shape != Day:
			keys[i].group = -sizes[keys[i].name]
		}
	}
}

// runs finds the groups of ordered keys.
func runs(keys []sortKey) []Group {
	var groups []Group
	for i := range keys {
		if i == 0 || keys[i].name != keys[i-1].name {
			groups = append(groups, Group{Value: keys[i].name, First: i})
		}
		groups[len(groups)-1].Rows++
	}
	return groups
}
