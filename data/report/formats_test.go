package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"strings"
	"testing"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
)

func planned(t *testing.T, r report.Request) *report.Plan {
	t.Helper()
	plan, err := report.PlanBrief(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// The brief as text has the figures of the analysis, in real tables, and its
// notes.
func TestTheBriefAsText(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		r := request(t, l, language, today, today)
		text, p := told(t, planned(t, r)), r.Printer
		answer := analysis.Bridge(r.View, analysis.HeadlineClaim(r.View), analysis.AtSigned, nil)
		rows := []string{"| " + p.Text("report.bridge.sum") + " | " + p.Integer(int(answer.Amount.IntPart())) + " |"}
		for _, bucket := range answer.Buckets {
			if p.Has("report.bridge." + bucket.ID) {
				rows = append(rows, "| "+p.Text("report.bridge."+bucket.ID)+" | "+p.Integer(int(bucket.Value.IntPart()))+" |")
			}
		}
		for _, lane := range analysis.Pipeline(r.View) {
			if lane.Stage != ledger.NoStage {
				rows = append(rows, "| "+locale.Capital(p.Word("stage", lane.Stage.String()))+" | "+p.Integer(lane.All.Count)+" |")
			}
		}
		for _, rung := range analysis.Money(r.View) {
			for _, sum := range rung.Total.Sums {
				if rung.Rung != ledger.EstimatedRung {
					rows = append(rows, " "+p.Million(sum.Money.Amount)+" |")
				}
			}
		}
		for _, row := range rows {
			if !strings.Contains(text, row) {
				t.Errorf("%s: the text lacks %q", language, row)
			}
		}
		if !strings.Contains(text, "\n- [1] ") || strings.Contains(text, "report.") {
			t.Errorf("%s: notes or texts are missing:\n%s", language, text)
		}
		table := false
		for line := range strings.Lines(text) {
			if row := strings.HasPrefix(line, "|"); row {
				table = true
			} else if line != "\n" && table {
				t.Errorf("%s: no empty line between a table and %q", language, line)
			} else {
				table = false
			}
		}
	}
}

// A title with the signs of the format stays a title.
func TestSignsOfTheFormatAreEscaped(t *testing.T) {
	l := bundled(t)
	deal, _ := l.Find(ledger.Deals, "rosneft-stake")
	l, err := l.Apply([]ledger.Change{l.Set(deal, "title", "A | *b* <script> `c` #1")})
	if err != nil {
		t.Fatal(err)
	}
	text, err := planned(t, request(t, l, locale.English, today, today)).Markdown(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "| A \\| \\*b\\* &lt;script&gt; \\`c\\` \\#1") {
		t.Errorf("the title is not escaped:\n%s", text)
	}
}

// The brief as a picture of vectors is well formed, holds every text of the page
// and needs no font; the same page is the same file.
func TestTheBriefAsVectors(t *testing.T) {
	l := bundled(t)
	for _, language := range locale.Languages() {
		plan := planned(t, request(t, l, language, today, today))
		file, err := plan.SVG(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		again, err := plan.SVG(t.Context(), 1)
		if err != nil || !bytes.Equal(file, again) {
			t.Errorf("%s: the same page is not the same file: %v", language, err)
		}
		var texts strings.Builder
		within, elements := "", map[string]int{}
		for decoder := xml.NewDecoder(bytes.NewReader(file)); ; {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: the file is not well formed: %v", language, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				within = token.Name.Local
				elements[within]++
			case xml.EndElement:
				within = ""
			case xml.CharData:
				if within == "text" {
					texts.Write(token)
				}
			}
		}
		document, err := plan.Document(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		seen := squeeze(texts.String())
		for _, line := range document.Text() {
			for cell := range strings.SplitSeq(line, " | ") {
				if cell, _, _ := strings.Cut(cell, " ["); !strings.Contains(seen, squeeze(cell)) && len(strings.Fields(cell)) < 3 {
					t.Errorf("%s: the file lacks %q", language, cell)
				}
			}
		}
		if elements["use"] < 1000 || elements["font"]+elements["image"]+elements["script"] > 0 || len(file) > 900_000 {
			t.Errorf("%s: %d bytes with %v", language, len(file), elements)
		}
	}
}

// The brief as pixels is A4 at 150 to the inch, in greys, with ink on it.
func TestTheBriefAsPixels(t *testing.T) {
	file, err := planned(t, request(t, bundled(t), locale.Japanese, today, today)).PNG(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 1241 || size.Y != 1754 {
		t.Errorf("the picture is %v", size)
	}
	dark := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			if r != g || g != b {
				t.Fatalf("at %d, %d there is a colour", x, y)
			}
			if r < 0x8000 {
				dark++
			}
		}
	}
	if share := float64(dark) / (1241 * 1754); share < 0.02 || share > 0.2 {
		t.Errorf("%.3f of the picture is ink", share)
	}
}

func TestPagesThatAreNotThereAreRefused(t *testing.T) {
	plan := planned(t, request(t, bundled(t), locale.English, today, today))
	for _, page := range []int{0, 2, -1} {
		if _, err := plan.PNG(t.Context(), page); err == nil {
			t.Errorf("page %d was painted", page)
		}
		if _, err := plan.SVG(t.Context(), page); err == nil {
			t.Errorf("page %d was drawn", page)
		}
	}
}
