package query_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// What a text means, as the one text that means it.
func TestFiltersAreRead(t *testing.T) {
	for _, c := range []struct {
		kind       ledger.Kind
		typed, are string
	}{
		{ledger.Agreements, "", ""},
		{ledger.Agreements, "  gas   energy ", "gas energy"},
		{ledger.Agreements, "gas AND energy", "gas energy"},
		{ledger.Agreements, `"natural gas"`, `"natural gas"`},
		{ledger.Agreements, `“natural gas”`, `"natural gas"`},
		{ledger.Agreements, `"gas"`, "gas"},
		{ledger.Agreements, `"say ""yes"""`, `"say ""yes"""`},
		{ledger.Agreements, "a OR b c", "a OR b c"},
		{ledger.Agreements, "(a OR b) c", "(a OR b) c"},
		{ledger.Agreements, "((a) (b (c)))", "a b c"},
		{ledger.Agreements, "a or b", "a or b"},
		{ledger.Agreements, "NOT gas", "-gas"},
		{ledger.Agreements, "NOT (gas oil)", "-(gas oil)"},
		{ledger.Agreements, "--gas", "gas"},
		{ledger.Agreements, "far-east - pact", `far-east "-" pact`},
		{ledger.Agreements, "（ガス OR 石油）", "ガス OR 石油"},
		{ledger.Agreements, "三井(株) (株)日立", "三井(株) (株)日立"},
		{ledger.Agreements, "12:30 https://example.org", `"12:30" "https://example.org"`},
		{ledger.Agreements, "Statement: on energy", `"Statement:" on energy`},
		{ledger.Agreements, `"sector:health"`, `"sector:health"`},
		{ledger.Agreements, "sector:health", "sector=health"},
		{ledger.Agreements, "Sector:Health", "sector=health"},
		{ledger.Agreements, "分野：保健医療", "sector=health"},
		{ledger.Agreements, "сектор=здравоохранение", "sector=health"},
		{ledger.Agreements, "sector:health,water_waste", "sector=health,water_waste"},
		{ledger.Agreements, "sector!=health", "-sector=health"},
		{ledger.Agreements, "-sector:health", "-sector=health"},
		{ledger.Agreements, "signed:2016-12", "signed:2016-12"},
		{ledger.Agreements, "signed_by:2016-12", "signed:2016-12"},
		{ledger.Agreements, "signed>=2016", "signed>=2016"},
		{ledger.Agreements, "signed≥2016年12月", "signed>=2016-12"},
		{ledger.Agreements, "signed<16.12.2016", "signed<2016-12-16"},
		{ledger.Agreements, "signed:2016..2018", "signed:2016..2018"},
		{ledger.Agreements, "signed:2016-12/2017-06", "signed:2016-12..2017-06"},
		{ledger.Agreements, "signed:..2018,2020..", "signed:..2018,2020.."},
		{ledger.Agreements, "value>1bn JPY", "value>1bn JPY"},
		{ledger.Agreements, `value>"1bn JPY"`, "value>1bn JPY"},
		{ledger.Agreements, "value>JPY 1,000,000,000 gas", "value>1bn JPY gas"},
		{ledger.Agreements, "value>10億円", "value>1bn JPY"},
		{ledger.Agreements, `value>"1,5 млрд руб."`, "value>1.5bn RUB"},
		{ledger.Agreements, "value>1234567891 USD", "value>1234567891 USD"},
		{ledger.Agreements, "value>1.23456bn USD", "value>1234.56m USD"},
		{ledger.Agreements, "value:1bn JPY..2bn JPY", "value=1bn JPY..2bn JPY"},
		{ledger.Agreements, "value:1bn..2bn JPY x", "value=1bn JPY..2bn JPY x"},
		{ledger.Agreements, "value:5m USD..", "value=5m USD.."},
		{ledger.Agreements, "value:USD,JPY", "value=USD,JPY"},
		{ledger.Agreements, "value:JPY5 2016", "value=5 JPY 2016"},
		{ledger.Agreements, "value:JPY 1..JPY 5 2016", "value=1 JPY..5 JPY 2016"},
		{ledger.Agreements, "has:value", "has:value"},
		{ledger.Agreements, "missing:value", "missing:value"},
		{ledger.Agreements, `value=""`, "missing:value"},
		{ledger.Agreements, "-missing:value", "has:value"},
		{ledger.Agreements, `outcome="",cancelled`, `outcome="",cancelled`},
		{ledger.Agreements, "country:Japan,ロシア", "country=JP,RU"},
		{ledger.Agreements, "organisation:三井", "organisation:三井"},
		{ledger.Agreements, "organisation=mitsui", "organisation=mitsui"},
		{ledger.Agreements, "title:gas", "title:gas"},
		{ledger.Agreements, "confidence>=medium", "confidence>=medium"},
		{ledger.Deals, "stage>=contract", "stage>=contract"},
		{ledger.Deals, "stage_now>=contract", "stage>=contract"},
		{ledger.Deals, "段階>=契約", "stage>=contract"},
		{ledger.Deals, "стадия>=контракт", "stage>=contract"},
		{ledger.Deals, "stage_at_summit:memorandum", "stage_at_summit=memorandum"},
		{ledger.Deals, "stage:memorandum..contract", "stage=memorandum..contract"},
		{ledger.Deals, "Stage:Under_discussion", "stage=under_discussion"},
		{ledger.Organisations, "documents>=3", "documents>=3"},
		{ledger.Organisations, "documents:1..3", "documents=1..3"},
		{ledger.Events, "subject=deal:arctic-lng-2", "subject=deal:arctic-lng-2"},
		{ledger.Claims, "amount>=300bn", "amount>=300bn"},
		{ledger.Claims, "amount=80,100", "amount=80100"},
		{ledger.Claims, `amount=80,"100bn"`, `amount=80,"100bn"`},
		{ledger.Organisations, `documents=1,"100",2`, `documents=1,"100",2`},
		{ledger.Sources, `publisher="The Japan Times, Ltd"`, `publisher="The Japan Times, Ltd"`},
	} {
		x, err := query.Parse(c.typed, c.kind)
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		if got := x.String(); got != c.are {
			t.Errorf("%s is read as %s, want %s", c.typed, got, c.are)
		}
		again, err := query.Parse(x.String(), c.kind)
		if err != nil || again.String() != x.String() {
			t.Errorf("%s is read back as %v, %v", x, again, err)
		}
	}
}

