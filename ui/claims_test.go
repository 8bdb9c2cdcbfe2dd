package ui

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/query"
	"summitledger/ui/panel"
	"summitledger/ui/plot"
)

// claimsOpened gives the window with the tab of claims in front.
func claimsOpened(t *testing.T) (*Window, *claims, func()) {
	t.Helper()
	w, settle := opened(t)
	w.goTo("claims")
	settle()
	c, ok := w.view().(*claims)
	if !ok {
		t.Fatal("the tab of claims is not in front")
	}
	return w, c, settle
}

// showing goes to a claim by its key.
func showing(t *testing.T, w *Window, settle func(), key string) {
	t.Helper()
	claim, ok := w.desk.ledger.Find(ledger.Claims, key)
	if !ok {
		t.Fatalf("no claim %s", key)
	}
	w.showClaim(claim)
	settle()
}

// written collects everything that objects write, charts included.
func written(objects []fyne.CanvasObject) []string {
	var texts []string
	for _, object := range objects {
		switch object := object.(type) {
		case *canvas.Text:
			texts = append(texts, object.Text)
		case *plot.Plot:
			texts = append(texts, object.Texts()...)
		}
	}
	return texts
}

func (c *claims) texts() []string {
	texts := written(c.middleSheet.objects)
	if c.apart {
		texts = append(texts, written(c.sideSheet.objects)...)
	}
	return texts
}

// numberAt gives the number that the bridge prints beside a label.
func numberAt(t *testing.T, c *claims, label string) string {
	t.Helper()
	texts := c.bridge.Texts()
	at := slices.Index(texts, label)
	if at < 0 || at+1 >= len(texts) {
		t.Fatalf("no row %q in %q", label, texts)
	}
	return texts[at+1]
}

// golden is a row of RULES 16: Happened, Known, and of each claim the itemised
// records and the remainder; empty: not known yet.
var golden = []struct {
	happened, known string
	claims          map[string][2]int
	ended, before   int
	reported        int
	notBinding      int
	unknown         int
	counted         [3]int // signed, financed, disbursed
}{
	{"2016-12-17", "2026-11-23", map[string][2]int{"docs-total-80": {44, 36}, "docs-government-12": {11, 1}, "docs-commercial-68": {31, 37}, "energy-all-23": {14, 9}, "health-all-6": {3, 3}}, 0, 0, 15, 1, 28, [3]int{29, 0, 0}},
	{"2016-12-17", "2016-12-17", map[string][2]int{"docs-total-80": {33, 47}, "docs-government-12": {9, 3}, "docs-commercial-68": {22, 46}, "energy-all-23": {}, "health-all-6": {}}, 0, 0, 13, 1, 19, [3]int{20, 0, 0}},
	{"2018-12-31", "2026-11-23", map[string][2]int{"docs-total-80": {44, 36}, "docs-government-12": {11, 1}, "docs-commercial-68": {31, 37}, "energy-all-23": {14, 9}, "health-all-6": {3, 3}}, 0, 0, 15, 1, 28, [3]int{29, 9, 1}},
	{"2018-12-31", "2018-12-31", map[string][2]int{"docs-total-80": {43, 37}, "docs-government-12": {11, 1}, "docs-commercial-68": {30, 38}, "energy-all-23": {13, 10}, "health-all-6": {}}, 0, 0, 14, 1, 28, [3]int{29, 6, 1}},
	{"2022-03-31", "2026-11-23", map[string][2]int{"docs-total-80": {44, 36}, "docs-government-12": {11, 1}, "docs-commercial-68": {31, 37}, "energy-all-23": {14, 9}, "health-all-6": {3, 3}}, 1, 0, 15, 1, 27, [3]int{29, 12, 2}},
	{"2022-03-31", "2022-03-31", map[string][2]int{"docs-total-80": {43, 37}, "docs-government-12": {11, 1}, "docs-commercial-68": {30, 38}, "energy-all-23": {13, 10}, "health-all-6": {}}, 0, 0, 14, 1, 28, [3]int{29, 11, 2}},
	{"2026-11-23", "2026-11-23", map[string][2]int{"docs-total-80": {44, 36}, "docs-government-12": {11, 1}, "docs-commercial-68": {31, 37}, "energy-all-23": {14, 9}, "health-all-6": {3, 3}}, 2, 0, 15, 1, 26, [3]int{29, 12, 3}},
}

