package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"summitledger/data/analysis"
	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// choicesShown opens the dialog of the settings as the menu does.
func choicesShown(w *Window) *choicesDialog {
	settings := analysis.SettingsOf(w.desk.ledger)
	d := newChoicesDialog(w, settings, analysis.BaseRates(w.desk.view, settings.OldEnough))
	d.show()
	return d
}

func (d *choicesDialog) numbers(at int) *numberSection {
	section, _ := d.sections[at].(*numberSection)
	return section
}

func (d *choicesDialog) rates() *rateSection {
	section, _ := d.sections[2].(*rateSection)
	return section
}

func (d *choicesDialog) scopes() *scopeSection {
	section, _ := d.sections[3].(*scopeSection)
	return section
}

// Numbers of several tabs are saved as one action, change what the window
// shows, and go with one undo.
func TestSettingsAreSavedAsOneActionAndUndone(t *testing.T) {
	w, settle := opened(t)
	silent := func() int {
		n := 0
		for deal := range w.desk.view.All(ledger.Deals) {
			if w.desk.view.Deal(deal).Silence == ledger.ShelvedInferred {
				n++
			}
		}
		return n
	}
	before := silent()
	d := choicesShown(w)
	d.numbers(0).fields[1].entry.SetText("014600") // ten times as long
	d.numbers(1).fields[6].entry.SetText("50")
	test.Tap(d.save)
	settle()
	if w.covered() {
		t.Fatal("the dialog stays open")
	}
	settings := analysis.SettingsOf(w.desk.ledger)
	if settings.Lapsed != 14600 || settings.Probabilities[ledger.Construction].String() != "0.5" || w.file.workspace.Revision() != 1 {
		t.Fatalf("lapsed after %d days, construction %s, %d actions", settings.Lapsed, settings.Probabilities[ledger.Construction], w.file.workspace.Revision())
	}
	if silent() <= before {
		t.Errorf("%d deals read as shelved when none lapses so soon, %d before", silent(), before)
	}
	w.undo()
	settle()
	if w.desk.ledger.Len(ledger.Settings) != 0 || silent() != before {
		t.Errorf("undone: %d settings, %d shelved; want 0 and %d", w.desk.ledger.Len(ledger.Settings), silent(), before)
	}
}

// What cannot be meant is said under its field, and nothing is saved.
func TestWrongSettingsAreSaidAtTheField(t *testing.T) {
	w, settle := opened(t)
	d := choicesShown(w)
	days, chances := d.numbers(0), d.numbers(1)
	days.fields[0].entry.SetText("2000") // after the 1460 of lapsed
	days.fields[3].entry.SetText("a quarter")
	chances.fields[0].entry.SetText("120")
	if !days.fields[1].fault.Visible() {
		t.Error("lapsed before shelved is not said while it is typed")
	}
	d.keep()
	settle()
	for _, c := range []struct {
		name  string
		field *choiceField
		said  string
	}{
		{"lapsed before shelved", days.fields[1], "Lapsed cannot come before shelved."},
		{"a quarter for days", days.fields[3], w.printer.Text("fault.days")},
		{"120 per cent", chances.fields[0], w.printer.Text("fault.percent")},
	} {
		if !c.field.fault.Visible() || c.field.fault.Text != c.said {
			t.Errorf("%s: %q is said, shown %v; want %q", c.name, c.field.fault.Text, c.field.fault.Visible(), c.said)
		}
	}
	if !d.note.Visible() || w.file.workspace.Revision() != 0 {
		t.Errorf("%d actions, the line over the buttons shown: %v", w.file.workspace.Revision(), d.note.Visible())
	}
	chances.fields[0].entry.SetText("12,5") // with a comma, as in Russian
	if !chances.fields[0].check() || chances.fields[0].value() != "0.125" {
		t.Errorf("12,5 per cent is %q", chances.fields[0].value())
	}
}

