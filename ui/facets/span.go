package facets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"summitledger/ui/look"
)

// Measures of the bars of a line.
const (
	barsTop    float32 = 4
	barsHeight float32 = 32
	barGap     float32 = 1
	leastCount float32 = 2 // what a bucket with anything in it is high
)

// stretch is a part of a line that is being chosen.
type stretch struct {
	group    int
	from, to int
	any      bool
}

// bucketAt gives the bucket of a group under a place.
func (f *Facets) bucketAt(group int, x float32) int {
	n := len(f.groups[group].Span)
	at := int((x - inset) / (f.Size().Width - 2*inset) * float32(n))
	return max(0, min(at, n-1))
}

// pressSpan begins to choose a stretch; false where there is no line.
func (f *Facets) pressSpan(at fyne.Position) bool {
	i := f.itemAt(at.Y)
	if i < 0 || f.items[i].kind != span {
		return false
	}
	f.cursor = i
	bucket := f.bucketAt(f.items[i].group, at.X)
	f.press.stretch = stretch{f.items[i].group, bucket, bucket, true}
	f.changed()
	return true
}

// dragSpan carries the end of the stretch along.
func (f *Facets) dragSpan(x float32) {
	if to := f.bucketAt(f.press.stretch.group, x); to != f.press.stretch.to {
		f.press.stretch.to = to
		f.changed()
	}
}

// endSpan tells which stretch was chosen. A bucket that alone is chosen already
// is let go.
func (f *Facets) endSpan() {
	s := f.press.stretch
	f.press.stretch = stretch{}
	if !s.any || s.group >= len(f.groups) {
		return
	}
	group := f.groups[s.group]
	first, last := min(s.from, s.to), max(s.from, s.to)
	if last >= len(group.Span) {
		return
	}
	chosen := 0
	for _, bucket := range group.Span {
		if bucket.Checked {
			chosen++
		}
	}
	f.changed()
	switch {
	case first == last && chosen == 1 && group.Span[first].Checked:
		if f.OnClear != nil {
			f.OnClear(group.ID)
		}
	case f.OnSpan != nil:
		f.OnSpan(group.ID, group.Span[first].ID, group.Span[last].ID)
	}
}

// fillSpan draws the bars of a line, the chosen ones in accent, with the names
// of its ends under it, or of the stretch that is being chosen, or what the
// bucket under the pointer counts.
func (l *line) fillSpan(f *Facets, at int, width float32) {
	group := f.groups[at]
	n := float32(len(group.Span))
	step := (width - 2*inset) / n
	for len(l.bars) < len(group.Span) {
		l.bars = append(l.bars, canvas.NewRectangle(color.Transparent))
	}
	s := f.press.stretch
	from, to := group.Span[0].Label, group.Span[len(group.Span)-1].Label
	if s.any && s.group == at {
		from, to = group.Span[min(s.from, s.to)].Label, group.Span[max(s.from, s.to)].Label
	}
	pointed := f.hover >= 0 && f.hover < len(f.items) && f.items[f.hover].kind == span && f.items[f.hover].group == at
	if pointed && !s.any {
		from, to = group.Span[min(f.over, len(group.Span)-1)].Label, group.Span[min(f.over, len(group.Span)-1)].Count
	}
	for i, bucket := range group.Span {
		token := look.Line2
		if s.any && s.group == at {
			if i >= min(s.from, s.to) && i <= max(s.from, s.to) {
				token = look.Accent
			}
		} else if bucket.Checked {
			token = look.Accent
		}
		height := bucket.Share * barsHeight
		if bucket.Share > 0 {
			height = max(leastCount, height)
		}
		tint(l.bars[i], token)
		l.bars[i].Resize(fyne.NewSize(max(1, step-barGap), height))
		l.put(l.bars[i], inset+float32(i)*step, barsTop+barsHeight-height)
	}
	tint(l.bar, look.Line2)
	l.bar.Resize(fyne.NewSize(width-2*inset, 1))
	l.put(l.bar, inset, barsTop+barsHeight)
	write(l.link, from, look.Text3, false)
	l.put(l.link, inset, barsTop+barsHeight+1)
	write(l.end, to, look.Text3, false)
	l.put(l.end, width-inset-look.Width(to, look.SizeNote, false), barsTop+barsHeight+1)
}
