// Package preview shows pages before they are printed: the very operations that
// become the file, painted into pixels. It knows nothing of the ledger, of
// reports or of languages: choices and texts come in.
package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"summitledger/data/report/drawing"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// Texts are the words of the preview in the language of the window.
type Texts struct {
	FitPage, FitWidth string
	Larger, Smaller   string
	Cancel            string
	Percent           func(percent int) string
	Page              func(at, of int) string   // "Page 2 of 7"
	Making            func(made, of int) string // "3 of 7 pages made"
}

// Preview is the pages, small at the left and one of them large, with what
// chooses the zoom. All of it is used on the UI goroutine.
type Preview struct {
	OnCancel func()         // the pages are not to be made any more
	OnPage   func(page int) // another page is shown, counted from 1

	texts  Texts
	sheets []*drawing.Sheet
	of     int
	making bool

	view   *view
	list   *list
	zoom   *controls.Choice
	status *canvas.Text
	cancel *controls.Link
	Body   *fyne.Container
	Zooms  *fyne.Container // the controls of the zoom, for the owner's row of choices
}

// New makes an empty preview.
func New(painter *drawing.Painter, texts Texts) *Preview {
	p := &Preview{texts: texts}
	pictures := newPictures(painter)
	p.view = newView(pictures)
	p.view.OnZoom = p.showZoom
	p.view.OnTurn = func(step int) { p.Go(p.view.at + 1 + step) }
	p.list = newList(pictures)
	p.list.OnChoose = p.Go
	p.zoom = controls.NewChoice(p.chooseZoom)
	p.zoom.Boxed = true
	smaller := controls.NewButton(texts.Smaller, "", func() { p.view.Step(-1) })
	larger := controls.NewButton(texts.Larger, "", func() { p.view.Step(1) })
	p.Zooms = container.NewHBox(smaller, container.NewGridWrap(fyne.NewSize(zoomWidth, 32), p.zoom), larger)
	p.status = look.Text("", look.SizeNote, look.Text2, false)
	p.cancel = controls.NewLink(texts.Cancel, func() {
		if p.OnCancel != nil {
			p.OnCancel()
		}
	})
	p.cancel.Hide()
	p.Body = container.New(&bodyLayout{p}, p.list, p.view, p.status, p.cancel)
	p.showZoom()
	return p
}

// Measures of the preview.
const (
	zoomWidth   = 140
	listWidth   = 148
	statusLine  = 24
	betweenBoth = 8
)

// bodyLayout gives the page list the left and the page the rest.
type bodyLayout struct{ p *Preview }

// Layout is part of Fyne's layout.
func (l *bodyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p, height := l.p, size.Height-statusLine
	p.list.Move(fyne.NewPos(0, 0))
	p.list.Resize(fyne.NewSize(listWidth, height))
	p.view.Move(fyne.NewPos(listWidth+betweenBoth, 0))
	p.view.Resize(fyne.NewSize(size.Width-listWidth-betweenBoth, height))
	look.Place(p.status, listWidth+betweenBoth, height+(statusLine-look.LineNote)/2)
	width := look.Width(p.status.Text, look.SizeNote, false)
	p.cancel.Move(fyne.NewPos(listWidth+betweenBoth+width+12, height+(statusLine-p.cancel.MinSize().Height)/2))
	p.cancel.Resize(p.cancel.MinSize())
}

// MinSize is part of Fyne's layout.
func (l *bodyLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 320) }

// Begin takes the old pages away: others are being made.
func (p *Preview) Begin() {
	p.sheets, p.of, p.making = nil, 0, true
	p.list.Set(nil)
	p.view.clearPage()
	p.say()
}

// Add shows the next page; of is how many there will be. The page that was
// looked at before is looked at again as soon as it is there.
func (p *Preview) Add(sheet *drawing.Sheet, of int) {
	p.sheets, p.of = append(p.sheets, sheet), of
	p.list.Set(p.sheets)
	if at := len(p.sheets) - 1; at == 0 || at == p.view.wanted {
		p.show(at)
	}
	p.say()
}