// A mistake stands where it is, in characters, and says what could be meant.
func TestMistakesStandWhereTheyAre(t *testing.T) {
	for _, c := range []struct {
		kind              ledger.Kind
		typed, at         string // at: what is pointed to, between the marks
		key, perhapsFirst string
	}{
		{ledger.Agreements, "gas sgned:2016", "gas [sgned]:2016", "unknown_field", "signed"},
		{ledger.Agreements, "日本 段階:契約", "日本 [段階]:契約", "unknown_field", ""},
		{ledger.Agreements, "sector:helth", "sector:[helth]", "unknown_word", "health"},
		{ledger.Agreements, "(gas", "[(]gas", "open_bracket", ""},
		{ledger.Agreements, "(gas OR", "(gas [OR]", "nothing_after", ""},
		{ledger.Agreements, "gas)", "gas[)]", "closing_bracket", ""},
		{ledger.Agreements, "gas ()", "gas [()]", "empty_brackets", ""},
		{ledger.Agreements, `ガス "石油`, `ガス ["]石油`, "open_quote", ""},
		{ledger.Agreements, `title:"gas`, `title:["gas]`, "open_quote", ""},
		{ledger.Agreements, "OR gas", "[OR] gas", "nothing_before", ""},
		{ledger.Agreements, "gas AND", "gas [AND]", "nothing_after", ""},
		{ledger.Agreements, "gas AND OR oil", "gas [AND] OR oil", "nothing_after", ""},
		{ledger.Agreements, "gas NOT", "gas [NOT]", "nothing_after", ""},
		{ledger.Agreements, "signed:soon", "signed:[soon]", "not_date", ""},
		{ledger.Agreements, "signed:2018..2016", "signed:[2018..2016]", "backwards", ""},
		{ledger.Agreements, "signed>2016,2017", "signed>[2016,2017]", "one_value", ""},
		{ledger.Agreements, "value>1bn", "value>[1bn]", "no_currency", "1bn USD"},
		{ledger.Agreements, "value>much", "value>[much]", "not_amount", ""},
		{ledger.Agreements, "value:1bn JPY..2bn USD", "value:[1bn JPY..2bn USD]", "two_currencies", ""},
		{ledger.Agreements, "sector>health", "sector[>]health", "no_order", ""},
		{ledger.Agreements, "country:Atlantis", "country:[Atlantis]", "unknown_code", ""},
		{ledger.Agreements, "has:colour", "has:[colour]", "unknown_field", ""},
		{ledger.Agreements, "has:", "[has:]", "no_field", ""},
		{ledger.Agreements, "sector:", "sector[:]", "no_value", ""},
		{ledger.Agreements, "sector:health,", "sector[:health,]", "no_value", ""},
		{ledger.Agreements, `""`, `[""]`, "empty_phrase", ""},
		{ledger.Organisations, "documents>3 USD", "documents>[3 USD]", "no_money", ""},
	} {
		_, err := query.Parse(c.typed, c.kind)
		var mistake *query.Mistake
		if !errors.As(err, &mistake) {
			t.Errorf("%s: %v, want a mistake", c.typed, err)
			continue
		}
		runes := []rune(c.typed)
		marked := string(runes[:mistake.Rune]) + "[" + string(runes[mistake.Rune:mistake.Rune+mistake.Runes]) + "]" + string(runes[mistake.Rune+mistake.Runes:])
		if marked != c.at || mistake.Key != "query.mistake."+c.key {
			t.Errorf("%s: %s at %s, want %s at %s", c.typed, mistake.Key, marked, c.key, c.at)
		}
		if c.typed[mistake.Byte:mistake.Byte+mistake.Bytes] != string(runes[mistake.Rune:mistake.Rune+mistake.Runes]) {
			t.Errorf("%s: bytes and characters differ", c.typed)
		}
		if c.perhapsFirst != "" && (len(mistake.Suggestions) == 0 || mistake.Suggestions[0] != c.perhapsFirst) {
			t.Errorf("%s: suggests %v, want %s first", c.typed, mistake.Suggestions, c.perhapsFirst)
		}
		for _, language := range locale.Languages() {
			p, err := locale.New(language)
			if err != nil {
				t.Fatal(err)
			}
			if text := mistake.Message(p); text == mistake.Key || strings.Contains(text, "{") {
				t.Errorf("%s in %s: %s", c.typed, language, text)
			}
		}
	}
}

