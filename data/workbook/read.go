package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// What a workbook may take when it is read: enough for a quarter of a million
// rows, and a bound for files that were made to harm.
const (
	mostBytes    = 256 << 20
	mostUnzipped = 512 << 20
	mostPart     = 64 << 20
	mostRows     = 250_000
)

// Edited is an exported workbook as it came back.
type Edited struct {
	path     string
	Origin   Origin
	Summit   string // key of the summit
	language locale.Language
	file     *excelize.File
	asked    int // how often a cell was asked for its formula
	date1904 bool
	sheets   []editedSheet
	problems []exchange.Suggestion
}

// rowsBetweenLooks is how many rows are read between two looks at whether the
// reading was cancelled.
const rowsBetweenLooks = 256

// Close removes what reading left in temporary files.
func (e *Edited) Close() error { return e.file.Close() }

// editedSheet is one sheet of records with its cells as texts.
type editedSheet struct {
	described
	headings []string
	first    int // row of the sheet in which the first record stands
	rows     [][]string
	left     int // column of the sheet in which the table begins, from 1
	gone     bool
}

// Read reads a workbook back that this program wrote and somebody went on
// with. What cannot be read at all gives a *Refused.
func Read(ctx context.Context, path string) (*Edited, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &Refused{Path: path, Reason: NotReadable, Err: err}
	}
	switch {
	case info.IsDir():
		return nil, &Refused{Path: path, Reason: NotAWorkbook}
	case info.Size() > mostBytes:
		return nil, &Refused{Path: path, Reason: TooLarge, Detail: fmt.Sprintf("%d MB", info.Size()>>20)}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, &Refused{Path: path, Reason: NotReadable, Err: err}
	}
	edited, err := read(ctx, content)
	if err != nil {
		return nil, refusal(path, err)
	}
	edited.path = path
	return edited, nil
}

// read reads the content of a workbook. A file that makes the library fail is
// a damaged file, whatever the failure.
func read(ctx context.Context, content []byte) (_ *Edited, err error) {
	var file *excelize.File
	defer func() {
		if failure := recover(); failure != nil {
			err = &Refused{Reason: NotAWorkbook, Detail: fmt.Sprint(failure)}
		}
		if err != nil && file != nil {
			err = errors.Join(err, file.Close())
		}
	}()
	if bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0")) {
		return nil, &Refused{Reason: Encrypted}
	}
	if err := weigh(ctx, content); err != nil {
		return nil, err
	}
	file, err = excelize.OpenReader(bytes.NewReader(content), excelize.Options{RawCellValue: true, UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostPart})
	if err != nil {
		if strings.Contains(err.Error(), "unzip size") {
			return nil, &Refused{Reason: TooLarge, Err: err}
		}
		return nil, &Refused{Reason: NotAWorkbook, Err: err}
	}
	if _, macros := file.Pkg.Load("xl/vbaProject.bin"); macros {
		return nil, &Refused{Reason: WithMacros}
	}
	r := reading{ctx: ctx, file: file, edited: &Edited{file: file}}
	if err := r.memory(); err != nil {
		return nil, err
	}
	if err := r.tables(); err != nil {
		return nil, err
	}
	return r.edited, nil
}

// reading is a workbook being read.
type reading struct {
	ctx    context.Context
	file   *excelize.File
	edited *Edited
	rows   int
}

// memory reads the hidden sheet.
func (r *reading) memory() error {
	lines, err := r.file.GetRows(memorySheet)
	if err != nil || len(lines) == 0 {
		return &Refused{Reason: NotExported}
	}
	e := r.edited
	tables := map[string]int{}
	format, number := "", 0
	for _, line := range lines {
		line = append(line, "", "", "", "", "")
		switch line[0] {
		case memoryOfFormat:
			format = line[1]
			if number, err = strconv.Atoi(line[2]); err != nil {
				return &Refused{Reason: NotExported}
			}
		case memoryOfWorkspace:
			e.Origin.Workspace = line[1]
		case memoryOfRevision:
			if e.Origin.Revision, err = strconv.ParseInt(line[1], 10, 64); err != nil {
				return &Refused{Reason: NotExported}
			}
		case memoryOfSummit:
			e.Summit = line[1]
		case memoryOfLanguage:
			e.language = locale.Language(line[1])
		case memoryOfTable:
			kind, ok := ledger.ParseTable(line[2])
			if !ok {
				return &Refused{Reason: NewerFormat}
			}
			rows, _ := strconv.Atoi(line[4]) // only compared with what is found
			tables[line[1]] = len(e.sheets)
			e.sheets = append(e.sheets, editedSheet{described: described{table: line[1], kind: kind, sheet: line[3], rows: rows, whole: line[5] == "true"}})
		case memoryOfColumn:
			if at, ok := tables[line[1]]; ok {
				e.sheets[at].columns = append(e.sheets[at].columns, describedColumn{heading: line[3], field: line[2]})
			}
		}
		if err != nil {
			return &Refused{Reason: NotExported}
		}
	}
	switch {
	case format != memoryFormat:
		return &Refused{Reason: NotExported}
	case number > memoryNumber:
		return &Refused{Reason: NewerFormat}
	}
	if _, err := locale.ParseLanguage(string(e.language)); err != nil {
		return &Refused{Reason: NotExported}
	}
	return nil
}

