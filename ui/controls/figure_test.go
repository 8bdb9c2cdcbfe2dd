package controls

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

// ruleUnder gives the height and colour of the line under the number.
func ruleUnder(f *Figure) (height float32, accent bool) {
	for _, object := range test.WidgetRenderer(f).Objects() {
		if box, ok := object.(*canvas.Rectangle); ok && box.Position().Y >= figureRule-1 && box.Size().Height <= 2 {
			return box.Size().Height, box.FillColor == look.Color(look.Accent)
		}
	}
	return 0, false
}

func TestAFigureOpens(t *testing.T) {
	opened := 0
	figure := NewFigure(func() { opened++ })
	figure.Set("Deals that reached operation", "23", "of 60 deals", Note{"ring.accent", "19 still open, 4 ended since"})
	window(t, figure, 182, figureHeight)
	if height, accent := ruleUnder(figure); height != 1 || accent {
		t.Errorf("the rule is %.0f high, accent %t", height, accent)
	}
	figure.MouseIn(pointer(10, 40))
	if height, accent := ruleUnder(figure); height != 2 || !accent {
		t.Errorf("under the pointer the rule is %.0f high, accent %t", height, accent)
	}
	test.Tap(figure)
	figure.TypedKey(key(fyne.KeyReturn))
	if opened != 2 {
		t.Errorf("opened %d times", opened)
	}
	if got := texts(figure); !slices.Equal(got, []string{"Deals that reached operation", "23", "of 60 deals", "19 still open, 4 ended since"}) {
		t.Errorf("the figure says %q", got)
	}
}

func TestAFigureThatCannotBeOpenedHasNoRule(t *testing.T) {
	figure := NewFigure(nil)
	figure.Set("Promises kept", "8", "of 12 assessed, 24 made")
	window(t, figure, 250, figureHeight)
	if height, _ := ruleUnder(figure); height != 0 {
		t.Error("a figure without records behind it stands on a rule")
	}
}

// A number is never cut: where the whole has no room beside the figure it goes
// under it.
func TestTheWholeIsWrapped(t *testing.T) {
	figure := NewFigure(func() {})
	figure.Set("Обещания выполнены", "8", "из 12 оценённых, всего дано 24", Note{"dots", "12 не оценено"})
	window(t, figure, 160, 140)
	if got := texts(figure); !slices.Equal(got, []string{"Обещания выполнены", "8", "из 12 оценённых, всего", "дано 24", "12 не оценено"}) {
		t.Errorf("the figure says %q", got)
	}
	if wide, narrow := figure.HeightFor(300), figure.HeightFor(160); wide != figureHeight || narrow != figureHeight+2*look.LineText {
		t.Errorf("heights %.0f and %.0f", wide, narrow)
	}
}
