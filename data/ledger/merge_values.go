package ledger

import (
	"slices"
	"strings"
)

// MergeField is a field of records that may become one: what each says, and
// what would stand afterwards.
type MergeField struct {
	Column string
	Values []string // by record, the one that stays first
	Merged string   // the first that is not empty; of lists, all parts
}

// Differs reports whether the records say different things in the field.
func (f MergeField) Differs() bool {
	said := ""
	for _, value := range f.Values {
		switch {
		case value == "":
		case said == "":
			said = value
		case said != value:
			return true
		}
	}
	return false
}

// MergeFields lays records beside each other, field by field; the key is not
// among the fields. The first record is the one that stays.
func (l *Ledger) MergeFields(records []Ref) []MergeField {
	var fields []MergeField
	if len(records) == 0 {
		return nil
	}
	kind := records[0].Kind
	donors := l.amountDonors(records)
	for i := range tables[kind] {
		column := &tables[kind][i]
		if i == kind.KeyColumn() {
			continue
		}
		field := MergeField{Column: column.Name}
		for _, ref := range records {
			field.Values = append(field.Values, l.Cell(ref, i))
		}
		switch donor, bound := donors[column.Name]; {
		case bound:
			field.Merged = l.Cell(donor, i)
		case listed(column):
			field.Merged = united(field.Values)
		default:
			for _, value := range field.Values {
				if value != "" {
					field.Merged = value
					break
				}
			}
		}
		fields = append(fields, field)
	}
	if kind == Organisations {
		keepNames(fields)
	}
	return fields
}

// amountGroups lists columns that mean something only together.
var amountGroups = [][]string{{"value_amount", "value_currency", "value_kind", "value_qualifier"}, {"amount", "currency", "amount_kind", "amount_qualifier", "basis"},
	{"size_amount", "size_currency", "size_kind"}}

// amountDonors says from which record the columns of an amount come: all from
// the first that states one.
func (l *Ledger) amountDonors(records []Ref) map[string]Ref {
	donors := map[string]Ref{}
	kind := records[0].Kind
	for _, group := range amountGroups {
		amount := kind.Column(group[0])
		if amount < 0 {
			continue
		}
		donor := records[0]
		for _, ref := range records {
			if l.Cell(ref, amount) != "" {
				donor = ref
				break
			}
		}
		for _, name := range group {
			donors[name] = donor
		}
	}
	return donors
}

// keepNames lets an organisation be known by every name that it had.
func keepNames(fields []MergeField) {
	var stays, also []string
	at := -1
	for i, field := range fields {
		switch field.Column {
		case "name", "name_ja", "name_ru":
			stays = append(stays, field.Merged)
			also = append(also, field.Values...)
		case "aliases":
			at = i
		}
	}
	fields[at].Merged = withoutNames(united(append([]string{fields[at].Merged}, also...)), stays)
}

// withoutNames takes names out of a list.
func withoutNames(list string, names []string) string {
	return strings.Join(slices.DeleteFunc(Keys(list), func(alias string) bool { return slices.Contains(names, alias) }), ";")
}

// listed reports whether the cells of a column are lists of which each part
// stands for itself.
func listed(column *Column) bool {
	switch column.Type {
	case ListColumn, WordsColumn, CountriesColumn, RegionsColumn, ReferencesColumn:
		return true
	}
	return false
}

// united joins lists; no part stands twice.
func united(lists []string) string {
	var parts []string
	for _, list := range lists {
		for _, part := range Keys(list) {
			if part != "" && !slices.Contains(parts, part) {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, ";")
}
