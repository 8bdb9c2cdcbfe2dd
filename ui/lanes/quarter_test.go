package lanes

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"pgregory.net/rapid"

	"summitledger/ui/look"
)

// quarter counts quarters from the year 0.
func quarter(year, number int) int { return year*4 + number - 1 }

func marks(at, count int) []Mark {
	list := make([]Mark, count)
	for i := range list {
		list[i] = Mark{Quarter: at, Name: "step"}
	}
	return list
}

// shown draws lanes around the summit of December 2016, as of the middle of
// 2018, and notes what they tell.
func shown(t *testing.T, width float32) (l *Lanes, told *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	l, told = New(), &[]string{}
	l.OnQuarter = func(quarter int, chosen bool) {
		*told = append(*told, fmt.Sprintf("%d-%d %v", quarter/4, quarter%4+1, chosen))
	}
	l.Set([]Lane{
		{Title: "Agreements", Note: "40 events", Marks: append(marks(quarter(2016, 4), 31), marks(quarter(2017, 3), 9)...)},
		{Title: "Deals", Note: "2 events", Marks: append(marks(quarter(2016, 2), 1), marks(quarter(2019, 1), 1)...)},
		{Title: "Promises", Note: "no event"},
	}, []Legend{{"step", "stage reached"}, {"square", "money"}}, float64(quarter(2018, 3)))
	window := test.NewTempWindow(t, l)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(width, 400))
	return l, told
}

func typed(l *Lanes, names ...fyne.KeyName) {
	for _, name := range names {
		l.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func check(t *testing.T, told *[]string, want string) {
	t.Helper()
	if got := strings.Join(*told, ", "); got != want {
		t.Errorf("told: %s; want: %s", got, want)
	}
	*told = nil
}

func TestLanesSpanWholeYears(t *testing.T) {
	l, _ := shown(t, 1200)
	if l.first != quarter(2016, 1) || l.last != quarter(2019, 4) {
		t.Errorf("the lanes run from %d-%d to %d-%d", l.first/4, l.first%4+1, l.last/4, l.last%4+1)
	}
}

// Every quarter is found again at its own place, whatever the width.
func TestAQuarterIsFoundWhereItIsDrawn(t *testing.T) {
	l, _ := shown(t, 1200)
	rapid.Check(t, func(t *rapid.T) {
		l.Resize(fyne.NewSize(float32(rapid.IntRange(320, 2600).Draw(t, "width")), 400))
		q := rapid.IntRange(l.first, l.last).Draw(t, "quarter")
		share := rapid.Float64Range(0.01, 0.99).Draw(t, "share")
		if got := l.quarterAt(l.x(float64(q) + share)); got != q {
			t.Fatalf("quarter %d at %v of it is taken for %d", q, share, got)
		}
	})
	for _, x := range []float32{0, labelWidth - 1, l.x(float64(l.last+1)) + 1} {
		if got := l.quarterAt(x); got != -1 {
			t.Errorf("at %v, beside the quarters, is %d", x, got)
		}
	}
}

// No mark of a lane lies on another one, in another lane or in another quarter.
func TestMarksStandInTheirQuarterAndLane(t *testing.T) {
	for _, width := range []float32{320, 700, 1200, 2400} {
		l, _ := shown(t, width)
		l.Resize(fyne.NewSize(width, l.bottom(mostRows)))
		type place struct{ x, y float32 }
		seen := map[place]bool{}
		drawn := 0
		for _, object := range test.WidgetRenderer(l).Objects() {
			mark, ok := object.(*canvas.Image)
			if !ok || mark.Size().Width != markSize {
				continue
			}
			drawn++
			at := place{mark.Position().X, mark.Position().Y}
			if seen[at] {
				t.Fatalf("at %v two marks lie at %v", width, at)
			}
			seen[at] = true
			q := l.quarterAt(at.x)
			if q != quarter(2016, 4) && q != quarter(2017, 3) && q != quarter(2016, 2) && q != quarter(2019, 1) {
				t.Errorf("at %v a mark stands in the quarter %d-%d", width, q/4, q%4+1)
			}
			if end := l.bottom(mostRows); at.y < legendHeight || at.y+markSize > end {
				t.Errorf("at %v a mark stands at %v of %v", width, at.y, end)
			}
		}
		if want := 42; width >= 700 && drawn != want {
			t.Errorf("at %v %d marks are drawn, want %d", width, drawn, want)
		}
	}
}

func TestTheFullestQuarterMakesTheLaneHigh(t *testing.T) {
	l, _ := shown(t, 2400)
	high, low := l.height(&l.lanes[0], mostRows), l.height(&l.lanes[2], mostRows)
	if rows := l.rowsOf(&l.lanes[0], perRow); rows != 11 || high < float32(rows)*pitch {
		t.Errorf("31 marks take %d rows and %v", rows, high)
	}
	if low != laneLeast {
		t.Errorf("a lane without events is %v high", low)
	}
}

func TestAClickChoosesAQuarterAndLetsItGo(t *testing.T) {
	l, told := shown(t, 1200)
	at := &fyne.PointEvent{Position: fyne.NewPos(l.x(float64(quarter(2016, 4))+0.5), 100)}
	l.Tapped(at)
	check(t, told, "2016-4 true")
	l.Tapped(at)
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 100)}) // on the name of a lane: nothing is chosen
	if len(*told) != 1 || !strings.HasSuffix((*told)[0], "false") || l.chosen != -1 {
		t.Errorf("told: %s, chosen: %d", *told, l.chosen)
	}
}

func TestKeysGoFromTheAsOfDayToTheEnds(t *testing.T) {
	l, told := shown(t, 1200)
	typed(l, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight)
	check(t, told, "2018-2 true, 2018-1 true, 2018-2 true")
	for range 20 {
		typed(l, fyne.KeyRight)
	}
	if l.chosen != l.last {
		t.Errorf("at the right end the chosen quarter is %d, want %d", l.chosen, l.last)
	}
	*told = nil
	typed(l, fyne.KeyEscape)
	if len(*told) != 1 || l.chosen != -1 {
		t.Errorf("Escape tells %s and leaves %d", *told, l.chosen)
	}
}

func TestChoosingFromOutsideTellsNothing(t *testing.T) {
	l, told := shown(t, 1200)
	l.Choose(quarter(2017, 3))
	check(t, told, "")
}
