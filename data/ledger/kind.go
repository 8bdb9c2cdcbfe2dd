package ledger

import "strings"

// Kind is a kind of record: one file of a summit folder, one table of a ledger.
type Kind uint8

// The kinds of record, in the order in which tables are listed.
const (
	Summits Kind = iota
	Sources
	Organisations
	Agreements
	Deals
	Funds
	Tracks
	Positions
	Promises
	Claims
	Parties
	Links
	Events
	Rates

	// Settings are what the reader of a workspace chose for its figures. They are
	// no facts and no table of the format, but are kept, edited and undone as rows.
	Settings

	// SavedViews are views that the reader of a workspace named to come back to.
	// Like settings they are no facts and no table of the format.
	SavedViews

	// Aliases are keys of records that were merged into others: whoever has the
	// old key still finds the record. They are no facts and no table of the format.
	Aliases
	kindCount
)

var kindNames = [kindCount]string{"summit", "source", "organisation", "agreement", "deal", "fund", "track",
	"position", "promise", "claim", "party", "link", "event", "rate", "setting", "view", "alias"}

var tableNames = [kindCount]string{"summit", "sources", "organisations", "agreements", "deals", "funds", "tracks",
	"positions", "promises", "claims", "parties", "links", "events", "rates", "settings", "views", "aliases"}

// Kinds lists the kinds of record, one per table of the format, in their order.
func Kinds() []Kind { return StoredKinds()[:Settings] }

// StoredKinds lists all kinds that are kept and edited: those of Kinds, then
// what the reader chose: settings, saved views and keys of merged records.
func StoredKinds() []Kind {
	kinds := make([]Kind, kindCount)
	for i := range kinds {
		kinds[i] = Kind(i)
	}
	return kinds
}

// Chosen reports whether rows of the kind are what the reader chose: no facts, in
// every view, and in an exported folder only where there are any.
func (k Kind) Chosen() bool { return k >= Settings }

// String names one record of the kind: "agreement".
func (k Kind) String() string { return kindNames[k] }

// Table names the table and, with ".csv", the file of the kind: "agreements".
func (k Kind) Table() string { return tableNames[k] }

// Keyed reports whether records of the kind have a key of their own.
func (k Kind) Keyed() bool { return k.KeyColumn() >= 0 }

// ParseKind reads the name of a kind, "deal", or of its table, "deals".
func ParseKind(name string) (Kind, bool) {
	for k := range kindCount {
		if name == kindNames[k] || name == tableNames[k] {
			return k, true
		}
	}
	return 0, false
}

// ParseTable reads the name of a table: "deals".
func ParseTable(name string) (Kind, bool) {
	for k := range kindCount {
		if name == tableNames[k] {
			return k, true
		}
	}
	return 0, false
}

// Ref names a row of a ledger. The zero Ref is the first summit row; NoRef
// names nothing.
type Ref struct {
	Kind Kind
	Row  int32
}

// NoRef names no record.
func NoRef() Ref { return Ref{Row: -1} }

// Exists reports whether r names a row at all.
func (r Ref) Exists() bool { return r.Row >= 0 }

// ParseName splits "deal:arctic-lng-2" into kind and key; a bare key has no kind.
func ParseName(name string) (kind Kind, key string, hasKind bool, ok bool) {
	before, after, found := strings.Cut(name, ":")
	if !found {
		return 0, name, false, name != ""
	}
	kind, ok = ParseKind(before)
	return kind, after, true, ok && after != ""
}

// Named gives the full name of a row from its cells, as Ledger.Name does.
func (k Kind) Named(cells []string) string {
	parts := make([]string, 0, 5)
	for _, column := range k.Identity() {
		parts = append(parts, cells[column])
	}
	return k.String() + ":" + strings.Join(parts, "/")
}
