package analysis_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// anyLedger makes a small ledger of documents, deals, funds, links of every
// relation, events with stages, outcomes and money, rates and claims of every
// form: nothing in it was arranged to make figures agree.
func anyLedger(t *rapid.T, recorded ledger.Day) *ledger.Ledger {
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	m := maker{builder: ledger.NewBuilder(recorded), random: random, recorded: recorded}
	m.row(ledger.Summits, "key", "s", "name", "Generated", "starts_on", "2016-12-15", "ends_on", "2016-12-16", "countries", "JP;RU", "source_keys", "s0")
	m.sources = 6
	for i := range m.sources {
		published := ""
		if random.IntN(4) > 0 {
			published = m.day()
		}
		m.row(ledger.Sources, "key", "s"+strconv.Itoa(i), "title", "Generated", "publisher", "Generator", "published_on", published, "language", "en", "kind", m.pick("press", "company", "blog_copy"), "country", m.pick("", "JP", "RU"))
	}
	documents, deals, funds := 3+random.IntN(8), 2+random.IntN(5), 1+random.IntN(2)
	for i := range documents {
		amount, currency := m.money()
		m.row(ledger.Agreements, "key", "a"+strconv.Itoa(i), "title", "Generated "+strconv.Itoa(i), "instrument", m.pick("treaty", "loan_agreement", "no_paper"), "binding", m.pick("contract", "non_binding", "unknown"),
			"track", m.pick("government", "commercial"), "field", "economic", "sector", m.pick("health", "finance"), "dac_code", "430", "signed_on", m.maybeDate(), "at_summit", m.pick("yes", "reported", "no", "unknown"),
			"value_amount", amount, "value_currency", currency, "value_kind", m.pick("announced", "cost"), "value_qualifier", m.pick("", "about", "up_to", "at_least"), "summary", "Generated", "confidence", "low", "source_keys", m.cites())
	}
	for i := range deals {
		amount, currency := m.money()
		m.row(ledger.Deals, "key", "d"+strconv.Itoa(i), "title", "Generated "+strconv.Itoa(i), "sector", "finance", "dac_code", "430", "opened_on", m.maybeDate(), "stage", m.pick("", "identified", "memorandum", "contract"),
			"amount", amount, "currency", currency, "amount_kind", "announced", "summary", "Generated", "confidence", "high", "source_keys", m.cites())
	}
	for i := range funds {
		m.row(ledger.Funds, "key", "f"+strconv.Itoa(i), "name", "Generated", "size_amount", "100", "size_currency", "USD", "size_kind", "fund_size", "announced_on", m.maybeDate(), "source_keys", m.cites())
	}
	record := func() (kind, key string) {
		switch random.IntN(5) {
		case 0, 1:
			return "agreement", "a" + strconv.Itoa(random.IntN(documents))
		case 2, 3:
			return "deal", "d" + strconv.Itoa(random.IntN(deals))
		}
		return "fund", "f" + strconv.Itoa(random.IntN(funds))
	}
	for range random.IntN(14) {
		fromKind, from := record()
		toKind, to := record()
		m.row(ledger.Links, "from_kind", fromKind, "from_key", from, "relation", m.pick("implements", "replaces", "amends", "follows", "same_as", "funded_by"), "to_kind", toKind, "to_key", to, "source_keys", m.cites())
	}
	for i := range random.IntN(24) {
		kind, key := record()
		amount, currency := m.money()
		basis := ""
		if amount != "" {
			basis = m.pick("pledged", "committed", "contracted", "disbursed", "invested", "returned", "estimated")
		}
		m.row(ledger.Events, "key", "e"+strconv.Itoa(i), "subject_kind", kind, "subject_key", key, "date", m.date(), "kind", m.pick("signed", "stage", "outcome", "financing", "disbursement", "milestone", "correction", "in_force", "delay"),
			"to_stage", m.pick("", "", "memorandum", "financed", "operating"), "outcome", m.pick("", "", "", "open", "superseded", "cancelled", "suspended"), "amount", amount, "currency", currency, "basis", basis, "note", "Generated", "source_keys", m.cites())
	}
	for range random.IntN(4) {
		m.row(ledger.Rates, "date", m.day(), "base", m.pick("USD", "EUR"), "quote", "JPY", "rate", m.pick("0", "100", "111.5"), "source_key", "s0")
	}
	claims := 2 + random.IntN(6)
	for i := range claims {
		parents := ""
		if random.IntN(2) == 0 {
			parents = "c" + strconv.Itoa(random.IntN(claims)) // a ring now and then
		}
		unit, counts, currency := "documents", "agreements", ""
		switch random.IntN(4) {
		case 0:
			unit, currency = "money", "JPY"
		case 1:
			unit, counts = "projects", "deals"
		case 2:
			unit, counts = m.pick("projects", "money"), "funds"
			if unit == "money" {
				currency = "USD"
			}
		}
		scope := map[string]string{"agreements": m.pick("at_summit=yes,reported", "at_summit=yes,reported,no,unknown", "track=commercial", "colour=red", ""),
			"deals": m.pick("sector=finance", "key=d0", ""), "funds": m.pick("key=f0", "key=nothing", "size_currency=USD")}[counts]
		m.row(ledger.Claims, "key", "c"+strconv.Itoa(i), "claim", "Generated", "claimed_by", "Nobody", "amount", strconv.Itoa(random.IntN(40)), "qualifier", m.pick("", "about", "more_than"), "unit", unit, "currency", currency,
			"as_of", m.maybeDate(), "counts", counts, "scope", scope, "part_of", parents, "split", m.pick("", "track"), "source_keys", m.cites())
	}
	return m.builder.Build()
}

