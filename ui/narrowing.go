package ui

import "slices"

// narrowing holds the values that a person chose to narrow a list down by, by
// field. Values of a field are alternatives, fields hold together.
type narrowing map[string][]string

// toggle chooses a value, or lets it go.
func (n narrowing) toggle(field, value string) {
	values := slices.Clone(n[field])
	if at := slices.Index(values, value); at >= 0 {
		n[field] = slices.Delete(values, at, at+1)
		return
	}
	n[field] = append(values, value)
}

// takes reports whether something with these words is left, one field aside.
func (n narrowing) takes(word func(field string) string, besides string) bool {
	for field, values := range n {
		if field != besides && len(values) > 0 && !slices.Contains(values, word(field)) {
			return false
		}
	}
	return true
}

// chosen reports whether a value of a field is chosen.
func (n narrowing) chosen(field, value string) bool { return slices.Contains(n[field], value) }
