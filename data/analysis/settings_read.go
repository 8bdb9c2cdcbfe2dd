package analysis

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"summitledger/data/ledger"
)

// What is the matter with a setting that figures cannot follow.
const (
	SettingUnknown     = "setting_name"   // no setting of this name is known
	SettingUnreadable  = "setting_value"  // its value is none of its kind
	SettingOrder       = "setting_order"  // lapsed before shelved
	SettingNoClaim     = "setting_claim"  // it speaks of a claim that is not there
	SettingNoRecord    = "setting_record" // or of a record
	SettingScope       = "setting_scope"  // a scope that is not understood
	SettingOtherBucket = "setting_bucket" // no bucket of the form of its claim
)

// SettingCase is a setting that figures do not follow, and why.
type SettingCase struct {
	Setting ledger.Ref
	Claim   ledger.Ref // the claim that it speaks of, NoRef without one
	Detail  string
}

// SettingsOf reads what the reader of a workspace chose. A value that cannot be
// read counts as not chosen, and SettingCases names it. Only a scope that is
// not understood is kept: its claim then says so rather than going by a scope
// that the reader replaced.
func SettingsOf(l *ledger.Ledger) Settings {
	settings, _ := readSettings(l)
	return settings
}

// SettingCases lists the settings that figures cannot follow.
func SettingCases(l *ledger.Ledger) []SettingCase {
	_, cases := readSettings(l)
	return cases
}

func readSettings(l *ledger.Ledger) (Settings, []SettingCase) {
	reading := settingsReading{ledger: l, settings: DefaultSettings()}
	if l.Len(ledger.Settings) == 0 {
		return reading.settings, nil
	}
	// Buckets depend on the form of their claim, and so on scopes.
	var buckets []ledger.Ref
	for ref := range l.All(ledger.Settings) {
		if name, ok := ledger.ParseSetting(l.Key(ref)); ok && name.Topic == ledger.ClaimBucket {
			buckets = append(buckets, ref)
			continue
		}
		reading.read(ref)
	}
	for _, ref := range buckets {
		reading.read(ref)
	}
	silence := l.Thresholds()
	if s := &reading.settings; s.Lapsed < s.Shelved {
		for _, topic := range []ledger.Topic{ledger.ShelvedAfter, ledger.LapsedAfter} {
			if ref, ok := l.Find(ledger.Settings, string(topic)); ok {
				reading.refuse(ref, ledger.NoRef(), SettingOrder)
			}
		}
		s.Shelved, s.Lapsed = silence.Shelved, silence.Lapsed
	}
	return reading.settings, reading.cases
}

type settingsReading struct {
	ledger   *ledger.Ledger
	settings Settings
	cases    []SettingCase
}

func (r *settingsReading) refuse(setting, claim ledger.Ref, detail string) {
	r.cases = append(r.cases, SettingCase{Setting: setting, Claim: claim, Detail: detail})
}

// read takes one setting up, or refuses it.
func (r *settingsReading) read(ref ledger.Ref) {
	l, s := r.ledger, &r.settings
	name, ok := ledger.ParseSetting(l.Key(ref))
	if !ok {
		r.refuse(ref, ledger.NoRef(), SettingUnknown)
		return
	}
	value := l.Value(ref, "value")
	days := func(into *int) {
		if read, err := ledger.ParseDays(value); err == nil {
			*into = read
			return
		}
		r.refuse(ref, ledger.NoRef(), SettingUnreadable)
	}
	share := func(take func(decimal.Decimal)) {
		if read, err := ledger.ParseShare(value); err == nil {
			take(read)
			return
		}
		r.refuse(ref, ledger.NoRef(), SettingUnreadable)
	}
	switch name.Topic {
	case ledger.ShelvedAfter:
		days(&s.Shelved)
	case ledger.LapsedAfter:
		days(&s.Lapsed)
	case ledger.RateAge:
		days(&s.RateAge)
	case ledger.OldEnough:
		days(&s.OldEnough)
	case ledger.AboutMargin:
		share(func(read decimal.Decimal) { s.AboutMargin = read })
	case ledger.Probability:
		share(func(read decimal.Decimal) {
			if s.Probabilities == nil {
				s.Probabilities = make(map[ledger.Stage]decimal.Decimal)
			}
			s.Probabilities[name.Stage] = read
		})
	case ledger.ClaimScope:
		r.readScope(ref, name, value)
	case ledger.ClaimBucket:
		r.readBucket(ref, name, value)
	}
}

