package grid

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// seekPause is how long after a letter the next one still belongs to the same
// word.
const seekPause = 1200 * time.Millisecond

// seeking is the beginning of a text that a person types to go to its row.
type seeking struct {
	text  string
	until time.Time
	found bool
	looks bool // the row is not found yet
	stop  func()
}

// active reports whether letters still belong to what was typed before: as
// long as that is looked for, and a pause after.
func (s *seeking) active(now time.Time) bool { return s.text != "" && (s.looks || now.Before(s.until)) }

// TypedRune goes to the next row whose cell, that of the cursor or else the
// first, begins with what is typed or has it in it.
func (g *Grid) TypedRune(letter rune) {
	now := time.Now()
	again := g.seeking.active(now)
	if letter == ' ' && !again || g.rowCount() == 0 {
		return
	}
	from := g.cursor + 1
	if again {
		g.seeking.text += string(letter)
		from = max(g.cursor, 0)
	} else {
		g.seeking.text = string(letter)
	}
	g.seeking.found = true
	g.lookFor(from)
	g.seeking.until = time.Now().Add(seekPause) // what showing the row takes is not the person's pause
	g.waitSeek()
	g.Refresh()
}

// waitSeek takes the words away once nothing more is typed.
func (g *Grid) waitSeek() {
	if g.seeking.stop != nil {
		g.seeking.stop()
	}
	if g.Later != nil {
		g.seeking.stop = g.Later(seekPause, func() {
			if !g.seeking.active(time.Now()) {
				g.seeking.text = ""
				g.Refresh()
			}
		})
	}
}

// lookFor goes to the row of what is typed, from a row on and round the end.
func (g *Grid) lookFor(from int) {
	text, column := g.seeking.text, g.CurrentColumn()
	if g.OnSeek != nil {
		sources := g.sources
		g.seeking.looks = true
		g.OnSeek(text, column, from, func(row int) {
			if g.seeking.text != text || g.sources != sources {
				return
			}
			g.seeking.looks, g.seeking.until = false, time.Now().Add(seekPause)
			if g.seeking.found = row >= 0; g.seeking.found {
				g.moveTo(row, false)
			}
			g.waitSeek()
			g.Refresh()
		})
		return
	}
	row := Seek(g.rowCount(), from, folded(text), func(row int) (string, bool) {
		if _, group := g.source.Group(row); group {
			return "", false
		}
		return folded(g.source.Cell(row, column).Text), true
	})
	if g.seeking.found = row >= 0; g.seeking.found {
		g.moveTo(row, false)
	}
}

func folded(text string) string { return strings.ToLower(text) }

// Seek gives the first row, from one on and round the end, whose text begins
// with what is sought, else the first that has it in it; -1 when none does.
// Text and sought are folded by whoever asks; a row without text is passed.
func Seek(rows, from int, sought string, text func(row int) (string, bool)) int {
	within := -1
	for i := range rows {
		row := (from + i) % rows
		at, ok := text(row)
		if !ok {
			continue
		}
		switch place := strings.Index(at, sought); {
		case place == 0:
			return row
		case place > 0 && within < 0:
			within = row
		}
	}
	return within
}

// drawSeek shows what is typed at the lower left.
func (o *over) drawSeek(g *Grid, size fyne.Size) {
	if g.seeking.text == "" {
		return
	}
	token := look.Text1
	if !g.seeking.found {
		token = look.Brick
	}
	text := look.Cut(g.seeking.text, size.Width/2, look.SizeText, true)
	write(o.sought, text, token, true)
	wide, y := look.Width(text, look.SizeText, true), size.Height-g.totalsHeight()-look.LineText-16
	o.seek.Move(fyne.NewPos(inset, y))
	o.seek.Resize(fyne.NewSize(wide+16, look.LineText+8))
	look.Place(o.sought, inset+8, y+4)
	o.shown = append(o.shown, o.seek, o.sought)
}
