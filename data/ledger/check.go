package ledger

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Check tests one cell by itself against the column: form, vocabulary, codes.
// Whether a reference names a record is for the whole ledger to say.
func (c *Column) Check(value string) (FaultCode, string, bool) {
	if value == "" {
		if c.Required {
			return FaultRequired, "this column may not be empty", false
		}
		return "", "", true
	}
	if !c.Repeats || c.Type == TextColumn {
		if !cleanText(value) {
			return FaultText, "text is UTF-8 without control characters", false
		}
	}
	switch c.Type {
	case SettingColumn:
		_, ok := ParseSetting(value)
		return verdict(ok, FaultSetting, "the name of a setting: "+settingForms)
	case KeyColumn:
		return verdict(ValidKey(value), FaultKey, "a key is lower-case words and digits joined by hyphens, such as arctic-lng-2")
	case ReferenceColumn:
		return verdict(ValidKey(value), FaultKey, "a key of a record, such as arctic-lng-2")
	case ReferencesColumn:
		return eachOf(value, ValidKey, FaultKey, "keys of records separated by semicolons")
	case WordColumn:
		_, ok := c.Words.Position(value)
		return verdict(ok, FaultWord, "one of "+strings.Join(c.Words.words, ", "))
	case WordsColumn:
		known := func(word string) bool { at, ok := c.Words.Position(word); return ok && at > 0 }
		return eachOf(value, known, FaultWord, "words separated by semicolons out of "+strings.Join(c.Words.words, ", "))
	case DateColumn:
		_, err := ParseDate(value)
		return verdict(err == nil, FaultDate, "a date is written 2016-12-16, 2016-12 or 2016, with ~ or ? after it, or as a period 2016-12/2017-06")
	case AmountColumn:
		_, err := ParseAmount(value)
		return verdict(err == nil, FaultAmount, "a decimal number without thousands separators, such as 1000000000 or 1.5")
	case CurrencyColumn:
		_, err := ParseCurrency(value)
		return verdict(err == nil, FaultCurrency, "a currency code of ISO 4217, such as USD or JPY")
	case CountryColumn:
		return verdict(KnownCountry(value), FaultCountry, "a country code of ISO 3166-1, such as JP or RU")
	case CountriesColumn:
		return eachOf(value, KnownCountry, FaultCountry, "country codes of ISO 3166-1 separated by semicolons, such as JP;RU")
	case RegionsColumn:
		return eachOf(value, KnownRegion, FaultRegion, "region codes of ISO 3166-2 separated by semicolons, such as JP-13;RU-SAK")
	case LanguageColumn:
		return verdict(KnownLanguage(value), FaultLanguage, "a language code of ISO 639-1, such as ja or ru")
	case SectorCodeColumn:
		_, ok := SectorCodeName(value)
		return verdict(ok, FaultSectorCode, "an OECD DAC sector code of 3 or 5 digits, such as 322")
	case URLColumn:
		return verdict(validURL(value), FaultURL, "an address that begins with https:// or http://")
	}
	return "", "", true
}

func verdict(ok bool, code FaultCode, expected string) (FaultCode, string, bool) {
	if ok {
		return "", "", true
	}
	return code, expected, false
}

func eachOf(value string, known func(string) bool, code FaultCode, expected string) (FaultCode, string, bool) {
	for part := range strings.SplitSeq(value, ";") {
		if !known(part) {
			return code, expected, false
		}
	}
	return "", "", true
}

// ValidKey reports whether text is lower-case kebab-case.
func ValidKey(text string) bool {
	if text == "" || text[0] == '-' || text[len(text)-1] == '-' {
		return false
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == '-' && text[i-1] != '-':
		default:
			return false
		}
	}
	return true
}

func validURL(text string) bool {
	address, err := url.Parse(text)
	return err == nil && (address.Scheme == "https" || address.Scheme == "http") && address.Host != ""
}

// cleanText lets line breaks and tabs pass; every other control character
// breaks tables, sheets or pages further on.
func cleanText(text string) bool {
	plain := true
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return true
	}
	if !utf8.ValidString(text) {
		return false
	}
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return false
		}
	}
	return true
}

// CheckRow tests the cells of one row together with each other: every cell,
// and each amount against its currency. The faults carry column, value and
// what was expected; the caller adds file and line.
func (k Kind) CheckRow(cells []string) []Fault {
	var faults []Fault
	for i := range tables[k] {
		column := &tables[k][i]
		if faultCode, expected, ok := column.Check(cells[i]); !ok {
			faults = append(faults, Fault{Column: column.Name, Value: cells[i], Code: faultCode, Expected: expected})
		}
		if column.Type == AmountColumn && column.Pair != "" {
			if (cells[i] == "") != (cells[k.Column(column.Pair)] == "") {
				faults = append(faults, Fault{Column: column.Name, Value: cells[i], Code: FaultPair,
					Expected: fmt.Sprintf("%s and %s are filled together or not at all", column.Name, column.Pair)})
			}
		}
	}
	switch {
	case len(faults) > 0:
	case k == Settings:
		faults = checkSetting(cells[0], cells[1])
	case k == SavedViews:
		faults = checkSavedView(cells)
	}
	return faults
}
