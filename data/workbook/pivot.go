package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"summitledger/data/ledger"
)

// pivotField is a column of a table as pivot tables and slicers have it: what
// its cells say, each text once.
type pivotField struct {
	heading, caption string
	place            int // among the columns of the table, from 0
	cell             func(ledger.Ref) value
	items            []string // "" for empty cells
	met              map[string]bool
}

func fieldOf(columns []column, id string) pivotField {
	for i := range columns {
		if columns[i].id == id {
			return pivotField{heading: columns[i].heading, place: i, cell: columns[i].cell, met: map[string]bool{}}
		}
	}
	return pivotField{place: -1, met: map[string]bool{}}
}

func (f *pivotField) text(ref ledger.Ref) string {
	text, _ := cellText(f.cell(ref).text)
	return text
}

func (f *pivotField) meet(text string) {
	if !f.met[text] {
		f.met[text] = true
		f.items = append(f.items, text)
	}
}

// slicer is a slicer of a pivot table.
type slicer struct {
	field   pivotField
	options excelize.SlicerOptions
}

// pivot is a pivot table of the agreements of a workbook. The parts that
// excelize makes hold no items: such a table is empty until Excel has worked it
// out, and its slicers offer nothing. It places them; what they say is written
// here.
type pivot struct {
	book     *book
	sheet    string // on which it stands
	area     string
	source   *sheet
	crossing crossing
	slicers  []slicer
	style    styles
}

// pivotName is the name of the pivot table, which slicers know it by.
const pivotName = "AgreementsPivot"

// pivotCacheNumber ties slicers to what the pivot table remembers.
const pivotCacheNumber = 1

// place makes the parts of the pivot table and of its slicers, before the sheet
// is streamed: for a moment the sheet holds the headings of the table, which
// excelize looks for.
func (p *pivot) place() error {
	file, columns := p.book.file, p.book.columnsOf(ledger.Agreements, p.source.rows)
	headings := make([]any, len(columns))
	for i := range columns {
		headings[i] = columns[i].heading
	}
	if err := file.SetSheetRow(p.sheet, "A1", &headings); err != nil {
		return err
	}
	plain := "!"
	data, err := areaOf(len(columns), 2)
	if err != nil {
		return err
	}
	if err := file.AddPivotTable(&excelize.PivotTableOptions{Name: pivotName, DataRange: p.sheet + plain + data, PivotTableRange: p.sheet + plain + p.area,
		Rows:    []excelize.PivotTableField{{Data: p.crossing.rows.heading}},
		Columns: []excelize.PivotTableField{{Data: p.crossing.columns.heading}},
		Data:    []excelize.PivotTableField{{Data: columns[0].heading, Name: p.book.say("pivot.count"), Subtotal: "Count"}}}); err != nil {
		return err
	}
	for i := range p.slicers {
		options := &p.slicers[i].options
		options.TableSheet, options.TableName = p.sheet, pivotName
		if err := file.AddSlicer(p.sheet, options); err != nil {
			return err
		}
	}
	return errors.Join(p.fill(columns), p.showSlicers())
}

// fill writes what the parts say.
func (p *pivot) fill(columns []column) error {
	file := p.book.file
	cache, err := partOf(file, "xl/pivotCache/pivotCacheDefinition1.xml")
	if err != nil {
		return err
	}
	file.Pkg.Store(cache, []byte(xml.Header+p.cacheMarkup(columns)))
	table, err := partOf(file, "xl/pivotTables/pivotTable1.xml")
	if err != nil {
		return err
	}
	number, err := p.cacheNumber(table)
	if err != nil {
		return err
	}
	file.Pkg.Store(table, []byte(xml.Header+p.tableMarkup(columns, number)))
	name := regexp.MustCompile(`<slicerCacheDefinition[^>]* name="([^"]*)"`)
	for i := range p.slicers {
		path, err := partOf(file, "xl/slicerCaches/slicerCache"+strconv.Itoa(i+1)+".xml")
		if err != nil {
			return err
		}
		made, _ := file.Pkg.Load(path)
		found := name.FindSubmatch(made.([]byte))
		if found == nil {
			return fmt.Errorf("%s has no name", path)
		}
		file.Pkg.Store(path, []byte(xml.Header+p.slicerMarkup(p.slicers[i].field, string(found[1]), p.sheetNumber())))
	}
	return nil
}

// partOf makes sure that a part is where it is looked for.
func partOf(file *excelize.File, path string) (string, error) {
	if _, ok := file.Pkg.Load(path); !ok {
		return "", fmt.Errorf("the workbook has no %s", path)
	}
	return path, nil
}

