package analysis

import (
	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// Settings are what the reader of a workspace may choose for its figures. They
// are an argument of every analysis that depends on them, never read behind its
// back. The maps may be nil; they are not written to.
type Settings struct {
	Shelved, Lapsed int             // days of silence of an open deal (RULES 5.1)
	OldEnough       int             // days since a deal entered a stage, for base rates (RULES 13.1)
	RateAge         int             // days that a rate may be older than the day it is used for (RULES 7.5)
	AboutMargin     decimal.Decimal // share by which an amount told as "about" may be off (RULES 7.6)

	Probabilities map[ledger.Stage]decimal.Decimal // the reader's own, 0 to 1; other stages take the base rate (RULES 13.2)
	Scopes        map[string]string                // by key of the claim: the scope in place of that of the file
	Buckets       map[string]map[string]string     // by key of the claim, then name of the record ("agreement:..."): its bucket
}

// DefaultSettings are those of the rules: nothing is the reader's own.
func DefaultSettings() Settings {
	silence := ledger.DefaultThresholds()
	return Settings{Shelved: silence.Shelved, Lapsed: silence.Lapsed, OldEnough: DefaultOldEnough, RateAge: DefaultRateAge, AboutMargin: DefaultAboutMargin()}
}

// Thresholds gives the days of silence as a view takes them.
func (s Settings) Thresholds() ledger.Thresholds {
	return ledger.Thresholds{Shelved: s.Shelved, Lapsed: s.Lapsed}
}

// Bridging gives how claims are answered under the settings, at a count-at
// level and under a filter, which may be nil.
func (s Settings) Bridging(at CountAt, filter func(ledger.Ref) bool) Bridging {
	return Bridging{CountAt: at, Filter: filter, RateAge: s.RateAge, Scopes: s.Scopes, Buckets: s.Buckets}
}
