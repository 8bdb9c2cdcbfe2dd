package analysis

import "summitledger/data/ledger"

// AgeBucket holds the deals whose last news is so many days old.
type AgeBucket struct {
	From, To int // days, both included; To is -1 for the last bucket
	Total    Total
}

// AgeStudy sorts silent and talking deals by the age of their last news.
type AgeStudy struct {
	Buckets []AgeBucket
	NoEvent Total // no visible event at all: never inferred from (RULES 5.1)
}

// Ageing sorts the open deals below operating by days from the last day of
// their last visible event, corrections aside, to the day of the view
// (RULES 5.1, 5.2).
func Ageing(v *ledger.View) AgeStudy {
	study := AgeStudy{NoEvent: Total{ID: ledger.NoDatedEvent.String(), Definition: "ageing.no_dated_event", Unit: Deals}}
	for _, limits := range [...]struct {
		id       string
		from, to int
	}{{"0-90", 0, 90}, {"91-180", 91, 180}, {"181-365", 181, 365}, {"366-730", 366, 730}, {"731-1460", 731, 1460}, {"1461-", 1461, -1}} {
		study.Buckets = append(study.Buckets, AgeBucket{From: limits.from, To: limits.to, Total: Total{ID: limits.id, Definition: "ageing", Unit: Deals}})
	}
	for deal := range v.All(ledger.Deals) {
		state := v.Deal(deal)
		if state.Outcome != ledger.Open || state.Stage >= ledger.Operating {
			continue
		}
		if state.LastEvent < 0 {
			study.NoEvent.add(deal)
			continue
		}
		days := int(v.AsOf().Happened - state.LastHappened)
		for i := range study.Buckets {
			if bucket := &study.Buckets[i]; days >= bucket.From && (bucket.To < 0 || days <= bucket.To) {
				bucket.Total.add(deal)
			}
		}
	}
	return study
}
