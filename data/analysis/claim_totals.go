package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// The figures of a bridge as totals, so that they open like all others. Of a
// claim of money the sums are in its currency.

// BucketTotal gives a bucket of the bridge.
func (a ClaimAnswer) BucketTotal(bucket Bucket) Total {
	total := a.newTotal(bucket.ID, "bucket."+bucket.ID)
	for _, item := range bucket.Items {
		a.addItem(&total, item)
	}
	return total
}

// ItemisedTotal gives all that the ledger has of the claim: the sum of the
// buckets. Records of the scope that are not in the view are left out.
func (a ClaimAnswer) ItemisedTotal() Total {
	total := a.newTotal("itemised", "claim.itemised")
	for item := range items(a) {
		a.addItem(&total, *item)
	}
	total.LeftOut = a.LeftOut
	return total
}

// CountedTotal gives what of the claim came as far as the count-at level; what
// did not is left out by name (RULES 9.4).
func (a ClaimAnswer) CountedTotal() Total {
	total := a.newTotal("counted", "claim.counted."+a.CountAt.String())
	for item := range items(a) {
		switch {
		case item.Counted:
			a.addItem(&total, *item)
		case a.Form == FormSum:
			total.LeftOut = leaveOutMoney(total.LeftOut, ReasonBelowLevel, item.Ref, ledger.NoRef(), item.Money)
		default:
			total.LeftOut = leaveOut(total.LeftOut, ReasonBelowLevel, item.Ref)
		}
	}
	total.LeftOut = append(total.LeftOut, a.LeftOut...)
	return total
}

// RemainderTotal gives the part of the claim that no record of the ledger
// explains. It has no records: nothing is added, the records of the scope that
// are not in the view are left out. A claim without a bridge has none.
func (a ClaimAnswer) RemainderTotal() Total {
	total := a.newTotal("remainder", "claim.remainder")
	switch {
	case !a.HasRemainder:
	case a.Form == FormSum:
		total.addMoney(ledger.Money{Amount: a.Remainder, Currency: a.Currency})
	default:
		total.Count = int(a.Remainder.IntPart())
	}
	total.LeftOut = a.LeftOut
	return total
}

func (a ClaimAnswer) newTotal(id, definition string) Total {
	unit := Records
	switch {
	case a.Form == FormSum:
	case a.Unit == ledger.UnitDocuments:
		unit = Documents
	case a.Unit == ledger.UnitProjects:
		unit = Deals
	}
	return Total{ID: id, Definition: definition, Unit: unit}
}

// addItem counts a record of a bridge. Of a claim of money a record whose
// amount is not known or not converted is counted and adds none.
func (a ClaimAnswer) addItem(total *Total, item Item) {
	total.add(item.Ref)
	if a.Form == FormSum && item.Value.Cmp(decimal.Zero) != 0 {
		total.addMoney(ledger.Money{Amount: item.Value, Currency: a.Currency}, item.Ref)
	}
}

// ByCertainty gives the buckets of the answer in the order in which a bridge is
// read: by how sure they are, then what says nothing of a commitment, then what
// ended. They are tried in another order (RULES 9).
func (a ClaimAnswer) ByCertainty() []Bucket {
	var list []Bucket
	for _, id := range []string{BucketLinked, BucketBinding, BucketNotBinding, BucketForceUnknown, BucketUnconfirmed, BucketBefore,
		BucketOtherKind, BucketNotConverted, BucketAmountUnknown, BucketDuplicate, BucketEnded} {
		for _, bucket := range a.Buckets {
			if bucket.ID == id {
				list = append(list, bucket)
			}
		}
	}
	return list
}
