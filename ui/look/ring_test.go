package look

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// A ring says "not yet" and a half disc "in part": a ring drawn with one side
// filled would say what no source says. Each mark is drawn large and looked at
// left and right of its middle.
func TestRingsAreOpenAndHalvesAreHalf(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(false))
	const side = 120
	for _, c := range []struct {
		mark        string
		left, right bool // inked
	}{{"disc", true, true}, {"half", true, false}, {"ring", false, false}, {"icon-search", false, false}, {"past", false, false}, {"diamond_o", false, false}, {"late", true, true}} {
		ground := canvas.NewRectangle(color.White)
		icon := Icon(Mark(c.mark))
		window := test.NewTempWindow(t, container.NewStack(ground, icon))
		window.SetPadded(false)
		window.Resize(fyne.NewSquareSize(side))
		drawn := window.Canvas().Capture()
		inked := func(x, y float32) bool {
			r, _, _, _ := drawn.At(int(x*side/12), int(y*side/12)).RGBA()
			return r < 0xc000
		}
		// The circle of past, late and the search glass has another middle.
		middle, height := float32(6), float32(6)
		switch c.mark {
		case "past", "late":
			middle = 4.6
		case "icon-search":
			middle, height = 5, 5
		}
		if left, right := inked(middle-1.5, height), inked(middle+1.5, height); left != c.left || right != c.right {
			t.Errorf("%s is inked left %t, right %t; want %t, %t", c.mark, left, right, c.left, c.right)
		}
	}
}