type maker struct {
	builder  *ledger.Builder
	random   *rand.Rand
	recorded ledger.Day
	sources  int
}

func (m *maker) row(kind ledger.Kind, pairs ...string) {
	cells := make([]string, len(kind.Columns()))
	for i := 0; i+1 < len(pairs); i += 2 {
		cells[kind.Column(pairs[i])] = pairs[i+1]
	}
	m.builder.Add(kind, 0, m.recorded, cells)
}

func (m *maker) pick(words ...string) string { return words[m.random.IntN(len(words))] }

func (m *maker) day() string {
	return (ledger.DayOf(2016, 6, 1) + ledger.Day(m.random.IntN(1500))).String()
}

// date is a day, a month or a year, sometimes uncertain.
func (m *maker) date() string {
	text := m.day()
	return text[:[]int{10, 10, 7, 4}[m.random.IntN(4)]] + m.pick("", "", "~", "?")
}

func (m *maker) maybeDate() string {
	if m.random.IntN(3) == 0 {
		return ""
	}
	return m.date()
}

func (m *maker) money() (amount, currency string) {
	if m.random.IntN(2) == 0 {
		return "", ""
	}
	return strconv.Itoa(1 + m.random.IntN(1000)), m.pick("USD", "JPY", "EUR")
}

func (m *maker) cites() string {
	key := "s" + strconv.Itoa(m.random.IntN(m.sources))
	if m.random.IntN(3) == 0 {
		return key + ";s" + strconv.Itoa(m.random.IntN(m.sources))
	}
	return key
}

func anyDay(t *rapid.T, name string) ledger.Day {
	return ledger.DayOf(2016, 5, 1) + ledger.Day(rapid.IntRange(0, 1800).Draw(t, name))
}

