package grid

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"summitledger/ui/look"
)

func width(g *Grid, column int) float32 { return g.Columns()[column].Width }

func TestAColumnIsResizedByItsEdge(t *testing.T) {
	g, _ := shown(t, 10, 0)
	told := 0
	g.OnColumns = func() { told++ }
	before := width(g, 0)
	edge := fyne.NewPos(inset+before-gap/2, 10)
	g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: edge}})
	check(t, "cursor over an edge", g.Cursor(), desktop.HResizeCursor)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: edge}, Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-50, 0)})
	check(t, "dragged by -50", width(g, 0), before-50)
	g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-2000, 0)})
	check(t, "a column does not vanish", width(g, 0), leastColumn)
	g.DragEnd()
	check(t, "times told", told, 2)
	saved := g.Columns()
	again, _ := shown(t, 10, 0)
	again.SetColumns(saved)
	check(t, "saved columns come back", width(again, 0), leastColumn)
	again.ResetColumns()
	check(t, "and as they were", width(again, 0), before)
}

func TestAClickOnAHeadingSorts(t *testing.T) {
	g, _ := shown(t, 10, 0)
	sorted := ""
	g.OnSort = func(column string, _ bool) { sorted += column + " " }
	press(g, 40, 10, 0)
	press(g, 760, 10, 0)
	check(t, "sorted by", sorted, "title value ")
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 10)}, Button: desktop.MouseButtonPrimary})
	g.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 200)}, Button: desktop.MouseButtonPrimary})
	check(t, "a press that ends elsewhere does nothing", sorted, "title value ")
}

func TestTitlesGetWidthFirst(t *testing.T) {
	columns := []Column{{ID: "title", Width: 300, MinWidth: 160, Grow: 1}, {ID: "instrument", Width: 150, Leaves: 2}, {ID: "date", Width: 100, Leaves: 1}, {ID: "value", Width: 100}}
	tests := []struct {
		name  string
		width float32
		want  []float32
	}{
		{"spare width goes to the title", 866, []float32{500, 150, 100, 100}},
		{"with too little the instrument leaves first", 600, []float32{384, 0, 100, 100}},
		{"then the date", 500, []float32{384, 0, 0, 100}},
		{"then the title gives way", 316, []float32{200, 0, 0, 100}},
		{"down to its least; the rest is scrolled to", 200, []float32{160, 0, 0, 100}},
	}
	for _, test := range tests {
		g := New()
		g.columns = columns
		g.layColumns(test.width)
		check(t, test.name, g.widths, test.want)
	}
}

func TestColumnsThatDoNotFitAreScrolledTo(t *testing.T) {
	g, asked := shown(t, 100, 0)
	g.SetColumns([]Column{{ID: "a", Width: 600}, {ID: "b", Width: 600}})
	*asked = 0
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-5000, 0)})
	check(t, "left end", g.left, float32(inset+1200-800))
	check(t, "cells asked for again", *asked, 0)
	typed(g, fyne.KeyLeft)
	check(t, "a step back by the keyboard", g.left, float32(inset+1200-800-wheelStep))
	r := test.WidgetRenderer(g).(*renderer)
	if r.level.Hidden {
		t.Error("no bar shows that there is more at the side")
	}
}

func TestADoubleClickOnAnEdgeFitsTheColumn(t *testing.T) {
	g, _ := shown(t, 0, 0)
	g.SetSource(ordered{"Yamal LNG", "Memorandum of cooperation in postal services"})
	edge := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(inset+width(g, 0)-gap/2, 10)}, Button: desktop.MouseButtonPrimary}
	g.MouseDown(edge)
	g.MouseUp(edge)
	g.MouseDown(edge)
	check(t, "width", width(g, 0), look.Width("Memorandum of cooperation in postal services", look.SizeText, false)+gap+1)
}

func TestAnotherThemeColoursEverything(t *testing.T) {
	g, _ := shown(t, 100, 10)
	g.Select("generated 3")
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(true))
	g.Refresh()
	r := test.WidgetRenderer(g).(*renderer)
	check(t, "ground", r.ground.FillColor, look.Color(look.Surface))
	for _, object := range append(r.body.Objects, r.heading.body.Objects...) {
		switch object := object.(type) {
		case *canvas.Text:
			if object.Color != look.Color(look.Text1) && object.Color != look.Color(look.Text2) {
				t.Fatalf("%q kept the colour of the other theme", object.Text)
			}
		case *canvas.Image:
			if object.Resource != look.Mark("disc") {
				t.Fatal("a mark kept the colour of the other theme")
			}
		}
	}
}

func TestWithoutRowsTheReasonShows(t *testing.T) {
	g, asked := shown(t, 0, 0)
	reason := look.Text("Nothing matches", look.SizeText, look.Text1, false)
	g.SetEmpty(reason)
	shows := func() bool {
		for _, object := range test.WidgetRenderer(g).Objects() {
			if object == fyne.CanvasObject(reason) {
				return true
			}
		}
		return false
	}
	check(t, "no rows", shows(), true)
	check(t, "under the headings", reason.Position(), fyne.NewPos(0, headerHeight))
	g.SetSource(generated{3, 0, asked})
	check(t, "with rows", shows(), false)
}
