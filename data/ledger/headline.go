package ledger

// HeadlineState says whether the headline amount of a record counts in a view.
type HeadlineState uint8

// The states of a headline amount.
const (
	NoAmount       HeadlineState = iota
	HeadlineCounts               // it counts
	NotDatedAmount               // nothing dates the amount of a deal yet (RULES 7.4)
)

// Headline is the amount that a record carries itself: agreements, deals and
// funds. It is of its kind and is never added to a rung (RULES 7.4).
type Headline struct {
	Money     Money
	Kind      AmountKind
	Qualifier Qualifier // of a fund's size always NoQualifier
	State     HeadlineState
}

// headlineColumns names amount, kind and qualifier columns of a kind.
func headlineColumns(kind Kind) (amount, amountKind, qualifier string, ok bool) {
	switch kind {
	case Agreements:
		return "value_amount", "value_kind", "value_qualifier", true
	case Deals:
		return "amount", "amount_kind", "amount_qualifier", true
	case Funds:
		return "size_amount", "size_kind", "", true
	}
	return "", "", "", false
}

// Headline gives the headline amount of a record. The amount of a deal has no
// date of its own: before the day it was recorded it counts only when a
// visible event or claim prints the same amount and currency (RULES 7.4).
func (v *View) Headline(ref Ref) Headline {
	amount, kind, qualifier, ok := headlineColumns(ref.Kind)
	if !ok {
		return Headline{}
	}
	l := v.ledger
	headline := Headline{Money: l.MoneyOf(ref, amount), Kind: AmountKind(position(amountKinds, l.Value(ref, kind)))}
	if qualifier != "" {
		headline.Qualifier = Qualifier(position(qualifiers, l.Value(ref, qualifier)))
	}
	switch {
	case !headline.Money.Stated():
	case ref.Kind != Deals || v.asOf.Happened >= l.Recorded(ref) || v.printed(ref, headline.Money):
		headline.State = HeadlineCounts
	default:
		headline.State = NotDatedAmount
	}
	return headline
}

// printed reports whether a visible event of the record, or a visible claim,
// states exactly this money.
func (v *View) printed(ref Ref, money Money) bool {
	l := v.ledger
	for _, row := range l.eventsOf[ref.Kind].of(ref.Row) {
		if v.there[Events][row] && l.facts.events.at(row).hasAmount &&
			l.money(Ref{Events, row}, eventColumns.amount, eventColumns.currency).Same(money) {
			return true
		}
	}
	for claim := range v.All(Claims) {
		if l.Cell(claim, claimColumns.currency) == string(money.Currency) &&
			l.money(claim, claimColumns.amount, claimColumns.currency).Same(money) {
			return true
		}
	}
	return false
}

var claimColumns = struct{ amount, currency int }{Claims.Column("amount"), Claims.Column("currency")}
