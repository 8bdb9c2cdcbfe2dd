package report

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// Names of the reports that Make knows, as the command line has them.
const (
	BriefReport    = "brief"
	ClaimReport    = "claim"
	PipelineReport = "pipeline"
	PromisesReport = "promises"
	FundReport     = "fund"
	RecordReport   = "record"
)

// Names lists the reports.
func Names() []string {
	return []string{BriefReport, ClaimReport, PipelineReport, PromisesReport, FundReport, RecordReport}
}

// NeedsRecord tells which reports are about one record: claim, fund and record.
func NeedsRecord(name string) bool {
	return name == ClaimReport || name == FundReport || name == RecordReport
}

// Make makes a report by its name. Subject is the record that it is about,
// NoRef where the report is about the whole view.
func Make(ctx context.Context, r Request, name string, subject ledger.Ref) (*Document, error) {
	plan, err := PlanReport(ctx, r, name, subject)
	if err != nil {
		return nil, err
	}
	return plan.Document(ctx)
}

// PlanReport settles the pages of a report by its name, as Make does.
func PlanReport(ctx context.Context, r Request, name string, subject ledger.Ref) (*Plan, error) {
	if r.View == nil || r.Printer == nil {
		return nil, errors.New("a report needs a view of a ledger and a language")
	}
	if NeedsRecord(name) && !subject.Exists() {
		return nil, fmt.Errorf("the report %q needs a record", name)
	}
	s := &sheets{Request: r, numbers: make(map[ledger.Ref]int)}
	var title string
	switch {
	case name == BriefReport:
		return PlanBrief(ctx, r)
	case name == PipelineReport:
		title = s.pipeline()
	case name == PromisesReport:
		title = s.promises()
	case name == ClaimReport && subject.Kind == ledger.Claims:
		title = s.claim(subject)
	case name == FundReport && subject.Kind == ledger.Funds:
		title = s.fund(subject)
	case name == RecordReport:
		title = s.record(subject)
	default:
		return nil, fmt.Errorf("there is no report %q of this record", name)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.sourceList()
	r.Unit = s.Unit
	return PlanPages(ctx, r, title, r.Printer.Text("reports."+name), s.sections)
}

// sheets gathers the sections of a report and numbers the sources that it
// cites as they come up.
type sheets struct {
	Request
	sections []Section
	sources  []ledger.Ref
	numbers  map[ledger.Ref]int
}

func (s *sheets) text(key string, values ...string) string { return s.Printer.Text(key, values...) }

func (s *sheets) title(ref ledger.Ref) string { return s.Printer.Title(s.View.Ledger(), ref) }

// cited gives the numbers of the sources of a record that were public by the
// day of the view: "[1] [4]".
func (s *sheets) cited(ref ledger.Ref) string {
	return s.citedOf(s.View.Ledger().SourcesOf(ref))
}

// citedOf is cited of sources themselves.
func (s *sheets) citedOf(sources []ledger.Ref) string {
	var numbers []string
	for _, source := range sources {
		if !s.View.Has(source) {
			continue
		}
		if s.numbers[source] == 0 {
			s.sources = append(s.sources, source)
			s.numbers[source] = len(s.sources)
		}
		numbers = append(numbers, "["+s.Printer.Integer(s.numbers[source])+"]")
	}
	return strings.Join(numbers, " ")
}

// sourceList ends a report with the sources that it cited.
func (s *sheets) sourceList() {
	section := Section{Heading: s.Printer.Table(ledger.Sources), Aside: s.Printer.Integer(len(s.sources)), Shares: []float64{0.07, 0.93}}
	if len(s.sources) == 0 {
		section.Sentences = []string{s.text("reports.no_source")}
	}
	l := s.View.Ledger()
	for i, source := range s.sources {
		words := []string{l.Value(source, "publisher"), l.Value(source, "title")}
		if date := l.Date(source, "published_on"); date.Known() {
			words = append(words, s.date(date))
		}
		words = append(words, l.Value(source, "url"))
		words = slices.DeleteFunc(words, func(word string) bool { return word == "" })
		section.Rows = append(section.Rows, []string{"[" + s.Printer.Integer(i+1) + "]", strings.Join(words, ", ")})
	}
	s.sections = append(s.sections, section)
}

// sums writes the money of a total, one amount per currency.
func (s *sheets) sums(total analysis.Total) string {
	if len(total.Sums) == 0 {
		return s.text("money.none")
	}
	parts := make([]string, 0, len(total.Sums))
	for _, sum := range total.Sums {
		money := sum.Money
		money.Amount = money.Amount.Round(money.Currency.MinorUnits())
		parts = append(parts, s.Printer.Exact(money))
	}
	return strings.Join(parts, ", ")
}

// leftOut says by reason what a figure leaves out.
func (s *sheets) leftOut(list []analysis.LeftOut) []string {
	var sentences []string
	for _, left := range list {
		sentences = append(sentences, s.text("answer.left_out", s.Printer.Integer(len(left.Refs)), s.text("reason."+left.Reason)))
	}
	return sentences
}

// headline writes the headline amount of a record (RULES 7.4): two dots when
// nobody says it, in brackets when the confidence in it is low.
func (s *sheets) headline(ref ledger.Ref) string {
	headline := s.View.Headline(ref)
	switch headline.State {
	case ledger.HeadlineCounts:
		text := s.Printer.Qualified(headline.Qualifier, s.Printer.Money(headline.Money))
		if s.View.Ledger().Value(ref, "confidence") == "low" {
			return s.text("paper.uncertain", text)
		}
		return text
	case ledger.NotDatedAmount:
		return s.text("money.not_dated")
	}
	return ".."
}

// date writes a date as paper has it: two dots for none, brackets in place of a
// question mark.
func (s *sheets) date(date ledger.Date) string {
	if !date.Known() {
		return ".."
	}
	if date.Mark != ledger.Uncertain {
		return s.Printer.ShortDate(date)
	}
	date.Mark = ledger.Sure
	return s.text("paper.uncertain", s.Printer.ShortDate(date))
}