// What filters find in the bundled summit, as of a day.
func TestFiltersFind(t *testing.T) {
	l := bundled(t)
	for _, c := range []struct {
		kind  ledger.Kind
		typed string
		day   string
		count int
	}{
		// The board of RULES 16, and the counts of its other figures.
		{ledger.Deals, "stage>=contract", today, 35},
		{ledger.Deals, "stage:memorandum..contract", today, 23},
		{ledger.Deals, "stage=operating", today, 23},
		{ledger.Deals, "-stage=operating", today, 37},
		{ledger.Deals, "", today, 60},
		{ledger.Agreements, "instrument:no_paper", today, 7},
		{ledger.Agreements, "-instrument:no_paper", today, 116},
		{ledger.Promises, "verdict=kept,kept_late", today, 8},
		{ledger.Promises, "verdict=overdue", today, 10},
		{ledger.Agreements, "signed:2016-12-15..2016-12-16 at_summit:yes -instrument:no_paper", today, 29},
		{ledger.Deals, "key=mazda-engine-plant stage>=operating outcome=withdrawn", today, 1},
		{ledger.Deals, "key=mazda-engine-plant stage>=operating", "2016-12-17", 0},
		{ledger.Deals, "key=mazda-engine-plant stage=contract outcome=open", "2016-12-17", 1},
		{ledger.Deals, "silence=lapsed_inferred key=r-pharm-stake", today, 1},
		{ledger.Deals, "key=r-pharm-stake missing:silence", "2018-12-31", 1},
		{ledger.Deals, "key=arctic-lng-2 silence=shelved_inferred", "2018-12-31", 1},
	} {
		s := run(t, viewOf(t, l, c.day, today), query.Query{Kind: c.kind, Typed: c.typed})
		if len(s.Rows) != c.count {
			t.Errorf("%s on %s finds %d %s, want %d", c.typed, c.day, len(s.Rows), c.kind.Table(), c.count)
		}
	}
}

// datedSummit is a ledger of agreements that differ in what is compared.
func datedSummit(t *testing.T) *ledger.Ledger {
	t.Helper()
	b := ledger.NewBuilder(ledger.DayOf(2026, 11, 23))
	for i, row := range [][3]string{{"2016", "1000000000", "JPY"}, {"2016-12", "1000000000.5", "JPY"}, {"2016-12-16", "1500000000", "USD"}, {"2016-12/2017-06", "999999999.99", "JPY"}, {"", "", ""}} {
		cells := make([]string, len(ledger.Agreements.Columns()))
		for column, value := range map[string]string{"key": string(rune('a' + i)), "title": "Row", "instrument": "agreement", "at_summit": "no", "signed_on": row[0], "value_amount": row[1], "value_currency": row[2]} {
			cells[ledger.Agreements.Column(column)] = value
		}
		b.Add(ledger.Agreements, 0, ledger.DayOf(2026, 11, 23), cells)
	}
	return b.Build()
}

