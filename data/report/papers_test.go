package report_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/data/report/drawing"
)

// papers are the papers of the tests: both sizes, both ways, and margins.
func papers() map[string]report.Paper {
	return map[string]report.Paper{
		"a4":               {},
		"a4-landscape":     {Landscape: true},
		"letter":           {Size: report.Letter},
		"letter-landscape": {Size: report.Letter, Landscape: true},
		"letter-wide":      {Size: report.Letter, Margin: report.LargestMargin},
		"a4-narrow":        {Size: report.A4, Landscape: true, Margin: report.LeastMargin},
	}
}

// subjects are the reports with the record that each is about.
func subjects(t testing.TB, l *ledger.Ledger) map[string]ledger.Ref {
	t.Helper()
	list := map[string]ledger.Ref{}
	for _, name := range report.Names() {
		list[name] = ledger.NoRef()
	}
	for name, key := range map[string]string{report.ClaimReport: "claim:docs-total-80", report.FundReport: "fund:" + fundKey(l), report.RecordReport: "deal:arctic-lng-2"} {
		kind, key, _ := strings.Cut(key, ":")
		of := map[string]ledger.Kind{"claim": ledger.Claims, "fund": ledger.Funds, "deal": ledger.Deals}[kind]
		ref, ok := l.Find(of, key)
		if !ok {
			t.Fatalf("there is no %s %q", kind, key)
		}
		list[name] = ref
	}
	return list
}

// Every report stands on every paper in every language: a valid file whose
// pages have the size of the paper, with everything inside of its margins; the
// brief is one page on all of them.
func TestEveryReportOnEveryPaper(t *testing.T) {
	l := bundled(t)
	api.DisableConfigDir()
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		t.Fatal(err)
	}
	for on, paper := range papers() {
		for _, language := range locale.Languages() {
			r := request(t, l, language, today, today)
			r.Paper = paper
			for name, about := range subjects(t, l) {
				document, err := report.Make(context.Background(), r, name, about)
				if err != nil {
					t.Fatal(err)
				}
				where := name + "-" + on + "-" + string(language)
				if *keep != "" {
					if err := os.WriteFile(filepath.Join(*keep, where+".pdf"), document.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				file, err := api.ReadValidateAndOptimize(bytes.NewReader(document.Bytes()), model.NewDefaultConfiguration())
				if err != nil {
					t.Fatalf("%s: not valid: %v", where, err)
				}
				if file.PageCount != document.Sheets() || name == report.BriefReport && file.PageCount != 1 {
					t.Errorf("%s: %d pages in the file, %d drawn", where, file.PageCount, document.Sheets())
				}
				for _, sheet := range document.Drawn() {
					inside(t, where, sheet, paper, painter)
				}
			}
		}
	}
}

// inside checks that everything on a sheet stands between its margins; the
// hatching and the word across generated data are cut off by their own clips.
func inside(t *testing.T, where string, sheet *drawing.Sheet, paper report.Paper, painter *drawing.Painter) {
	t.Helper()
	margin := paper.Margin
	if margin == 0 {
		margin = report.UsualMargin
	}
	if (sheet.Width > sheet.Height) != paper.Landscape {
		t.Fatalf("%s: a sheet of %.0f by %.0f", where, sheet.Width, sheet.Height)
	}
	const slack = 0.6
	for _, operation := range sheet.Operations {
		left, right, bottom, what := 0.0, 0.0, 0.0, ""
		switch o := operation.(type) {
		case drawing.Text:
			left, right, bottom, what = o.X, o.X+painter.Width(o.Text, o.Bold)*o.Size, o.Y, o.Text
		case drawing.Line:
			left, right, bottom, what = min(o.X1, o.X2), max(o.X1, o.X2), max(o.Y1, o.Y2), "a line"
		case drawing.Box:
			left, right, bottom, what = o.X, o.X+o.W, o.Y+o.H, "a box"
		case drawing.Disc:
			left, right, bottom, what = o.X-o.Radius, o.X+o.Radius, o.Y+o.Radius, "a disc"
		default:
			continue
		}
		if left < margin-slack || right > sheet.Width-margin+slack || bottom > sheet.Height-margin+24 {
			t.Errorf("%s, sheet %d: %s stands from %.1f to %.1f, down to %.1f", where, sheet.Number, what, left, right, bottom)
		}
	}
}

func TestPapersThatAreNotThereAreRefused(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	for says, paper := range map[string]report.Paper{`no paper "A5"`: {Size: "A5"}, "margins are 10 to 40 mm": {Margin: 5}, "200 points": {Margin: 200}} {
		r.Paper = paper
		if _, err := report.Brief(context.Background(), r); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: answered %v, wanted it to say %q", paper, err, says)
		}
	}
}