func (r *settingsReading) readScope(ref ledger.Ref, name ledger.SettingName, value string) {
	claim, ok := r.ledger.Find(ledger.Claims, name.Claim)
	if !ok {
		r.refuse(ref, ledger.NoRef(), SettingNoClaim)
		return
	}
	if _, _, err := ClaimFormWith(r.ledger, claim, value); err != nil {
		r.refuse(ref, claim, SettingScope)
	}
	if r.settings.Scopes == nil {
		r.settings.Scopes = make(map[string]string)
	}
	r.settings.Scopes[name.Claim] = value
}

func (r *settingsReading) readBucket(ref ledger.Ref, name ledger.SettingName, value string) {
	claim, ok := r.ledger.Find(ledger.Claims, name.Claim)
	if !ok {
		r.refuse(ref, ledger.NoRef(), SettingNoClaim)
		return
	}
	kind, key, _, _ := ledger.ParseName(name.Record)
	if _, ok := r.ledger.Find(kind, key); !ok {
		r.refuse(ref, claim, SettingNoRecord)
		return
	}
	form, _, err := r.settings.ClaimForm(r.ledger, claim)
	if err != nil || !slices.Contains(BucketIDs(form), value) {
		r.refuse(ref, claim, SettingOtherBucket)
		return
	}
	if r.settings.Buckets == nil {
		r.settings.Buckets = make(map[string]map[string]string)
	}
	if r.settings.Buckets[name.Claim] == nil {
		r.settings.Buckets[name.Claim] = make(map[string]string)
	}
	r.settings.Buckets[name.Claim][name.Record] = value
}

// ClaimForm tells which answer a claim can be given under the settings, and its
// scope; see the function of this name.
func (s Settings) ClaimForm(l *ledger.Ledger, claim ledger.Ref) (Form, Scope, error) {
	return s.Bridging(AtAnnounced, nil).form(l, claim)
}

// Moved counts the records that the reader put into another bucket than the
// rules would.
func (a ClaimAnswer) Moved() int {
	moved := 0
	for _, bucket := range a.Buckets {
		for _, item := range bucket.Items {
			if item.Chosen {
				moved++
			}
		}
	}
	return moved
}

// CheckChoice tells whether a setting can be followed in a ledger before it is
// chosen: that the claim and the record it speaks of are there, that a scope is
// understood and a bucket is one of the claim. The form of numbers is for the
// ledger itself to check. An empty value, back to the default, is always fine.
func CheckChoice(l *ledger.Ledger, choice ledger.Choice) error {
	name := choice.Name
	if choice.Value == "" || name.Claim == "" {
		return nil
	}
	claim, ok := l.Find(ledger.Claims, name.Claim)
	if !ok {
		return fmt.Errorf("there is no claim with the key %q", name.Claim)
	}
	if name.Topic == ledger.ClaimScope {
		_, _, err := ClaimFormWith(l, claim, choice.Value)
		return err
	}
	kind, key, _, _ := ledger.ParseName(name.Record)
	if _, ok := l.Find(kind, key); !ok {
		return fmt.Errorf("there is no %s with the key %q", kind, key)
	}
	form, _, err := SettingsOf(l).ClaimForm(l, claim)
	if err != nil {
		return err
	}
	buckets := BucketIDs(form)
	if len(buckets) == 0 {
		return fmt.Errorf("the claim %s has no buckets: it is answered as %s", name.Claim, form)
	}
	if !slices.Contains(buckets, choice.Value) {
		return fmt.Errorf("%q is no bucket of the claim %s; its buckets are %s", choice.Value, name.Claim, strings.Join(buckets, ", "))
	}
	return nil
}

// checkSettings names the settings that figures cannot follow. Its severity is
// look: the files are sound and the figures stand without them.
func checkSettings(v *ledger.View, c *Check) {
	for _, one := range SettingCases(v.Ledger()) {
		if one.Claim.Exists() {
			c.find(one.Detail, one.Setting, one.Claim)
			continue
		}
		c.find(one.Detail, one.Setting)
	}
}
