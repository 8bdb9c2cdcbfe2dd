package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func someTabs(width float32, t *testing.T) (*Tabs, *[]string) {
	tabs := NewTabs()
	tabs.SetTabs([]Tab{{"overview", "Overview", ""}, {"agreements", "Agreements", "123"}, {"pipeline", "Pipeline", "60"}, {"funds", "Funds", "4"}, {"claims", "Claims", "96"}, {"organisations", "Organisations", "149"}})
	tabs.Select("overview")
	chosen := &[]string{}
	tabs.OnSelect = func(id string) { *chosen = append(*chosen, id); tabs.Select(id) }
	window(t, tabs, width, tabsHeight)
	return tabs, chosen
}

func TestTabsAreChosenByClickAndKey(t *testing.T) {
	tabs, chosen := someTabs(800, t)
	test.TapAt(tabs, fyne.NewPos(tabs.edges[1]+20, 18))
	for _, name := range []fyne.KeyName{fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyLeft} {
		tabs.TypedKey(key(name))
	}
	if want := []string{"agreements", "pipeline", "organisations", "claims", "overview"}; !slices.Equal(*chosen, want) {
		t.Errorf("chosen %v, want %v", *chosen, want)
	}
}

// The bar gives up space, then counts, then the tabs far away, but never the
// current one, and the mark at its end leads to those out of sight.
func TestNarrowTabs(t *testing.T) {
	tabs, _ := someTabs(800, t)
	if !slices.Contains(texts(tabs), "123") {
		t.Errorf("wide: %v", texts(tabs))
	}
	tabs, _ = someTabs(470, t)
	if slices.Contains(texts(tabs), "123") || len(texts(tabs)) != 6 {
		t.Errorf("narrower: %v", texts(tabs))
	}
	tabs, chosen := someTabs(300, t)
	tabs.Select("claims")
	seen := texts(tabs)
	if !slices.Contains(seen, "Claims") || len(seen) == 6 || tabs.edges[len(tabs.edges)-1] > 300 {
		t.Errorf("narrowest: %v, up to %.0f", seen, tabs.edges[len(tabs.edges)-1])
	}
	before := tabs.tabs[tabs.first-1].ID
	test.TapAt(tabs, fyne.NewPos(tabs.edges[0]-5, 18))
	if !slices.Equal(*chosen, []string{before}) {
		t.Errorf("the mark at the left chose %v, want %s", *chosen, before)
	}
}

func TestTheTabUnderThePointerIsKept(t *testing.T) {
	tabs, _ := someTabs(800, t)
	tabs.MouseIn(pointer(tabs.edges[2]+5, 10))
	if tabs.hover != 2 {
		t.Errorf("the pointer is over tab %d", tabs.hover)
	}
	tabs.MouseOut()
	if tabs.hover != -1 {
		t.Error("the pointer left, the tab did not notice")
	}
}