// cacheNumber is the number under which the workbook lists the cache.
func (p *pivot) cacheNumber(table string) (string, error) {
	made, _ := p.book.file.Pkg.Load(table)
	if found := regexp.MustCompile(`cacheId="(\d+)"`).FindSubmatch(made.([]byte)); found != nil {
		return string(found[1]), nil
	}
	return "", fmt.Errorf("%s names no cache", table)
}

// sheetNumber is the number of the sheet with the pivot table.
func (p *pivot) sheetNumber() int {
	for number, name := range p.book.file.GetSheetMap() {
		if name == p.sheet {
			return number
		}
	}
	return 0
}

// used gives the fields that need items: rows, columns and slicers.
func (p *pivot) used() map[int]pivotField {
	fields := map[int]pivotField{p.crossing.rows.place: p.crossing.rows, p.crossing.columns.place: p.crossing.columns}
	for _, slicer := range p.slicers {
		fields[slicer.field.place] = slicer.field
	}
	return fields
}

const (
	mainNames = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	x14Names  = `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"`
)

// cacheMarkup describes the columns of the table by its name, so that rows that
// are added to it count too. The records themselves are not kept twice: Excel
// reads them when it opens the file.
func (p *pivot) cacheMarkup(columns []column) string {
	var m strings.Builder
	fmt.Fprintf(&m, `<pivotCacheDefinition %s saveData="0" refreshOnLoad="1" refreshedBy="%s" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="%d">`,
		mainNames, attribute(p.book.request.Program), len(p.source.rows))
	fmt.Fprintf(&m, `<cacheSource type="worksheet"><worksheetSource name="%s"/></cacheSource><cacheFields count="%d">`, p.source.table, len(columns))
	used := p.used()
	for i := range columns {
		fmt.Fprintf(&m, `<cacheField name="%s" numFmtId="0">`, attribute(columns[i].heading))
		field, ok := used[i]
		if !ok {
			m.WriteString(`<sharedItems/></cacheField>`)
			continue
		}
		blank := ""
		if field.met[""] {
			blank = ` containsBlank="1"`
		}
		fmt.Fprintf(&m, `<sharedItems%s count="%d">`, blank, len(field.items))
		for _, item := range field.items {
			if item == "" {
				m.WriteString(`<m/>`)
				continue
			}
			fmt.Fprintf(&m, `<s v="%s"/>`, attribute(item))
		}
		m.WriteString(`</sharedItems></cacheField>`)
	}
	fmt.Fprintf(&m, `</cacheFields><extLst><ext %s uri="%s"><x14:pivotCacheDefinition pivotCacheId="%d"/></ext></extLst></pivotCacheDefinition>`,
		x14Names, excelize.ExtURIPivotCacheDefinition, pivotCacheNumber)
	return m.String()
}

// tableMarkup describes the pivot table: which column stands where, and every
// row and column that the sheet already shows.
func (p *pivot) tableMarkup(columns []column, cache string) string {
	var m strings.Builder
	rows, across := p.crossing.rows, p.crossing.columns
	fmt.Fprintf(&m, `<pivotTableDefinition %s name="%s" cacheId="%s" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1"`,
		mainNames, pivotName, cache)
	fmt.Fprintf(&m, ` dataCaption="%s" grandTotalCaption="%s" updatedVersion="6" minRefreshableVersion="3" itemPrintTitles="1" createdVersion="6" indent="0" outline="1" outlineData="1" multipleFieldFilters="0" rowHeaderCaption="%s" colHeaderCaption="%s">`,
		attribute(p.book.say("pivot.count")), attribute(p.book.say("sum")), attribute(rows.caption), attribute(across.caption))
	fmt.Fprintf(&m, `<location ref="%s" firstHeaderRow="1" firstDataRow="2" firstDataCol="1"/><pivotFields count="%d">`, p.area, len(columns))
	used := p.used()
	for i := range columns {
		field, ok := used[i]
		switch {
		case i == 0:
			m.WriteString(`<pivotField dataField="1" showAll="0"/>`)
			continue
		case !ok:
			m.WriteString(`<pivotField showAll="0"/>`)
			continue
		}
		axis := map[int]string{rows.place: ` axis="axisRow"`, across.place: ` axis="axisCol"`}[i]
		fmt.Fprintf(&m, `<pivotField%s showAll="0"><items count="%d">`, axis, len(field.items)+1)
		for x, item := range field.items {
			if item == "" {
				fmt.Fprintf(&m, `<item n="%s" x="%d"/>`, attribute(p.book.say("pivot.blank")), x)
				continue
			}
			fmt.Fprintf(&m, `<item x="%d"/>`, x)
		}
		m.WriteString(`<item t="default"/></items></pivotField>`)
	}
	m.WriteString(`</pivotFields>`)
	axis := func(name string, field pivotField) {
		fmt.Fprintf(&m, `<%sFields count="1"><field x="%d"/></%sFields><%sItems count="%d">`, name, field.place, name, name, len(field.items)+1)
		for x := range field.items {
			if x == 0 {
				m.WriteString(`<i><x/></i>`)
				continue
			}
			fmt.Fprintf(&m, `<i><x v="%d"/></i>`, x)
		}
		fmt.Fprintf(&m, `<i t="grand"><x/></i></%sItems>`, name)
	}
	axis("row", rows)
	axis("col", across)
	fmt.Fprintf(&m, `<dataFields count="1"><dataField name="%s" fld="0" subtotal="count" baseField="0" baseItem="0"/></dataFields>`, attribute(p.book.say("pivot.count")))
	m.WriteString(`<pivotTableStyleInfo name="PivotStyleLight1" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>`)
	return m.String()
}

