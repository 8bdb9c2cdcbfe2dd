package strip

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"pgregory.net/rapid"

	"summitledger/ui/look"
)

// events is how much happened around the summit of December 2016.
func events() []Quarter {
	return []Quarter{{2016, 2, 4}, {2016, 3, 0}, {2016, 4, 64}, {2017, 1, 16}, {2019, 3, 1}}
}

func strip(t *testing.T, width float32) *Strip {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	s := New()
	s.Set(events())
	s.SetDay(2017, 0.5)
	s.Resize(fyne.NewSize(width, 46))
	return s
}

// bars gives the drawn bars from left to right, without the line under them,
// the as-of line and its handle.
func bars(s *Strip) (list []*canvas.Rectangle) {
	for _, object := range test.WidgetRenderer(s).Objects() {
		if bar, ok := object.(*canvas.Rectangle); ok && bar.FillColor != look.Color(look.Accent) && bar.Size().Height > 1 {
			list = append(list, bar)
		}
	}
	return list
}

// Four times as many events make a bar twice as high; nothing draws none.
func TestBarsAreSquareRoots(t *testing.T) {
	s := strip(t, 364)
	drawn := bars(s)
	if len(drawn) != 4 {
		t.Fatalf("%d bars for four quarters in which something happened", len(drawn))
	}
	highest := drawn[1].Size().Height
	for i, count := range []float64{4, 64, 16, 1} {
		if want := float32(math.Sqrt(count/64)) * highest; math.Abs(float64(drawn[i].Size().Height-want)) > 0.01 {
			t.Errorf("bar %d is %v high, want %v", i, drawn[i].Size().Height, want)
		}
		if end := drawn[i].Position().Y + drawn[i].Size().Height; end != barsHeight {
			t.Errorf("bar %d ends at %v, the line is at %v", i, end, barsHeight)
		}
	}
}

func TestQuartersAfterTheDayArePale(t *testing.T) {
	s := strip(t, 364)
	for i, after := range []bool{false, false, false, true} {
		want := look.Text3
		if after {
			want = look.Line
		}
		if got := bars(s)[i].FillColor; got != look.Color(want) {
			t.Errorf("bar %d has another colour than a quarter that lies after the day: %v", i, after)
		}
	}
}

// The line set down at a place is drawn at that place.
func TestTheLineStandsWhereItWasSetDown(t *testing.T) {
	s := strip(t, 364)
	rapid.Check(t, func(t *rapid.T) {
		width := float32(rapid.IntRange(120, 900).Draw(t, "width"))
		s.Resize(fyne.NewSize(width, 46))
		x := float32(rapid.Float64Range(0, float64(width)).Draw(t, "x"))
		told := 0
		s.OnDay = func(year int, passed float64) {
			if passed < 0 || passed > 1 {
				t.Fatalf("%v of the year %d has passed", passed, year)
			}
			told++
			s.SetDay(year, passed)
		}
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}})
		if told != 1 {
			t.Fatalf("the day was told %d times", told)
		}
		if at, day := s.x(s.at), width/float32(s.span())/92; math.Abs(float64(at-x)) > float64(day)+0.01 {
			t.Fatalf("the line stands at %v, it was set down at %v", at, x)
		}
		if want := events()[len(events())-1].index(); s.last != want {
			t.Fatalf("the strip ends in quarter %d, it ended in %d", s.last, want)
		}
	})
}

func TestBeyondTheEndsIsTheEnd(t *testing.T) {
	s := strip(t, 364)
	for _, c := range []struct {
		x      float32
		year   int
		passed float64
	}{{-50, 2016, 0.25}, {1000, 2019, 0.75 - quarterDay/4}} {
		s.OnDay = func(year int, passed float64) {
			if year != c.year || math.Abs(passed-c.passed) > 1e-6 {
				t.Errorf("at %v: %v of %d, want %v of %d", c.x, passed, year, c.passed, c.year)
			}
		}
		s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(c.x, 10)})
	}
}

// A day after the last event draws the strip out to it.
func TestALateDayIsOnTheStrip(t *testing.T) {
	s := strip(t, 364)
	s.SetDay(2026, 0.9)
	if x := s.x(s.at); x < 0 || x > 364 {
		t.Errorf("the line stands at %v of 364", x)
	}
	s.SetDay(2017, 0)
	if s.last != (Quarter{2019, 3, 1}).index() {
		t.Errorf("the strip does not shrink again")
	}
}

func TestYearsNeverTouch(t *testing.T) {
	s := strip(t, 364)
	for _, width := range []float32{40, 120, 200, 364, 800} {
		s.SetDay(2046, 0.5)
		s.Resize(fyne.NewSize(width, 46))
		end := float32(-1)
		for _, object := range test.WidgetRenderer(s).Objects() {
			label, ok := object.(*canvas.Text)
			if !ok {
				continue
			}
			left, right := label.Position().X, label.Position().X+look.Width(label.Text, label.TextSize, false)
			if left < end || left < -1 || right > width+1 {
				t.Errorf("at %v the year %s stands from %v to %v, the one before ends at %v", width, label.Text, left, right, end)
			}
			end = right
		}
	}
}

func TestAnEmptyStripSaysNothing(t *testing.T) {
	test.NewTempApp(t)
	s := New()
	s.OnDay = func(int, float64) { t.Error("a day was told") }
	s.Resize(fyne.NewSize(300, 46))
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 10)})
	if n := len(test.WidgetRenderer(s).Objects()); n != 0 {
		t.Errorf("%d objects are drawn", n)
	}
}
