package report_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/data/report"
)

// tableUnder gives the rows of the last table under a heading.
func tableUnder(text, heading string) []string {
	_, rest, there := strings.Cut(text, "\n## "+heading)
	if !there {
		return nil
	}
	rest, _, _ = strings.Cut(rest, "\n## ")
	var rows []string
	for line := range strings.Lines(rest) {
		if strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| ---") {
			rows = append(rows, strings.TrimSpace(line))
		}
	}
	return rows
}

func reported(t *testing.T, r report.Request, name string, subject ledger.Ref) string {
	t.Helper()
	plan, err := report.PlanReport(t.Context(), r, name, subject)
	if err != nil {
		t.Fatal(err)
	}
	return "\n" + told(t, plan)
}

// The table of the pipeline has the Totals of the analysis and nothing else, in
// each language.
func TestEveryFigureOfThePipelineIsATotal(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		p := r.Printer
		rows := tableUnder(reported(t, r, report.PipelineReport, ledger.NoRef()), p.Text("sheet.summary.stage"))
		lanes := analysis.Pipeline(r.View)
		if len(rows) < len(lanes) {
			t.Fatalf("%s: %d rows of %d stages", language, len(rows), len(lanes))
		}
		for i, lane := range lanes {
			word := lane.Stage.String()
			if lane.Stage == ledger.NoStage {
				word = "none"
			}
			cells := []string{p.Word("stage", word), p.Integer(lane.All.Count)}
			for _, condition := range lane.Conditions {
				cells = append(cells, p.Integer(condition.Count))
			}
			if want := "| " + strings.Join(cells, " | ") + " |"; rows[len(rows)-len(lanes)+i] != want {
				t.Errorf("%s: %q is printed, the totals are %q", language, rows[len(rows)-len(lanes)+i], want)
			}
		}
	}
}

// The steps of a fund are printed with their Totals: RULES 12 says USD 1bn
// announced, JPY 100bn committed, RUB 10bn deployed, none of it traced.
func TestEveryFigureOfAFundIsATotal(t *testing.T) {
	l := bundled(t)
	fund := subject(t, l, ledger.Funds, "russia-japan-investment-fund")
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		p := r.Printer
		text := reported(t, r, report.FundReport, fund)
		for _, step := range analysis.LadderOf(r.View, fund, analysis.SettingsOf(l).RateAge).Steps {
			value := p.Text("money.none")
			if !step.Known {
				value = p.Text("answer.never_known")
			}
			for i, sum := range step.Total.Sums {
				if i == 0 {
					value = p.Exact(sum.Money)
				} else {
					value += ", " + p.Exact(sum.Money)
				}
			}
			if want := "| " + p.Text("answer.step."+step.Total.ID) + " | " + value + " |"; !strings.Contains(text, want) {
				t.Errorf("%s: the report lacks %q", language, want)
			}
		}
	}
}

// Each row of the bridge of each claim is that of the answer, and the rows and
// what is not found make the claim.
func TestEveryFigureOfAClaimIsOfItsAnswer(t *testing.T) {
	l := bundled(t)
	r := request(t, l, locale.English, today, today)
	for claim := range l.All(ledger.Claims) {
		answer := analysis.BridgeWith(r.View, claim, analysis.SettingsOf(l).Bridging(analysis.AtAnnounced, nil))
		if !answer.InView || !answer.HasRemainder || answer.Form == analysis.FormSum {
			continue
		}
		rows := tableUnder(reported(t, r, report.ClaimReport, claim), r.Printer.Text("report.bridge.heading"))
		for _, bucket := range answer.Buckets {
			want := "| " + r.Printer.Text("report.bridge."+bucket.ID) + " | " + r.Printer.Decimal(bucket.Value, 0) + " | " + r.Printer.Integer(len(bucket.Items)) + " |"
			found := false
			for _, row := range rows {
				found = found || row == want
			}
			if !found {
				t.Errorf("%s: the bridge lacks %q", l.Key(claim), want)
			}
		}
	}
}

// Five deals have a place on the brief in each language, with what became of
// them.
func TestFiveDealsThatMatter(t *testing.T) {
	for _, language := range locale.Languages() {
		r := request(t, bundled(t), language, today, today)
		rows := tableUnder("\n"+told(t, planned(t, r)), r.Printer.Text("report.largest.heading"))
		deals := 0
		for _, row := range rows {
			if strings.Count(row, "|") == 4 && strings.Contains(row, "[") {
				deals++
			}
		}
		if deals != 5 {
			t.Errorf("%s: %d deals: %q", language, deals, rows)
		}
	}
}

// After a mark that is drawn within a clip, texts are black again: the end of a
// clip brings the colour from before it back.
func TestTextsAfterAClipAreBlack(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	document, _ := shown(t, asked(t, r, query.Query{Kind: ledger.Events, Typed: "arctic"}, report.AsTimeline))
	api.DisableConfigDir()
	file, err := api.ReadValidateAndOptimize(bytes.NewReader(document.Bytes()), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	content, err := pdfcpu.ExtractPageContent(file, 1)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	clips := 0
	for _, after := range strings.Split(string(drawn), "W n")[1:] {
		_, after, ended := strings.Cut(after, "\nQ\n")
		if !ended {
			t.Fatal("a clip does not end")
		}
		before, _, _ := strings.Cut(after, " Td (")
		if clips++; !strings.Contains(before, "0.000 g") && !strings.Contains(before, "0.000 0.000 0.000 rg") {
			t.Fatalf("no colour between a clip and a text: %.80q", before)
		}
	}
	if clips == 0 {
		t.Error("the example has no clip")
	}
}
