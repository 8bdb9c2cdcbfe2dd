package locale

import (
	"strings"

	"summitledger/data/ledger"
)

// translated gives the column that holds the title of a kind in the reader's
// language, -1 when files of the kind have none.
func (p *Printer) translated(kind ledger.Kind) int {
	if p.language == English {
		return -1
	}
	column := kind.TitleColumn()
	if column < 0 {
		return -1
	}
	return kind.Column(kind.Columns()[column].Name + "_" + string(p.language))
}

// Title names a record in the reader's language where the data has it, in the
// language of the file otherwise. Rows without a title are described.
func (p *Printer) Title(l *ledger.Ledger, ref ledger.Ref) string {
	if column := p.translated(ref.Kind); column >= 0 {
		if text := l.Cell(ref, column); text != "" {
			return text
		}
	}
	if ref.Kind == ledger.Settings {
		return p.Setting(l, l.Key(ref))
	}
	if column := ref.Kind.TitleColumn(); column >= 0 {
		return l.Cell(ref, column)
	}
	switch ref.Kind {
	case ledger.Parties:
		return p.named(l, ledger.Organisations, l.Value(ref, "organisation_key")) + ", " + p.Word("role", l.Value(ref, "role"))
	case ledger.Links:
		from, to := l.LinkEnds(ref)
		return p.end(l, from, l.Value(ref, "from_key")) + " " + p.Word("relation", l.Value(ref, "relation")) + " " + p.end(l, to, l.Value(ref, "to_key"))
	case ledger.Rates:
		return l.Value(ref, "base") + "/" + l.Value(ref, "quote") + " " + l.Value(ref, "rate")
	}
	return strings.ReplaceAll(l.Name(ref), "/", " / ")
}

// Setting says what a setting is about; its name as stored when no setting of
// this name is known.
func (p *Printer) Setting(l *ledger.Ledger, name string) string {
	parsed, ok := ledger.ParseSetting(name)
	if !ok {
		return name
	}
	switch parsed.Topic {
	case ledger.Probability:
		return p.Text("setting.probability", p.Word("stage", parsed.Stage.String()))
	case ledger.ClaimScope:
		return p.Text("setting.scope", p.named(l, ledger.Claims, parsed.Claim))
	case ledger.ClaimBucket:
		kind, key, _, _ := ledger.ParseName(parsed.Record)
		return p.Text("setting.bucket", p.named(l, kind, key), p.named(l, ledger.Claims, parsed.Claim))
	}
	return p.Text("setting." + string(parsed.Topic))
}

func (p *Printer) named(l *ledger.Ledger, kind ledger.Kind, key string) string {
	if ref, ok := l.Find(kind, key); ok {
		return p.Title(l, ref)
	}
	return key
}

func (p *Printer) end(l *ledger.Ledger, ref ledger.Ref, key string) string {
	if !ref.Exists() {
		return key
	}
	return p.Title(l, ref)
}

// TitleTag is a small tag such as EN beside a title that the data does not
// have in the reader's language; empty when it needs none.
func (p *Printer) TitleTag(l *ledger.Ledger, ref ledger.Ref) string {
	if column := p.translated(ref.Kind); column >= 0 && l.Cell(ref, column) == "" {
		return "EN"
	}
	return ""
}

// Cell writes a cell of a record for people: words and codes by their labels,
// dates and amounts in the language's form, keys by the titles they name.
func (p *Printer) Cell(l *ledger.Ledger, ref ledger.Ref, column int) string {
	value := l.Cell(ref, column)
	if value == "" {
		return ""
	}
	described := &ref.Kind.Columns()[column]
	switch described.Type {
	case ledger.WordColumn:
		return p.Word(described.Words.Name(), value)
	case ledger.WordsColumn:
		return p.each(value, func(word string) string { return p.Word(described.Words.Name(), word) })
	case ledger.CountryColumn:
		return p.Country(value)
	case ledger.CountriesColumn:
		return p.each(value, p.Country)
	case ledger.LanguageColumn:
		return p.Tongue(value)
	case ledger.DateColumn:
		return p.Date(l.Date(ref, described.Name))
	case ledger.AmountColumn:
		if amount, err := ledger.ParseAmount(value); err == nil {
			return p.group(amount.String())
		}
	case ledger.SectorCodeColumn:
		if name, ok := ledger.SectorCodeName(value); ok {
			return value + " " + name
		}
	case ledger.ReferenceColumn, ledger.ReferencesColumn:
		kind := described.Target
		if described.KindColumn != "" {
			named, ok := ledger.ParseKind(l.Value(ref, described.KindColumn))
			if !ok {
				return value
			}
			kind = named
		}
		return p.each(value, func(key string) string { return p.named(l, kind, key) })
	}
	return value
}

// each writes every part of a list cell.
func (p *Printer) each(cell string, write func(string) string) string {
	keys := ledger.Keys(cell)
	for i, key := range keys {
		keys[i] = write(key)
	}
	return strings.Join(keys, "; ")
}
