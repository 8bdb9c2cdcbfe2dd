// Package locale says things in the reader's language: the catalogue of texts
// for window, command line, Excel and print, and how numbers, money and dates
// are written in English, Japanese and Russian.
package locale

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"summitledger/assets"
)

// Language is a language of the program by its ISO 639-1 code.
type Language string

// The languages. English is the one that files and keys are written in.
const (
	English  Language = "en"
	Japanese Language = "ja"
	Russian  Language = "ru"
)

// Languages lists the languages of the program.
func Languages() []Language { return []Language{English, Japanese, Russian} }

// ParseLanguage reads the code of a language of the program.
func ParseLanguage(code string) (Language, error) {
	for _, language := range Languages() {
		if code == string(language) {
			return language, nil
		}
	}
	return "", fmt.Errorf("%q is not a language of this program; choose en, ja or ru", code)
}

// SystemLanguage gives the language that the environment asks for, English
// when it is not one of ours.
func SystemLanguage() Language {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		code, _, _ := strings.Cut(strings.ToLower(value), "_")
		if language, err := ParseLanguage(code); err == nil {
			return language
		}
		return English
	}
	return English
}

// catalogue reads all texts of a language: every file of its folder, merged.
func catalogue(language Language) (map[string]string, error) {
	folder := path.Join("translations", string(language))
	entries, err := fs.ReadDir(assets.Translations(), folder)
	if err != nil {
		return nil, fmt.Errorf("texts of language %s: %w", language, err)
	}
	texts := map[string]string{}
	for _, entry := range entries {
		content, err := fs.ReadFile(assets.Translations(), path.Join(folder, entry.Name()))
		if err != nil {
			return nil, fmt.Errorf("texts of language %s: %w", language, err)
		}
		var part map[string]string
		if err := json.Unmarshal(content, &part); err != nil {
			return nil, fmt.Errorf("%s/%s: %w", folder, entry.Name(), err)
		}
		for key, text := range part {
			if _, twice := texts[key]; twice {
				return nil, fmt.Errorf("%s/%s: the key %q is in another file of the folder already", folder, entry.Name(), key)
			}
			texts[key] = text
		}
	}
	return texts, nil
}
