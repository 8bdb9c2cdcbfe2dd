package workbook

import (
	"github.com/xuri/excelize/v2"

	"summitledger/data/locale"
	"summitledger/data/query"
)

// The colours of the program's light theme, as Excel writes them.
const (
	ink      = "1A1B1E"
	softInk  = "4A4B4F"
	paleInk  = "66666A"
	accent   = "104882"
	onAccent = "FFFFFF"
	tint     = "DFE8F3"
	hairline = "DAD7CF"
	brick    = "A42F34"
)

const dateFormat = "yyyy-mm-dd"

// styles are the looks of cells, made once per workbook.
type styles struct {
	byForm                                         [calendarDay + 1]int
	header, derivedHeader                          int
	banner, title, subtitle, section, label, value int
	note, day, columnHead, rightHead, sheetLink    int
	listText, listIndented, listMuted              int

	family                          string
	link, textHead, numberHead      int // a link outside of tables; heads of columns
	row, number, money, rate, share int // cells of worked-out sheets
	rowDay                          int
	total, totalNumber, totalMoney  int // under a rule
	card, cardQuiet, cardNote       int
	group, groupNumber              int
	groupInner                      [query.MostGroups]int // labels of groups, set in by their level
	good, bad, open                 int
}

// fontFamily is a typeface that Excel has for the language.
func fontFamily(language locale.Language) string {
	if language == locale.Japanese {
		return "Yu Gothic"
	}
	return "Calibri"
}

// styleMaker makes styles until the first one fails.
type styleMaker struct {
	file   *excelize.File
	family string
	err    error
}

func (m *styleMaker) style(font excelize.Font, alignment excelize.Alignment, change func(*excelize.Style)) int {
	if m.err != nil {
		return 0
	}
	font.Family = m.family
	style := excelize.Style{Font: &font, Alignment: &alignment}
	if change != nil {
		change(&style)
	}
	id, err := m.file.NewStyle(&style)
	m.err = err
	return id
}

func newStyles(file *excelize.File, language locale.Language, publication bool) (styles, error) {
	m := &styleMaker{file: file, family: fontFamily(language)}
	if m.err = file.SetDefaultFont(m.family); m.err != nil {
		return styles{}, m.err
	}
	top := excelize.Alignment{Vertical: "top"}
	number := excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}
	body := excelize.Font{Size: 11, Color: ink}
	framed := func(s *excelize.Style) {
		s.Border = append(line("bottom", hairline, 1), line("right", hairline, 1)...)
	}
	formatted := func(format string) func(*excelize.Style) {
		return func(s *excelize.Style) { framed(s); s.CustomNumFmt = &format }
	}
	var s styles
	s.byForm[nothing] = m.style(body, top, framed)
	s.byForm[plainText] = s.byForm[nothing]
	s.byForm[linkText] = m.style(excelize.Font{Size: 11, Color: accent, Underline: "single"}, top, framed)
	s.byForm[wholeNumber] = m.style(body, number, formatted("#,##0"))
	s.byForm[fraction] = m.style(body, number, formatted("#,##0.0#####"))
	s.byForm[calendarDay] = m.style(body, excelize.Alignment{Vertical: "top", Horizontal: "left"}, formatted(dateFormat))
	heading := excelize.Alignment{Vertical: "center", WrapText: true}
	if publication { // nothing is said by colour or shading alone
		s.header = m.style(excelize.Font{Size: 12, Bold: true, Color: ink}, heading, nil)
		s.derivedHeader = s.header
	} else {
		s.header = m.style(excelize.Font{Size: 11, Bold: true, Color: onAccent}, heading, fill(accent))
		s.derivedHeader = m.style(excelize.Font{Size: 11, Bold: true, Color: accent}, heading, fill(tint))
	}
	s.coverStyles(m, publication)
	s.pageStyles(m, publication)
	return s, m.err
}