// area is where a table stands now: people rename and move sheets.
type area struct {
	sheet           string
	column, row     int // of the first heading, from 1
	columns, bottom int
}

// tables finds the tables by their names and reads them.
func (r *reading) tables() error {
	if props, err := r.file.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		r.edited.date1904 = *props.Date1904
	}
	found, err := r.areas()
	if err != nil {
		return err
	}
	for i := range r.edited.sheets {
		s := &r.edited.sheets[i]
		at, ok := found[strings.ToLower(s.table)]
		if !ok {
			at, ok = r.bareSheet(s)
		}
		if !ok {
			s.gone, s.whole = true, false // nothing is taken as removed because its sheet is gone
			r.edited.problems = append(r.edited.problems, exchange.Suggestion{Verdict: exchange.Problem, Kind: s.kind, Record: s.table, New: s.sheet, Reason: reasonSheetGone})
			continue
		}
		if err := r.sheet(s, at); err != nil {
			return err
		}
	}
	return nil
}

// Reasons of problems with sheets and columns, beside those of package exchange.
const (
	reasonSheetGone  = "sheet_gone"
	reasonColumnGone = "column_gone" // a column is not there, or its heading was changed
	reasonMerged     = "merged_cells"
)

func (r *reading) areas() (map[string]area, error) {
	found := map[string]area{}
	for _, sheet := range r.file.GetSheetList() {
		tables, err := r.file.GetTables(sheet)
		if err != nil {
			continue // a sheet of charts has none
		}
		for _, table := range tables {
			first, last, ok := strings.Cut(table.Range, ":")
			if !ok {
				continue
			}
			left, top, errFirst := excelize.CellNameToCoordinates(first)
			right, bottom, errLast := excelize.CellNameToCoordinates(last)
			if errFirst != nil || errLast != nil {
				return nil, &Refused{Reason: NotAWorkbook, Detail: table.Range}
			}
			found[strings.ToLower(table.Name)] = area{sheet: sheet, column: left, row: top, columns: right - left + 1, bottom: bottom}
		}
	}
	return found, nil
}

// bareSheet finds the sheet of a table that was turned into plain cells.
func (r *reading) bareSheet(s *editedSheet) (area, bool) {
	at, err := r.file.GetSheetIndex(s.sheet)
	return area{sheet: s.sheet, column: 1, row: 1, columns: excelize.MaxColumns, bottom: excelize.TotalRows}, err == nil && at >= 0
}

func (r *reading) sheet(s *editedSheet, at area) (err error) {
	s.sheet, s.left, s.first = at.sheet, at.column, at.row+1
	if merged, err := r.file.GetMergeCells(at.sheet, true); err == nil {
		for _, cells := range merged {
			r.edited.problems = append(r.edited.problems, exchange.Suggestion{Verdict: exchange.Problem, Kind: s.kind, Record: s.table, New: cells.GetStartAxis() + ":" + cells.GetEndAxis(), Reason: reasonMerged, Place: cellPlace(at.sheet, cells.GetStartAxis())})
		}
	}
	lines, err := r.file.Rows(at.sheet)
	if err != nil {
		return &Refused{Reason: NotAWorkbook, Err: err}
	}
	defer func() { err = errors.Join(err, lines.Close()) }()
	for row := 1; lines.Next() && row <= at.bottom; row++ {
		if row%rowsBetweenLooks == 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
		}
		cells, err := lines.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return &Refused{Reason: NotAWorkbook, Err: err}
		}
		if row < at.row {
			continue
		}
		cells = cells[min(len(cells), at.column-1):]
		cells = cells[:min(len(cells), at.columns)]
		if row == at.row {
			s.headings = append([]string(nil), cells...)
			continue
		}
		if r.rows++; r.rows > mostRows {
			return &Refused{Reason: TooLarge, Detail: fmt.Sprintf("more than %d rows", mostRows)}
		}
		s.rows = append(s.rows, append([]string(nil), cells...))
	}
	if err := lines.Error(); err != nil && !errors.Is(err, io.EOF) {
		return &Refused{Reason: NotAWorkbook, Err: err}
	}
	return nil
}

func cellPlace(sheet, cell string) string { return sheet + "!" + cell }
