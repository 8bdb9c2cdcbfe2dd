package ledger

// ColumnType says what the cells of a column hold and how they are checked.
type ColumnType uint8

// The types of column. All cells but keys and required ones may be empty:
// nobody in the sources says it.
const (
	KeyColumn        ColumnType = iota // a key of its own: lower-case kebab-case, unique in the table
	TextColumn                         // free text
	WordColumn                         // a word of the column's vocabulary
	ListColumn                         // free texts separated by semicolons
	WordsColumn                        // words of the column's vocabulary separated by semicolons
	CountryColumn                      // ISO 3166-1 alpha-2
	CountriesColumn                    // the same, separated by semicolons
	RegionsColumn                      // ISO 3166-2, separated by semicolons
	DateColumn                         // a date as RULES 1 writes it
	AmountColumn                       // a decimal number in major units
	CurrencyColumn                     // ISO 4217
	SectorCodeColumn                   // OECD DAC sector code of 3 or 5 digits
	ReferenceColumn                    // key of a record; its kind is fixed or stands in another column
	ReferencesColumn                   // keys of records of one kind, separated by semicolons
	URLColumn                          // address of a page
	LanguageColumn                     // ISO 639-1 code of a language
	SettingColumn                      // name of a setting, which is the key of its row
)

// Column describes one column of a table: everything that shows, edits, stores
// or exports records follows this description.
type Column struct {
	Name       string
	Type       ColumnType
	Required   bool
	Words      *Vocabulary // of word columns
	Target     Kind        // of reference columns with a fixed kind
	KindColumn string      // of reference columns whose kind stands in another column
	Pair       string      // the other half of an amount: its currency column, or the amount of a currency
	Search     bool        // searched by plain words: titles, names, aliases, summary
	Repeats    bool        // few different values: cells are held once
}

func key() Column                 { return Column{Name: "key", Type: KeyColumn, Required: true} }
func text(name string) Column     { return Column{Name: name, Type: TextColumn} }
func searched(name string) Column { return Column{Name: name, Type: TextColumn, Search: true} }
func list(name string) Column     { return Column{Name: name, Type: ListColumn} }
func date(name string) Column     { return Column{Name: name, Type: DateColumn, Repeats: true} }
func address(name string) Column  { return Column{Name: name, Type: URLColumn} }

func word(name string, words *Vocabulary) Column {
	return Column{Name: name, Type: WordColumn, Words: words, Repeats: true}
}

func code(name string, kind ColumnType) Column { return Column{Name: name, Type: kind, Repeats: true} }

func amount(name, currency string) Column {
	return Column{Name: name, Type: AmountColumn, Pair: currency, Repeats: true}
}

func currencyOf(name, amount string) Column {
	return Column{Name: name, Type: CurrencyColumn, Pair: amount, Repeats: true}
}

func reference(name string, target Kind) Column {
	return Column{Name: name, Type: ReferenceColumn, Target: target, Repeats: true}
}

func references(name string, target Kind) Column {
	return Column{Name: name, Type: ReferencesColumn, Target: target, Repeats: true}
}

func subject(name, kindColumn string) Column {
	return Column{Name: name, Type: ReferenceColumn, KindColumn: kindColumn, Repeats: true}
}

func required(c Column) Column { c.Required = true; return c }

func alsoSearched(c Column) Column { c.Search = true; return c }

