package query

import (
	"bytes"
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/shopspring/decimal"
	"golang.org/x/text/collate"

	"summitledger/data/ledger"
)

// places says for each row where it stands in the order of a field: rows with
// the same value have the same place, rows without one the last.
type places struct {
	of     []uint32 // by row
	many   uint64   // places that there are
	last   bool     // rows without a value have the last place
	values []string // by place, of groups only
}

// turn lets the order run down; rows without a value stay last.
func (p *places) turn() {
	end := uint32(p.many)
	if p.last {
		end--
	}
	for i, place := range p.of {
		if place < end {
			p.of[i] = end - 1 - place
		}
	}
}

// absent stands for no value among numbers: it comes after all of them.
const absent = math.MaxInt64

// placesOf works out where each row stands in the order of a field.
func placesOf(ctx context.Context, v *ledger.View, rows []ledger.Ref, field Field, order Collator) (*places, error) {
	switch field.Shape {
	case Amount:
		return amountPlaces(ctx, v, rows, field)
	case Text, Code:
		return textPlaces(ctx, v, rows, field, order)
	}
	numbers := make([]int64, len(rows))
	err := eachRow(ctx, len(rows), func(i int) {
		numbers[i] = absent
		switch field.Shape {
		case Day:
			if date := field.Date(v, rows[i]); date.Known() {
				numbers[i] = int64(date.First)<<20 + int64(date.Last-date.First)
			}
		case Number:
			numbers[i] = int64(field.Count(v, rows[i]))
		default:
			if values := field.Values(v, rows[i]); len(values) > 0 {
				numbers[i] = field.position(values[0])
			}
		}
	})
	return distinctPlaces(numbers, cmp.Compare[int64], func(n int64) bool { return n == absent }), err
}

// eachRow goes through rows on all cores.
func eachRow(ctx context.Context, rows int, work func(row int)) error {
	return each(ctx, (rows+chunkRows-1)/chunkRows, func(chunk int) {
		for row := chunk * chunkRows; row < min(rows, (chunk+1)*chunkRows); row++ {
			work(row)
		}
	})
}

// distinctPlaces gives the places of values of which there are few.
func distinctPlaces[T comparable](values []T, compare func(a, b T) int, absent func(T) bool) *places {
	var distinct []T
	number := map[T]uint32{}
	of := make([]uint32, len(values)) // first the number of the value, then its place
	for i, value := range values {
		at, known := number[value]
		if !known {
			at = uint32(len(distinct))
			number[value] = at
			distinct = append(distinct, value)
		}
		of[i] = at
	}
	p, place := inOrder(len(distinct), func(a, b int32) int {
		if d := cmp.Compare(toInt(absent(distinct[a])), toInt(absent(distinct[b]))); d != 0 {
			return d
		}
		return compare(distinct[a], distinct[b])
	})
	for i := range of {
		of[i] = place[of[i]]
	}
	p.of = of
	p.last = slices.ContainsFunc(distinct, absent)
	return p
}