// equations is the foot of a claim of documents in three languages: number,
// itemised, not found. Of Russian one form of the plural is enough: 80, 12, 68
// and 6 are many, 23 few.
var equations = map[locale.Language]string{
	locale.English:  "%d documents = %d itemised + %d not found",
	locale.Japanese: "文書%d件 = 内訳あり%d + 見当たらず%d",
	locale.Russian:  "%d документов = %d в перечне + %d не найдено",
}

func dayOf(t *testing.T, text string) ledger.Day {
	t.Helper()
	day, err := ledger.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// The tab says the figures of RULES 16 on each of their days, in each language.
func TestClaimsSayTheExpectedFigures(t *testing.T) {
	w, c, settle := claimsOpened(t)
	amounts := map[string]int{"docs-total-80": 80, "docs-government-12": 12, "docs-commercial-68": 68, "energy-all-23": 23, "health-all-6": 6}
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		for _, row := range golden {
			w.setDays(dayOf(t, row.happened), dayOf(t, row.known))
			settle()
			where := fmt.Sprintf("%s, %s known %s", language, row.happened, row.known)
			for key, figures := range row.claims {
				showing(t, w, settle, key)
				_, _, right := w.foot.Texts()
				want := fmt.Sprintf(equations[language], amounts[key], figures[0], figures[1])
				if key == "energy-all-23" {
					want = strings.Replace(want, "документов", "документа", 1)
				}
				if figures == [2]int{} {
					want = ""
					if !slices.Contains(c.texts(), capital(w.printer.Word("absence", ledger.NotYetKnown.String()))) {
						t.Errorf("%s: %s does not say that it is not known yet: %q", where, key, c.texts())
					}
				}
				if right != want {
					t.Errorf("%s: %s says %q, want %q", where, key, right, want)
				}
			}
			showing(t, w, settle, "docs-total-80")
			for label, n := range map[string]int{analysis.BucketEnded: row.ended, analysis.BucketBefore: row.before, analysis.BucketUnconfirmed: row.reported, analysis.BucketNotBinding: row.notBinding, analysis.BucketForceUnknown: row.unknown} {
				if got := numberAt(t, c, w.desk.bucketName(label)); got != fmt.Sprint(n) {
					t.Errorf("%s: %s %s, want %d", where, label, got, n)
				}
			}
			itemised := row.claims["docs-total-80"][0]
			for i, level := range []analysis.CountAt{analysis.AtSigned, analysis.AtFinanced, analysis.AtDisbursed} {
				w.setCountAt(level)
				settle()
				legend := w.printer.Text("claims.legend.counted", w.printer.Word("count_at", level.String()), fmt.Sprint(row.counted[i]), fmt.Sprint(itemised))
				if !slices.Contains(c.page.notes(), legend) {
					t.Errorf("%s: counted at %s: %q, want %q", where, level, c.page.notes(), legend)
				}
				if got := numberAt(t, c, w.desk.bucketName(analysis.BucketForceUnknown)); got != fmt.Sprint(row.unknown) {
					t.Errorf("%s: counting at %s changes a bar to %s", where, level, got)
				}
			}
			w.setCountAt(analysis.AtAnnounced)
		}
	}
}

