package ledger

import "strings"

// Resolve finds a record by kind and key, or by the key of a record that was
// merged into it. A record that has the key itself comes first.
func (l *Ledger) Resolve(kind Kind, key string) (Ref, bool) {
	if ref, ok := l.Find(kind, key); ok {
		return ref, true
	}
	word := kind.String()
	for alias := range l.All(Aliases) {
		if l.Cell(alias, aliasOldKey) == key && l.Cell(alias, aliasKind) == word {
			return l.Find(kind, l.Cell(alias, aliasRecordKey))
		}
	}
	return NoRef(), false
}

// ResolveAll is Resolve in all tables: records that have the key, or, where none
// has, those that took over the record that had it.
func (l *Ledger) ResolveAll(key string) []Ref {
	if found := l.FindAll(key); len(found) > 0 {
		return found
	}
	var found []Ref
	for _, kind := range Kinds() {
		if kind.Keyed() {
			if ref, ok := l.Resolve(kind, key); ok {
				found = append(found, ref)
			}
		}
	}
	return found
}

// FindIdentity looks a row of a table without keys up by the columns that name
// it, joined by slashes as in Name: "deal/arctic-lng-2/mitsui/investor".
func (l *Ledger) FindIdentity(kind Kind, identity string) (Ref, bool) {
	name := kind.String() + ":" + identity
	for ref := range l.All(kind) {
		if strings.HasPrefix(identity, l.Cell(ref, kind.Identity()[0])) && l.Name(ref) == name {
			return ref, true
		}
	}
	return NoRef(), false
}

// AliasesOf lists the rows of old keys that lead to a record.
func (l *Ledger) AliasesOf(ref Ref) []Ref {
	var list []Ref
	word, key := ref.Kind.String(), l.Key(ref)
	for alias := range l.All(Aliases) {
		if l.Cell(alias, aliasRecordKey) == key && l.Cell(alias, aliasKind) == word {
			list = append(list, alias)
		}
	}
	return list
}

// OldKeys lists the keys of the records that were merged into a record.
func (l *Ledger) OldKeys(ref Ref) []string {
	var keys []string
	for _, alias := range l.AliasesOf(ref) {
		keys = append(keys, l.Cell(alias, aliasOldKey))
	}
	return keys
}

// The places of the columns of aliases.
var aliasKind, aliasOldKey, aliasRecordKey = Aliases.Column("record_kind"), Aliases.Column("old_key"), Aliases.Column("record_key")
