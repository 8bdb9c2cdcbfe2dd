package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/query"
	"summitledger/ui/facets"
)

// listedYears are the fields of days whose years stand one under the other.
var listedYears = []string{"year"}

// years makes the line of the years of a facet, from the first to the last
// without gaps.
func (d *desk) years(counts []query.Count, chosen map[string]bool) []facets.Bucket {
	first, last, most := 0, 0, 1
	by := map[int]int{}
	for _, count := range counts {
		year, err := strconv.Atoi(count.Value)
		if err != nil {
			continue // no date
		}
		if first == 0 {
			first = year
		}
		first, last, most = min(first, year), max(last, year), max(most, count.Count)
		by[year] = count.Count
	}
	var buckets []facets.Bucket
	for year := first; first > 0 && year <= last; year++ {
		id := strconv.Itoa(year)
		buckets = append(buckets, facets.Bucket{ID: id, Label: id, Count: d.printer.Integer(by[year]), Share: float32(by[year]) / float32(most), Checked: chosen[id]})
	}
	return buckets
}

// chooseYears keeps the records of some years in a row.
func (l *listing) chooseYears(field, from, to string) {
	first, err := strconv.Atoi(from)
	last, wrong := strconv.Atoi(to)
	if err != nil || wrong != nil {
		return
	}
	var years []string
	for year := first; year <= last; year++ {
		years = append(years, strconv.Itoa(year))
	}
	l.ask(l.query.Without(field, nil).With(field, years))
}

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