// The package of JPY 300bn: 47 without an amount, EUR 200m without a rate, a
// fund's size of JPY 111bn, JPY 1.2bn reported, JPY 187.8bn not found (RULES 16).
func TestThePackageOfMoney(t *testing.T) {
	w, c, settle := claimsOpened(t)
	showing(t, w, settle, "package-jpy-300bn")
	for label, want := range map[string]string{analysis.BucketAmountUnknown: "0", analysis.BucketNotConverted: "0", analysis.BucketOtherKind: "111.0", analysis.BucketUnconfirmed: "1.2"} {
		if got := numberAt(t, c, w.desk.bucketName(label)); got != want {
			t.Errorf("%s: %s, want %s", label, got, want)
		}
	}
	if got := numberAt(t, c, w.printer.Text("report.bridge.not_found")); got != "about 187.8" {
		t.Errorf("not found: %s", got)
	}
	for _, want := range []string{"JPY bn", "47 agreements, no amount stated", "EUR 200m, no rate to JPY"} {
		if !slices.Contains(c.texts(), want) {
			t.Errorf("%q is not said: %q", want, c.texts())
		}
	}
	if _, _, right := w.foot.Texts(); right != "about JPY 300bn = JPY 112.2bn itemised + about JPY 187.8bn not found" {
		t.Errorf("the foot says %q", right)
	}
	for days, without := range map[string]string{"2016-12-17": "34", "2018-12-31": "46", "2022-03-31": "46"} {
		w.setDays(dayOf(t, days), dayOf(t, days))
		settle()
		if want := without + " agreements, no amount stated"; !slices.Contains(c.texts(), want) {
			t.Errorf("%s: %q is not said", days, want)
		}
	}
}

// The parts of the 80: by track they and two press statements make 36; by point
// of the plan not all have a scope, so that no figure is worked out for the sum.
func TestPartsTieAndAreNeverAdded(t *testing.T) {
	w, c, settle := claimsOpened(t)
	showing(t, w, settle, "docs-total-80")
	splits := c.page.answer.Splits
	if len(splits) != 2 {
		t.Fatalf("%d splits", len(splits))
	}
	var got []string
	for _, row := range c.splitRows(splits[0]) {
		got = append(got, strings.Join(row.numbers[:], " "))
	}
	if want := []string{"12 9 2 11 1", "68 18 13 31 37", ".. 2 0 2 \u22122", "80 29 15 44 36"}; !slices.Equal(got, want) {
		t.Errorf("by track: %q, want %q", got, want)
	}
	rows := c.splitRows(splits[1])
	if last := rows[len(rows)-1]; last.numbers != [5]string{"71"} || !strings.Contains(last.label, "gap 9") {
		t.Errorf("by point of the plan: %+v", last)
	}
	for _, want := range []string{"no scope to check against the records", "the splits are never added to each other"} {
		if !slices.Contains(c.texts(), want) {
			t.Errorf("%q is not said", want)
		}
	}
}

// A claim of one record stands beside the record's own figures and its rivals;
// nothing is subtracted. A claim without a scope says so in place of numbers.
func TestComparedAndUncheckableClaims(t *testing.T) {
	w, c, settle := claimsOpened(t)
	showing(t, w, settle, "rjif-size-usd-1bn")
	for _, want := range []string{"about USD 1.0bn", "Russia-Japan Investment Fund", "Committed, 2017", "JPY 100bn", "= USD 900.9m at 111, 21 Nov 2016", "no rate to USD", "about JPY 100bn", "USD 902m"} {
		if !slices.Contains(c.texts(), want) {
			t.Errorf("compared: %q is not said: %q", want, c.texts())
		}
	}
	if slices.Contains(c.texts(), "Not found in the itemised list") {
		t.Error("a remainder is printed for a claim of one record")
	}
	showing(t, w, settle, "docs-seko-68")
	if !slices.Contains(c.texts(), "No scope: listed as said") || len(c.page.answer.ByCertainty()) != 0 {
		t.Errorf("uncheckable: %q", c.texts())
	}
	showing(t, w, settle, "rjif-projects-20")
	if got := numberAt(t, c, w.desk.bucketName(analysis.BucketLinked)); got != "3" {
		t.Errorf("deals that name the fund: %s", got)
	}
	if got := numberAt(t, c, w.printer.Text("report.bridge.not_found")); got != "at least 17" {
		t.Errorf("more than 20 less 3 is %s", got)
	}
}