func TestExchangeRatesAreAddedChangedAndRemoved(t *testing.T) {
	w, settle := opened(t)
	d := choicesShown(w)
	d.open("rates")
	s := d.rates()
	s.addRow()
	if d.keep(); w.file.workspace.Revision() != 0 || !s.labels[0].fault.Visible() {
		t.Fatal("an empty rate is saved")
	}
	for i, text := range []string{"2016-12-16", "EUR", "EUR", "0", "nobody"} {
		s.entries[i].SetText(text)
	}
	for i, said := range map[int]string{2: "choices.rate_same", 3: "choices.rate_zero", 4: "choices.rate_source"} {
		if got := s.labels[i].fault.Text; got != w.printer.Text(said) {
			t.Errorf("field %d says %q, want %q", i, got, w.printer.Text(said))
		}
	}
	for i, text := range []string{"2016-12-16", "EUR", "JPY", "123.2", "reuters-2016-11-21"} {
		s.entries[i].SetText(text)
	}
	d.keep()
	settle()
	if w.desk.ledger.Len(ledger.Rates) != 2 || w.file.workspace.Revision() != 1 {
		t.Fatalf("%d rates after %d actions, want 2 after 1", w.desk.ledger.Len(ledger.Rates), w.file.workspace.Revision())
	}
	d = choicesShown(w)
	d.rates().list.list.Select(1)
	d.rates().entries[3].SetText("124")
	d.rates().list.list.Select(0)
	d.rates().removeRow()
	d.keep()
	settle()
	left := w.desk.ledger.Len(ledger.Rates)
	for ref := range w.desk.ledger.All(ledger.Rates) {
		if got := w.desk.ledger.Value(ref, "rate"); got != "124" || left != 1 {
			t.Errorf("%d rates, the last of %s; want 1 of 124", left, got)
		}
	}
	w.undo()
	settle()
	if got := w.desk.ledger.Len(ledger.Rates); got != 2 {
		t.Errorf("undone: %d rates, want 2", got)
	}
}

// A scope says what it finds while it is typed, moves the bridge once it is
// saved, and goes back to that of the file.
func TestTheScopeOfAClaimInTheDialog(t *testing.T) {
	w, settle := opened(t)
	claim, _ := w.desk.ledger.Find(ledger.Claims, "docs-total-80")
	d := choicesShown(w)
	d.open("scopes")
	s := d.scopes()
	s.search.SetText("docs total 80")
	if len(s.claims) != 1 || s.claims[0] != claim {
		t.Fatalf("the search finds %d claims", len(s.claims))
	}
	s.list.list.Select(0)
	for text, said := range map[string]string{
		"at_summit=yes":            "Your own scope. It matches 32 records.",
		"at_summit=yes,reported":   "It matches 50 records.",
		"at_summit=yes&colour=red": `There is no column "colour".`,
		"at_summit=perhaps":        `"perhaps" is no word of the column at_summit.`,
		"at_summit":                `"at_summit" is not written column=value.`,
	} {
		s.field.entry.SetText(text)
		if got := s.field.finds.Text; !strings.HasPrefix(got, said) {
			t.Errorf("%s: %q, want %q", text, got, said)
		}
	}
	s.field.entry.SetText("at_summit=yes")
	d.keep()
	settle()
	answer := analysis.Bridge(w.desk.view, claim, analysis.AtAnnounced, nil)
	if !answer.Overridden || answer.Itemised.String() != "29" {
		t.Errorf("overridden %v, %s itemised; want 29", answer.Overridden, answer.Itemised)
	}
	if o, ok := w.view().(*overview); !ok || !strings.Contains(textsOf(o.sheet.objects), "29 can be named") || !strings.Contains(textsOf(o.sheet.objects), "your own, not that of the file") {
		t.Error("the overview does not say that it goes by the reader's scope")
	}
	d = choicesShown(w)
	s = d.scopes()
	if line, _ := s.line(0); !strings.HasPrefix(line, "Own scope: ") {
		t.Errorf("the claim with an own scope does not come first: %q", line)
	}
	s.list.list.Select(0)
	test.Tap(s.field.reset)
	d.keep()
	settle()
	if w.desk.ledger.Len(ledger.Settings) != 0 {
		t.Error("the scope of the file is kept as a choice")
	}
}

func TestRestoreDefaultsKeepsRates(t *testing.T) {
	w, settle := opened(t)
	claim, _ := w.desk.ledger.Find(ledger.Claims, "docs-total-80")
	record, _ := w.desk.ledger.Find(ledger.Agreements, "novatek-mitsui-2016")
	w.assignBucket(claim, record, analysis.BucketBinding)
	settle()
	name, _ := ledger.ParseSetting("silence.shelved")
	scope, _ := ledger.ParseSetting("scope.docs-total-80")
	w.choose(ledger.Choice{Name: name, Value: "365"}, ledger.Choice{Name: scope, Value: "at_summit=yes"})
	settle()
	if w.desk.ledger.Len(ledger.Settings) != 3 {
		t.Fatalf("%d settings, want 3", w.desk.ledger.Len(ledger.Settings))
	}
	d := choicesShown(w)
	d.restore()
	d.keep()
	settle()
	if l := w.desk.ledger; l.Len(ledger.Settings) != 0 || l.Len(ledger.Rates) != 1 || w.file.workspace.Revision() != 3 {
		t.Errorf("%d settings and %d rates after %d actions; want 0, 1, 3", l.Len(ledger.Settings), l.Len(ledger.Rates), w.file.workspace.Revision())
	}
}

