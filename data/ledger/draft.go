package ledger

import (
	"slices"
	"strings"
)

// draft is a ledger with cells changed and rows removed that nobody has applied
// yet: several steps may change one cell, and one change comes out.
type draft struct {
	ledger *Ledger
	cells  map[place]string
	order  []place // in which cells were first changed
	gone   map[Ref]bool
	went   []Ref // in which rows were removed
}

// place is one cell.
type place struct {
	ref    Ref
	column int
}

func newDraft(l *Ledger) *draft {
	return &draft{ledger: l, cells: map[place]string{}, gone: map[Ref]bool{}}
}

func (d *draft) cell(ref Ref, column int) string {
	if text, ok := d.cells[place{ref, column}]; ok {
		return text
	}
	return d.ledger.Cell(ref, column)
}

func (d *draft) value(ref Ref, column string) string { return d.cell(ref, ref.Kind.Column(column)) }

func (d *draft) set(ref Ref, column int, value string) {
	at := place{ref, column}
	if _, known := d.cells[at]; !known {
		if value == d.ledger.Cell(ref, column) {
			return
		}
		d.order = append(d.order, at)
	}
	d.cells[at] = value
}

func (d *draft) remove(ref Ref) {
	if !d.gone[ref] {
		d.gone[ref] = true
		d.went = append(d.went, ref)
	}
}

// identity joins the cells that name a row as they stand now.
func (d *draft) identity(ref Ref) string {
	columns := ref.Kind.Identity()
	parts := make([]string, len(columns))
	for i, column := range columns {
		parts[i] = d.cell(ref, column)
	}
	return strings.Join(parts, "\x00")
}

// changes gives what was done to the ledger: rows go before their cells come to
// stand elsewhere.
func (d *draft) changes() []Change {
	var changes []Change
	for _, ref := range d.went {
		changes = append(changes, d.ledger.Remove(ref))
	}
	for _, at := range d.order {
		if change := d.ledger.Set(at.ref, at.ref.Kind.Columns()[at.column].Name, d.cells[at]); !d.gone[at.ref] && change.Old != change.New {
			changes = append(changes, change)
		}
	}
	return changes
}

// redirect lets everything that names a record name another key: cells, scopes
// of claims, settings and saved views. It gives the rows that it changed.
func (d *draft) redirect(ref Ref, key string) []Ref {
	l, old := d.ledger, d.ledger.Key(ref)
	var touched []Ref
	for _, from := range l.Referrers(ref.Kind, old) {
		if d.gone[from] {
			continue
		}
		for _, column := range referenceColumns(from.Kind, ref.Kind) {
			if by := from.Kind.Columns()[column].KindColumn; by != "" && l.Value(from, by) != ref.Kind.String() {
				continue
			}
			d.set(from, column, replaced(d.cell(from, column), ";", old, key))
		}
		touched = append(touched, from)
	}
	d.redirectScopes(ref, key)
	d.redirectSettings(ref, key)
	d.redirectViews(ref, key)
	return touched
}

// replaced puts a key in the place of another in a list; none stands twice.
func replaced(cell, apart, old, key string) string {
	if !strings.Contains(cell, old) {
		return cell
	}
	parts := strings.Split(cell, apart)
	if !slices.Contains(parts, old) {
		return cell
	}
	var kept []string
	for _, part := range parts {
		if part == old {
			part = key
		}
		if !slices.Contains(kept, part) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, apart)
}

// redirectScopes carries a key to the scopes of claims that name it, and to
// those that the reader chose in their place.
func (d *draft) redirectScopes(renamed Ref, key string) {
	l, old := d.ledger, d.ledger.Key(renamed)
	for claim := range l.All(Claims) {
		if cell := d.cell(claim, claimScope); strings.Contains(cell, old) {
			d.set(claim, claimScope, scopeWith(l.Cell(claim, claimCounts), cell, renamed.Kind, old, key))
		}
	}
	for setting := range l.All(Settings) {
		name, ok := ParseSetting(l.Key(setting))
		if !ok || name.Topic != ClaimScope || d.gone[setting] {
			continue
		}
		if claim, ok := l.Find(Claims, name.Claim); ok {
			d.set(setting, settingValue, scopeWith(l.Cell(claim, claimCounts), d.cell(setting, settingValue), renamed.Kind, old, key))
		}
	}
}

// scopeWith writes a scope of RULES 8 with another key of a record of the kind.
func scopeWith(table, scope string, kind Kind, old, key string) string {
	counted, ok := ParseTable(table)
	if !ok {
		return scope
	}
	pairs := strings.Split(scope, "&")
	for i, pair := range pairs {
		field, cell, _ := strings.Cut(pair, "=")
		at := counted.Column(field)
		if at < 0 {
			continue
		}
		column := &tables[counted][at]
		isReference := (column.Type == ReferenceColumn || column.Type == ReferencesColumn) && (column.KindColumn != "" || column.Target == kind)
		if isReference || column.Type == KeyColumn && counted == kind {
			pairs[i] = field + "=" + replaced(cell, ",", old, key)
		}
	}
	return strings.Join(pairs, "&")
}

// redirectSettings carries a key to the settings that speak of a claim or of a
// record. A setting that stands for the other key already stays as it is.
func (d *draft) redirectSettings(renamed Ref, key string) {
	l, old, name := d.ledger, d.ledger.Key(renamed), d.ledger.Name(renamed)
	for ref := range l.All(Settings) {
		setting, ok := ParseSetting(d.cell(ref, 0))
		if !ok || d.gone[ref] {
			continue
		}
		next := setting
		if renamed.Kind == Claims && setting.Claim == old {
			next.Claim = key
		}
		if setting.Record == name {
			next.Record = renamed.Kind.String() + ":" + key
		}
		if next == setting {
			continue
		}
		if d.hasSetting(next.String()) {
			d.remove(ref)
			continue
		}
		d.set(ref, 0, next.String())
	}
}

func (d *draft) hasSetting(name string) bool {
	for ref := range d.ledger.All(Settings) {
		if !d.gone[ref] && d.cell(ref, 0) == name {
			return true
		}
	}
	return false
}

// redirectViews carries a key to the saved views beside which the record is
// open. Their queries are for package query.
func (d *draft) redirectViews(renamed Ref, key string) {
	l := d.ledger
	at := SavedViews.Column("record")
	for ref := range l.All(SavedViews) {
		if ref != renamed && l.Cell(ref, at) == l.Name(renamed) {
			d.set(ref, at, renamed.Kind.String()+":"+key)
		}
	}
}

// The places of columns that a new key may reach.
var claimCounts, claimScope, settingValue = Claims.Column("counts"), Claims.Column("scope"), Settings.Column("value")
