package controls

import (
	"fyne.io/fyne/v2"

	"summitledger/ui/look"
)

// Labelled is a small label over a value that opens when pressed: the days in
// the header. A value that is not the usual one stands on the select ground,
// with a close mark that brings the usual one back.
type Labelled struct {
	Pressable
	OnReset func()
	label   string
	value   string
	note    string
	unusual bool
}

// NewLabelled makes an empty one.
func NewLabelled(press, reset func()) *Labelled {
	l := &Labelled{OnReset: reset}
	l.OnPress = press
	l.ExtendBaseWidget(l)
	return l
}

// Set shows a label and a value.
func (l *Labelled) Set(label, value string, unusual bool) {
	l.label, l.value, l.unusual = label, value, unusual
	l.Refresh()
}

// Tapped opens the value, or resets it when the close mark was hit.
func (l *Labelled) Tapped(event *fyne.PointEvent) {
	if event != nil && l.unusual && event.Position.X > l.Size().Width-22 && l.OnReset != nil {
		l.OnReset()
		return
	}
	l.Pressable.Tapped(event)
}

// TypedKey opens; Delete brings the usual value back.
func (l *Labelled) TypedKey(event *fyne.KeyEvent) {
	if (event.Name == fyne.KeyDelete || event.Name == fyne.KeyBackspace) && l.unusual && l.OnReset != nil {
		l.OnReset()
		return
	}
	l.Pressable.TypedKey(event)
}

const (
	labelledInset  float32 = 6
	labelledTop    float32 = 3
	labelledHeight float32 = 44
	valueHeight    float32 = 22
)

// SetNote prints a word after the value in small type: "today".
func (l *Labelled) SetNote(note string) { l.note = note; l.Refresh() }

// MinSize holds label and value, whether the value is the usual one or not, so
// that the header does not move when it changes.
func (l *Labelled) MinSize() fyne.Size {
	width := look.Width(l.value, look.SizeText, true) + labelledInset + look.MarkSize
	if l.note != "" {
		width += labelledInset + look.Width(l.note, look.SizeNote, false)
	}
	return fyne.NewSize(max(look.Width(l.label, look.SizeNote, false), width)+2*labelledInset+1, labelledHeight)
}

// CreateRenderer draws label and value.
func (l *Labelled) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: l, least: l.MinSize, paint: l.paint}
}

func (l *Labelled) paint(d *drawing, size fyne.Size) {
	token, mark := look.Text1, "icon-down.text3"
	top := labelledTop + look.LineNote
	ground := look.Hover
	if l.unusual {
		token, mark, ground = look.Accent, "icon-close.accent", look.Select
	} else if l.hover {
		mark = "icon-down.text1"
	}
	if l.unusual || l.hover {
		d.rect(ground, 0, top, size.Width, valueHeight).CornerRadius = look.RadiusChip
	}
	d.text(l.label, labelledInset, labelledTop, size.Width-labelledInset, look.SizeNote, look.Text3, false)
	room := size.Width - 3*labelledInset - look.MarkSize + 1
	end := labelledInset + d.text(l.value, labelledInset, top+1, room, look.SizeText, token, true) + labelledInset
	if l.note != "" && !l.unusual {
		end += d.text(l.note, end, top+3, size.Width-end-look.MarkSize-2*labelledInset, look.SizeNote, look.Text2, false) + labelledInset
	}
	at := end
	if l.unusual {
		at = size.Width - labelledInset - look.MarkSize
	}
	d.mark(mark, at, top+5)
	if l.focused {
		frame := d.outline(look.Accent, 0, top, size.Width, valueHeight)
		frame.StrokeWidth, frame.CornerRadius = 2, look.RadiusChip
	}
}
