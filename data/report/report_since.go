package report

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// SinceReport is the report of what changed between two days.
const SinceReport = "since"

// SinceRequest says which two days are compared. The view of the request is that
// of the later day.
type SinceRequest struct {
	Request
	From  *ledger.View          // as of the earlier day
	Known bool                  // it is what became known in between, not what happened
	Shown func(ChangeLine) bool // which changes are listed, such as Briefed; nil: all
}

// PlanSince settles the pages of a briefing since another one: what happened or
// became known in between, what was left without news, each with its sources.
func PlanSince(ctx context.Context, r SinceRequest) (*Plan, error) {
	if r.View == nil || r.From == nil || r.Printer == nil {
		return nil, errors.New("a comparison needs two views of a ledger and a language")
	}
	if r.View.Ledger() != r.From.Ledger() {
		return nil, errors.New("only views of one ledger can be compared")
	}
	s := &sheets{Request: r.Request, numbers: make(map[ledger.Ref]int)}
	changes := analysis.Since(r.From, r.View)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("the pages were not made: %w", err)
	}
	title := s.since(r, changes)
	s.sourceList()
	return PlanPages(ctx, r.Request, title, r.Printer.Text("reports.since"), s.sections)
}

// SinceTitle says which days are compared by which clock.
func (r SinceRequest) SinceTitle() string {
	from, to, key := r.From.AsOf().Happened, r.View.AsOf().Happened, "since.headline.happened"
	if r.Known {
		from, to, key = r.From.AsOf().Known, r.View.AsOf().Known, "since.headline.known"
	}
	return r.Printer.Text(key, r.Printer.Day(from), r.Printer.Day(to))
}

// since puts a comparison together.
func (s *sheets) since(r SinceRequest, changes analysis.Changes) string {
	lines := ChangeLines(s.Printer, changes, r.View)
	shown := lines[:0:0]
	for _, line := range lines {
		if r.Shown == nil || r.Shown(line) {
			shown = append(shown, line)
		}
	}
	s.sections = append(s.sections, s.changeCounts(changes))
	if len(lines) == 0 {
		clock := "happened"
		if r.Known {
			clock = "known"
		}
		s.sections[0].Sentences = []string{s.text("since.nothing_sentence." + clock)}
	} else {
		s.sections = append(s.sections, s.crossings(r, changes.Table))
	}
	of := func(lines []ChangeLine, kinds ...analysis.ChangeKind) (list []ChangeLine) {
		for _, line := range lines {
			if slices.Contains(kinds, line.Change.Kind) {
				list = append(list, line)
			}
		}
		return list
	}
	known := slices.DeleteFunc(ChangeOrder(), func(kind analysis.ChangeKind) bool {
		return kind == analysis.ChangeNew || kind == analysis.ChangeSource
	})
	s.changeList(s.text("reports.since_known"), of(lines, known...), of(shown, known...))
	s.sections = append(s.sections, s.quiet(r))
	s.changeList(s.text("reports.since_new"), of(lines, analysis.ChangeNew), of(shown, analysis.ChangeNew))
	s.changeList(s.text("since.change.source"), of(lines, analysis.ChangeSource), of(shown, analysis.ChangeSource))
	return r.SinceTitle()
}

// Briefed tells which changes a briefing lists: who took part and what is linked
// to what is told with its record.
func Briefed(line ChangeLine) bool {
	kind := line.Change.Record.Kind
	return line.Change.Kind != analysis.ChangeNew || kind != ledger.Parties && kind != ledger.Links
}

// changeCounts says how many records changed in which way.
func (s *sheets) changeCounts(changes analysis.Changes) Section {
	p := s.Printer
	section := Section{Heading: s.text("reports.since_counts"), Shares: []float64{0.1, 0.9}, Right: []bool{true, false}}
	put := func(n int, words string) {
		if n > 0 {
			section.Rows = append(section.Rows, []string{p.Integer(n), words})
		}
	}
	for _, kind := range ChangeOrder() {
		if kind == analysis.ChangeNew {
			for _, total := range changes.New {
				for _, kind := range ChangedKinds() {
					if total.ID == kind.Table() {
						put(total.Count, s.newWords(kind, total.Count))
					}
				}
			}
			continue
		}
		for _, total := range changes.Kinds {
			if total.ID == string(kind) {
				put(total.Count, p.Count("since.records."+string(kind), total.Count))
			}
		}
	}
	return section
}

