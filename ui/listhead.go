package ui

import (
	"slices"
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
	ground  *canvas.Rectangle
	title   *canvas.Text
	text    string
	group   *controls.Choice
	then    []*controls.Choice // the groups inside the groups
	columns *controls.Choice   // opens the list of columns
	mode    *controls.Choice   // board or table; nil where there is no board
	isTable func() bool        // a table is shown, not a board or a chart; nil: always
}

func newListHead(group, mode func(id string)) *listHead {
	h := &listHead{ground: canvas.NewRectangle(look.Color(look.Surface)), title: look.Text("", look.SizeHeading, look.Text1, true), group: controls.NewChoice(group)}
	objects := []fyne.CanvasObject{h.ground, h.title, h.group}
	h.columns = controls.NewChoice(nil)
	h.columns.OnPress = nil // until there are columns
	h.columns.Hide()
	for range query.MostGroups - 1 {
		then := controls.NewChoice(nil)
		then.Set("", nil, absentGroup)
		then.Hide()
		h.then = append(h.then, then)
		objects = append(objects, then)
	}
	objects = append(objects, h.columns)
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
	for _, choice := range h.choices(size.Width) {
		width := choice.MinSize().Width
		right -= width
		choice.Move(fyne.NewPos(right, 4))
		choice.Resize(fyne.NewSize(width, 28))
	}
	h.title.Text = look.Cut(h.text, max(0, right-24), look.SizeHeading, true)
	look.Place(h.title, 16, 6)
}

// headingLeast is what the words at the left keep of the head.
const headingLeast = 200

// choices lists what can be chosen, from the right. Where there is little room
// the groups inside the groups leave, then the list of columns; both are in the
// menu as well.
func (h *listHead) choices(width float32) []*controls.Choice {
	table := h.isTable == nil || h.isTable()
	h.group.Hidden = h.group.Hidden || h.group.Empty()
	list := []*controls.Choice{h.columns, h.then[1], h.then[0], h.group}
	if h.mode != nil {
		list = append(list, h.mode)
	}
	h.columns.Hidden = !table || h.columns.OnPress == nil
	for _, then := range h.then {
		then.Hidden = !table || then.Current() == absentGroup
	}
	for _, leaves := range []*controls.Choice{nil, h.then[1], h.then[0], h.columns} {
		if leaves != nil {
			leaves.Hidden = true
		}
		room := width - headingLeast
		for _, choice := range list {
			if !choice.Hidden {
				room -= choice.MinSize().Width
			}
		}
		if room >= 0 {
			break
		}
	}
	return slices.DeleteFunc(list, func(c *controls.Choice) bool { return c.Hidden })
}

// absentGroup is what a choice of groups says that is not offered.
const absentGroup = "\x00"

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
	fields := l.table.groups
	if first := firstOf(l.query.Group); first != "" && !slices.Contains(fields, first) {
		fields = append(slices.Clone(fields), first)
	}
	for _, field := range append([]string{""}, fields...) {
		options = append(options, controls.Option{ID: field, Text: l.fieldTitle(d, field)})
	}
	l.head.group.Set(d.text("listing.group"), options, firstOf(l.query.Group))
	l.head.group.Hidden = len(l.table.groups) == 0
	for i, then := range l.head.then {
		if level := i + 1; len(l.query.Group) < level || len(l.table.groups) <= level {
			then.Set("", nil, absentGroup)
		} else {
			l.showGroup(d, then, level)
		}
	}
	l.head.columns.Set(d.text("table.columns"), nil, "")
	l.head.columns.OnPress = func() { l.window.askColumns(l.grid) }
	l.head.Container.Layout.Layout(nil, l.head.Size())
}

// showGroup offers the fields by which the groups of a level are divided, and
// none.
func (l *listing) showGroup(d *desk, then *controls.Choice, level int) {
	options := []controls.Option{{ID: "", Text: l.fieldTitle(d, "")}}
	fields := slices.Clone(l.table.groups)
	current := ""
	if len(l.query.Group) > level {
		if current = l.query.Group[level]; !slices.Contains(fields, current) {
			fields = append(fields, current)
		}
	}
	for _, field := range fields {
		if !slices.Contains(l.query.Group[:level], field) {
			options = append(options, controls.Option{ID: field, Text: l.fieldTitle(d, field)})
		}
	}
	then.Set(d.text("table.then"), options, current)
	then.OnChoose = func(field string) { l.groupLevel(level, field) }
}

// groupLevel divides the groups of a level by a field, or no more.
func (l *listing) groupLevel(level int, field string) {
	q := l.query
	q.Group = slices.Clone(q.Group[:min(level, len(q.Group))])
	if field != "" {
		q.Group = append(q.Group, field)
	}
	l.ask(q)
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// groupBy groups by a field, or not at all.
func (l *listing) groupBy(field string) {
	l.groupLevel(0, field)
}
