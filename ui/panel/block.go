// Package panel shows one record, or one figure, as a column of text blocks:
// captions, a title, sections with rows. Rows can be links. It knows nothing
// of the ledger.
package panel

// Block is one piece of a panel, from top to bottom.
type Block interface{ block() }

// Caption is a small line with a text at either side.
type Caption struct{ Left, Right string }

// Title is the name of what the panel shows.
type Title struct{ Text string }

// Fact is one item of a facts line: a mark with its word, or a word alone.
type Fact struct {
	Mark string
	Text string
	Bold bool
}

// Facts is a line of facts divided by hairlines.
type Facts struct{ Items []Fact }

// Paragraph is running text, wrapped. Lines bounds its length; 0: all of it.
type Paragraph struct {
	Text  string
	Lines int
}

// Section is a heading under a strong rule. Link follows the heading and opens
// what the section counts.
type Section struct {
	Heading, Note string
	Link          string
	Open          func()
}

// Row is a line of a section. With Open set it is a link.
type Row struct {
	Lead    string // narrow left column: a country, a date, a number
	Wide    bool   // Lead needs the width of a date
	Mark    string
	Text    string
	Bold    bool
	Muted   bool
	Right   string
	Under   bool // a hairline stands under the row
	Wrapped bool // the text takes the lines it needs
	Open    func()
}

// Note is a small remark, wrapped.
type Note struct {
	Mark string
	Text string
	Open func()
}

// Figure is a large figure with what it counts.
type Figure struct{ Number, Unit string }

// Heading is the name of a figure.
type Heading struct{ Text string }

// Term is a label with what stands for it. Link is the beginning of the text
// that opens something.
type Term struct {
	Label, Link, Text string
	Open              func()
}

// Terms are labels in one column and their texts, wrapped, in another.
type Terms struct{ Items []Term }

// Entry is a record of a figure: its title over what it is, and at the right
// what it adds.
type Entry struct {
	Mark               string
	Text, Under, Right string
	Open               func()
}

// Sum is the line under what was added up.
type Sum struct{ Text, Right string }

// Reason says why records are left out of a figure, and how many; a mark may
// stand in place of the number.
type Reason struct {
	Count, Mark string
	Text        string
	Muted       bool
	Open        func()
}

func (Heading) block()   {}
func (Terms) block()     {}
func (Entry) block()     {}
func (Sum) block()       {}
func (Reason) block()    {}
func (Caption) block()   {}
func (Title) block()     {}
func (Facts) block()     {}
func (Paragraph) block() {}
func (Section) block()   {}
func (Row) block()       {}
func (Note) block()      {}
func (Figure) block()    {}
