package ledger

import (
	"strconv"
	"strings"
)

// StageMove is a deal that somebody says stands at another stage: a card that
// was dragged, or the command move.
type StageMove struct {
	Deal    Ref
	To      Stage
	On      string // when, as the file writes dates, with their precision
	Note    string // what is known of it; an event needs one
	Sources string // keys of the sources that tell it, divided by semicolons; may be empty, and the checks then name the event
}

// Backwards reports whether the deal stands further than where it is moved to.
func (m StageMove) Backwards(v *View) bool { return v.Deal(m.Deal).Stage > m.To }

// Change gives the change that writes the move down on a day: an event of kind
// stage, or for a move backwards a correction, from which the stage starts
// afresh (RULES 4.2).
func (m StageMove) Change(v *View, recorded Day) Change {
	kind := EventStage
	if m.Backwards(v) {
		kind = EventCorrection
	}
	deal := v.ledger.Key(m.Deal)
	cells := make([]string, len(Events.Columns()))
	for column, value := range map[string]string{"key": v.ledger.freeKey(Events, deal+"-"+m.On+"-"+kind.String()), "subject_kind": Deals.String(), "subject_key": deal,
		"date": m.On, "kind": kind.String(), "to_stage": m.To.String(), "note": m.Note, "source_keys": m.Sources} {
		cells[Events.Column(column)] = value
	}
	return v.ledger.Add(Events, recorded, cells)
}

// After gives the stage of the deal in the same view once the move is written:
// not the one moved to when the day lies after the view, or a later event says
// otherwise.
func (m StageMove) After(v *View, recorded Day) (Stage, error) {
	next, err := v.ledger.Apply([]Change{m.Change(v, recorded)})
	if err != nil {
		return NoStage, err
	}
	return next.ViewWith(v.asOf, v.thresholds).Deal(m.Deal).Stage, nil
}

// freeKey makes a key of letters, digits and hyphens that no record of the kind
// has, with a number behind it where the first is taken.
func (l *Ledger) freeKey(kind Kind, like string) string {
	like = strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.ReplaceAll(like, "/", "-")), "-")
	key := like
	for n := 2; ; n++ {
		if _, taken := l.Find(kind, key); !taken {
			return key
		}
		key = like + "-" + strconv.Itoa(n)
	}
}
