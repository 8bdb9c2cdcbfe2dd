package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/ui/controls"
	"summitledger/ui/look"
)

// previewChoices is what is printed and on what: report, record, paper,
// orientation and language.
type previewChoices struct {
	OnChange func()

	window  *Window
	own     *paper // of the tab or of a figure; nil for none
	records []ledger.Ref
	turns   []controls.Option

	report, record, size, turn, language  *controls.Choice
	find                                  *controls.Entry
	recordField, findField, languageField *fyne.Container
	all                                   []fyne.CanvasObject
}

// IDs of the choices.
const (
	ownPaper   = "own"
	upright    = "upright"
	onItsSide  = "side"
	mostOffers = 60 // records that a menu lists
)

// Widths of the choices.
const (
	chooseReport   = 190
	chooseRecord   = 280
	chooseFind     = 150
	choosePaper    = 120
	chooseLanguage = 130
)

func newPreviewChoices(w *Window, first string, own *paper) *previewChoices {
	p := w.printer
	c := &previewChoices{window: w, own: own, find: entryWith(p.Text("preview.find"))}
	var reports []controls.Option
	if own != nil && first == ownPaper {
		reports = append(reports, c.ownOption())
	}
	for _, name := range report.Names() {
		reports = append(reports, controls.Option{ID: name, Text: locale.Capital(p.Text(reportName(name)))})
	}
	if own != nil && first != ownPaper {
		reports = append(reports, c.ownOption())
	}
	c.report = choices(reports)
	c.report.Set("", reports, first)
	c.record = choices([]controls.Option{{}})
	papers := make([]controls.Option, len(report.Papers()))
	for i, name := range report.Papers() {
		papers[i] = controls.Option{ID: name, Text: name}
	}
	c.size = choices(papers)
	c.turns = []controls.Option{{ID: upright, Text: p.Text("preview.turn.upright")}, {ID: onItsSide, Text: p.Text("preview.turn.side")}}
	c.turn = choices(c.turns)
	c.turnFor(first)
	var languages []controls.Option
	for _, language := range locale.Languages() {
		languages = append(languages, controls.Option{ID: string(language), Text: p.Text("language." + string(language))})
	}
	c.language = choices(languages)
	c.language.Set("", languages, string(p.Language()))
	field := func(key string, width float32, object fyne.CanvasObject) *fyne.Container {
		return previewField(p.Text(key), width, object)
	}
	c.recordField, c.findField = field("preview.record", chooseRecord, c.record), field("preview.find", chooseFind, c.find)
	c.languageField = field("preview.language", chooseLanguage, c.language)
	c.all = []fyne.CanvasObject{field("preview.report", chooseReport, c.report), c.recordField, c.findField,
		field("preview.paper", choosePaper, c.size), field("preview.turn", choosePaper, c.turn), c.languageField}
	changed := func(string) {
		if c.OnChange != nil {
			c.OnChange()
		}
	}
	c.report.OnChoose = func(id string) { c.turnFor(id); c.offer(""); changed(id) }
	c.record.OnChoose, c.size.OnChoose, c.turn.OnChoose, c.language.OnChoose = changed, changed, changed, changed
	c.find.OnChanged = func(words string) {
		before := c.record.Current()
		if c.offer(words); c.record.Current() != before {
			changed("")
		}
	}
	c.offer("")
	return c
}

// ownOption offers the paper of the tab or of a figure.
func (c *previewChoices) ownOption() controls.Option {
	return controls.Option{ID: ownPaper, Text: c.window.printer.Text(c.own.question + ".name")}
}

// turnFor lays the sheet on its side for a table that is too wide for an upright
// one.
func (c *previewChoices) turnFor(name string) {
	if name == ownPaper && c.own.request.Paper.Landscape {
		c.turn.Set("", c.turns, onItsSide)
	}
}