// A date matches what it can lie in and is counted where its last day lies;
// amounts are compared exactly and only in their own currency; what nobody
// states matches no comparison.
func TestDatesAndAmountsAreCompared(t *testing.T) {
	v := viewOf(t, datedSummit(t), today, today)
	for typed, want := range map[string]string{
		"signed_on:2016-12":                "abcd",
		"signed_on:2016-12-15":             "abd",
		"signed_on:2017":                   "d",
		"signed_on:2015":                   "",
		"signed_on=2016":                   "abc",
		"signed_on=2017":                   "d",
		"signed_on!=2017":                  "abce",
		"signed_on<2016-12":                "a",
		"signed_on<=2016-12":               "abcd",
		"signed_on>2016-12":                "d",
		"signed_on>=2016-12-16":            "abcd",
		"signed_on>2016-12-16":             "abd",
		"signed_on:..2016-11":              "a",
		"signed_on:2017..":                 "d",
		"missing:signed_on":                "e",
		"has:signed_on":                    "abcd",
		`signed_on="",2017`:                "de",
		"value>1bn JPY":                    "b",
		"value>=1bn JPY":                   "ab",
		"value<1bn JPY":                    "d",
		"value=1bn JPY":                    "a",
		"value!=1bn JPY":                   "bcde",
		"value>0 USD":                      "c",
		"value>0 EUR":                      "",
		"value:999999999.99..1000m JPY":    "ad",
		"value=JPY":                        "abd",
		"missing:value":                    "e",
		"value_amount>1bn JPY":             "b",
		"(value>1bn JPY OR value>1bn USD)": "bc",
	} {
		var got []string
		for _, ref := range run(t, v, query.Query{Kind: ledger.Agreements, Typed: typed}).Rows {
			got = append(got, v.Ledger().Key(ref))
		}
		if strings.Join(got, "") != want {
			t.Errorf("%s finds %q, want %q", typed, strings.Join(got, ""), want)
		}
	}
}

// A malformed filter is refused by name; nothing is carried out.
func TestAMistakeIsNoResult(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	index, err := query.NewIndex(context.Background(), v.Ledger())
	if err != nil {
		t.Fatal(err)
	}
	s, err := query.Run(context.Background(), v, index, query.Query{Kind: ledger.Deals, Typed: "stage>"}, nil, english)
	var mistake *query.Mistake
	if s != nil || !errors.As(err, &mistake) {
		t.Errorf("%v, %v", s, err)
	}
}

func TestFiltersAreSaidInWords(t *testing.T) {
	l := bundled(t)
	for typed, want := range map[string][3]string{
		"gas -oil":               {"contains “gas” and does not contain “oil”", "「gas」を含む、かつ「oil」を含まない", "содержит «gas» и не содержит «oil»"},
		"(gas OR oil) has:value": {"(contains “gas” or contains “oil”) and Value is stated", "(「gas」を含む、または「oil」を含む)、かつ金額の記載あり", "(содержит «gas» или содержит «oil») и Сумма: указано"},
		"stage>=contract":        {"Stage is Contract or further", "段階は契約以降", "Стадия: «Контракт» или дальше"},
		"value>1.5bn JPY":        {"Value is more than JPY 1.5bn", "金額は15億円を超える", "Сумма больше 1,5 млрд иен"},
		"value:1bn JPY..2bn JPY": {"Value is JPY 1.0bn to JPY 2.0bn", "金額は10億円から20億円まで", "Сумма: от 1,0 млрд иен до 2,0 млрд иен"},
		"value>1234567891 JPY":   {"Value is more than JPY 1,234,567,891", "金額は1,234,567,891円を超える", "Сумма больше 1 234 567 891 иен"},
		"last_event:2016-12":     {"Last event may be Dec 2016", "最後の出来事は2016年12月でありうる", "Последнее событие: возможно, дек. 2016 г."},
		"last_event:2016..":      {"Last event may be 2016 or later", "最後の出来事は2016年以降でありうる", "Последнее событие: возможно, 2016 г. или позже"},
		"organisation=mitsui":    {"Organisation is Mitsui & Co.", "", "Организация: Mitsui & Co."},
		"-sector=health":         {"Sector is not Health", "分野は保健医療ではない", "Сектор: не здравоохранение"},
		"country=JP,RU":          {"Country is Japan or Russia", "国は日本またはロシア", "Страна: Япония или Россия"},
		"missing:silence":        {"Silence is not stated", "沈黙の記載なし", "Молчание: не указано"},
		"":                       {"everything", "すべて", "всё"},
	} {
		x, err := query.Parse(typed, ledger.Deals)
		if err != nil {
			t.Fatal(err)
		}
		for i, language := range locale.Languages() {
			p, err := locale.New(language)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(query.Describe(x, p, l), "\u00a0", " "); want[i] != "" && !strings.EqualFold(got, want[i]) {
				t.Errorf("%s in %s: %s, want %s", typed, language, got, want[i])
			}
		}
	}
}

