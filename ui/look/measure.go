package look

import (
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"summitledger/assets"
)

// advances knows how wide the letters of a typeface are, in thousandths of its
// size, from one reading of the font. Measuring through the canvas costs a
// shaping run per text, which cells of a grid cannot afford.
type advances struct {
	font  *sfnt.Font
	mu    sync.Mutex // guards buffer
	buf   sfnt.Buffer
	basic [0x10000]atomic.Uint32 // advance plus one of the basic plane, 0 not yet read

	kerns [kernedLetters * kernedLetters]atomic.Int32 // kerning of a pair plus kernOffset, 0 not yet read
}

// Latin letters move towards each other ("To" by 0.08 em), and the canvas
// draws them so; Cyrillic and Japanese it draws as they stand.
const (
	firstKerned   = ' '
	kernedLetters = 96
	kernOffset    = 1 << 16
)

func kerned(r rune) bool { return r >= firstKerned && r < firstKerned+kernedLetters }

var typefaces = sync.OnceValue(func() [2]*advances {
	var faces [2]*advances
	for i := range faces {
		faces[i] = &advances{}
		if parsed, err := sfnt.Parse(assets.Font(i == 1)); err == nil {
			faces[i].font = parsed
		}
	}
	return faces
})

// fallbackAdvance is the width of what the typeface cannot draw.
const fallbackAdvance = 1000

func (a *advances) of(r rune) uint32 {
	if r >= 0 && int(r) < len(a.basic) {
		if known := a.basic[r].Load(); known > 0 {
			return known - 1
		}
	}
	advance := a.read(r)
	if r >= 0 && int(r) < len(a.basic) {
		a.basic[r].Store(advance + 1)
	}
	return advance
}

func (a *advances) read(r rune) uint32 {
	if a.font == nil {
		return fallbackAdvance
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	glyph, err := a.font.GlyphIndex(&a.buf, r)
	if err != nil || glyph == 0 {
		return fallbackAdvance
	}
	advance, err := a.font.GlyphAdvance(&a.buf, glyph, fixed.I(1000), font.HintingNone)
	if err != nil || advance < 0 {
		return fallbackAdvance
	}
	return uint32(advance.Round())
}

// step is how far a letter moves the line on after another, kerning included.
func (a *advances) step(before, r rune) float32 {
	advance := float32(a.of(r))
	if !kerned(before) || !kerned(r) {
		return advance
	}
	pair := &a.kerns[(before-firstKerned)*kernedLetters+r-firstKerned]
	known := pair.Load()
	if known == 0 {
		known = a.readKern(before, r) + kernOffset
		pair.Store(known)
	}
	return advance + float32(known-kernOffset)
}

func (a *advances) readKern(left, right rune) int32 {
	if a.font == nil {
		return 0
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	first, err := a.font.GlyphIndex(&a.buf, left)
	if err != nil {
		return 0
	}
	second, err := a.font.GlyphIndex(&a.buf, right)
	if err != nil {
		return 0
	}
	kern, err := a.font.Kern(&a.buf, first, second, fixed.I(1000), font.HintingNone)
	if err != nil {
		return 0 // a pair without kerning
	}
	return int32(kern.Round())
}

// face picks the advances of the regular or the bold typeface.
func face(bold bool) *advances {
	if bold {
		return typefaces()[1]
	}
	return typefaces()[0]
}

// Width gives the width of a text on one line, as the canvas draws it.
func Width(text string, size float32, bold bool) float32 {
	return face(bold).width(text) * size / 1000
}

func (a *advances) width(text string) float32 {
	total, before := float32(0), rune(0)
	for _, r := range text {
		total += a.step(before, r)
		before = r
	}
	return total
}
