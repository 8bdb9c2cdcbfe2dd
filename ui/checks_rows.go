package ui

import (
	"strconv"
	"strings"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/ui/grid"
	"summitledger/ui/look"
)

// ruleRows are the rules as rows of a grid, under a heading for each answer.
type ruleRows struct {
	*desk
	rows []ruleRow
}

// ruleRow is a heading, or a rule.
type ruleRow struct {
	heading bool
	answer  analysis.Answer
	count   int
	rule    tried
}

func newRuleRows(d *desk, list []tried) *ruleRows {
	r := &ruleRows{desk: d}
	for _, answer := range answers {
		at := len(r.rows)
		for _, one := range list {
			if one.answer == answer {
				r.rows = append(r.rows, ruleRow{rule: one})
			}
		}
		if count := len(r.rows) - at; count > 0 {
			r.rows = append(r.rows[:at], append([]ruleRow{{heading: true, answer: answer, count: count}}, r.rows[at:]...)...)
		}
	}
	return r
}

// Len counts the rows, headings among them.
func (r *ruleRows) Len() int { return len(r.rows) }

// ID names a row.
func (r *ruleRows) ID(row int) string {
	if r.rows[row].heading {
		return "answer:" + string(r.rows[row].answer)
	}
	return r.rows[row].rule.id
}

// Group gives the heading that stands in a row.
func (r *ruleRows) Group(row int) (grid.GroupRow, bool) {
	if !r.rows[row].heading {
		return grid.GroupRow{}, false
	}
	return grid.GroupRow{Title: r.text("checks.answer." + string(r.rows[row].answer)), Count: r.printer.Integer(r.rows[row].count)}, true
}

// Cell writes one cell.
func (r *ruleRows) Cell(row int, column string) grid.Cell {
	one := r.rows[row].rule
	switch column {
	case "severity":
		cell := grid.Cell{Mark: markOfCheck(string(one.severity)), Text: r.text("checks.severity." + string(one.severity))}
		if one.answer != analysis.Finding { // nothing was found: how grave it would be stays pale
			cell.Mark, cell.Token = markFile(cell.Mark)+".text3", look.Text3
		}
		return cell
	case "name":
		return grid.Cell{Text: r.ruleName(one)}
	case "rule":
		return grid.Cell{Text: r.ruleText(one), Token: look.Text2}
	case "section":
		return grid.Cell{Text: one.rule, Token: look.Text3}
	case "answer":
		return grid.Cell{Mark: markOfCheck(string(one.answer)), Text: r.answerText(one)}
	}
	return grid.Cell{}
}

// markFile gives the name of a mark without its hue.
func markFile(mark string) string {
	file, _, _ := strings.Cut(mark, ".")
	return file
}

// widest gives the width of the longest of texts with a mark before it.
func widest(texts []string) float32 {
	width := float32(0)
	for _, text := range texts {
		width = max(width, look.Width(text, look.SizeText, false))
	}
	return width + columnMark + columnGap
}

// ruleColumns are wide enough for every word of theirs.
func (d *desk) ruleColumns() []grid.Column {
	var severities, findings []string
	for _, word := range wordsOfChecks(fieldSeverity) {
		severities = append(severities, d.text("checks.severity."+word))
	}
	findings = append(findings, d.printer.Count("checks.findings", 88)+"; "+small(d.printer.Count("checks.untold", 88)))
	return []grid.Column{
		{ID: "severity", Title: d.text("checks.severity"), Width: widest(severities)},
		{ID: "name", Title: d.text("checks.name"), Width: 290, MinWidth: 200, Grow: 1},
		{ID: "answer", Title: d.text("checks.answer"), Width: widest(findings)},
		{ID: "rule", Title: d.text("checks.rule"), Width: 260, MinWidth: 160, Grow: 2, Leaves: 1},
	}
}

// caseRow is one record that a finding names, or one fault of a file.
type caseRow struct {
	id     string
	ref    ledger.Ref
	fault  ledger.Fault
	mark   string
	title  string
	tag    string
	matter string
	kind   string
	with   bool // it is named with the record above
}