// coverStyles makes the styles of the cover.
func (s *styles) coverStyles(m *styleMaker, publication bool) {
	left := excelize.Alignment{Vertical: "center", Horizontal: "left"}
	wrapped := excelize.Alignment{Vertical: "center", Horizontal: "left", WrapText: true}
	middle := excelize.Alignment{Vertical: "center", Horizontal: "left"}
	if publication { // large letters without shading
		s.banner = m.style(excelize.Font{Size: 26, Bold: true, Color: brick}, middle, nil)
	} else {
		s.banner = m.style(excelize.Font{Size: 26, Bold: true, Color: onAccent}, middle, fill(brick))
	}
	s.title = m.style(excelize.Font{Size: 22, Bold: true, Color: ink}, wrapped, nil)
	s.subtitle = m.style(excelize.Font{Size: 13, Color: softInk}, wrapped, nil)
	s.section = m.style(excelize.Font{Size: 13, Bold: true, Color: accent}, excelize.Alignment{Vertical: "bottom"}, func(style *excelize.Style) {
		style.Border = line("bottom", accent, 2)
	})
	s.label = m.style(excelize.Font{Size: 11, Color: softInk}, left, nil)
	s.value = m.style(excelize.Font{Size: 11, Bold: true, Color: ink}, left, nil)
	s.note = m.style(excelize.Font{Size: 11, Color: softInk}, wrapped, nil)
	format := dateFormat
	s.day = m.style(excelize.Font{Size: 11, Bold: true, Color: ink}, left, func(style *excelize.Style) { style.CustomNumFmt = &format })
	underline := func(style *excelize.Style) { style.Border = line("bottom", hairline, 1) }
	s.columnHead = m.style(excelize.Font{Size: 10, Color: paleInk}, middle, underline)
	s.rightHead = m.style(excelize.Font{Size: 10, Color: paleInk}, excelize.Alignment{Vertical: "center", Horizontal: "right"}, underline)
	s.sheetLink = m.style(excelize.Font{Size: 11, Color: accent, Underline: "single"}, left, underline)
	s.listText = m.style(excelize.Font{Size: 11, Color: ink}, wrapped, underline)
	s.listIndented = m.style(excelize.Font{Size: 11, Color: ink}, excelize.Alignment{Vertical: "center", Horizontal: "left", Indent: 1, WrapText: true}, underline)
	s.listMuted = m.style(excelize.Font{Size: 11, Color: paleInk}, wrapped, underline)
}

// pageStyles makes the styles of the worked-out sheets.
func (s *styles) pageStyles(m *styleMaker, publication bool) {
	fill := fill
	if publication { // nothing is shaded
		fill = func(string) func(*excelize.Style) { return func(*excelize.Style) {} }
	}
	s.family = m.family
	text := excelize.Alignment{Vertical: "center", Horizontal: "left", WrapText: true}
	right := excelize.Alignment{Vertical: "center", Horizontal: "right", Indent: 1}
	body, bold := excelize.Font{Size: 11, Color: ink}, excelize.Font{Size: 11, Bold: true, Color: ink}
	underlined := func(format string) func(*excelize.Style) {
		return func(style *excelize.Style) {
			style.Border = line("bottom", hairline, 1)
			if format != "" {
				style.CustomNumFmt = &format
			}
		}
	}
	ruled := func(format string) func(*excelize.Style) {
		return func(style *excelize.Style) {
			style.Border = append(line("top", ink, 1), line("bottom", hairline, 1)...)
			if format != "" {
				style.CustomNumFmt = &format
			}
		}
	}
	const count, amount, percent = "#,##0;[Red]\u2212#,##0", "#,##0;[Red]\u2212#,##0", "0.0%"
	s.numberHead = m.style(excelize.Font{Size: 10, Color: paleInk}, excelize.Alignment{Vertical: "center", Horizontal: "right", Indent: 1, WrapText: true}, underlined(""))
	s.textHead = m.style(excelize.Font{Size: 10, Color: paleInk}, text, underlined(""))
	s.link = m.style(excelize.Font{Size: 11, Color: accent, Underline: "single"}, text, nil)
	s.row, s.number, s.money = m.style(body, text, underlined("")), m.style(body, right, underlined(count)), m.style(body, right, underlined(amount))
	s.rowDay = m.style(body, text, underlined(dateFormat))
	s.rate, s.share = m.style(body, right, underlined("#,##0.####")), m.style(body, right, underlined(percent))
	s.total, s.totalNumber, s.totalMoney = m.style(bold, text, ruled("")), m.style(body, right, ruled(count)), m.style(body, right, ruled(amount))
	framed := func(colour string) func(*excelize.Style) {
		return func(style *excelize.Style) {
			style.Border = append(append(line("bottom", hairline, 1), line("left", hairline, 1)...), append(line("right", hairline, 1), line("top", hairline, 1)...)...)
			if colour != "" {
				fill(colour)(style)
			}
		}
	}
	top := excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true}
	s.card, s.cardQuiet = m.style(excelize.Font{Size: 10, Color: ink}, top, framed("")), m.style(excelize.Font{Size: 10, Color: paleInk}, top, framed("F4F3EF"))
	s.cardNote = m.style(excelize.Font{Size: 10, Color: softInk}, text, nil)
	for level := range s.groupInner {
		s.groupInner[level] = m.style(bold, excelize.Alignment{Vertical: "center", Horizontal: "left", WrapText: true, Indent: 2 * level}, fill("F4F3EF"))
	}
	s.group, s.groupNumber = m.style(bold, text, fill("F4F3EF")), m.style(bold, right, func(style *excelize.Style) {
		fill("F4F3EF")(style)
		format := amount
		style.CustomNumFmt = &format
	})
	s.good = m.style(excelize.Font{Size: 11, Color: "138E71"}, text, underlined(""))
	s.bad = m.style(excelize.Font{Size: 11, Bold: true, Color: brick}, text, underlined(""))
	s.open = m.style(excelize.Font{Size: 11, Color: paleInk}, text, underlined(""))
}

func fill(colour string) func(*excelize.Style) {
	return func(s *excelize.Style) {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
}

func line(side, colour string, weight int) []excelize.Border {
	return []excelize.Border{{Type: side, Color: colour, Style: weight}}
}
