package query

import (
	"slices"
	"strings"
)

// legalForms are the folded words that say what sort of company a name is of.
// Words that mean something else as well (AG, SA, Holdings) are not among them.
var legalForms = []string{"co", "ltd", "co.,ltd", "inc", "corp", "llc", "plc", "gmbh", "jsc", "pjsc", "ojsc", "cjsc", "k.k", "kk",
	"ооо", "оао", "зао", "пао", "ао", "нао", "тоо", "фгуп", "株式会社", "有限会社", "合同会社", "合資会社", "(株)", "(有)", "㈱", "㈲"}

// attachedForms stand before or after a Japanese name without a space.
var attachedForms = []string{"株式会社", "有限会社", "合同会社", "合資会社", "(株)", "(有)"}

// isLegalForm reports whether a folded word says only what sort of company.
func isLegalForm(word string) bool {
	return slices.Contains(legalForms, strings.Trim(word, ".,;"))
}

// withoutForm drops the legal form from a folded name, at its beginning and its
// end. A name of nothing else stays.
func withoutForm(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && isLegalForm(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && (isLegalForm(words[len(words)-1]) || words[len(words)-1] == "&") {
		words = words[:len(words)-1]
	}
	for i, word := range words {
		for _, form := range attachedForms {
			if rest := strings.TrimSuffix(strings.TrimPrefix(word, form), form); rest != "" {
				word = rest
			}
		}
		if bare := strings.Trim(word, "«»„“”‘’「」『』,;\""); bare != "" {
			word = bare
		}
		words[i] = word
	}
	return strings.Join(words, " ")
}
