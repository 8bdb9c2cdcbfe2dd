package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"

	"summitledger/data/ledger"
)

// Record gives the JSON form of a record: the columns of its file as strings
// exactly as they stand there, absent ones null, and the derived values under
// one key (RULES 15.3). A table's order of columns is kept.
func Record(v *ledger.View, ref ledger.Ref) (json.RawMessage, error) {
	object, err := columns(v.Ledger(), ref)
	if err != nil {
		return nil, err
	}
	if derived := Derived(v, ref); derived != nil {
		if err := object.add("derived", derived); err != nil {
			return nil, err
		}
	}
	return object.close(), nil
}

// Detail gives a record with all that speaks of it: parties, links both ways,
// events, positions, promises and sources, each in file order.
func Detail(v *ledger.View, ref ledger.Ref) (json.RawMessage, error) {
	l := v.Ledger()
	object, err := columns(l, ref)
	if err != nil {
		return nil, err
	}
	if err := object.add("kind_of_record", ref.Kind.String()); err != nil {
		return nil, err
	}
	if err := object.add("recorded", text(l.Recorded(ref).String())); err != nil {
		return nil, err
	}
	if derived := Derived(v, ref); derived != nil {
		if err := object.add("derived", derived); err != nil {
			return nil, err
		}
	}
	for _, group := range []struct {
		name string
		refs []ledger.Ref
	}{
		{"parties", v.PartiesOf(ref)}, {"links_from", v.LinksFrom(ref)}, {"links_to", v.LinksTo(ref)}, {"events", v.EventsOf(ref)},
		{"promises", visible(v, l.PromisesOf(ref))}, {"roles", onlyOf(ledger.Organisations, ref, func() []ledger.Ref { return visible(v, l.RolesOf(ref)) })},
		{"positions", positions(v, ref)}, {"sources", l.SourcesOf(ref)},
	} {
		rows := make([]json.RawMessage, 0, len(group.refs))
		for _, row := range group.refs {
			member, err := columns(l, row)
			if err != nil {
				return nil, err
			}
			rows = append(rows, member.close())
		}
		if err := object.add(group.name, rows); err != nil {
			return nil, err
		}
	}
	return object.close(), nil
}

func visible(v *ledger.View, refs []ledger.Ref) []ledger.Ref {
	var kept []ledger.Ref
	for _, ref := range refs {
		if v.Has(ref) {
			kept = append(kept, ref)
		}
	}
	return kept
}

func onlyOf(kind ledger.Kind, ref ledger.Ref, list func() []ledger.Ref) []ledger.Ref {
	if ref.Kind != kind {
		return nil
	}
	return list()
}

func positions(v *ledger.View, ref ledger.Ref) []ledger.Ref {
	switch ref.Kind {
	case ledger.Tracks:
		return visible(v, v.Ledger().PositionsOf(ref))
	case ledger.Organisations:
		return visible(v, v.Ledger().PositionsBy(ref))
	}
	return nil
}

// object writes a JSON object member by member, in the order given.
type object struct{ out bytes.Buffer }

func (o *object) add(name string, value any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("member %s: %w", name, err)
	}
	if o.out.Len() == 0 {
		o.out.WriteByte('{')
	} else {
		o.out.WriteByte(',')
	}
	fmt.Fprintf(&o.out, "%q:", name)
	o.out.Write(content)
	return nil
}

func (o *object) close() json.RawMessage {
	if o.out.Len() == 0 {
		o.out.WriteByte('{')
	}
	o.out.WriteByte('}')
	return o.out.Bytes()
}

func columns(l *ledger.Ledger, ref ledger.Ref) (*object, error) {
	o := &object{}
	for i, column := range ref.Kind.Columns() {
		if err := o.add(column.Name, text(l.Cell(ref, i))); err != nil {
			return nil, fmt.Errorf("%s: %w", l.Name(ref), err)
		}
	}
	return o, nil
}

// text is a string or, when there is none, null.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