// aQuery draws a query whose filters are values that records have.
func aQuery(t *rapid.T, v *ledger.View, kind ledger.Kind) query.Query {
	q := query.Query{Kind: kind}
	typed, err := query.Parse(rapid.SampledFrom([]string{"", "gas", "a OR b", `"x y" -z`, "NOT (a b)", "has:key OR a", "三井 物産"}).Draw(t, "typed"), kind)
	if err != nil {
		t.Fatal(err)
	}
	q.Typed = typed.String()
	fields := query.Fields(kind)
	for range rapid.IntRange(0, 4).Draw(t, "filters") {
		field := rapid.SampledFrom(fields).Draw(t, "field")
		var values []string
		for range rapid.IntRange(1, 3).Draw(t, "values") {
			of := field.Values(v, ledger.Ref{Kind: kind, Row: int32(rapid.IntRange(0, int(v.Ledger().Rows(kind))-1).Draw(t, "row"))})
			if len(of) == 0 {
				of = []string{""}
			}
			if !slices.Contains(values, of[0]) {
				values = append(values, of[0])
			}
		}
		if rapid.Bool().Draw(t, "exclude") {
			q = q.Without(field.ID, values)
		} else {
			q = q.With(field.ID, values)
		}
	}
	return q
}

var listed = []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events, ledger.Organisations, ledger.Sources, ledger.Funds, ledger.Promises, ledger.Claims}

// Law: a query is its text. Written and read back it has the same filters in
// the same order, is written the same again, and finds the same records as
// the text typed as a whole.
func TestQueriesAreTheirTexts(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom(listed).Draw(rt, "kind")
		q := aQuery(rt, v, kind)
		text := q.Text()
		again, err := query.ParseQuery(text, kind)
		if err != nil {
			rt.Fatalf("%s: %v", text, err)
		}
		if again.Text() != text {
			rt.Fatalf("%s is written again as %s", text, again.Text())
		}
		same := len(again.Filters) == len(q.Filters)
		for i := range min(len(again.Filters), len(q.Filters)) {
			same = same && again.Filters[i].Field == q.Filters[i].Field && again.Filters[i].Exclude == q.Filters[i].Exclude && slices.Equal(again.Filters[i].Values, q.Filters[i].Values)
		}
		if !same {
			rt.Fatalf("%s is read as %+v, was %+v", text, again.Filters, q.Filters)
		}
		all := run(t, v, q).Rows
		if typed := run(t, v, query.Query{Kind: kind, Typed: text}).Rows; !slices.Equal(typed, all) {
			rt.Fatalf("%s typed finds %d, chosen %d", text, len(typed), len(all))
		}
	})
}

// Law: filters commute, and a filter with its opposite is all records.
func TestFiltersCommute(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom(listed).Draw(rt, "kind")
		q := aQuery(rt, v, kind)
		turned := q
		turned.Filters = slices.Clone(q.Filters)
		slices.Reverse(turned.Filters)
		if one, other := run(t, v, q).Rows, run(t, v, turned).Rows; !slices.Equal(one, other) {
			rt.Fatalf("%s finds %d, turned round %d", q.Text(), len(one), len(other))
		}
		x, err := query.Parse(q.Text(), kind)
		if err != nil {
			rt.Fatal(err)
		}
		opposite := query.Not{Of: x}.String()
		if q.Text() == "" {
			return
		}
		n := len(run(t, v, query.Query{Kind: kind, Typed: q.Text()}).Rows) + len(run(t, v, query.Query{Kind: kind, Typed: opposite}).Rows)
		if n != v.Len(kind) {
			rt.Fatalf("%s and %s find %d of %d", q.Text(), opposite, n, v.Len(kind))
		}
	})
}