// Finish says that all pages are there, or that no more come.
func (p *Preview) Finish() {
	p.making = false
	if len(p.sheets) > 0 && p.view.wanted >= len(p.sheets) {
		p.Go(len(p.sheets))
	}
	p.say()
}

// Sheets gives the pages that are there.
func (p *Preview) Sheets() []*drawing.Sheet { return p.sheets }

// Whole reports whether all pages are there.
func (p *Preview) Whole() bool { return !p.making && len(p.sheets) > 0 && len(p.sheets) == p.of }

// Current gives the page that is looked at.
func (p *Preview) Current() (*drawing.Sheet, bool) {
	if p.view.at >= len(p.sheets) {
		return nil, false
	}
	return p.sheets[p.view.at], true
}

// Go looks at a page, counted from 1; one that is not there is the nearest.
func (p *Preview) Go(page int) {
	if len(p.sheets) == 0 {
		return
	}
	at := min(max(page-1, 0), len(p.sheets)-1)
	p.view.wanted = at
	p.show(at)
	p.say()
}

func (p *Preview) show(at int) {
	p.view.lookAt(p.sheets[at], at)
	p.list.Choose(at)
	if p.OnPage != nil {
		p.OnPage(at + 1)
	}
}

// say writes which page is looked at, and how many are made.
func (p *Preview) say() {
	text := ""
	if len(p.sheets) > 0 {
		text = p.texts.Page(p.view.at+1, p.of)
	}
	if p.making {
		text = p.texts.Making(len(p.sheets), p.of)
		p.cancel.Show()
	} else {
		p.cancel.Hide()
	}
	p.status.Text, p.status.Color = text, look.Color(look.Text2)
	p.status.Refresh()
	p.Body.Refresh()
}

// Say writes something else under the page until the next page is shown.
func (p *Preview) Say(text string) {
	p.status.Text = text
	p.status.Refresh()
	p.Body.Refresh()
}

// Status is what the line under the page says.
func (p *Preview) Status() string { return p.status.Text }

// View is what has the keys of the page: arrows, Page Up and Page Down, Home and
// End, plus, minus and 0.
func (p *Preview) View() fyne.Focusable { return p.view }

// Step zooms in or out by a step.
func (p *Preview) Step(step int) { p.view.Step(step) }

// FitPage zooms so that the whole page is seen.
func (p *Preview) FitPage() { p.view.fit(fitPage) }

// Zoom is the zoom in percent of the size on paper.
func (p *Preview) Zoom() int { return p.view.percent() }

// IDs of the zooms that follow the size of the window.
const (
	idPage  = "page"
	idWidth = "width"
)

// showZoom offers the zooms, among them the one that is.
func (p *Preview) showZoom() {
	options := []controls.Option{{ID: idPage, Text: p.texts.FitPage}, {ID: idWidth, Text: p.texts.FitWidth}}
	now, seen := p.view.percent(), false
	for _, percent := range zooms {
		if percent > now && !seen && p.view.mode == fitNot {
			options = append(options, p.percentOption(now))
			seen = true
		}
		seen = seen || percent == now
		options = append(options, p.percentOption(percent))
	}
	current := p.percentOption(now).ID
	switch p.view.mode {
	case fitPage:
		current = idPage
	case fitWidth:
		current = idWidth
	}
	p.zoom.Set("", options, current)
}

func (p *Preview) percentOption(percent int) controls.Option {
	return controls.Option{ID: p.texts.Percent(percent), Text: p.texts.Percent(percent)}
}

func (p *Preview) chooseZoom(id string) {
	switch id {
	case idPage:
		p.view.fit(fitPage)
	case idWidth:
		p.view.fit(fitWidth)
	default:
		for _, percent := range zooms {
			if p.texts.Percent(percent) == id {
				p.view.set(percent)
			}
		}
	}
}
