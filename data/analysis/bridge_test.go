package analysis_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// pairsOfDays are the seven pairs of RULES 16.
var pairsOfDays = [][2]string{
	{"2016-12-17", today}, {"2016-12-17", "2016-12-17"}, {"2018-12-31", today}, {"2018-12-31", "2018-12-31"},
	{"2022-03-31", today}, {"2022-03-31", "2022-03-31"}, {today, today},
}

func bucket(answer analysis.ClaimAnswer, id string) analysis.Bucket {
	for _, b := range answer.Buckets {
		if b.ID == id {
			return b
		}
	}
	return analysis.Bucket{}
}

func TestItemisedAndRemainder(t *testing.T) {
	l := bundled(t)
	for key, want := range map[string][7]string{
		"docs-total-80":      {"44, 36", "33, 47", "44, 36", "43, 37", "44, 36", "43, 37", "44, 36"},
		"docs-government-12": {"11, 1", "9, 3", "11, 1", "11, 1", "11, 1", "11, 1", "11, 1"},
		"docs-commercial-68": {"31, 37", "22, 46", "31, 37", "30, 38", "31, 37", "30, 38", "31, 37"},
		"energy-all-23":      {"14, 9", "not known yet", "14, 9", "13, 10", "14, 9", "13, 10", "14, 9"},
		"health-all-6":       {"3, 3", "not known yet", "3, 3", "not known yet", "3, 3", "not known yet", "3, 3"},
	} {
		for i, days := range pairsOfDays {
			answer := analysis.Bridge(view(t, l, days[0], days[1]), find(t, l, ledger.Claims, key), analysis.AtAnnounced, nil)
			got := "not known yet"
			if answer.InView {
				got = fmt.Sprintf("%s, %s", answer.Itemised, answer.Remainder)
			}
			if got != want[i] {
				t.Errorf("%s as of %s, known %s: %s, want %s", key, days[0], days[1], got, want[i])
			}
		}
	}
}

func TestBucketsOfTheEightyDocuments(t *testing.T) {
	l := bundled(t)
	claim := find(t, l, ledger.Claims, "docs-total-80")
	for i, want := range []string{
		"0 0 15 0 1 28, 29 0 0", "0 0 13 0 1 19, 20 0 0", "0 0 15 0 1 28, 29 9 1", "0 0 14 0 1 28, 29 6 1",
		"1 0 15 0 1 27, 29 12 2", "0 0 14 0 1 28, 29 11 2", "2 0 15 0 1 26, 29 12 3",
	} {
		v := view(t, l, pairsOfDays[i][0], pairsOfDays[i][1])
		answer := analysis.Bridge(v, claim, analysis.AtAnnounced, nil)
		var buckets, levels []string
		for _, id := range []string{analysis.BucketEnded, analysis.BucketBefore, analysis.BucketUnconfirmed, analysis.BucketBinding, analysis.BucketNotBinding, analysis.BucketForceUnknown} {
			buckets = append(buckets, bucket(answer, id).Value.String())
		}
		for _, level := range []analysis.CountAt{analysis.AtSigned, analysis.AtFinanced, analysis.AtDisbursed} {
			levels = append(levels, analysis.Bridge(v, claim, level, nil).Counted.String())
		}
		if got := strings.Join(buckets, " ") + ", " + strings.Join(levels, " "); got != want {
			t.Errorf("as of %s, known %s: %s, want %s", pairsOfDays[i][0], pairsOfDays[i][1], got, want)
		}
	}
}

func TestWhichDocumentsOfTheEightyEnded(t *testing.T) {
	l := bundled(t)
	answer := analysis.Bridge(view(t, l, today, today), find(t, l, ledger.Claims, "docs-total-80"), analysis.AtAnnounced, nil)
	var refs []ledger.Ref
	for _, item := range bucket(answer, analysis.BucketEnded).Items {
		refs = append(refs, item.Ref)
	}
	if got := strings.Join(keysOf(l, refs), " "); got != "novatek-mitsubishi-2016 vladivostok-rehabilitation-2016" {
		t.Errorf("ended: %s", got)
	}
	if len(answer.LeftOut) != 1 || answer.LeftOut[0].Reason != analysis.ReasonNoPaper || len(answer.LeftOut[0].Refs) == 0 {
		t.Errorf("left out: %v, want the results without a paper by name", answer.LeftOut)
	}
}

