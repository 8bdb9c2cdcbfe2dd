package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// answer runs a command with --json and reads what it prints.
func answer(t *testing.T, line string, into any) {
	t.Helper()
	out, errors, code := command(t, append(strings.Fields(line), "--json")...)
	if code != exitDone {
		t.Fatalf("%s: exit %d: %s", line, code, errors)
	}
	if err := json.Unmarshal([]byte(out), into); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
}

type claimAnswer struct {
	Key, Form, Amount, Unit, Happened, Known string
	CountAt                                  string `json:"count_at"`
	Currency, Qualifier                      *string
	Itemised, Counted, Remainder             *string
	Buckets                                  []struct {
		ID, Value, Counted string
		Shown              *string
		Keys               []string
	}
	LeftOut []struct {
		Reason string
		Keys   []string
	} `json:"left_out"`
	Splits []struct {
		Split, Sum, Gap string
		Parts           []struct{ Key string }
	}
	Rivals []struct {
		Key      string
		Forecast bool
	}
	InUnit *struct{ Unit, Count string } `json:"in_unit"`
}

func value(text *string) string {
	if text == nil {
		return "null"
	}
	return *text
}

// The rows of RULES 16 for docs-total-80, by the command line.
func TestClaimOfEightyDocuments(t *testing.T) {
	for _, c := range []struct{ days, itemised, remainder, disbursed string }{
		{"--as-of 2016-12-17", "44", "36", "0"},
		{"--as-of 2016-12-17 --known 2016-12-17", "33", "47", "0"},
		{"--as-of 2018-12-31", "44", "36", "1"},
		{"--as-of 2018-12-31 --known 2018-12-31", "43", "37", "1"},
		{"--as-of 2022-03-31", "44", "36", "2"},
		{"--as-of 2022-03-31 --known 2022-03-31", "43", "37", "2"},
		{"", "44", "36", "3"},
	} {
		var got claimAnswer
		answer(t, "claim docs-total-80 --count-at disbursed "+c.days, &got)
		if value(got.Itemised) != c.itemised || value(got.Remainder) != c.remainder || value(got.Counted) != c.disbursed {
			t.Errorf("%q: %s itemised, %s left, %s disbursed; want %s, %s, %s", c.days, value(got.Itemised), value(got.Remainder), value(got.Counted), c.itemised, c.remainder, c.disbursed)
		}
		sum := decimal.RequireFromString(value(got.Remainder))
		for _, bucket := range got.Buckets {
			sum = sum.Add(decimal.RequireFromString(bucket.Value))
			if bucket.Value != decimal.NewFromInt(int64(len(bucket.Keys))).String() {
				t.Errorf("%q: %s is %s with %d keys", c.days, bucket.ID, bucket.Value, len(bucket.Keys))
			}
		}
		if sum.String() != got.Amount {
			t.Errorf("%q: buckets and remainder make %s of %s", c.days, sum, got.Amount)
		}
	}
	var got claimAnswer
	answer(t, "claim claim:docs-total-80 --unit deals --query novatek", &got)
	if got.Form != "count" || got.Unit != "documents" || got.Currency != nil || value(got.Qualifier) != "exact" || got.CountAt != "announced" || got.Happened != "2026-11-23" || got.Known != "2026-11-23" {
		t.Errorf("%+v", got)
	}
	if len(got.Splits) != 2 || got.Splits[0].Sum != "80" || got.Splits[0].Gap != "0" || len(got.Rivals) != 2 || got.InUnit == nil || got.InUnit.Unit != "deals" {
		t.Errorf("splits %v, rivals %v, in deals %v", got.Splits, got.Rivals, got.InUnit)
	}
	if len(got.LeftOut) != 1 || got.LeftOut[0].Reason != "no_paper" || value(got.Remainder) != "36" {
		t.Errorf("left out %v; a filter moves nothing: %s", got.LeftOut, value(got.Remainder))
	}
	for _, bucket := range got.Buckets {
		if bucket.ID == "ended_since" && (strings.Join(bucket.Keys, " ") != "novatek-mitsubishi-2016 vladivostok-rehabilitation-2016" || value(bucket.Shown) != "1") {
			t.Errorf("ended: %v, %s shown by \"novatek\"", bucket.Keys, value(bucket.Shown))
		}
	}
}