// A record moved to another bucket and back: where the rules put it, no choice
// is kept.
func TestARecordIsMovedToAnotherBucket(t *testing.T) {
	w, settle := opened(t)
	claim, _ := w.desk.ledger.Find(ledger.Claims, "docs-total-80")
	record, _ := w.desk.ledger.Find(ledger.Agreements, "novatek-mitsui-2016")
	ruled := w.ruledBucket(claim, record)
	in := func() string {
		for _, bucket := range analysis.Bridge(w.desk.view, claim, analysis.AtAnnounced, nil).Buckets {
			for _, item := range bucket.Items {
				if item.Ref == record {
					return bucket.ID
				}
			}
		}
		return ""
	}
	w.assignBucket(claim, record, analysis.BucketNotBinding)
	settle()
	if in() != analysis.BucketNotBinding || ruled == analysis.BucketNotBinding {
		t.Errorf("it stands in %s, the rules say %s", in(), ruled)
	}
	w.assignBucket(claim, record, ruled)
	settle()
	if in() != ruled || w.desk.ledger.Len(ledger.Settings) != 0 {
		t.Errorf("moved back it stands in %s with %d settings", in(), w.desk.ledger.Len(ledger.Settings))
	}
	w.undo()
	settle()
	if in() != analysis.BucketNotBinding {
		t.Errorf("undone it stands in %s", in())
	}
}

// A folder that is only looked at shows its settings and says why they cannot
// be changed.
func TestSettingsOfAFileThatCanOnlyBeRead(t *testing.T) {
	w, settle := opened(t)
	summit, err := w.file.contents()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "folder")
	if err := exchange.WriteFolder(folder, summit); err != nil {
		t.Fatal(err)
	}
	w.openPath(folder)
	settle()
	d := choicesShown(w)
	if d.save != nil || d.note.Text != w.printer.Text("read_only.folder_opened") || len(d.buttons) != 1 {
		t.Errorf("it can be saved, or does not say why not: %q", d.note.Text)
	}
	if !d.numbers(0).fields[0].entry.Disabled() || d.rates().add.Visible() {
		t.Error("its fields can be typed into")
	}
	claim, _ := w.desk.ledger.Find(ledger.Claims, "docs-total-80")
	w.dismiss()
	w.askScope(claim)
	if w.covered() {
		t.Error("a scope is asked for")
	}
}

// The dialog opens from the action, in every language, and Escape leaves it.
func TestTheSettingsOpenFromTheMenu(t *testing.T) {
	w, settle := opened(t)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		settle()
		w.do("choices")
		settle()
		if !w.covered() {
			t.Fatalf("%s: nothing opens", language)
		}
		w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.covered() {
			t.Errorf("%s: Escape does not leave it", language)
			w.dismiss()
		}
	}
}

// A scope of a claim that was removed is named by the checks; its record leads
// to where it is given up, and saving something else leaves it alone.
func TestAScopeOfAClaimThatIsGone(t *testing.T) {
	w, settle := opened(t)
	name, _ := ledger.ParseSetting("scope.docs-ft-60")
	w.choose(ledger.Choice{Name: name, Value: "at_summit=yes"})
	settle()
	claim, _ := w.desk.ledger.Find(ledger.Claims, "docs-ft-60")
	w.carryOut(ledger.Action{Author: "tester", Time: w.options.Now(), Changes: []ledger.Change{w.desk.ledger.Remove(claim)}}, w.failIf)
	settle()
	cases := analysis.SettingCases(w.desk.ledger)
	if len(cases) != 1 || cases[0].Detail != analysis.SettingNoClaim {
		t.Fatalf("named: %+v", cases)
	}
	d := choicesShown(w)
	d.numbers(0).fields[3].entry.SetText("30")
	d.keep()
	settle()
	if value, there := w.desk.ledger.Setting(name); !there || value != "at_summit=yes" {
		t.Errorf("saving a number took the scope away: %q", value)
	}
	w.showRecord(cases[0].Setting)
	settle()
	w.editShown()
	settle()
	if !w.covered() {
		t.Fatal("its record cannot be edited")
	}
	w.dismiss()
	d = choicesShown(w)
	moved, _ := d.sections[4].(*movedSection)
	if len(moved.names) != 1 {
		t.Fatalf("%d settings to give up, want 1", len(moved.names))
	}
	moved.leave(name)
	d.keep()
	settle()
	if _, there := w.desk.ledger.Setting(name); there || w.desk.ledger.Len(ledger.Settings) != 1 {
		t.Errorf("it stays, or another went with it: %d settings", w.desk.ledger.Len(ledger.Settings))
	}
}