// What stands at every page: the title, the days, which records, the unit, the
// number of the page, the date and the version; on the first also the signs.
func TestEveryPageSaysWhatItIs(t *testing.T) {
	l := bundled(t)
	for language, wants := range map[locale.Language][]string{
		locale.English:  {"As of 23 Nov 2026, known by 23 Nov 2026", "Filter: energy, signed", "Summit Ledger 1.0.0, made on 23 Nov 2026", "Page %d of %d", "( ) uncertain", "Unit: "},
		locale.Japanese: {"基準日 2026年11月23日", "絞り込み: energy, signed", "作成日 2026年11月23日", "%d/%dページ", "不確か", "単位: "},
		locale.Russian:  {"По состоянию на 23 нояб. 2026", "Отбор: energy, signed", "составлено 23 нояб. 2026", "Страница %d из %d", "( ) неточно", "Единица: "},
	} {
		r := request(t, l, language, today, today)
		r.Filter = "energy, signed"
		for name, about := range subjects(t, l) {
			document, err := report.Make(context.Background(), r, name, about)
			if err != nil {
				t.Fatal(err)
			}
			for i, sheet := range document.Drawn() {
				text := strings.ReplaceAll(strings.Join(sheet.Lines, "\n"), "\u00a0", " ")
				for _, want := range wants[:4] {
					if strings.Contains(want, "%d") {
						want = fmt.Sprintf(want, i+1, document.Sheets())
					}
					if !strings.Contains(text, want) {
						t.Errorf("%s in %s, page %d lacks %q", name, language, i+1, want)
					}
				}
				if name == report.BriefReport {
					continue
				}
				if !strings.Contains(text, wants[5]) || strings.Contains(text, wants[4]) != (i == 0) {
					t.Errorf("%s in %s, page %d: unit or signs", name, language, i+1)
				}
			}
		}
	}
}

// The table of contents of a file has its title over all headings, and the
// numbers of sources lead to the sources, which open their addresses.
func TestDocumentsHaveContentsAndLinks(t *testing.T) {
	l := bundled(t)
	api.DisableConfigDir()
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		for name, about := range subjects(t, l) {
			document, err := report.Make(context.Background(), r, name, about)
			if err != nil {
				t.Fatal(err)
			}
			bookmarks, err := api.Bookmarks(bytes.NewReader(document.Bytes()), model.NewDefaultConfiguration())
			if err != nil {
				t.Fatal(err)
			}
			if len(bookmarks) != 1 || len(bookmarks[0].Kids) < 2 {
				t.Errorf("%s in %s: the contents are %+v", name, language, bookmarks)
				continue
			}
			anchors, targets, addresses := map[string]bool{}, 0, 0
			for _, sheet := range document.Drawn() {
				for _, operation := range sheet.Operations {
					if anchor, ok := operation.(drawing.Anchor); ok {
						anchors[anchor.Name] = true
					}
				}
			}
			for _, sheet := range document.Drawn() {
				for _, operation := range sheet.Operations {
					link, ok := operation.(drawing.Link)
					switch {
					case !ok:
					case link.Address != "":
						addresses++
					case anchors[link.Target]:
						targets++
					default:
						t.Errorf("%s in %s: a link leads to %q, which is nowhere", name, language, link.Target)
					}
				}
			}
			if targets == 0 || addresses == 0 && name != report.BriefReport {
				t.Errorf("%s in %s: %d links to sources, %d to addresses", name, language, targets, addresses)
			}
		}
	}
}

// An uncertain day and an amount of low confidence stand in brackets, what
// nobody says as two dots.
func TestUncertainStandsInBrackets(t *testing.T) {
	l := bundled(t)
	deal, _ := l.Find(ledger.Deals, "arctic-lng-2")
	l, err := l.Apply([]ledger.Change{l.Set(deal, "confidence", "low")})
	if err != nil {
		t.Fatal(err)
	}
	r := request(t, l, locale.English, today, today)
	amount := r.View.Headline(deal)
	document, err := report.Make(context.Background(), r, report.PipelineReport, ledger.NoRef())
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(document.Text(), "\n")
	if want := "(" + r.Printer.Qualified(amount.Qualifier, r.Printer.Money(amount.Money)) + ")"; !strings.Contains(text, want) || !strings.Contains(text, "| .. |") {
		t.Errorf("the pipeline lacks %q or two dots", want)
	}
	plan := subject(t, l, ledger.Tracks, "eight-point-plan")
	document, err = report.Make(context.Background(), r, report.RecordReport, plan)
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(document.Text(), "\n"); !strings.Contains(text, "(2026)") || strings.Contains(text, "2026?") {
		t.Errorf("an uncertain year does not stand in brackets:\n%s", text)
	}
}
