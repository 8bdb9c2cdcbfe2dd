package main

import (
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// claimForm is the answer to a claim as JSON has it (RULES 15.3).
type claimForm struct {
	Key        string          `json:"key"`
	Form       string          `json:"form"`
	Amount     string          `json:"amount"`
	Unit       string          `json:"unit"`
	Currency   *string         `json:"currency"`
	Qualifier  *string         `json:"qualifier"`
	Happened   string          `json:"happened"`
	Known      string          `json:"known"`
	CountAt    string          `json:"count_at"`
	InView     bool            `json:"in_view"`
	Problem    *string         `json:"problem"`
	Buckets    []bucketForm    `json:"buckets"`
	Itemised   *string         `json:"itemised"`
	Counted    *string         `json:"counted"`
	Remainder  *string         `json:"remainder"`
	LeftOut    []leftOutForm   `json:"left_out"`
	Splits     []splitForm     `json:"splits"`
	Rivals     []rivalForm     `json:"rivals"`
	Comparison *comparisonForm `json:"comparison"`
	InUnit     *countedForm    `json:"in_unit"`
}

type bucketForm struct {
	ID      string   `json:"id"`
	Value   string   `json:"value"`
	Counted string   `json:"counted"`
	Shown   *string  `json:"shown"`
	Keys    []string `json:"keys"`
}

type splitForm struct {
	Split      string     `json:"split"`
	Parts      []partForm `json:"parts"`
	Sum        string     `json:"sum"`
	Gap        string     `json:"gap"`
	InNone     []string   `json:"in_none"`
	InSeveral  []string   `json:"in_several"`
	Outside    []string   `json:"outside"`
	Remainders *string    `json:"remainders"`
}

type partForm struct {
	Key       string  `json:"key"`
	Amount    string  `json:"amount"`
	Itemised  *string `json:"itemised"`
	Remainder *string `json:"remainder"`
}

type rivalForm struct {
	Key       string  `json:"key"`
	Amount    string  `json:"amount"`
	Currency  *string `json:"currency"`
	Qualifier *string `json:"qualifier"`
	AsOf      *string `json:"as_of"`
	Forecast  bool    `json:"forecast"`
}

type comparisonForm struct {
	Record   *string    `json:"record"`
	Headline *moneyForm `json:"headline"`
	Ladder   []rungForm `json:"ladder"`
}

type rungForm struct {
	Rung string `json:"rung"`
	moneyForm
	From string `json:"from"`
}

func decimalOf(text string) (decimal.Decimal, error) { return decimal.NewFromString(text) }

// told gives a value as a string, or null where nothing is answered.
func told(answered bool, value decimal.Decimal) *string {
	if !answered {
		return nil
	}
	return orNull(value.String())
}

func (s *session) claimForm(options *counting, answer analysis.ClaimAnswer, filtered bool) claimForm {
	l, asOf := s.view.Ledger(), s.view.AsOf()
	form := claimForm{Key: l.Key(answer.Claim), Form: string(answer.Form), Amount: answer.Amount.String(), Unit: answer.Unit.String(),
		Currency: orNull(string(answer.Currency)), Qualifier: orNull(answer.Qualifier.String()), Happened: asOf.Happened.String(), Known: asOf.Known.String(),
		CountAt: answer.CountAt.String(), InView: answer.InView, Buckets: []bucketForm{}, LeftOut: s.leftOut(answer.LeftOut), Splits: []splitForm{}, Rivals: []rivalForm{},
		Itemised: told(answer.HasRemainder, answer.Itemised), Counted: told(answer.HasRemainder, answer.Counted), Remainder: told(answer.HasRemainder, answer.Remainder)}
	if answer.Finding != nil {
		form.Problem = orNull(answer.Finding.Error())
	}
	for _, bucket := range answer.Buckets {
		one := bucketForm{ID: bucket.ID, Value: bucket.Value.String(), Counted: bucket.Counted.Value.String(), Keys: []string{}}
		for _, item := range bucket.Items {
			one.Keys = append(one.Keys, l.Key(item.Ref))
		}
		if filtered {
			one.Shown = orNull(bucket.Shown.Value.String())
		}
		form.Buckets = append(form.Buckets, one)
	}
	for _, split := range answer.Splits {
		form.Splits = append(form.Splits, s.splitForm(split))
	}
	for _, rival := range answer.Rivals {
		form.Rivals = append(form.Rivals, rivalForm{Key: l.Key(rival.Claim), Amount: l.Value(rival.Claim, "amount"), Currency: orNull(l.Value(rival.Claim, "currency")),
			Qualifier: orNull(l.Value(rival.Claim, "qualifier")), AsOf: orNull(l.Value(rival.Claim, "as_of")), Forecast: rival.Forecast})
	}
	if answer.Comparison != nil {
		form.Comparison = s.comparisonForm(answer.Comparison)
	}
	if answer.HasRemainder {
		form.InUnit = options.counted(answer.ItemisedTotal().Added)
	}
	return form
}

func (s *session) splitForm(split analysis.Split) splitForm {
	form := splitForm{Split: split.Word, Parts: []partForm{}, Sum: split.Sum.String(), Gap: split.Gap.String(), Remainders: told(split.Itemised, split.Remainders),
		InNone: s.keys(split.InNone.Records), InSeveral: s.keys(split.InSeveral.Records), Outside: s.keys(split.Outside.Records)}
	for _, part := range split.Parts {
		form.Parts = append(form.Parts, partForm{Key: s.view.Ledger().Key(part.Claim), Amount: part.Amount.String(),
			Itemised: told(part.HasRemainder, part.Itemised), Remainder: told(part.HasRemainder, part.Remainder)})
	}
	return form
}

func (s *session) comparisonForm(comparison *analysis.Comparison) *comparisonForm {
	form := &comparisonForm{Ladder: []rungForm{}}
	if !comparison.Record.Exists() {
		return form
	}
	l := s.view.Ledger()
	form.Record = orNull(l.Name(comparison.Record))
	if comparison.Headline.State == ledger.HeadlineCounts {
		money := moneyOf(comparison.Headline.Money)
		form.Headline = &money
	}
	for _, amount := range comparison.Ladder.Amounts {
		form.Ladder = append(form.Ladder, rungForm{amount.Rung.String(), moneyOf(amount.Money), l.Name(amount.From)})
	}
	return form
}
