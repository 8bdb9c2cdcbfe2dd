package report_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

// sheet reads a document as another program does: it must be valid, with one
// page. The answer is the text that can be copied out of it, without spaces.
func sheet(t *testing.T, document *report.Document) string {
	t.Helper()
	api.DisableConfigDir()
	file, err := api.ReadValidateAndOptimize(bytes.NewReader(document.Bytes()), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatalf("the PDF is not valid: %v", err)
	}
	if file.PageCount != 1 {
		t.Errorf("the brief has %d pages, wanted 1", file.PageCount)
	}
	content, err := pdfcpu.ExtractPageContent(file, 1)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, shown := range regexp.MustCompile(`(?s)Td \((.*?)\) Tj ET`).FindAllSubmatch(drawn, -1) {
		text.WriteString(decode(shown[1]))
	}
	return squeeze(text.String())
}

// decode reads a string of the page: two bytes for each sign, brackets and the
// backslash escaped.
func decode(raw []byte) string {
	var plain []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) {
			i++
			if raw[i] == 'r' {
				plain = append(plain, '\r')
				continue
			}
		}
		plain = append(plain, raw[i])
	}
	var signs []uint16
	for ; len(plain) >= 2; plain = plain[2:] {
		signs = append(signs, binary.BigEndian.Uint16(plain))
	}
	return string(utf16.Decode(signs))
}

// squeeze takes the spaces out of a text: where a line breaks has no meaning.
func squeeze(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), "")
}

// whole is the page as set, without spaces, bars and note numbers.
func whole(document *report.Document) string {
	text := strings.Join(document.Text(), "\n")
	text = regexp.MustCompile(` \[\d+\]`).ReplaceAllString(text, "")
	return squeeze(strings.ReplaceAll(text, " | ", " "))
}

func TestPageIsOneValidSheetWhoseTextCanBeCopied(t *testing.T) {
	l := bundled(t)
	for language, wanted := range map[locale.Language][]string{
		locale.English:  {"80 documents were announced.", "29 of these are confirmed as signed", "Past due, no report", "What this page cannot say", "As of 23 Nov 2026"},
		locale.Japanese: {"発表された文書は80件。", "内訳に見当たらない", "期限経過、報告なし", "この1枚では言えないこと", "基準日 2026年11月23日"},
		locale.Russian:  {"Объявлено о 80 документах.", "не найдено в перечне", "Срок прошёл, отчёта нет", "Чего эта страница сказать не может", "По состоянию на 23"},
	} {
		t.Run(string(language), func(t *testing.T) {
			document := brief(t, "copied-"+string(language), request(t, l, language, today, today))
			text := sheet(t, document)
			for _, one := range wanted {
				if !strings.Contains(text, squeeze(one)) {
					t.Errorf("%q cannot be copied out of the page", one)
				}
			}
			if size := len(document.Bytes()); size > 300_000 {
				t.Errorf("the file has %d bytes: the typeface is not cut down to the signs in use", size)
			}
		})
	}
}

func TestSameViewGivesSameBytes(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		first := brief(t, "first", request(t, l, language, today, today))
		second := brief(t, "second", request(t, l, language, today, today))
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two briefs of the same view differ", language)
		}
	}
	later := request(t, l, locale.English, today, today)
	later.Now = later.Now.AddDate(0, 0, 1)
	if bytes.Equal(brief(t, "first", request(t, l, locale.English, today, today)).Bytes(), brief(t, "later", later).Bytes()) {
		t.Error("the day on which the page is made does not stand in the file")
	}
}

// The figures of the claim are those of RULES 16.
func TestClaimFollowsBothClocks(t *testing.T) {
	l := bundled(t)
	for _, one := range []struct{ happened, known, itemised, signed, missing string }{
		{"2016-12-17", today, "44", "29", "36"},
		{"2016-12-17", "2016-12-17", "33", "20", "47"},
		{"2018-12-31", "2018-12-31", "43", "29", "37"},
		{"2022-03-31", "2022-03-31", "43", "29", "37"},
		{today, today, "44", "29", "36"},
	} {
		text := strings.Join(brief(t, "clocks", request(t, l, locale.English, one.happened, one.known)).Text(), "\n")
		for _, wanted := range []string{
			"80 documents were announced.",
			one.itemised + " can be named, and " + one.signed + " of these are confirmed as signed.",
			one.missing + " not found in the itemised list",
			"Parts add up to the claim | 80",
		} {
			if !strings.Contains(text, wanted) {
				t.Errorf("as of %s, known by %s: the page lacks %q", one.happened, one.known, wanted)
			}
		}
	}
}

