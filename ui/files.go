package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workspace"
	"summitledger/ui/controls"
)

// today is the calendar day.
func (w *Window) today() ledger.Day { return ledger.DayFromTime(w.options.Now()) }

// begin opens what was asked for, what was open last, or the bundled summit.
func (w *Window) begin() {
	switch recent := w.settings.recent(); {
	case w.options.Path != "":
		w.openPath(w.options.Path)
	case len(recent) > 0 && exists(recent[0]):
		w.openPath(recent[0])
	default:
		w.openBundled()
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (w *Window) openBundled() {
	path, err := bundledPath()
	if err != nil {
		w.fail(err)
		return
	}
	w.opening(path, func(ctx context.Context) error { return ensureBundled(ctx, path, w.today()) })
}

// openPath opens a workspace or a folder.
func (w *Window) openPath(path string) { w.opening(path, nil) }

// opening opens a file off the UI goroutine, after something that has to be
// done first. The file at hand stays open until the other one is.
func (w *Window) opening(path string, first func(ctx context.Context) error) {
	today := w.today()
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if w.file != nil && w.file.name == path {
		return
	}
	w.work.Start("open", func(ctx context.Context) func() {
		if first != nil {
			if err := first(ctx); err != nil {
				return func() { w.fail(err) }
			}
		}
		opened, err := openFile(ctx, path, today, func(rows int) {
			if ctx.Err() == nil {
				w.work.Show(func() { w.reading(path, rows) })
			}
		})
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { w.settings.forget(path); w.buildMenu(); w.failFolder(path, err) }
		}
		return func() { w.take(opened) }
	})
}

// reading says how far the reading of a file is, with a way to stop it. Where
// nothing is open yet, grey rows stand in for what comes.
func (w *Window) reading(path string, rows int) {
	w.tell("", w.printer.Text("window.opening", filepath.Base(path), w.printer.Integer(rows)), w.printer.Text("button.cancel"), func() { w.work.Cancel("open"); w.closeBar() })
	if w.desk == nil && len(w.body.Objects) == 0 {
		w.body.Objects = []fyne.CanvasObject{controls.NewWaiting(w.rowHeight())}
		w.body.Refresh()
	}
}

// take puts a file in the place of the one that was open.
func (w *Window) take(opened *file) {
	if err := w.closeFile(); err != nil {
		w.fail(err)
	}
	w.file = opened
	w.ways.Clear()
	w.opened = map[string]string{}
	w.settings.remember(opened.name)
	w.settings.noteLooked(opened.name, w.today())
	w.buildMenu()
	w.closeBar()
	if why := opened.readOnly(); why != "" {
		w.tell("differ", w.printer.Text("read_only."+why), w.printer.Text("command.save_copy"), w.askSaveCopy)
		w.pinBar()
	}
	w.record.forget()
	w.look()
	if opened.workspace != nil {
		w.work.Start("backup", func(ctx context.Context) func() {
			if err := opened.workspace.Backup(ctx); err != nil && !errors.Is(err, context.Canceled) {
				return func() { w.fail(err) }
			}
			return nil
		})
	}
}

func (w *Window) closeFile() error {
	if w.file == nil {
		return nil
	}
	w.work.Cancel("desk")
	err := w.file.close()
	w.file = nil
	return err
}

// closeAndReturn closes the file; the bundled summit is opened in its place.
func (w *Window) closeAndReturn() {
	if err := w.closeFile(); err != nil {
		w.fail(err)
	}
	w.openBundled()
}

// dialogSize leaves a margin around file dialogs.
func (w *Window) dialogSize() fyne.Size {
	size := w.window.Canvas().Size()
	return fyne.NewSize(min(920, size.Width-80), min(640, size.Height-80))
}

// showFileDialog shows a file dialog; before it is shown it has no size that
// could be changed.
func (w *Window) showFileDialog(d *dialog.FileDialog) {
	d.Show()
	d.Resize(w.dialogSize())
}

// askPath asks where to write a file; do gets a path with the extension.
func (w *Window) askPath(name, extension string, do func(path string)) {
	save := dialog.NewFileSave(func(uri fyne.URIWriteCloser, err error) {
		if err != nil || uri == nil {
			w.failIf(err)
			return
		}
		// The dialog opened the file already; writing replaces it whole.
		path := uri.URI().Path()
		info, statErr := os.Stat(path)
		w.failIf(uri.Close())
		if statErr == nil && info.Size() == 0 {
			w.failIf(os.Remove(path))
		}
		if filepath.Ext(path) == "" {
			path += extension
		}
		w.remembersFolder(filepath.Dir(path))
		do(path)
	}, w.window)
	w.dress(save, w.printer.Text("button.save"))
	save.SetFileName(name + extension)
	save.SetFilter(storage.NewExtensionFileFilter([]string{extension}))
	if location := w.location(); location != nil {
		save.SetLocation(location)
	}
	w.showFileDialog(save)
}

// askFolder asks for a folder.
func (w *Window) askFolder(do func(path string)) {
	choose := dialog.NewFolderOpen(func(uri fyne.ListableURI, err error) {
		if err != nil || uri == nil {
			w.failIf(err)
			return
		}
		w.remembersFolder(uri.Path())
		do(uri.Path())
	}, w.window)
	w.dress(choose, w.printer.Text("button.choose"))
	if location := w.location(); location != nil {
		choose.SetLocation(location)
	}
	w.showFileDialog(choose)
}

// dress gives a dialog of files the words of the window, whole names of files,
// and what it is asked for as its title.
func (w *Window) dress(files *dialog.FileDialog, confirm string) {
	files.SetConfirmText(confirm)
	files.SetDismissText(w.printer.Text("button.cancel"))
	files.SetTitleText(confirm)
	files.SetView(dialog.ListView)
}

func (w *Window) askOpen() { w.askFile(w.openPath, workspace.Extension, ".zip") }

// askFile asks for a file that is there, of certain extensions.
func (w *Window) askFile(do func(path string), extensions ...string) {
	choose := dialog.NewFileOpen(func(uri fyne.URIReadCloser, err error) {
		if err != nil || uri == nil {
			w.failIf(err)
			return
		}
		path := uri.URI().Path()
		w.failIf(uri.Close())
		w.remembersFolder(filepath.Dir(path))
		do(path)
	}, w.window)
	w.dress(choose, w.printer.Text("button.open"))
	choose.SetFilter(storage.NewExtensionFileFilter(extensions))
	if location := w.location(); location != nil {
		choose.SetLocation(location)
	}
	w.showFileDialog(choose)
}

// askNew asks of what a new workspace is made, and where.
func (w *Window) askNew() {
	p := w.printer
	choice := choices([]controls.Option{{ID: "bundled", Text: p.Text("new.bundled")}, {ID: "empty", Text: p.Text("new.empty")}, {ID: "folder", Text: p.Text("new.folder")}})
	w.ask(strings.TrimSuffix(p.Text("command.new"), "..."), choice, 460, p.Text("button.next"), func() {
		switch choice.Current() {
		case "bundled":
			w.askPath("summit", workspace.Extension, func(path string) { w.opening(path, makeBundled(path, w.today())) })
		case "empty":
			w.askEmpty()
		default:
			w.askImport()
		}
	})
	w.window.Canvas().Focus(choice)
}

func makeBundled(path string, today ledger.Day) func(ctx context.Context) error {
	return func(ctx context.Context) error {
		if exists(path) {
			return &workspace.Refusal{Path: path, Reason: workspace.Exists}
		}
		return ensureBundled(ctx, path, today)
	}
}

// askImport asks for a summit folder and takes it into the open workspace when
// that is empty, or makes a new one of it.
func (w *Window) askImport() {
	w.askFolder(func(folder string) {
		today := w.today()
		w.work.Start("import", func(context.Context) func() {
			summit, err := exchange.Open(folder, today)
			if err != nil {
				return func() { w.failFolder(folder, err) }
			}
			return func() { w.importSummit(folder, summit) }
		})
	})
}

// importSummit asks where a summit goes, where there is a choice.
func (w *Window) importSummit(folder string, summit exchange.Summit) {
	intoNew := func() {
		w.askPath(filepath.Base(folder), workspace.Extension, func(path string) {
			w.opening(path, func(ctx context.Context) error {
				return workspace.Create(ctx, path, summit.Ledger, exchange.Meta(summit))
			})
		})
	}
	if w.file == nil || w.file.readOnly() != "" || !exchange.Empty(w.file.ledger()) {
		intoNew()
		return
	}
	p := w.printer
	choice := choices([]controls.Option{{ID: "here", Text: p.Text("import.here", filepath.Base(w.file.name))}, {ID: "new", Text: p.Text("import.new")}})
	w.ask(strings.TrimSuffix(p.Text("command.import_folder"), "..."), choice, 460, p.Text("button.next"), func() {
		if choice.Current() == "new" {
			intoNew()
			return
		}
		action := ledger.Action{Author: author(), Time: w.options.Now(), Reason: p.Text("import.reason", filepath.Base(folder)), Changes: exchange.Fill(w.file.ledger(), summit)}
		w.carryOut(action, w.failIf)
	})
}

// askSaveCopy asks where to, and whether the history goes along.
func (w *Window) askSaveCopy() {
	if w.file == nil || w.file.workspace == nil {
		return
	}
	p := w.printer
	history := controls.NewCheck(p.Text("copy.history"), nil)
	history.SetChecked(true)
	w.ask(strings.TrimSuffix(p.Text("command.save_copy"), "..."), history, 460, p.Text("button.next"), func() {
		name := strings.TrimSuffix(filepath.Base(w.file.name), workspace.Extension)
		w.askPath(name+" copy", workspace.Extension, func(path string) {
			source, with := w.file.workspace, history.Checked
			w.produce(path, func(ctx context.Context) error { return source.SaveCopy(ctx, path, with) })
		})
	})
}

func (w *Window) askExportFolder() {
	w.askFolder(func(folder string) {
		summit, err := w.file.contents()
		if err != nil {
			w.fail(err)
			return
		}
		w.produce(folder, func(context.Context) error { return exchange.WriteFolder(folder, summit) })
	})
}

// produce writes a file off the UI goroutine and says when it is there.
func (w *Window) produce(path string, write func(ctx context.Context) error) {
	w.tell("", w.printer.Text("window.writing", filepath.Base(path)), w.printer.Text("button.cancel"), func() { w.work.Cancel("produce"); w.closeBar() })
	w.work.Start("produce", func(ctx context.Context) func() {
		err := write(ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return func() { w.closeBar(); w.fail(err) }
		}
		return func() { w.tell("icon-check", w.printer.Text("window.written", path), "", nil) }
	})
}
