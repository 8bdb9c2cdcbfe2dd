package ui

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"

	"summitledger/data/exchange"
	"summitledger/data/report"
	"summitledger/data/report/drawing"
	"summitledger/ui/controls"
	"summitledger/ui/look"
	"summitledger/ui/preview"
)

// previewing is the page on which a report is chosen, looked at, saved, printed
// and copied.
type previewing struct {
	window *Window
	pages  *preview.Preview
	choice *previewChoices
	plan   *report.Plan // of the pages that are shown
	paper  paper        // what they were made from
	latest int          // counts the times pages were asked for
	body   *fyne.Container
	modal  *modal
	over   fyne.CanvasObject // what lies over the window as long as the preview is open
}

// preview shows papers as they would be printed: a paper of its own, or nil,
// and all reports of the summit.
func (w *Window) preview(own *paper) *previewing {
	if own == nil {
		return w.previewFrom(report.BriefReport, nil)
	}
	return w.previewFrom(ownPaper, own)
}

// previewFrom is preview with the report that is shown first.
func (w *Window) previewFrom(first string, own *paper) *previewing {
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		w.fail(err)
		return nil
	}
	v, p := &previewing{window: w}, w.printer
	v.pages = preview.New(painter, preview.Texts{
		FitPage: p.Text("preview.zoom.page"), FitWidth: p.Text("preview.zoom.width"), Larger: "+", Smaller: "\u2212", Cancel: p.Text("button.cancel"),
		Percent: func(percent int) string { return p.Text("preview.zoom.percent", p.Integer(percent)) },
		Page:    func(at, of int) string { return p.Text("preview.page", p.Integer(at), p.Integer(of)) },
		Making: func(made, of int) string {
			if of == 0 {
				return p.Text("preview.laying")
			}
			return p.Text("preview.making", p.Integer(made), p.Integer(of))
		},
	})
	v.pages.OnCancel = v.stop
	v.choice = newPreviewChoices(w, first, own)
	v.choice.OnChange = v.make
	zoom := container.NewVBox(look.Text(p.Text("preview.zoom"), look.SizeNote, look.Text2, false), v.pages.Zooms)
	room := w.window.Canvas().Size()
	head := container.New(&previewRow{room.Width - modalMargin - 2*modalInset}, append(v.choice.fields(), zoom)...)
	v.body = container.New(layout.NewBorderLayout(head, nil, nil, nil), head, v.pages.Body) // the keys go from above to below
	v.modal = w.openModal(p.Text("preview.title"), v.body, room.Width, room.Height,
		controls.NewStrongButton(p.Text("preview.print"), "icon-print", v.print),
		controls.NewButton(p.Text("preview.save"), "", v.save),
		controls.NewButton(p.Text("preview.copy"), "icon-copy", v.copy),
		controls.NewButton(p.Text("button.close"), "", v.close))
	v.over = w.window.Canvas().Overlays().Top()
	w.window.Canvas().Focus(v.pages.View())
	w.zoomKeys(v.pages.Step)
	v.make()
	return v
}

func (v *previewing) close() {
	v.stop()
	v.modal.close()
}

// previewWork is the name of the work that makes the pages.
const previewWork = "preview"

// make makes the pages of what is chosen; each is shown as soon as it is made.
func (v *previewing) make() {
	w := v.window
	v.latest++
	turn := v.latest
	v.plan = nil
	v.body.Refresh() // other fields may be there
	v.pages.Begin()
	one, refused := v.choice.chosen()
	if refused != "" {
		w.work.Cancel(previewWork)
		v.pages.Finish()
		v.pages.Say(refused)
		return
	}
	v.paper = one
	current := func(do func()) func() {
		return func() {
			if turn == v.latest {
				do()
			}
		}
	}
	w.work.Start(previewWork, func(ctx context.Context) func() {
		plan, err := one.plan(ctx, one.request)
		if err == nil {
			for sheet, problem := range plan.Sheets(ctx) {
				if err = problem; err != nil {
					break
				}
				w.work.Show(current(func() {
					if v.pages.Add(sheet, plan.Len()); !v.open() {
						v.stop() // it was closed with a key
					}
				}))
			}
		}
		if ctx.Err() != nil {
			return nil
		}
		return current(func() {
			v.plan = plan
			v.pages.Finish()
			if err != nil {
				v.pages.Say(w.printer.Text("preview.failed", err.Error()))
			}
		})
	})
}

