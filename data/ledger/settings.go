package ledger

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Topic is what a setting is about: the first word of its name.
type Topic string

// The topics, with the names that belong to them.
const (
	ShelvedAfter Topic = "silence.shelved"      // days of silence after which an open deal reads as shelved (RULES 5.1)
	LapsedAfter  Topic = "silence.lapsed"       // and as lapsed
	RateAge      Topic = "rate.age"             // days that a rate may be older than the day it is used for (RULES 7.5)
	AboutMargin  Topic = "about.margin"         // share by which an amount told as "about" may be off (RULES 7.6)
	OldEnough    Topic = "base_rate.old_enough" // days since a deal entered a stage, for base rates (RULES 13.1)
	Probability  Topic = "probability"          // probability.STAGE: the reader's own for deals at a stage, from 0 to 1 (RULES 13.2)
	ClaimScope   Topic = "scope"                // scope.CLAIM: in place of the scope of the file (RULES 8)
	ClaimBucket  Topic = "bucket"               // bucket.CLAIM.KIND:KEY: where the reader puts a record (RULES 9)
)

// SingleTopics lists the topics of which a workspace has one value.
func SingleTopics() []Topic {
	return []Topic{ShelvedAfter, LapsedAfter, RateAge, AboutMargin, OldEnough}
}

const settingForms = "silence.shelved, silence.lapsed, rate.age, about.margin, base_rate.old_enough, probability.STAGE, scope.CLAIM or bucket.CLAIM.KIND:KEY"

// SettingName says what a row of the settings is about.
type SettingName struct {
	Topic  Topic
	Stage  Stage  // of a probability
	Claim  string // key of the claim of a scope or bucket
	Record string // name of the record of a bucket: "agreement:..."
}

// String writes the name as ParseSetting reads it.
func (n SettingName) String() string {
	switch n.Topic {
	case Probability:
		return string(n.Topic) + "." + n.Stage.String()
	case ClaimScope:
		return string(n.Topic) + "." + n.Claim
	case ClaimBucket:
		return string(n.Topic) + "." + n.Claim + "." + n.Record
	}
	return string(n.Topic)
}

// ParseSetting reads the name of a setting.
func ParseSetting(name string) (SettingName, bool) {
	for _, topic := range SingleTopics() {
		if name == string(topic) {
			return SettingName{Topic: topic}, true
		}
	}
	topic, rest, _ := strings.Cut(name, ".")
	switch parsed := (SettingName{Topic: Topic(topic)}); parsed.Topic {
	case Probability:
		at, ok := stages.Position(rest)
		parsed.Stage = Stage(at)
		return parsed, ok && parsed.Stage != NoStage && parsed.Stage < Operating
	case ClaimScope:
		parsed.Claim = rest
		return parsed, ValidKey(rest)
	case ClaimBucket:
		parsed.Claim, parsed.Record, _ = strings.Cut(rest, ".")
		kind, key, hasKind, ok := ParseName(parsed.Record)
		return parsed, ok && hasKind && kind.Keyed() && !kind.Chosen() && ValidKey(key) && ValidKey(parsed.Claim)
	}
	return SettingName{}, false
}

// longestDays bounds numbers of days: a century.
const longestDays = 36525

// ParseDays reads a number of days as settings have it, 1 to a century.
func ParseDays(text string) (int, error) {
	days, err := strconv.Atoi(text)
	if err != nil || days < 1 || days > longestDays || text != strconv.Itoa(days) {
		return 0, fmt.Errorf("%q is no number of days from 1 to %d", text, longestDays)
	}
	return days, nil
}

// ParseShare reads a share of a whole, 0 to 1, such as 0.25.
func ParseShare(text string) (decimal.Decimal, error) {
	share, err := ParseAmount(text)
	if err != nil || share.IsNegative() || share.GreaterThan(decimal.NewFromInt(1)) {
		return decimal.Zero, fmt.Errorf("%q is no share from 0 to 1", text)
	}
	return share, nil
}

// checkSetting tests the value of a setting by its name. What a scope or a
// bucket means, the analysis says.
func checkSetting(name, value string) []Fault {
	parsed, ok := ParseSetting(name)
	if !ok {
		return nil // the name is a fault of its own column
	}
	fault := func(code FaultCode, expected string) []Fault {
		return []Fault{{Column: "value", Value: value, Code: code, Expected: expected}}
	}
	switch parsed.Topic {
	case ShelvedAfter, LapsedAfter, RateAge, OldEnough:
		if _, err := ParseDays(value); err != nil {
			return fault(FaultDays, fmt.Sprintf("a whole number of days from 1 to %d", longestDays))
		}
	case AboutMargin, Probability:
		if _, err := ParseShare(value); err != nil {
			return fault(FaultShare, "a share from 0 to 1, such as 0.25")
		}
	}
	return nil
}

// Setting gives the value of a setting, false when the reader chose none.
func (l *Ledger) Setting(name SettingName) (string, bool) {
	ref, ok := l.Find(Settings, name.String())
	if !ok {
		return "", false
	}
	return l.Cell(ref, 1), true
}

// days reads a setting of days; what cannot be read counts as not chosen.
func (l *Ledger) days(topic Topic, otherwise int) int {
	if text, ok := l.Setting(SettingName{Topic: topic}); ok {
		if days, err := ParseDays(text); err == nil {
			return days
		}
	}
	return otherwise
}

// Thresholds gives the days of silence that the reader chose, or the default
// ones. A pair in the wrong order, which only another program can have
// written, counts as not chosen; a check names it.
func (l *Ledger) Thresholds() Thresholds {
	otherwise := DefaultThresholds()
	chosen := Thresholds{Shelved: l.days(ShelvedAfter, otherwise.Shelved), Lapsed: l.days(LapsedAfter, otherwise.Lapsed)}
	if chosen.Lapsed < chosen.Shelved {
		return otherwise
	}
	return chosen
}

// checkThresholds tests the two days of silence against each other.
func (l *Ledger) checkThresholds() []Fault {
	otherwise := DefaultThresholds()
	shelved, lapsed := l.days(ShelvedAfter, otherwise.Shelved), l.days(LapsedAfter, otherwise.Lapsed)
	if lapsed >= shelved {
		return nil
	}
	return []Fault{{File: Settings.Table() + ".csv", Column: "value", Value: fmt.Sprintf("%d < %d", lapsed, shelved), Code: FaultOrder,
		Expected: "silence.lapsed is not below silence.shelved"}}
}

// Choice is a setting with the value that the reader gives it; an empty value
// goes back to the default.
type Choice struct {
	Name  SettingName
	Value string
}

// Choose gives the changes that carry choices out, one per name; none for what
// stands so already.
func (l *Ledger) Choose(recorded Day, choices ...Choice) []Change {
	var changes []Change
	next := l.NextID(Settings)
	for _, choice := range choices {
		ref, there := l.Find(Settings, choice.Name.String())
		switch {
		case !there && choice.Value != "":
			changes = append(changes, Change{Operation: AddRow, Kind: Settings, ID: next, Cells: []string{choice.Name.String(), choice.Value}, Recorded: recorded})
			next++
		case there && choice.Value == "":
			changes = append(changes, l.Remove(ref))
		case there && l.Cell(ref, 1) != choice.Value:
			changes = append(changes, l.Set(ref, "value", choice.Value))
		}
	}
	return changes
}
