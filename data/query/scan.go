package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// next gives the character that comes next, without passing it.
func (p *parser) next() (rune, int) { return utf8.DecodeRuneInString(p.text[p.at:]) }

func (p *parser) width() int {
	_, width := p.next()
	return width
}

// space passes white space.
func (p *parser) space() {
	for p.at < len(p.text) && spaceAt(p.text, p.at) {
		p.at += p.width()
	}
}

// ends reports whether no condition can follow.
func (p *parser) ends() bool {
	r, _ := p.next()
	return p.at == len(p.text) || closes(r)
}

// sees reports whether a word of the language comes next.
func (p *parser) sees(word string) bool {
	rest, ok := strings.CutPrefix(p.text[p.at:], word)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(r) || opens(r) || closes(r)
}

// keyword passes a word of the language if it comes next.
func (p *parser) keyword(word string) bool {
	if !p.sees(word) {
		return false
	}
	p.at += len(word)
	p.space()
	return true
}

func spaceAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsSpace(r)
}

// The signs of the language, also as Japanese keyboards write them.
func opens(r rune) bool  { return r == '(' || r == '（' }
func closes(r rune) bool { return r == ')' || r == '）' }
func minus(r rune) bool  { return r == '-' || r == '−' || r == '－' }
func quote(r rune) bool  { return r == '"' || r == '“' || r == '”' || r == '＂' }

// operatorAt reads an operator at the start of a text. != is an operator of
// its own: it turns round what = says.
func operatorAt(text string) (Operator, int) {
	for _, sign := range [...]struct {
		text string
		op   Operator
	}{{"<=", AtMost}, {">=", AtLeast}, {"!=", notEqual}, {"≤", AtMost}, {"≥", AtLeast}, {"≦", AtMost}, {"≧", AtLeast}, {"≠", notEqual},
		{"<", Below}, {">", Above}, {"=", Is}, {":", Matches}, {"：", Matches}, {"＝", Is}, {"＜", Below}, {"＞", Above}} {
		if strings.HasPrefix(text, sign.text) {
			return sign.op, len(sign.text)
		}
	}
	return "", 0
}

// notEqual is read and becomes Not with Is.
const notEqual Operator = "!="

// fieldLike reports whether a text can be the name of a field: it begins with
// a letter and has letters, digits, _ and a few signs that labels have.
func fieldLike(text string) bool {
	for i, r := range text {
		if unicode.IsLetter(r) || i > 0 && (unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune("_-ー・%", r)) {
			continue
		}
		return false
	}
	return text != ""
}

// legalForms in brackets are part of a name and not conditions of their own.
var bracketedForms = []string{"(株)", "（株）", "(有)", "（有）", "(社)", "（社）", "(財)", "（財）", "(独)", "（独）"}

func (p *parser) legalForm() bool { return p.legalFormLength() > 0 }

func (p *parser) legalFormLength() int {
	for _, form := range bracketedForms {
		if strings.HasPrefix(p.text[p.at:], form) {
			return len(form)
		}
	}
	return 0
}

// closesInWord reports whether the bracket that opens here closes before the
// word ends: 三井(株) is one word.
func (p *parser) closesInWord() bool {
	rest := p.text[p.at:]
	end := strings.IndexFunc(rest, closes)
	return end > 0 && !strings.ContainsFunc(rest[:end], unicode.IsSpace)
}