func TestClaimsOfOtherForms(t *testing.T) {
	for key, want := range map[string]string{"energy-all-23": "count 14 9", "health-all-6": "count 3 3", "package-jpy-300bn": "sum 112200000000 187800000000",
		"rjif-projects-20": "linked 3 17", "rjif-size-usd-1bn": "comparison null null", "projects-157": "not_checkable null null"} {
		var got claimAnswer
		answer(t, "claim "+key, &got)
		if text := strings.Join([]string{got.Form, value(got.Itemised), value(got.Remainder)}, " "); text != want {
			t.Errorf("%s: %s, want %s", key, text, want)
		}
	}
	var all []claimAnswer
	answer(t, "claim", &all)
	if len(all) != 96 || all[0].Key != "docs-total-80" { // 14 count, 2 sum, 3 linked, 25 comparison, 52 not checkable (RULES 8)
		t.Errorf("%d claims, the first %s", len(all), all[0].Key)
	}
	var early claimAnswer
	answer(t, "claim energy-all-23 --as-of 2016-12-17 --known 2016-12-17", &early)
	if early.Itemised != nil || len(early.Buckets) != 0 {
		t.Error("a claim that is not known yet is answered")
	}
}

func TestPipelineAnswer(t *testing.T) {
	var got struct {
		Count string
		Lanes []struct {
			Stage *string
			Count string
		}
		Weighted struct {
			Sums  []struct{ Amount, Currency string }
			Lines []struct{ Stage, Reached, Seen string }
		}
		Funnel []struct {
			Stage     string
			Operating struct {
				Reached, Seen string
				Share         *string
			}
		}
	}
	answer(t, "pipeline", &got)
	var lanes []string
	for _, lane := range got.Lanes {
		lanes = append(lanes, value(lane.Stage)+" "+lane.Count)
	}
	if text := strings.Join(lanes, ", "); text != "identified 3, under_discussion 9, memorandum 12, preparation 1, contract 10, financed 0, construction 2, operating 23, null 0" {
		t.Errorf("lanes %s (RULES 16)", text)
	}
	if len(got.Weighted.Sums) != 1 || decimal.RequireFromString(got.Weighted.Sums[0].Amount).Round(0).String() != "712636364" || got.Weighted.Lines[0].Seen != "11" {
		t.Errorf("weighted %v (RULES 13.2)", got.Weighted)
	}
	if first := got.Funnel[0]; first.Stage != "identified" || first.Operating.Seen != "5" || first.Operating.Share != nil {
		t.Errorf("identified: %v; 5 cases are refused", first)
	}
}

func TestPromisesAnswer(t *testing.T) {
	var got struct {
		Promised, Assessed string
		Verdicts           []struct{ Verdict, Count string }
		Promises           []struct {
			Key, Verdict string
			AtLeast      *int `json:"days_late_at_least"`
			AtMost       *int `json:"days_late_at_most"`
			Slippage     *struct{}
		}
	}
	answer(t, "promises", &got)
	counts := map[string]string{}
	for _, verdict := range got.Verdicts {
		counts[verdict.Verdict] = verdict.Count
	}
	if got.Promised != "24" || got.Assessed != "12" || counts["kept"] != "7" || counts["kept_late"] != "1" || counts["partly_kept"] != "3" || counts["broken"] != "1" || counts["overdue"] != "10" || counts["pending"] != "1" || counts["not_assessed"] != "1" {
		t.Errorf("%s promised, %s assessed, %v (RULES 16)", got.Promised, got.Assessed, counts)
	}
	for _, promise := range got.Promises {
		if promise.Key == "rjif-first-project-six-months" && (promise.Verdict != "kept_late" || *promise.AtLeast != 159 || *promise.AtMost != 188 || promise.Slippage != nil) {
			t.Errorf("%+v; want 159 to 188 days late and no move recorded", promise)
		}
	}
}

func TestFundsAnswer(t *testing.T) {
	var got struct {
		Funds []struct {
			Key                                              string
			Announced, Committed, Deployed, Traced, Untraced []struct{ Amount, Currency string }
			Called                                           *string
			Rate                                             struct{ Share, Refused *string } `json:"deployment_rate"`
			Deals                                            []string
			Claims                                           []struct {
				Measure *string
				Differ  bool
			}
		}
	}
	answer(t, "funds", &got)
	for _, fund := range got.Funds {
		if fund.Key != "russia-japan-investment-fund" {
			continue
		}
		if fund.Announced[0].Amount != "1000000000" || fund.Committed[0].Currency != "JPY" || fund.Deployed[0].Amount != "10000000000" || len(fund.Traced) != 0 || fund.Untraced[0].Currency != "RUB" {
			t.Errorf("%+v (RULES 12)", fund)
		}
		if fund.Called != nil || fund.Rate.Share != nil || value(fund.Rate.Refused) != "no_rate" || len(fund.Deals) != 3 || len(fund.Claims) == 0 {
			t.Errorf("%+v; roubles of yen have no rate", fund)
		}
	}
}

