package analysis

import "summitledger/data/ledger"

// Places of the columns that many records are read by.
var (
	eventDate           = ledger.Events.Column("date")
	eventToDate         = ledger.Events.Column("to_date")
	partyRole           = ledger.Parties.Column("role")
	partyOf             = ledger.Parties.Column("organisation_key")
	organisationCountry = ledger.Organisations.Column("country")
	agreementTitle      = ledger.Agreements.Column("title")
	agreementAmount     = ledger.Agreements.Column("value_amount")
	dealOpened          = ledger.Deals.Column("opened_on")
	agreementSign       = ledger.Agreements.Column("signed_on")
)

// dateOf reads the date of an event. Cells were checked when they came in: a
// text that is no date reads as none.
func dateOf(l *ledger.Ledger, ref ledger.Ref, column int) ledger.Date {
	date, err := ledger.ParseDate(l.Cell(ref, column))
	if err != nil {
		return ledger.NoDate()
	}
	return date
}

// daysOf gives the days that the date of an event can mean; its mark and its
// precision are not there.
func daysOf(l *ledger.Ledger, event ledger.Ref) ledger.Date {
	first, last := l.EventDays(event)
	if last >= l.Recorded(event) {
		return dateOf(l, event, eventDate) // the day of recording may stand for its last day
	}
	return ledger.Date{First: first, Last: last}
}

// baselineOf reads the stage of a deal on the summit's last day, as far as the
// view has come to that day (RULES 4.1).
func baselineOf(v *ledger.View, deal ledger.Ref) ledger.Stage {
	l := v.Ledger()
	if l.Ends() == ledger.NoDay || l.Ends() > v.AsOf().Happened {
		return ledger.NoStage
	}
	return l.Baseline(deal)
}

// ended reports whether a record ended by its own outcome or, of an
// agreement, through its deals (RULES 4.3, 4.6).
func ended(v *ledger.View, ref ledger.Ref) bool {
	return v.Outcome(ref).Ended() || ref.Kind == ledger.Agreements && v.Agreement(ref).EndedThrough
}
