//go:build window

package main

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"summitledger/data/analysis"
	"summitledger/ui"
)

// tabPlace is where a tab stands in the bar: over its accent bar in a picture
// in which it is the current one.
func (a *app) tabPlace(tab string) image.Point {
	a.t.Helper()
	line := image.Rect(0, headerHeight+tabsHeight-4, windowWidth, headerHeight+tabsHeight)
	bars := filled(a.drawn(tab), line, accent, image.Pt(20, 2))
	if len(bars) != 1 {
		a.t.Fatalf("%d accent bars under the tabs when %s is current", len(bars), tab)
	}
	return middle(bars[0]).Add(image.Pt(0, a.menuHeight()-tabsHeight/2))
}

// remembers waits until a setting has a value on the disk.
func (a *app) remembers(setting string, value any) *app {
	a.t.Helper()
	a.sees("the setting "+setting, func() bool { return a.settings()[setting] == value })
	return a
}

func TestWindowFirstStartAndEveryTab(t *testing.T) {
	somebody := atDesk(t)
	if _, err := os.Stat(somebody.summit()); !os.IsNotExist(err) {
		t.Fatalf("there is a workspace before the first start: %v", err)
	}
	app := somebody.starts()
	if title, want := app.title(), "Summit Ledger - Japan-Russia summit of December 2016"; title != want {
		t.Errorf("the title is %q, want %q", title, want)
	}
	if size := app.size(); size != image.Pt(windowWidth, windowHeight) {
		t.Errorf("the window is %v", size)
	}
	if _, err := os.Stat(somebody.summit()); err != nil {
		t.Fatalf("the bundled summit is not in the user's own folder: %v", err)
	}
	app.shows("overview").keeps("first-start")
	tabs := ui.TabNames()
	for i, tab := range tabs {
		if i < 9 {
			app.presses("ctrl+" + strconv.Itoa(i+1))
			app.remembers("tab", tab).shows(tab).keeps("tab-" + tab)
		}
	}
	for i := len(tabs) - 1; i >= 0; i-- {
		app.clicks(app.tabPlace(tabs[i])).remembers("tab", tabs[i]).shows(tabs[i])
	}
	app.quits()
}

func TestWindowSearchFilterAndExcelOfTheRowsShown(t *testing.T) {
	app := atDesk(t).starts()
	app.presses("ctrl+2").shows("agreements")
	app.presses("ctrl+f").types("arctic").shows("agreements", "--query", "arctic").keeps("search")

	boxes := app.boxes()
	if len(boxes) < 4 {
		t.Fatalf("%d check boxes among the filters", len(boxes))
	}
	// Of the four agreements found two were signed at the summit: the first
	// value of the second field.
	app.becomes("another count in the foot", app.foot(), func() { app.clicks(boxes[1]) }).keeps("filter")
	app.presses("ctrl+shift+e")
	app.button()
	app.presses("Return")
	sheet := app.workbook("japan-russia-2016 agreements.xlsx", "Agreements")
	if len(sheet) != 1+2 {
		t.Errorf("the workbook of the rows shown has %d rows, want a header and 2: %q", len(sheet), sheet)
	}
	app.quits()
}

// workbook waits for a workbook and gives the rows of one of its tables.
func (a *app) workbook(name, sheet string) [][]string {
	a.t.Helper()
	path := a.file(name)
	book, err := excelize.OpenFile(path)
	if err != nil {
		a.t.Fatal(err)
	}
	rows, err := book.GetRows(sheet)
	if err != nil {
		a.t.Fatalf("%v; the sheets are %q", err, book.GetSheetList())
	}
	if err := book.Close(); err != nil {
		a.t.Fatal(err)
	}
	return rows
}

// file waits until a file that the window was told to write is there.
func (a *app) file(name string) string {
	a.t.Helper()
	path := filepath.Join(a.home, name) // where dialogs begin: there is no folder of documents
	a.sees("the file "+name, func() bool {
		info, err := os.Stat(path)
		return err == nil && info.Size() > 0
	})
	return path
}

func TestWindowRecordEditedUndoneRedoneAndKept(t *testing.T) {
	const record, field, before, after = "agreement:arctic-lng-2-jbic-loan-2021", "title", "JBIC project loan to Arctic LNG 2", "Loan of the bank to Arctic LNG 2"
	somebody := atDesk(t)
	app := somebody.starts()
	app.presses("ctrl+2").shows("agreements")
	app.becomes("the record at the right", app.rightSide(), func() { app.finds("jbic project loan") }).keeps("record")
	app.presses("F2")
	save := app.button()
	app.still()
	app.keeps("edit-form").presses("ctrl+a").types(after).clicks(save)
	app.becameOnDisk(record, field, after)
	app.still()
	app.keeps("edited")
	for _, step := range []struct{ key, want string }{{"ctrl+z", before}, {"ctrl+shift+z", after}} {
		app.presses(step.key).becameOnDisk(record, field, step.want)
	}
	app.quits()

	app = somebody.starts()
	app.becameOnDisk(record, field, after)
	if edits := app.edits(); edits != 3 {
		t.Errorf("the journal has %d actions, want an edit, an undo and a redo", edits)
	}
	app.shows("agreements").keeps("edit-kept")
	app.presses("ctrl+z").becameOnDisk(record, field, before)
	app.quits()
}

// rightSide is where the panel of a record stands.
func (a *app) rightSide() image.Rectangle {
	side := a.body()
	side.Min.X = side.Max.X - 360
	return side
}

