package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// messageStays is how long a message without anything to do about it is shown.
const messageStays = 12 * time.Second

// tell shows one line under the tabs.
func (w *Window) tell(mark, text, action string, press func()) {
	if w.barWith != nil {
		w.barWith.Stop()
	}
	w.barPinned = false
	w.bar.Set(mark, text, action, press)
	w.bar.Show()
	w.page.Refresh()
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
	if action == "" {
		w.passLater(text)
	}
}

// passLater takes a message away after a while, unless another came.
func (w *Window) passLater(text string) {
	w.barWith = time.AfterFunc(messageStays, func() {
		w.work.Show(func() {
			if w.bar.Text() == text {
				w.closeBar()
			}
		})
	})
}

// pinBar keeps the bar until it is closed or says something else, and moves
// the page under it.
func (w *Window) pinBar() {
	w.barPinned = true
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
}

// patience is how long work may take before the window says that it goes on.
const patience = 300 * time.Millisecond

// wait carries something out once patience is over, unless the work of that
// name is cancelled before.
func (w *Window) wait(name string, do func()) {
	w.work.Start(name, func(ctx context.Context) func() {
		timer := time.NewTimer(patience)
		defer timer.Stop()
		select {
		case <-ctx.Done():
			return nil
		case <-timer.C:
			return do
		}
	})
}

func (w *Window) closeBar() {
	w.bar.Hide()
	w.page.Layout.Layout(w.page.Objects, w.page.Size())
}

func (w *Window) failIf(err error) {
	if err != nil {
		w.fail(err)
	}
}

// failFolder says why a folder was not opened or imported. Its faults stay in
// the tab of checks until another one is opened.
func (w *Window) failFolder(path string, err error) {
	var faults ledger.Faults
	if errors.As(err, &faults) {
		w.refused = &refusal{path: path, faults: faults}
		if w.desk != nil {
			w.show(w.desk)
			w.tell("cross", w.printer.Text("checks.refused", path), w.printer.Text("checks.see"), func() { w.goTo("checks") })
		}
	}
	w.fail(err)
}

// faultsShown is how many faults of a file a dialog lists.
const faultsShown = 200

// fail says what went wrong. Faults of a file are listed, row by row.
func (w *Window) fail(err error) {
	p := w.printer
	faults := faultsOf(err)
	title, text := p.Text("fail.title"), whatFailed(p, err)
	if len(faults) > 0 {
		title = p.Count("fail.faults", len(faults))
		var lines strings.Builder
		for i, fault := range faults {
			if i == faultsShown {
				fmt.Fprintf(&lines, "...\n")
				break
			}
			fmt.Fprintln(&lines, p.Fault(fault))
		}
		text = lines.String()
	}
	label := prose(text)
	label.Selectable = true
	body := fyne.CanvasObject(container.NewVBox(prose(p.Text("fail.nothing_changed")), label))
	height := float32(0)
	if len(faults) > 3 {
		height = w.dialogSize().Height
		body = container.NewBorder(prose(p.Text("fail.nothing_changed")), nil, nil, nil, container.NewVScroll(label))
	}
	w.tellPage(title, body, 640, height)
}

// whatFailed tells of an error in the reader's language where it knows how to.
func whatFailed(p *locale.Printer, err error) string {
	var told interface{ Say(*locale.Printer) string }
	if errors.As(err, &told) {
		return told.Say(p)
	}
	return capital(err.Error())
}

// faultsOf gives the faults that an error tells of.
func faultsOf(err error) ledger.Faults {
	var faults ledger.Faults
	errors.As(err, &faults)
	return faults
}
