// Package workbook writes a summit, or what a reader has filtered of it, as an
// Excel workbook: a cover that says what the file holds as of which days, and
// one sheet per table with real dates and numbers. Rows are streamed, so a
// table of a million rows does not have to fit in memory as a sheet.
package workbook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"summitledger/data/analysis"
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Reason is why rows of a selection are not shown, in the reader's language,
// and how many it hides.
type Reason struct {
	Text  string
	Count int
}

// Selection is the rows of one table that go into the workbook, in the order
// in which the reader sees them.
type Selection struct {
	Kind   ledger.Kind
	Rows   []ledger.Ref
	Filter string // describes the filter in the reader's language; empty: all rows
	Hidden []Reason
}

// Request is a workbook to be written.
type Request struct {
	View       *ledger.View
	Printer    *locale.Printer
	Selections []Selection // nil: every table of the view
	Title      string      // what this workbook is, under the name of the summit; may be empty
	Program    string      // name and version of the program, for the cover
	Version    string
	Generated  bool         // the records are made up for load tests: said in large letters
	Origin     Origin       // what the workbook was made from; the zero value for what is no workspace
	Pages      []string     // sheets that are worked out, by their ids; nil: all of them for the whole view, none for chosen rows
	Views      []SavedSheet // saved views, each on a sheet of its own
	CountAt    analysis.CountAt
	// Publication makes a workbook for everyone to read, by ear and without colours too: nothing hidden, frozen or
	// shaded, and so none that can be taken back. Otherwise it is a working copy.
	Publication bool
	Now         time.Time // when the workbook is made; the package reads no clock
}

// Write writes the workbook as a file, whole or not at all: to a temporary
// file beside it, synced and renamed. Every failure is a *Failure and leaves
// the old file as it was.
func Write(ctx context.Context, path string, r Request) error {
	return writeFile(path, func(out io.Writer) error { return WriteTo(ctx, out, r) })
}

// writeFile is Write for any content.
func writeFile(path string, content func(io.Writer) error) error {
	if err := exchange.WriteThrough(path, content); err != nil {
		return &Failure{Path: path, Cause: causeOf(path, err), Err: err}
	}
	return nil
}

// WriteTo writes the workbook to out.
func WriteTo(ctx context.Context, out io.Writer, r Request) error {
	return writeWithin(ctx, out, r, excelLimits())
}

// limits are what Excel can hold, smaller in tests.
type limits struct {
	rows  int // of data on one sheet, below the header
	links int // on one sheet
}

// excelLimits are the limits of Excel: 1,048,576 rows with the header, and
// 65,529 links, one more and it repairs the file.
func excelLimits() limits {
	return limits{rows: excelize.TotalRows - 1, links: excelize.TotalSheetHyperlinks}
}

func writeWithin(ctx context.Context, out io.Writer, r Request, most limits) (err error) {
	if r.View == nil || r.Printer == nil {
		return errors.New("a workbook needs a view and a printer")
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	file := excelize.NewFile()
	defer func() { err = errors.Join(err, file.Close()) }() // removes the temporary files of excelize
	if err := setProperties(file, r); err != nil {
		return err
	}
	styles, err := newStyles(file, r.Printer.Language(), r.Publication)
	if err != nil {
		return err
	}
	book := &book{ctx: ctx, file: file, request: r, limits: most, styles: styles, stores: map[string]*store{}, changes: map[string]func([]byte) []byte{}}
	defer func() {
		for _, store := range book.stores {
			err = errors.Join(err, store.close())
		}
	}()
	if err := book.plan(); err != nil {
		return err
	}
	for i := range book.sheets {
		if err := book.writeSheet(&book.sheets[i]); err != nil {
			return fmt.Errorf("sheet %s: %w", book.sheets[i].name, err)
		}
	}
	if err := book.writePages(); err != nil {
		return err
	}
	if err := book.writeViews(); err != nil {
		return err
	}
	if r.Publication {
		book.withoutFilters()
	}
	if err := book.writeCover(); err != nil {
		return fmt.Errorf("cover: %w", err)
	}
	if !r.Publication {
		if err := book.writeMemory(); err != nil {
			return fmt.Errorf("sheet %s: %w", memorySheet, err)
		}
	}
	return pack(ctx, file, book.stores, book.changes, out)
}

// book is a workbook being written.
type book struct {
	ctx        context.Context
	file       *excelize.File
	request    Request
	limits     limits
	styles     styles
	cover      string // name of the cover sheet
	selections []Selection
	sheets     []sheet
	cut        int         // texts that were longer than a cell holds
	unlinked   []string    // sheets with more cells that lead somewhere than may be links
	described  []described // what each sheet of records holds, for reading it back
	pages      []page
	views      []*viewSheet
	stores     map[string]*store              // rows and links of sheets, by path
	changes    map[string]func([]byte) []byte // of parts as excelize writes them, by path
}

// tableOrder is the order of the sheets: the subject matter first, then what
// happened to it, then who and where from.
func tableOrder() []ledger.Kind {
	return []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Tracks, ledger.Positions, ledger.Promises, ledger.Claims,
		ledger.Events, ledger.Parties, ledger.Links, ledger.Organisations, ledger.Sources, ledger.Rates, ledger.Summits}
}

// everything selects every table of the view, with the reasons for which the
// view leaves records out.
func everything(r Request) []Selection {
	l := r.View.Ledger()
	selections := make([]Selection, 0, len(ledger.Kinds()))
	for _, kind := range tableOrder() {
		selection := Selection{Kind: kind, Rows: slices.AppendSeq(make([]ledger.Ref, 0, r.View.Len(kind)), r.View.All(kind))}
		if len(selection.Rows) < l.Len(kind) {
			selection.Hidden = absent(r, kind)
		}
		selections = append(selections, selection)
	}
	return selections
}

// absent counts the records of a kind that the view leaves out, by reason.
func absent(r Request, kind ledger.Kind) []Reason {
	var counts [ledger.NotDated + 1]int
	for ref := range r.View.Ledger().All(kind) {
		counts[absence(r.View, ref)]++
	}
	var reasons []Reason
	for reason := ledger.NotYetHappened; reason <= ledger.NotDated; reason++ {
		if counts[reason] > 0 {
			reasons = append(reasons, Reason{Text: r.Printer.Word("absence", reason.String()), Count: counts[reason]})
		}
	}
	return reasons
}

// absence tells why a record is not in the view. A party cites no source of
// its own: it is absent for the reason of the record that it belongs to.
func absence(v *ledger.View, ref ledger.Ref) ledger.Absence {
	if ref.Kind == ledger.Parties && !v.Has(ref) {
		if subject, ok := v.Ledger().Subject(ref); ok && !v.Has(subject) {
			return v.Absence(subject)
		}
	}
	return v.Absence(ref)
}
