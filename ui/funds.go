package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// funds shows each fund's money step by step, with what was claimed of it
// beside it, or all funds as a table.
type funds struct {
	*listing
	openFigures
	ladders []analysis.FundLadder // of the first funds listed
	first   string                // the first figure of the page: it takes the keys

	box    *sheetBox
	scroll *container.Scroll
	both   *fyne.Container
}

// fundsDrawn bounds how many funds are drawn step by step; the table has all.
const fundsDrawn = 40

// asLadder is the way of showing funds step by step; the other is asTable.
const asLadder = "ladder"

func newFunds(w *Window) *funds {
	f := &funds{listing: newListing(w, "funds", ledger.Funds)}
	f.box = newSheetBox(f.draw)
	f.box.least = 360
	f.scroll = container.NewVScroll(f.box.Container)
	f.both = container.NewStack(canvas.NewRectangle(look.Color(look.Surface)), f.grid, f.scroll)
	f.lay(f.both, func(mode string) { f.setTable(mode == asTable) })
	f.gather = f.climb
	f.onRows = f.showMode
	return f
}

func (f *funds) asTable() bool { return f.window.settings.store.Bool(settingFunds) }

func (f *funds) setTable(table bool) {
	f.window.settings.store.SetBool(settingFunds, table)
	f.showMode()
	f.window.focusView()
}

func (f *funds) focus() fyne.Focusable {
	if !f.asTable() {
		if place := f.figureSpot(f.first); place != nil {
			return place
		}
	}
	return f.grid
}

// climb works out the ladders of the funds that are drawn, off the UI
// goroutine.
func (f *funds) climb(d *desk, s *query.Selection) func() {
	age := analysis.SettingsOf(d.ledger).RateAge
	var ladders []analysis.FundLadder
	for _, fund := range s.Rows[:min(len(s.Rows), fundsDrawn)] {
		ladders = append(ladders, analysis.LadderOf(d.view, fund, age))
	}
	return func() { f.ladders = ladders }
}

// showMode brings the page to the way that was chosen.
func (f *funds) showMode() {
	if f.desk == nil || f.selection == nil {
		return
	}
	d, table := f.desk, f.asTable() || len(f.selection.Rows) == 0 // the table says why nothing is shown
	mode := asLadder
	if f.asTable() {
		mode = asTable
	}
	f.head.mode.Set(d.text("pipeline.as"), []controls.Option{{ID: asLadder, Text: d.text("funds.as_ladder")}, {ID: asTable, Text: d.text("funds.as_table")}}, mode)
	f.grid.Hidden = !table
	if table {
		f.scroll.Hide()
	} else {
		f.scroll.Show()
	}
	if ground, ok := f.both.Objects[0].(*canvas.Rectangle); ok {
		ground.FillColor = look.Color(look.Surface)
	}
	f.head.set(f.headline(d, f.selection))
	f.box.redraw()
	f.scroll.Refresh()
	f.both.Refresh()
}

// fundFigure is what stands on one step of a fund, in one currency.
func fundFigure(d *desk, fund ledger.Ref, step analysis.FundStep, currency ledger.Currency) figure {
	total, id := step.Total, step.Total.ID
	number := d.text("funds.not_known")
	if step.Known {
		number = d.printer.Integer(0)
	}
	for _, sum := range total.Sums {
		if sum.Money.Currency == currency {
			number, total.Sums = d.printer.Money(sum.Money), []analysis.Sum{sum}
		}
	}
	named := refID(d.ledger, fund)
	return figure{name: d.text("funds.figure", d.printer.Title(d.ledger, fund), d.text("funds.step."+id)), number: number, total: total, id: named + "." + id + "." + string(currency),
		remake: func(d *desk) (figure, bool) {
			ref, ok := d.find(named)
			if !ok || !d.view.Has(ref) {
				return figure{}, false
			}
			again := analysis.LadderOf(d.view, ref, analysis.SettingsOf(d.ledger).RateAge).Step(id)
			for _, sum := range again.Total.Sums {
				if sum.Money.Currency == currency {
					return fundFigure(d, ref, again, currency), true
				}
			}
			return fundFigure(d, ref, again, currency), currency == ""
		}}
}
