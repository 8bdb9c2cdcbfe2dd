package facets

import "unicode/utf8"

// TypedRune finds values in the group of the cursor by letters typed; a minus
// on a value leaves it out.
func (f *Facets) TypedRune(letter rune) {
	if f.cursor >= len(f.items) || letter == ' ' { // a space chooses
		return
	}
	it := f.items[f.cursor]
	group := f.groups[it.group].ID
	if letter == '-' && f.sought[group] == "" {
		if it.kind == value {
			f.choose(f.cursor, leftOut)
		}
		return
	}
	if f.Match != nil && !f.closed[group] {
		f.seek(group, f.sought[group]+string(letter))
	}
}

// seekLess takes the last letter back, or all of them; false when there is none.
func (f *Facets) seekLess(all bool) bool {
	if f.cursor >= len(f.items) {
		return false
	}
	group := f.groups[f.items[f.cursor].group].ID
	sought := f.sought[group]
	if sought == "" {
		return false
	}
	_, last := utf8.DecodeLastRuneInString(sought)
	if all {
		last = len(sought)
	}
	f.seek(group, sought[:len(sought)-last])
	return true
}

// seek shows the values of a group whose labels hold some letters. The cursor
// stays in the group.
func (f *Facets) seek(group, sought string) {
	f.sought[group] = sought
	f.lay()
	if at := f.find(name{kind: title, group: group}); at >= 0 {
		f.cursor = at
	}
	f.reveal()
	f.changed()
}

// titleOf names a group, and what is looked for in it.
func (f *Facets) titleOf(group Group) string {
	if sought := f.sought[group.ID]; sought != "" {
		return group.Title + ": " + sought
	}
	return group.Title
}
