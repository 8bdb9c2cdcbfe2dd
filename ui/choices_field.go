package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/ledger"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// choiceField is a number that the reader may choose: days, or a share that is
// typed in per cent. Empty is the default.
type choiceField struct {
	window    *Window
	name      ledger.SettingName
	percent   bool
	otherwise string // the default as it is typed; empty when there is none
	entry     *controls.Entry
	fault     *widget.Label
	together  func() // checks what the value means beside others
	changed   func()
}

func newChoiceField(w *Window, name ledger.SettingName, percent bool, otherwise string) *choiceField {
	f := &choiceField{window: w, name: name, percent: percent, otherwise: otherwise, entry: controls.NewEntry(), fault: faultLabel()}
	f.entry.SetPlaceHolder(otherwise)
	if stored, ok := w.desk.ledger.Setting(name); ok {
		f.entry.SetText(f.typed(stored))
	} else {
		f.entry.SetText(otherwise)
	}
	f.entry.OnChanged = func(string) {
		f.check()
		if f.together != nil {
			f.together()
		}
		if f.changed != nil {
			f.changed()
		}
	}
	return f
}

// faultLabel is the line under a field that says what is wrong with it.
func faultLabel() *widget.Label {
	label := prose("")
	label.Importance = widget.DangerImportance
	label.SizeName = theme.SizeNameCaptionText
	label.Hide()
	return label
}

// blameField shows what is wrong under a field, nothing when all is well.
func blameField(label *widget.Label, text string) bool {
	if text == "" {
		label.Hide()
		return true
	}
	label.SetText(text)
	label.Show()
	return false
}

// typed writes a stored value as it is typed; what cannot be read stays.
func (f *choiceField) typed(stored string) string {
	if !f.percent {
		return stored
	}
	share, err := ledger.ParseShare(stored)
	if err != nil {
		return stored
	}
	return share.Shift(2).String()
}

// value gives what would be stored: empty for the default.
func (f *choiceField) value() string {
	text := strings.TrimSpace(f.entry.Text)
	if days, err := strconv.Atoi(text); err == nil && !f.percent {
		text = strconv.Itoa(days) // without zeros in front
	}
	if text == f.otherwise {
		return ""
	}
	if !f.percent {
		return text
	}
	// Russian writes a comma before decimals.
	percent, err := ledger.ParseAmount(strings.Replace(text, ",", ".", 1))
	if err != nil {
		return text
	}
	return percent.Shift(-2).String()
}

// check says under the field what is wrong with it.
func (f *choiceField) check() bool {
	value := f.value()
	switch {
	case value == "":
		return blameField(f.fault, "")
	case f.percent:
		if _, err := ledger.ParseShare(value); err != nil {
			return blameField(f.fault, f.window.printer.Text("fault.percent"))
		}
	default:
		if _, err := ledger.ParseDays(value); err != nil {
			return blameField(f.fault, f.window.printer.Text("fault.days"))
		}
	}
	return blameField(f.fault, "")
}

// The columns of a row of the dialog.
const (
	choiceLabelWide float32 = 300
	choiceEntryWide float32 = 110
	choiceUnitWide  float32 = 70
)

// row lays the field out: its label, the entry, the unit and a remark, and the
// fault under it.
func (f *choiceField) row(label, remark string) fyne.CanvasObject {
	unit := f.window.printer.Text("choices.unit_days")
	if f.percent {
		unit = "%"
	}
	line := container.New(inColumns{choiceLabelWide, choiceEntryWide, choiceUnitWide},
		look.Text(look.Cut(label, choiceLabelWide-8, look.SizeText, false), look.SizeText, look.Text1, false), f.entry,
		look.Text(unit, look.SizeText, look.Text2, false), look.Text(remark, look.SizeText, look.Text2, false))
	return container.NewVBox(line, container.New(layout.NewCustomPaddedLayout(0, 0, choiceLabelWide+columnApart, 0), f.fault))
}

// inColumns lays objects out beside each other in columns of these widths; the
// last takes what remains. Each stands in the middle of the line.
type inColumns []float32

const columnApart float32 = 8

// Layout is part of Fyne's layout.
func (c inColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, object := range objects {
		width := size.Width - x
		if i < len(c) {
			width = c[i]
		}
		height := object.MinSize().Height
		object.Move(fyne.NewPos(x, (size.Height-height)/2))
		object.Resize(fyne.NewSize(width, height))
		x += width + columnApart
	}
}

// MinSize is part of Fyne's layout.
func (c inColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, object := range objects {
		least := object.MinSize()
		if i < len(c) {
			least.Width = c[i] + columnApart
		}
		size.Width += least.Width
		size.Height = max(size.Height, least.Height)
	}
	return size
}
