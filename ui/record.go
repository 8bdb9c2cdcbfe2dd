package ui

import (
	"strings"

	"summitledger/data/ledger"
	"summitledger/ui/panel"
)

// recordPanel turns a record into the blocks of its panel.
type recordPanel struct {
	*desk
	ref    ledger.Ref
	open   func(ledger.Ref) // shows another record
	visit  func(url string) // opens a page in the browser
	blocks []panel.Block
}

// recordBlocks gives the panel of a record and the fixed line at its foot.
func recordBlocks(d *desk, ref ledger.Ref, open func(ledger.Ref), visit func(string)) (blocks []panel.Block, foot string) {
	r := &recordPanel{desk: d, ref: ref, open: open, visit: visit}
	r.head()
	r.summary()
	r.promise()
	r.parties()
	r.positions()
	r.links()
	r.money()
	r.promises()
	r.roles()
	r.events()
	r.sources()
	r.fields()
	if d.past() {
		foot = d.text("record.newer_words", d.printer.Day(d.ledger.RecordedDay()))
	}
	return r.blocks, foot
}

func (r *recordPanel) add(blocks ...panel.Block) { r.blocks = append(r.blocks, blocks...) }

func (r *recordPanel) value(column string) string { return r.ledger.Value(r.ref, column) }

// link opens another record; nil for a record that is not there.
func (r *recordPanel) link(ref ledger.Ref) func() {
	if !ref.Exists() {
		return nil
	}
	return func() { r.open(ref) }
}

func (r *recordPanel) head() {
	caption := r.printer.Record(r.ref.Kind)
	switch r.ref.Kind {
	case ledger.Agreements:
		caption = r.printer.Word("instrument", r.value("instrument"))
	case ledger.Organisations, ledger.Sources:
		column := r.ref.Kind.Columns()[r.ref.Kind.Column("kind")]
		caption = r.printer.Word(column.Words.Name(), r.value("kind"))
	case ledger.Events:
		caption = r.printer.Word("event_kind", r.value("kind"))
	}
	r.add(panel.Caption{Left: capital(caption), Right: r.ledger.Key(r.ref)}, panel.Title{Text: r.printer.Title(r.ledger, r.ref)})
	if absence := r.view.Absence(r.ref); absence != ledger.Present {
		r.add(panel.Note{Mark: "dots", Text: r.text("command.not_in_view", r.printer.Word("absence", absence.String()))})
	}
	if facts := r.facts(); len(facts) > 0 {
		r.add(panel.Facts{Items: facts})
	}
}

// facts is the line under the title: what state the record is in and since when.
func (r *recordPanel) facts() []panel.Fact {
	p := r.printer
	switch r.ref.Kind {
	case ledger.Agreements:
		presence := r.ledger.Presence(r.ref)
		state := r.view.Agreement(r.ref)
		facts := []panel.Fact{{Mark: markOfPresence(presence), Text: p.Short("at_summit", presence.String()), Bold: true}, {Text: r.signing()},
			{Text: p.Word("force", r.ledger.Force(r.ref).String())}}
		switch {
		case state.Outcome != ledger.NoOutcome:
			facts = append(facts, panel.Fact{Mark: markOfOutcome(state.Outcome), Text: p.Word("outcome", state.Outcome.String())})
		case state.EndedThrough:
			facts = append(facts, panel.Fact{Mark: "cross", Text: p.Word("outcome", "ended_through")})
		}
		return facts
	case ledger.Deals:
		state := r.view.Deal(r.ref)
		stage := state.Stage.String()
		if state.Stage == ledger.NoStage {
			stage = "none"
		}
		facts := []panel.Fact{{Mark: markOfOutcome(state.Outcome), Text: capital(p.Word("outcome", state.Outcome.String())), Bold: true}, {Text: p.Word("stage", stage)}}
		if state.StageSince.Known() {
			key := "record.since"
			if state.SinceBaseline {
				key = "record.since_or_before"
			}
			facts = append(facts, panel.Fact{Text: r.text(key, p.Day(state.StageSince))})
		}
		if state.Silence != ledger.NotSilent {
			facts = append(facts, panel.Fact{Mark: markOfSilence(state.Silence), Text: p.Word("silence", state.Silence.String())})
		}
		return facts
	case ledger.Promises:
		state := r.view.Promise(r.ref)
		facts := []panel.Fact{{Mark: markOfVerdict(state.Verdict), Text: capital(p.Word("verdict", state.Verdict.String())), Bold: true}}
		if due := r.ledger.Date(r.ref, "due_on"); due.Known() {
			facts = append(facts, panel.Fact{Text: r.text("record.due", p.Date(due))})
		}
		if state.Verdict == ledger.VerdictKeptLate {
			facts = append(facts, panel.Fact{Text: r.text("record.late", p.Count("unit.day", state.LateAtLeast), p.Count("unit.day", state.LateAtMost))})
		}
		return facts
	case ledger.Events:
		return []panel.Fact{{Mark: r.eventMark(r.ref), Text: p.Date(r.ledger.Date(r.ref, "date")), Bold: true}}
	case ledger.Sources:
		return []panel.Fact{{Text: p.Date(r.ledger.Date(r.ref, "published_on")), Bold: true}, {Text: r.value("publisher")}}
	case ledger.Organisations:
		if country := r.value("country"); country != "" {
			return []panel.Fact{{Text: p.Country(country), Bold: true}}
		}
	case ledger.Funds, ledger.Tracks:
		if outcome := r.view.Outcome(r.ref); outcome != ledger.NoOutcome {
			return []panel.Fact{{Mark: markOfOutcome(outcome), Text: capital(p.Word("outcome", outcome.String())), Bold: true}}
		}
	}
	return nil
}

