package report

import (
	"slices"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// ChangeOrder is the order in which changes are listed: what became of the
// known first, what is new after it.
func ChangeOrder() []analysis.ChangeKind {
	return []analysis.ChangeKind{analysis.ChangeStage, analysis.ChangeOutcome, analysis.ChangeSigned, analysis.ChangeVerdict, analysis.ChangeMoney, analysis.ChangeDue,
		analysis.ChangeNew, analysis.ChangeGone, analysis.ChangeSource}
}

// ChangedKinds is the order in which kinds of records are listed.
func ChangedKinds() []ledger.Kind {
	return []ledger.Kind{ledger.Deals, ledger.Agreements, ledger.Funds, ledger.Promises, ledger.Tracks, ledger.Claims, ledger.Events, ledger.Positions, ledger.Parties, ledger.Links, ledger.Rates, ledger.Sources}
}

// ChangeLine is one change in words: what was and what is.
type ChangeLine struct {
	Change                analysis.Change
	Title, Tag            string
	What                  string // kind of record, or the step of money
	Before, After         string
	BeforeSign, AfterSign string // names of marks
	When                  string
}

// ChangeLines writes changes as lines, in their order; to is the later view.
func ChangeLines(p *locale.Printer, changes analysis.Changes, to *ledger.View) []ChangeLine {
	c := changing{Printer: p, view: to, ledger: to.Ledger()}
	lines := make([]ChangeLine, 0, len(changes.List))
	for _, change := range changes.List {
		line := ChangeLine{Change: change, Title: p.Title(c.ledger, change.Record), Tag: p.TitleTag(c.ledger, change.Record)}
		line.What = locale.Capital(p.Record(change.Record.Kind))
		if change.Cause.Exists() {
			line.When = p.ShortDate(c.ledger.Date(change.Cause, "date"))
		}
		c.say(&line)
		lines = append(lines, line)
	}
	order, kinds := ChangeOrder(), ChangedKinds()
	slices.SortStableFunc(lines, func(a, b ChangeLine) int {
		if a.Change.Kind != b.Change.Kind {
			return slices.Index(order, a.Change.Kind) - slices.Index(order, b.Change.Kind)
		}
		return slices.Index(kinds, a.Change.Record.Kind) - slices.Index(kinds, b.Change.Record.Kind)
	})
	return lines
}

// changing writes the lines of one comparison.
type changing struct {
	*locale.Printer
	view   *ledger.View
	ledger *ledger.Ledger
}

// say writes what was and what is.
func (c changing) say(line *ChangeLine) {
	change := line.Change
	switch change.Kind {
	case analysis.ChangeStage:
		line.Before, line.After, line.AfterSign = c.stage(change.Stage[0]), c.stage(change.Stage[1]), "step"
	case analysis.ChangeOutcome:
		line.Before, line.BeforeSign = c.outcome(change.Outcome[0])
		line.After, line.AfterSign = c.outcome(change.Outcome[1])
		if change.Through && change.Outcome[0] == change.Outcome[1] {
			line.After, line.AfterSign = locale.Capital(c.Word("outcome", "ended_through")), "cross"
		}
	case analysis.ChangeSigned:
		line.Before, line.After, line.AfterSign = c.Text("since.not_signed"), c.Text("since.signed"), "disc"
	case analysis.ChangeVerdict:
		before, after := change.Verdict[0], change.Verdict[1]
		line.Before, line.BeforeSign = locale.Capital(c.Short("verdict", before.String())), VerdictSign(before)
		line.After, line.AfterSign = locale.Capital(c.Short("verdict", after.String())), VerdictSign(after)
	case analysis.ChangeMoney:
		line.What = locale.Capital(c.Word("rung", change.Rung.String()))
		line.Before, line.After, line.AfterSign = c.money(change.Money[0]), c.money(change.Money[1]), "square"
	case analysis.ChangeDue:
		line.Before, line.After, line.AfterSign = c.due(change.Due[0]), c.due(change.Due[1]), "past.brick"
	case analysis.ChangeNew:
		line.After, line.AfterSign = c.standing(change.Record)
		line.When = c.began(change.Record)
	case analysis.ChangeSource:
		line.After, line.AfterSign = c.Records(ledger.Sources, len(change.Sources)), "small"
		if len(change.Sources) == 1 {
			line.After = c.Title(c.ledger, change.Sources[0])
		}
	}
}

func (c changing) stage(stage ledger.Stage) string { return StageShort(c.Printer, stage) }

// StageShort writes a stage in its short form, also that there is none.
func StageShort(p *locale.Printer, stage ledger.Stage) string {
	if stage == ledger.NoStage {
		return p.Word("stage", "none")
	}
	return p.Short("stage", stage.String())
}

func (c changing) outcome(outcome ledger.Outcome) (text, sign string) {
	if outcome == ledger.NoOutcome {
		return c.Text("since.none"), ""
	}
	return locale.Capital(c.Word("outcome", outcome.String())), OutcomeSign(outcome)
}

func (c changing) money(list []ledger.Money) string {
	if len(list) == 0 {
		return c.Text("since.none")
	}
	return Charting{Printer: c.Printer}.moneyList(list)
}

func (c changing) due(date ledger.Date) string {
	if !date.Known() {
		return c.Text("date.none")
	}
	return c.ShortDate(date)
}

// standing says in a word how a new record stands.
func (c changing) standing(ref ledger.Ref) (text, sign string) {
	switch ref.Kind {
	case ledger.Deals:
		return c.stage(c.view.Deal(ref).Stage), "step"
	case ledger.Agreements:
		presence := c.ledger.Presence(ref)
		return locale.Capital(c.Short("at_summit", presence.String())), PresenceSign(presence)
	case ledger.Promises:
		verdict := c.view.Promise(ref).Verdict
		return locale.Capital(c.Short("verdict", verdict.String())), VerdictSign(verdict)
	case ledger.Events:
		return locale.Capital(c.Word("event_kind", c.ledger.Value(ref, "kind"))), EventOutcomeSign(c.view, ref)
	}
	return "", ""
}

// EventOutcomeSign says what an event did by shape: endings stand out.
func EventOutcomeSign(v *ledger.View, ref ledger.Ref) string {
	if outcome := v.Ledger().Value(ref, "outcome"); outcome != "" && outcome != ledger.Open.String() {
		return WordSign("outcome", outcome)
	}
	return EventSign(v.Ledger().Value(ref, "kind"))
}

// began gives the day of a new record, as far as one is written.
func (c changing) began(ref ledger.Ref) string {
	column := map[ledger.Kind]string{ledger.Agreements: "signed_on", ledger.Deals: "opened_on", ledger.Funds: "announced_on", ledger.Tracks: "opened_on", ledger.Promises: "made_on", ledger.Claims: "as_of", ledger.Events: "date",
		ledger.Sources: "published_on"}[ref.Kind]
	if column == "" {
		return ""
	}
	if date := c.ledger.Date(ref, column); date.Known() {
		return c.ShortDate(date)
	}
	return ""
}
