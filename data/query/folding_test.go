package query_test

import (
	"slices"
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// An organisation of the bundled summit is found by however people write it:
// in any script, width and case, with old or new kanji, with accents or
// without, with its legal form or without.
func TestOrganisationsAreFoundHoweverTheyAreWritten(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	for key, spellings := range map[string][]string{
		"mitsui":                 {"mitsui", "Mitsui", "ＭＩＴＳＵＩ", "三井", "三井物産", "ミツイ", "ﾐﾂｲ", "みつい", "Мицуи", "МИЦУИ", "三井物産株式会社", "㈱三井物産", "(株)三井物産", `"Mitsui & Co., Ltd."`, "Mitsui Co.", "井", "物産"},
		"mitsubishi-corporation": {"mitsubishi", "三菱", "ミツビシ", "みつびし", "Мицубиси", "Мицубиши", "三菱商事(株)"},
		"gazprom":                {"gazprom", "Газпром", "ГАЗПРОМ", "ガスプロム", "ｶﾞｽﾌﾟﾛﾑ", "ПАО Газпром", `ПАО «Газпром»`, "PJSC Gazprom", "Gazprom, PJSC"},
		"novatek":                {"novatek", "НОВАТЭК", "Новатек", "ノバテク", "ОАО НОВАТЭК"},
		"chiyoda":                {"chiyoda", "千代田", "チヨダ", "Тиёда", "代"},
		"marubeni":               {"marubeni", "丸紅", "マルベニ", "Марубени"},
		"mazda-motor":            {"mazda", "マツダ", "Мазда"},
		"isuzu-motors":           {"isuzu", "いすゞ", "イスズ", "いすず", "Исудзу"},
		"itochu":                 {"itochu", "伊藤忠", "イトウチュウ", "Итотю"},
		"toshiba":                {"toshiba", "東芝", "トウシバ", "Тосиба"},
		"hokkaido-bank":          {"hokkaido", "北海道", "ホッカイドウ", "Хоккайдо"},
		"jbic":                   {"JBIC", "国際協力銀行", "國際協力銀行", "Японский банк"},
		"meti":                   {"経済産業省", "經濟產業省", "METI"},
		"fuji-electric":          {"fuji", "富士電機", "冨士", "フジ", "Фудзи"},
		"rosatom":                {"rosatom", "Росатом", "ロスアトム"},
		"sberbank":               {"sberbank", "Сбербанк", "ズベルバンク"},
		"tenex":                  {"TENEX", "Техснабэкспорт", "техснабекспорт", "tekhsnabeksport"},
		"rusagro":                {"rusagro", "Русагро", "ルスアグロ"},
		"societe-generale":       {"Société Générale", "societe"},
		"sakhaenergo":            {"sakhaenergo", "Сахаэнерго"},
		"minvostok":              {"Минвостокразвития", "極東発展", "極東發展"},
		"aeon-corporation":       {"АЕОН", "aeon"},
	} {
		for _, spelled := range spellings {
			found := false
			for _, ref := range run(t, v, query.Query{Kind: ledger.Organisations, Typed: spelled}).Rows {
				found = found || v.Ledger().Key(ref) == key
			}
			if !found {
				t.Errorf("%s does not find %s", spelled, key)
			}
		}
	}
}

// However Mitsui is written in an alphabet, the same organisations are found;
// and a short word is not looked for in other scripts.
func TestOtherScriptsFindNothingElse(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	find := func(typed string) []string {
		var keys []string
		for _, ref := range run(t, v, query.Query{Kind: ledger.Organisations, Typed: typed}).Rows {
			keys = append(keys, v.Ledger().Key(ref))
		}
		return keys
	}
	want := find("mitsui")
	if len(want) != 3 {
		t.Errorf("mitsui finds %v", want)
	}
	for _, typed := range []string{"ミツイ", "Мицуи", "三井"} {
		if got := find(typed); !slices.Equal(got, want) {
			t.Errorf("%s finds %v, mitsui %v", typed, got, want)
		}
	}
	for _, key := range find("no") {
		ref, _ := v.Ledger().Find(ledger.Organisations, key)
		if text := query.Fold(strings.Join(v.Ledger().Cells(ref), " ")); !strings.Contains(text, "no") {
			t.Errorf("no finds %s, which has it in another script only", key)
		}
	}
}

// Filters by the organisations of a record look for their names, too.
func TestAgreementsAreFoundByTheirOrganisations(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	want := run(t, v, query.Query{Kind: ledger.Agreements, Typed: "organisation:mitsui"}).Rows
	if len(want) == 0 {
		t.Fatal("no agreement of Mitsui")
	}
	for _, typed := range []string{"organisation:三井", "organisation:ミツイ", "組織:Мицуи"} {
		if got := run(t, v, query.Query{Kind: ledger.Agreements, Typed: typed}).Rows; !slices.Equal(got, want) {
			t.Errorf("%s finds %d, organisation:mitsui %d", typed, len(got), len(want))
		}
	}
}