func toInt(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// inOrder gives each of n values its place; equal ones share one.
func inOrder(n int, compare func(a, b int32) int) (*places, []uint32) {
	list, place := make([]int32, n), make([]uint32, n)
	for i := range list {
		list[i] = int32(i)
	}
	slices.SortFunc(list, compare)
	at := uint32(0)
	for i, value := range list {
		if i > 0 && compare(list[i-1], value) != 0 {
			at++
		}
		place[value] = at
	}
	return &places{many: uint64(at) + 1}, place
}

// sum is an amount in a form that can be looked up; amounts too large for
// that are kept as text.
type sum struct {
	currency    ledger.Currency
	coefficient int64
	exponent    int32
	text        string
}

func sumOf(money ledger.Money) sum {
	if c := money.Amount.Coefficient(); c.IsInt64() {
		return sum{currency: money.Currency, coefficient: c.Int64(), exponent: money.Amount.Exponent()}
	}
	return sum{currency: money.Currency, text: money.Amount.String()}
}

func (s sum) amount() decimal.Decimal {
	if s.text == "" {
		return decimal.New(s.coefficient, s.exponent)
	}
	large, err := decimal.NewFromString(s.text)
	if err != nil {
		return decimal.Decimal{} // a decimal reads what a decimal wrote
	}
	return large
}

// amountPlaces orders amounts by currency, then by size.
func amountPlaces(ctx context.Context, v *ledger.View, rows []ledger.Ref, field Field) (*places, error) {
	sums := make([]sum, len(rows))
	err := eachRow(ctx, len(rows), func(i int) {
		if money := field.Money(v, rows[i]).Money; money.Stated() {
			sums[i] = sumOf(money)
		}
	})
	return distinctPlaces(sums, func(a, b sum) int {
		if d := cmp.Compare(a.currency, b.currency); d != 0 {
			return d
		}
		return a.amount().Cmp(b.amount())
	}, func(s sum) bool { return s.currency == "" }), err
}

// written is one of the texts of a field and how the reader's language orders it.
type written struct {
	key []byte
	at  int32
}

// textPlaces orders texts as the reader's language does. Each text is
// collated once, however many rows have it.
func textPlaces(ctx context.Context, v *ledger.View, rows []ledger.Ref, field Field, order Collator) (*places, error) {
	texts := make([]string, len(rows))
	if err := eachRow(ctx, len(rows), func(i int) { texts[i] = field.text(v, rows[i], order) }); err != nil {
		return nil, err
	}
	number, distinct, of := map[string]uint32{}, []string(nil), make([]uint32, len(rows))
	for i, text := range texts {
		at, known := number[text]
		if !known {
			at = uint32(len(distinct))
			number[text] = at
			distinct = append(distinct, text)
		}
		of[i] = at
	}
	list := make([]written, len(distinct))
	err := each(ctx, (len(distinct)+chunkRows-1)/chunkRows, func(chunk int) {
		collator, buffer := collate.New(order.Language, collate.Numeric, collate.IgnoreCase), collate.Buffer{}
		for i := chunk * chunkRows; i < min(len(distinct), (chunk+1)*chunkRows); i++ {
			list[i] = written{bytes.Clone(collator.KeyFromString(&buffer, distinct[i])), int32(i)}
			buffer.Reset()
		}
	})
	if err != nil {
		return nil, err
	}
	none := func(w written) bool { return distinct[w.at] == "" }
	compare := func(a, b written) int {
		if one, other := none(a), none(b); one != other {
			return toInt(one) - toInt(other)
		}
		return bytes.Compare(a.key, b.key)
	}
	sortParts(ctx, list, compare)
	place, at := make([]uint32, len(list)), uint32(0)
	for i, text := range list {
		if i > 0 && compare(list[i-1], text) != 0 {
			at++
		}
		place[text.at] = at
	}
	for i := range of {
		of[i] = place[of[i]]
	}
	_, last := number[""]
	return &places{of: of, many: uint64(at) + 1, last: last}, ctx.Err()
}

// text is what a record is ordered by in a field of texts or codes: the title
// in the reader's language, the name of the record that a key names.
func (f *Field) text(v *ledger.View, ref ledger.Ref, order Collator) string {
	if order.Title != nil && f.ID == ref.Kind.Columns()[max(ref.Kind.TitleColumn(), 0)].Name {
		return order.Title(v.Ledger(), ref)
	}
	values := f.Values(v, ref)
	if len(values) == 0 {
		return ""
	}
	if f.Keys && order.Title != nil {
		if named, ok := v.Ledger().Find(f.Target, values[0]); ok {
			return order.Title(v.Ledger(), named)
		}
	}
	return values[0]
}

// groupPlaces works out the groups of rows: vocabularies in their order, years
// in theirs, other groups by size, rows without a value last. A row with
// several values stands under its first.
func groupPlaces(v *ledger.View, s *Selection, field Field) *places {
	names, sizes := make([]string, len(s.Rows)), map[string]int{}
	for i, ref := range s.Rows {
		if values := field.Values(v, ref); len(values) > 0 {
			names[i] = values[0]
			sizes[values[0]]++
		}
	}
	compare := func(a, b string) int {
		switch {
		case field.Shape == Word && field.Words != nil:
			one, _ := field.Words.Position(a)
			other, _ := field.Words.Position(b)
			if d := cmp.Compare(one, other); d != 0 {
				return d
			}
		case field.Shape != Day && sizes[a] != sizes[b]:
			return sizes[b] - sizes[a]
		}
		return cmp.Compare(a, b)
	}
	p := distinctPlaces(names, compare, func(name string) bool { return name == "" })
	p.values = make([]string, p.many)
	for i, name := range names {
		p.values[p.of[i]] = name
	}
	return p
}
