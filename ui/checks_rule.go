package ui

import (
	"context"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/report"
)

// tried is a rule with its answer. Besides the rules of the analysis there is
// one for the format of the files, whose findings are faults.
type tried struct {
	id         string
	severity   analysis.Severity
	rule       string
	answer     analysis.Answer
	cases      []analysis.Case
	cannotTell []ledger.Ref
	faults     ledger.Faults
	file       string // of a folder that was not opened for its faults
}

// The fields by which rules are narrowed down.
const (
	fieldAnswer   = "answer"
	fieldSeverity = "severity"
)

// The rules of the format.
const (
	checkFormat  = "file_format"    // of the file that is open
	checkRefused = "refused_folder" // of a folder that was not opened
)

// answers in the order in which a reader needs them.
var answers = []analysis.Answer{analysis.Finding, analysis.CannotTell, analysis.Fine}

func wordsOfChecks(field string) []string {
	if field == fieldSeverity {
		return []string{string(analysis.Fault), string(analysis.Contradiction), string(analysis.Look)}
	}
	words := make([]string, len(answers))
	for i, answer := range answers {
		words[i] = string(answer)
	}
	return words
}

// word gives the value of a field.
func (t tried) word(field string) string {
	if field == fieldSeverity {
		return string(t.severity)
	}
	return string(t.answer)
}

// findings counts what the rule found.
func (t tried) findings() int { return len(t.cases) + len(t.faults) }

// markOfCheck says severity and answer by shape.
func markOfCheck(word string) string {
	switch word {
	case string(analysis.Fault):
		return "cross"
	case string(analysis.Contradiction):
		return "differ"
	case string(analysis.Look):
		return "icon-search"
	case string(analysis.Finding):
		return "disc.brick"
	case string(analysis.Fine):
		return "icon-check.green"
	}
	return "dots"
}

// refusal is a folder that was not opened, with the faults of its files.
type refusal struct {
	path   string
	faults ledger.Faults
}

// tryRules tries every rule on the view, the format of the files first.
func (d *desk) tryRules(refused *refusal) []tried {
	var list []tried
	if refused != nil {
		list = append(list, formatRule(checkRefused, refused.faults, refused.path))
	}
	list = append(list, formatRule(checkFormat, d.ledger.Faults(), ""))
	for _, check := range analysis.Checks(d.view) {
		list = append(list, tried{id: check.ID, severity: check.Severity, rule: check.Rule, answer: check.Answer, cases: check.Cases, cannotTell: check.CannotTell})
	}
	return list
}

func formatRule(id string, faults ledger.Faults, path string) tried {
	one := tried{id: id, severity: analysis.Fault, answer: analysis.Fine, faults: faults, file: path}
	if len(faults) > 0 {
		one.answer = analysis.Finding
	}
	return one
}

// ruleName is the name of a rule: what it looks for.
func (d *desk) ruleName(one tried) string { return d.text("check." + one.id) }

// ruleText says in plain words when the rule finds something.
func (d *desk) ruleText(one tried) string { return d.text("check.rule."+one.id, one.file) }

// answerText says what came out of trying a rule.
func (d *desk) answerText(one tried) string {
	p := d.printer
	untold := p.Count("checks.untold", len(one.cannotTell))
	switch {
	case one.answer == analysis.Fine:
		return p.Text("checks.answer.fine")
	case one.answer == analysis.CannotTell:
		return untold
	case len(one.cannotTell) > 0:
		return p.Count("checks.findings", one.findings()) + "; " + small(untold)
	}
	return p.Count("checks.findings", one.findings())
}

// checksHeadline counts the rules by their answer; each is in one of the three.
func (d *desk) checksHeadline(list []tried) string {
	counts := map[analysis.Answer]int{}
	for _, one := range list {
		counts[one.answer]++
	}
	p := d.printer
	rules := p.Count("checks.rules", len(list))
	if counts[analysis.Finding] == 0 {
		return p.Text("checks.headline_none", rules, p.Integer(counts[analysis.Fine]), p.Integer(counts[analysis.CannotTell]))
	}
	return p.Text("checks.headline", rules, p.Integer(counts[analysis.Finding]), p.Integer(counts[analysis.Fine]), p.Integer(counts[analysis.CannotTell]))
}

// matterText says what is the matter in a case. The values of its text are the
// titles of the records that it names, after those that the rule itself adds.
func (d *desk) matterText(one tried, found analysis.Case) string {
	key := "check.matter." + one.id
	if d.printer.Has(key + "." + found.Detail) {
		key += "." + found.Detail
	}
	return d.text(key, d.matterValues(one.id, found)...)
}

// matterValues gives the figures of a case that its sentence needs.
func (d *desk) matterValues(id string, found analysis.Case) []string {
	p, first := d.printer, found.Refs[0]
	switch id {
	case analysis.CheckPastDue:
		due := d.ledger.Date(first, "due_on")
		return []string{p.Date(due), p.Count("unit.day", int(d.view.AsOf().Happened-due.Last))}
	case analysis.CheckDisbursed:
		ladder := d.view.Ladder(first)
		return []string{d.moneyList(ladder.At(ledger.DisbursedRung)), d.moneyList(ladder.At(ledger.CommittedRung))}
	case analysis.CheckDeployed:
		state := d.view.Fund(first)
		return []string{d.moneyList(state.Deployed), d.moneyList(state.Announced)}
	case analysis.CheckNewerThanSource:
		return []string{p.Date(d.ledger.Date(first, "date")), p.Date(d.latestSource(first))}
	case analysis.CheckScope:
		return []string{d.ledger.Value(first, "scope")}
	}
	return []string{found.Detail}
}

// latestSource gives the day of the newest source that a record cites.
func (d *desk) latestSource(ref ledger.Ref) ledger.Date {
	latest := ledger.NoDate()
	for _, source := range d.ledger.SourcesOf(ref) {
		if date := d.ledger.Date(source, "published_on"); date.Known() && (!latest.Known() || date.Last > latest.Last) {
			latest = date
		}
	}
	return latest
}

// moneyList writes sums of several currencies, and says when there is none.
func (d *desk) moneyList(list []ledger.Money) string {
	if len(list) == 0 {
		return d.text("money.none")
	}
	texts := make([]string, len(list))
	for i, money := range list {
		texts[i] = d.printer.Money(money)
	}
	return strings.Join(texts, ", ")
}

// pages gives the rules that are shown for print, those that are fine too.
func (c *checks) pages() func(ctx context.Context, request report.Request) (*report.Plan, error) {
	title, sections := c.printed()
	kind := small(c.desk.text("tab." + c.id()))
	return func(ctx context.Context, request report.Request) (*report.Plan, error) {
		return report.PlanPages(ctx, request, title, kind, sections)
	}
}

func (c *checks) printed() (title string, sections []report.Section) {
	d := c.desk
	for _, one := range c.shown {
		section := report.Section{Heading: d.text("checks.title", d.ruleName(one), small(d.answerText(one))), Aside: d.text("checks.severity." + string(one.severity)),
			Sentences: []string{d.ruleText(one), d.todoText(one)}, Shares: []float64{0.5, 0.5}}
		for _, row := range d.caseRowsOf(one) {
			name := row.title
			if row.fault.Line > 0 {
				name = d.text("checks.place", name, d.printer.Integer(row.fault.Line), row.fault.Column)
			}
			section.Rows = append(section.Rows, []string{name, row.matter})
		}
		sections = append(sections, section)
	}
	return d.checksHeadline(c.tried), sections
}
