package drawing

// EntryKind says what an entry of an outline is.
type EntryKind uint8

// The kinds of entries.
const (
	Paragraph EntryKind = iota
	Heading             // Level 1 is the title
	Head                // names of the columns of the rows that follow
	Row                 // cells of a line of a table, each whole
	Item                // of a list
)

// Entry is a piece of the text of a sheet as it is meant, before it was broken
// into lines: what other formats than pages are made of.
type Entry struct {
	Kind  EntryKind
	Level int
	Cells []string // one, but of rows
	Right []bool   // of rows: cells that are numbers
}
