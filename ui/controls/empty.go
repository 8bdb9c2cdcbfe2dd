package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/ui/look"
)

// Way is a way out of an empty state.
type Way struct {
	Text   string
	Press  func()
	Strong bool // the one to take first
}

// Empty says why there is nothing to show: a title, a sentence, the reasons
// that hide the rows, each to be taken away, and ways out.
type Empty struct {
	widget.BaseWidget
	title, sentence string
	conditions      []*Condition
	buttons         []*Button
}

const (
	emptyInset float32 = 24
	emptyWide  float32 = 560 // longer lines are hard to read
	emptyGap   float32 = 8
	emptyBlock float32 = 12
)

// NewEmpty makes an empty state.
func NewEmpty(title, sentence string, ways []Way) *Empty {
	e := &Empty{}
	e.ExtendBaseWidget(e)
	e.Set(title, sentence, nil, ways)
	return e
}

// Set says something else.
func (e *Empty) Set(title, sentence string, reasons []Chip, ways []Way) {
	e.title, e.sentence = title, sentence
	e.conditions, e.buttons = nil, nil
	for _, reason := range reasons {
		e.conditions = append(e.conditions, NewCondition(reason))
	}
	for _, way := range ways {
		button := NewButton(way.Text, "", way.Press)
		button.Strong = way.Strong
		e.buttons = append(e.buttons, button)
	}
	e.Refresh()
}

// Buttons gives the ways out, for tests and for the keys.
func (e *Empty) Buttons() []*Button { return e.buttons }

// MinSize is what a narrow block needs.
func (e *Empty) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// CreateRenderer draws the state.
func (e *Empty) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{owner: e, least: e.MinSize, paint: e.paint}
}

func (e *Empty) paint(d *drawing, size fyne.Size) {
	width := min(emptyWide, size.Width-2*emptyInset)
	titles := look.Wrap(e.title, width, look.SizeHeading, true, 2)
	lines := look.Wrap(e.sentence, width, look.SizeText, false, 6)
	var conditions, buttons []fyne.CanvasObject
	for _, condition := range e.conditions {
		conditions = append(conditions, condition)
	}
	for _, button := range e.buttons {
		buttons = append(buttons, button)
	}
	height := float32(len(titles))*look.LineHeading + float32(len(lines))*look.LineText
	height += flow(nil, conditions, 0, 0, width) + flow(nil, buttons, 0, 0, width)
	x, y := max(emptyInset, (size.Width-emptyWide)/2), max(emptyInset, (size.Height-height)*0.4)
	for _, line := range titles {
		d.text(line, x, y, width+1, look.SizeHeading, look.Text1, true)
		y += look.LineHeading
	}
	for _, line := range lines {
		d.text(line, x, y, width+1, look.SizeText, look.Text2, false)
		y += look.LineText
	}
	y += flow(d, conditions, x, y, width)
	flow(d, buttons, x, y, width)
}

// flow puts objects in rows of a width, a block's distance under what stands
// above them, and gives the height they take. Without a drawing it only measures.
func flow(d *drawing, objects []fyne.CanvasObject, left, top, width float32) float32 {
	if len(objects) == 0 {
		return 0
	}
	x, y, row := float32(0), emptyBlock, float32(0)
	for _, object := range objects {
		size := object.MinSize()
		size.Width = min(size.Width, width)
		if x > 0 && x+size.Width > width {
			x, y, row = 0, y+row+emptyGap, 0
		}
		if d != nil {
			d.put(object, left+x, top+y, size.Width, size.Height)
		}
		x += size.Width + emptyGap
		row = max(row, size.Height)
	}
	return y + row
}