// newWords names new records of a kind.
func (s *sheets) newWords(kind ledger.Kind, n int) string {
	if key := "since.new." + kind.String(); s.Printer.Has(key+".other") || s.Printer.Has(key+".many") {
		return s.Printer.Count(key, n)
	}
	return s.text("since.group", s.text("since.change.new"), small(s.Printer.Table(kind)))
}

// crossings is the table of deals from stage to stage: rows are the first day,
// columns the second.
func (s *sheets) crossings(r SinceRequest, cells []analysis.StageCell) Section {
	p := s.Printer
	type place struct {
		there bool
		stage ledger.Stage
	}
	all := []place{{}, {there: true}}
	for _, stage := range ledger.Stages() {
		all = append(all, place{true, stage})
	}
	from := func(c analysis.StageCell) place { return place{c.WasThere, c.From} }
	to := func(c analysis.StageCell) place { return place{c.StillThere, c.To} }
	used := func(of func(analysis.StageCell) place) (list []place) {
		for _, one := range all {
			for _, cell := range cells {
				if of(cell) == one {
					list = append(list, one)
					break
				}
			}
		}
		return list
	}
	word := func(at place) string {
		if !at.there {
			return s.text("since.not_there")
		}
		return StageShort(p, at.stage)
	}
	count := func(fits func(analysis.StageCell) bool) string {
		n := 0
		for _, cell := range cells {
			if fits(cell) {
				n += cell.Total.Count
			}
		}
		if n == 0 {
			return ""
		}
		return p.Integer(n)
	}
	first, last := r.From.AsOf().Happened, r.View.AsOf().Happened
	if r.Known {
		first, last = r.From.AsOf().Known, r.View.AsOf().Known
	}
	columns := used(to)
	table := &Table{Columns: []TableColumn{{Title: s.text("since.table_rows", p.Day(first))}}}
	for _, column := range columns {
		table.Columns = append(table.Columns, TableColumn{Title: word(column), Right: true})
	}
	table.Columns = append(table.Columns, TableColumn{Title: s.text("since.sum"), Right: true})
	for _, row := range used(from) {
		line := TableLine{Cells: []TableCell{{Text: word(row)}}}
		for _, column := range columns {
			line.Cells = append(line.Cells, TableCell{Text: count(func(c analysis.StageCell) bool { return from(c) == row && to(c) == column })})
		}
		line.Cells = append(line.Cells, TableCell{Text: count(func(c analysis.StageCell) bool { return from(c) == row })})
		table.Lines = append(table.Lines, line)
	}
	sum := TableLine{Sum: true, Cells: []TableCell{{Text: s.text("since.sum")}}}
	for _, column := range columns {
		sum.Cells = append(sum.Cells, TableCell{Text: count(func(c analysis.StageCell) bool { return to(c) == column })})
	}
	sum.Cells = append(sum.Cells, TableCell{Text: count(func(analysis.StageCell) bool { return true })})
	table.Lines = append(table.Lines, sum)
	return Section{Heading: s.text("since.table_columns", p.Day(last)), Sentences: []string{s.text("definition.since.table")}, Table: table}
}

