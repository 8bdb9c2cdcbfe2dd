package report

import (
	"context"
	"slices"
	"strings"

	"summitledger/data/report/drawing"
)

// Markdown writes the pages as text with headings, lists and tables: the same
// words and figures as on paper, with the numbers of the sources.
func (p *Plan) Markdown(ctx context.Context) ([]byte, error) {
	w := markdown{}
	footer := ""
	for sheet, err := range p.Sheets(ctx) {
		if err != nil {
			return nil, err
		}
		if n := len(sheet.Lines); n > 0 {
			if sheet.Number == 1 {
				w.paragraph(strings.ReplaceAll(sheet.Lines[0], " | ", ". "))
			}
			footer, _, _ = strings.Cut(sheet.Lines[n-1], " | ")
		}
		w.begun = sheet.Number > 1
		for _, entry := range sheet.Outline {
			w.write(entry)
		}
	}
	w.end()
	w.paragraph(footer)
	return []byte(w.out.String()), nil
}

// markdown writes entries. What stands again at the head of a sheet is written
// once.
type markdown struct {
	out   strings.Builder
	begun bool          // a sheet has begun and nothing new came yet
	heads drawing.Entry // of the table at hand
	group string        // heading of the group at hand
	rows  []drawing.Entry
	items bool
}

func (w *markdown) write(entry drawing.Entry) {
	if w.begun && (entry.Kind == drawing.Head && slices.Equal(entry.Cells, w.heads.Cells) || entry.Kind == drawing.Heading && entry.Level > 2 && entry.Cells[0] == w.group) {
		return
	}
	w.begun = w.begun && entry.Kind == drawing.Head
	switch entry.Kind {
	case drawing.Head:
		w.end()
		w.heads = entry
	case drawing.Row:
		if w.items {
			w.end()
		}
		w.rows = append(w.rows, entry)
	case drawing.Heading:
		w.end()
		w.group = entry.Cells[0]
		if entry.Level <= 2 {
			w.heads = drawing.Entry{}
		}
		w.out.WriteString(strings.Repeat("#", entry.Level) + " " + escape(entry.Cells[0]) + "\n\n")
	case drawing.Item:
		w.table()
		w.items = true
		w.out.WriteString("- " + escape(entry.Cells[0]) + "\n")
	default:
		w.end()
		w.paragraph(entry.Cells[0])
	}
}

func (w *markdown) paragraph(text string) {
	if text != "" {
		w.out.WriteString(escape(text) + "\n\n")
	}
}

// end closes a list or a table.
func (w *markdown) end() {
	w.table()
	if w.items {
		w.out.WriteString("\n")
		w.items = false
	}
}

// table writes the rows gathered so far. A row of one cell belongs to the row
// after it.
func (w *markdown) table() {
	var rows []drawing.Entry
	for i := 0; i < len(w.rows); i++ {
		row := w.rows[i]
		if len(row.Cells) == 1 && i+1 < len(w.rows) && len(w.rows[i+1].Cells) > 1 {
			next := w.rows[i+1]
			row = drawing.Entry{Cells: append(slices.Clone(row.Cells), next.Cells...), Right: append([]bool{false}, next.Right...)}
			i++
		}
		rows = append(rows, row)
	}
	w.rows = nil
	if len(rows) == 0 {
		return
	}
	columns := len(w.heads.Cells)
	for _, row := range rows {
		columns = max(columns, len(row.Cells))
	}
	line := func(cells []string) {
		w.out.WriteString("|")
		for i := range columns {
			text := ""
			if i < len(cells) {
				text = escape(cells[i])
			}
			w.out.WriteString(" " + text + " |")
		}
		w.out.WriteString("\n")
	}
	line(w.heads.Cells)
	w.out.WriteString("|")
	for i := range columns {
		if i < len(rows[0].Right) && rows[0].Right[i] {
			w.out.WriteString(" ---: |")
		} else {
			w.out.WriteString(" --- |")
		}
	}
	w.out.WriteString("\n")
	for _, row := range rows {
		line(row.Cells)
	}
	w.out.WriteString("\n")
}

// escape keeps the signs of a text from being read as marks of the format.
func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", ">", "&gt;", "#", `\#`, "~", `\~`, "$", `\$`).Replace(text)
}
