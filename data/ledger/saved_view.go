package ledger

import (
	"fmt"
	"strings"
)

// SavedView is a view as a workspace keeps it: what a tab shows and from which
// days, under a name. What its fields and values mean is for query.Open to
// say: they may have gone since it was saved.
type SavedView struct {
	Key     string
	Name    string
	Tab     string   // of TabWords
	Query   string   // as Text of query.Query writes it; empty shows everything
	Columns []string // in their order; empty for those of the tab
	Sort    []string // fields, a minus before those that run down; empty for the order of the file
	Group   []string // fields, the outermost first
	AsOf    string   // a day such as 2016-12-16; empty follows the day of whoever looks
	Known   string   // the same
	CountAt string   // of CountAtWords; empty for the first
	Layout  string   // of LayoutWords; empty for that of the tab
	Record  string   // the record that is open beside it: "claim:..."; empty for none
}

// TabWords is the vocabulary of the tabs that a view can be of.
func TabWords() *Vocabulary { return viewTabs }

// LayoutWords is the vocabulary of the ways in which a tab shows its records.
func LayoutWords() *Vocabulary { return layouts }

// CountAtWords is the vocabulary of the levels of RULES 9.4.
func CountAtWords() *Vocabulary { return countLevels }

// Cells writes the view as a row, in the order of the columns.
func (v SavedView) Cells() []string {
	return []string{v.Key, v.Name, v.Tab, v.Query, strings.Join(v.Columns, ";"), strings.Join(v.Sort, ";"), strings.Join(v.Group, ";"),
		v.AsOf, v.Known, v.CountAt, v.Layout, v.Record}
}

// SavedView reads a row of the saved views.
func (l *Ledger) SavedView(ref Ref) SavedView {
	return SavedView{Key: l.Key(ref), Name: l.Value(ref, "name"), Tab: l.Value(ref, "tab"), Query: l.Value(ref, "query"),
		Columns: Keys(l.Value(ref, "columns")), Sort: Keys(l.Value(ref, "sort")), Group: Keys(l.Value(ref, "group")),
		AsOf: l.Value(ref, "as_of"), Known: l.Value(ref, "known"), CountAt: l.Value(ref, "count_at"), Layout: l.Value(ref, "layout"), Record: l.Value(ref, "record")}
}

// checkSavedView tests the cells of a saved view that no column tests alone.
func checkSavedView(cells []string) []Fault {
	var faults []Fault
	for i, column := range tables[SavedViews] {
		value := cells[i]
		switch {
		case value == "":
		case column.Type == DateColumn:
			if _, err := ParseDay(value); err != nil {
				faults = append(faults, Fault{Column: column.Name, Value: value, Code: FaultDate, Expected: "one day, such as 2016-12-16, or nothing to follow the day of whoever looks"})
			}
		case column.Name == "record":
			if kind, key, hasKind, ok := ParseName(value); !ok || !hasKind || !kind.Keyed() || !ValidKey(key) {
				faults = append(faults, Fault{Column: column.Name, Value: value, Code: FaultReference, Expected: "the name of a record, such as deal:arctic-lng-2"})
			}
		case column.Name == "name" && (strings.TrimSpace(value) != value || strings.ContainsAny(value, "\n\t")):
			faults = append(faults, Fault{Column: column.Name, Value: value, Code: FaultText, Expected: "a name on one line, without spaces at its ends"})
		}
	}
	return faults
}

// FindView finds a saved view by its key, by its name, or by its name in other
// capitals. The error says what there is instead.
func (l *Ledger) FindView(name string) (Ref, error) {
	if ref, ok := l.Find(SavedViews, name); ok {
		return ref, nil
	}
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		var found []Ref
		for ref := range l.All(SavedViews) {
			if same(l.Value(ref, "name"), name) {
				found = append(found, ref)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			keys := make([]string, len(found))
			for i, ref := range found {
				keys[i] = l.Key(ref)
			}
			return NoRef(), fmt.Errorf("%d views have the name %q; write the key of one: %s", len(found), name, strings.Join(keys, ", "))
		}
	}
	if l.Len(SavedViews) == 0 {
		return NoRef(), fmt.Errorf("there is no view %q; no view is saved in this workspace", name)
	}
	var names []string
	for ref := range l.All(SavedViews) {
		names = append(names, l.Value(ref, "name"))
	}
	return NoRef(), fmt.Errorf("there is no view %q; the saved views are %s", name, strings.Join(names, ", "))
}

// SaveView gives the changes that keep a view: a new row, or, where one has its
// key, the cells that differ. A view without a key gets one made of its name.
func (l *Ledger) SaveView(recorded Day, view SavedView) []Change {
	if view.Key == "" {
		view.Key = l.viewKey(view.Name)
	}
	cells := view.Cells()
	ref, there := l.Find(SavedViews, view.Key)
	if !there {
		return []Change{l.Add(SavedViews, recorded, cells)}
	}
	var changes []Change
	for i, column := range tables[SavedViews] {
		if l.Cell(ref, i) != cells[i] {
			changes = append(changes, l.Set(ref, column.Name, cells[i]))
		}
	}
	return changes
}

// viewKey makes a key of a name: its Latin letters and digits, numbered where
// another view has the key or nothing is left of the name.
func (l *Ledger) viewKey(name string) string {
	var key strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			key.WriteRune(r)
		case key.Len() > 0 && !strings.HasSuffix(key.String(), "-"):
			key.WriteByte('-')
		}
	}
	stem := strings.Trim(key.String(), "-")
	if stem == "" {
		stem = "view"
	}
	for n, tried := 2, stem; ; n++ {
		if _, taken := l.Find(SavedViews, tried); !taken {
			return tried
		}
		tried = fmt.Sprintf("%s-%d", stem, n)
	}
}
