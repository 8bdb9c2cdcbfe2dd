// Package facets shows the values of fields with how many records have each,
// to choose from. It knows nothing of the ledger or of languages.
package facets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Value is one value of a field.
type Value struct {
	ID, Label, Count string
	Mark             string  // name of a mark before the label, as look.Mark knows it
	Share            float32 // of the largest value, 0 to 1: the length of its bar
	Checked, Zero    bool
	Excluded         bool // left out: the records that have it are hidden
}

// Group is a field with its values.
type Group struct {
	ID, Title string
	More      string // "{0} more": what stands under a long list
	Less      string // what stands there once all of it is shown; empty for nothing
	Clear     string // beside the title of a group in which something is chosen; empty for nothing
	Values    []Value
	Span      []Bucket // of fields along a line, such as years: drawn as bars, a stretch of which is chosen
}

// Bucket is a place on the line of a group.
type Bucket struct {
	ID, Label string
	Count     string  // said under the pointer
	Share     float32 // of the largest
	Checked   bool
}

// firstShown is how many values of a group are shown at first. Values that are
// chosen are always shown, and no link stands for a single value.
const firstShown = 8

// Facets is the widget.
type Facets struct {
	widget.BaseWidget

	OnToggle  func(group, value string)
	OnOnly    func(group, value string)                   // chosen with Ctrl or Alt: this one alone
	OnClear   func(group string)                          // nothing of the group chosen any more
	OnExclude func(group, value string)                   // chosen with Shift or the minus key: all but this one
	OnSpan    func(group string, from, to string)         // a stretch of a line was chosen, from bucket to bucket
	OnMenu    func(group, value string, at fyne.Position) // the secondary button of the mouse
	Match     func(label, typed string) bool              // whether letters typed into a group stand in a label; nil: typing finds nothing
	OnKey     func(event *fyne.KeyEvent)                  // keys that the column has no use for

	groups  []Group
	facts   []facts // of each group
	closed  map[string]bool
	opened  map[string]bool   // all values shown
	sought  map[string]string // by group: the letters typed to find values in it
	items   []item
	height  float32
	top     float32
	cursor  int
	hover   int
	over    int  // of a line: the bucket under the pointer
	clear   bool // the pointer is over the word that clears
	focused bool
	ringed  bool // the focus shows: it came by the keyboard
	press   press
	version int // grows with everything that changes rows
}

// New makes an empty column.
func New() *Facets {
	f := &Facets{closed: map[string]bool{}, opened: map[string]bool{}, sought: map[string]string{}, hover: -1}
	f.ExtendBaseWidget(f)
	return f
}

// SetGroups shows other counts. What is closed or opened stays so, the cursor
// stays on its value, and what is in sight keeps its place.
func (f *Facets) SetGroups(groups []Group) {
	keep := f.hold()
	f.groups = groups
	f.facts = f.facts[:0]
	for _, group := range groups {
		f.facts = append(f.facts, factsOf(group))
	}
	f.lay()
	f.restore(keep)
	f.changed()
}

// facts is what the rows of a group need to know of the whole of it.
type facts struct {
	tail  float32 // width that no bar covers: that of the longest count
	clear string  // the word that clears, where something is chosen
}

func factsOf(group Group) facts {
	of := facts{tail: leastTail}
	for _, v := range group.Values {
		of.tail = max(of.tail, look.Width(v.Count, look.SizeText, false)+8)
		if v.Checked || v.Excluded {
			of.clear = group.Clear
		}
	}
	for _, bucket := range group.Span {
		if bucket.Checked {
			of.clear = group.Clear
		}
	}
	return of
}

// SetClosed closes or opens a group by its name, as a press on its title does.
func (f *Facets) SetClosed(group string, closed bool) {
	keep := f.hold()
	f.closed[group] = closed
	f.lay()
	f.restore(keep)
	f.changed()
}

// Closed tells whether a group is closed.
func (f *Facets) Closed(group string) bool { return f.closed[group] }

func (f *Facets) changed() {
	f.version++
	f.Refresh()
}

// MinSize is small: the column scrolls.
func (f *Facets) MinSize() fyne.Size { return fyne.NewSize(120, 60) }
