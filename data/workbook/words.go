package workbook

import (
	"strings"

	"golang.org/x/text/language"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// words turn labels back into the words and codes of the files. A workbook is
// read in the language of its export first; a label of another language, or the
// word itself, is understood as well.
type words struct {
	printers  []*locale.Printer
	labels    map[string]map[string]string // by vocabulary: label to word
	countries map[string]string
	tongues   map[string]string
}

func newWords(first locale.Language) (*words, error) {
	w := &words{labels: map[string]map[string]string{}}
	languages := append([]locale.Language{first}, locale.Languages()...)
	for _, language := range languages {
		printer, err := locale.New(language)
		if err != nil {
			return nil, err
		}
		w.printers = append(w.printers, printer)
	}
	return w, nil
}

func (w *words) word(vocabulary *ledger.Vocabulary, label string) (word, problem string) {
	labels := w.labels[vocabulary.Name()]
	if labels == nil {
		labels = map[string]string{}
		w.labels[vocabulary.Name()] = labels
		for _, word := range vocabulary.Words() {
			labels[folded(word)] = word
		}
		for i := len(w.printers) - 1; i >= 0; i-- { // the language of the export wins
			for _, word := range vocabulary.Words() {
				labels[folded(w.printers[i].Word(vocabulary.Name(), word))] = word
			}
		}
	}
	if word, ok := labels[folded(label)]; ok {
		return word, ""
	}
	return "", reasonUnknownWord
}

func folded(text string) string { return strings.ToLower(tidy(text)) }

func (w *words) country(label string) (code, problem string) {
	if w.countries == nil {
		w.countries = map[string]string{}
		for i := len(w.printers) - 1; i >= 0; i-- {
			for first := 'A'; first <= 'Z'; first++ {
				for second := 'A'; second <= 'Z'; second++ {
					if code := string(first) + string(second); ledger.KnownCountry(code) {
						w.countries[folded(w.printers[i].Country(code))] = code
					}
				}
			}
		}
	}
	if ledger.KnownCountry(label) {
		return label, ""
	}
	if code, ok := w.countries[folded(label)]; ok {
		return code, ""
	}
	return "", reasonUnknownWord
}

func (w *words) tongue(label string) (code, problem string) {
	if w.tongues == nil {
		w.tongues = map[string]string{}
		for i := len(w.printers) - 1; i >= 0; i-- {
			for first := 'a'; first <= 'z'; first++ {
				for second := 'a'; second <= 'z'; second++ {
					code := string(first) + string(second)
					if base, err := language.ParseBase(code); err == nil && base.String() == code {
						w.tongues[folded(w.printers[i].Tongue(code))] = code
					}
				}
			}
		}
	}
	if ledger.KnownLanguage(label) {
		return label, ""
	}
	if code, ok := w.tongues[folded(label)]; ok {
		return code, ""
	}
	return "", reasonUnknownWord
}