// Law: facets count every record that passes the other filters: those with one
// value each add up to all of them.
func TestFacetsAddUp(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	rapid.Check(t, func(rt *rapid.T) {
		kind := rapid.SampledFrom([]ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Events}).Draw(rt, "kind")
		q := aQuery(rt, v, kind)
		for _, facet := range map[ledger.Kind][]string{ledger.Agreements: {"sector", "track", "force", "signed_by", "value"}, ledger.Deals: {"stage_now", "outcome", "silence", "last_event"}, ledger.Events: {"year", "kind", "subject_kind"}}[kind] {
			sum := 0
			for _, count := range run(t, v, q, facet).Facets[facet] {
				sum += count.Count
			}
			if others := len(run(t, v, q.With(facet, nil).Without(facet, nil)).Rows); sum != others {
				rt.Fatalf("%s: %s adds up to %d, the other filters leave %d", q.Text(), facet, sum, others)
			}
		}
	})
}

// FuzzParse: any text is a filter or a mistake within it, and what is a filter
// is written as a text that means it.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"gas", `"a b" OR -c`, "(a (b))", "signed:2016..2018", "value>1bn JPY", "sector:health,x", "has:value", "段階>=契約", "三井(株)", `title:"""`, "value:JPY 1..2", "- (", "a:b:c", "documents>=1,000"} {
		for kind := range 3 {
			f.Add(seed, kind)
		}
	}
	f.Fuzz(func(t *testing.T, text string, number int) {
		kinds := ledger.Kinds()
		kind := kinds[(number%len(kinds)+len(kinds))%len(kinds)]
		x, err := query.Parse(text, kind)
		var mistake *query.Mistake
		if errors.As(err, &mistake) {
			if valid := strings.ToValidUTF8(text, "\uFFFD"); mistake.Byte < 0 || mistake.Bytes < 0 || mistake.Byte+mistake.Bytes > len(valid) {
				t.Fatalf("%q: mistake at %d, %d", text, mistake.Byte, mistake.Bytes)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		again, err := query.Parse(x.String(), kind)
		if err != nil || again.String() != x.String() {
			t.Fatalf("%q is %q, read back as %v, %v", text, x, again, err)
		}
	})
}

// Law: comparing whole amounts without decimals answers as decimals do.
func TestWholeAmountsAreComparedAsDecimalsAre(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := ledger.NewBuilder(ledger.DayOf(2026, 11, 23))
		amounts := rapid.SliceOfN(rapid.SampledFrom([]string{"0", "1", "999", "1000", "1000.5", "1001", "999999999999999999", "1000000000000000000000", "0.1"}), 1, 6).Draw(rt, "amounts")
		for i, amount := range amounts {
			cells := make([]string, len(ledger.Agreements.Columns()))
			for column, value := range map[string]string{"key": string(rune('a' + i)), "title": "Row", "instrument": "agreement", "at_summit": "no", "value_amount": amount, "value_currency": rapid.SampledFrom([]string{"JPY", "USD"}).Draw(rt, "currency")} {
				cells[ledger.Agreements.Column(column)] = value
			}
			b.Add(ledger.Agreements, 0, ledger.DayOf(2026, 11, 23), cells)
		}
		v := viewOf(t, b.Build(), today, today)
		bound := rapid.SampledFrom([]string{"0", "1", "999", "1000", "1000.5", "999999999999999999"}).Draw(rt, "bound")
		op := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "="}).Draw(rt, "op")
		want := decimal.RequireFromString(bound)
		found := map[string]bool{}
		for _, ref := range run(t, v, query.Query{Kind: ledger.Agreements, Typed: "value" + op + bound + " JPY"}).Rows {
			found[v.Ledger().Key(ref)] = true
		}
		for ref := range v.All(ledger.Agreements) {
			money := v.Headline(ref).Money
			d := money.Amount.Cmp(want)
			holds := money.Currency == "JPY" && map[string]bool{"<": d < 0, "<=": d <= 0, ">": d > 0, ">=": d >= 0, "=": d == 0}[op]
			if found[v.Ledger().Key(ref)] != holds {
				rt.Fatalf("value%s%s JPY and %s: found %v, want %v", op, bound, money, !holds, holds)
			}
		}
	})
}