// A filter of the agreements splits the bars and changes none of them; the list
// of claims narrows down by the answer that each can be given.
func TestAFilterSplitsAndNeverChanges(t *testing.T) {
	w, c, settle := claimsOpened(t)
	before := c.page.bridgeChart()
	w.goTo("agreements")
	settle()
	l := w.listingShown()
	l.ask(l.query.Toggle("track", "government"))
	settle()
	w.goTo("claims")
	settle()
	after := c.page.bridgeChart()
	for i, step := range after.Steps {
		if !step.Value.Equal(before.Steps[i].Value) || step.Number != before.Steps[i].Number {
			t.Errorf("%s: %s became %s", step.Label, before.Steps[i].Number, step.Number)
		}
	}
	if notes := strings.Join(c.page.notes(), " "); !strings.Contains(notes, "what the filter of Agreements shows") {
		t.Errorf("nobody says what the lines are: %s", notes)
	}
	c.ask(c.query.With("claimed_by", []string{"METI"})) // one of several voices of the 80
	settle()
	if left, _, _ := w.foot.Texts(); !strings.HasPrefix(left, "Showing 2 of 96") {
		t.Errorf("claims of METI: %s", left)
	}
	c.ask(c.query.With("claimed_by", nil))
	settle()
	c.chooseForm(string(analysis.FormCount))
	settle()
	left, chips, _ := w.foot.Texts()
	if !strings.HasPrefix(left, "Showing 14 of 96") || len(chips) != 1 {
		t.Errorf("%q, %q", left, chips)
	}
	_, list, _, _ := c.foot()
	list[0].Press()
	settle()
	if left, _, _ := w.foot.Texts(); !strings.HasPrefix(left, "Showing 96 of 96") {
		t.Errorf("with the reason taken away: %q", left)
	}
}

// By keys: down the list, to the bridge, from bar to bar, into the figure; what
// is copied adds up.
func TestClaimsByKeys(t *testing.T) {
	w, c, settle := claimsOpened(t)
	first := c.page.claim
	w.focusView()
	c.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	settle()
	if c.page.claim == first {
		t.Fatal("Down shows no other claim")
	}
	c.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	settle()
	c.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	settle()
	if w.window.Canvas().Focused() != fyne.Focusable(c.bridge) {
		t.Fatal("Enter does not lead to the bridge")
	}
	w.window.Canvas().Focus(c.grid)
	w.window.Canvas().FocusNext()
	if w.window.Canvas().Focused() != fyne.Focusable(c.bridge) {
		t.Fatal("Tab does not lead to the bridge")
	}
	for range 4 {
		c.bridge.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	c.bridge.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	settle()
	if c.bucket != analysis.BucketUnconfirmed || !slices.Contains(c.texts(), "Reported, signing unconfirmed: 15 agreements") {
		t.Errorf("Space lists the records of %q", c.bucket)
	}
	c.bridge.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	settle()
	if !w.figure.opened || len(w.figure.shown.total.Added) != 15 {
		t.Error("Enter opens no figure of 15 records")
	}
	w.closeFigure()
	c.openFigure(rowRemainder)
	settle()
	if got := w.figure.shown; got.number != "36" || len(got.rivals) != 5 {
		t.Errorf("the figure of what is not found: %s, %d claims say otherwise", got.number, len(got.rivals))
	}
	lines := strings.Split(strings.TrimSpace(c.copyText()), "\n")
	if last := strings.Split(lines[len(lines)-1], "\t"); len(lines) != 11 || last[1] != "80" {
		t.Errorf("copied: %q", lines)
	}
}

// Nothing of the tab lies outside of its column, whatever the language, the
// size and the claim.
func TestClaimsStayInTheirColumns(t *testing.T) {
	w, c, settle := claimsOpened(t)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		for _, size := range []image.Point{{960, 720}, {1280, 720}, {1440, 900}, {2560, 1440}} {
			w.window.Resize(fyne.NewSize(float32(size.X), float32(size.Y)))
			settle()
			for _, key := range []string{"docs-total-80", "package-jpy-300bn", "rjif-size-usd-1bn", "docs-seko-68", "rjif-projects-20", "energy-commercial-20"} {
				showing(t, w, settle, key)
				for _, part := range []*sheet{c.middleSheet, c.sideSheet} {
					for _, object := range part.objects {
						if text, ok := object.(*canvas.Text); ok && (text.Position().X < 0 || text.Position().X+text.Size().Width > part.width+3) {
							t.Errorf("%s, %d wide, %s: %q leaves its column", language, size.X, key, text.Text)
						}
					}
				}
			}
		}
	}
}

