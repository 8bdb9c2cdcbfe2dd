package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

func pasted(t testing.TB, l *ledger.Ledger, block exchange.Block) exchange.Proposal {
	t.Helper()
	reader, err := workbook.NewBlockReader(locale.English)
	if err != nil {
		t.Fatal(err)
	}
	return exchange.Paste(l, block, reader)
}

func TestPasteOfABlock(t *testing.T) {
	l := bundled(t)
	deal, _ := l.Find(ledger.Deals, "arctic-lng-2")
	other, _ := l.Find(ledger.Deals, "yamal-lng")
	stage, amount := ledger.Deals.Column("stage"), ledger.Deals.Column("amount")
	for _, c := range []struct {
		name  string
		block exchange.Block
		want  string // verdict field new reason place, of each suggestion
	}{
		{"by keys and names of fields", exchange.Block{Kind: ledger.Deals, Text: "key\tstage\namount\n"}, "problem title  row_not_valid A2"},
		{"one change", exchange.Block{Kind: ledger.Deals, Text: "key\tstage\r\narctic-lng-2\toperating\r\n"}, "changed stage operating  B2"},
		{"labels of a language", exchange.Block{Kind: ledger.Deals, Text: "key\tСтадия на саммите\narctic-lng-2\tКонтракт\n"}, "changed stage contract  B2"},
		{"a wrong word and a good date", exchange.Block{Kind: ledger.Deals, Text: "key\tstage\topened_on\narctic-lng-2\tsoon\t2016-05\n"},
			"changed opened_on 2016-05  C2; problem stage soon unknown_word B2"},
		{"too many cells", exchange.Block{Kind: ledger.Deals, Text: "key\tstage\narctic-lng-2\toperating\tmore\n"},
			"changed stage operating  B2; problem  more too_many_cells C2"},
		{"a heading that is none", exchange.Block{Kind: ledger.Deals, Text: "key\tstage\tmood\narctic-lng-2\toperating\tgood\n"},
			"changed stage operating  B2; problem  mood no_field C1"},
		{"without headings, to the rows at hand", exchange.Block{Kind: ledger.Deals, Rows: []ledger.Ref{deal, other}, Columns: []int{stage, -1}, Text: "contract\tx\noperating\ty\nfinanced\tz"},
			"changed stage contract  A1; changed stage operating  A2; problem  financed no_row A3"},
		{"a cell over two lines", exchange.Block{Kind: ledger.Deals, Text: "key\tsummary\narctic-lng-2\t\"Said \"\"yes\"\".\nThen no.\"\n"},
			"changed summary Said \"yes\".\nThen no.  B2"},
		{"a source that is none", exchange.Block{Kind: ledger.Deals, Text: "key\tsource_keys\narctic-lng-2\tnowhere-2019\n"}, "problem source_keys nowhere-2019 no_record B2"},
		{"a new record", exchange.Block{Kind: ledger.Organisations, Text: "key\tname\tkind\tcountry\nnew-body\tNew Body\tcompany\tJapan\nodd\tOdd\tclub\tJP"},
			"added   ; problem kind club unknown_word C3"},
		{"an amount without a currency", exchange.Block{Kind: ledger.Deals, Rows: []ledger.Ref{other}, Columns: []int{amount}, Text: ""}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := pasted(t, l, c.block)
			var parts []string
			for _, s := range p.Suggestions {
				place := s.Place
				if s.Verdict == exchange.Added {
					place = ""
				}
				parts = append(parts, strings.TrimSuffix(fmt.Sprintf("%s %s %s %s %s", s.Verdict, s.Field, s.New, s.Reason, place), "!"))
			}
			if got := strings.Join(parts, "; "); got != strings.ReplaceAll(c.want, "added   ", "added    ") {
				t.Errorf("%q\nwant %q", got, c.want)
			}
			changes, err := p.Changes(l, l.RecordedDay())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := l.Apply(changes); err != nil {
				t.Error(err)
			}
		})
	}
}

