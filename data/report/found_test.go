package report_test

import (
	"bytes"
	"context"
	"image"
	_ "image/png" // pages come as PNG
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/data/report/drawing"
)

// other has another program look at a document and gives what it says.
func other(t *testing.T, document *report.Document, name string, arguments ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "pages.pdf")
	if err := os.WriteFile(file, document.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range arguments {
		arguments[i] = strings.ReplaceAll(arguments[i], "FILE", file)
	}
	command := exec.Command(name, arguments...)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	said, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", name, err, complaint.String())
	}
	if complaint.Len() > 0 {
		t.Errorf("%s complains: %s", name, complaint.String())
	}
	return string(said)
}

// Every figure and every name of every report in every language can be found by
// a program that reads PDF files, and the fonts in the file are subsets.
func TestEveryTextIsFound(t *testing.T) {
	l := bundled(t)
	note := regexp.MustCompile(` \[\d+\]$`)
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		for name, about := range subjects(t, l) {
			document, err := report.Make(context.Background(), r, name, about)
			if err != nil {
				t.Fatal(err)
			}
			found := squeeze(norm.NFC.String(other(t, document, "pdftotext", "-raw", "FILE", "-")))
			for _, line := range document.Text() {
				for cell := range strings.SplitSeq(line, " | ") {
					// The number of a note is raised and stands apart in the file.
					if cell = squeeze(note.ReplaceAllString(cell, "")); !strings.Contains(found, cell) {
						t.Errorf("%s in %s: %q is not found", name, language, cell)
					}
				}
			}
			fonts := strings.Split(strings.TrimSpace(other(t, document, "pdffonts", "FILE")), "\n")[2:]
			if len(fonts) != 2 {
				t.Errorf("%s in %s: %d fonts", name, language, len(fonts))
			}
			for _, font := range fonts {
				if words := strings.Fields(font); len(words) < 8 || !regexp.MustCompile(`^[A-Z]{6}\+NotoSansJPB?$`).MatchString(words[0]) || !strings.Contains(font, "yes yes yes") {
					t.Errorf("%s in %s: a font that is no embedded subset: %s", name, language, font)
				}
			}
			if information := other(t, document, "pdfinfo", "FILE"); !strings.Contains(information, "Author:          Summit Ledger") || !strings.Contains(information, "Title:           ") {
				t.Errorf("%s in %s says of itself:\n%s", name, language, information)
			}
			if !bytes.Contains(document.Bytes(), []byte("/Lang ("+string(language)+")")) {
				t.Errorf("%s in %s does not say its language", name, language)
			}
		}
	}
}

// coarse is a picture as the darkness of squares.
func coarse(picture image.Image) [][]float64 {
	const squares = 32
	bounds := picture.Bounds()
	sums, counts := make([][]float64, squares), make([][]float64, squares)
	for i := range sums {
		sums[i], counts[i] = make([]float64, squares), make([]float64, squares)
	}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			level, _, _, _ := picture.At(x, y).RGBA()
			row, column := (y-bounds.Min.Y)*squares/bounds.Dy(), (x-bounds.Min.X)*squares/bounds.Dx()
			sums[row][column] += 1 - float64(level)/0xFFFF
			counts[row][column]++
		}
	}
	for i := range sums {
		for j := range sums[i] {
			sums[i][j] /= counts[i][j]
		}
	}
	return sums
}

// What another program paints of the file is what the preview paints of the
// operations: no square of the page is darker or lighter by much.
func TestTheFileLooksLikeItsOperations(t *testing.T) {
	l := bundled(t)
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		t.Fatal(err)
	}
	for name, paper := range map[string]report.Paper{report.BriefReport: {}, report.ClaimReport: {Size: report.Letter, Landscape: true}, report.PromisesReport: {Size: report.Letter}} {
		r := request(t, l, locale.Japanese, today, today)
		r.Paper = paper
		document, err := report.Make(context.Background(), r, name, subjects(t, l)[name])
		if err != nil {
			t.Fatal(err)
		}
		folder := t.TempDir()
		other(t, document, "pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-singlefile", "-png", "FILE", filepath.Join(folder, "page"))
		file, err := os.Open(filepath.Join(folder, "page.png"))
		if err != nil {
			t.Fatal(err)
		}
		theirs, _, err := image.Decode(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
		ours := painter.Picture(document.Drawn()[0], 1)
		if theirs.Bounds().Dx() != ours.Bounds().Dx() || theirs.Bounds().Dy() != ours.Bounds().Dy() {
			t.Errorf("%s: %v in the file, %v here", name, theirs.Bounds(), ours.Bounds())
		}
		a, b := coarse(theirs), coarse(ours)
		dark := 0.0
		for i := range a {
			for j := range a[i] {
				dark += a[i][j]
				if difference := a[i][j] - b[i][j]; difference > 0.12 || difference < -0.12 {
					t.Errorf("%s: square %d, %d is %.2f dark in the file, %.2f here", name, i, j, a[i][j], b[i][j])
				}
			}
		}
		if dark < 10 {
			t.Errorf("%s: the page of the file is empty", name)
		}
	}
}