// tables describes every table, column by column, in the order of the files.
var tables = [kindCount][]Column{
	Summits: {key(), required(searched("name")), searched("name_ja"), searched("name_ru"), required(date("starts_on")), required(date("ends_on")),
		list("places"), required(code("countries", CountriesColumn)), searched("note"), required(references("source_keys", Sources))},
	Sources: {key(), required(searched("title")), required(alsoSearched(Column{Name: "publisher", Type: TextColumn, Repeats: true})), date("published_on"), address("url"),
		required(code("language", LanguageColumn)), code("country", CountryColumn), required(word("kind", sourceKinds)), text("note")},
	Organisations: {key(), required(searched("name")), searched("name_ja"), searched("name_ru"), alsoSearched(list("aliases")),
		code("country", CountryColumn), required(word("kind", bodyKinds)), text("note")},
	Agreements: {key(), required(searched("title")), searched("title_ja"), searched("title_ru"), required(word("instrument", instruments)), required(word("binding", bindings)),
		required(word("track", negotiators)), required(word("field", fields)), required(word("sector", sectors)), required(code("dac_code", SectorCodeColumn)),
		code("regions", RegionsColumn), date("signed_on"), required(word("at_summit", presences)), amount("value_amount", "value_currency"),
		currencyOf("value_currency", "value_amount"), word("value_kind", amountKinds), word("value_qualifier", qualifiers),
		required(searched("summary")), required(word("confidence", confidences)), required(references("source_keys", Sources))},
	Deals: {key(), required(searched("title")), searched("title_ja"), searched("title_ru"), required(word("sector", sectors)), required(code("dac_code", SectorCodeColumn)),
		code("regions", RegionsColumn), date("opened_on"), word("stage", stages), amount("amount", "currency"), currencyOf("currency", "amount"),
		word("amount_kind", amountKinds), word("amount_qualifier", qualifiers), date("expected_on"), required(searched("summary")),
		required(word("confidence", confidences)), required(references("source_keys", Sources))},
	Funds: {key(), required(searched("name")), searched("name_ja"), searched("name_ru"), amount("size_amount", "size_currency"), currencyOf("size_currency", "size_amount"),
		word("size_kind", amountKinds), date("announced_on"), {Name: "sectors", Type: WordsColumn, Words: sectors, Repeats: true}, searched("note"), required(references("source_keys", Sources))},
	Tracks: {key(), required(searched("title")), searched("title_ja"), searched("title_ru"), required(references("parties", Organisations)), date("opened_on"),
		required(searched("state")), searched("note"), required(references("source_keys", Sources))},
	Positions: {required(reference("track_key", Tracks)), required(reference("organisation_key", Organisations)), required(searched("position")), date("as_of"),
		required(references("source_keys", Sources))},
	Promises: {key(), required(searched("promise")), required(text("made_by")), date("made_on"), date("due_on"), text("condition"),
		required(word("subject_kind", eventSubjects)), required(subject("subject_key", "subject_kind")), required(references("source_keys", Sources))},
	Claims: {key(), required(searched("claim")), required(text("claimed_by")), required(amount("amount", "")), word("qualifier", qualifiers), required(word("unit", units)),
		currencyOf("currency", ""), date("as_of"), required(word("counts", countedTables)), {Name: "scope", Type: TextColumn, Repeats: true},
		references("part_of", Claims), {Name: "split", Type: ListColumn, Repeats: true}, {Name: "measure", Type: TextColumn, Repeats: true}, required(references("source_keys", Sources))},
	Parties: {required(word("subject_kind", eventSubjects)), required(subject("subject_key", "subject_kind")), required(reference("organisation_key", Organisations)),
		required(word("role", roles)), amount("share_percent", ""), text("note")},
	Links: {required(word("from_kind", anySubjects)), required(subject("from_key", "from_kind")), required(word("relation", relations)), required(word("to_kind", anySubjects)),
		required(subject("to_key", "to_kind")), text("note"), required(references("source_keys", Sources))},
	Events: {key(), required(word("subject_kind", eventSubjects)), required(subject("subject_key", "subject_kind")), required(date("date")), required(word("kind", eventKinds)),
		word("to_stage", stages), word("outcome", outcomes), date("to_date"), amount("amount", "currency"), currencyOf("currency", "amount"), word("basis", bases),
		required(searched("note")), references("source_keys", Sources)},
	Rates:    {required(date("date")), required(currencyOf("base", "")), required(currencyOf("quote", "")), required(amount("rate", "")), required(reference("source_key", Sources))},
	Settings: {{Name: "name", Type: SettingColumn, Required: true}, required(text("value"))},
	SavedViews: {key(), required(text("name")), required(word("tab", viewTabs)), text("query"), list("columns"), list("sort"), list("group"),
		date("as_of"), date("known"), word("count_at", countLevels), word("layout", layouts), text("record")},
	Aliases: {required(word("record_kind", mergedKinds)), {Name: "old_key", Type: KeyColumn, Required: true}, required(subject("record_key", "record_kind"))},
}

// identities lists, for tables without a key, the columns that together name a
// row and may not repeat.
var identities = [kindCount][]string{
	Positions: {"track_key", "organisation_key", "position"},
	Parties:   {"subject_kind", "subject_key", "organisation_key", "role"},
	Links:     {"from_kind", "from_key", "relation", "to_kind", "to_key"},
	Rates:     {"date", "base", "quote"},
	Aliases:   {"record_kind", "old_key"},
}

// Columns lists the columns of the kind's table in file order. The slice is
// shared: callers do not write to it.
func (k Kind) Columns() []Column { return tables[k] }

// Column finds a column by name; -1 when the table has none of that name.
func (k Kind) Column(name string) int {
	for i := range tables[k] {
		if tables[k][i].Name == name {
			return i
		}
	}
	return -1
}

// KeyColumn gives the place of the key column, -1 for tables without keys.
func (k Kind) KeyColumn() int {
	if first := tables[k][0].Type; first == KeyColumn || first == SettingColumn {
		return 0
	}
	return -1
}

// Identity lists the columns that together name a row: the key, or, in tables
// without one, the columns that may not repeat.
func (k Kind) Identity() []int {
	if k.Keyed() {
		return []int{0}
	}
	places := make([]int, len(identities[k]))
	for i, name := range identities[k] {
		places[i] = k.Column(name)
	}
	return places
}

// SourceColumn gives the place of the column that cites sources, -1 for none.
func (k Kind) SourceColumn() int {
	if i := k.Column("source_keys"); i >= 0 {
		return i
	}
	return k.Column("source_key")
}

// TitleColumn gives the place of the column by which people know a record, -1
// for tables whose rows have no title of their own.
func (k Kind) TitleColumn() int {
	for _, name := range []string{"title", "name", "promise", "claim", "position", "note"} {
		if i := k.Column(name); i >= 0 && k != Parties && k != Links {
			return i
		}
	}
	return -1
}