// Buckets and remainder make the claim, for every claim, both clocks, any
// ledger; count-at and filter split buckets and move nothing (RULES 9).
func TestLawOfTheBridge(t *testing.T) {
	recorded := day(t, "2020-12-31")
	rapid.Check(t, func(t *rapid.T) {
		l := anyLedger(t, recorded)
		v := l.View(ledger.AsOf{Happened: anyDay(t, "happened"), Known: anyDay(t, "known")})
		at := rapid.SampledFrom(analysis.CountAtLevels()).Draw(t, "count at")
		for claim := range l.All(ledger.Claims) {
			plain := analysis.Bridge(v, claim, analysis.AtAnnounced, nil)
			answer := analysis.Bridge(v, claim, at, func(ref ledger.Ref) bool { return ref.Row%2 == 0 })
			if !answer.HasRemainder {
				if len(answer.Buckets) > 0 {
					t.Fatalf("%s has buckets and no remainder", l.Key(claim))
				}
				continue
			}
			sum, counted := answer.Remainder, decimal.Zero
			placed := map[ledger.Ref]bool{}
			for i, b := range answer.Buckets {
				sum, counted = sum.Add(b.Value), counted.Add(b.Counted.Value)
				if !b.Value.Equal(plain.Buckets[i].Value) || len(b.Items) != len(plain.Buckets[i].Items) {
					t.Fatalf("%s: %s is %s at %s under a filter, %s without", l.Key(claim), b.ID, b.Value, at, plain.Buckets[i].Value)
				}
				if !b.Counted.Value.Add(b.Uncounted.Value).Equal(b.Value) || !b.Shown.Value.Add(b.Hidden.Value).Equal(b.Value) {
					t.Fatalf("%s: %s does not split without rest", l.Key(claim), b.ID)
				}
				for _, item := range b.Items {
					if placed[item.Ref] {
						t.Fatalf("%s: %s stands in two buckets", l.Key(claim), l.Name(item.Ref))
					}
					placed[item.Ref] = true
					if item.Counted && b.ID == analysis.BucketDuplicate {
						t.Fatalf("%s: the duplicate %s is counted", l.Key(claim), l.Name(item.Ref))
					}
				}
			}
			if !sum.Equal(answer.Amount) || !counted.Equal(answer.Counted) {
				t.Fatalf("%s: buckets and remainder make %s of %s, counted %s of %s", l.Key(claim), sum, answer.Amount, counted, answer.Counted)
			}
			for _, split := range answer.Splits {
				law := split.Remainders.Add(split.Gap).Sub(split.InNone.Value).Add(split.Extra).Add(split.Outside.Value)
				if split.Itemised && !law.Equal(answer.Remainder) {
					t.Fatalf("%s by %q: the parts give a remainder of %s, the claim has %s", l.Key(claim), split.Word, law, answer.Remainder)
				}
			}
		}
	})
}

// With Known at one day, what has been reached never falls as Happened moves on
// (RULES 9.4): of claims of records and of counts in every unit but chains, which
// later links may join.
func TestWhatWasReachedNeverFalls(t *testing.T) {
	recorded := day(t, "2020-12-31")
	rapid.Check(t, func(t *rapid.T) {
		l := anyLedger(t, recorded)
		known := anyDay(t, "known")
		first := anyDay(t, "first")
		later := first + ledger.Day(rapid.IntRange(0, 900).Draw(t, "days later"))
		before, after := l.View(ledger.AsOf{Happened: first, Known: known}), l.View(ledger.AsOf{Happened: later, Known: known})
		for _, level := range analysis.CountAtLevels() {
			for claim := range l.All(ledger.Claims) {
				was, is := analysis.Bridge(before, claim, level, nil), analysis.Bridge(after, claim, level, nil)
				if !was.InView || was.Form != analysis.FormCount {
					continue
				}
				if is.Counted.LessThan(was.Counted) {
					t.Fatalf("%s at %s: %s on %s, %s on %s", l.Key(claim), level, was.Counted, first, is.Counted, later)
				}
			}
			for _, unit := range []string{analysis.Documents, analysis.Deals, analysis.Organisations, analysis.Events} {
				was, is := analysis.CountIn(before, unit, level, nil), analysis.CountIn(after, unit, level, nil)
				if is.Count < was.Count {
					t.Fatalf("%s at %s: %d on %s, %d on %s", unit, level, was.Count, first, is.Count, later)
				}
			}
		}
	})
}

// What a count adds and leaves out is, once each, what belongs to it.
func TestCountsLoseNothing(t *testing.T) {
	recorded := day(t, "2020-12-31")
	rapid.Check(t, func(t *rapid.T) {
		l := anyLedger(t, recorded)
		v := l.View(ledger.AsOf{Happened: anyDay(t, "happened"), Known: anyDay(t, "known")})
		for unit, kind := range map[string]ledger.Kind{analysis.Documents: ledger.Agreements, analysis.Deals: ledger.Deals, analysis.Events: ledger.Events} {
			for _, level := range analysis.CountAtLevels() {
				total := analysis.CountIn(v, unit, level, nil)
				seen := map[ledger.Ref]bool{}
				for _, ref := range total.Added {
					seen[ref] = true
				}
				n := len(total.Added)
				for _, left := range total.LeftOut {
					n += len(left.Refs)
					for i, ref := range left.Refs {
						seen[ref] = true
						if len(left.Instead) > 0 && left.Instead[i] == ref {
							t.Fatalf("%s speaks for itself", l.Name(ref))
						}
					}
				}
				if n != v.Len(kind) || len(seen) != n || total.Count != len(total.Added) {
					t.Fatalf("%s at %s: %d added and left out, %d different, of %d", unit, level, n, len(seen), v.Len(kind))
				}
			}
		}
	})
}