func TestRecordsNotYetKnownAreNamed(t *testing.T) {
	l := bundled(t)
	claim := find(t, l, ledger.Claims, "docs-total-80")
	now := analysis.Bridge(view(t, l, today, today), claim, analysis.AtAnnounced, nil)
	then := analysis.Bridge(view(t, l, "2016-12-17", "2016-12-17"), claim, analysis.AtAnnounced, nil)
	missing := 0
	for _, left := range then.LeftOut {
		if left.Reason != analysis.ReasonNoPaper {
			missing += len(left.Refs)
		}
	}
	if grown := then.Remainder.Sub(now.Remainder); !grown.Equal(decimal.NewFromInt(int64(missing))) || missing != 11 {
		t.Errorf("the remainder is %s larger than today's, %d records are named as left out; want 11 of both", grown, missing)
	}
}

func TestPackageOf300BillionYen(t *testing.T) {
	l := bundled(t)
	claim := find(t, l, ledger.Claims, "package-jpy-300bn")
	for i, unknown := range []int{47, 34, 47, 46, 47, 46, 47} {
		answer := analysis.Bridge(view(t, l, pairsOfDays[i][0], pairsOfDays[i][1]), claim, analysis.AtAnnounced, nil)
		if got := len(bucket(answer, analysis.BucketAmountUnknown).Items); got != unknown {
			t.Errorf("as of %s, known %s: %d records without an amount, want %d", pairsOfDays[i][0], pairsOfDays[i][1], got, unknown)
		}
	}
	answer := analysis.Bridge(view(t, l, today, today), claim, analysis.AtAnnounced, nil)
	for _, c := range []struct{ id, want string }{
		{analysis.BucketOtherKind, "111000000000"}, {analysis.BucketUnconfirmed, "1200000000"}, {analysis.BucketNotConverted, "0"}, {analysis.BucketBinding, "0"},
	} {
		if got := bucket(answer, c.id).Value.String(); got != c.want {
			t.Errorf("%s: JPY %s, want %s", c.id, got, c.want)
		}
	}
	if items := bucket(answer, analysis.BucketNotConverted).Items; len(items) != 1 || items[0].Money.String() != "200000000 EUR" {
		t.Errorf("not converted: %v, want EUR 200m", items)
	}
	if answer.Remainder.String() != "187800000000" || answer.RemainderQualifier != ledger.QualifierAbout {
		t.Errorf("remainder %s JPY %s, want about 187800000000", answer.RemainderQualifier, answer.Remainder)
	}
	if other := bucket(answer, analysis.BucketOtherKind).Items; len(other) != 1 || l.Value(other[0].Conversion.Rate, "date") != "2016-11-21" {
		t.Errorf("other kind: %v, want one record at the rate of 2016-11-21", other)
	}
}

func TestPartsOfTheEighty(t *testing.T) {
	l := bundled(t)
	answer := analysis.Bridge(view(t, l, today, today), find(t, l, ledger.Claims, "docs-total-80"), analysis.AtAnnounced, nil)
	words := map[string]analysis.Split{}
	for _, split := range answer.Splits {
		words[split.Word] = split
	}
	track := words["track"]
	if len(words) != 2 || len(track.Parts) != 2 || track.Sum.String() != "80" || !track.Gap.IsZero() || !track.Itemised {
		t.Fatalf("splits: %v; want 12 + 68 = 80 by track and one by plan point", answer.Splits)
	}
	// RULES 10.2: 36 = 1 + 37 + 0 - 2
	if track.Remainders.String() != "38" || track.InNone.Value.String() != "2" || len(track.InSeveral.Records) != 0 || len(track.Outside.Records) != 0 {
		t.Errorf("remainders %s, in no part %s, in several %d", track.Remainders, track.InNone.Value, len(track.InSeveral.Records))
	}
	plan := words["plan_point"]
	if plan.Itemised || plan.Sum.String() != "71" || plan.Gap.String() != "9" {
		t.Errorf("plan points: sum %s, gap %s, itemised %v; want 23 + 15 + 14 + 13 + 6 = 71, and not itemised", plan.Sum, plan.Gap, plan.Itemised)
	}
}

