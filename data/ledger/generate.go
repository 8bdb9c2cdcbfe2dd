package ledger

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// GeneratedName begins the name of every generated summit, so that nobody
// takes one for facts.
const GeneratedName = "GENERATED DATA, NOT FACTS"

// Generate makes a ledger of the given size for load tests: the same seed
// gives the same ledger. Every title says that it is generated. recorded is
// the day on which its rows count as recorded.
func Generate(agreements, events int, seed uint64, recorded Day) *Ledger {
	b := NewBuilder(recorded)
	g := generator{builder: b, random: rand.New(rand.NewPCG(seed, 0)), recorded: recorded}
	g.base(agreements, events, seed)
	for i := range agreements {
		g.agreement(i)
	}
	deals := max(1, agreements/10)
	for i := range deals {
		g.deal(i)
	}
	for i := range events {
		g.event(i, agreements, deals)
	}
	return b.Build()
}

type generator struct {
	builder  *Builder
	random   *rand.Rand
	recorded Day
}

const generatedBodies = 500

// add writes a row from pairs of column and value.
func (g *generator) add(kind Kind, pairs ...string) {
	cells := make([]string, len(kind.Columns()))
	for i := 0; i+1 < len(pairs); i += 2 {
		cells[kind.Column(pairs[i])] = pairs[i+1]
	}
	g.builder.Add(kind, 0, g.recorded, cells)
}

func (g *generator) base(agreements, events int, seed uint64) {
	g.add(Summits, "key", "generated", "name", fmt.Sprintf("%s (%d agreements, %d events, seed %d)", GeneratedName, agreements, events, seed),
		"starts_on", "2016-12-15", "ends_on", "2016-12-16", "countries", "JP;RU", "note", GeneratedName+": made for load tests", "source_keys", "generated-source")
	g.add(Sources, "key", "generated-source", "title", GeneratedName, "publisher", "Generator of Summit Ledger", "published_on", "2016-12-16", "language", "en", "kind", "data_set")
	for i := range generatedBodies {
		g.add(Organisations, "key", "generated-body-"+strconv.Itoa(i), "name", "Generated body "+strconv.Itoa(i), "country", []string{"JP", "RU"}[i%2],
			"kind", g.pick(bodyKinds))
	}
}

func (g *generator) pick(words *Vocabulary) string {
	return words.words[g.random.IntN(len(words.words))]
}

func (g *generator) day() string { return (DayOf(2016, 12, 16) + Day(g.random.IntN(3600))).String() }

func (g *generator) agreement(i int) {
	number := strconv.Itoa(i)
	amount, currency, kind := "", "", ""
	if g.random.IntN(4) == 0 {
		amount, currency, kind = strconv.Itoa(1+g.random.IntN(90_000))+"00000", []string{"USD", "JPY", "EUR"}[g.random.IntN(3)], g.pick(amountKinds)
	}
	presence := g.pick(presences)
	signed := ""
	if presence == "no" {
		signed = g.day()
	}
	sector := g.pick(sectors)
	g.add(Agreements, "key", "generated-agreement-"+number, "title", "Generated agreement "+number+" on "+sector, "instrument", instruments.words[g.random.IntN(len(instruments.words)-1)],
		"binding", g.pick(bindings), "track", g.pick(negotiators), "field", g.pick(fields), "sector", sector, "dac_code", "430", "signed_on", signed, "at_summit", presence,
		"value_amount", amount, "value_currency", currency, "value_kind", kind, "summary", "Generated row "+number+": not a fact.", "confidence", "low", "source_keys", "generated-source")
	g.add(Parties, "subject_kind", "agreement", "subject_key", "generated-agreement-"+number, "organisation_key", "generated-body-"+strconv.Itoa(g.random.IntN(generatedBodies)), "role", "signatory")
}

func (g *generator) deal(i int) {
	number := strconv.Itoa(i)
	g.add(Deals, "key", "generated-deal-"+number, "title", "Generated deal "+number, "sector", g.pick(sectors), "dac_code", "430", "opened_on", "2016-12-16", "stage", stages.words[g.random.IntN(4)],
		"summary", "Generated row "+number+": not a fact.", "confidence", "low", "source_keys", "generated-source")
	g.add(Links, "from_kind", "deal", "from_key", "generated-deal-"+number, "relation", "implements", "to_kind", "agreement", "to_key", "generated-agreement-"+number, "source_keys", "generated-source")
}

func (g *generator) event(i, agreements, deals int) {
	number := strconv.Itoa(i)
	pairs := []string{"key", "generated-event-" + number, "date", g.day(), "note", "Generated event " + number, "source_keys", "generated-source"}
	if i%3 == 0 {
		pairs = append(pairs, "subject_kind", "deal", "subject_key", "generated-deal-"+strconv.Itoa(g.random.IntN(deals)), "kind", "stage", "to_stage", g.pick(stages))
	} else {
		pairs = append(pairs, "subject_kind", "agreement", "subject_key", "generated-agreement-"+strconv.Itoa(g.random.IntN(max(1, agreements))), "kind", "milestone")
	}
	g.add(Events, pairs...)
}
