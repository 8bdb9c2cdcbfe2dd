package report

import (
	"strconv"
	"strings"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report/drawing"
)

// notes are the sources that the page cites, numbered as they come up.
type notes struct {
	view    *ledger.View
	printer *locale.Printer
	texts   []string
	numbers map[string]int
}

func newNotes(view *ledger.View, printer *locale.Printer) *notes {
	return &notes{view: view, printer: printer, numbers: make(map[string]int)}
}

// sourcesInNote is how many sources a note names before it counts the others.
const sourcesInNote = 1

// cite gives the number of the note that names the sources of a record, empty
// when none of them was public by the day of the page.
func (n *notes) cite(ref ledger.Ref) string {
	if !ref.Exists() {
		return ""
	}
	var named []string
	others := 0
	for _, source := range n.view.Ledger().SourcesOf(ref) {
		switch {
		case !n.view.Has(source):
		case len(named) < sourcesInNote:
			named = append(named, n.source(source))
		default:
			others++
		}
	}
	if len(named) == 0 {
		return ""
	}
	text := strings.Join(named, "; ")
	if others > 0 {
		text = n.printer.Count("report.note.more", others, text)
	}
	number, seen := n.numbers[text]
	if !seen {
		n.texts = append(n.texts, text)
		number = len(n.texts)
		n.numbers[text] = number
	}
	return strconv.Itoa(number)
}

// source names a source by who published it, and when.
func (n *notes) source(ref ledger.Ref) string {
	l := n.view.Ledger()
	publisher := l.Value(ref, "publisher")
	if publisher == "" {
		publisher = n.printer.Title(l, ref)
	}
	published := l.Date(ref, "published_on")
	if !published.Known() {
		return n.printer.Text("report.note.undated", publisher)
	}
	return n.printer.Text("report.note.dated", publisher, n.printer.ShortDate(published))
}

// part sets the notes in small type across the page, one after the other.
func (n *notes) part(p *page, width float64) part {
	if len(n.texts) == 0 {
		return p.paragraph(n.printer.Text("report.note.none"), noteStyle, width)
	}
	stop := "."
	if n.printer.Language() == locale.Japanese {
		stop = "。"
	}
	numbered := make([]string, len(n.texts))
	for i, text := range n.texts {
		// The number stays with the first word of its note.
		numbered[i] = strconv.Itoa(i+1) + "\u00a0" + strings.TrimSuffix(text, ".") + stop
	}
	text := linesPart(p.wrap(strings.Join(numbered, " "), noteStyle, width), noteStyle)
	return part{height: text.height, draw: func(p *page, x, y float64) {
		p.anchor(notesAnchor, y)
		for i, note := range n.texts {
			p.tell(drawing.Entry{Kind: drawing.Item, Cells: []string{"[" + strconv.Itoa(i+1) + "] " + p.typeface.clean(note)}})
		}
		text.draw(p, x, y)
	}}
}
