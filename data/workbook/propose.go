package workbook

import (
	"context"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
)

// Home is the workspace that a workbook comes back to.
type Home interface {
	Identity() (string, error)
	Ledger() *ledger.Ledger
	Revision() int64
	LedgerAt(ctx context.Context, revision int64) (*ledger.Ledger, error)
}

// OriginOf names the state of a workspace that an export shows.
func OriginOf(home Home) (Origin, error) {
	identity, err := home.Identity()
	return Origin{Workspace: identity, Revision: home.Revision()}, err
}

// Propose says what taking the workbook over would change in a workspace: it
// is compared with the state from which it was exported, which the journal
// still knows, and with the one that stands. A workbook of the same summit that
// was exported from no workspace is compared with what stands alone.
func (e *Edited) Propose(ctx context.Context, home Home) (exchange.Proposal, error) {
	identity, err := home.Identity()
	if err != nil {
		return exchange.Proposal{}, err
	}
	now := home.Ledger()
	summit := ""
	if ref := now.Summit(); ref.Exists() {
		summit = now.Key(ref)
	}
	switch {
	case e.Summit != summit, e.Origin.Workspace != "" && e.Origin.Workspace != identity, e.Origin.Revision > home.Revision():
		return exchange.Proposal{}, &Refused{Path: e.path, Reason: OtherWorkspace, Detail: e.Summit}
	case e.Origin.Workspace == "":
		return e.Compare(ctx, nil, now)
	}
	base, err := home.LedgerAt(ctx, e.Origin.Revision)
	if err != nil {
		return exchange.Proposal{}, err
	}
	return e.Compare(ctx, base, now)
}
