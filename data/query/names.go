package query

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// spoken names fields in filters where their ID would mislead: what most
// people mean by the stage of a deal is the stage it has in the view.
var spoken = map[ledger.Kind]map[string]string{
	ledger.Agreements: {"signed_by": "signed"},
	ledger.Deals:      {"stage_now": "stage", "stage": "stage_at_summit"},
}

// FieldName gives the name of a field in filters: it never changes, whatever
// columns are called on the screen.
func FieldName(kind ledger.Kind, id string) string {
	if name, ok := spoken[kind][id]; ok {
		return name
	}
	return id
}

// printers makes the printers of all languages, whose labels filters may use.
var printers = sync.OnceValue(func() []*locale.Printer {
	var all []*locale.Printer
	for _, of := range locale.Languages() {
		if p, err := locale.New(of); err == nil {
			all = append(all, p)
		}
	}
	return all
})

// nameFault says why a name is of no field.
type nameFault struct {
	key         string
	suggestions []string
}

// fieldNames are the names under which filters know the fields of a kind.
type fieldNames struct {
	names  map[string]int   // by name in filters, else by ID
	labels map[string][]int // by folded label of any language, blanks as _
	all    []string         // names and labels, to suggest from
}

var knownNames = sync.OnceValue(func() map[ledger.Kind]*fieldNames {
	all := map[ledger.Kind]*fieldNames{}
	for kind, known := range knownFields() {
		n := &fieldNames{names: map[string]int{}, labels: map[string][]int{}}
		for i, field := range known.fields {
			if _, twice := n.names[FieldName(kind, field.ID)]; !twice {
				n.names[FieldName(kind, field.ID)] = i
				n.all = append(n.all, FieldName(kind, field.ID))
			}
		}
		for i, field := range known.fields {
			if _, taken := n.names[field.ID]; !taken {
				n.names[field.ID] = i
			}
			for _, p := range printers() {
				label := p.Column(kind, field.ID)
				if key := labelKey(label); !slices.Contains(n.labels[key], i) {
					n.labels[key] = append(n.labels[key], i)
				}
				if label = strings.ReplaceAll(label, " ", "_"); fieldLike(label) {
					n.all = append(n.all, label)
				}
			}
		}
		all[kind] = n
	}
	return all
})

// fieldNamed finds a field by its name in filters, its ID, or its label in any
// language of the program; blanks of a label are written as _. Of fields with
// the same label a single derived one is meant: it is the one on the screen.
func fieldNamed(kind ledger.Kind, name string) (Field, *nameFault) {
	known, names := knownFields()[kind], knownNames()[kind]
	if at, ok := names.names[strings.ToLower(name)]; ok {
		return known.fields[at], nil
	}
	found := names.labels[labelKey(name)]
	if len(found) == 1 || len(found) > 1 && found[0] < known.derived && found[1] >= known.derived {
		return known.fields[found[0]], nil
	}
	if len(found) > 1 {
		fault := &nameFault{key: "ambiguous_field"}
		for _, at := range found {
			fault.suggestions = append(fault.suggestions, FieldName(kind, known.fields[at].ID))
		}
		return Field{}, fault
	}
	return Field{}, &nameFault{key: "unknown_field", suggestions: nearest(name, names.all)}
}

// labelKey is the form in which labels are compared: folded, blanks as _.
func labelKey(label string) string {
	return strings.ReplaceAll(strings.ReplaceAll(Fold(label), " ", "_"), "-", "_")
}

// wordNamed finds a word of a vocabulary by itself or by its label.
func wordNamed(words *ledger.Vocabulary, text string) (string, bool) {
	sought := labelKey(text)
	if _, ok := words.Position(sought); ok && sought != "" {
		return sought, true
	}
	found := ""
	for _, word := range words.Words() {
		for _, p := range printers() {
			if labelKey(p.Word(words.Name(), word)) == sought || labelKey(p.Short(words.Name(), word)) == sought {
				if found != "" && found != word {
					return "", false
				}
				found = word
			}
		}
	}
	return found, found != ""
}

// wordsLike lists words and labels of a vocabulary near to a text.
func wordsLike(words *ledger.Vocabulary, text string) []string {
	names := words.Words()
	for _, word := range words.Words() {
		for _, p := range printers() {
			names = append(names, strings.ReplaceAll(p.Short(words.Name(), word), " ", "_"))
		}
	}
	return nearest(text, names)
}

// countries gives the codes of all countries by their folded names.
var countries = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			if !ledger.KnownCountry(code) {
				continue
			}
			for _, p := range printers() {
				codes[labelKey(p.Country(code))] = code
			}
		}
	}
	return codes
})

// countryNamed finds a country by its code or its name.
func countryNamed(text string) (string, bool) {
	if code := strings.ToUpper(text); ledger.KnownCountry(code) {
		return code, true
	}
	code, ok := countries()[labelKey(text)]
	return code, ok
}

// tongueNamed finds a language by its code or its name.
func tongueNamed(text string) (string, bool) {
	if code := strings.ToLower(text); ledger.KnownLanguage(code) {
		return code, true
	}
	for _, tag := range []language.Tag{language.English, language.Japanese, language.Russian, language.Chinese, language.Korean, language.French, language.German} {
		for _, p := range printers() {
			if labelKey(p.Tongue(tag.String())) == labelKey(text) {
				return tag.String(), true
			}
		}
	}
	return "", false
}

// longestName bounds, in bytes, the texts for which near ones are looked up.
const longestName = 120

// mostSuggested is how many texts a mistake offers.
const mostSuggested = 3

// nearest lists the names that a text could be meant as, the nearest first:
// those that begin with it, and those that differ by few letters.
func nearest(text string, names []string) []string {
	type near struct {
		name     string
		distance int
	}
	var list []near
	sought := labelKey(text)
	if len(sought) > longestName {
		return nil
	}
	for _, name := range names {
		folded := labelKey(name)
		distance := editDistance([]rune(sought), []rune(folded))
		if sought != "" && strings.HasPrefix(folded, sought) {
			distance = 1
		}
		if distance <= 1+len([]rune(sought))/4 && !slices.ContainsFunc(list, func(n near) bool { return labelKey(n.name) == folded }) {
			list = append(list, near{name, distance})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	var best []string
	for _, n := range list[:min(len(list), mostSuggested)] {
		best = append(best, n.name)
	}
	return best
}

// editDistance counts the letters to add, drop or change.
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
