package chart

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// face measures every letter as half the size of its type.
func face() Face {
	width := func(text string, size float64, _ bool) float64 { return float64(len([]rune(text))) * size / 2 }
	return Face{Width: width, Cut: func(text string, room, size float64, strong bool) string {
		if width(text, size, strong) <= room {
			return text
		}
		letters := []rune(text)
		for len(letters) > 0 && width(string(letters)+"...", size, strong) > room {
			letters = letters[:len(letters)-1]
		}
		return string(letters) + "..."
	}}
}

func number(n int64) decimal.Decimal { return decimal.NewFromInt(n) }

func say(d decimal.Decimal) string { return d.String() }

// eighty is the bridge of the 80 documents of December 2016 as of today.
func eighty() Bridge {
	return Bridge{Unit: "documents", Tick: say, Whole: true, Steps: []Step{
		{Label: "Claimed, 16 Dec 2016", Number: "80", Value: number(80), Fill: Claimed, Base: Zero, Over: StrongRule, Strong: true},
		{ID: "binding", Label: "Signed and binding", Number: "0", Over: ThinRule, Fill: Confirmed},
		{ID: "not_binding", Label: "Signed, not binding", Number: "1", Value: number(1), Fill: Confirmed, Note: "Novatek and Marubeni"},
		{ID: "unknown", Label: "Signed, binding force not stated", Number: "26", Value: number(26), Fill: Confirmed, Marked: []Mark{{Share: number(12)}}},
		{ID: "reported", Label: "Reported, signing unconfirmed", Number: "15", Value: number(15), Fill: Unconfirmed},
		{ID: "ended", Label: "Ended since", Number: "2", Value: number(2), Fill: Ended},
		{ID: "missing", Label: "Not found in the itemised list", Number: "36", Value: number(36), Fill: NotFound, Over: ThinRule},
		{Label: "Parts add up to the claim", Number: "80", Base: NoBar, Over: StrongRule, Strong: true, Note: "44 itemised and 36 not found"},
	}}
}

func barsOf(plot Plot) []Shape {
	var list []Shape
	for _, shape := range plot.Shapes {
		if shape.Kind == BarShape {
			list = append(list, shape)
		}
	}
	return list
}

// Every bar of the 80 begins where the last one ended, and the last one ends
// where the claim does.
func TestBarsOfABridgeTie(t *testing.T) {
	plot := eighty().Lay(696, face())
	bars := barsOf(plot)
	if len(bars) != 6 {
		t.Fatalf("%d bars, want 6: zero has a stub and no bar", len(bars))
	}
	claimed := bars[0]
	at := claimed.X
	for _, bar := range bars[1:] {
		if near(bar.X, at) {
			at = bar.X + bar.W
			continue
		}
		t.Errorf("a bar begins at %.2f, the last one ended at %.2f", bar.X, at)
	}
	if !near(at, claimed.X+claimed.W) {
		t.Errorf("the bars end at %.2f, the claim at %.2f", at, claimed.X+claimed.W)
	}
	// 26 of 80 is as long as 26/80 of the claim.
	if want := claimed.W * 26 / 80; !near(bars[2].W, want) {
		t.Errorf("26 documents are %.2f long, want %.2f", bars[2].W, want)
	}
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

// More found than claimed: the hatched bar goes back from what was found to
// the claim, and is there.
func TestANegativeRemainderIsDrawnBackwards(t *testing.T) {
	b := Bridge{Unit: "documents", Tick: say, Steps: []Step{
		{Label: "Claimed", Number: "10", Value: number(10), Base: Zero},
		{Label: "Found", Number: "44", Value: number(44), Fill: Confirmed},
		{Label: "Found beyond the claim", Number: "-34", Value: number(-34), Fill: NotFound},
	}}
	bars := barsOf(b.Lay(600, face()))
	claimed, found, beyond := bars[0], bars[1], bars[2]
	if beyond.Fill != NotFound || !near(beyond.X, claimed.X+claimed.W) || !near(beyond.X+beyond.W, found.X+found.W) {
		t.Errorf("claim %+v, found %+v, beyond %+v", claimed, found, beyond)
	}
}

// The law of a bridge: running steps end at their sum, whatever they are, and
// no shape leaves the plot.
func TestAnyBridgeTies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Int64Range(-1_000_000, 1_000_000_000_000), 1, 9).Draw(t, "values")
		width := rapid.Float64Range(320, 1800).Draw(t, "width")
		b := Bridge{Unit: "JPY", Tick: say}
		sum := decimal.Zero
		for _, value := range values {
			sum = sum.Add(number(value))
			b.Steps = append(b.Steps, Step{ID: "step", Label: strings.Repeat("label ", 9), Number: "1", Note: "a note", Value: number(value), Fill: Confirmed})
		}
		spans := b.Spans()
		at := decimal.Zero
		for _, span := range spans {
			if !span.From.Equal(at) {
				t.Fatalf("a bar begins at %s, the last one ended at %s", span.From, at)
			}
			at = span.To
		}
		if !at.Equal(sum) {
			t.Fatalf("the bars end at %s, the sum is %s", at, sum)
		}
		inside(t, b.Lay(width, face()))
	})
}

