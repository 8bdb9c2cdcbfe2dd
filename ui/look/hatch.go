package look

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
)

// Measures of a hatch: how far its lines lie apart and how thick they are,
// across the line, in device-independent pixels.
const (
	hatchPitch = 5
	hatchThick = 1.2
)

// Hatch makes an area of lines at 45 degrees, the fill of what is not found or
// not reported. It is one picture however large the area is.
func Hatch(token Token) *canvas.Raster {
	tone := Color(token)
	hatch := canvas.NewRaster(nil)
	hatch.Generator = func(width, height int) image.Image {
		scale := float64(1)
		if size := hatch.Size(); size.Width > 0 && width > 0 {
			scale = float64(width) / float64(size.Width)
		}
		return hatched(width, height, scale, tone)
	}
	return hatch
}

// hatched draws lines that rise to the right, softened at their edges.
func hatched(width, height int, scale float64, tone color.Color) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	red, green, blue, _ := tone.RGBA()
	pitch, half := hatchPitch*scale, hatchThick*scale/2
	for y := range height {
		for x := range width {
			across := math.Mod((float64(x)+float64(y)+1)/math.Sqrt2, pitch)
			away := min(across, pitch-across)
			if cover := min(1, half+0.5-away); cover > 0 {
				picture.SetNRGBA(x, y, color.NRGBA{uint8(red >> 8), uint8(green >> 8), uint8(blue >> 8), uint8(cover * 255)})
			}
		}
	}
	return picture
}