// slicerMarkup lists what a slicer offers, all of it chosen.
func (p *pivot) slicerMarkup(field pivotField, name string, sheet int) string {
	var m strings.Builder
	fmt.Fprintf(&m, `<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="%s" sourceName="%s">`, name, attribute(field.heading))
	fmt.Fprintf(&m, `<pivotTables><pivotTable tabId="%d" name="%s"/></pivotTables><data><tabular pivotCacheId="%d"><items count="%d">`, sheet, pivotName, pivotCacheNumber, len(field.items))
	for x := range field.items {
		fmt.Fprintf(&m, `<i x="%d" s="1"/>`, x)
	}
	m.WriteString(`</items></tabular></data></slicerCacheDefinition>`)
	return m.String()
}

// attribute writes a text as the value of an attribute.
func attribute(text string) string { return string(appendText(nil, text)) }

// showSlicers ties the slicers to the sheet once it is written: streaming loses
// what stands at its end. Programs without slicers say in the reader's language
// what stands there.
func (p *pivot) showSlicers() error {
	path := sheetPath(p.sheetNumber())
	list, err := relation(p.book.file, "xl/worksheets/_rels/"+strings.TrimPrefix(path, "xl/worksheets/")+".rels", excelize.SourceRelationshipSlicer)
	if err != nil {
		return err
	}
	drawings, err := relation(p.book.file, "xl/worksheets/_rels/"+strings.TrimPrefix(path, "xl/worksheets/")+".rels", excelize.SourceRelationshipDrawingML)
	if err != nil {
		return err
	}
	said := regexp.MustCompile(`<a:t>(This shape represents a table slicer|If the shape was modified)[^<]*</a:t>`)
	p.book.changes["xl/"+strings.TrimPrefix(drawings.Target, "../")] = func(part []byte) []byte {
		return said.ReplaceAllFunc(part, func(text []byte) []byte {
			if strings.HasPrefix(string(text), "<a:t>This") {
				return []byte("<a:t>" + attribute(p.book.say("pivot.fallback")) + "</a:t>")
			}
			return []byte("<a:t></a:t>")
		})
	}
	p.book.changes[path] = func(part []byte) []byte {
		end := fmt.Sprintf(`<extLst><ext %s uri="%s"><x14:slicerList><x14:slicer r:id="%s"/></x14:slicerList></ext></extLst></worksheet>`, x14Names, excelize.ExtURISlicerListX14, list.ID)
		return []byte(strings.TrimSuffix(string(part), "</worksheet>") + end)
	}
	return nil
}

// relationship is how a part refers to another.
type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:",attr"`
	Target string `xml:",attr"`
}

// relation finds the part of a kind that another part refers to.
func relation(file *excelize.File, path, kind string) (relationship, error) {
	stored, ok := file.Relationships.Load(path)
	if !ok {
		return relationship{}, fmt.Errorf("%s is missing", path)
	}
	markup, err := xml.Marshal(stored)
	if err != nil {
		return relationship{}, err
	}
	var list struct{ Relationship []relationship }
	if err := xml.Unmarshal(markup, &list); err != nil {
		return relationship{}, err
	}
	for _, one := range list.Relationship {
		if one.Type == kind {
			return one, nil
		}
	}
	return relationship{}, fmt.Errorf("%s names no %s", path, kind)
}