// quiet lists what was forgotten: deals that fell silent in between, promises
// whose day passed without a report.
func (s *sheets) quiet(r SinceRequest) Section {
	p, l := s.Printer, s.View.Ledger()
	section := Section{Heading: s.text("reports.quiet"), Sentences: []string{s.text("reports.quiet_note")}}
	table := &Table{Columns: []TableColumn{{Title: s.text("checks.record")}, {Title: s.text("reports.last_event")}, {Title: p.Table(ledger.Sources)}}}
	count := 0
	for _, total := range analysis.FellQuiet(r.From, r.View) {
		if total.Count == 0 {
			continue
		}
		count += total.Count
		table.Lines = append(table.Lines, TableLine{Head: locale.Capital(s.quietWords(total.ID)), Aside: p.Integer(total.Count)})
		for _, ref := range total.Added {
			sign, last := "", s.text("date.none")
			if ref.Kind == ledger.Deals {
				sign = SilenceSign(s.View.Deal(ref).Silence)
				if at := s.View.Deal(ref).LastEvent; at >= 0 {
					last = p.Day(s.View.Deal(ref).LastHappened)
				}
			} else {
				sign = VerdictSign(s.View.Promise(ref).Verdict)
				last = p.ShortDate(l.Date(ref, "due_on"))
			}
			table.Lines = append(table.Lines, TableLine{Cells: []TableCell{{Text: s.title(ref), Sign: sign}, {Text: last}, {Text: s.cited(ref)}}})
		}
	}
	section.Aside = p.Integer(count)
	if count == 0 {
		section.Sentences = append(section.Sentences, s.text("reports.quiet_none"))
		return section
	}
	section.Table = table
	return section
}

// quietWords says how a record stands that nobody speaks of.
func (s *sheets) quietWords(id string) string {
	if id == ledger.VerdictPastDue.String() {
		return s.Printer.Word(ledger.VerdictWords().Name(), id)
	}
	return s.Printer.Word(ledger.SilenceWords().Name(), id)
}

// changeList lists changes under what changed; lines are all there are.
func (s *sheets) changeList(heading string, lines, shown []ChangeLine) {
	p := s.Printer
	if len(lines) == 0 {
		return
	}
	section := Section{Heading: heading, Aside: s.text("report.part_of_whole", p.Integer(len(shown)), p.Integer(len(lines)))}
	if hidden := len(lines) - len(shown); hidden > 0 {
		section.Sentences = []string{p.Count("reports.not_listed", hidden)}
	} else {
		section.Aside = p.Integer(len(lines))
	}
	if len(shown) == 0 {
		s.sections = append(s.sections, section)
		return
	}
	table := &Table{Columns: []TableColumn{{Title: s.text("checks.record")}, {Title: s.text("since.before")}, {Title: s.text("since.after")}, {Title: s.text("since.when")}, {Title: p.Table(ledger.Sources)}}}
	same := func(a, b ChangeLine) bool {
		kind := a.Change.Kind
		return kind == b.Change.Kind && (kind != analysis.ChangeNew && kind != analysis.ChangeGone || a.Change.Record.Kind == b.Change.Record.Kind)
	}
	for i := 0; i < len(shown); {
		end := i + 1
		for end < len(shown) && same(shown[i], shown[end]) {
			end++
		}
		head := s.text("since.change." + string(shown[i].Change.Kind))
		if kind := shown[i].Change.Kind; kind == analysis.ChangeNew || kind == analysis.ChangeGone {
			head = s.text("since.group", head, small(p.Table(shown[i].Change.Record.Kind)))
		}
		table.Lines = append(table.Lines, TableLine{Head: head, Aside: p.Integer(end - i)})
		for ; i < end; i++ {
			line := shown[i]
			after := line.After
			if line.Change.Kind == analysis.ChangeMoney {
				after = s.text("since.group", line.What, after)
			}
			table.Lines = append(table.Lines, TableLine{Cells: []TableCell{{Text: line.Title}, {Text: line.Before, Sign: line.BeforeSign}, {Text: after, Sign: line.AfterSign}, {Text: line.When}, {Text: s.changeSources(line.Change)}}})
		}
	}
	section.Table = table.filled()
	s.sections = append(s.sections, section)
}

// changeSources cites who tells of a change: of the event that did it, of the
// sources that were added, else of the record.
func (s *sheets) changeSources(change analysis.Change) string {
	switch {
	case change.Kind == analysis.ChangeSource:
		return s.citedOf(change.Sources)
	case change.Cause.Exists():
		return s.cited(change.Cause)
	case change.Kind == analysis.ChangeGone:
		return ""
	}
	return s.cited(change.Record)
}