// previewField is a control of a width under its label.
func previewField(label string, width float32, object fyne.CanvasObject) *fyne.Container {
	return container.NewVBox(look.Text(label, look.SizeNote, look.Text2, false), container.NewGridWrap(fyne.NewSize(width, 32), object))
}

// reportName is the catalogue key of the name of a report.
func reportName(name string) string {
	if name == report.BriefReport {
		return "report.brief"
	}
	return "reports." + name
}

func (c *previewChoices) fields() []fyne.CanvasObject { return c.all }

// offer lists the records that the chosen report can be about and whose title
// has the words. What was chosen stays chosen as long as it has them.
func (c *previewChoices) offer(words string) {
	name := c.report.Current()
	needs := name != ownPaper && report.NeedsRecord(name)
	visible := func(field *fyne.Container, shown bool) {
		if shown {
			field.Show()
		} else {
			field.Hide()
		}
	}
	visible(c.recordField, needs)
	visible(c.findField, needs && name == report.RecordReport)
	visible(c.languageField, name != ownPaper)
	if !needs {
		return
	}
	d := c.window.desk
	kinds := map[string][]ledger.Kind{report.ClaimReport: {ledger.Claims}, report.FundReport: {ledger.Funds},
		report.RecordReport: {ledger.Deals, ledger.Agreements, ledger.Promises, ledger.Funds, ledger.Tracks, ledger.Claims}}[name]
	words = strings.ToLower(strings.TrimSpace(words))
	c.records = c.records[:0]
	add := func(ref ledger.Ref) {
		if len(c.records) < mostOffers && slices.Contains(kinds, ref.Kind) && !slices.Contains(c.records, ref) &&
			strings.Contains(strings.ToLower(d.printer.Title(d.ledger, ref)+" "+d.ledger.Name(ref)), words) {
			c.records = append(c.records, ref)
		}
	}
	if shown, ok := c.window.record.shown(); ok {
		add(shown) // the record that is open is the one that is meant
	}
	for _, kind := range kinds {
		for ref := range d.view.All(kind) {
			if add(ref); len(c.records) == mostOffers {
				break
			}
		}
	}
	options := make([]controls.Option, len(c.records))
	for i, ref := range c.records {
		options[i] = controls.Option{ID: d.ledger.Name(ref), Text: d.printer.Title(d.ledger, ref)}
	}
	current := c.record.Current()
	if !slices.ContainsFunc(options, func(o controls.Option) bool { return o.ID == current }) {
		current = ""
		if len(options) > 0 {
			current = options[0].ID
		}
	}
	c.record.Set("", options, current)
}

// chosen gives the paper that is chosen, or says why there is none.
func (c *previewChoices) chosen() (one paper, refused string) {
	w := c.window
	on := report.Paper{Size: c.size.Current(), Landscape: c.turn.Current() == onItsSide}
	name := c.report.Current()
	if name == ownPaper {
		one = *c.own
		one.request.Paper = on
		return one, ""
	}
	subject := ledger.NoRef()
	if report.NeedsRecord(name) {
		at := slices.IndexFunc(c.records, func(ref ledger.Ref) bool { return w.desk.ledger.Name(ref) == c.record.Current() })
		if at < 0 && c.find.Text != "" && name == report.RecordReport {
			return one, w.printer.Text("preview.no_match")
		}
		if at < 0 {
			return one, w.printer.Text("preview.no_record")
		}
		subject = c.records[at]
	}
	request := w.briefRequest()
	request.Paper = on
	if language := locale.Language(c.language.Current()); language != w.printer.Language() {
		printer, err := locale.New(language)
		if err != nil {
			return one, err.Error()
		}
		request.Printer = printer
	}
	title := w.baseName()
	if name != report.BriefReport {
		title += " " + name
	}
	return paper{title: title, question: "print.report", request: request, plan: func(ctx context.Context, request report.Request) (*report.Plan, error) {
		return report.PlanReport(ctx, request, name, subject)
	}}, ""
}
