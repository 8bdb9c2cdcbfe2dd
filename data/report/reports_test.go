package report_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// subject finds the record that a report is about, NoRef for the whole view.
func subject(t *testing.T, l *ledger.Ledger, kind ledger.Kind, key string) ledger.Ref {
	t.Helper()
	if key == "" {
		return ledger.NoRef()
	}
	ref, ok := l.Find(kind, key)
	if !ok {
		t.Fatalf("there is no %s %q", kind, key)
	}
	return ref
}

// made makes a report, checks that it is a valid file and the same file again,
// and gives its lines.
func made(t *testing.T, r report.Request, name string, ref ledger.Ref) []string {
	t.Helper()
	document, err := report.Make(context.Background(), r, name, ref)
	if err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, name+"-"+string(r.Printer.Language())+".pdf"), document.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	api.DisableConfigDir()
	if _, err := api.ReadValidateAndOptimize(bytes.NewReader(document.Bytes()), model.NewDefaultConfiguration()); err != nil {
		t.Errorf("the PDF is not valid: %v", err)
	}
	again, err := report.Make(context.Background(), r, name, ref)
	if err != nil || !bytes.Equal(document.Bytes(), again.Bytes()) {
		t.Errorf("the same report is not the same file: %v", err)
	}
	return document.Text()
}

func TestReportsInAllLanguages(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		for _, one := range []struct {
			name string
			kind ledger.Kind
			key  string
		}{
			{report.ClaimReport, ledger.Claims, "docs-total-80"},
			{report.ClaimReport, ledger.Claims, "package-jpy-300bn"},
			{report.RecordReport, ledger.Deals, "arctic-lng-2"},
			{report.RecordReport, ledger.Claims, "docs-total-80"},
			{report.PipelineReport, 0, ""},
			{report.PromisesReport, 0, ""},
			{report.FundReport, ledger.Funds, fundKey(l)},
		} {
			ref := subject(t, l, one.kind, one.key)
			text := squeeze(strings.Join(made(t, r, one.name, ref), " "))
			if strings.Contains(text, "report.") || strings.Contains(text, "reports.") || strings.Contains(text, "answer.") || strings.Contains(text, "column.") || strings.Contains(text, "sheet.") {
				t.Errorf("%s in %s lacks a text", one.name, language)
			}
			if ref.Exists() && !strings.Contains(text, squeeze(r.Printer.Title(l, ref))) {
				t.Errorf("%s in %s does not name its record", one.name, language)
			}
		}
	}
}

func fundKey(l *ledger.Ledger) string {
	for ref := range l.All(ledger.Funds) {
		return l.Key(ref)
	}
	return ""
}

// The rows of the bridge are those of the analysis, and every record of every
// row is named (RULES 16: 44 of 80 are itemised, 36 are not found).
func TestClaimReportNamesEveryRecord(t *testing.T) {
	l := bundled(t)
	r := request(t, l, locale.English, today, today)
	claim := subject(t, l, ledger.Claims, "docs-total-80")
	lines := made(t, r, report.ClaimReport, claim)
	text := strings.Join(lines, "\n")
	for _, want := range []string{"Claimed | 80 documents", "Not found in the itemised list | 36", "Parts add up to the claim | 80"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
	answer := analysis.BridgeWith(r.View, claim, analysis.SettingsOf(l).Bridging(analysis.AtAnnounced, nil))
	named := 0
	for _, bucket := range answer.Buckets {
		for _, item := range bucket.Items {
			named++
			first, _, _ := strings.Cut(r.Printer.Title(l, item.Ref), " ")
			if !strings.Contains(text, first) {
				t.Errorf("%s is not named", l.Name(item.Ref))
			}
		}
	}
	if named != 44 {
		t.Errorf("%d records are itemised, want 44", named)
	}
}

func TestPromisesAndPipelineShowTheTotalsOfTheAnalysis(t *testing.T) {
	l := bundled(t)
	r := request(t, l, locale.English, today, today)
	text := strings.Join(made(t, r, report.PromisesReport, ledger.NoRef()), "\n")
	for _, verdict := range analysis.PromiseScore(r.View).Verdicts {
		if want := r.Printer.Word("verdict", verdict.ID) + " | " + r.Printer.Integer(verdict.Count); !strings.Contains(text, want) {
			t.Errorf("the promises lack %q", want)
		}
	}
	text = strings.Join(made(t, r, report.PipelineReport, ledger.NoRef()), "\n")
	for _, lane := range analysis.Pipeline(r.View) {
		if lane.Stage == ledger.NoStage {
			continue
		}
		if want := r.Printer.Word("stage", lane.Stage.String()) + " | " + r.Printer.Integer(lane.All.Count); !strings.Contains(text, want) {
			t.Errorf("the pipeline lacks %q", want)
		}
	}
}

// The heads of a table stand again on every sheet that its rows reach.
func TestHeadsStandOnEverySheet(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	section := report.Section{Heading: "Deals", Shares: []float64{0.6, 0.4}, Heads: []string{"Name", "Amount"}, Right: []bool{false, true}}
	for range 150 {
		section.Rows = append(section.Rows, []string{"A deal", "1"})
	}
	document, err := report.Pages(context.Background(), r, "Title", "pipeline", []report.Section{section})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(document.Text(), "\n")
	if heads, sheets := strings.Count(text, "Name | Amount"), strings.Count(text, "Page "); heads != sheets || sheets < 2 {
		t.Errorf("%d heads on %d sheets", heads, sheets)
	}
}

func TestUnknownReportIsRefused(t *testing.T) {
	l := bundled(t)
	r := request(t, l, locale.English, today, today)
	deal := subject(t, l, ledger.Deals, "arctic-lng-2")
	for name, ref := range map[string]ledger.Ref{"weather": ledger.NoRef(), report.ClaimReport: deal, report.FundReport: deal, report.RecordReport: ledger.NoRef()} {
		if _, err := report.Make(context.Background(), r, name, ref); err == nil {
			t.Errorf("the report %q of %v was made", name, ref)
		}
	}
}

// What is counted agrees with its number, as the language has it.
func TestWhatAClaimCountsAgreesWithItsNumber(t *testing.T) {
	l := bundled(t)
	for language, want := range map[locale.Language]string{locale.English: "80 documents", locale.Japanese: "文書80件", locale.Russian: "80 документов"} {
		r := request(t, l, language, today, today)
		text := squeeze(strings.Join(made(t, r, report.ClaimReport, subject(t, l, ledger.Claims, "docs-total-80")), " "))
		if !strings.Contains(text, squeeze(want)) {
			t.Errorf("%s: the report does not say %q", language, want)
		}
	}
}