// The panel of a claim says its bridge in short, and leads to it.
func TestThePanelOfAClaimLeadsToItsBridge(t *testing.T) {
	w, settle := opened(t)
	claim, _ := w.desk.ledger.Find(ledger.Claims, "docs-total-80")
	blocks, _ := w.recordOf(w.desk, claim)
	said := strings.Join(blockTexts(blocks), "\n")
	for _, want := range []string{"Signed, binding force not stated", "Ended since", "Right:36"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said", want)
		}
	}
	for _, block := range blocks {
		if row, ok := block.(panel.Row); ok && row.Text == "Ended since" {
			row.Open()
		}
	}
	settle()
	c, ok := w.view().(*claims)
	if !ok || c.page == nil || c.page.claim != claim || !slices.Contains(c.texts(), "Ended since: 2 agreements") {
		t.Error("the row does not lead to its records")
	}
}

// A record put into another row moves there, says so, and goes back with undo;
// another scope is followed by all figures.
func TestAReaderMovesARecord(t *testing.T) {
	w, c, settle := claimsOpened(t)
	showing(t, w, settle, "docs-total-80")
	bucket, _ := c.page.bucketOf(analysis.BucketUnconfirmed)
	w.assignBucket(c.page.claim, bucket.Items[0].Ref, analysis.BucketBinding)
	settle()
	if got := numberAt(t, c, "Signed and binding"); got != "1" {
		t.Errorf("signed and binding: %s", got)
	}
	if notes := strings.Join(c.page.notes(), " "); !strings.Contains(notes, "1 record stands in its row by your choice.") {
		t.Errorf("nobody says that it was moved: %s", notes)
	}
	if _, _, right := w.foot.Texts(); right != "80 documents = 44 itemised + 36 not found" {
		t.Errorf("moving a record changes the sum: %s", right)
	}
	w.undo()
	settle()
	if got := numberAt(t, c, "Signed and binding"); got != "0" {
		t.Errorf("after undo: %s", got)
	}
}

// A ledger without claims says so and offers a way to begin; nothing of the
// claim shown before stays.
func TestALedgerWithoutClaims(t *testing.T) {
	w, c, settle := claimsOpened(t)
	l := w.desk.ledger
	var changes []ledger.Change
	for claim := range l.All(ledger.Claims) {
		changes = append(changes, l.Remove(claim))
	}
	without, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	index, err := query.NewIndex(context.Background(), without)
	if err != nil {
		t.Fatal(err)
	}
	w.show(&desk{printer: w.printer, ledger: without, index: index, view: without.View(w.asOf())})
	settle()
	if left, _, right := w.foot.Texts(); !strings.HasPrefix(left, "Showing 0 of 0") || right != "" {
		t.Errorf("the foot says %q and %q", left, right)
	}
	if texts := c.texts(); len(texts) != 0 {
		t.Errorf("of the claim before remains %q", texts)
	}
}
