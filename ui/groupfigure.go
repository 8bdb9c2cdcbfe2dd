package ui

import (
	"context"
	"strings"

	"summitledger/data/query"
)

// openGroup takes the count in the heading of a group apart.
func (l *listing) openGroup(id string) {
	if f, there := l.groupFigure(l.desk, l.selection, strings.TrimPrefix(id, groupRow)); there {
		l.window.openFigure(f)
	}
}

// groupFigure counts the records of one group of an answer. From another desk
// the same question is asked again.
func (l *listing) groupFigure(d *desk, s *query.Selection, path string) (figure, bool) {
	for i, at := range groupPaths(s) {
		if at != path {
			continue
		}
		group := s.Groups[i]
		refs := s.Rows[group.First : group.First+group.Rows]
		total := d.sumsOf(l.table.kind, refs)
		total.Unit, total.Count, total.Added = l.table.kind.Table(), len(refs), refs
		total.Definition = ""
		names, by := l.groupNames(d, s.Query, path)
		f := figure{id: l.name + ".group." + path, name: names, number: d.printer.Integer(group.Rows), whole: d.text("overview.of", d.printer.Records(l.table.kind, len(s.Rows))), total: total,
			definition: d.text("figure.group", by)}
		if q := l.hiding(d, s); q != "" {
			f.definition += " " + q
		}
		f.remake = func(d *desk) (figure, bool) {
			again, err := d.run(context.Background(), s.Query, nil)
			if err != nil {
				return figure{}, false // the listing itself says what went wrong
			}
			return l.groupFigure(d, again, path)
		}
		return f, true
	}
	return figure{}, false
}

// groupNames names a group by the values that lead to it, and the fields that
// they are of.
func (l *listing) groupNames(d *desk, q query.Query, path string) (names, by string) {
	var values, fields []string
	for level, value := range strings.Split(path, pathMark) {
		if level == len(q.Group) {
			break
		}
		field, _ := query.FieldOf(q.Kind, q.Group[level])
		values = append(values, d.valueText(field, value))
		fields = append(fields, l.fieldTitle(d, field.ID))
	}
	return strings.Join(values, " \u00b7 "), strings.Join(fields, ", ")
}

// hiding says what is not among the counted records.
func (l *listing) hiding(d *desk, s *query.Selection) string {
	if hidden := s.All - len(s.Rows); hidden > 0 {
		return d.text("figure.hidden", d.printer.Records(l.table.kind, hidden))
	}
	return ""
}
