package workbook

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// The measures of printed pages.
const (
	paperA4 = 9
	// onePage is how many characters of width one landscape page of A4 holds
	// at half size, the smallest that readers can be asked to read.
	onePage = 290
	// rowsOnOnePage is how many rows of a list may be fitted to one page.
	rowsOnOnePage = 60
)

// setPage sets a sheet up for A4 paper, landscape, as wide as the page. A
// sheet too wide to be read at that size takes several pages side by side,
// each with the first column again.
func (b *book) setPage(name string, records bool, widths []float64) error {
	total := 0.0
	for _, width := range widths {
		total += width
	}
	across := max(1, int(math.Ceil(total/onePage)))
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: pointer(paperA4), Orientation: pointer("landscape"),
		FitToWidth: &across, FitToHeight: pointer(0), PageOrder: pointer("overThenDown")}); err != nil {
		return err
	}
	margin := 0.45
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin,
		Bottom: pointer(0.7), Header: pointer(0.3), Footer: pointer(0.3)}); err != nil {
		return err
	}
	if !b.request.Publication { // which has none: headers and footers are not read out
		if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: b.footer()}); err != nil {
			return err
		}
	}
	if !records {
		return nil
	}
	repeated := cellAddress(name, "$1:$1")
	if across > 1 {
		repeated = cellAddress(name, "$A:$A") + "," + repeated
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: repeated, Scope: name})
}

// longestInFooter keeps the footer within the 255 signs that Excel allows.
const longestInFooter = 90

// footer has the name of the workbook, of the sheet, and the page of pages.
func (b *book) footer() string {
	p, v := b.request.Printer, b.request.View
	name := strings.ReplaceAll(cutUnits(strings.Join(strings.Fields(b.name()), " "), longestInFooter), "&", "&&")
	if name != "" && name[0] >= '0' && name[0] <= '9' {
		name = " " + name // or Excel takes the digit for part of the size of type
	}
	day := p.Text("workbook.footer.as_of", p.Day(v.AsOf().Happened))
	return "&L&8" + name + " · " + day + "&C&8&A&R&8" + p.Text("workbook.footer.page", "&P", "&N")
}

// name is what the workbook is called: after the summit, and what of it.
func (b *book) name() string { return workbookName(b.request) }

func workbookName(r Request) string {
	l := r.View.Ledger()
	name := r.Title
	if summit := l.Summit(); summit.Exists() {
		name = r.Printer.Title(l, summit)
		if r.Title != "" && r.Title != name {
			name += ": " + r.Title
		}
	}
	if name == "" {
		name = r.Program
	}
	if r.Generated && !strings.Contains(name, r.Printer.Text("workbook.generated")) {
		name = r.Printer.Text("workbook.generated") + " · " + name
	}
	return name
}

// setProperties fills in the properties of the document. The times are those
// of the request, so that the same request gives the same workbook.
func setProperties(file *excelize.File, r Request) error {
	now := r.Now
	if now.IsZero() {
		now = r.View.AsOf().Known.Time()
	}
	made := now.UTC().Format(time.RFC3339)
	title, _ := cellText(workbookName(r))
	asOf := r.View.AsOf()
	if err := file.SetDocProps(&excelize.DocProperties{Title: title, Creator: r.Program, LastModifiedBy: r.Program, Created: made, Modified: made,
		Language: string(r.Printer.Language()), Subject: subjectOf(r), Keywords: keywordsOf(r),
		Description: r.Printer.Text("workbook.description", r.Printer.Day(asOf.Happened), r.Printer.Day(asOf.Known))}); err != nil {
		return err
	}
	own := []excelize.CustomProperty{{Name: "AsOf", Value: asOf.Happened.String()}, {Name: "KnownBy", Value: asOf.Known.String()}, {Name: "CountAt", Value: r.CountAt.String()},
		{Name: "Filter", Value: filtersOf(r)}, {Name: "Workspace", Value: r.Origin.Workspace}, {Name: "Revision", Value: strconv.FormatInt(r.Origin.Revision, 10)}}
	for _, property := range own {
		if property.Value == "" {
			continue
		}
		if err := file.SetCustomProps(property); err != nil {
			return err
		}
	}
	return file.SetAppProps(&excelize.AppProperties{Application: strings.TrimSpace(r.Program + " " + r.Version)})
}

// subjectOf gives days, places and countries of the summit.
func subjectOf(r Request) string {
	l := r.View.Ledger()
	if summit := l.Summit(); summit.Exists() {
		text, _ := cellText(summitLine(l, r.Printer, summit))
		return text
	}
	return ""
}

// keywordsOf names the records that a workbook holds.
func keywordsOf(r Request) string {
	var words []string
	for _, kind := range tableOrder() {
		if r.Selections == nil && r.View.Len(kind) > 0 || slices.ContainsFunc(r.Selections, func(s Selection) bool { return s.Kind == kind }) {
			words = append(words, r.Printer.Table(kind))
		}
	}
	return strings.Join(words, "; ")
}

// filtersOf says in words which rows were chosen, within the 255 signs that a
// property holds.
func filtersOf(r Request) string {
	var words []string
	for _, selection := range r.Selections {
		if selection.Filter != "" {
			words = append(words, r.Printer.Table(selection.Kind)+": "+selection.Filter)
		}
	}
	text, _ := cellText(strings.Join(words, "; "))
	return cutUnits(text, 255)
}

// withoutFilters takes the buttons of filters from the tables: they are read out
// as part of every heading.
func (b *book) withoutFilters() {
	filter := regexp.MustCompile(`<autoFilter[^>]*(/>|></autoFilter>)`)
	for number := 1; ; number++ {
		path := "xl/tables/table" + strconv.Itoa(number) + ".xml"
		markup, ok := b.file.Pkg.Load(path)
		if !ok {
			return
		}
		b.file.Pkg.Store(path, filter.ReplaceAll(markup.([]byte), nil))
	}
}