// open reports whether the preview still lies over the page.
func (v *previewing) open() bool {
	return slices.Contains(v.window.window.Canvas().Overlays().List(), v.over)
}

// stop makes no more pages; those that are there stay.
func (v *previewing) stop() {
	if v.plan != nil {
		return
	}
	v.latest++
	v.window.work.Cancel(previewWork)
	v.pages.Finish()
	v.pages.Say(v.window.printer.Text("preview.stopped", v.window.printer.Integer(len(v.pages.Sheets()))))
}

// whole gives the paper that is shown, bound from the pages that are drawn
// already when all of them are.
func (v *previewing) whole() paper {
	one, plan, sheets := v.paper, v.plan, v.pages.Sheets()
	if plan == nil || !v.pages.Whole() {
		return one
	}
	one.plan = func(context.Context, report.Request) (*report.Plan, error) { return plan.Of(sheets), nil }
	return one
}

// ready reports whether there is a paper at all.
func (v *previewing) ready() bool { return v.paper.plan != nil }

func (v *previewing) print() {
	if v.ready() {
		v.window.askPrinter(v.whole())
	}
}

func (v *previewing) save() {
	if v.ready() {
		v.window.savePaper(v.whole())
	}
}

// pictureScale is how many pixels a copied page has to the point: 200 to the
// inch.
const pictureScale = 200.0 / 72

// copy puts the page that is looked at on the clipboard as a picture. Where the
// system takes none, the picture is offered as a file.
func (v *previewing) copy() {
	w := v.window
	sheet, ok := v.pages.Current()
	if !ok {
		return
	}
	name := v.paper.title + " " + w.printer.Integer(sheet.Number)
	w.work.Start("picture", func(ctx context.Context) func() {
		picture, err := pictureOf(sheet)
		if err == nil {
			err = preview.CopyPicture(ctx, picture)
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case picture == nil:
			return func() { w.fail(err) }
		case err != nil:
			return func() { w.offerPicture(name, picture) }
		}
		return func() { v.pages.Say(w.printer.Text("preview.copied", w.printer.Integer(sheet.Number))) }
	})
}

// pictureOf paints a page as a PNG file.
func pictureOf(sheet *drawing.Sheet) ([]byte, error) {
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, painter.Picture(sheet, pictureScale)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// offerPicture says that there is no clipboard for pictures and offers a file.
func (w *Window) offerPicture(name string, picture []byte) {
	p := w.printer
	w.ask(p.Text("preview.copy"), prose(p.Text("preview.no_clipboard")), 520, p.Text("preview.save_picture"), func() {
		w.askPath(name, ".png", func(path string) {
			w.produce(path, func(context.Context) error {
				return exchange.WriteThrough(path, func(out io.Writer) error {
					_, err := out.Write(picture)
					return err
				})
			})
		})
	})
}

// previewRow sets fields side by side; those that have no room begin a new line.
type previewRow struct{ width float32 }

// Layout is part of Fyne's layout.
func (r *previewRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	r.place(objects, true)
}

// MinSize is part of Fyne's layout.
func (r *previewRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, r.place(objects, false)+previewGap)
}

// previewGap is the room between fields, and under them.
const previewGap = 16

func (r *previewRow) place(objects []fyne.CanvasObject, move bool) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, object := range objects {
		if !object.Visible() {
			continue
		}
		size := object.MinSize()
		if x > 0 && x+size.Width > r.width {
			x, y, line = 0, y+line, 0
		}
		if move {
			object.Move(fyne.NewPos(x, y))
			object.Resize(size)
		}
		x, line = x+size.Width+previewGap, max(line, size.Height)
	}
	return y + line
}

// zoomKeys zooms the preview that is open when its page does not have the keys.
func (w *Window) zoomKeys(zoom func(step int)) {
	for key, step := range map[fyne.KeyName]int{fyne.KeyPlus: 1, fyne.KeyEqual: 1, fyne.KeyMinus: -1} {
		w.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { zoom(step) })
	}
}
