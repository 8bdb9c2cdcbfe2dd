package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/query"
)

// toggleValue chooses a value of a facet or lets it go; one that is left out
// comes back.
func (l *listing) toggleValue(field, value string) {
	if slices.Contains(l.query.Excluded(field), value) {
		l.ask(l.query.ToggleExcluded(field, value))
		return
	}
	l.ask(l.query.Without(field, nil).Toggle(field, value))
}

// facetMenu offers what can be done with a value of a facet.
func (l *listing) facetMenu(field, value string, at fyne.Position) {
	p := l.window.printer
	exclude := "facet.exclude"
	if slices.Contains(l.query.Excluded(field), value) {
		exclude = "facet.include"
	}
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(p.Text("facet.only"), func() { l.facets.OnOnly(field, value) }),
		fyne.NewMenuItem(p.Text(exclude), func() { l.facets.OnExclude(field, value) }),
		fyne.NewMenuItem(p.Text("facet.all_values"), func() { l.facets.OnClear(field) }))
	widget.ShowPopUpMenuAtPosition(menu, l.window.window.Canvas(), at)
}

// holdsLetters reports whether a label has the letters typed into its facet.
func holdsLetters(label, typed string) bool {
	return strings.Contains(query.Fold(label), query.Fold(typed))
}
