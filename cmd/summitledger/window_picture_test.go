//go:build window

package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// The height of the parts of the window, from the design.
const (
	headerHeight = 56
	tabsHeight   = 36
	footHeight   = 32
)

// capture reads the pixels of the window from the screen.
func (a *app) capture() (*image.RGBA, error) {
	size := a.size()
	raw, err := a.tries("import", "-silent", "-window", a.id, "-depth", "8", "rgb:-")
	if err != nil {
		return nil, err
	}
	if len(raw) != 3*size.X*size.Y {
		return nil, fmt.Errorf("%d bytes for a picture of %v", len(raw), size)
	}
	picture := image.NewRGBA(image.Rectangle{Max: size})
	for i := range size.X * size.Y {
		copy(picture.Pix[4*i:], raw[3*i:3*i+3])
		picture.Pix[4*i+3] = 0xff
	}
	return picture, nil
}

// picture is what the person sees of the window.
func (a *app) picture() *image.RGBA {
	a.t.Helper()
	var picture *image.RGBA
	a.front().sees("a picture of the window", func() bool {
		var err error
		picture, err = a.capture()
		return err == nil
	})
	return picture
}

// still waits until nothing moves on the screen, but for a blinking cursor,
// and gives the picture.
func (a *app) still() *image.RGBA {
	a.t.Helper()
	last, since := a.picture(), time.Now()
	a.sees("a still window", func() bool {
		next := a.picture()
		if changed(last, next, next.Rect) > 0.0005 {
			last, since = next, time.Now()
		}
		return time.Since(since) > 250*time.Millisecond
	})
	return last
}

// menuHeight is how high the menu bar is: the ink line under the tabs stands
// that much lower than in a picture without a menu.
func (a *app) menuHeight() int {
	a.t.Helper()
	a.sees("the line under the tabs", func() bool {
		if a.menu == 0 {
			picture := a.picture()
			for y := headerHeight + tabsHeight; y < headerHeight+tabsHeight+60; y++ {
				if a.menu == 0 && ruled(picture, y) {
					a.menu = y + 1 - headerHeight - tabsHeight
				}
			}
		}
		return a.menu != 0
	})
	return a.menu
}

// ruled reports whether a line of one pixel runs through most of a row.
func ruled(picture *image.RGBA, y int) bool {
	apart := 0
	for x := picture.Rect.Min.X; x < picture.Rect.Max.X; x++ {
		if distance(picture.RGBAAt(x, y), picture.RGBAAt(x, y-1)) > 100 && distance(picture.RGBAAt(x, y), picture.RGBAAt(x, y+1)) > 100 {
			apart++
		}
	}
	return apart > picture.Rect.Dx()/2
}

// page is the area below the menu.
func (a *app) page() image.Rectangle {
	size := a.size()
	return image.Rect(0, a.menuHeight(), size.X, size.Y)
}

// body is the area between the tabs and the foot.
func (a *app) body() image.Rectangle {
	page := a.page()
	return image.Rect(0, page.Min.Y+headerHeight+tabsHeight, page.Max.X, page.Max.Y-footHeight)
}

// foot is the line that says what is shown and hidden.
func (a *app) foot() image.Rectangle {
	page := a.page()
	return image.Rect(0, page.Max.Y-footHeight, page.Max.X, page.Max.Y)
}

// drawn is the picture that the program draws of a tab without a display.
func (a *app) drawn(tab string, options ...string) *image.RGBA {
	a.t.Helper()
	page, file := a.page(), filepath.Join(a.t.TempDir(), "drawn.png")
	arguments := append([]string{"screenshot", "--workspace", a.summit(), "--tab", tab, "--size", fmt.Sprintf("%dx%d", page.Dx(), page.Dy())}, options...)
	state := fmt.Sprint(arguments, a.written())
	if picture, ok := a.drawings[state]; ok {
		return picture
	}
	a.runs(append(arguments, "-o", file)...)
	content, err := os.ReadFile(file)
	if err != nil {
		a.t.Fatal(err)
	}
	decoded, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		a.t.Fatal(err)
	}
	picture := image.NewRGBA(decoded.Bounds())
	for y := picture.Rect.Min.Y; y < picture.Rect.Max.Y; y++ {
		for x := picture.Rect.Min.X; x < picture.Rect.Max.X; x++ {
			picture.Set(x, y, decoded.At(x, y))
		}
	}
	a.drawings[state] = picture
	return picture
}

// alike is the share of the page that may differ between the screen and a
// picture that shows the same: letters stand up to a pixel elsewhere there.
const alike = 0.06

// shows waits until the page looks as the program draws a tab without a
// display.
func (a *app) shows(tab string, options ...string) *app {
	a.t.Helper()
	want := a.drawn(tab, options...)
	last := 1.0
	if !a.within(patience, func() bool { last = a.unlike(want); return last < alike }) {
		name := strings.ReplaceAll(a.t.Name(), "/", "-") + "-expected"
		a.save(want, name)
		a.t.Fatalf("%.1f%% of the window differs from %s.png, %s %s", last*100, name, tab, strings.Join(options, " "))
	}
	return a
}

