// Package report makes pages for print: the brief, one sheet of A4 that says
// what was announced at a summit and what became of it, as PDF. It sets text
// in one embedded typeface in English, Japanese and Russian, wraps it and never
// cuts it; a list that is too long for the sheet ends with the number of rows
// that it leaves out. The same view on the same day gives the same bytes.
package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Request says which brief is wanted.
type Request struct {
	View    *ledger.View
	Printer *locale.Printer
	Program string    // name of the program, for header and footer
	Version string    // of the program
	Now     time.Time // when the page is made
	// Generated marks the page as made of generated data, across the sheet.
	Generated bool
}

// brief is a page in the making: what it tells, and the sheet it is set on.
type brief struct {
	Request
	view       *ledger.View
	printer    *locale.Printer
	page       *page
	notes      *notes
	headline   part
	figures    figures
	claim      claim
	deals      deals
	money      money
	promises   promises
	tracks     []ledger.Ref
	openTracks int
	latest     []ledger.Ref
}

// Brief makes the one-page brief of a view.
func Brief(ctx context.Context, r Request) (*Document, error) {
	if r.View == nil || r.Printer == nil {
		return nil, errors.New("a brief needs a view of a ledger and a language")
	}
	page, err := newPage()
	if err != nil {
		return nil, err
	}
	b := &brief{Request: r, view: r.View, printer: r.Printer, page: page}
	if err := b.gather(ctx); err != nil {
		return nil, fmt.Errorf("the brief was not made: %w", err)
	}
	b.describe()
	b.draw()
	var out bytes.Buffer
	if err := page.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("the brief was not made: %w", err)
	}
	return &Document{content: out.Bytes(), lines: page.lines}, nil
}

// gather works out everything that the page tells.
func (b *brief) gather(ctx context.Context) (err error) {
	b.figures = gatherFigures(b.view)
	b.claim = headlineClaim(b.view)
	b.deals = gatherDeals(b.view)
	b.promises = gatherPromises(b.view)
	b.tracks, b.openTracks = gatherTracks(b.view)
	b.money = gatherMoney(b.view)
	if err = ctx.Err(); err != nil {
		return err
	}
	b.latest, err = latestEvents(ctx, b.view)
	return err
}

// describe writes what the file says about itself. Its dates are the day on
// which the page is made, so that the same page is the same file.
func (b *brief) describe() {
	pdf := b.page.pdf
	made := b.Now.UTC().Truncate(time.Second)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetTitle(b.title(), true)
	pdf.SetSubject(b.days(), true)
	pdf.SetAuthor(b.Program, true)
	pdf.SetCreator(strings.TrimSpace(b.Program+" "+b.Version), true)
	pdf.SetProducer(b.Program, true)
	pdf.SetLang(string(b.printer.Language()))
}

// title names the summit.
func (b *brief) title() string {
	name := b.printer.Text("report.no_summit")
	if summit := b.view.Ledger().Summit(); summit.Exists() {
		name = b.printer.Title(b.view.Ledger(), summit)
	}
	if b.Generated && !strings.Contains(name, ledger.GeneratedName) {
		name = ledger.GeneratedName + ": " + name
	}
	return name
}

// days says from which days the page looks.
func (b *brief) days() string {
	asOf := b.view.AsOf()
	return b.printer.Text("report.days", b.printer.Day(asOf.Happened), b.printer.Day(asOf.Known))
}

// join makes a paragraph of sentences.
func (b *brief) join(sentences []string) string {
	if b.printer.Language() == locale.Japanese {
		return strings.Join(sentences, "")
	}
	return strings.Join(sentences, " ")
}
