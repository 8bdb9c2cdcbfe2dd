package workbook

import (
	"fmt"
	"strconv"
	"time"

	"summitledger/data/ledger"
)

// Origin names the state of a workspace that a workbook shows, so that the
// workbook can be compared with it when it comes back.
type Origin struct {
	Workspace string // identity of the workspace
	Revision  int64  // number of its last action
}

// The hidden sheet that remembers what the workbook was made from. Excel shows
// it in no menu; it is a memory, not a secret.
const (
	memorySheet  = "_meta"
	memoryFormat = "summit-ledger-workbook"
	memoryNumber = 1 // of the layout of the sheet
)

// The names of its lines.
const (
	memoryOfFormat    = "format"
	memoryOfWorkspace = "workspace"
	memoryOfRevision  = "revision"
	memoryOfExport    = "exported"
	memoryOfLanguage  = "language"
	memoryOfHappened  = "happened"
	memoryOfKnown     = "known"
	memoryOfSummit    = "summit"
	memoryOfTable     = "table"
	memoryOfColumn    = "column"
)

// described is what a sheet of records holds.
type described struct {
	table, sheet string
	kind         ledger.Kind
	rows         int
	whole        bool // every row of the ledger's table is in the workbook
	columns      []describedColumn
	places       map[string]int // of columns by their id, from 1
}

type describedColumn struct{ heading, field string }

// describe remembers what a sheet holds.
func (b *book) describe(s *sheet, columns []column) {
	d := described{table: s.table, sheet: s.name, kind: s.kind, rows: len(s.rows),
		whole: len(b.selections[s.of].Rows) == b.request.View.Ledger().Len(s.kind)}
	d.places = map[string]int{}
	for i, column := range columns {
		if column.id != "" {
			d.places[column.id] = i + 1
		}
		if column.field != "" {
			d.columns = append(d.columns, describedColumn{column.heading, column.field})
		}
	}
	b.described = append(b.described, d)
}

// writeMemory fills the hidden sheet.
func (b *book) writeMemory() error {
	r := b.request
	l, asOf := r.View.Ledger(), r.View.AsOf()
	summit := ""
	if ref := l.Summit(); ref.Exists() {
		summit = l.Key(ref)
	}
	lines := [][]string{
		{memoryOfFormat, memoryFormat, strconv.Itoa(memoryNumber)},
		{memoryOfWorkspace, r.Origin.Workspace},
		{memoryOfRevision, strconv.FormatInt(r.Origin.Revision, 10)},
		{memoryOfSummit, summit},
		{memoryOfExport, r.Now.UTC().Format(time.RFC3339), r.Version},
		{memoryOfLanguage, string(r.Printer.Language())},
		{memoryOfHappened, asOf.Happened.String()},
		{memoryOfKnown, asOf.Known.String()},
	}
	for _, d := range b.described {
		lines = append(lines, []string{memoryOfTable, d.table, d.kind.Table(), d.sheet, strconv.Itoa(d.rows), strconv.FormatBool(d.whole)})
		for _, column := range d.columns {
			lines = append(lines, []string{memoryOfColumn, d.table, column.field, column.heading})
		}
	}
	for i, line := range lines {
		for place, text := range line {
			cell := fmt.Sprintf("%c%d", 'A'+place, i+1)
			if err := b.file.SetCellStr(memorySheet, cell, text); err != nil {
				return err
			}
		}
	}
	return nil
}
