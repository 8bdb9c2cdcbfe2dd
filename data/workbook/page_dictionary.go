package workbook

import (
	"strings"

	"summitledger/data/ledger"
)

// dictionaryPage describes every column of the tables and lists the words that
// it may hold.
func (b *book) dictionaryPage(g *grid) {
	p := b.request.Printer
	g.widths = []float64{24, 30, 26, 22, 14, 70}
	b.opening(g, "dictionary", 6)
	b.heads(g, b.say("dictionary.table"), b.say("dictionary.column"), b.say("dictionary.field"), b.say("dictionary.type"), b.say("dictionary.required"), b.say("dictionary.words"))
	for _, kind := range tableOrder() {
		for _, column := range kind.Columns() {
			var words []string
			if column.Words != nil {
				for _, word := range column.Words.Words() {
					words = append(words, p.Word(column.Words.Name(), word)+" ("+word+")")
				}
			}
			g.put(1, p.Table(kind), b.styles.row)
			g.put(2, p.Column(kind, column.Name), b.styles.row)
			g.put(3, kind.Table()+"."+column.Name, b.styles.row)
			g.put(4, b.say("type."+typeName(column.Type)), b.styles.row)
			required := p.Text("workbook.no")
			if column.Required {
				required = p.Text("workbook.yes")
			}
			g.put(5, required, b.styles.row)
			text := strings.Join(words, "; ")
			g.put(6, text, b.styles.row)
			g.row++
		}
	}
}

// typeName names what a column holds for the catalogue.
func typeName(of ledger.ColumnType) string {
	switch of {
	case ledger.KeyColumn:
		return "key"
	case ledger.WordColumn, ledger.WordsColumn:
		return "word"
	case ledger.CountryColumn, ledger.CountriesColumn:
		return "country"
	case ledger.RegionsColumn:
		return "region"
	case ledger.DateColumn:
		return "date"
	case ledger.AmountColumn:
		return "amount"
	case ledger.CurrencyColumn:
		return "currency"
	case ledger.SectorCodeColumn:
		return "sector"
	case ledger.ReferenceColumn, ledger.ReferencesColumn:
		return "reference"
	case ledger.URLColumn:
		return "address"
	case ledger.LanguageColumn:
		return "language"
	}
	return "text"
}
