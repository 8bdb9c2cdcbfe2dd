package ledger_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
)

// row makes the cells of a row from pairs of column and value.
func row(kind ledger.Kind, pairs ...string) []string {
	cells := make([]string, len(kind.Columns()))
	for i := 0; i+1 < len(pairs); i += 2 {
		cells[kind.Column(pairs[i])] = pairs[i+1]
	}
	return cells
}

// with adds a row, as an edit of its own.
func with(t testing.TB, l *ledger.Ledger, kind ledger.Kind, pairs ...string) *ledger.Ledger {
	t.Helper()
	return edited(t, l, []ledger.Change{l.Add(kind, l.RecordedDay(), row(kind, pairs...))})
}

func edited(t testing.TB, l *ledger.Ledger, changes []ledger.Change) *ledger.Ledger {
	t.Helper()
	next, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func named(t testing.TB, l *ledger.Ledger, names ...string) []ledger.Ref {
	t.Helper()
	var list []ledger.Ref
	for _, name := range names {
		kind, key, _, _ := ledger.ParseName(name)
		ref, ok := l.Find(kind, key)
		if !ok {
			t.Fatalf("there is no %s", name)
		}
		list = append(list, ref)
	}
	return list
}

// difference reports the first cell in which two ledgers differ; rows that only one
// of them has count.
func difference(a, b *ledger.Ledger) string {
	for _, kind := range ledger.StoredKinds() {
		rows := func(l *ledger.Ledger) map[int64]string {
			all := map[int64]string{}
			for ref := range l.All(kind) {
				all[l.ID(ref)] = strings.Join(l.Cells(ref), "|") + "|" + l.Recorded(ref).String()
			}
			return all
		}
		one, other := rows(a), rows(b)
		for id, cells := range one {
			if other[id] != cells {
				return kind.Table() + ": " + cells + " is not " + other[id]
			}
		}
		if len(one) != len(other) {
			return kind.Table() + " has another number of rows"
		}
	}
	return ""
}

// Mitsui was entered a second time from a Russian paper; both become one, under
// every name, and the old key still leads to it.
func TestMergeOfOneFirmEnteredTwice(t *testing.T) {
	before := bundled(t)
	before = with(t, before, ledger.Organisations, "key", "mitsui-ru", "name", "Мицуи энд Ко", "country", "JP", "kind", "company", "note", "As Kommersant writes it.")
	before = with(t, before, ledger.Parties, "subject_kind", "deal", "subject_key", "arctic-lng-2", "organisation_key", "mitsui-ru", "role", "investor", "note", "By another paper.")
	before = with(t, before, ledger.Parties, "subject_kind", "deal", "subject_key", "yamal-lng", "organisation_key", "mitsui-ru", "role", "partner")
	records := named(t, before, "organisation:mitsui", "organisation:mitsui-ru")
	roles := len(before.RolesOf(records[0]))
	merge, err := before.Merge(records, nil, before.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	after := edited(t, before, merge.Changes)
	mitsui, ok := after.Resolve(ledger.Organisations, "mitsui-ru")
	if !ok || after.Key(mitsui) != "mitsui" || !slices.Equal(after.OldKeys(mitsui), []string{"mitsui-ru"}) {
		t.Errorf("the old key leads to %v, %v", mitsui, ok)
	}
	if aliases := ledger.Keys(after.Value(mitsui, "aliases")); !slices.Contains(aliases, "Мицуи энд Ко") {
		t.Errorf("it is known as %v", aliases)
	}
	if got := after.Value(mitsui, "note"); !strings.Contains(before.Value(records[0], "note")+"As Kommersant writes it.", got) || got == "" {
		t.Errorf("its note is %q", got)
	}
	if got, want := len(after.RolesOf(mitsui)), roles+2-len(merge.Joined); got != want {
		t.Errorf("%d roles, want %d", got, want)
	}
	if faults := after.Faults(); len(faults) > 0 {
		t.Error(faults)
	}
	// The survivor merges on: both old keys lead to the last one.
	after = with(t, after, ledger.Organisations, "key", "mitsui-holding", "name", "Mitsui Holding", "kind", "company")
	next, err := after.Merge(named(t, after, "organisation:mitsui-holding", "organisation:mitsui"), nil, after.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	last := edited(t, after, next.Changes)
	for _, key := range []string{"mitsui", "mitsui-ru"} {
		if ref, ok := last.Resolve(ledger.Organisations, key); !ok || last.Key(ref) != "mitsui-holding" {
			t.Errorf("%s leads to %v", key, ref)
		}
	}
}

func TestMergesThatBreakSomethingAreRefused(t *testing.T) {
	base := bundled(t)
	body := func(l *ledger.Ledger, key string) *ledger.Ledger {
		return with(t, l, ledger.Organisations, "key", key, "name", key, "kind", "company")
	}
	two := body(body(base, "one"), "two")
	source := base.Key(ledger.Ref{Kind: ledger.Sources, Row: 0})
	agreement := func(l *ledger.Ledger, key string) *ledger.Ledger {
		cells := l.Cells(ledger.Ref{Kind: ledger.Agreements, Row: 0})
		cells[0] = key
		return edited(t, l, []ledger.Change{l.Add(ledger.Agreements, l.RecordedDay(), cells)})
	}
	link := func(l *ledger.Ledger, from, relation, to string) *ledger.Ledger {
		return with(t, l, ledger.Links, "from_kind", "agreement", "from_key", from, "relation", relation, "to_kind", "agreement", "to_key", to, "source_keys", source)
	}
	party := func(l *ledger.Ledger, subject, body, role, share string) *ledger.Ledger {
		return with(t, l, ledger.Parties, "subject_kind", "agreement", "subject_key", subject, "organisation_key", body, "role", role, "share_percent", share)
	}
	three := agreement(agreement(agreement(base, "first"), "second"), "third")
	for name, c := range map[string]struct {
		ledger   *ledger.Ledger
		records  []string
		obstacle ledger.MergeObstacle
	}{
		"a record alone":                 {base, []string{"organisation:mitsui", "organisation:mitsui"}, ledger.ObstacleFew},
		"different kinds":                {base, []string{"organisation:mitsui", "deal:arctic-lng-2"}, ledger.ObstacleKind},
		"a document follows itself":      {link(three, "second", "follows", "first"), []string{"agreement:first", "agreement:second"}, ledger.ObstacleSelfLink},
		"a chain comes back":             {link(link(three, "third", "follows", "second"), "second", "replaces", "first"), []string{"agreement:first", "agreement:third"}, ledger.ObstacleCycle},
		"an agreement with itself":       {party(party(agreement(two, "own"), "own", "one", "signatory", ""), "own", "two", "signatory", ""), []string{"organisation:one", "organisation:two"}, ledger.ObstacleParties},
		"a lender to itself":             {party(party(party(agreement(two, "own"), "own", "mitsui", "witness", ""), "own", "one", "lender", ""), "own", "two", "borrower", ""), []string{"organisation:one", "organisation:two"}, ledger.ObstacleSides},
		"two shares":                     {party(party(party(agreement(two, "own"), "own", "mitsui", "witness", ""), "own", "one", "investor", "30"), "own", "two", "investor", "40"), []string{"organisation:one", "organisation:two"}, ledger.ObstacleDisagree},
		"a claim is a part of the other": {base, []string{"claim:docs-total-80", "claim:docs-government-12"}, ledger.ObstacleSelfLink},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.ledger.Merge(named(t, c.ledger, c.records...), nil, c.ledger.RecordedDay())
			var refused *ledger.MergeError
			if !errors.As(err, &refused) || refused.Obstacle != c.obstacle {
				t.Errorf("%v; want %s", err, c.obstacle)
			}
		})
	}
}

// Documents that were told to be the same become one; scopes, settings and
// saved views follow.
func TestMergeCarriesScopesSettingsAndViews(t *testing.T) {
	l := bundled(t)
	cells := l.Cells(named(t, l, "fund:russia-japan-investment-fund")[0])
	cells[0] = "rjif-again"
	l = edited(t, l, []ledger.Change{l.Add(ledger.Funds, l.RecordedDay(), cells)})
	source := l.Key(ledger.Ref{Kind: ledger.Sources, Row: 0})
	l = with(t, l, ledger.Links, "from_kind", "fund", "from_key", "rjif-again", "relation", "same_as", "to_kind", "fund", "to_key", "russia-japan-investment-fund", "source_keys", source)
	l = kept(t, l, ledger.SavedView{Name: "Fund", Tab: "funds", Record: "fund:russia-japan-investment-fund"})
	merge, err := l.Merge(named(t, l, "fund:rjif-again", "fund:russia-japan-investment-fund"), map[string]string{"note": "Chosen."}, l.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	after := edited(t, l, merge.Changes)
	fund := named(t, after, "fund:rjif-again")[0]
	if after.Value(fund, "note") != "Chosen." || !slices.Contains(ledger.Keys(after.Value(fund, "source_keys")), source) {
		t.Errorf("the fund is %v", after.Cells(fund))
	}
	if scope := after.Value(named(t, after, "claim:rjif-size-usd-1bn")[0], "scope"); scope != "key=rjif-again" {
		t.Errorf("the claim is of %s", scope)
	}
	if view, err := after.FindView("Fund"); err != nil || after.Value(view, "record") != "fund:rjif-again" {
		t.Errorf("the view opens %s", after.Value(view, "record"))
	}
	if back := edited(t, after, ledger.Inverse(merge.Changes)); difference(l, back) != "" {
		t.Error(difference(l, back))
	}
}

// A merge that is carried out loses nothing that refers to the records, leaves
// a sound ledger, and its inverse gives exactly what was there.
func TestMergeLosesNothingAndIsUndone(t *testing.T) {
	base := bundled(t)
	rapid.Check(t, func(r *rapid.T) {
		kind := rapid.SampledFrom(ledger.MergeKinds()).Draw(r, "kind")
		var all []ledger.Ref
		for ref := range base.All(kind) {
			all = append(all, ref)
		}
		records := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 2, 4, rapid.ID[ledger.Ref]).Draw(r, "records")
		merge, err := base.Merge(records, nil, base.RecordedDay())
		var refused *ledger.MergeError
		if errors.As(err, &refused) {
			return
		}
		if err != nil {
			r.Fatal(err)
		}
		after, err := base.Apply(merge.Changes)
		if err != nil {
			r.Fatal(err)
		}
		if faults := after.Faults(); len(faults) > 0 {
			r.Fatal(faults)
		}
		keep, _ := after.Find(kind, base.Key(records[0]))
		removedLinks := 0
		for _, change := range merge.Changes {
			if change.Operation == ledger.RemoveRow && change.Kind == ledger.Links {
				removedLinks++
			}
		}
		for _, other := range ledger.Kinds() {
			lost := base.Len(other) - after.Len(other)
			want := 0
			if other == kind {
				want = len(records) - 1
			}
			if !other.Keyed() {
				want = lost // rows without keys are counted below
			}
			if lost != want {
				r.Errorf("%d %s are gone, want %d", lost, other.Table(), want)
			}
		}
		events, roles, promises := 0, 0, 0
		for _, ref := range records {
			events, roles, promises = events+len(base.EventsOf(ref)), roles+len(base.RolesOf(ref)), promises+len(base.PromisesOf(ref))
			if found, ok := after.Resolve(kind, base.Key(ref)); !ok || found != keep {
				r.Errorf("%s leads to %v", base.Key(ref), found)
			}
			for _, source := range base.SourcesOf(ref) {
				if kind != ledger.Events && !slices.Contains(ledger.Keys(after.Cell(keep, kind.SourceColumn())), after.Key(resolved(after, base, source))) {
					r.Errorf("%s is cited no more", base.Key(source))
				}
			}
			if ref != records[0] && len(after.Referrers(kind, base.Key(ref))) > 0 {
				r.Errorf("%s is still named", base.Key(ref))
			}
		}
		if got := len(after.EventsOf(keep)); got != events {
			r.Errorf("%d events, want %d", got, events)
		}
		if got := len(after.PromisesOf(keep)); got != promises {
			r.Errorf("%d promises, want %d", got, promises)
		}
		if kind == ledger.Organisations {
			if got := len(after.RolesOf(keep)); got+len(merge.Joined) < roles {
				r.Errorf("%d roles, %d joined, want %d", got, len(merge.Joined), roles)
			}
			names := append(ledger.Keys(after.Value(keep, "aliases")), after.Value(keep, "name"), after.Value(keep, "name_ja"), after.Value(keep, "name_ru"))
			for _, ref := range records {
				for _, column := range []string{"name", "name_ja", "name_ru"} {
					if name := base.Value(ref, column); name != "" && !slices.Contains(names, name) {
						r.Errorf("the name %s is lost", name)
					}
				}
			}
		}
		back, err := after.Apply(ledger.Inverse(merge.Changes))
		if err != nil {
			r.Fatal(err)
		}
		if found := difference(base, back); found != "" {
			r.Error(found)
		}
	})
}

func resolved(after, before *ledger.Ledger, source ledger.Ref) ledger.Ref {
	ref, _ := after.Resolve(ledger.Sources, before.Key(source))
	return ref
}

func TestRemovalNamesWhatRefersToTheRecord(t *testing.T) {
	l := bundled(t)
	_, referring := l.Removal(named(t, l, "deal:arctic-lng-2")[0])
	if len(referring) == 0 {
		t.Error("nothing refers to Arctic LNG 2")
	}
	l = with(t, l, ledger.Organisations, "key", "one", "name", "One", "kind", "company")
	l = with(t, l, ledger.Organisations, "key", "two", "name", "Two", "kind", "company")
	merge, err := l.Merge(named(t, l, "organisation:one", "organisation:two"), nil, l.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	l = edited(t, l, merge.Changes)
	changes, referring := l.Removal(named(t, l, "organisation:one")[0])
	if len(referring) > 0 {
		t.Errorf("%v refer to it", referring)
	}
	if after := edited(t, l, changes); after.Len(ledger.Aliases) != 0 {
		t.Error("the old key stays behind")
	}
}
