package workbook_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// Charts and tabs have what the validator of the file format does not miss:
// words for those who do not see a chart, titles, colours with their alpha.
func TestChartsSayInWordsWhatTheyShow(t *testing.T) {
	for _, publication := range []bool{false, true} {
		r := request(t, bundled(t), locale.English)
		r.Publication = publication
		var content bytes.Buffer
		if err := workbook.WriteTo(t.Context(), &content, r); err != nil {
			t.Fatal(err)
		}
		frame := regexp.MustCompile(`<xdr:graphicFrame.*?</xdr:graphicFrame>`)
		described := regexp.MustCompile(`<xdr:cNvPr [^>]*descr="[^"]+"`)
		colour := regexp.MustCompile(`<tabColor rgb="([^"]*)"`)
		charts, framed := 0, 0
		for name, part := range parts(t, content.Bytes()) {
			switch {
			case strings.HasPrefix(name, "xl/drawings/drawing"):
				for _, one := range frame.FindAllString(part, -1) {
					framed++
					if !described.MatchString(one) {
						t.Errorf("%s: a chart without alternative text", name)
					}
				}
			case strings.HasPrefix(name, "xl/charts/chart"):
				charts++
				if !strings.Contains(part, "<c:title>") && !strings.Contains(part, "<title>") {
					t.Errorf("%s has no title", name)
				}
			case strings.HasPrefix(name, "xl/tables/"):
				if publication == strings.Contains(part, "<autoFilter") {
					t.Errorf("publication %v: %s has buttons of filters: %v", publication, name, !publication)
				}
			case name == "xl/styles.xml":
				if publication && strings.Contains(part, `patternType="solid"`) {
					t.Error("cells are shaded in a publication")
				}
			case strings.HasPrefix(name, "xl/worksheets/sheet"):
				for _, found := range colour.FindAllStringSubmatch(part, -1) {
					if len(found[1]) != 8 {
						t.Errorf("%s: colour of the tab %s, want eight digits", name, found[1])
					}
				}
				if publication && (strings.Contains(part, `hidden="1"`) || strings.Contains(part, `state="frozen"`)) {
					t.Errorf("%s: hidden or frozen in a publication", name)
				}
			}
		}
		// Stages, sectors, two bridges, timeline; and four slicers.
		slicers := 4
		if publication {
			slicers = 0
		}
		if charts != 5 || framed != 5+slicers {
			t.Errorf("publication %v: %d charts and %d frames, want 5 and %d", publication, charts, framed, 5+slicers)
		}
	}
}

// The counts by stage and outcome and those by quarter and kind add up to all
// deals and all events.
func TestCountsAddUpToAll(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Pages = []string{"cross", "timeline"}
	file := opened(t, r)
	for sheet, want := range map[string]string{"Stage by outcome": "60", "Timeline": "298"} {
		rows, err := file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		sum := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 1 && row[0] == "Sum" })
		if sum < 0 || rows[sum][1] != want {
			t.Errorf("%s: row %d, want a sum of %s", sheet, sum, want)
		}
	}
}

// What the reader chose in place of the file is said where the answer stands,
// on the cover and among the method.
func TestChoicesOfTheReaderAreSaid(t *testing.T) {
	original := bundled(t)
	for _, own := range []bool{false, true} {
		b := ledger.NewBuilder(original.RecordedDay())
		for _, kind := range ledger.Kinds() {
			for ref := range original.All(kind) {
				cells := make([]string, len(kind.Columns()))
				for i := range cells {
					cells[i] = original.Cell(ref, i)
				}
				b.Add(kind, 0, original.Recorded(ref), cells)
			}
		}
		if own {
			b.Add(ledger.Settings, 0, original.RecordedDay(), []string{"bucket.docs-total-80.agreement:novatek-mitsui-2016", "signed_binding"})
		}
		r := request(t, b.Build(), locale.English)
		r.Pages = []string{"bridge", "method"}
		file := opened(t, r)
		for sheet, says := range map[string]string{"Cover": "Choices of your own", "Claim bridge": "1 record stands in its row by your choice.", "Method": "1 record stands in its row by your choice."} {
			rows, err := file.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			said := slices.ContainsFunc(rows, func(row []string) bool { return strings.Contains(strings.Join(row, "|"), says) })
			if said != own {
				t.Errorf("own choice %v: %s says %q: %v", own, sheet, says, said)
			}
		}
	}
}

// A step of the waterfall that is empty is a stroke with its number under it,
// and the quarters of the timeline have one label a year or fewer.
func TestEmptyStepsAndManyQuarters(t *testing.T) {
	r := request(t, bundled(t), locale.English)
	r.Pages = []string{"bridge", "timeline"}
	var content bytes.Buffer
	if err := workbook.WriteTo(t.Context(), &content, r); err != nil {
		t.Fatal(err)
	}
	all := parts(t, content.Bytes())
	if chart := all["xl/charts/chart1.xml"]; strings.Count(chart, `<a:ln w="12700">`) != 1 || !strings.Contains(chart, "'Claim bridge'!$I$") && !strings.Contains(chart, "&#39;Claim bridge&#39;!$I$") {
		t.Error("the waterfall has no outline for its empty steps, or no numbers under them")
	}
	if chart := all["xl/charts/chart3.xml"]; !strings.Contains(chart, `tickLblSkip val="4"`) && !strings.Contains(chart, `tickLblSkip val="8"`) {
		t.Error("every quarter of the timeline has a label of its own")
	}
	for _, property := range []string{`name="AsOf"`, `name="KnownBy"`, "2026-11-23"} {
		if !strings.Contains(all["docProps/custom.xml"], property) {
			t.Errorf("the properties lack %s", property)
		}
	}
}