type fatal interface {
	Fatalf(format string, args ...any)
}

func inside(t fatal, plot Plot) {
	for _, shape := range plot.Shapes {
		if shape.Kind != RuleShape && (shape.X < -0.5 || shape.X+shape.W > plot.W+1.5 || shape.W < 0 || shape.Y < -0.5 || shape.Y+shape.H > plot.H+1) {
			t.Fatalf("%+v leaves a plot of %.0f by %.0f", shape, plot.W, plot.H)
		}
	}
}

func TestTicksAreFewAndRound(t *testing.T) {
	for _, test := range []struct {
		low, high int64
		most      int
		want      string
	}{
		{0, 80, 5, "0 20 40 60 80"},
		{0, 81, 5, "0 20 40 60 80"},
		{0, 7, 4, "0 2 4 6"},
		{0, 300_000_000_000, 4, "0 100000000000 200000000000 300000000000"},
		{-34, 44, 5, "-20 0 20 40"},
		{0, 0, 5, "0"},
	} {
		var got []string
		for _, tick := range Ticks(number(test.low), number(test.high), test.most) {
			got = append(got, tick.String())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("from %d to %d: %s, want %s", test.low, test.high, strings.Join(got, " "), test.want)
		}
	}
}

func TestAxesOfCountsHaveNoHalves(t *testing.T) {
	b := Bars{Tick: say, Whole: true, Rows: []BarRow{{Label: "0-90 days", Number: "1", Segments: []Segment{{Value: number(1), Fill: Confirmed}}}}}
	for _, shape := range b.Lay(900, face()).Shapes {
		if shape.Kind == TextShape && strings.Contains(shape.Text, ".") {
			t.Errorf("a tick says %q", shape.Text)
		}
	}
}

// Figures for the 80: a plain one is a filled dot, more than 60 an open one
// with a line to the right end, up to 15 a line from zero.
func TestDotsSayHowFarAFigureReaches(t *testing.T) {
	d := Dots{Tick: say, Whole: true, HasStroke: true, Stroke: number(44), StrokeNumber: "44", StrokeLabel: "itemised here", Rows: []DotRow{
		{ID: "a", Group: "Rivals", Title: "Digest", Number: "81", Value: number(81)},
		{ID: "b", Title: "Financial Times", Aside: "Jul 2017", Number: "more than 60", Value: number(60), Reach: Upwards},
		{ID: "c", Group: "Forecasts", Title: "NTV", Number: "about 80", Value: number(80), Reach: About},
		{ID: "d", Title: "Ushakov", Number: "up to 15", Value: number(15), Reach: Downwards},
	}}
	plot := d.Lay(340, face())
	inside(t, plot)
	var dots, lines, strokes []Shape
	for _, shape := range plot.Shapes {
		switch {
		case shape.Kind == DotShape:
			dots = append(dots, shape)
		case shape.Kind == RuleShape && shape.H == 2:
			lines = append(lines, shape)
		case shape.Kind == RuleShape && shape.Tone == Accent:
			strokes = append(strokes, shape)
		}
	}
	if len(dots) != 4 || dots[0].Open || !dots[1].Open || !dots[2].Open || !dots[3].Open {
		t.Fatalf("dots: %+v", dots)
	}
	if len(lines) != 2 || !near(lines[0].X+lines[0].W, 340) || !near(lines[0].X, dots[1].X+dots[1].W/2) || !near(lines[1].X+lines[1].W, dots[3].X+dots[3].W/2) {
		t.Errorf("lines: %+v", lines)
	}
	if len(strokes) != 5 {
		t.Errorf("%d strokes mark what is itemised, want one a row and one in the legend", len(strokes))
	}
	for _, stroke := range strokes {
		if stroke.X != strokes[0].X || !(stroke.X > dots[3].X && stroke.X < dots[1].X) {
			t.Errorf("the stroke of 44 stands at %.1f, between 15 at %.1f and 60 at %.1f", stroke.X, dots[3].X, dots[1].X)
		}
	}
	if len(plot.Places) != 4 {
		t.Errorf("%d rows open", len(plot.Places))
	}
}

