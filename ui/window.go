// Package ui is the window: what a person sees, presses and types. It works
// nothing out itself: it asks query, analysis, workspace, workbook and report,
// off the UI goroutine, and shows what they answer.
package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/views"
)

// view is one tab of the window.
type view interface {
	id() string
	object() fyne.CanvasObject
	refresh(d *desk) // show another desk
	count(d *desk) string
	foot() (left string, chips []controls.Chip, right string, open func())
	typed() string
	search(typed string)
	focus() fyne.Focusable
	copyText() string
}

// days are the two days that a person chose; NoDay follows the calendar.
type days struct{ Happened, Known ledger.Day }

// Window is the window of the program.
type Window struct {
	options  Options
	app      fyne.App
	window   fyne.Window
	settings *Settings
	work     *Work

	file    *file
	printer *locale.Printer
	days    days
	countAt analysis.CountAt // how far a record must have come to be counted
	desk    *desk

	header    *header
	searching *searching
	tabs      *controls.Tabs
	bar       *controls.Bar
	body      *fyne.Container
	foot      *controls.Foot
	switcher  *controls.Switcher
	record    *recordSide
	figure    *figureSide
	page      *fyne.Container
	views     []view
	current   int
	edits     []pendingEdit            // the one at work first
	ways      views.History[viewState] // through what was shown
	opened    map[string]string        // by tab: the key of the saved view that is open
	stale     []bool                   // by view: it shows an older desk
	actions   []*Action
	barWith   *time.Timer

	barPinned bool     // the bar says how the file stands: the page makes room for it
	lastModal *modal   // the page or question that was opened last
	reviewed  *review  // the workbook that was read last
	refused   *refusal // the folder that was last not opened for its faults; nil for none
}

func newWindow(app fyne.App, options Options, work *Work) (*Window, error) {
	w := &Window{options: options, app: app, settings: &Settings{store: app.Preferences()}, work: work, days: days{ledger.NoDay, ledger.NoDay}}
	language := w.settings.Language(options.Language)
	printer, err := locale.New(language)
	if err != nil {
		return nil, err
	}
	w.printer = printer
	w.countAt = w.settings.countAt()
	app.Settings().SetTheme(look.NewTheme(w.settings.Dark()))
	w.window = app.NewWindow(programName)
	w.window.SetPadded(false)
	w.window.SetMaster()
	w.actions = w.allActions()
	w.header = newHeader(w)
	w.tabs = controls.NewTabs()
	w.tabs.OnSelect = w.goTo
	w.bar = controls.NewBar()
	w.bar.OnClose = w.closeBar
	w.bar.Hide()
	w.foot = controls.NewFoot()
	w.ways.Same, w.opened = sameState, map[string]string{}
	w.switcher = controls.NewSwitcher()
	w.switcher.OnBack, w.switcher.OnForward, w.switcher.OnView = w.viewBack, w.goForward, w.listViews
	w.body = container.NewStack()
	w.record = newRecordSide(w)
	w.record.Hide()
	w.figure = newFigureSide(w)
	w.views = w.allViews()
	w.stale = make([]bool, len(w.views))
	w.searching = newSearching(w)
	w.page = container.New(page{w}, w.body, w.header.Container, w.tabs, w.switcher, w.foot, w.record.Container, w.bar, w.figure.Container, w.searching.panel)
	w.window.SetContent(w.page)
	w.header.search.OnEscape = w.focusView
	w.header.search.OnDown = w.focusView
	w.window.Resize(w.settings.size())
	w.window.SetCloseIntercept(w.quit)
	w.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.dropped(files) })
	w.buildMenu()
	w.registerShortcuts()
	return w, nil
}

// quit remembers the window and closes the file.
func (w *Window) quit() {
	w.settings.setSize(w.window.Canvas().Size())
	if err := w.closeFile(); err != nil {
		w.fail(err)
	}
	w.window.Close()
	w.app.Quit()
}

// allViews makes the tabs in their order.
func (w *Window) allViews() []view {
	views := []view{newOverview(w), newListing(w, "agreements", ledger.Agreements), newPipeline(w), newFunds(w),
		newClaims(w), newPromises(w), newTracks(w), newTimeline(w), newListing(w, "organisations", ledger.Organisations), newListing(w, "sources", ledger.Sources), newChecks(w), newSince(w)}
	wanted := w.settings.store.String(settingTab)
	for i, v := range views {
		if v.id() == wanted {
			w.current = i
		}
	}
	return views
}

// view gives the tab that is shown.
func (w *Window) view() view { return w.views[w.current] }

// goTo is a person's going to a tab: the record of another one does not come
// along.
func (w *Window) goTo(id string) {
	if w.view().id() != id {
		w.record.forget()
		w.figure.forget()
		w.page.Layout.Layout(w.page.Objects, w.page.Size())
	}
	w.showTab(id)
	w.takeKeys()
}

