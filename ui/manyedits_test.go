package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/panel"
)

// selectIn goes to a tab and selects records by their keys.
func selectIn(t *testing.T, w *Window, settle func(), tab string, names ...string) []ledger.Ref {
	t.Helper()
	w.goTo(tab)
	settle()
	var refs []ledger.Ref
	for _, name := range names {
		kind, key, _, _ := ledger.ParseName(name)
		ref, ok := w.desk.ledger.Find(kind, key)
		if !ok {
			t.Fatalf("there is no %s", name)
		}
		refs = append(refs, ref)
	}
	return refs
}

// rowsOf lists the texts of rows and notes of a panel that can be followed.
func follow(t *testing.T, blocks []panel.Block, beginning string) {
	t.Helper()
	for _, block := range blocks {
		switch b := block.(type) {
		case panel.Row:
			if strings.HasPrefix(b.Text, beginning) && b.Open != nil {
				b.Open()
				return
			}
		case panel.Note:
			if strings.HasPrefix(b.Text, beginning) && b.Open != nil {
				b.Open()
				return
			}
		}
	}
	t.Fatalf("nothing to follow begins with %q in %+v", beginning, blocks)
}

func added(t *testing.T, w *Window, settle func(), kind ledger.Kind, pairs ...string) {
	t.Helper()
	l := w.desk.ledger
	w.carryOut(ledger.Action{Changes: []ledger.Change{l.Add(kind, w.today(), filled(kind, pairs...))}}, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	settle()
}

func TestRecordsAreMergedInTheWindow(t *testing.T) {
	w, settle := opened(t)
	added(t, w, settle, ledger.Organisations, "key", "mitsui-ru", "name", "Мицуи энд Ко", "country", "JP", "kind", "company")
	added(t, w, settle, ledger.Parties, "subject_kind", "deal", "subject_key", "yamal-lng", "organisation_key", "mitsui-ru", "role", "partner")
	refs := selectIn(t, w, settle, "organisations", "organisation:mitsui", "organisation:mitsui-ru")
	before := w.desk.ledger
	m := w.openMerge(refs)
	settle()
	if m.err != nil || m.plan.Moved != 1 {
		t.Fatalf("%v, %d rows move", m.err, m.plan.Moved)
	}
	blocks := m.panel.Blocks()
	for i, block := range blocks { // the name of the other one, not the other one itself
		if section, ok := block.(panel.Section); ok && section.Heading == w.printer.Column(ledger.Organisations, "name") {
			blocks = blocks[i:]
			break
		}
	}
	follow(t, blocks, "Мицуи энд Ко")
	settle()
	m.carryOut()
	settle()
	l := w.desk.ledger
	ref, ok := l.Resolve(ledger.Organisations, "mitsui-ru")
	if !ok || l.Key(ref) != "mitsui" || l.Value(ref, "name") != "Мицуи энд Ко" || !strings.Contains(l.Value(ref, "aliases"), "Mitsui & Co.") {
		t.Errorf("merged to %v", l.Cells(ref))
	}
	if shown, ok := w.record.shown(); !ok || shown != ref {
		t.Error("the record that stays is not shown")
	}
	w.undo()
	settle()
	if again, _ := w.desk.ledger.Find(ledger.Organisations, "mitsui-ru"); w.desk.ledger.Value(again, "name") != before.Value(refs[1], "name") {
		t.Error("undo does not bring the other back")
	}
}

func TestAMergeThatBreaksSomethingSaysWhy(t *testing.T) {
	w, settle := opened(t)
	refs := selectIn(t, w, settle, "claims", "claim:docs-total-80", "claim:docs-government-12")
	m := w.openMerge(refs)
	settle()
	if note, ok := m.panel.Blocks()[0].(panel.Note); !ok || !strings.HasPrefix(note.Text, "One of them refers to the other") {
		t.Errorf("it begins with %+v", m.panel.Blocks()[0])
	}
	m.carryOut()
	settle()
	if w.desk.ledger.Len(ledger.Aliases) != 0 {
		t.Error("it was merged all the same")
	}
}

// pick chooses in a choice as keys do.
func pick(t *testing.T, c *controls.Choice, id string) {
	t.Helper()
	for range 100 {
		if c.Current() == id {
			return
		}
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	t.Fatalf("%s cannot be chosen", id)
}

func TestAFieldOfManyRecords(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	w.listingShown().grid.SelectAll()
	if rows := w.chosenRows(); len(rows) != 123 {
		t.Fatalf("%d rows are selected", len(rows))
	}
	s := w.askSetMany()
	pick(t, s.field, "confidence")
	s.place.choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	value, want := s.place.value(), 0
	for ref := range w.desk.ledger.All(ledger.Agreements) {
		if w.desk.ledger.Value(ref, "confidence") != value {
			want++
		}
	}
	s.preview()
	settle()
	if got := w.reviewed.chosen(); got != want || want == 0 {
		t.Fatalf("%d changes to %q are offered, want %d", got, value, want)
	}
	w.reviewed.carryOut()
	settle()
	for ref := range w.desk.ledger.All(ledger.Agreements) {
		if got := w.desk.ledger.Value(ref, "confidence"); got != value {
			t.Fatalf("%s is %q", w.desk.ledger.Name(ref), got)
		}
	}
	w.undo()
	settle()
	if opened, _ := w.file.workspace.CanUndo(); opened.Number != 0 {
		t.Error("it was more than one action")
	}
}

func TestFindAndReplaceWithPreview(t *testing.T) {
	w, settle := opened(t)
	w.goTo("organisations")
	settle()
	r := w.askReplace()
	r.preview()
	if !r.fault.Visible() {
		t.Error("nothing to look for is not refused")
	}
	r.find.SetText("government of")
	r.with.SetText("Cabinet of")
	pick(t, r.field, "name")
	r.preview()
	settle()
	if w.reviewed.chosen() < 5 {
		t.Fatalf("%d changes are offered", w.reviewed.chosen())
	}
	w.reviewed.choose([]int{0}, false)
	first := w.reviewed.proposal.Suggestions[0]
	w.reviewed.carryOut()
	settle()
	for _, s := range w.reviewed.proposal.Suggestions {
		ref, _ := w.desk.ledger.FindID(s.Kind, s.ID)
		if got, want := w.desk.ledger.Value(ref, "name"), map[bool]string{true: s.Old, false: s.New}[s.ID == first.ID]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestCellsArePastedWithPreview(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	w.app.Clipboard().SetContent("key\tconfidence\tsigned_on\nnovatek-mitsui-2016\tlow\tsoon\n")
	w.do("paste_cells")
	settle()
	ref, _ := w.desk.ledger.Find(ledger.Agreements, "novatek-mitsui-2016")
	if w.reviewed == nil || len(w.reviewed.proposal.Of(exchange.Problem)) != 1 || w.reviewed.chosen() != 1 && w.desk.ledger.Value(ref, "confidence") != "low" {
		t.Fatalf("%+v", w.reviewed)
	}
	w.reviewed.carryOut()
	settle()
	if w.desk.ledger.Value(ref, "confidence") != "low" {
		t.Error("the good cell was not taken over")
	}
}

// What the table copies can be pasted back where it came from: nothing changes
// that can be read, and what cannot is named.
func TestCopiedRowsPastedBackChangeNothing(t *testing.T) {
	w, settle := opened(t)
	for _, tab := range []string{"agreements", "organisations", "sources"} {
		w.goTo(tab)
		settle()
		l := w.listingShown()
		l.grid.SelectAll()
		w.app.Clipboard().SetContent(l.grid.CopyText())
		w.reviewed = nil
		w.do("paste_cells")
		settle()
		if w.reviewed == nil {
			continue
		}
		for _, s := range w.reviewed.proposal.Suggestions {
			if s.Verdict != exchange.Problem {
				t.Errorf("%s: %+v", tab, s)
			}
		}
		w.reviewed.modal.close()
	}
}

func TestARecordThatOthersNameStays(t *testing.T) {
	w, settle := opened(t)
	ref, _ := w.desk.ledger.Find(ledger.Deals, "arctic-lng-2")
	w.showRecord(ref)
	w.do("remove_record")
	settle()
	if !w.covered() {
		t.Fatal("nothing is said")
	}
	w.dismiss()
	if !w.desk.ledger.Has(ref) {
		t.Error("it is gone")
	}
	w.do("record_rows")
	settle()
	if !w.covered() {
		t.Error("its rows are not listed")
	}
}

func TestDuplicatesAreListedAndMergedByHand(t *testing.T) {
	w, settle := opened(t)
	w.do("duplicates")
	settle()
	if w.covered() || !strings.HasPrefix(w.bar.Text(), "Nothing looks") {
		t.Errorf("the bar says %q", w.bar.Text())
	}
	added(t, w, settle, ledger.Organisations, "key", "gazprom-ru", "name", "ПАО «Газпром»", "country", "RU", "kind", "state_company")
	w.do("duplicates")
	settle()
	if !w.covered() {
		t.Error("the duplicate is not listed")
	}
}
