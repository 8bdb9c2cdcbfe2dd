package facets

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

func designed() []Group {
	long := []Value{{ID: "oil", Label: "Oil, gas and mining", Count: "10", Share: 1}, {ID: "post", Label: "Связь и почта", Count: "6", Share: 0.6}, {ID: "farm", Label: "Agriculture", Count: "3", Share: 0.3},
		{ID: "money", Label: "Finance", Count: "2", Share: 0.2}, {ID: "health", Label: "保健・医療", Count: "2", Share: 0.2}, {ID: "city", Label: "Cities and housing in the Far East of Russia", Count: "1", Share: 0.1}}
	for _, id := range []string{"a", "b", "c", "d", "e", "f", "g"} {
		long = append(long, Value{ID: id, Label: "Sector " + id, Count: "0", Zero: true})
	}
	return []Group{
		{ID: "presence", Title: "At the meeting", Clear: "clear", Values: []Value{{ID: "signed", Label: "Signed", Count: "18", Mark: "disc", Share: 1, Checked: true}, {ID: "reported", Label: "Reported", Count: "13", Mark: "half", Share: 0.72, Checked: true},
			{ID: "not", Label: "Not at the meeting", Count: "12", Mark: "ring", Share: 0.67}, {ID: "unknown", Label: "Not stated", Count: "2", Mark: "dots", Share: 0.11}}},
		{ID: "track", Title: "Уровень", Clear: "снять", Values: []Value{{ID: "commercial", Label: "Компании", Count: "31", Share: 1, Checked: true}, {ID: "government", Label: "Правительства", Count: "13", Share: 0.42}}},
		{ID: "sector", Title: "Sector", More: "{0} more", Values: long},
		{ID: "force", Title: "法的拘束力", Values: []Value{{ID: "none", Label: "記載なし", Count: "29", Share: 1}, {ID: "yes", Label: "契約", Count: "1", Share: 0.03}}},
		{ID: "amount", Title: "Amount", Values: []Value{{ID: "stated", Label: "Stated", Count: "1,625,961", Share: 1}, {ID: "not", Label: "Not stated in any source that is known", Count: "28", Share: 0.01}}},
	}
}

// TestPictures draws the column in both themes; where KEEP_PICTURES names a
// folder the pictures stay there to be looked at.
func TestPictures(t *testing.T) {
	folder := os.Getenv("KEEP_PICTURES")
	if folder == "" {
		folder = t.TempDir()
	}
	for _, dark := range []bool{false, true} {
		test.NewTempApp(t).Settings().SetTheme(look.NewTheme(dark))
		f := New()
		f.SetGroups(designed())
		screen := software.NewCanvas()
		screen.SetPadded(false)
		screen.SetContent(f)
		screen.Resize(fyne.NewSize(228, 560))
		name := "facets-light.png"
		if dark {
			name = "facets-dark.png"
			f.FocusGained()
			typed(f, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
			f.SetClosed("force", true)
			f.MouseMoved(press1(40, 230, 0))
		}
		picture := screen.Capture()
		wanted := look.Color(look.Accent)
		wr, wg, wb, _ := wanted.RGBA()
		if r, g, b, _ := picture.At(int(inset)+2, int(head+headHeight)+6).RGBA(); r != wr || g != wg || b != wb {
			t.Errorf("%s: the box of a chosen value is not in accent", name)
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