func TestRivalsOfTheEighty(t *testing.T) {
	l := bundled(t)
	for key, want := range map[string]string{
		"docs-total-80":         "docs-total-81 docs-ft-60",
		"docs-expected-ntv-80":  "docs-expected-nhk-70 docs-expected-rodina-30 forecast",
		"docs-far-east-23":      "", // without a scope nobody can tell
		"rjif-first-projects-5": "",
		"pipeline-cost-usd-6bn": "pipeline-cost-usd-6-7bn",
	} {
		var got []string
		for _, rival := range analysis.Bridge(view(t, l, today, today), find(t, l, ledger.Claims, key), analysis.AtAnnounced, nil).Rivals {
			got = append(got, l.Key(rival.Claim))
			if rival.Forecast {
				got = append(got, "forecast")
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("rivals of %s: %s, want %s", key, strings.Join(got, " "), want)
		}
	}
}

func TestFormsOfAnswer(t *testing.T) {
	l := bundled(t)
	v := view(t, l, today, today)
	for _, c := range []struct {
		key       string
		form      analysis.Form
		remainder string // empty: none
	}{
		{"rjif-projects-20", analysis.FormLinked, "17"},
		{"rjif-contracts-16", analysis.FormLinked, "15"},
		{"rjif-size-usd-1bn", analysis.FormComparison, ""},
		{"projects-157", analysis.FormNotCheckable, ""},
	} {
		answer := analysis.Bridge(v, find(t, l, ledger.Claims, c.key), analysis.AtAnnounced, nil)
		got := ""
		if answer.HasRemainder {
			got = answer.Remainder.String()
		}
		if answer.Form != c.form || got != c.remainder {
			t.Errorf("%s: %s with remainder %q, want %s with %q", c.key, answer.Form, got, c.form, c.remainder)
		}
		if (answer.Comparison != nil) != (c.form == analysis.FormComparison) {
			t.Errorf("%s: comparison %v", c.key, answer.Comparison)
		}
	}
}

func TestReplacedDocumentIsInNoLevel(t *testing.T) {
	l := bundled(t)
	claim := find(t, l, ledger.Claims, "docs-total-80")
	joined, err := l.Apply([]ledger.Change{l.Add(ledger.Links, l.RecordedDay(),
		[]string{"agreement", "novatek-mitsui-2016", "replaces", "agreement", "novatek-mitsubishi-2016", "", "ntv-349216"})})
	if err != nil {
		t.Fatal(err)
	}
	answer := analysis.Bridge(view(t, joined, today, today), claim, analysis.AtAnnounced, nil)
	replaced := bucket(answer, analysis.BucketDuplicate)
	if len(replaced.Items) != 1 || joined.Key(replaced.Items[0].Ref) != "novatek-mitsubishi-2016" {
		t.Fatalf("replaced: %v, want novatek-mitsubishi-2016", replaced.Items)
	}
	if answer.Remainder.String() != "36" || answer.Itemised.String() != "44" || answer.Counted.String() != "43" {
		t.Errorf("itemised %s, counted %s, remainder %s; a duplicate explains its part and is counted at no level", answer.Itemised, answer.Counted, answer.Remainder)
	}
}

// Buckets and remainder make the claim, and neither count-at nor a filter
// moves anything, on any pair of days (RULES 9).
func TestBridgeAlwaysAddsUp(t *testing.T) {
	l := bundled(t)
	first, last := day(t, "2016-01-01"), day(t, today)
	var claims []ledger.Ref
	for claim := range l.All(ledger.Claims) {
		if form, _, _ := analysis.ClaimForm(l, claim); len(analysis.BucketIDs(form)) > 0 {
			claims = append(claims, claim)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		happened := ledger.Day(rapid.Int32Range(int32(first), int32(last)).Draw(t, "happened"))
		known := ledger.Day(rapid.Int32Range(int32(first), int32(last)).Draw(t, "known"))
		at := rapid.SampledFrom(analysis.CountAtLevels()).Draw(t, "count at")
		modulus := rapid.Int32Range(1, 7).Draw(t, "every n-th record is shown")
		claim := rapid.SampledFrom(claims).Draw(t, "claim")
		v := l.View(ledger.AsOf{Happened: happened, Known: known})
		plain := analysis.Bridge(v, claim, analysis.AtAnnounced, nil)
		answer := analysis.Bridge(v, claim, at, func(ref ledger.Ref) bool { return ref.Row%modulus == 0 })
		if !answer.InView {
			if answer.HasRemainder || len(answer.Buckets) > 0 {
				t.Fatal("a claim that is not known yet is answered")
			}
			return
		}
		sum := answer.Remainder
		for i, b := range answer.Buckets {
			for _, item := range b.Items {
				sum = sum.Add(item.Value)
			}
			if !b.Value.Equal(plain.Buckets[i].Value) {
				t.Fatalf("%s: %s with a filter at %s, %s without", b.ID, b.Value, at, plain.Buckets[i].Value)
			}
			if !b.Counted.Value.Add(b.Uncounted.Value).Equal(b.Value) || !b.Shown.Value.Add(b.Hidden.Value).Equal(b.Value) {
				t.Fatalf("%s does not split without rest", b.ID)
			}
			if len(b.Counted.Records)+len(b.Uncounted.Records) != len(b.Items) || len(b.Shown.Records)+len(b.Hidden.Records) != len(b.Items) {
				t.Fatalf("%s loses records when split", b.ID)
			}
		}
		if !sum.Equal(answer.Amount) {
			t.Fatalf("%s: buckets and remainder make %s, the claim is %s", l.Key(claim), sum, answer.Amount)
		}
		for _, split := range answer.Splits {
			law := split.Remainders.Add(split.Gap).Sub(split.InNone.Value).Add(split.Extra).Add(split.Outside.Value)
			if split.Itemised && !law.Equal(answer.Remainder) {
				t.Fatalf("%s by %s: the parts give a remainder of %s, the claim has %s", l.Key(claim), split.Word, law, answer.Remainder)
			}
		}
	})
}

func BenchmarkBridge(b *testing.B) {
	l := bundled(b)
	v := view(b, l, today, today)
	claim := find(b, l, ledger.Claims, "docs-total-80")
	b.ReportAllocs()
	for b.Loop() {
		analysis.Bridge(v, claim, analysis.AtDisbursed, nil)
	}
}

// BenchmarkBridgeOfManyRecords answers a claim over 100,000 generated documents.
func BenchmarkBridgeOfManyRecords(b *testing.B) {
	l := ledger.Generate(100_000, 200_000, 1, day(b, today))
	cells := make([]string, len(ledger.Claims.Columns()))
	for column, value := range map[string]string{"key": "all", "claim": "Generated claim", "claimed_by": l.Value(firstOf(b, l, ledger.Organisations), "key"), "amount": "100000", "unit": "documents", "counts": "agreements",
		"scope": "track=commercial,government", "source_keys": l.Value(firstOf(b, l, ledger.Sources), "key")} {
		cells[ledger.Claims.Column(column)] = value
	}
	l, err := l.Apply([]ledger.Change{l.Add(ledger.Claims, l.RecordedDay(), cells)})
	if err != nil {
		b.Fatal(err)
	}
	v := view(b, l, today, today)
	claim := find(b, l, ledger.Claims, "all")
	b.ReportAllocs()
	for b.Loop() {
		if answer := analysis.Bridge(v, claim, analysis.AtDisbursed, nil); !answer.InView || answer.Itemised.IsZero() {
			b.Fatalf("nothing is itemised: %v", answer)
		}
	}
}

func firstOf(t testing.TB, l *ledger.Ledger, kind ledger.Kind) ledger.Ref {
	t.Helper()
	for ref := range l.All(kind) {
		return ref
	}
	t.Fatalf("no %s", kind)
	return ledger.NoRef()
}