func TestWindowExcelAndBrief(t *testing.T) {
	app := atDesk(t).starts()
	app.presses("ctrl+e")
	app.button()
	app.keeps("excel-dialog").presses("Return")
	for sheet, records := range map[string]int{"Agreements": 123, "Deals": 60, "Events": 298} {
		if rows := app.workbook("japan-russia-2016.xlsx", sheet); len(rows) != 1+records {
			t.Errorf("the sheet %s has %d rows, want a header and %d", sheet, len(rows), records)
		}
	}
	app.finds("brief as pdf")
	app.button()
	app.presses("Return")
	pdf := app.file("japan-russia-2016 brief.pdf")
	text := string(app.tool("pdftotext", pdf, "-"))
	if !strings.Contains(text, "Japan-Russia summit of December 2016") {
		t.Errorf("the brief says:\n%.600s", text)
	}
	app.quits()
	left, err := os.ReadDir(filepath.Dir(pdf))
	if err != nil {
		t.Fatal(err)
	}
	// Beside the folders of the settings and of what is kept for later.
	if len(left) != 2+2 {
		t.Errorf("the workbook and the brief are expected, there are %v", left)
	}
}

func TestWindowDays(t *testing.T) {
	app := atDesk(t).starts()
	app.presses("ctrl+2").shows("agreements")
	app.presses("ctrl+d")
	app.button()
	app.presses("ctrl+a").types("2016-12-17").presses("Return")
	app.shows("agreements", "--as-of", "2016-12-17").keeps("as-of")
	app.finds("as on the day after")
	app.shows("agreements", "--as-of", "2016-12-17", "--known", "2016-12-17").keeps("both-days")
	app.finds("as of today").shows("agreements")
	app.quits()
}

func TestWindowLanguageThemeAndSizeAreRemembered(t *testing.T) {
	somebody := atDesk(t)
	app := somebody.starts()
	app.presses("ctrl+3").shows("pipeline")
	// Below the languages at the end of the View menu stand the levels of Count at.
	below := len(analysis.CountAtLevels())
	for _, choice := range []struct {
		language string
		up       int
	}{{"ja", below + 2}, {"en", below + 3}, {"ru", below + 1}} {
		menus := app.menus()
		if len(menus) != 7 {
			t.Fatalf("%d menus", len(menus))
		}
		app.becomes("the View menu", app.page(), func() { app.clicks(menus[2]) })
		for range choice.up {
			app.presses("Up")
		}
		app.keeps("menu-" + choice.language)
		app.presses("Return").shows("pipeline", "--lang", choice.language).keeps("language-" + choice.language)
	}
	app.presses("F10").shows("pipeline", "--lang", "ru", "--theme", "dark").keeps("dark")
	app.resizes(1280, 800).shows("pipeline", "--lang", "ru", "--theme", "dark")
	russian := app.title()
	app.quits()

	app = somebody.starts()
	app.sees("the size of before", func() bool { return app.size() == image.Pt(1280, 800) })
	app.shows("pipeline", "--lang", "ru", "--theme", "dark").keeps("reopened")
	if title := app.title(); title != russian {
		t.Errorf("the title is %q after reopening, it was %q", title, russian)
	}
	app.quits()
}

func TestWindowSecondStartOnlyReads(t *testing.T) {
	somebody := atDesk(t)
	first := somebody.starts()
	first.presses("ctrl+2").shows("agreements")
	second := somebody.starts()
	second.presses("ctrl+2").remembers("tab", "agreements")
	bar := second.body()
	bar.Max.Y = bar.Min.Y + 2*blockSide
	alone := first.still()
	second.sees("a bar under the tabs", func() bool { return changed(alone, second.picture(), bar) > 0.1 })
	second.keeps("read-only")
	second.becomes("the record at the right", second.rightSide(), func() { second.finds("jbic project loan") })
	second.presses("F2")
	if found := filled(second.still(), second.page(), accent, image.Pt(24, 18)); len(found) != 0 {
		t.Error("a summit that can only be read is offered for editing")
	}
	second.quits()
	if edits := somebody.edits(); edits != 0 {
		t.Errorf("the second window made %d edits", edits)
	}
	first.quits()
}

// A card that is dragged to the next column asks what happened; what is typed
// becomes an event on the disk, and one step of undo takes it away.
func TestWindowCardDraggedToAnotherStage(t *testing.T) {
	const marked, event = 0xDFE8F3, "event:rosneft-stake-2018-03-01-stage"
	app := atDesk(t).starts()
	app.presses("ctrl+3").shows("pipeline").presses("Escape")
	var card image.Rectangle
	app.sees("the first card marked", func() bool {
		found := filled(app.picture(), app.body(), color.RGBA{marked >> 16, marked >> 8 & 0xff, marked & 0xff, 0xff}, image.Pt(60, 8))
		if len(found) > 0 {
			card = found[0]
		}
		return len(found) > 0
	})
	from := middle(card)
	app.drags(from, from.Add(image.Pt(card.Dx()+40, 30)))
	app.button()
	app.keeps("card-dragged").types("Only in this test.").presses("shift+Tab").presses("ctrl+a").types("2018-03-01").presses("Return")
	app.sees("the move on the disk", func() bool { return app.edits() == 1 })
	app.becameOnDisk(event, "to_stage", "under_discussion")
	if note := app.value(event, "note"); note != "Only in this test." {
		t.Errorf("the event says %q", note)
	}
	app.sees("the question closed", func() bool { return len(filled(app.picture(), app.page(), accent, image.Pt(24, 18))) == 0 })
	app.presses("ctrl+z").sees("nothing of the move left", func() bool { return app.edits() == 2 })
	app.quits()
}