// An old key of a merged record finds it, in the first column and in cells that
// refer to it.
func TestPasteByOldKeys(t *testing.T) {
	l := bundled(t)
	next, err := l.Apply([]ledger.Change{l.Add(ledger.Organisations, l.RecordedDay(), []string{"mitsui-again", "Mitsui (again)", "", "", "", "JP", "company", ""})})
	if err != nil {
		t.Fatal(err)
	}
	mitsui, _ := next.Find(ledger.Organisations, "mitsui")
	again, _ := next.Find(ledger.Organisations, "mitsui-again")
	merge, err := next.Merge([]ledger.Ref{mitsui, again}, nil, next.RecordedDay())
	if err != nil {
		t.Fatal(err)
	}
	if next, err = next.Apply(merge.Changes); err != nil {
		t.Fatal(err)
	}
	p := pasted(t, next, exchange.Block{Kind: ledger.Organisations, Text: "key\tnote\nmitsui-again\tTrading house.\n"})
	if len(p.Suggestions) != 1 || p.Suggestions[0].Record != "organisation:mitsui" || p.Suggestions[0].Field != "note" {
		t.Errorf("%+v", p.Suggestions)
	}
	p = pasted(t, next, exchange.Block{Kind: ledger.Parties, Text: "subject_kind\tsubject_key\torganisation_key\trole\ndeal\tyamal-lng\tmitsui-again\twitness\n"})
	if len(p.Suggestions) != 1 || p.Suggestions[0].Verdict != exchange.Added || p.Suggestions[0].Cells[2] != "mitsui" {
		t.Errorf("%+v", p.Suggestions)
	}
}

// A block that shows rows as the tables and pages do, in any language, changes
// nothing.
func TestPasteOfWhatIsShownChangesNothing(t *testing.T) {
	l := bundled(t)
	rapid.Check(t, func(r *rapid.T) {
		kind := rapid.SampledFrom([]ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds, ledger.Organisations, ledger.Sources, ledger.Promises, ledger.Claims, ledger.Events}).Draw(r, "kind")
		printer, err := locale.New(rapid.SampledFrom(locale.Languages()).Draw(r, "language"))
		if err != nil {
			r.Fatal(err)
		}
		var rows []ledger.Ref
		for ref := range l.All(kind) {
			rows = append(rows, ref)
		}
		first := rapid.IntRange(0, len(rows)-1).Draw(r, "first")
		rows = rows[first:min(first+3, len(rows))]
		block := exchange.Block{Kind: kind, Rows: rows}
		var text strings.Builder
		for place := range kind.Columns() {
			block.Columns = append(block.Columns, place)
		}
		for _, ref := range rows {
			for place := range kind.Columns() {
				if place > 0 {
					text.WriteByte('\t')
				}
				cell := printer.Cell(l, ref, place)
				if strings.ContainsAny(cell, "\t\n\"") {
					cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
				}
				text.WriteString(cell)
			}
			text.WriteByte('\n')
		}
		block.Text = text.String()
		if p := pasted(t, l, block); !p.Empty() {
			r.Errorf("%+v", p.Suggestions)
		}
	})
}

// No text makes it fail, and whatever it offers can be taken over.
func FuzzPaste(f *testing.F) {
	l := bundled(f)
	f.Add("key\tstage\narctic-lng-2\toperating\n")
	f.Add("\"a\"\"\tb\n\"\n\t\t")
	f.Add("subject_kind\tsubject_key\torganisation_key\trole\ndeal\tx\ty\tz\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []ledger.Kind{ledger.Deals, ledger.Parties} {
			p := pasted(t, l, exchange.Block{Kind: kind, Text: text})
			changes, err := p.Changes(l, l.RecordedDay())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := l.Apply(changes); err != nil {
				t.Fatal(err)
			}
		}
	})
}