// unlike gives the share of the body and foot that looks different from a
// picture of the page.
func (a *app) unlike(page *image.RGBA) float64 {
	a.t.Helper()
	picture := a.picture()
	menu := a.menuHeight()
	if picture.Rect.Dx() != page.Rect.Dx() || picture.Rect.Dy() != page.Rect.Dy()+menu {
		return 1
	}
	below := image.NewRGBA(page.Rect)
	for y := range page.Rect.Dy() {
		copy(below.Pix[y*below.Stride:(y+1)*below.Stride], picture.Pix[(y+menu)*picture.Stride:])
	}
	area := page.Rect
	area.Min.Y += headerHeight
	return changed(below, page, area)
}

// becomes does something and waits until an area of the window looks different.
func (a *app) becomes(what string, area image.Rectangle, do func()) *app {
	a.t.Helper()
	before := a.still()
	do()
	a.sees(what, func() bool { return changed(before, a.picture(), area) > 0.01 })
	a.still()
	return a
}

// button waits for the strong button of a dialog and gives its middle: the
// page behind is dimmed, so that nothing else there has the accent's colour.
func (a *app) button() image.Point {
	a.t.Helper()
	var at image.Point
	a.sees("the strong button of a dialog", func() bool {
		found := filled(a.picture(), a.page(), accent, image.Pt(24, 18))
		if len(found) == 1 {
			at = middle(found[0])
		}
		return len(found) == 1
	})
	return at
}

// boxes finds the check boxes of the filters from top to bottom: two strokes
// of the width of a box, one above the other.
func (a *app) boxes() []image.Point {
	a.t.Helper()
	picture, column := a.still(), a.body()
	stroke := func(y int) bool {
		for x := 19; x < 26; x++ {
			if distance(picture.RGBAAt(x, y), picture.RGBAAt(3, y)) < 60 {
				return false
			}
		}
		return true
	}
	var boxes []image.Point
	for y := column.Min.Y; y < column.Max.Y-14; y++ {
		if !stroke(y) || stroke(y+4) {
			continue
		}
		for high := 9; high < 14; high++ {
			if stroke(y+high) && !stroke(y+high/2) {
				boxes = append(boxes, image.Pt(22, y+high/2))
				y += high + 2
				break
			}
		}
	}
	return boxes
}

// menus finds the words of the menu bar from left to right.
func (a *app) menus() []image.Point {
	a.t.Helper()
	picture, height := a.still(), a.menuHeight()
	ground := picture.RGBAAt(windowWidth/2, 6)
	var words []image.Rectangle
	for x := range picture.Rect.Dx() {
		ink := false
		for y := 4; y < height-4; y++ {
			ink = ink || distance(picture.RGBAAt(x, y), ground) > 100
		}
		switch last := len(words) - 1; {
		case !ink:
		case last >= 0 && x-words[last].Max.X < 8:
			words[last].Max.X = x + 1
		default:
			words = append(words, image.Rect(x, 0, x+1, height))
		}
	}
	places := make([]image.Point, len(words))
	for i, word := range words {
		places[i] = middle(word)
	}
	return places
}

// blockSide is the side of the squares that are compared: their mean colour
// hardly changes when a letter stands a pixel elsewhere.
const blockSide = 12

// changed gives the share of an area, in squares, in which two pictures look
// different.
func changed(one, other *image.RGBA, area image.Rectangle) float64 {
	area = area.Intersect(one.Rect).Intersect(other.Rect)
	differ, all := 0, 0
	for y := area.Min.Y; y+blockSide <= area.Max.Y; y += blockSide {
		for x := area.Min.X; x+blockSide <= area.Max.X; x += blockSide {
			all++
			block := image.Rect(x, y, x+blockSide, y+blockSide)
			if distance(mean(one, block), mean(other, block)) > 30 {
				differ++
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(differ) / float64(all)
}

func mean(picture *image.RGBA, block image.Rectangle) color.RGBA {
	var r, g, b int
	for y := block.Min.Y; y < block.Max.Y; y++ {
		row := picture.Pix[picture.PixOffset(block.Min.X, y):picture.PixOffset(block.Max.X, y)]
		for x := 0; x < len(row); x += 4 {
			r, g, b = r+int(row[x]), g+int(row[x+1]), b+int(row[x+2])
		}
	}
	n := block.Dx() * block.Dy()
	return color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 0xff}
}

// distance is how far two colours are apart, 0 to 765.
func distance(one, other color.RGBA) int {
	apart := func(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }
	return apart(one.R, other.R) + apart(one.G, other.G) + apart(one.B, other.B)
}

// accent is the one colour that invites a click, in the light theme.
var accent = color.RGBA{0x10, 0x48, 0x82, 0xff}

// filled finds the areas of one colour that are at least as large as a size.
func filled(picture *image.RGBA, area image.Rectangle, wanted color.RGBA, least image.Point) []image.Rectangle {
	var found []image.Rectangle
	inside := func(x, y int) bool { return distance(picture.RGBAAt(x, y), wanted) <= 6 }
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if !inside(x, y) {
				continue
			}
			start := x
			for x < area.Max.X && inside(x, y) {
				x++
			}
			if x-start < least.X {
				continue
			}
			under := y
			for under < area.Max.Y && inside(start, under) && inside(x-1, under) {
				under++
			}
			box := image.Rect(start, y, x, under)
			known := false
			for _, other := range found {
				known = known || box.Overlaps(other)
			}
			if !known && box.Dy() >= least.Y {
				found = append(found, box)
			}
		}
	}
	return found
}

func middle(r image.Rectangle) image.Point { return r.Min.Add(r.Max).Div(2) }