// Fields of 10,000 letters, signs that the face lacks and controls come out as
// whole, valid files in every report: nothing torn, nothing over the edge.
func TestAnyTextComesOutClean(t *testing.T) {
	l := bundled(t)
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		t.Fatal(err)
	}
	for name, one := range map[string]struct{ text, kept string }{
		"long":     {strings.Repeat("Долгое слово ", 800) + "конец", "конец"},
		"unbroken": {strings.Repeat("Я", 10_000) + "конец", "конец"},
		"japanese": {strings.Repeat("港湾の整備、", 1700) + "以上", "以上"},
		"emoji":    {"Пуск 🚀👩‍🚀 𠮷野家 ok", "𠮷野家ok"},
	} {
		deal := subject(t, l, ledger.Deals, "arctic-lng-2")
		changed, err := l.Apply([]ledger.Change{l.Set(deal, "title", one.text), l.Set(deal, "summary", one.text), l.Set(l.Summit(), "name", one.text)})
		if err != nil {
			t.Fatal(err)
		}
		r := request(t, changed, locale.English, today, today)
		for _, kind := range []string{report.RecordReport, report.PipelineReport} {
			document, err := report.Make(context.Background(), r, kind, subjects(t, changed)[kind])
			if err != nil {
				t.Fatal(err)
			}
			valid(t, document)
			if found := squeeze(other(t, document, "pdftotext", "-raw", "FILE", "-")); !strings.Contains(found, one.kept) {
				t.Errorf("%s, %s: %q is lost", kind, name, one.kept)
			}
			for _, sheet := range document.Drawn() {
				inside(t, kind+" "+name, sheet, report.Paper{}, painter)
			}
		}
	}
}

// Controls, which a summit does not take, are left out of pages made of other
// texts.
func TestControlsAreNotPrinted(t *testing.T) {
	r := request(t, bundled(t), locale.English, today, today)
	text := "a\x00b\x1b[31mc\u202ed\u200b\ufeffe\r\n\tf \\ ( ) \xff end"
	section := report.Section{Heading: text, Aside: text, Sentences: []string{text}, Shares: []float64{0.5, 0.5}, Heads: []string{text, text}, Rows: [][]string{{text, text}}}
	document, err := report.Pages(context.Background(), r, text, "pipeline", []report.Section{section})
	if err != nil {
		t.Fatal(err)
	}
	valid(t, document)
	found := squeeze(other(t, document, "pdftotext", "-raw", "FILE", "-"))
	if got := strings.Count(found, `ab[31mcdef\()`); got != 8 || strings.ContainsAny(found, "\x00\x1b\u202e\u200b") {
		t.Errorf("the text is found %d times in %q", got, found)
	}
}

// Rare kanji of names are printed in their own form, in both weights, and are
// found and copied as what they are.
func TestRareKanjiAreThemselves(t *testing.T) {
	l := bundled(t)
	deal := subject(t, l, ledger.Deals, "arctic-lng-2")
	l, err := l.Apply([]ledger.Change{l.Set(deal, "title", "𠮷田𩸽商店の港湾計画"), l.Set(deal, "title_ja", "𠮷田𩸽商店の港湾計画")})
	if err != nil {
		t.Fatal(err)
	}
	r := request(t, l, locale.Japanese, today, today)
	document, err := report.Make(context.Background(), r, report.RecordReport, deal)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, document)
	again, err := report.Make(context.Background(), r, report.RecordReport, deal)
	if err != nil || !bytes.Equal(again.Bytes(), document.Bytes()) {
		t.Errorf("the same sheet is not the same file: %v", err)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, "rare.pdf"), document.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if found := squeeze(other(t, document, "pdftotext", "-raw", "FILE", "-")); strings.Count(found, "𠮷田𩸽商店の港湾計画") < 2 {
		t.Errorf("the name is not found in\n%.400s", found)
	}
	if fonts := other(t, document, "pdffonts", "FILE"); strings.Count(fonts, "yes yes yes") != 2 {
		t.Errorf("fonts:\n%s", fonts)
	}
}
