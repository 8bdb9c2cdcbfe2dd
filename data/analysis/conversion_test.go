package analysis_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func TestBaseRatesToday(t *testing.T) {
	want := map[ledger.Stage]string{
		ledger.UnderDiscussion: "2 of 15", ledger.Memorandum: "5 of 24", ledger.Contract: "8 of 19", ledger.Construction: "9 of 11",
		ledger.Identified: "refused at 5", ledger.Preparation: "refused at 1", ledger.Financed: "refused at 1",
	}
	for _, rate := range analysis.BaseRates(viewToday(t), analysis.DefaultOldEnough) {
		got := fmt.Sprintf("%d of %d", rate.Reached.Count, rate.Seen.Count)
		if rate.Refused {
			got = fmt.Sprintf("refused at %d", rate.Seen.Count)
		}
		if _, ok := rate.Share(); ok == rate.Refused {
			t.Errorf("%s: a share where the rate is refused, or none where it is not", rate.From)
		}
		if got != want[rate.From] {
			t.Errorf("%s: %s, want %s (RULES 16)", rate.From, got, want[rate.From])
		}
	}
}

func TestYoungDealsAreNoFailures(t *testing.T) {
	v := view(t, bundled(t), "2017-06-30", today)
	rate := analysis.StageConversion(v, ledger.Memorandum, ledger.Operating, analysis.DefaultOldEnough)
	if len(rate.Seen.LeftOut) != 1 || rate.Seen.LeftOut[0].Reason != analysis.ReasonCensored || rate.Seen.Count > 9 || !rate.Refused {
		t.Errorf("half a year after the summit: %d deals judged, left out %v", rate.Seen.Count, rate.Seen.LeftOut)
	}
	all := analysis.StageConversion(v, ledger.Memorandum, ledger.Operating, 0)
	if censored := len(rate.Seen.LeftOut[0].Refs); all.Seen.Count != rate.Seen.Count+censored {
		t.Errorf("%d deals seen, %d judged and %d censored", all.Seen.Count, rate.Seen.Count, censored)
	}
}

func TestWeightedValueToday(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	value := analysis.Weigh(v, analysis.DefaultOldEnough, nil)
	if len(value.Total.Sums) != 1 || value.Total.Sum("USD").Amount.Round(0).String() != "712636364" {
		t.Errorf("weighted: %v, want USD 712,636,364 and no other currency (RULES 13.2)", value.Total.Sums)
	}
	if len(value.Lines) != 1 || value.Lines[0].Stage != ledger.Construction || value.Lines[0].Amount.String() != "871000000 USD" {
		t.Errorf("lines: %v, want USD 871m at construction", value.Lines)
	}
	apart := value.Total.Count
	for _, left := range value.Total.LeftOut {
		apart += len(left.Refs)
	}
	if apart != v.Len(ledger.Deals) {
		t.Errorf("%d deals weighed or named apart, %d in the view", apart, v.Len(ledger.Deals))
	}
}

func TestRateOfTheUser(t *testing.T) {
	half := map[ledger.Stage]decimal.Decimal{ledger.Construction: decimal.RequireFromString("0.5")}
	if got := analysis.Weigh(viewToday(t), analysis.DefaultOldEnough, half).Total.Sum("USD").Amount.String(); got != "435500000" {
		t.Errorf("half of USD 871m: %s", got)
	}
}
