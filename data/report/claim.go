package report

import (
	"github.com/shopspring/decimal"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// claim is the headline figure of the page: of the claims that count documents,
// or failing that projects, and can be checked against the records, the one
// that most sources carry.
type claim struct {
	ref       ledger.Ref // NoRef: nothing was claimed that can be checked
	amount    int
	qualifier ledger.Qualifier
	counts    ledger.Kind    // agreements or deals
	scope     analysis.Scope // all of them when nothing was claimed
	sources   int            // public ones that carry the claim
	part      bool           // it is a part of another claim
	buckets   [bucketCount]int
	signed    int // of the itemised: signed, whatever became of them later (RULES 9.4)
	reported  int // of the itemised: reported, signing unconfirmed
	unpapered int // results of the scope without a paper, which itemise nothing
}

// bucket is a line of the bridge from the claim to the list (RULES 9).
type bucket int

const (
	signedBinding bucket = iota
	signedNotBinding
	signedForceUnknown
	reportedUnconfirmed
	signedBefore
	duplicateOrReplaced
	endedSince
	bucketCount
)

func (k bucket) String() string {
	return [...]string{"signed_binding", "signed_not_binding", "signed_force_unknown", "reported_unconfirmed",
		"signed_before", "duplicate_or_replaced", "ended_since"}[k]
}

// itemised is how many of the claimed can be named.
func (c claim) itemised() int {
	sum := 0
	for _, count := range c.buckets {
		sum += count
	}
	return sum
}

// remainder is how many of the claimed cannot; below zero more were found.
func (c claim) remainder() int { return c.amount - c.itemised() }

// headlineClaim chooses the claim and bridges it to the records of the view.
func headlineClaim(v *ledger.View) claim {
	l := v.Ledger()
	best := claim{ref: ledger.NoRef()}
	for ref := range v.All(ledger.Claims) {
		form, scope, err := analysis.ClaimForm(l, ref)
		if err != nil || form != analysis.FormCount {
			continue // the checks name a scope that cannot be read
		}
		amount, err := decimal.NewFromString(l.Value(ref, "amount"))
		if err != nil || !amount.IsInteger() || amount.GreaterThan(decimal.New(1, 9)) {
			continue
		}
		one := claim{
			ref: ref, amount: int(amount.IntPart()), counts: scope.Kind, scope: scope,
			qualifier: qualifierOf(l.Value(ref, "qualifier")), part: l.Value(ref, "part_of") != "",
		}
		for _, source := range l.SourcesOf(ref) {
			if v.Has(source) {
				one.sources++
			}
		}
		if !best.ref.Exists() || one.outranks(best) {
			best = one
		}
	}
	if !best.ref.Exists() {
		best.counts = ledger.Agreements // nothing to bridge from: the same lines for all documents
	}
	best.bridge(v)
	return best
}

// outranks prefers claims of documents to claims of projects, whole claims to
// parts, then the one with more sources, then the larger one.
func (c claim) outranks(other claim) bool {
	switch {
	case c.counts != other.counts:
		return c.counts == ledger.Agreements
	case c.part != other.part:
		return !c.part
	case c.sources != other.sources:
		return c.sources > other.sources
	}
	return c.amount > other.amount
}

func qualifierOf(word string) ledger.Qualifier {
	for _, one := range []ledger.Qualifier{ledger.Exact, ledger.QualifierAbout, ledger.AtLeast, ledger.UpTo, ledger.MoreThan, ledger.AmountRange} {
		if one.String() == word {
			return one
		}
	}
	return ledger.NoQualifier
}

// bridge puts each record of the scope in the first line that takes it.
func (c *claim) bridge(v *ledger.View) {
	l := v.Ledger()
	inScope := func(ref ledger.Ref) bool {
		return ref.Kind == c.counts && v.Has(ref) && (c.scope.Empty() || c.scope.Matches(l, ref))
	}
	for ref := range v.All(c.counts) {
		if !inScope(ref) {
			continue
		}
		if c.counts == ledger.Agreements && !l.IsDocument(ref) {
			c.unpapered++
			continue
		}
		into := c.place(v, ref, inScope)
		c.buckets[into]++
		if c.counts != ledger.Agreements {
			continue
		}
		if v.Agreement(ref).Signed {
			c.signed++
		} else {
			c.reported++
		}
	}
}

// place finds the line of a record (RULES 9).
func (c *claim) place(v *ledger.View, ref ledger.Ref, inScope func(ledger.Ref) bool) bucket {
	l := v.Ledger()
	if v.Outcome(ref) == ledger.Superseded || duplicated(v, ref, inScope) {
		return duplicateOrReplaced
	}
	if c.counts == ledger.Deals {
		if v.Outcome(ref).Ended() {
			return endedSince
		}
		return signedForceUnknown
	}
	state := v.Agreement(ref)
	signedOn := l.Date(ref, "signed_on")
	switch {
	case state.Outcome.Ended() || state.EndedThrough:
		return endedSince
	case signedOn.Known() && l.Starts().Known() && signedOn.Last < l.Starts():
		return signedBefore
	case !state.Signed:
		return reportedUnconfirmed
	}
	switch l.Force(ref) {
	case ledger.ForceBinding:
		return signedBinding
	case ledger.ForceNotBinding:
		return signedNotBinding
	}
	return signedForceUnknown
}

// duplicated reports whether another record of the scope stands for this one.
func duplicated(v *ledger.View, ref ledger.Ref, inScope func(ledger.Ref) bool) bool {
	l := v.Ledger()
	relation := func(link ledger.Ref) string { return l.Value(link, "relation") }
	for _, link := range v.LinksTo(ref) {
		from, _ := l.LinkEnds(link)
		if inScope(from) && (relation(link) == "replaces" || relation(link) == "same_as" && l.Key(from) < l.Key(ref)) {
			return true
		}
	}
	for _, link := range v.LinksFrom(ref) {
		_, to := l.LinkEnds(link)
		if inScope(to) && relation(link) == "same_as" && l.Key(to) < l.Key(ref) {
			return true
		}
	}
	return false
}