// signing says when an agreement was signed, as exactly as it is known.
func (r *recordPanel) signing() string {
	if date := r.ledger.Date(r.ref, "signed_on"); date.Known() {
		return r.printer.Date(date)
	}
	if day := r.view.Agreement(r.ref).SignedBy; day.Known() {
		return r.printer.SignedBy(day)
	}
	return r.text("date.none")
}

// summaryLines is how much of a summary shows at first.
const summaryLines = 4

func (r *recordPanel) summary() {
	for _, column := range []string{"summary", "state", "promise", "claim", "note"} {
		at := r.ref.Kind.Column(column)
		if at < 0 || at == r.ref.Kind.TitleColumn() {
			continue
		}
		if text := r.ledger.Cell(r.ref, at); text != "" {
			lines := summaryLines
			if r.ref.Kind != ledger.Agreements && r.ref.Kind != ledger.Deals {
				lines = 0
			}
			r.add(panel.Paragraph{Text: text, Lines: lines})
		}
	}
}

func (r *recordPanel) parties() {
	parties := r.view.PartiesOf(r.ref)
	if len(parties) == 0 {
		return
	}
	r.add(panel.Section{Heading: r.printer.Table(ledger.Parties), Note: r.printer.Integer(len(parties))})
	for _, party := range parties {
		key := r.ledger.Value(party, "organisation_key")
		body, ok := r.ledger.Find(ledger.Organisations, key)
		if !ok {
			body = ledger.NoRef()
		}
		role := r.printer.Word("role", r.ledger.Value(party, "role"))
		if share := r.ledger.Value(party, "share_percent"); share != "" {
			role += ", " + share + "%"
		}
		country, title := "", key
		if ok {
			country, title = r.ledger.Value(body, "country"), r.printer.Title(r.ledger, body)
		}
		r.add(panel.Row{Lead: country, Text: title, Right: role, Open: r.link(body)})
	}
}

func (r *recordPanel) positions() {
	var list []ledger.Ref
	switch r.ref.Kind {
	case ledger.Tracks:
		list = r.ledger.PositionsOf(r.ref)
	case ledger.Organisations:
		list = r.ledger.PositionsBy(r.ref)
	}
	var shown []ledger.Ref
	for _, position := range list {
		if r.view.Has(position) {
			shown = append(shown, position)
		}
	}
	if len(shown) == 0 {
		return
	}
	r.add(panel.Section{Heading: r.printer.Table(ledger.Positions), Note: r.printer.Integer(len(shown))})
	for _, position := range shown {
		kind, key := ledger.Organisations, r.ledger.Value(position, "organisation_key")
		if r.ref.Kind == ledger.Organisations {
			kind, key = ledger.Tracks, r.ledger.Value(position, "track_key")
		}
		other, ok := r.ledger.Find(kind, key)
		if !ok {
			other = ledger.NoRef()
		}
		r.add(panel.Row{Text: r.printer.Cell(r.ledger, position, ledger.Positions.Column(kind.String()+"_key")), Right: r.printer.ShortDate(r.ledger.Date(position, "as_of")), Open: r.link(other)},
			panel.Paragraph{Text: r.ledger.Value(position, "position")})
	}
}

