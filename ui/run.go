package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"summitledger/assets"
	"summitledger/data/locale"
)

// programName is the name of the program in titles.
const programName = "Summit Ledger"

// applicationID names the program to the system: its settings and its data.
const applicationID = "org.summitledger.SummitLedger"

// Options say how the window begins.
type Options struct {
	Path     string           // workspace or folder to open; empty: the one opened last, or the bundled summit
	View     string           // saved view to open, by its name or key; empty for none
	Version  string           // of the program
	Language locale.Language  // until another is chosen
	Now      func() time.Time // the clock
}

// Run opens the window and returns when it is closed.
func Run(options Options) error {
	program := app.NewWithID(applicationID)
	program.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	w, err := newWindow(program, options, NewWork())
	if err != nil {
		return err
	}
	w.begin()
	w.window.ShowAndRun()
	return nil
}
