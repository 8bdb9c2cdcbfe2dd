package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// Picture says what a screenshot shows.
type Picture struct {
	Summit        exchange.Summit
	AsOf          ledger.AsOf
	Language      locale.Language
	Tab           string
	Query         string // words searched for; empty for none
	View          string // saved view to open, by its name or key; empty for none
	Dark          bool
	Width, Height int
	Version       string
	Now           func() time.Time
}

// TabNames lists the tabs in their order.
func TabNames() []string {
	return []string{"overview", "agreements", "pipeline", "funds", "claims", "promises", "tracks", "timeline", "organisations", "sources", "checks", "since"}
}

// Screenshot draws a tab as the window shows it, in memory: no display is
// needed. Fyne's driver for tests draws it, which opens nothing.
func Screenshot(p Picture) (image.Image, error) {
	if !slices.Contains(TabNames(), p.Tab) {
		return nil, fmt.Errorf("there is no tab %q; the tabs are %s", p.Tab, strings.Join(TabNames(), ", "))
	}
	program := test.NewApp()
	defer program.Quit()
	store := program.Preferences()
	store.SetString(settingLanguage, string(p.Language))
	store.SetString(settingTab, p.Tab)
	if p.Dark {
		store.SetString(settingTheme, "dark")
	}
	todo := newQueue()
	w, err := newWindow(program, Options{Version: p.Version, Language: p.Language, Now: p.Now}, newWork(todo.add))
	if err != nil {
		return nil, err
	}
	w.window.Resize(fyne.NewSize(float32(p.Width), float32(p.Height)))
	w.file = &file{summit: p.Summit}
	w.days = days{p.AsOf.Happened, p.AsOf.Known}
	if p.AsOf == ledger.Today(p.Now()) {
		w.days = days{ledger.NoDay, ledger.NoDay}
	}
	w.look()
	todo.settle(w.work)
	if p.View != "" {
		ref, err := p.Summit.Ledger.FindView(p.View)
		if err != nil {
			return nil, err
		}
		w.openView(ref)
		todo.settle(w.work)
	}
	if p.Query != "" && p.Tab != "overview" {
		w.header.search.SetText(p.Query)
		todo.settle(w.work)
	}
	w.page.Refresh()
	return w.window.Canvas().Capture(), nil
}
