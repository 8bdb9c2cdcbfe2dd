package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAHatchIsLinesWithGapsAtAnyScale(t *testing.T) {
	test.NewTempApp(t)
	hatch := Hatch(Text3)
	hatch.Resize(fyne.NewSize(100, 6))
	for _, scale := range []int{1, 2} {
		picture := hatch.Generator(100*scale, 6*scale)
		lines, inside := 0, false
		for x := range 100 * scale {
			_, _, _, alpha := picture.At(x, 3*scale).RGBA()
			if alpha > 0x8000 && !inside {
				lines++
			}
			inside = alpha > 0x8000
		}
		if lines < 13 || lines > 15 { // a line every 5 * sqrt 2 pixels
			t.Errorf("at scale %d: %d lines in 100 pixels, want about 14", scale, lines)
		}
	}
}
