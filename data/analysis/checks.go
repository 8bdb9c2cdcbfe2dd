package analysis

import (
	"runtime"
	"sync"
	"sync/atomic"

	"summitledger/data/ledger"
)

// Severity is how serious a finding is (RULES 15.1).
type Severity string

// The severities. Only a fault breaks the format of the files.
const (
	Fault         Severity = "fault"
	Contradiction Severity = "contradiction"
	Look          Severity = "look" // nothing wrong by itself, but worth a look
)

// Answer is what a check says.
type Answer string

// The answers. A check that has findings and cases that cannot be told answers
// finding.
const (
	Finding    Answer = "finding"
	Fine       Answer = "fine"
	CannotTell Answer = "cannot_tell"
)

// Case is one finding: the records that it names, the first of them its
// subject, and a code for what is the matter with them.
type Case struct {
	Refs   []ledger.Ref
	Detail string
}

// Check is the result of one rule tried on all records of a view.
type Check struct {
	ID         string
	Severity   Severity
	Rule       string // the section of the rules: "9.2"
	Answer     Answer
	Cases      []Case
	CannotTell []ledger.Ref // records of which the data does not tell
}

// Names of the checks, in the order in which they are made.
const (
	CheckScope           = "scope_not_understood"
	CheckInForce         = "in_force_before_signed"
	CheckDisbursed       = "disbursed_above_committed"
	CheckDeployed        = "deployed_above_fund_size"
	CheckParts           = "parts_above_headline"
	CheckOperating       = "operating_without_binding_document"
	CheckChain           = "broken_chain"
	CheckTwice           = "same_document_twice"
	CheckPastDue         = "past_due_no_outcome"
	CheckNoSource        = "fact_without_source"
	CheckNewerThanSource = "status_newer_than_source"
	CheckRates           = "rate_not_usable"
	CheckRings           = "claim_part_of_itself"
	CheckDue             = "promise_without_due_day"
	CheckOpening         = "event_before_opening"
	CheckCurrencies      = "currency_without_rate"
	CheckSetting         = "setting_not_usable"
	CheckView            = "view_not_usable"
)

// Checks tries the rules of consistency on a view (RULES 15.1). Breaches of
// the file format are for ledger.Faults.
func Checks(v *ledger.View) []Check {
	checks := []Check{
		{ID: CheckScope, Severity: Fault, Rule: "8"},
		{ID: CheckInForce, Severity: Contradiction, Rule: "4.4"},
		{ID: CheckDisbursed, Severity: Contradiction, Rule: "7.1"},
		{ID: CheckDeployed, Severity: Contradiction, Rule: "12"},
		{ID: CheckParts, Severity: Contradiction, Rule: "10.1"},
		{ID: CheckOperating, Severity: Contradiction, Rule: "15.1"},
		{ID: CheckChain, Severity: Contradiction, Rule: "6.3"},
		{ID: CheckRates, Severity: Contradiction, Rule: "7.5"},
		{ID: CheckRings, Severity: Contradiction, Rule: "10.1"},
		{ID: CheckTwice, Severity: Look, Rule: "6.2"},
		{ID: CheckPastDue, Severity: Look, Rule: "11"},
		{ID: CheckDue, Severity: Look, Rule: "11"},
		{ID: CheckOpening, Severity: Look, Rule: "3"},
		{ID: CheckCurrencies, Severity: Look, Rule: "7.5"},
		{ID: CheckNoSource, Severity: Look, Rule: "2.3"},
		{ID: CheckNewerThanSource, Severity: Look, Rule: "2.3"},
		{ID: CheckSetting, Severity: Look, Rule: "15.1"},
		{ID: CheckView, Severity: Look, Rule: "15.1"},
	}
	tries := map[string]func(*ledger.View, *Check){
		CheckScope: checkScopes, CheckInForce: checkInForce, CheckDisbursed: checkDisbursed, CheckDeployed: checkDeployed,
		CheckParts: checkParts, CheckOperating: checkOperating, CheckChain: checkChains, CheckTwice: checkTwice,
		CheckPastDue: checkPastDue, CheckNoSource: checkSources, CheckNewerThanSource: checkNewerThanSource,
		CheckRates: checkRates, CheckRings: checkRings, CheckDue: checkDue, CheckOpening: checkOpening, CheckCurrencies: checkCurrencies,
		CheckSetting: checkSettings, CheckView: checkViews,
	}
	tryAll(v, checks, tries)
	for i := range checks {
		check := &checks[i]
		switch {
		case len(check.Cases) > 0:
			check.Answer = Finding
		case len(check.CannotTell) > 0:
			check.Answer = CannotTell
		default:
			check.Answer = Fine
		}
	}
	return checks
}

// tryAll makes the checks on all cores, each core the next one that nobody
// makes: they only read the view.
func tryAll(v *ledger.View, checks []Check, tries map[string]func(*ledger.View, *Check)) {
	var next atomic.Int32
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(checks); i = int(next.Add(1)) - 1 {
				tries[checks[i].ID](v, &checks[i])
			}
		})
	}
	wait.Wait()
}

func (c *Check) find(detail string, refs ...ledger.Ref) {
	c.Cases = append(c.Cases, Case{Refs: refs, Detail: detail})
}

func (c *Check) cannotTell(ref ledger.Ref) { c.CannotTell = append(c.CannotTell, ref) }

// checkScopes finds claims whose scope is not field=value pairs over the
// counted file (RULES 8).
func checkScopes(v *ledger.View, c *Check) {
	settings := SettingsOf(v.Ledger())
	for claim := range v.All(ledger.Claims) {
		if _, _, err := settings.ClaimForm(v.Ledger(), claim); err != nil {
			c.find("scope", claim)
		}
	}
}

// checkPastDue finds promises past their due day of which nothing is reported
// (RULES 11).
func checkPastDue(v *ledger.View, c *Check) {
	for promise := range v.All(ledger.Promises) {
		if v.Promise(promise).Verdict == ledger.VerdictPastDue {
			c.find("no_report", promise)
		}
	}
}

// checkOperating finds operating deals whose documents all do not bind. Where
// nobody states the force of one of them, or no document is named, it cannot be
// told (RULES 15.1).
func checkOperating(v *ledger.View, c *Check) {
	l := v.Ledger()
	for deal := range v.All(ledger.Deals) {
		if v.Deal(deal).Stage != ledger.Operating {
			continue
		}
		documents := implemented(v, deal)
		binding, open := false, len(documents) == 0
		for _, document := range documents {
			switch l.Force(document) {
			case ledger.ForceBinding:
				binding = true
			case ledger.ForceNotStated:
				open = true
			}
		}
		switch {
		case binding:
		case open:
			c.cannotTell(deal)
		default:
			c.find("not_binding", append([]ledger.Ref{deal}, documents...)...)
		}
	}
}
