// Package report makes pages for print: the brief, one page that says what was
// announced at a summit and what became of it, and reports of several pages. A
// page is a list of drawing operations first; a PDF file, pixels and vectors come
// of the same list. Text is set in one embedded typeface in English, Japanese and
// Russian, wrapped and never cut; a list that is too long for the brief ends with
// the number of rows that it leaves out. The same view on the same day gives the
// same bytes.
package report

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report/drawing"
)

// Request says which brief is wanted.
type Request struct {
	View    *ledger.View
	Printer *locale.Printer
	Program string    // name of the program, for header and footer
	Version string    // of the program
	Now     time.Time // when the page is made
	Paper   Paper
	Filter  string // in words, which records the pages are made of; empty: all in view
	Unit    string // in words, of the figures of the pages; empty: the pages say it where they stand
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
	plan, err := PlanBrief(ctx, r)
	if err != nil {
		return nil, err
	}
	return plan.Document(ctx)
}

// PlanBrief settles the one page of the brief.
func PlanBrief(ctx context.Context, r Request) (*Plan, error) {
	b, err := newBrief(r)
	if err != nil {
		return nil, err
	}
	if err := b.gather(ctx); err != nil {
		return nil, fmt.Errorf("the brief was not made: %w", err)
	}
	kind := b.printer.Text("report.brief")
	return b.plan(kind, kind, 1, func(int) {
		b.page.bookmark(b.title(), 0, b.page.top)
		b.draw()
	}), nil
}

// newBrief opens the pages of a request.
func newBrief(r Request) (*brief, error) {
	if r.View == nil || r.Printer == nil {
		return nil, errors.New("pages need a view of a ledger and a language")
	}
	page, err := newPage(r.Paper)
	if err != nil {
		return nil, err
	}
	return &brief{Request: r, view: r.View, printer: r.Printer, page: page}, nil
}

// plan says what the file tells about itself and how its pages are drawn.
func (b *brief) plan(kind, title string, count int, set func(number int)) *Plan {
	clean := b.page.typeface.clean
	return &Plan{page: b.page, count: count, set: set, properties: drawing.Properties{
		Title: clean(b.title() + ": " + title), Subject: clean(kind + "; " + b.days() + "; " + b.facts()), Author: b.Program,
		Creator: strings.TrimSpace(b.Program + " " + b.Version), Language: string(b.printer.Language()), Made: b.Now,
	}}
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