// Every change between two views of any ledger carries the one into the other.
func TestSinceOfAnyLedger(t *testing.T) {
	recorded := day(t, "2020-12-31")
	rapid.Check(t, func(t *rapid.T) {
		l := anyLedger(t, recorded)
		draw := func(name string) *ledger.View {
			return l.View(ledger.AsOf{Happened: anyDay(t, name+" happened"), Known: anyDay(t, name+" known")})
		}
		from, to := draw("from"), draw("to")
		if same := analysis.Since(to, to); len(same.List) > 0 {
			t.Fatalf("%v between a day and itself", same.List)
		}
		there := map[ledger.Ref]bool{}
		for _, kind := range ledger.Kinds() {
			for ref := range from.All(kind) {
				there[ref] = true
			}
		}
		stages := map[ledger.Ref]ledger.Stage{}
		for deal := range from.All(ledger.Deals) {
			stages[deal] = from.Deal(deal).Stage
		}
		for _, change := range analysis.Since(from, to).List {
			switch change.Kind {
			case analysis.ChangeNew:
				there[change.Record] = true
				if change.Record.Kind == ledger.Deals {
					stages[change.Record] = to.Deal(change.Record).Stage
				}
			case analysis.ChangeGone:
				delete(there, change.Record)
				delete(stages, change.Record)
			case analysis.ChangeStage:
				if stages[change.Record] != change.Stage[0] {
					t.Fatalf("%s moved from %s, it stood at %s", l.Name(change.Record), change.Stage[0], stages[change.Record])
				}
				stages[change.Record] = change.Stage[1]
			}
		}
		for _, kind := range ledger.Kinds() {
			for ref := range to.All(kind) {
				if !there[ref] {
					t.Fatalf("%s is neither old nor new", l.Name(ref))
				}
				delete(there, ref)
			}
		}
		if len(there) > 0 {
			t.Fatalf("%d records are gone and nobody says so", len(there))
		}
		for deal, stage := range stages {
			if to.Deal(deal).Stage != stage {
				t.Fatalf("%s stands at %s, the changes lead to %s", l.Name(deal), to.Deal(deal).Stage, stage)
			}
		}
	})
}

// The sum in one currency and what was not converted are all amounts of any
// ledger, and no figure of it fails.
func TestMoneyOfAnyLedgerIsAllThere(t *testing.T) {
	recorded := day(t, "2020-12-31")
	rapid.Check(t, func(t *rapid.T) {
		l := anyLedger(t, recorded)
		v := l.View(ledger.AsOf{Happened: anyDay(t, "happened"), Known: anyDay(t, "known")})
		everything(v)
		in := analysis.InCurrency{Currency: "JPY", Basis: rapid.SampledFrom(analysis.RateBases()).Draw(t, "basis"), RateAge: rapid.IntRange(1, 2000).Draw(t, "age")}
		rungs := analysis.Money(v)
		for i, one := range analysis.MoneyIn(v, in) {
			rest := map[ledger.Currency]decimal.Decimal{}
			for _, sum := range rungs[i].Total.Sums {
				rest[sum.Money.Currency] = sum.Money.Amount
			}
			for _, part := range one.Converted {
				rest[part.Money.Currency] = rest[part.Money.Currency].Sub(part.Money.Amount)
			}
			for _, left := range one.Total.LeftOut {
				if left.Reason == analysis.ReasonNotConverted || left.Reason == analysis.ReasonNoBasisDay {
					for _, money := range left.Money {
						rest[money.Currency] = rest[money.Currency].Sub(money.Amount)
					}
				}
			}
			for currency, amount := range rest {
				if !amount.IsZero() {
					t.Fatalf("%s: %s %s is lost", one.Total.ID, amount, currency)
				}
			}
		}
	})
}
