package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// rowWriter writes rows of records in the markup of sheets, letter for letter
// as excelize does for its own rows. It is for one goroutine.
type rowWriter struct {
	columns []column
	linked  []int    // by column: how many rows from the top become links
	opening []string // by column: a cell up to the number of its row
	styles  [calendarDay + 1]string
	markup  []byte
	cut     int // texts that were longer than a cell holds

	links, relations []byte // the markup of the links, and of where they lead
}

func newRowWriter(columns []column, linked []int, s styles) (*rowWriter, error) {
	w := &rowWriter{columns: columns, linked: linked, opening: make([]string, len(columns))}
	for i := range columns {
		letters, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return nil, err
		}
		w.opening[i] = `<c r="` + letters
	}
	for form, style := range s.byForm {
		w.styles[form] = `" s="` + strconv.Itoa(style) + `"`
	}
	return w, nil
}

// reset forgets what was written and keeps the room.
func (w *rowWriter) reset() {
	w.markup, w.links, w.relations, w.cut = w.markup[:0], w.links[:0], w.relations[:0], 0
}

// row adds the row of a record.
func (w *rowWriter) row(ref ledger.Ref, number int) {
	w.markup = append(w.markup, `<row r="`...)
	w.markup = strconv.AppendInt(w.markup, int64(number), 10)
	w.markup = append(w.markup, `">`...)
	for i := range w.columns {
		content := w.columns[i].cell(ref)
		if number-firstRow < w.linked[i] && content.form == plainText {
			if to := w.columns[i].leads(ref); to.address != "" {
				w.links, w.relations = to.append(w.links, w.relations, strings.TrimPrefix(w.opening[i], `<c r="`)+strconv.Itoa(number))
				content.form = linkText
			}
		}
		w.cell(i, number, content)
	}
	w.markup = append(w.markup, `</row>`...)
}

// cell adds a cell. Texts are written as texts whatever they begin with:
// nothing of the data becomes a formula.
func (w *rowWriter) cell(column, row int, content value) {
	m := append(w.markup, w.opening[column]...)
	m = strconv.AppendInt(m, int64(row), 10)
	m = append(m, w.styles[content.form]...)
	switch content.form {
	case nothing:
		m = append(m, `>`...)
	case plainText, linkText:
		text, cut := cellText(content.text)
		if cut {
			w.cut++
		}
		m = append(m, ` t="inlineStr"><is><t`...)
		if spaced(text) {
			m = append(m, ` xml:space="preserve"`...)
		}
		m = append(m, '>')
		m = appendText(m, text)
		m = append(m, `</t></is>`...)
	case wholeNumber, calendarDay:
		m = append(m, `><v>`...)
		m = strconv.AppendInt(m, int64(content.number), 10)
		m = append(m, `</v>`...)
	case fraction:
		m = append(m, `><v>`...)
		m = strconv.AppendFloat(m, content.number, 'f', -1, 64)
		m = append(m, `</v>`...)
	}
	w.markup = append(m, `</c>`...)
}

// spaced reports whether a text begins or ends with white space.
func spaced(text string) bool {
	if text == "" {
		return false
	}
	const white = "\t\n\r "
	return strings.IndexByte(white, text[0]) >= 0 || strings.IndexByte(white, text[len(text)-1]) >= 0
}

// appendText writes a text that XML can hold (see cellText), with the signs of
// the markup and what Excel would take for an escape of its own escaped.
func appendText(markup []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		escaped := entity(text[i])
		if text[i] == '_' && escape(text[i:]) {
			escaped = "_x005F_"
		}
		if escaped != "" {
			markup = append(append(markup, text[from:i]...), escaped...)
			from = i + 1
		}
	}
	return append(markup, text[from:]...)
}

// appendAttribute writes a text as the value of an attribute: nothing there is
// an escape of Excel.
func appendAttribute(markup []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		if escaped := entity(text[i]); escaped != "" {
			markup = append(append(markup, text[from:i]...), escaped...)
			from = i + 1
		}
	}
	return append(markup, text[from:]...)
}

// entity gives a sign of the markup as texts hold it; "" for other signs.
func entity(sign byte) string {
	switch sign {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	case '\t':
		return "&#x9;"
	case '\r':
		return "&#xD;"
	}
	return ""
}

// escape reports whether a text begins with what Excel reads as one character
// by its number, such as _x0041_.
func escape(text string) bool {
	if len(text) < len("_x0041_") || text[1] != 'x' || text[6] != '_' {
		return false
	}
	number, err := strconv.ParseUint(text[2:6], 16, 16)
	return err == nil && (number < 0xD800 || number > 0xDFFF)
}