// takeKeys gives the keys to the tab that is shown when those of another tab
// had them: what is not on the screen must not take them.
func (w *Window) takeKeys() {
	canvas := w.window.Canvas()
	switch focused := canvas.Focused(); focused {
	case nil, fyne.Focusable(w.tabs), fyne.Focusable(w.header.search):
	default:
		canvas.Unfocus()
		w.focusView()
	}
}

// showTab goes to a tab by its name.
func (w *Window) showTab(id string) {
	for i, v := range w.views {
		if v.id() != id {
			continue
		}
		w.current = i
		w.settings.store.SetString(settingTab, id)
		w.tabs.Select(id)
		w.body.Objects = []fyne.CanvasObject{v.object()}
		w.body.Refresh()
		if w.stale[i] {
			w.stale[i] = false
			v.refresh(w.desk)
		} else if c, ok := v.(*claims); ok {
			c.shown() // the filters of other tabs split its bars
		}
		if w.header.search.Text != v.typed() {
			w.header.search.SetText(v.typed())
		}
		w.showFoot()
	}
}

// look works the desk out anew, off the UI goroutine: after an edit, for other
// days, in another language. The index is kept when it is of the same ledger.
func (w *Window) look() {
	if w.file == nil {
		return
	}
	l, printer, asOf, countAt := w.file.ledger(), w.printer, w.asOf(), w.countAt
	index := w.indexOf(l)
	w.work.Start("desk", func(ctx context.Context) func() {
		if index == nil {
			made, err := query.NewIndex(ctx, l)
			if errors.Is(err, context.Canceled) {
				return nil
			}
			if err != nil {
				return func() { w.fail(err) }
			}
			index = made
		}
		d := &desk{printer: printer, ledger: l, index: index, view: l.View(asOf), countAt: countAt}
		if ctx.Err() != nil {
			return nil
		}
		return func() { w.show(d) }
	})
}

// asOf gives the days of the view.
func (w *Window) asOf() ledger.AsOf {
	asOf := ledger.Today(w.options.Now())
	if w.days.Happened != ledger.NoDay {
		asOf.Happened = w.days.Happened
	}
	if w.days.Known != ledger.NoDay {
		asOf.Known = w.days.Known
	}
	return asOf
}

// setDays looks from other days; NoDay follows the calendar again.
func (w *Window) setDays(happened, known ledger.Day) {
	w.days = days{happened, known}
	w.look()
}

// show brings every part of the window to a desk.
func (w *Window) show(d *desk) {
	first := w.desk == nil
	w.desk = d
	w.header.show(d)
	titles := make([]controls.Tab, len(w.views))
	for i, v := range w.views {
		titles[i] = controls.Tab{ID: v.id(), Title: d.text("tab." + v.id()), Count: v.count(d)}
		w.stale[i] = i != w.current
	}
	w.tabs.SetTabs(titles)
	w.view().refresh(d)
	w.record.refresh(d)
	w.refreshFigure(d)
	w.page.Refresh()
	if first {
		w.showTab(w.view().id())
		w.openNamed(w.options.View)
	}
	w.window.SetTitle(programName + " - " + d.printer.Title(d.ledger, d.ledger.Summit()))
}

// showFoot says how many records the current tab shows and hides.
func (w *Window) showFoot() {
	if w.desk != nil {
		left, chips, right, press := w.view().foot()
		w.foot.Set(left, chips, right, press)
		// A page that hides nothing and sums nothing up needs no foot.
		_, open := w.openedView()
		if hidden := left == "" && len(chips) == 0 && right == "" && !open; hidden != w.foot.Hidden {
			w.foot.Hidden, w.switcher.Hidden = hidden, hidden
			w.layPage()
		}
		w.noteState()
	}
}

// search looks for words in the current tab.
func (w *Window) search(typed string) {
	if w.desk != nil && w.view().typed() != typed {
		w.view().search(typed)
	}
}

// focusView gives the keys to the rows of the current tab.
func (w *Window) focusView() {
	if target := w.view().focus(); target != nil {
		w.window.Canvas().Focus(target)
	}
}

// setLanguage says everything in another language.
func (w *Window) setLanguage(language locale.Language) {
	printer, err := locale.New(language)
	if err != nil {
		w.fail(err)
		return
	}
	w.printer = printer
	w.settings.setLanguage(language)
	w.buildMenu()
	w.look()
}

// setDark changes between the light and the dark theme.
func (w *Window) setDark(dark bool) {
	w.settings.setDark(dark)
	w.app.Settings().SetTheme(look.NewTheme(dark))
	if w.desk != nil {
		w.show(w.desk)
	}
}
