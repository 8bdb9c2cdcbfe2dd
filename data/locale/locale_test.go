package locale_test

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"summitledger/assets"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

func printers(t *testing.T) map[locale.Language]*locale.Printer {
	t.Helper()
	all := map[locale.Language]*locale.Printer{}
	for _, language := range locale.Languages() {
		p, err := locale.New(language)
		if err != nil {
			t.Fatal(err)
		}
		all[language] = p
	}
	return all
}

func money(amount string, currency ledger.Currency) ledger.Money {
	return ledger.Money{Amount: decimal.RequireFromString(amount), Currency: currency}
}

// The table of section 5 of the design.
func TestMoneyInRunningText(t *testing.T) {
	all := printers(t)
	for _, c := range []struct {
		money      ledger.Money
		en, ja, ru string
	}{
		{money("1000000000", "USD"), "USD 1.0bn", "10億ドル", "1,0 млрд долл."},
		{money("300000000000", "JPY"), "JPY 300bn", "3,000億円", "300 млрд иен"},
		{money("200000000", "EUR"), "EUR 200m", "2億ユーロ", "200 млн евро"},
		{money("809600000", "EUR"), "EUR 809.6m", "8.1億ユーロ", "809,6 млн евро"},
		{money("901000000", "USD"), "USD 901m", "9.01億ドル", "901 млн долл."},
		{money("15500000000", "JPY"), "JPY 16bn", "155億円", "16 млрд иен"},
		{money("1550000000", "JPY"), "JPY 1.6bn", "15.5億円", "1,6 млрд иен"},
		{money("10500000000", "EUR"), "EUR 11bn", "105億ユーロ", "11 млрд евро"},
		{money("500000", "USD"), "USD 500,000", "50万ドル", "500 000 долл."},
		{ledger.Money{}, "no amount", "金額なし", "без суммы"},
	} {
		for language, want := range map[locale.Language]string{"en": c.en, "ja": c.ja, "ru": c.ru} {
			if got := strings.ReplaceAll(all[language].Money(c.money), "\u00a0", " "); got != want {
				t.Errorf("%s: %s, want %s", language, got, want)
			}
		}
	}
}

func TestMoneyColumn(t *testing.T) {
	all := printers(t)
	for language, want := range map[locale.Language]string{"en": "USD ~1,000", "ja": "USD ~10", "ru": "USD ~1\u00a0000"} {
		if got := all[language].MoneyCell(money("1000000000", "USD"), ledger.QualifierAbout); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	all := printers(t)
	for _, c := range []struct{ text, en, ja, ru, column string }{
		{"2016-12-16", "16 Dec 2016", "2016年12月16日", "16 дек. 2016 г.", "16 Dec 2016"},
		{"2016-12", "Dec 2016", "2016年12月", "дек. 2016 г.", "Dec 2016"},
		{"2017", "2017", "2017年", "2017 г.", "2017"},
		{"2016-12~", "about Dec 2016", "2016年12月頃", "около дек. 2016 г.", "~Dec 2016"},
		{"2023?", "2023?", "2023年?", "2023 г.?", "2023?"},
		{"2017-04/2018-03", "Apr 2017 to Mar 2018", "2017年4月~2018年3月", "апр. 2017 г. - март 2018 г.", "Apr 2017 to Mar 2018"},
		{"", "no date", "日付なし", "без даты", "no date"},
	} {
		date, err := ledger.ParseDate(c.text)
		if err != nil {
			t.Fatal(err)
		}
		for language, want := range map[locale.Language]string{"en": c.en, "ja": c.ja, "ru": c.ru} {
			if got := strings.ReplaceAll(all[language].Date(date), "\u00a0", " "); got != want {
				t.Errorf("%s %s: %s, want %s", c.text, language, got, want)
			}
		}
		if got := all["en"].ShortDate(date); got != c.column {
			t.Errorf("%s in a column: %s, want %s", c.text, got, c.column)
		}
	}
}

func TestCountsHaveTheirPlural(t *testing.T) {
	all := printers(t)
	for _, c := range []struct {
		n          int
		en, ja, ru string
	}{
		{1, "1 deal", "案件1件", "1 проект"},
		{2, "2 deals", "案件2件", "2 проекта"},
		{5, "5 deals", "案件5件", "5 проектов"},
		{21, "21 deals", "案件21件", "21 проект"},
		{1625961, "1,625,961 deals", "案件1,625,961件", "1\u00a0625\u00a0961 проект"},
	} {
		for language, want := range map[locale.Language]string{"en": c.en, "ja": c.ja, "ru": c.ru} {
			if got := all[language].Records(ledger.Deals, c.n); got != want {
				t.Errorf("%s: %s, want %s", language, got, want)
			}
		}
	}
}

// Every word and column of the format has a label, in every language.
func TestEveryWordAndColumnHasALabel(t *testing.T) {
	for language, p := range printers(t) {
		vocabularies := []*ledger.Vocabulary{ledger.RungWords(), ledger.VerdictWords(), ledger.ForceWords()}
		for _, kind := range ledger.Kinds() {
			if !p.Has("table." + kind.Table()) {
				t.Errorf("%s: no name for table %s", language, kind.Table())
			}
			for _, column := range kind.Columns() {
				if !p.Has("column."+column.Name) && !p.Has("column."+kind.Table()+"."+column.Name) {
					t.Errorf("%s: no name for column %s of %s", language, column.Name, kind.Table())
				}
				if column.Words != nil {
					vocabularies = append(vocabularies, column.Words)
				}
			}
		}
		for _, words := range vocabularies {
			for _, word := range words.Words() {
				if !p.Has("word." + words.Name() + "." + word) {
					t.Errorf("%s: no label for %s of %s", language, word, words.Name())
				}
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z0-9]+\}`)

// The three catalogues have the same keys (apart from plural forms) and the
// same places to fill.
func TestCataloguesAgree(t *testing.T) {
	forms := map[locale.Language]map[string][]string{}
	for _, language := range locale.Languages() {
		forms[language] = map[string][]string{}
		folder := path.Join("translations", string(language))
		entries, err := fs.ReadDir(assets.Translations(), folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			content, err := fs.ReadFile(assets.Translations(), path.Join(folder, entry.Name()))
			if err != nil {
				t.Fatal(err)
			}
			var texts map[string]string
			if err := json.Unmarshal(content, &texts); err != nil {
				t.Fatalf("%s: %v", entry.Name(), err)
			}
			for key, text := range texts {
				for _, form := range []string{".one", ".few", ".many", ".other"} {
					key = strings.TrimSuffix(key, form)
				}
				places := slices.Compact(slices.Sorted(slices.Values(placeholder.FindAllString(text, -1))))
				if len(places) > len(forms[language][key]) || forms[language][key] == nil {
					forms[language][key] = append([]string{}, places...)
				}
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %s is empty", language, key)
				}
			}
		}
	}
	for key, places := range forms[locale.English] {
		for _, language := range []locale.Language{locale.Japanese, locale.Russian} {
			other, ok := forms[language][key]
			if !ok {
				t.Errorf("%s lacks %s", language, key)
			} else if !slices.Equal(places, other) {
				t.Errorf("%s: %s fills %v, English %v", language, key, other, places)
			}
		}
	}
	for _, language := range []locale.Language{locale.Japanese, locale.Russian} {
		for key := range forms[language] {
			if _, ok := forms[locale.English][key]; !ok {
				t.Errorf("%s has %s, English does not", language, key)
			}
		}
	}
}
