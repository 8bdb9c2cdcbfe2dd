package ui

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/ui/controls"
)

var pictures = flag.String("pictures", "", "folder to keep pictures of the window in, for looking at them")

// keepPicture keeps what the window shows when asked to.
func keepPicture(t *testing.T, w *Window, name string) {
	t.Helper()
	if *pictures == "" {
		return
	}
	file, err := os.Create(filepath.Join(*pictures, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, w.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// The preview shows the pages of the report that is chosen, on the paper and in
// the language that are chosen.
func TestThePreviewShowsWhatIsChosen(t *testing.T) {
	w, settle := opened(t)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		v := w.preview(nil)
		settle()
		if len(v.pages.Sheets()) != 1 || !v.pages.Whole() {
			t.Fatalf("%s: the brief has %d pages", language, len(v.pages.Sheets()))
		}
		if sheet := v.pages.Sheets()[0]; sheet.Width > sheet.Height {
			t.Errorf("%s: the brief is not upright", language)
		}
		keepPicture(t, w, "preview-brief-"+string(language))
		for _, name := range report.Names() {
			v.choice.report.Set("", []controls.Option{{ID: name, Text: name}}, name)
			v.choice.report.OnChoose(name)
			settle()
			if !v.pages.Whole() || report.NeedsRecord(name) != v.choice.recordField.Visible() {
				t.Errorf("%s, %s: %d pages, %s", language, name, len(v.pages.Sheets()), v.pages.Status())
			}
		}
		v.choice.size.TypedKey(pressed(fyne.KeyDown))
		v.choice.turn.TypedKey(pressed(fyne.KeyDown))
		settle()
		if sheet := v.pages.Sheets()[0]; sheet.Width != 792 || sheet.Height != 612 {
			t.Errorf("%s: Letter on its side is %.0f by %.0f", language, sheet.Width, sheet.Height)
		}
		v.pages.Go(1)
		v.pages.View().TypedRune('1')
		if language == locale.Japanese {
			w.setDark(true)
			w.window.Resize(fyne.NewSize(1280, 720))
		}
		keepPicture(t, w, "preview-record-"+string(language))
		v.choice.language.TypedKey(pressed(fyne.KeyDown))
		settle()
		if text := strings.Join(v.pages.Sheets()[0].Lines, " "); language == locale.English && !strings.Contains(text, "基準日") {
			t.Error("the pages are not in the language that was chosen")
		}
		v.close()
		if w.covered() {
			t.Error("the preview did not close")
		}
	}
}

// The keys of the page zoom and go from page to page; Escape closes.
func TestThePreviewHearsKeys(t *testing.T) {
	w, settle := opened(t)
	w.do("print")
	settle()
	w.dismiss()
	v := w.preview(nil)
	v.choice.report.Set("", []controls.Option{{ID: report.PipelineReport}}, report.PipelineReport)
	v.choice.report.OnChoose("")
	settle()
	key := func(name fyne.KeyName) { v.pages.View().TypedKey(pressed(name)) }
	current := func() int {
		sheet, _ := v.pages.Current()
		return sheet.Number
	}
	whole := v.pages.Zoom()
	v.pages.View().TypedRune('1')
	if v.pages.Zoom() != 100 || whole >= 100 {
		t.Errorf("the whole page at %d percent, then %d", whole, v.pages.Zoom())
	}
	v.pages.View().TypedRune('+')
	v.pages.View().TypedRune('-')
	v.pages.View().TypedRune('-')
	if v.pages.Zoom() != 75 {
		t.Errorf("%d percent, want 75", v.pages.Zoom())
	}
	v.pages.View().TypedRune('0')
	if v.pages.Zoom() != whole {
		t.Errorf("%d percent, want the whole page at %d", v.pages.Zoom(), whole)
	}
	key(fyne.KeyPageDown)
	key(fyne.KeyPageDown)
	if current() != 3 {
		t.Errorf("page %d, want 3", current())
	}
	key(fyne.KeyEnd)
	if last := len(v.pages.Sheets()); current() != last || last < 4 {
		t.Errorf("page %d, want the last of %d", current(), last)
	}
	key(fyne.KeyHome)
	if current() != 1 {
		t.Errorf("page %d, want 1", current())
	}
	key(fyne.KeyEscape)
	if w.covered() {
		t.Error("Escape did not close the preview")
	}
}

// What is saved and printed from the preview are the pages that were shown.
func TestThePreviewHandsOnItsPages(t *testing.T) {
	w, settle := opened(t)
	v := w.preview(nil)
	settle()
	document, err := v.whole().make(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if document.Drawn()[0] != v.pages.Sheets()[0] {
		t.Error("the brief was drawn anew")
	}
	again, err := w.briefPaper().make(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if string(again.Bytes()) != string(document.Bytes()) {
		t.Error("the file of the preview is not the brief")
	}
	picture, err := pictureOf(v.pages.Sheets()[0])
	if err != nil || !strings.HasPrefix(string(picture), "\x89PNG") {
		t.Errorf("a picture of %d bytes: %v", len(picture), err)
	}
	v.close()
}

// A record is found by words of its title; without one that has them the preview
// says so.
func TestARecordIsFoundForThePreview(t *testing.T) {
	w, settle := opened(t)
	v := w.preview(nil)
	v.choice.report.Set("", []controls.Option{{ID: report.RecordReport}}, report.RecordReport)
	v.choice.report.OnChoose("")
	settle()
	v.choice.find.SetText("arctic lng 2")
	settle()
	if text := strings.Join(v.pages.Sheets()[0].Lines, " "); !strings.Contains(text, "Arctic LNG 2") {
		t.Errorf("the record sheet says %q", text)
	}
	v.choice.find.SetText("no such words")
	settle()
	if v.pages.Status() != "No record has these words." || len(v.pages.Sheets()) != 0 {
		t.Errorf("%d pages, %q", len(v.pages.Sheets()), v.pages.Status())
	}
	v.close()
}

// Print offers the page of the tab behind the reports, turned when its table is
// wide; the brief comes first.
func TestPrintOffersThePageOfTheTab(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	v := w.previewFrom(report.BriefReport, func() *paper { page, _ := w.pagePaper(); return &page }())
	settle()
	if v.choice.report.Current() != report.BriefReport || len(v.pages.Sheets()) != 1 {
		t.Fatalf("first %s is shown on %d pages", v.choice.report.Current(), len(v.pages.Sheets()))
	}
	for range report.Names() {
		v.choice.report.TypedKey(pressed(fyne.KeyDown))
	}
	settle()
	if v.choice.report.Current() != ownPaper {
		t.Fatalf("the last report is %s", v.choice.report.Current())
	}
	if sheets := v.pages.Sheets(); len(sheets) < 2 || sheets[0].Width < sheets[0].Height {
		t.Errorf("the table has %d pages, the first %.0f by %.0f", len(sheets), sheets[0].Width, sheets[0].Height)
	}
}
