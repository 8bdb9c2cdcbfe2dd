package ledger

import (
	"fmt"
	"strings"
)

// FaultCode says what rule of the format a value breaks. The translation
// catalogue has the sentence for people under "fault.CODE".
type FaultCode string

// The faults of a summit folder or of a typed value.
const (
	FaultRequired    FaultCode = "required"     // an empty cell in a required column
	FaultKey         FaultCode = "key"          // not lower-case kebab-case
	FaultDuplicate   FaultCode = "duplicate"    // key or identity stands twice
	FaultWord        FaultCode = "word"         // not in the vocabulary
	FaultDate        FaultCode = "date"         // not a date of RULES 1
	FaultAmount      FaultCode = "amount"       // not a decimal number
	FaultCurrency    FaultCode = "currency"     // not ISO 4217
	FaultPair        FaultCode = "pair"         // an amount without a currency or a currency without an amount
	FaultCountry     FaultCode = "country"      // not ISO 3166-1
	FaultRegion      FaultCode = "region"       // not ISO 3166-2
	FaultLanguage    FaultCode = "language"     // not ISO 639-1
	FaultSectorCode  FaultCode = "sector_code"  // not an OECD DAC code
	FaultReference   FaultCode = "reference"    // names a record that does not exist
	FaultURL         FaultCode = "url"          // not an address of a page
	FaultText        FaultCode = "text"         // not UTF-8, or with control characters
	FaultHeader      FaultCode = "header"       // the header row is not that of the format
	FaultColumns     FaultCode = "columns"      // a row with too many or too few cells
	FaultMissing     FaultCode = "missing"      // a file of the format is not there
	FaultUnreadable  FaultCode = "unreadable"   // a file cannot be read as what it should be
	FaultSetting     FaultCode = "setting"      // not the name of a setting
	FaultDays        FaultCode = "days"         // not a number of days
	FaultOrder       FaultCode = "order"        // lapsed comes before shelved
	FaultShare       FaultCode = "share"        // not a share from 0 to 1
	FaultSummitCount FaultCode = "summit_count" // not exactly one summit
	FaultUnknownFile FaultCode = "unknown_file" // a CSV file that the format does not know
)

// Fault is one breach of the format: where, what stands there, and what was
// expected instead.
type Fault struct {
	File     string // name of the file: agreements.csv
	Line     int    // row of the table counted as people see it: the header is 1; 0 when no row is meant
	Column   string // empty when no column is meant
	Value    string // the text as found
	Code     FaultCode
	Expected string // what to write instead, in English
}

func (f Fault) Error() string {
	var place strings.Builder
	place.WriteString(f.File)
	if f.Line > 0 {
		fmt.Fprintf(&place, ", row %d", f.Line)
	}
	if f.Column != "" {
		fmt.Fprintf(&place, ", column %s", f.Column)
	}
	if f.Value == "" {
		return fmt.Sprintf("%s: %s", place.String(), f.Expected)
	}
	return fmt.Sprintf("%s: %q: %s", place.String(), f.Value, f.Expected)
}

// Faults are all breaches found, in file and row order.
type Faults []Fault

func (f Faults) Error() string {
	if len(f) == 1 {
		return f[0].Error()
	}
	lines := make([]string, 0, len(f)+1)
	lines = append(lines, fmt.Sprintf("%d faults:", len(f)))
	for _, fault := range f {
		lines = append(lines, fault.Error())
	}
	return strings.Join(lines, "\n")
}