func (r *recordPanel) links() {
	from, to := r.view.LinksFrom(r.ref), r.view.LinksTo(r.ref)
	if len(from)+len(to) == 0 {
		return
	}
	r.add(panel.Section{Heading: r.text("record.chain"), Note: r.printer.Integer(len(from) + len(to))})
	show := func(link, other ledger.Ref, inverse bool) {
		r.add(panel.Note{Text: r.printer.Relation(r.ledger.Value(link, "relation"), inverse)},
			panel.Row{Mark: r.markOf(other), Text: r.printer.Title(r.ledger, other), Right: r.printer.Record(other.Kind), Open: r.link(other)})
	}
	for _, link := range from {
		_, other := r.ledger.LinkEnds(link)
		show(link, other, false)
	}
	for _, link := range to {
		other, _ := r.ledger.LinkEnds(link)
		show(link, other, true)
	}
}

// markOf gives the mark that says how a record stands.
func (d *desk) markOf(ref ledger.Ref) string {
	switch ref.Kind {
	case ledger.Agreements:
		return markOfPresence(d.ledger.Presence(ref))
	case ledger.Deals:
		if state := d.view.Deal(ref); state.Silence != ledger.NotSilent {
			return markOfSilence(state.Silence)
		}
		return markOfOutcome(d.view.Outcome(ref))
	case ledger.Promises:
		return markOfVerdict(d.view.Promise(ref).Verdict)
	case ledger.Events:
		return d.eventMark(ref)
	}
	return ""
}

func (r *recordPanel) money() {
	p := r.printer
	headline, ladder := r.view.Headline(r.ref), r.view.Ladder(r.ref)
	if !headline.Money.Stated() && len(ladder.Amounts) == 0 && len(ladder.LeftOut) == 0 && r.ref.Kind != ledger.Funds {
		return
	}
	r.add(panel.Section{Heading: r.text("record.money")})
	if headline.Money.Stated() {
		right := p.Qualified(headline.Qualifier, p.Money(headline.Money))
		if headline.State == ledger.NotDatedAmount {
			right += ", " + r.text("money.not_dated")
		}
		r.add(panel.Row{Text: r.text("record.headline_amount", strings.ToLower(p.Word("amount_kind", headline.Kind.String()))), Right: right, Under: len(ladder.Amounts) > 0})
	}
	for _, amount := range ladder.Amounts {
		if amount.From == r.ref {
			continue // the headline amount again
		}
		r.add(panel.Row{Text: p.Word("rung", amount.Rung.String()), Right: p.Money(amount.Money) + ", " + p.ShortDate(r.ledger.Date(amount.From, "date")), Open: r.link(amount.From)})
	}
	if r.ref.Kind == ledger.Funds {
		state := r.view.Fund(r.ref)
		for _, money := range state.Untraced {
			r.add(panel.Row{Text: r.text("record.untraced"), Right: p.Money(money), Muted: true})
		}
		r.add(panel.Row{Text: r.text("record.called"), Right: r.text("record.not_known"), Muted: true})
	}
	for _, left := range ladder.LeftOut {
		r.add(panel.Note{Text: p.Money(left.Money) + ": " + p.Word("money_reason", left.Reason.String()), Open: r.link(left.Event)})
	}
}

func (r *recordPanel) promises() {
	var shown []ledger.Ref
	for _, promise := range r.ledger.PromisesOf(r.ref) {
		if r.view.Has(promise) {
			shown = append(shown, promise)
		}
	}
	if len(shown) == 0 {
		return
	}
	r.add(panel.Section{Heading: r.printer.Table(ledger.Promises), Note: r.printer.Integer(len(shown))})
	for _, promise := range shown {
		verdict := r.view.Promise(promise).Verdict
		r.add(panel.Row{Mark: markOfVerdict(verdict), Text: r.printer.Title(r.ledger, promise), Right: r.printer.Word("verdict", verdict.String()), Open: r.link(promise)})
	}
}

