package analysis

import (
	"slices"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Buckets of a bridge in the order in which they are tried and shown (RULES 9).
const (
	BucketDuplicate     = "duplicate_or_replaced"
	BucketAmountUnknown = "amount_unknown"
	BucketNotConverted  = "not_converted"
	BucketOtherKind     = "other_kind"
	BucketEnded         = "ended_since"
	BucketBefore        = "signed_before"
	BucketUnconfirmed   = "reported_unconfirmed"
	BucketBinding       = "signed_binding"
	BucketNotBinding    = "signed_not_binding"
	BucketForceUnknown  = "signed_force_unknown"
	BucketLinked        = "linked" // the one bucket of a linked count (RULES 8)
)

// BucketIDs lists the buckets that a form of claim has, in their order.
func BucketIDs(form Form) []string {
	switch form {
	case FormLinked:
		return []string{BucketLinked}
	case FormCount:
		return []string{BucketDuplicate, BucketEnded, BucketBefore, BucketUnconfirmed, BucketBinding, BucketNotBinding, BucketForceUnknown}
	case FormSum:
		return []string{BucketDuplicate, BucketAmountUnknown, BucketNotConverted, BucketOtherKind, BucketEnded, BucketBefore,
			BucketUnconfirmed, BucketBinding, BucketNotBinding, BucketForceUnknown}
	}
	return nil
}

// Item is a record in a bucket.
type Item struct {
	Ref   ledger.Ref
	Value decimal.Decimal // 1, or its amount in the currency of the claim
	*Worth
	Counted bool // it came as far as the count-at level
	Shown   bool // the filter lets it through
	Chosen  bool // the user put it into this bucket, the rule would not
}

// Worth is what a record brings into a claim of money; of other claims it is
// there and says nothing.
type Worth struct {
	Money      ledger.Money // its own amount as stated
	Conversion Conversion   // how the amount was converted
}

// Part is a share of a bucket.
type Part struct {
	Value   decimal.Decimal
	Records []ledger.Ref
}

// Bucket is one line of a bridge. Count-at and filter split it and never
// change its value (RULES 9.3).
type Bucket struct {
	ID                 string
	Value              decimal.Decimal
	Items              []Item
	Counted, Uncounted Part
	Shown, Hidden      Part
}

// Bridging says how records are read for a bridge. The zero value stands for
// the defaults: counted when announced, nothing filtered, rates at most 92 days
// old.
type Bridging struct {
	CountAt CountAt
	Filter  func(ledger.Ref) bool        // nil: everything is shown
	RateAge int                          // days; 0: DefaultRateAge
	Scopes  map[string]string            // by key of a claim, instead of its own scope
	Buckets map[string]map[string]string // by key of a claim and name of a record, instead of the rule; words that are no bucket of the claim's form change nothing
}

// form is ClaimForm under the scope that the user gives.
func (w Bridging) form(l *ledger.Ledger, claim ledger.Ref) (Form, Scope, error) {
	return ClaimFormWith(l, claim, w.scope(l, claim))
}

// scope gives the scope of a claim: the reader's, or that of the file.
func (w Bridging) scope(l *ledger.Ledger, claim ledger.Ref) string {
	if text, ok := w.Scopes[l.Key(claim)]; ok {
		return text
	}
	return l.Value(claim, "scope")
}

// ClaimAnswer is what the ledger says of a claim (RULES 8, 9).
type ClaimAnswer struct {
	Claim      ledger.Ref
	InView     bool // the claim itself is known and made; if not, nothing is answered
	Form       Form
	Finding    error  // why the scope was not understood (RULES 8)
	Scope      string // as it was followed, the file's or the reader's
	Overridden bool   // the scope is the reader's choice, not the file's; items say of themselves whether they were Chosen
	Amount     decimal.Decimal
	Unit       ledger.ClaimUnit
	Currency   ledger.Currency
	Qualifier  ledger.Qualifier
	CountAt    CountAt

	Buckets            []Bucket
	Itemised           decimal.Decimal // sum of the buckets
	Counted            decimal.Decimal // what of it came as far as the count-at level
	Remainder          decimal.Decimal // claim less buckets; negative: more found than claimed
	RemainderQualifier ledger.Qualifier
	HasRemainder       bool
	LeftOut            []LeftOut // records of the scope that are in no bucket

	Splits     []Split     // partitions of this claim into parts (RULES 10)
	Rivals     []Rival     // other claims about the same thing (RULES 10.3)
	Comparison *Comparison // of a comparison only
}

// Comparison sets a claim beside what the ledger has of the one record that it
// speaks of; there is no remainder (RULES 8).
type Comparison struct {
	Record   ledger.Ref // NoRef when the scope names no record of the view
	Headline ledger.Headline
	Ladder   ledger.Ladder
}

// Bridge answers a claim at a count-at level, by what the reader of the ledger
// chose; filter, which may be nil, tells which records are shown (RULES 8 to
// 10).
func Bridge(v *ledger.View, claim ledger.Ref, at CountAt, filter func(ledger.Ref) bool) ClaimAnswer {
	return BridgeWith(v, claim, SettingsOf(v.Ledger()).Bridging(at, filter))
}

// BridgeWith is Bridge with all that can be adjusted.
func BridgeWith(v *ledger.View, claim ledger.Ref, with Bridging) ClaimAnswer {
	answer := itemise(v, claim, with)
	if !answer.InView {
		return answer
	}
	answer.Splits = splits(v, answer, with)
	answer.Rivals = rivals(v, claim, with)
	return answer
}

// itemise answers a claim without looking at other claims.
func itemise(v *ledger.View, claim ledger.Ref, with Bridging) ClaimAnswer {
	l := v.Ledger()
	form, scope, finding := with.form(l, claim)
	answer := ClaimAnswer{
		Claim: claim, InView: v.Has(claim), Form: form, Finding: finding, Scope: with.scope(l, claim), CountAt: with.CountAt,
		Unit:      unitOf(l, claim),
		Currency:  ledger.Currency(l.Value(claim, "currency")),
		Qualifier: ledger.Qualifier(word(l, claim, "qualifier")),
	}
	_, answer.Overridden = with.Scopes[l.Key(claim)]
	if amount, err := ledger.ParseAmount(l.Value(claim, "amount")); err == nil {
		answer.Amount = amount
	}
	if !answer.InView {
		return answer
	}
	switch form {
	case FormComparison:
		answer.Comparison = compare(v, scope)
	case FormLinked, FormCount, FormSum:
		b := bridging{view: v, answer: &answer, with: with, scope: scope, one: decimal.NewFromInt(1)}
		b.run()
	}
	return answer
}

// compare gathers the figures of the one record of a scope.
func compare(v *ledger.View, scope Scope) *Comparison {
	comparison := &Comparison{Record: ledger.NoRef()}
	key, _ := scope.oneKey()
	record, ok := v.Ledger().Find(scope.Kind, key)
	if !ok || !v.Has(record) {
		return comparison
	}
	comparison.Record = record
	comparison.Headline, comparison.Ladder = v.Headline(record), v.Ladder(record)
	return comparison
}

// bridging is one bridge in the making.
type bridging struct {
	view   *ledger.View
	answer *ClaimAnswer
	with   Bridging
	scope  Scope
	one    decimal.Decimal
	inside *tally     // records of the scope in the view
	rates  *RateTable // for a claim of money

	nothing   *Worth                // of records that bring no money
	belonging func(ledger.Ref) bool // belongs
}

func (b *bridging) run() {
	if b.with.RateAge == 0 {
		b.with.RateAge = DefaultRateAge
	}
	if b.answer.Form == FormSum {
		b.rates = RatesOf(b.view)
	}
	ids := BucketIDs(b.answer.Form)
	b.answer.Buckets = make([]Bucket, len(ids))
	for i, id := range ids {
		b.answer.Buckets[i].ID = id
	}
	records := b.records()
	b.inside = newTally(b.view.Ledger())
	for _, ref := range records {
		b.inside.add(ref)
	}
	b.nothing = &Worth{Conversion: Conversion{Rate: ledger.NoRef(), Date: ledger.NoDate()}}
	b.belonging = b.belongs
	chosen := b.with.Buckets[b.view.Ledger().Key(b.answer.Claim)]
	items, places := make([]Item, len(records)), make([]uint8, len(records))
	inParts(len(records), func(i int) {
		id, item := b.place(records[i])
		if len(chosen) > 0 {
			id, item.Chosen = b.choose(ids, id, chosen, records[i])
		}
		item.Counted = b.counted(id, item.Ref)
		items[i], places[i] = item, uint8(slices.Index(ids, id))
	})
	b.fill(items, places)
	for i := range b.answer.Buckets {
		bucket := &b.answer.Buckets[i]
		bucket.sum(b.answer.Form == FormSum)
		b.answer.Itemised = b.answer.Itemised.Add(bucket.Value)
		b.answer.Counted = b.answer.Counted.Add(bucket.Counted.Value)
	}
	b.answer.Remainder = b.answer.Amount.Sub(b.answer.Itemised)
	b.answer.RemainderQualifier = b.answer.Qualifier
	b.answer.HasRemainder = true
}

// choose gives the bucket that the user put a record into, if any. The value
// of the record stays what it is: what has no amount adds none anywhere.
func (b *bridging) choose(ids []string, id string, chosen map[string]string, ref ledger.Ref) (string, bool) {
	if wanted, ok := chosen[b.view.Ledger().Name(ref)]; ok && slices.Contains(ids, wanted) {
		return wanted, wanted != id
	}
	return id, false
}

// belongs reports whether the claim speaks of a record, be it in the view or
// not.
func (b *bridging) belongs(ref ledger.Ref) bool {
	return b.answer.Form != FormLinked && b.scope.Matches(b.view.Ledger(), ref) && (b.answer.Unit != ledger.UnitDocuments || b.view.Ledger().IsDocument(ref))
}

// records lists what the claim counts in the view and leaves the rest out by
// name (RULES 8, 9.2).
func (b *bridging) records() []ledger.Ref {
	l := b.view.Ledger()
	records := make([]ledger.Ref, 0, b.view.Len(b.scope.Kind))
	sort := func(ref ledger.Ref, there bool) {
		switch {
		case b.answer.Unit == ledger.UnitDocuments && !l.IsDocument(ref):
			b.answer.LeftOut = leaveOut(b.answer.LeftOut, ReasonNoPaper, ref)
		case there:
			records = append(records, ref)
		default:
			b.answer.LeftOut = leaveOut(b.answer.LeftOut, b.absence(ref), ref)
		}
	}
	if b.answer.Form != FormLinked {
		for ref := range l.All(b.scope.Kind) {
			if b.scope.Matches(l, ref) {
				sort(ref, b.view.Has(ref))
			}
		}
		return records
	}
	counted := ledger.Deals
	if b.answer.Unit == ledger.UnitDocuments {
		counted = ledger.Agreements
	}
	key, _ := b.scope.oneKey()
	source, ok := l.Find(b.scope.Kind, key)
	if !ok {
		return nil
	}
	seen := make(map[ledger.Ref]bool)
	for _, link := range l.LinksTo(source) {
		from, _ := l.LinkEnds(link)
		if l.Relation(link) == ledger.FundedBy && from.Kind == counted && !seen[from] {
			seen[from] = true
			sort(from, b.view.Has(link))
		}
	}
	return records
}

// ReasonLinkNotKnown: the record is in the view, that it belongs here is not
// known yet.
const ReasonLinkNotKnown = "link_not_yet_known"

func (b *bridging) absence(ref ledger.Ref) string {
	if b.view.Has(ref) {
		return ReasonLinkNotKnown
	}
	return b.view.Absence(ref).String()
}

// counted reports whether a record of a bucket came as far as the level.
func (b *bridging) counted(id string, ref ledger.Ref) bool {
	return id != BucketDuplicate && Reached(b.view, ref, b.with.CountAt) && !becomesDuplicate(b.view, ref, b.belonging, b.answer.Form == FormSum)
}

// fill puts the items into their buckets.
func (b *bridging) fill(items []Item, places []uint8) {
	sizes := make([]int, len(b.answer.Buckets))
	for i := range items {
		sizes[places[i]]++
	}
	for i := range b.answer.Buckets {
		if sizes[i] > 0 {
			b.answer.Buckets[i].Items = make([]Item, 0, sizes[i])
		}
	}
	for i := range items {
		items[i].Shown = b.with.Filter == nil || b.with.Filter(items[i].Ref)
		bucket := &b.answer.Buckets[places[i]]
		bucket.Items = append(bucket.Items, items[i])
	}
}

// sum splits a bucket and adds it up. Records that count as 1 each are counted,
// not added: decimal sums of many ones are slow.
func (b *Bucket) sum(amounts bool) {
	counted, shown := 0, 0
	for i := range b.Items {
		if b.Items[i].Counted {
			counted++
		}
		if b.Items[i].Shown {
			shown++
		}
	}
	b.Counted.Records, b.Uncounted.Records = room(counted), room(len(b.Items)-counted)
	b.Shown.Records, b.Hidden.Records = room(shown), room(len(b.Items)-shown)
	for i := range b.Items {
		item := &b.Items[i]
		counted, shown := &b.Uncounted, &b.Hidden
		if item.Counted {
			counted = &b.Counted
		}
		if item.Shown {
			shown = &b.Shown
		}
		counted.Records = append(counted.Records, item.Ref)
		shown.Records = append(shown.Records, item.Ref)
		if amounts && !item.Value.IsZero() {
			counted.Value = counted.Value.Add(item.Value)
			shown.Value = shown.Value.Add(item.Value)
		}
	}
	if !amounts {
		for _, part := range []*Part{&b.Counted, &b.Uncounted, &b.Shown, &b.Hidden} {
			part.Value = decimal.NewFromInt(int64(len(part.Records)))
		}
	}
	b.Value = b.Counted.Value.Add(b.Uncounted.Value)
}

// room gives an empty list for n records, none for none.
func room(n int) []ledger.Ref {
	if n == 0 {
		return nil
	}
	return make([]ledger.Ref, 0, n)
}

// add puts a record of a bridge into a part of a split.
func (p *Part) add(item *Item) {
	p.Value = p.Value.Add(item.Value)
	p.Records = append(p.Records, item.Ref)
}
