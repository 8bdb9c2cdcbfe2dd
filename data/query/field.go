package query

import (
	"slices"
	"strconv"
	"sync"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Shape says what the values of a field are and so how they are ordered.
type Shape uint8

// The shapes of fields.
const (
	Text   Shape = iota // free text, ordered as the reader's language does
	Word                // words of a vocabulary, in its order
	Code                // countries, keys and the like
	Day                 // dates, by their earliest day
	Amount              // money, by currency, then amount
	Number              // whole numbers
)

// Field is something that records of a kind are shown, sorted, grouped or
// filtered by: a column of the file or what a view derives.
type Field struct {
	ID     string
	Shape  Shape
	Words  *ledger.Vocabulary                                   // of words
	Ranked []string                                             // of words: the order in which they sort, where it is not the vocabulary's
	Target ledger.Kind                                          // of codes that are keys of records
	Keys   bool                                                 // the codes are keys of Target
	Type   ledger.ColumnType                                    // of codes: what they stand for, where they are no keys
	Named  func(v *ledger.View, ref ledger.Ref) []ledger.Ref    // of codes: the records that they name; nil for none
	Plain  func(v *ledger.View, ref ledger.Ref) decimal.Decimal // of amounts without a currency; Values tells whether there is one
	One    func(v *ledger.View, ref ledger.Ref) string          // of fields with at most one value: it, empty for none
	Values func(v *ledger.View, ref ledger.Ref) []string        // for facets and groups: of days the year, of amounts the currency; none when unknown
	Date   func(v *ledger.View, ref ledger.Ref) ledger.Date     // of days
	Money  func(v *ledger.View, ref ledger.Ref) ledger.Headline // of amounts
	Count  func(v *ledger.View, ref ledger.Ref) int             // of numbers

	derived bool   // what a view derives, no cell of the record itself
	amount  string // of amounts that are known as soon as the cell is: its column
}

// FieldOf finds a field of a kind.
func FieldOf(kind ledger.Kind, id string) (Field, bool) {
	known := knownFields()[kind]
	at, ok := known.at[id]
	if !ok {
		return Field{}, false
	}
	return known.fields[at], true
}

// Fields lists the fields of a kind: what the view derives, then the columns
// of the file.
func Fields(kind ledger.Kind) []Field { return slices.Clone(knownFields()[kind].fields) }

// kindFields are the fields of a kind, and where each stands among them.
type kindFields struct {
	fields  []Field
	derived int // how many of the first are derived
	at      map[string]int
}

var knownFields = sync.OnceValue(func() map[ledger.Kind]kindFields {
	all := map[ledger.Kind]kindFields{}
	for _, kind := range ledger.StoredKinds() {
		known := kindFields{fields: derivedFields(kind), at: map[string]int{}}
		known.derived = len(known.fields)
		for i := range known.fields {
			known.fields[i].derived = known.fields[i].ID != "force" // which is read off one cell, in any view
		}
		for i, column := range kind.Columns() {
			known.fields = append(known.fields, columnField(kind, i, column))
		}
		for i, field := range known.fields {
			if _, twice := known.at[field.ID]; !twice {
				known.at[field.ID] = i
			}
		}
		all[kind] = known
	}
	return all
})

// position is where a word of the field sorts.
func (f *Field) position(word string) int64 {
	if f.Ranked != nil {
		return int64(slices.Index(f.Ranked, word))
	}
	at, _ := f.Words.Position(word)
	return int64(at)
}

func columnField(kind ledger.Kind, at int, column ledger.Column) Field {
	field := Field{ID: column.Name, Words: column.Words, Type: column.Type}
	field.of(func(v *ledger.View, ref ledger.Ref) string { return v.Ledger().Cell(ref, at) })
	switch column.Type {
	case ledger.WordColumn:
		field.Shape = Word
	case ledger.WordsColumn:
		field.Shape = Word
		field.One, field.Values = nil, func(v *ledger.View, ref ledger.Ref) []string { return ledger.Keys(v.Ledger().Cell(ref, at)) }
	case ledger.CountryColumn, ledger.LanguageColumn, ledger.CurrencyColumn, ledger.SectorCodeColumn, ledger.KeyColumn:
		field.Shape = Code
	case ledger.ReferenceColumn:
		field.Shape, field.Target, field.Keys = Code, column.Target, column.KindColumn == ""
		if field.Named = named(&field); !field.Keys {
			field.Named = func(v *ledger.View, ref ledger.Ref) []ledger.Ref {
				kind, ok := ledger.ParseKind(v.Ledger().Value(ref, column.KindColumn))
				record, found := v.Ledger().Find(kind, v.Ledger().Cell(ref, at))
				if !ok || !found {
					return nil
				}
				return []ledger.Ref{record}
			}
		}
	case ledger.CountriesColumn, ledger.RegionsColumn, ledger.ReferencesColumn:
		field.Shape, field.Target, field.Keys = Code, column.Target, column.Type == ledger.ReferencesColumn
		field.One, field.Values = nil, func(v *ledger.View, ref ledger.Ref) []string { return ledger.Keys(v.Ledger().Cell(ref, at)) }
		if field.Keys {
			field.Named = named(&field)
		}
	case ledger.DateColumn:
		return dayField(column.Name, func(v *ledger.View, ref ledger.Ref) ledger.Date { return v.Ledger().Date(ref, column.Name) })
	case ledger.AmountColumn:
		if field.Shape = Amount; column.Pair == "" {
			field.Plain = func(v *ledger.View, ref ledger.Ref) decimal.Decimal {
				amount, err := ledger.ParseAmount(v.Ledger().Cell(ref, at))
				if err != nil {
					return decimal.Zero // cells were checked when they came in
				}
				return amount
			}
		}
		field.Money = func(v *ledger.View, ref ledger.Ref) ledger.Headline {
			return ledger.Headline{Money: v.Ledger().MoneyOf(ref, column.Name)}
		}
		if column.Pair != "" {
			field.amount = column.Name
			pair := kind.Column(column.Pair)
			field.of(func(v *ledger.View, ref ledger.Ref) string {
				if v.Ledger().Cell(ref, at) == "" {
					return ""
				}
				return v.Ledger().Cell(ref, pair)
			})
		}
	}
	return field
}

// named gives the records whose keys a field holds.
func named(field *Field) func(v *ledger.View, ref ledger.Ref) []ledger.Ref {
	values, target := field.Values, field.Target
	return func(v *ledger.View, ref ledger.Ref) []ledger.Ref {
		var records []ledger.Ref
		for _, key := range values(v, ref) {
			if record, ok := v.Ledger().Find(target, key); ok {
				records = append(records, record)
			}
		}
		return records
	}
}

// ranks tells which way the words of a field are ordered: 1 when later words
// are further, -1 when earlier ones are, 0 when they have no order.
func (f *Field) ranks() int {
	if f.Words != nil {
		switch f.Words.Name() {
		case "stage":
			return 1
		case "confidence":
			return -1
		}
	}
	return 0
}

// rank is how far a word of an ordered field is.
func (f *Field) rank(word string) int {
	at, _ := f.Words.Position(word)
	return f.ranks() * int(at)
}

func one(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// of gives a field of at most one value.
func (f *Field) of(value func(v *ledger.View, ref ledger.Ref) string) {
	f.One, f.Values = value, func(v *ledger.View, ref ledger.Ref) []string { return one(value(v, ref)) }
}

func words(id string, vocabulary *ledger.Vocabulary, value func(v *ledger.View, ref ledger.Ref) string) Field {
	field := Field{ID: id, Shape: Word, Words: vocabulary}
	field.of(value)
	return field
}

func number(id string, count func(v *ledger.View, ref ledger.Ref) int) Field {
	return Field{ID: id, Shape: Number, Count: count, Values: func(v *ledger.View, ref ledger.Ref) []string { return one(strconv.Itoa(count(v, ref))) }}
}

func dayField(id string, date func(v *ledger.View, ref ledger.Ref) ledger.Date) Field {
	field := Field{ID: id, Shape: Day, Date: date}
	field.of(func(v *ledger.View, ref ledger.Ref) string { return year(date(v, ref)) })
	return field
}

func headline(kind ledger.Kind) Field {
	field := Field{ID: "value", Shape: Amount, Money: func(v *ledger.View, ref ledger.Ref) ledger.Headline { return v.Headline(ref) }}
	field.of(func(v *ledger.View, ref ledger.Ref) string { return string(v.Headline(ref).Money.Currency) })
	// The amount of a deal counts only from the day that dates it.
	field.amount = map[ledger.Kind]string{ledger.Agreements: "value_amount", ledger.Funds: "size_amount"}[kind]
	return field
}