// caseRowsOf lists what a rule names: its findings, record by record, then the
// records of which it cannot tell.
func (d *desk) caseRowsOf(one tried) []caseRow {
	var rows []caseRow
	put := func(row caseRow) {
		row.id = strconv.Itoa(len(rows))
		if row.ref.Exists() {
			row.title, row.tag = d.printer.Title(d.ledger, row.ref), d.printer.TitleTag(d.ledger, row.ref)
			row.kind = capital(d.printer.Record(row.ref.Kind))
		}
		rows = append(rows, row)
	}
	for _, fault := range one.faults {
		put(caseRow{ref: ledger.NoRef(), fault: fault, mark: markOfCheck(string(analysis.Finding)), title: fault.File, matter: d.faultText(fault)})
	}
	for _, found := range one.cases {
		for i, ref := range found.Refs {
			row := caseRow{ref: ref, mark: markOfCheck(string(analysis.Finding)), matter: d.matterText(one, found)}
			if i > 0 {
				row = caseRow{ref: ref, with: true, matter: d.withText(one, found, ref)}
			}
			put(row)
		}
	}
	for _, ref := range one.cannotTell {
		put(caseRow{ref: ref, mark: markOfCheck(string(analysis.CannotTell)), matter: d.text("check.untold." + one.id)})
	}
	return rows
}

// withText says why a record is named with the first of a case: of a currency
// by its amount.
func (d *desk) withText(one tried, found analysis.Case, ref ledger.Ref) string {
	if one.id == analysis.CheckCurrencies {
		for _, column := range []string{"amount", "value_amount"} {
			if money := d.ledger.MoneyOf(ref, column); money.Stated() {
				return d.printer.Money(money)
			}
		}
	}
	return d.text("checks.with", d.printer.Title(d.ledger, found.Refs[0]))
}

// faultText says what is wrong in a cell and what belongs there.
func (d *desk) faultText(fault ledger.Fault) string {
	text := d.text("fault." + string(fault.Code))
	if fault.Value != "" {
		text = d.text("checks.found", fault.Value) + " " + text
	}
	return text
}

// caseRows are the lines under a rule.
type caseRows struct{ rows []caseRow }

func newCaseRows(rows []caseRow) *caseRows { return &caseRows{rows} }

func (r *caseRows) at(id string) *caseRow {
	at, err := strconv.Atoi(id)
	if err != nil || at < 0 || at >= len(r.rows) {
		return nil
	}
	return &r.rows[at]
}

// Len counts the lines.
func (r *caseRows) Len() int { return len(r.rows) }

// ID names a line.
func (r *caseRows) ID(row int) string { return r.rows[row].id }

// Group gives nothing: lines have no headings.
func (r *caseRows) Group(int) (grid.GroupRow, bool) { return grid.GroupRow{}, false }

// Cell writes one cell.
func (r *caseRows) Cell(row int, column string) grid.Cell {
	one := r.rows[row]
	switch column {
	case "record":
		cell := grid.Cell{Mark: one.mark, Text: one.title, Tag: one.tag}
		if one.with {
			cell.Token = look.Text2
		}
		return cell
	case "kind":
		return grid.Cell{Text: one.kind, Token: look.Text2}
	case "matter":
		cell := grid.Cell{Text: one.matter}
		if one.with {
			cell.Token = look.Text3
		}
		return cell
	case "line":
		if one.fault.Line > 0 {
			return grid.Cell{Text: strconv.Itoa(one.fault.Line)}
		}
	case "column":
		return grid.Cell{Text: one.fault.Column}
	}
	return grid.Cell{}
}

// caseColumns are those of records, or those of a file's faults.
func (d *desk) caseColumns(one tried) []grid.Column {
	if len(one.faults) > 0 {
		return []grid.Column{
			{ID: "record", Title: d.text("checks.file"), Width: 170, MinWidth: 120},
			{ID: "line", Title: d.text("checks.line"), Width: 72, Align: grid.Right},
			{ID: "column", Title: d.text("checks.column"), Width: 150},
			{ID: "matter", Title: d.text("checks.matter"), Width: 300, MinWidth: 200, Grow: 1},
		}
	}
	return []grid.Column{
		{ID: "record", Title: d.text("checks.record"), Width: 330, MinWidth: 180, Grow: 1},
		{ID: "kind", Title: d.text("checks.kind"), Width: 110, Leaves: 1},
		{ID: "matter", Title: d.text("checks.matter"), Width: 360, MinWidth: 200, Grow: 1},
	}
}