func TestSinceAnswer(t *testing.T) {
	var got struct {
		From, To struct{ Happened, Known string }
		New      []struct{ Table, Count string }
		Changes  []struct {
			Kind, Record string
			From, To     any
		}
	}
	answer(t, "since --from 2016-12-17 --clock known --as-of 2016-12-17", &got)
	fresh := map[string]string{}
	for _, one := range got.New {
		fresh[one.Table] = one.Count
	}
	if got.From.Known != "2016-12-17" || got.To.Known != "2026-11-23" || got.To.Happened != "2016-12-17" || fresh["agreements"] != "18" || fresh["deals"] != "15" {
		t.Errorf("%v to %v: %v; want 18 agreements and 15 deals (RULES 3)", got.From, got.To, fresh)
	}
	answer(t, "since --from 2018-12-31 --to 2022-03-31", &got)
	found := false
	for _, change := range got.Changes {
		found = found || change.Kind == "stage" && change.Record == "deal:arctic-lng-2" && change.From == "memorandum" && change.To == "construction"
	}
	if !found {
		t.Error("arctic-lng-2 did not move to construction")
	}
	if out, _, code := command(t, "since", "--from", "2026-11-23", "--lang", "en"); code != exitDone || !strings.Contains(out, "Nothing changed") {
		t.Errorf("from today to today: exit %d, %q", code, out)
	}
}

// A fault of the file makes check fail, a finding does not.
func TestCheckFailsOnFaultsOnly(t *testing.T) {
	var got struct {
		Checks []struct {
			ID, Answer, Severity string
			RuleText             string   `json:"rule_text"`
			CannotTell           []string `json:"cannot_tell"`
		}
		Answers map[string]int
	}
	answer(t, "check --lang en", &got)
	if got.Answers["finding"] == 0 || len(got.Checks) < 15 {
		t.Errorf("%v of %d rules", got.Answers, len(got.Checks))
	}
	for _, check := range got.Checks {
		if strings.HasPrefix(check.RuleText, "check.rule.") || check.ID == "operating_without_binding_document" && len(check.CannotTell) != 14 {
			t.Errorf("%+v", check)
		}
	}
	file := filepath.Join(t.TempDir(), "copy.summit")
	if _, errors, code := command(t, "new", file); code != exitDone {
		t.Fatal(errors)
	}
	if _, errors, code := command(t, "set", "claim:docs-ft-60", "scope=colour=red", "--workspace", file); code != exitDone {
		t.Fatal(errors)
	}
	if out, _, code := command(t, "check", "--lang", "en", "--workspace", file); code != exitFailed || strings.Contains(out, "sound") {
		t.Errorf("a scope by a column that is not there: exit %d, want %d, and no word of a sound file: %s", code, exitFailed, out)
	}
}

func TestAnswersInThreeLanguages(t *testing.T) {
	for language, word := range map[string]string{"en": "Not found in the itemised list", "ja": "一覧に見つからない分", "ru": "Не найдено в списке"} {
		out, errors, code := command(t, "claim", "docs-total-80", "--lang", language)
		if code != exitDone || !strings.Contains(out, word) {
			t.Errorf("%s: exit %d, %s%s", language, code, out, errors)
		}
		for _, line := range []string{"claim", "claim rjif-size-usd-1bn", "pipeline --unit chains --count-at signed", "promises --unit events", "funds --unit deals", "since --from 2016-12-17 --unit organisations", "check --unit documents"} {
			out, errors, code := command(t, append(strings.Fields(line), "--lang", language)...)
			if code != exitDone {
				t.Errorf("%s in %s: exit %d: %s", line, language, code, errors)
			}
			for _, key := range []string{"answer.", "claims.", "reason.", "check.", "since.", "word."} {
				for _, field := range strings.Fields(out) {
					if strings.HasPrefix(field, key) {
						t.Errorf("%s in %s prints %q", line, language, field)
					}
				}
			}
		}
	}
}

func TestWrongUseOfAnswers(t *testing.T) {
	for _, c := range []struct{ line, says string }{
		{"claim no-such-claim", `no claim with the key "no-such-claim"`},
		{"claim docs-total-80 --count-at paid", "announced, signed, binding, financed, disbursed"},
		{"pipeline --unit tons", "documents, deals, chains, organisations, events"},
		{"promises now", "accepts"},
		{"since", "--from"},
		{"since --from 2016-13-01", "--from"},
		{"since --from 2016-12-17 --to yesterday", "--to"},
		{"since --from 2018-01-01 --to 2017-01-01", "earlier day first"},
		{"since --from 2016-12-17 --clock wall", "happened and known"},
	} {
		out, errors, code := command(t, strings.Fields(c.line)...)
		if code != exitUsage || !strings.Contains(errors, c.says) || out != "" {
			t.Errorf("%s: exit %d, prints %q, says %q; want exit %d and %q", c.line, code, out, errors, exitUsage, c.says)
		}
	}
}
