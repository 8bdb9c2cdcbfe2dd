package plot

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/shopspring/decimal"

	"summitledger/data/chart"
	"summitledger/ui/look"
)

// shown gives a chart of three bars in a window and what was opened in it.
func shown(t *testing.T) (p *Plot, figures, rows *[]string) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(false))
	p, figures, rows = New(), &[]string{}, &[]string{}
	p.OnFigure = func(id string) { *figures = append(*figures, id) }
	p.OnOpen = func(id string) { *rows = append(*rows, id) }
	b := chart.Bridge{Unit: "documents", Tick: decimal.Decimal.String, Whole: true}
	for _, step := range []struct {
		id, label string
		value     int64
		fill      chart.Fill
	}{{"signed", "Signed", 29, chart.Confirmed}, {"reported", "Reported", 15, chart.Unconfirmed}, {"missing", "Not found", 36, chart.NotFound}} {
		b.Steps = append(b.Steps, chart.Step{ID: step.id, Label: step.label, Number: decimal.NewFromInt(step.value).String(), Value: decimal.NewFromInt(step.value), Fill: step.fill})
	}
	p.Set(b.Lay(600, Face()))
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(620, 200))
	return p, figures, rows
}

func TestKeysGoFromBarToBarAndOpen(t *testing.T) {
	p, figures, rows := shown(t)
	seen := float32(0)
	p.OnMove = func(y, _ float32) { seen = y }
	p.FocusGained()
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyRight, fyne.KeySpace, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyReturn} {
		p.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if !slices.Equal(*figures, []string{"signed", "reported", "signed"}) || !slices.Equal(*rows, []string{"missing"}) {
		t.Errorf("figures %v, rows %v", *figures, *rows)
	}
	if seen == 0 {
		t.Error("nobody is told which row wants to be seen")
	}
	other := ""
	p.OnKey = func(event *fyne.KeyEvent) { other = string(event.Name) }
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF8})
	if other != string(fyne.KeyF8) {
		t.Error("a key of the window is swallowed")
	}
}

// A click on the number opens the figure, one on the bar its records.
func TestClicksTellNumberFromBar(t *testing.T) {
	p, figures, rows := shown(t)
	place := p.plot.Places[1]
	test.TapAt(p, fyne.NewPos(float32(place.Line[0]+2), float32(place.Y+10)))
	test.TapAt(p, fyne.NewPos(float32(place.X+place.W-20), float32(place.Y+10)))
	test.TapAt(p, fyne.NewPos(300, 4))
	if !slices.Equal(*figures, []string{"reported"}) || !slices.Equal(*rows, []string{"reported"}) {
		t.Errorf("figures %v, rows %v", *figures, *rows)
	}
}

// What is not found differs from what is signed by more than its colour.
func TestNotFoundIsHatched(t *testing.T) {
	p, _, _ := shown(t)
	hatched := 0
	for _, object := range test.TempWidgetRenderer(t, p).Objects() {
		if _, ok := object.(*canvas.Raster); ok {
			hatched++
		}
	}
	if hatched != 1 {
		t.Errorf("%d hatched areas, want one", hatched)
	}
}
