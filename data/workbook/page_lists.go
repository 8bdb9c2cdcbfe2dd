package workbook

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// listsPageID is the id of the sheet with the words that cells may hold.
const listsPageID = "lists"

// wordLists are the vocabularies of the sheets of records, each once.
func wordLists() []*ledger.Vocabulary {
	var lists []*ledger.Vocabulary
	for _, kind := range tableOrder() {
		for _, column := range kind.Columns() {
			if column.Words != nil && !slices.ContainsFunc(lists, func(list *ledger.Vocabulary) bool { return sameWords(list, column.Words) }) {
				lists = append(lists, column.Words)
			}
		}
	}
	return lists
}

func sameWords(a, b *ledger.Vocabulary) bool {
	return a.Name() == b.Name() && slices.Equal(a.Words(), b.Words())
}

// listName is the name by which cells find their list. Some columns hold a part
// of the words of others: these lists are numbered.
func listName(words *ledger.Vocabulary) string {
	name, number := "list_"+words.Name(), 0
	for _, list := range wordLists() {
		if list.Name() != words.Name() {
			continue
		}
		if number++; sameWords(list, words) {
			break
		}
	}
	if number > 1 {
		name += "_" + strconv.Itoa(number)
	}
	return name
}

// listsPage writes the words of every vocabulary in the reader's language under
// each other, and gives each list its name.
func (b *book) listsPage(g *grid) {
	p := b.request.Printer
	lists := wordLists()
	for range lists {
		g.widths = append(g.widths, widestWord)
	}
	b.opening(g, "lists", 6)
	heads := make([]string, len(lists))
	for i, words := range lists {
		heads[i] = b.listLabel(words)
	}
	b.heads(g, heads...)
	top := g.row
	longest := 0
	for _, words := range lists {
		longest = max(longest, len(words.Words()))
	}
	for row := range longest {
		for i, words := range lists {
			if all := words.Words(); row < len(all) {
				g.put(i+1, p.Word(words.Name(), all[row]), b.styles.row)
			}
		}
		g.row++
	}
	g.before = func() error {
		for i, words := range lists {
			if err := b.file.SetDefinedName(&excelize.DefinedName{Name: listName(words), RefersTo: g.area(i+1, top, i+1, top+len(words.Words())-1)}); err != nil {
				return err
			}
		}
		return nil
	}
}

// listLabel is what the first column with the words of a list is called.
func (b *book) listLabel(words *ledger.Vocabulary) string {
	for _, kind := range tableOrder() {
		for _, column := range kind.Columns() {
			if column.Words != nil && sameWords(column.Words, words) {
				return b.request.Printer.Column(kind, column.Name)
			}
		}
	}
	return words.Name()
}

// roomForRows is how many rows below a table can be filled in from the lists
// too.
const roomForRows = 500

// offerWords has Excel offer the words of a column in its cells and stop others:
// in working copies that have the lists.
func (b *book) offerWords(s *sheet, columns []column) error {
	if b.request.Publication || !slices.ContainsFunc(b.pages, func(p page) bool { return p.id == listsPageID }) {
		return nil
	}
	for i := range columns {
		at := -1
		if columns[i].field != "" {
			at = s.kind.Column(columns[i].field)
		}
		if at < 0 || s.kind.Columns()[at].Type != ledger.WordColumn {
			continue
		}
		letters := columnName(i + 1)
		validation := excelize.NewDataValidation(true)
		validation.Sqref = fmt.Sprintf("%s2:%s%d", letters, letters, min(len(s.rows)+1+roomForRows, excelize.TotalRows))
		validation.SetSqrefDropList(listName(s.kind.Columns()[at].Words))
		validation.SetError(excelize.DataValidationErrorStyleStop, b.say("lists.stop"), b.say("lists.stop_why"))
		validation.SetInput(cutUnits(columns[i].heading, 32), b.say("lists.choose"))
		if err := b.file.AddDataValidation(s.name, validation); err != nil {
			return err
		}
	}
	return nil
}
