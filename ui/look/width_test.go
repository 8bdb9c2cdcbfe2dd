package look

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Texts are placed and cut by Width while the canvas draws them with its own
// shaping: both must agree, or texts run into each other.
func TestWidthIsThatOfTheCanvas(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(false))
	for _, text := range []string{
		"Gazprom - Mitsubishi agreement on strategic cooperation", "VTB To Yamal LNG, AVAST", "1,625,961", "USD ~1,000", "国際協力銀行とロシア直接投資基金の覚書（覚書）、2016年12月16日",
		"Меморандум о взаимопонимании, 16 дек. 2016 г.", "300 млрд иен", "\u221254 dated after 31 Dec 2016",
	} {
		for _, size := range []float32{SizeNote, SizeText, SizeTitle, SizeFigure} {
			for _, bold := range []bool{false, true} {
				drawn := fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
				if got := Width(text, size, bold); math.Abs(float64(got-drawn)) > 1.5 {
					t.Errorf("%q at %.0f, bold %t: %.2f, drawn %.2f", text, size, bold, got, drawn)
				}
			}
		}
	}
}
