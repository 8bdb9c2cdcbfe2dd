package ui

import (
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/data/report"
	"summitledger/ui/grid"
)

// printedPage reads the page of the current tab as text with tables.
func printedPage(t *testing.T, w *Window) string {
	t.Helper()
	page, ok := w.pagePaper()
	if !ok {
		t.Fatalf("%s cannot be printed: %s", w.view().id(), w.needsPage())
	}
	plan, err := page.plan(t.Context(), page.request)
	if err != nil {
		t.Fatal(err)
	}
	text, err := plan.Markdown(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer(`\|`, "|", `\*`, "*", `\_`, "_", `\~`, "~", `\#`, "#", `\$`, "$", "&lt;", "<", "&gt;", ">").Replace(string(text))
}

// Every tab is printed as it is seen: each cell of each row of its grid stands on
// paper as on the screen, under the same headings and in the same order.
func TestEveryTabIsPrintedAsItIsSeen(t *testing.T) {
	w, settle := opened(t)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		for _, tab := range TabNames() {
			w.goTo(tab)
			settle()
			if p, ok := w.view().(*pipeline); ok {
				p.setMode(asTable)
				settle()
			}
			if f, ok := w.view().(*funds); ok {
				ladders := printedPage(t, w)
				for _, ladder := range f.ladders {
					for _, sum := range ladder.Step(analysis.FundDeployed).Total.Sums {
						if want := w.printer.Money(sum.Money); !strings.Contains(ladders, want) {
							t.Errorf("%s: the ladder of a fund lacks %q", language, want)
						}
					}
				}
				f.setTable(true)
				settle()
			}
			text := printedPage(t, w)
			l := listingOf(w.view())
			if l == nil || tab == "claims" {
				continue
			}
			var columns []string
			for _, column := range l.grid.ShownColumns() {
				if len(l.query.Group) == 0 || l.query.Group[0] != column {
					columns = append(columns, column)
				}
			}
			rest := text
			for row := range l.rows.Len() {
				line := ""
				if head, ok := l.rows.Group(row); ok {
					line = "### " + head.Title + " (" + head.Count
				} else {
					for _, column := range columns {
						line += "| " + plainCell(l.rows.Cell(row, column)) + " "
					}
					line += "|"
				}
				at := strings.Index(unmarked(rest), unmarked(line))
				if at < 0 {
					t.Fatalf("%s, %s: %q is not printed, or not in its place", language, tab, line)
				}
				rest = unmarked(rest)[at:]
			}
		}
	}
}

// plainCell is a cell of the grid as one text.
func plainCell(cell grid.Cell) string {
	return strings.TrimSpace(cell.Unit + " " + cell.Text)
}

// unmarked takes the marks and double spaces out of a text: the screen draws them.
func unmarked(text string) string {
	text = strings.NewReplacer("●▕", "", "○▕", "").Replace(text)
	text = strings.Map(func(sign rune) rune {
		if strings.ContainsRune("●◐×○◌‖⊖⊘◆◇–»■□☒▨▧·\u00a0", sign) {
			return ' '
		}
		return sign
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// What is filtered away is not printed, the filter is said, and so is what it
// hides; closed groups show their headings alone.
func TestFiltersAndClosedGroupsArePrinted(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	whole := printedPage(t, w)
	l.ask(l.query.With("at_summit", []string{"reported"}))
	settle()
	text := printedPage(t, w)
	if len(text) >= len(whole) || !strings.Contains(text, "Showing "+w.printer.Integer(len(l.selection.Rows))+" of ") || !strings.Contains(text, "Filter: ") || strings.Contains(text, "Filter: all records") {
		t.Errorf("the filter is not said:\n%.600s", text)
	}
	l.toggleGroups()
	settle()
	closed := printedPage(t, w)
	if strings.Contains(closed, w.printer.Title(w.desk.ledger, l.selection.Rows[0])) || !strings.Contains(closed, "### ") {
		t.Error("records of closed groups are printed, or their headings are not")
	}
}

// The board is printed with every card in its column, the funnel with its charts.
func TestDealsArePrintedAsBoardAndFunnel(t *testing.T) {
	w, settle := opened(t)
	w.goTo("pipeline")
	settle()
	p, ok := w.view().(*pipeline)
	if !ok {
		t.Fatal("no pipeline")
	}
	p.setMode(asBoard)
	settle()
	text := printedPage(t, w)
	for _, ref := range p.selection.Rows {
		stage := report.StageShort(w.printer, w.desk.view.Deal(ref).Stage)
		if want := "| " + stage + " | " + w.printer.Title(w.desk.ledger, ref) + " |"; !strings.Contains(text, want) {
			t.Errorf("the board lacks %q", want)
		}
	}
	p.groupOrLane("outcome")
	settle()
	if text = printedPage(t, w); !strings.Contains(text, "\n## Withdrawn (") {
		t.Errorf("the lanes of the board are not printed:\n%.900s", text)
	}
	p.groupOrLane("")
	p.setMode(asFunnel)
	settle()
	text = printedPage(t, w)
	for _, part := range p.funnel.parts {
		for _, row := range part.bars.Rows {
			if want := "| " + row.Label + " | " + row.Number + " |"; !strings.Contains(text, want) {
				t.Errorf("the funnel lacks %q", want)
			}
		}
	}
}

// The columns that a table shows by itself are those of the printed one.
func TestUsualColumnsAreThoseOfTheTabs(t *testing.T) {
	for _, tab := range TabNames() {
		kind, lists := query.KindOfTab(tab)
		if !lists {
			continue
		}
		var shown []string
		for _, column := range tableOf(kind).columns {
			shown = append(shown, column.id)
		}
		if got, want := strings.Join(report.UsualColumns(kind), " "), strings.Join(shown, " "); got != want {
			t.Errorf("%s: %s are printed, %s are shown", tab, got, want)
		}
	}
}
