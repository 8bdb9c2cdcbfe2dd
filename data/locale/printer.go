package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"summitledger/data/ledger"
)

// Printer writes texts, numbers, money and dates in one language. It does not
// change once made and is safe for concurrent use.
type Printer struct {
	language Language
	tag      language.Tag
	texts    map[string]string
	regions  display.Namer
	tongues  display.Namer
}

// New makes the printer of a language from the embedded catalogue.
func New(of Language) (*Printer, error) {
	if _, err := ParseLanguage(string(of)); err != nil {
		return nil, err
	}
	texts, err := catalogue(of)
	if err != nil {
		return nil, err
	}
	tag := language.Make(string(of))
	return &Printer{language: of, tag: tag, texts: texts, regions: display.Regions(tag), tongues: display.Languages(tag)}, nil
}

// Language gives the language that the printer writes.
func (p *Printer) Language() Language { return p.language }

// Has reports whether the catalogue holds a key.
func (p *Printer) Has(key string) bool {
	_, ok := p.texts[key]
	return ok
}

// Text gives the text of a key with {0}, {1} ... replaced by the values. A key
// that the catalogue lacks is printed itself, so that the gap is seen.
func (p *Printer) Text(key string, values ...string) string {
	text, ok := p.texts[key]
	if !ok {
		text = key
	}
	return fill(text, values)
}

func fill(text string, values []string) string {
	if len(values) == 0 || !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(values))
	for i, value := range values {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Count gives the text of a key in the plural form that n asks for; {n} is the
// number, {0}, {1} ... the values.
func (p *Printer) Count(key string, n int, values ...string) string {
	form := "other"
	switch plural.Cardinal.MatchPlural(p.tag, n, 0, 0, 0, 0) {
	case plural.One:
		form = "one"
	case plural.Few:
		form = "few"
	case plural.Many:
		form = "many"
	}
	text, ok := p.texts[key+"."+form]
	if !ok {
		if text, ok = p.texts[key+".other"]; !ok {
			text = key
		}
	}
	return fill(strings.ReplaceAll(text, "{n}", p.Integer(n)), values)
}

// Word gives the label of a word of a vocabulary; an empty word stays empty.
func (p *Printer) Word(vocabulary, word string) string {
	if word == "" {
		return ""
	}
	if text, ok := p.texts["word."+vocabulary+"."+word]; ok {
		return text
	}
	return word
}

// Short gives the label for narrow places, the full one when there is no other.
func (p *Printer) Short(vocabulary, word string) string {
	if text, ok := p.texts["short."+vocabulary+"."+word]; ok {
		return text
	}
	return p.Word(vocabulary, word)
}

// Capital gives a text with its first letter as a capital, where the script
// has capitals.
func Capital(text string) string {
	for i, first := range text {
		if i == 0 {
			return strings.ToUpper(string(first)) + text[len(string(first)):]
		}
	}
	return text
}

// Relation says how the record at hand stands to the other end of a link:
// "implements", or seen from the other end "is implemented by".
func (p *Printer) Relation(relation string, inverse bool) string {
	if inverse {
		return p.Text("inverse.relation." + relation)
	}
	return p.Word("relation", relation)
}

// Table names the table of a kind: "Agreements".
func (p *Printer) Table(kind ledger.Kind) string { return p.Text("table." + kind.Table()) }

// Record names one record of a kind: "agreement".
func (p *Printer) Record(kind ledger.Kind) string { return p.Word("kind", kind.String()) }

// Records counts records of a kind: "3 deals".
func (p *Printer) Records(kind ledger.Kind, n int) string { return p.Count("unit."+kind.String(), n) }

// Column names a column of a table.
func (p *Printer) Column(kind ledger.Kind, column string) string {
	if text, ok := p.texts["column."+kind.Table()+"."+column]; ok {
		return text
	}
	if text, ok := p.texts["column."+column]; ok {
		return text
	}
	return column
}

// Country names a country by its ISO 3166-1 code.
func (p *Printer) Country(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	if name := p.regions.Name(region); name != "" {
		return name
	}
	return code
}

// Tongue names a language by its ISO 639 code.
func (p *Printer) Tongue(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	if name := p.tongues.Name(tag); name != "" {
		return name
	}
	return code
}