func TestEmptySummitStillGivesAPage(t *testing.T) {
	empty := ledger.NewBuilder(day(t, today)).Build()
	for _, language := range locale.Languages() {
		document := brief(t, "empty-"+string(language), request(t, empty, language, today, today))
		sheet(t, document)
		if strings.Contains(strings.Join(document.Text(), "\n"), "report.") {
			t.Errorf("%s: a text is missing in the catalogue", language)
		}
	}
	text := strings.Join(brief(t, "empty-en", request(t, empty, locale.English, today, today)).Text(), "\n")
	for _, wanted := range []string{"Nothing is on record as of this day.", "No deal has a stated amount", "0 deals by the furthest stage reached", "No source is cited"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the page lacks %q", wanted)
		}
	}
}

func TestSummitWithoutClaimsCountsItsList(t *testing.T) {
	l := bundled(t)
	var changes []ledger.Change
	for claim := range l.All(ledger.Claims) {
		changes = append(changes, l.Remove(claim))
	}
	l, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	document := brief(t, "no-claim", request(t, l, locale.English, today, today))
	sheet(t, document)
	text := strings.Join(document.Text(), "\n")
	for _, wanted := range []string{"116 documents are on record.", "No claim of documents or projects can be checked", "Documents on record | 116"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the page lacks %q:\n%s", wanted, text)
		}
	}
}

// retitled gives every deal, track and promise of a ledger, and the summit
// itself, another title.
func retitled(t *testing.T, l *ledger.Ledger, title string) *ledger.Ledger {
	t.Helper()
	changes := []ledger.Change{l.Set(l.Summit(), "name", title)}
	for kind, column := range map[ledger.Kind]string{ledger.Deals: "title", ledger.Tracks: "title", ledger.Promises: "promise"} {
		for ref := range l.All(kind) {
			changes = append(changes, l.Set(ref, column, title))
		}
	}
	next, err := l.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func TestLongTitlesWrapWholeAndStayOnOneSheet(t *testing.T) {
	l := bundled(t)
	for name, one := range map[string]struct{ title, kept string }{
		"words":     {strings.Repeat("Development of the port and of the railway that serves it, ", 5) + "last word", "last word"},
		"one-word":  {strings.Repeat("Донаудампфшиффартсгезельшафт", 8) + "конец", "конец"},
		"japanese":  {strings.Repeat("極東における産業の振興と輸出拠点の整備、", 12) + "以上", "以上"},
		"brackets":  {`Port \ (first) phase) of "two"`, `\ (first) phase)`},
		"no-glyph":  {"𠮷野家 😀 and the \u200bbell", "野家 〓 and the bell"},
		"composed":  {"Портовыи\u0306 терминал", "Портовый терминал"},
		"very-long": {strings.Repeat("No end of words ", 150), "No end of words"},
	} {
		t.Run(name, func(t *testing.T) {
			document := brief(t, "long-"+name, request(t, retitled(t, l, one.title), locale.English, today, today))
			copied := sheet(t, document)
			if !strings.Contains(copied, squeeze(one.kept)) || !strings.Contains(whole(document), squeeze(one.kept)) {
				t.Errorf("the end of the title, %q, is cut off", one.kept)
			}
			if name == "japanese" && !strings.Contains(whole(document), squeeze(one.title)) {
				t.Error("signs are lost where lines break")
			}
		})
	}
}

func TestSheetNeverOverflows(t *testing.T) {
	l := bundled(t)
	l, err := l.Apply([]ledger.Change{l.Set(l.Summit(), "name", strings.Repeat("No end of words ", 4000))})
	if err != nil {
		t.Fatal(err)
	}
	document := brief(t, "overflow", request(t, l, locale.English, today, today))
	sheet(t, document)
	text := strings.Join(document.Text(), "\n")
	for _, wanted := range []string{"\n...\n", "No room on this page for:", "Page 1 of 1"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("the page lacks %q", wanted)
		}
	}
}

func TestGeneratedDataIsMarkedAcrossTheSheet(t *testing.T) {
	r := request(t, ledger.Generate(3000, 6000, 1, day(t, today)), locale.English, today, today)
	r.Generated = true
	document := brief(t, "generated", r)
	if first := document.Text()[0]; first != ledger.GeneratedName {
		t.Errorf("the sheet begins with %q, wanted %q", first, ledger.GeneratedName)
	}
	if copied := sheet(t, document); !strings.Contains(copied, squeeze(ledger.GeneratedName)) {
		t.Error("the mark is not on the sheet")
	}
}
