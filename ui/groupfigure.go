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
func (l *listing) groupFigure(d *desk, s *query.Selection, value string) (figure, bool) {
	for _, group := range s.Groups {
		if group.Value != value {
			continue
		}
		refs := s.Rows[group.First : group.First+group.Rows]
		total := d.sumsOf(l.table.kind, refs)
		total.Unit, total.Count, total.Added = l.table.kind.Table(), len(refs), refs
		total.Definition = ""
		field, _ := query.FieldOf(l.table.kind, s.Query.Group)
		f := figure{id: l.name + ".group." + value, name: d.valueText(l.table.kind, field, value), number: d.printer.Integer(group.Rows), whole: d.text("overview.of", d.printer.Records(l.table.kind, len(s.Rows))), total: total,
			definition: d.text("figure.group", small(d.columnTitle(l.table.kind, s.Query.Group)))}
		if q := l.hiding(d, s); q != "" {
			f.definition += " " + q
		}
		f.remake = func(d *desk) (figure, bool) {
			again, err := d.run(context.Background(), s.Query, nil)
			if err != nil {
				return figure{}, false // the listing itself says what went wrong
			}
			return l.groupFigure(d, again, value)
		}
		return f, true
	}
	return figure{}, false
}

// hiding says what is not among the counted records.
func (l *listing) hiding(d *desk, s *query.Selection) string {
	if hidden := s.All - len(s.Rows); hidden > 0 {
		return d.text("figure.hidden", d.printer.Records(l.table.kind, hidden))
	}
	return ""
}
