package facets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

func shown(t *testing.T) *Facets {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	f := New()
	sectors := Group{ID: "sector", Title: "Sector", More: "{0} more"}
	for i := range 12 {
		sectors.Values = append(sectors.Values, Value{ID: fmt.Sprint("sector-", i), Label: fmt.Sprint("Sector ", i), Count: "3", Share: 1})
	}
	f.SetGroups([]Group{{ID: "track", Title: "Track", Values: []Value{{ID: "government", Label: "Government", Count: "12"}, {ID: "commercial", Label: "Commercial", Count: "68", Checked: true}}}, sectors})
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(228, 400))
	return f
}

func click(f *Facets, at int, modifier fyne.KeyModifier) {
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, f.items[at].y-f.top+5)}, Button: desktop.MouseButtonPrimary, Modifier: modifier})
}

func TestAValueIsChosenByClickAndKey(t *testing.T) {
	f := shown(t)
	var did []string
	f.OnToggle = func(group, value string) { did = append(did, group+"="+value) }
	f.OnOnly = func(group, value string) { did = append(did, "only "+group+"="+value) }
	click(f, 1, 0)
	click(f, 2, fyne.KeyModifierAlt)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got, want := fmt.Sprint(did), "[track=government only track=commercial track=government]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestLongListsOpen(t *testing.T) {
	f := shown(t)
	before := len(f.items)
	click(f, before-1, 0)
	if got := len(f.items); got != before+3 {
		t.Errorf("%d rows after opening, want the four hidden values in place of one row more than %d", got, before)
	}
	click(f, 0, 0)
	if got := len(f.items); got != before+1 {
		t.Errorf("%d rows after closing a group of two, want %d", got, before+1)
	}
}