// roles lists what an organisation takes part in.
func (r *recordPanel) roles() {
	if r.ref.Kind != ledger.Organisations {
		return
	}
	for _, kind := range []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Tracks, ledger.Summits} {
		var rows []panel.Block
		for _, role := range r.ledger.RolesOf(r.ref) {
			subject, ok := r.ledger.Subject(role)
			if !ok || subject.Kind != kind || !r.view.Has(role) {
				continue
			}
			rows = append(rows, panel.Row{Mark: r.markOf(subject), Text: r.printer.Title(r.ledger, subject), Right: r.printer.Word("role", r.ledger.Value(role, "role")), Open: r.link(subject)})
		}
		if len(rows) > 0 {
			r.add(panel.Section{Heading: r.printer.Table(kind), Note: r.printer.Integer(len(rows))})
			r.add(rows...)
		}
	}
}

func (r *recordPanel) events() {
	if r.ref.Kind == ledger.Events {
		if subject, ok := r.ledger.Subject(r.ref); ok {
			r.add(panel.Section{Heading: r.text("record.tells_of")}, panel.Row{Mark: r.markOf(subject), Text: r.printer.Title(r.ledger, subject), Right: r.printer.Record(subject.Kind), Open: r.link(subject)})
		}
		return
	}
	events := r.view.EventsOf(r.ref)
	if len(events) == 0 {
		if r.ref.Kind == ledger.Deals {
			r.add(panel.Section{Heading: r.printer.Table(ledger.Events), Note: "0"}, panel.Note{Mark: "dots", Text: r.printer.Word("silence", "no_dated_event")})
		}
		return
	}
	r.add(panel.Section{Heading: r.printer.Table(ledger.Events), Note: r.printer.Integer(len(events))})
	for _, event := range events {
		r.add(panel.Row{Lead: r.printer.ShortDate(r.ledger.Date(event, "date")), Wide: true, Mark: r.eventMark(event), Text: r.ledger.Value(event, "note"), Wrapped: true, Open: r.link(event)})
	}
}

func (r *recordPanel) sources() {
	if r.ref.Kind == ledger.Sources {
		if url := r.value("url"); url != "" {
			r.add(panel.Section{Heading: r.printer.Column(ledger.Sources, "url")}, panel.Row{Text: url, Wrapped: true, Open: func() { r.visit(url) }})
		}
		return
	}
	sources := r.ledger.SourcesOf(r.ref)
	r.add(panel.Section{Heading: r.printer.Table(ledger.Sources), Note: r.printer.Integer(len(sources))})
	for _, source := range sources {
		url := r.ledger.Value(source, "url")
		open := r.link(source)
		if url != "" {
			open = func() { r.visit(url) }
		}
		r.add(panel.Row{Text: r.ledger.Value(source, "publisher"), Bold: true, Right: r.printer.ShortDate(r.ledger.Date(source, "published_on")), Open: r.link(source)},
			panel.Row{Text: r.printer.Title(r.ledger, source), Wrapped: true, Open: open})
	}
}

// fields lists every column as the file has it; those that nobody filled are
// named together at the end.
func (r *recordPanel) fields() {
	r.add(panel.Section{Heading: r.text("record.fields"), Note: r.text("record.recorded", r.printer.Day(r.ledger.Recorded(r.ref)))})
	var empty []string
	for i, column := range r.ref.Kind.Columns() {
		text, name := r.printer.Cell(r.ledger, r.ref, i), r.printer.Column(r.ref.Kind, column.Name)
		if text == "" {
			empty = append(empty, name)
			continue
		}
		r.add(panel.Note{Text: name}, panel.Row{Text: text, Wrapped: true})
	}
	if len(empty) > 0 {
		r.add(panel.Note{Text: r.text("record.empty")}, panel.Row{Text: strings.Join(empty, ", "), Wrapped: true, Muted: true})
	}
}
