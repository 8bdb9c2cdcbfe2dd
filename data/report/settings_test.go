package report_test

import (
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// The page says what of it the reader chose: the scope of the claim, a record
// in another group, the days after which a deal is silent.
func TestThePageSaysWhatTheReaderChose(t *testing.T) {
	l := bundled(t)
	var choices []ledger.Choice
	for _, pair := range [][2]string{{"scope.docs-total-80", "at_summit=yes"}, {"bucket.docs-total-80.agreement:novatek-mitsui-2016", "signed_not_binding"}, {"silence.shelved", "365"}} {
		name, ok := ledger.ParseSetting(pair[0])
		if !ok {
			t.Fatal(pair[0])
		}
		choices = append(choices, ledger.Choice{Name: name, Value: pair[1]})
	}
	chosen, err := l.Apply(l.Choose(l.RecordedDay(), choices...))
	if err != nil {
		t.Fatal(err)
	}
	read := func(l *ledger.Ledger, language locale.Language) string {
		document := brief(t, "settings-"+string(language), request(t, l, language, today, today))
		sheet(t, document)
		return strings.Join(strings.Fields(strings.Join(document.Text(), " ")), " ")
	}
	for language, sentences := range map[locale.Language][]string{
		locale.English:  {"29 can be named", "The scope of the claim was chosen by the reader", "1 record was put into its group by the reader.", "no dated event for 365 days"},
		locale.Japanese: {"主張の範囲は利用者が選んだもの", "1件の記録の区分は利用者が選んだ", "365日以上出来事なし"},
		locale.Russian:  {"Охват утверждения выбран читателем", "1 запись отнесена к группе читателем.", "365 дней без событий"},
	} {
		with, without := read(chosen, language), read(l, language)
		for _, sentence := range sentences {
			if !strings.Contains(with, sentence) {
				t.Errorf("%s: the page lacks %q:\n%s", language, sentence, with)
			}
			if strings.Contains(without, sentence) {
				t.Errorf("%s: %q is said though nothing was chosen", language, sentence)
			}
		}
	}
}