// The conversions of December 2016 as of today: under discussion 2 of 15.
func TestAFunnelKeepsTheYoungApart(t *testing.T) {
	b := Funnel("deals", say, []Conversion{{ID: "under_discussion", Label: "Under discussion", Number: "15", Note: "2 of 15", Reached: 2, OldEnough: 15, Young: 3}, {Label: "Memorandum", Number: "0"}})
	plot := b.Lay(500, face())
	inside(t, plot)
	bars := barsOf(plot)
	if len(bars) != 3 {
		t.Fatalf("%d pieces, want gone on, stayed, too young", len(bars))
	}
	if bars[0].Fill != Confirmed || bars[1].Fill != Silent || bars[2].Fill != Pending {
		t.Errorf("fills %v %v %v", bars[0].Fill, bars[1].Fill, bars[2].Fill)
	}
	if !near(bars[0].X+bars[0].W, bars[1].X) || !near(bars[1].W/bars[0].W, 13.0/2) || !near(bars[2].W/bars[0].W, 3.0/2) {
		t.Errorf("pieces %+v", bars)
	}
	if len(plot.Places) != 1 || plot.Places[0].ID != "under_discussion" {
		t.Errorf("places %+v", plot.Places)
	}
}

// A note without room is named, so that it can be said under the bridge.
func TestNotesWithoutRoomAreNamed(t *testing.T) {
	b := eighty()
	if plot := b.Lay(900, face()); len(plot.Short) != 0 {
		t.Errorf("short of room at 900: %v", plot.Short)
	}
	b.Steps[3].Note = strings.Repeat("a long note ", 12)
	if plot := b.Lay(900, face()); len(plot.Short) != 1 || plot.Short[0] != 3 {
		t.Errorf("short of room: %v, want step 3", plot.Short)
	}
}

// What is counted or shown of a bar stands under it; the bar is as long as ever.
func TestMarksLeaveTheBarAlone(t *testing.T) {
	marked, plain := eighty(), eighty()
	marked.Steps[3].Marked = []Mark{{Share: number(13)}, {Share: number(26), Empty: true}}
	plain.Steps[3].Marked = nil
	with, without := barsOf(marked.Lay(696, face())), barsOf(plain.Lay(696, face()))
	if len(with) != len(without)+1 {
		t.Fatalf("%d bars, without marks %d", len(with), len(without))
	}
	bar, empty := with[2], with[3]
	if bar != without[2] || empty.X != bar.X || !near(empty.W, bar.W) || empty.Y < bar.Y+bar.H {
		t.Errorf("bar %+v, all of it shown %+v", bar, empty)
	}
	for _, shape := range marked.Lay(696, face()).Shapes {
		if shape.Kind == RuleShape && shape.H == markHeight && !near(shape.W, bar.W/2) {
			t.Errorf("13 of 26 is %.1f of %.1f", shape.W, bar.W)
		}
	}
}
