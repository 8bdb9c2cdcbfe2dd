package grid

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// written is rows of texts in three scripts.
type written []map[string]Cell

func (w written) Len() int                         { return len(w) }
func (w written) ID(row int) string                { return w[row]["id"].Text }
func (w written) Cell(row int, column string) Cell { return w[row][column] }
func (w written) Group(row int) (GroupRow, bool) {
	group, ok := w[row]["group"]
	return GroupRow{Title: group.Text, Count: group.Tag, Note: group.Unit, Closed: group.Bold}, ok
}

func threeScripts() written {
	row := func(id, tag, title, instrument, date string, dated bool, mark, status, unit, value string) map[string]Cell {
		when := Cell{Text: date}
		if !dated {
			when.Token = look.Text3
		}
		return map[string]Cell{"id": {Text: id}, "title": {Text: title, Tag: tag}, "instrument": {Text: instrument}, "date": when, "status": {Text: status, Mark: mark}, "value": {Text: value, Unit: unit}}
	}
	group := func(title, count, note string) map[string]Cell {
		return map[string]Cell{"id": {Text: "group:" + title}, "group": {Text: title, Tag: count, Unit: note}}
	}
	rows := written{
		group("Oil, gas and mining", "10", "7 signed, 3 reported"),
		row("a", "", "Gazprom - JBIC memorandum of understanding", "Memorandum (MoU)", "16 Dec 2016", true, "disc", "Signed", "", ""),
		row("b", "", "Gazprom - Mitsubishi agreement on strategic cooperation in the Far East", "Framework agreement", "16 Dec 2016", true, "disc", "Signed", "EUR", "200"),
		row("c", "", "To Wayland, AVTOVAZ: Tokyo types (kerning)", "Other", "no date", false, "half", "Reported", "JPY", "~1,200"),
		group("Нефть, газ, недра", "10", "подписано 7, сообщалось 3"),
		row("d", "EN", "Novatek - Marubeni memorandum of understanding on gas", "Меморандум (МоВ)", "16 дек. 2016 г.", true, "disc", "Подписано", "", ""),
		row("e", "", "Газпром, Mitsui: соглашение о стратегическом сотрудничестве", "Рамочное соглашение", "16 дек. 2016 г.", true, "half", "Сообщалось", "USD", "~1\u00a0000"),
		row("f", "EN", "JBIC loan of EUR 200m to Yamal LNG", "Кредитное соглашение", "без даты", false, "dots", "Не указано", "", ""),
		group("石油・ガス・鉱業", "10", "署名確認 7、報道のみ 3"),
		row("g", "", "国際協力銀行とロシア直接投資基金による日露投資基金に関する覚書", "覚書", "2016年12月16日", true, "disc", "署名確認", "USD", "~10"),
		row("h", "EN", "RDIF - JBIC memorandum on the Russia-Japan Investment Fund", "覚書", "2016年12月16日", true, "cross", "中止", "", ""),
		row("i", "", "郵便分野における協力に関する覚書", "枠組み合意", "日付なし", false, "late", "完了（遅延）", "JPY", "3,000"),
	}
	for i := range 40 {
		rows = append(rows, row(string(rune('A'+i)), "", "Memorandum on expanding the Sayuri greenhouse complex", "Memorandum (MoC)", "Dec 2016", true, "ring", "Not at the meeting", "", "8"))
	}
	return rows
}

// TestPictures draws the grid in both themes; where KEEP_PICTURES names a
// folder the pictures stay there to be looked at.
func TestPictures(t *testing.T) {
	folder := os.Getenv("KEEP_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	for _, dark := range []bool{false, true} {
		test.NewTempApp(t).Settings().SetTheme(look.NewTheme(dark))
		g := New()
		g.OnGroup = func(string) {}
		g.SetColumns([]Column{{ID: "title", Title: "Title", Width: 340, MinWidth: 160, Grow: 1, Sortable: true}, {ID: "instrument", Title: "Instrument", Width: 152},
			{ID: "date", Title: "Signed on", Width: 112}, {ID: "status", Title: "At the meeting", Width: 124, Sortable: true}, {ID: "value", Title: "Value, million", Width: 110, Align: Right, Sortable: true}})
		g.SetSource(threeScripts())
		g.SetSort(Sorted{"status", dark})
		g.Select("e")
		name := "grid-light.png"
		if dark {
			name = "grid-dark.png"
			g.SetSort(Sorted{"value", true})
			g.FocusGained()
		}
		g.hover = 6
		if dark {
			g.hover = 2
		}
		canvas := software.NewCanvas()
		canvas.SetPadded(false)
		canvas.SetContent(g)
		canvas.Resize(fyne.NewSize(832, 500))
		picture := canvas.Capture()
		if picture.Bounds().Dx() != 832 || picture.Bounds().Dy() != 500 {
			t.Fatalf("picture of %v", picture.Bounds())
		}
		if r, _, _, _ := picture.At(1, 28+6*24+12).RGBA(); r == 0xffff {
			t.Error("the selected row has no stroke at its left")
		}
		file, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(file, picture); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
