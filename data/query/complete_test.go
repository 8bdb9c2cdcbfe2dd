package query_test

import (
	"slices"
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
)

// What is offered while typing; | is where the cursor stands.
func TestWhatIsTypedIsCompleted(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	for _, c := range []struct {
		language locale.Language
		kind     ledger.Kind
		typed    string
		want     string // among the texts after the first or another completion
	}{
		{"en", ledger.Agreements, "sec|", "sector:"},
		{"ja", ledger.Agreements, "gas 分|", "gas sector:"},
		{"ru", ledger.Deals, "Стад|", "stage:"},
		{"en", ledger.Agreements, "sector:hea|", "sector:health"},
		{"ja", ledger.Agreements, "sector:保|", "sector:health"},
		{"en", ledger.Agreements, "sector:health,nuc|", "sector:health,nuclear"},
		{"en", ledger.Agreements, "-(sector:hea|)", "-(sector:health)"},
		{"en", ledger.Deals, "stage|", "stage>="},
		{"en", ledger.Agreements, "sig|ned", "signed:ned"},
		{"en", ledger.Agreements, "organisation=nova|", "organisation=novatek"},
		{"ja", ledger.Agreements, "organisation=三井物|", "organisation=mitsui"},
		{"en", ledger.Agreements, "country:ja|", "country:JP"},
		{"en", ledger.Agreements, "value=|", "value=USD"},
		{"en", ledger.Agreements, "missing:val|", "missing:value"},
		{"en", ledger.Agreements, "mis|", "missing:"},
		{"en", ledger.Agreements, "gas O|", "gas OR "},
		{"en", ledger.Events, "year:201|", "year:2016"},
	} {
		before, after, _ := strings.Cut(c.typed, "|")
		p, err := locale.New(c.language)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, completion := range query.Complete(v, c.kind, p, before+after, len(before)) {
			text, at := completion.Apply(before + after)
			if text[at:] != after {
				t.Errorf("%s: the cursor stands before %q", c.typed, text[at:])
			}
			texts = append(texts, text)
		}
		if !slices.Contains(texts, c.want) {
			t.Errorf("%s offers %q, want %q among them", c.typed, texts, c.want)
		}
	}
	p, err := locale.New(locale.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"", "gas ", `"sec`, "zzzz", "zzzz:a"} {
		if list := query.Complete(v, ledger.Agreements, p, typed, len(typed)); len(list) > 0 {
			t.Errorf("%q offers %v", typed, list)
		}
	}
}

// Whatever is offered is understood once it is complete.
func TestOfferedValuesAreUnderstood(t *testing.T) {
	v := viewOf(t, bundled(t), today, today)
	p, err := locale.New(locale.Russian)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range listed {
		for _, field := range query.Fields(kind) {
			typed := query.FieldName(kind, field.ID) + "="
			for _, completion := range query.Complete(v, kind, p, typed, len(typed)) {
				text, _ := completion.Apply(typed)
				if _, err := query.Parse(text, kind); err != nil {
					t.Errorf("%s: %v", text, err)
				}
			}
		}
	}
}
