package analysis

import "summitledger/data/ledger"

// Definitions lists every definition that a total can carry. The catalogue of
// texts has "definition." and each of them: what is counted, by which rule, and
// what is left out.
func Definitions() []string {
	list := []string{
		Documents, Deals, Chains, Organisations, Events,
		"breakdown.documents", "breakdown.documents_without", "breakdown.records", "breakdown.records_without",
		"stage", "stage.none", "ageing", "ageing.no_dated_event", "conversion.seen", "conversion.reached", "weighted",
		"cohort.all", "cohort.judged", "cohort.operating", "cohort.ended", "stuck",
		"promises.promised", "promises.assessed", "promises.unassessed", "promises.kept",
		"talks.all", "talks.unreported", "talks.open", "talks.done", "talks.suspended", "talks.ended", "fund.deals_named",
		"sides.all", "sides.some", "sides.only", "sides.confirmed", "sides.none",
		"evidence.no_source", "evidence.copies_only", "evidence.one_source", "evidence.several", "evidence.conflict",
		"evidence.confidence_high", "evidence.confidence_medium", "evidence.confidence_low", "evidence.confidence_unstated",
		"balance." + GivesMoney, "balance." + GetsMoney, "balance." + GivesGoods, "balance." + GetsGoods, "balance.money",
		"since.table", "quiet.shelved", "quiet.lapsed", "quiet.past_due", "one_currency", "claim.itemised", "claim.remainder", "bucket." + BucketLinked,
	}
	for _, level := range CountAtLevels()[1:] {
		for _, unit := range Units() {
			list = append(list, unit+"."+level.String())
		}
	}
	for _, kind := range ChangeKinds() {
		list = append(list, "since."+string(kind))
	}
	for _, step := range FundSteps() {
		list = append(list, "fund."+step)
	}
	for _, condition := range Conditions() {
		list = append(list, "condition."+condition)
	}
	for _, rung := range ledger.Rungs() {
		list = append(list, "rung."+rung.String())
	}
	for _, verdict := range ledger.VerdictWords().Words() {
		list = append(list, "verdict."+verdict)
	}
	for _, bucket := range BucketIDs(FormSum) {
		list = append(list, "bucket."+bucket)
	}
	for _, level := range CountAtLevels() {
		list = append(list, "claim.counted."+level.String())
	}
	return list
}
