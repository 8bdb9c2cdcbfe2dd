package report_test

import (
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// Charts on paper name every row with its figure, whole and in each language:
// those that the window draws.
func TestChartsOnPaperSayTheirFigures(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		charting := report.Charting{View: r.View, Printer: r.Printer}
		pages := strings.Join(made(t, r, report.PipelineReport, ledger.NoRef()), "\n")
		bars := charting.Stages(analysis.Pipeline(r.View))
		bars.Rows = append(bars.Rows, charting.Ages(analysis.Ageing(r.View)).Rows...)
		bars.Rows = append(bars.Rows, charting.Rates("operating", analysis.BaseRates(r.View, analysis.SettingsOf(l).OldEnough)).Rows...)
		for _, row := range bars.Rows {
			if want := row.Label + " | " + row.Number; !strings.Contains(pages, want) {
				t.Errorf("%s: the pipeline lacks %q", language, want)
			}
		}
		for claim := range l.All(ledger.Claims) {
			answer := analysis.BridgeWith(r.View, claim, analysis.SettingsOf(l).Bridging(analysis.AtAnnounced, nil))
			if !answer.InView || !answer.HasRemainder {
				continue
			}
			pages := reported(t, r, report.ClaimReport, claim)
			for _, step := range charting.Claim(answer, ledger.Agreements).Bridge().Steps {
				if want := step.Label + " | " + step.Number; !strings.Contains(pages, want) {
					t.Errorf("%s: the claim %s lacks %q", language, l.Key(claim), want)
				}
			}
		}
	}
}
