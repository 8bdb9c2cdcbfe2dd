package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/query"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// listHead stands over a table: what it shows, in words, and how it is grouped.
type listHead struct {
	*fyne.Container
	ground *canvas.Rectangle
	title  *canvas.Text
	text   string
	group  *controls.Choice
	mode   *controls.Choice // board or table; nil where there is no board
}

func newListHead(group, mode func(id string)) *listHead {
	h := &listHead{ground: canvas.NewRectangle(look.Color(look.Surface)), title: look.Text("", look.SizeHeading, look.Text1, true), group: controls.NewChoice(group)}
	objects := []fyne.CanvasObject{h.ground, h.title, h.group}
	if mode != nil {
		h.mode = controls.NewChoice(mode)
		objects = append(objects, h.mode)
	}
	h.Container = &fyne.Container{Layout: listHeadLayout{h}, Objects: objects}
	return h
}

// listHeadLayout gives the parts of the head their places.
type listHeadLayout struct{ h *listHead }

const listHeadHeight = 36

// Layout is part of Fyne's layout.
func (l listHeadLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := l.h
	h.ground.FillColor, h.title.Color = look.Color(look.Surface), look.Color(look.Text1)
	h.ground.Resize(size)
	right := size.Width - 8
	for _, choice := range []*controls.Choice{h.group, h.mode} {
		if choice == nil || !choice.Visible() {
			continue
		}
		width := choice.MinSize().Width
		right -= width
		choice.Move(fyne.NewPos(right, 4))
		choice.Resize(fyne.NewSize(width, 28))
	}
	h.title.Text = look.Cut(h.text, max(0, right-24), look.SizeHeading, true)
	look.Place(h.title, 16, 6)
}

// MinSize is part of Fyne's layout.
func (l listHeadLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, listHeadHeight)
}

func (h *listHead) set(text string) {
	h.text = text
	h.Container.Layout.Layout(nil, h.Size())
	h.title.Refresh()
	h.Refresh()
}

// under puts a head over what it tells of.
type under struct{ head, body fyne.CanvasObject }

// Layout is part of Fyne's layout.
func (u under) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	u.head.Resize(fyne.NewSize(size.Width, listHeadHeight))
	u.body.Move(fyne.NewPos(0, listHeadHeight))
	u.body.Resize(fyne.NewSize(size.Width, max(0, size.Height-listHeadHeight)))
}

// MinSize is part of Fyne's layout.
func (u under) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// headline says what the listing shows: how many records in how many groups.
func (l *listing) headline(d *desk, s *query.Selection) string {
	text := d.printer.Records(s.Query.Kind, len(s.Rows))
	if len(s.Query.Group) == 0 || len(s.Rows) == 0 {
		return text
	}
	var fields []string
	for _, field := range s.Query.Group {
		fields = append(fields, l.fieldTitle(d, field))
	}
	return d.text("listing.by", text, strings.Join(fields, ", "))
}

// fieldTitle names a field inside a sentence or a menu.
func (l *listing) fieldTitle(d *desk, field string) string {
	if field == "" {
		return d.text("listing.no_group")
	}
	return small(d.columnTitle(l.table.kind, field))
}

// showGroups offers the fields that one may group by.
func (l *listing) showGroups(d *desk) {
	var options []controls.Option
	for _, field := range append([]string{""}, l.table.groups...) {
		options = append(options, controls.Option{ID: field, Text: l.fieldTitle(d, field)})
	}
	l.head.group.Set(d.text("listing.group"), options, firstOf(l.query.Group))
	l.head.group.Hidden = len(l.table.groups) == 0
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// groupBy groups by a field, or not at all.
func (l *listing) groupBy(field string) {
	q := l.query
	q.Group = nil
	if field != "" {
		q.Group = []string{field}
	}
	l.ask(q)
}
