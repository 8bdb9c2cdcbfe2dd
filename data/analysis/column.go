package analysis

import "summitledger/data/ledger"

// Places of the columns that many records are read by.
var (
	linkRelation  = ledger.Links.Column("relation")
	eventDate     = ledger.Events.Column("date")
	eventKind     = ledger.Events.Column("kind")
	eventStage    = ledger.Events.Column("to_stage")
	eventOutcome  = ledger.Events.Column("outcome")
	eventBasis    = ledger.Events.Column("basis")
	partyRole     = ledger.Parties.Column("role")
	partyOf       = ledger.Parties.Column("organisation_key")
	agreementSign = ledger.Agreements.Column("signed_on")
)

// wordAt is word for a column whose place is known.
func wordAt(l *ledger.Ledger, ref ledger.Ref, column int) uint8 {
	cell := l.Cell(ref, column)
	if cell == "" {
		return 0
	}
	position, _ := ref.Kind.Columns()[column].Words.Position(cell)
	return position
}

// relationOf reads how a link relates its ends.
func relationOf(l *ledger.Ledger, link ledger.Ref) ledger.Relation {
	return ledger.Relation(wordAt(l, link, linkRelation))
}

// stageOf reads the stage that an event reports.
func stageOf(l *ledger.Ledger, event ledger.Ref) ledger.Stage {
	return ledger.Stage(wordAt(l, event, eventStage))
}

// outcomeOf reads the outcome that an event reports.
func outcomeOf(l *ledger.Ledger, event ledger.Ref) ledger.Outcome {
	return ledger.Outcome(wordAt(l, event, eventOutcome))
}

// kindOf reads what sort of event it is.
func kindOf(l *ledger.Ledger, event ledger.Ref) ledger.EventKind {
	return ledger.EventKind(wordAt(l, event, eventKind))
}

// dateOf reads the date of an event. Cells were checked when they came in: a
// text that is no date reads as none.
func dateOf(l *ledger.Ledger, ref ledger.Ref, column int) ledger.Date {
	date, err := ledger.ParseDate(l.Cell(ref, column))
	if err != nil {
		return ledger.NoDate()
	}
	return date
}

// happenedOn gives the day by which an event happened (RULES 1.2).
func happenedOn(l *ledger.Ledger, event ledger.Ref) ledger.Day {
	return dateOf(l, event, eventDate).Happened(l.Recorded(event))
}

// baselineOf reads the stage of a deal on the summit's last day, as far as the
// view has come to that day (RULES 4.1).
func baselineOf(v *ledger.View, deal ledger.Ref) ledger.Stage {
	l := v.Ledger()
	if l.Ends() == ledger.NoDay || l.Ends() > v.AsOf().Happened {
		return ledger.NoStage
	}
	return ledger.Stage(word(l, deal, "stage"))
}

// ended reports whether a record ended by its own outcome or, of an
// agreement, through its deals (RULES 4.3, 4.6).
func ended(v *ledger.View, ref ledger.Ref) bool {
	return v.Outcome(ref).Ended() || ref.Kind == ledger.Agreements && v.Agreement(ref).EndedThrough
}
