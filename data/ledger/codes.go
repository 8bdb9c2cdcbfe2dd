package ledger

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed codes/dac_sectors.csv
var codeFiles embed.FS

// sectorCodes reads the OECD DAC sector codes once: code to English name.
var sectorCodes = sync.OnceValues(func() (map[string]string, error) {
	file, err := codeFiles.Open("codes/dac_sectors.csv")
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("codes/dac_sectors.csv: %w", err)
	}
	names := make(map[string]string, len(rows))
	for _, row := range rows[1:] {
		names[row[0]] = row[1]
	}
	return names, nil
})

// SectorCodeName gives the English name of an OECD DAC sector code of three
// digits (group) or five (purpose).
func SectorCodeName(code string) (name string, ok bool) {
	names, err := sectorCodes()
	if err != nil {
		return "", false
	}
	name, ok = names[code]
	return name, ok
}

// KnownCountry reports whether code is a country of ISO 3166-1 alpha-2.
func KnownCountry(code string) bool {
	if len(code) != 2 || strings.ToUpper(code) != code {
		return false
	}
	region, err := language.ParseRegion(code)
	return err == nil && region.IsCountry() && region.String() == code
}

// KnownRegion reports whether code has the form of ISO 3166-2 with a known
// country in front: JP-13, RU-SAK.
func KnownRegion(code string) bool {
	country, part, found := strings.Cut(code, "-")
	if !found || len(part) < 1 || len(part) > 3 || !KnownCountry(country) {
		return false
	}
	for i := 0; i < len(part); i++ {
		if c := part[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// KnownLanguage reports whether code is a language of ISO 639-1 (or 639-3).
func KnownLanguage(code string) bool {
	if len(code) < 2 || len(code) > 3 || strings.ToLower(code) != code {
		return false
	}
	_, err := language.ParseBase(code)
	return err == nil
}
