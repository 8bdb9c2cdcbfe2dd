package query

import (
	"slices"
	"strconv"
	"strings"

	"summitledger/data/ledger"
)

// The vocabularies that derived fields borrow from columns.
var (
	stageWords   = ledger.Deals.Columns()[ledger.Deals.Column("stage")].Words
	outcomeWords = ledger.Events.Columns()[ledger.Events.Column("outcome")].Words
)

// derivedFields lists what a view derives of the records of a kind.
func derivedFields(kind ledger.Kind) []Field {
	switch kind {
	case ledger.Agreements:
		return []Field{
			dayField("signed_by", signedBy),
			words("force", ledger.ForceWords(), func(v *ledger.View, ref ledger.Ref) string { return v.Ledger().Force(ref).String() }),
			words("outcome", outcomeWords, agreementOutcome), headline(kind), parties(), partyCountries(),
		}
	case ledger.Deals:
		return []Field{
			words("stage_now", stageWords, func(v *ledger.View, ref ledger.Ref) string { return v.Deal(ref).Stage.String() }),
			words("outcome", outcomeWords, func(v *ledger.View, ref ledger.Ref) string { return v.Deal(ref).Outcome.String() }),
			words("silence", ledger.SilenceWords(), func(v *ledger.View, ref ledger.Ref) string { return v.Deal(ref).Silence.String() }),
			headline(kind), dayField("last_event", lastEvent), parties(), partyCountries(),
		}
	case ledger.Funds:
		return []Field{headline(kind), words("outcome", outcomeWords, outcome), number("deal_count", func(v *ledger.View, ref ledger.Ref) int { return len(v.Fund(ref).Deals) })}
	case ledger.Tracks, ledger.Summits:
		return []Field{words("outcome", outcomeWords, outcome)}
	case ledger.Claims:
		return []Field{{ID: "claimed_by", Shape: Text, Values: voices}}
	case ledger.Promises:
		verdict := words("verdict", ledger.VerdictWords(), func(v *ledger.View, ref ledger.Ref) string { return v.Promise(ref).Verdict.String() })
		verdict.Ranked = verdictRanks
		return []Field{verdict, dayField("reported_on", reportedOn)}
	case ledger.Organisations:
		return []Field{
			number("documents", func(v *ledger.View, ref ledger.Ref) int { return roles(v, ref, ledger.Agreements) }),
			number("deal_count", func(v *ledger.View, ref ledger.Ref) int { return roles(v, ref, ledger.Deals) }),
		}
	case ledger.Events:
		return []Field{dayField("year", func(v *ledger.View, ref ledger.Ref) ledger.Date { return v.Ledger().Date(ref, "date") }), subject()}
	}
	return nil
}

// voices lists who made a claim: the cell separates them by semicolons.
func voices(v *ledger.View, ref ledger.Ref) []string {
	var list []string
	for voice := range strings.SplitSeq(v.Ledger().Value(ref, "claimed_by"), ";") {
		if voice = strings.TrimSpace(voice); voice != "" {
			list = append(list, voice)
		}
	}
	return list
}

func outcome(v *ledger.View, ref ledger.Ref) string { return v.Outcome(ref).String() }

func agreementOutcome(v *ledger.View, ref ledger.Ref) string {
	return v.Agreement(ref).Outcome.String()
}

// signedBy is the date of signing as written, or the last day by which the
// agreement was signed when no date is.
func signedBy(v *ledger.View, ref ledger.Ref) ledger.Date {
	if written := v.Ledger().Date(ref, "signed_on"); written.Known() {
		return written
	}
	return ledger.OnDay(v.Agreement(ref).SignedBy)
}

func lastEvent(v *ledger.View, ref ledger.Ref) ledger.Date {
	state := v.Deal(ref)
	if state.LastEvent < 0 {
		return ledger.NoDate()
	}
	return v.Ledger().Date(ledger.Ref{Kind: ledger.Events, Row: state.LastEvent}, "date")
}

// verdictRanks puts the verdicts from settled to open: what was kept at one
// end, what is still to come at the other.
var verdictRanks = func() []string {
	ranks := []string{}
	for _, verdict := range []ledger.Verdict{ledger.VerdictKept, ledger.VerdictKeptLate, ledger.VerdictLatenessUnknown, ledger.VerdictPartlyKept, ledger.VerdictBroken,
		ledger.VerdictConditionNotMet, ledger.VerdictSuperseded, ledger.VerdictNotAssessed, ledger.VerdictPastDue, ledger.VerdictPending} {
		ranks = append(ranks, verdict.String())
	}
	return ranks
}()

// reportedOn is the date of the event that assesses a promise.
func reportedOn(v *ledger.View, ref ledger.Ref) ledger.Date {
	event := v.Promise(ref).Event
	if !event.Exists() {
		return ledger.NoDate()
	}
	return v.Ledger().Date(event, "date")
}

// year is the year in which a date is counted: that of its last day.
func year(date ledger.Date) string {
	if !date.Known() {
		return ""
	}
	y, _, _ := date.Last.YearMonthDay()
	return strconv.Itoa(y)
}

// subject is the record that an event tells of, by its full name: its key may
// be that of a record of another kind, too.
func subject() Field {
	return Field{ID: "subject", Shape: Code, Type: ledger.ReferenceColumn, Values: func(v *ledger.View, ref ledger.Ref) []string {
		record, ok := v.Ledger().Subject(ref)
		if !ok {
			return nil
		}
		return []string{v.Ledger().Name(record)}
	}, Named: func(v *ledger.View, ref ledger.Ref) []ledger.Ref {
		record, ok := v.Ledger().Subject(ref)
		if !ok {
			return nil
		}
		return []ledger.Ref{record}
	}}
}

// The columns that are read for every record.
var (
	partyColumn   = ledger.Parties.Column("organisation_key")
	countryColumn = ledger.Organisations.Column("country")
)

// parties lists the organisations that take part in a record.
func parties() Field {
	field := Field{ID: "organisation", Shape: Code, Target: ledger.Organisations, Keys: true, Values: func(v *ledger.View, ref ledger.Ref) []string {
		var keys []string
		for _, party := range v.PartiesOf(ref) {
			if key := v.Ledger().Cell(party, partyColumn); !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
		return keys
	}}
	field.Named = named(&field)
	return field
}

// partyCountries lists the countries of the organisations that take part.
func partyCountries() Field {
	return Field{ID: "country", Shape: Code, Type: ledger.CountriesColumn, Values: func(v *ledger.View, ref ledger.Ref) []string {
		var countries []string
		for _, party := range v.PartiesOf(ref) {
			body, ok := v.Ledger().Find(ledger.Organisations, v.Ledger().Cell(party, partyColumn))
			if !ok {
				continue
			}
			if country := v.Ledger().Cell(body, countryColumn); country != "" && !slices.Contains(countries, country) {
				countries = append(countries, country)
			}
		}
		return countries
	}}
}

// roles counts the records of a kind in which an organisation takes part.
func roles(v *ledger.View, organisation ledger.Ref, kind ledger.Kind) int {
	seen := map[ledger.Ref]bool{}
	for _, role := range v.Ledger().RolesOf(organisation) {
		if subject, ok := v.Ledger().Subject(role); ok && subject.Kind == kind && v.Has(role) {
			seen[subject] = true
		}
	}
	return len(seen)
}
