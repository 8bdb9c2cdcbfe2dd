package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/klauspost/compress/flate"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// rewritten gives a workbook with some of its parts changed, by path, and with
// more added.
func rewritten(t *testing.T, content []byte, change map[string]func(string) string, add func(*zip.Writer)) string {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, part := range parts(t, content) {
		if change[name] != nil {
			part = change[name](part)
		}
		file, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(file, part); err != nil {
			t.Fatal(err)
		}
	}
	if add != nil {
		add(archive)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hostile.xlsx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// bomb adds a part of so many zeros that says how long it is, or another
// length.
func bomb(t *testing.T, archive *zip.Writer, name string, length int, says uint64) {
	t.Helper()
	var packed bytes.Buffer
	packer, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	zeros, checksum := make([]byte, 1<<20), uint32(0)
	for range length >> 20 {
		if _, err := packer.Write(zeros); err != nil {
			t.Fatal(err)
		}
		checksum = crc32.Update(checksum, crc32.IEEETable, zeros)
	}
	if err := packer.Close(); err != nil {
		t.Fatal(err)
	}
	part, err := archive.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: checksum, CompressedSize64: uint64(packed.Len()), UncompressedSize64: says})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := packed.WriteTo(part); err != nil {
		t.Fatal(err)
	}
}

// What was made to harm, or is no workbook to be taken back, is refused by
// name before it takes memory.
func TestHostileFilesAreRefused(t *testing.T) {
	var whole bytes.Buffer
	r := request(t, ledger.Generate(3, 3, 1, today()), locale.English)
	if err := workbook.WriteTo(t.Context(), &whole, r); err != nil {
		t.Fatal(err)
	}
	agreements := recordPart(t, whole.Bytes(), "generated-agreement-0")
	const half = 256 << 20
	cut := filepath.Join(t.TempDir(), "cut.xlsx")
	if err := os.WriteFile(cut, whole.Bytes()[:whole.Len()*2/3], 0o600); err != nil {
		t.Fatal(err)
	}
	huge := filepath.Join(t.TempDir(), "huge.xlsx")
	if err := os.WriteFile(huge, whole.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 300<<20); err != nil { // zeros that take no room on the disk
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		path string
		want workbook.Refusal // "": read, since what harms is left alone
	}{
		{"macros", rewritten(t, whole.Bytes(), nil, func(archive *zip.Writer) { bomb(t, archive, "xl/vbaProject.bin", 1<<20, 1<<20) }), workbook.WithMacros},
		{"cut", cut, workbook.NotAWorkbook},
		{"larger than is read", huge, workbook.TooLarge},
		{"unpacks to 768 MB", rewritten(t, whole.Bytes(), nil, func(archive *zip.Writer) {
			for _, name := range []string{"xl/media/1", "xl/media/2", "xl/media/3"} {
				bomb(t, archive, name, half, half)
			}
		}), workbook.TooLarge},
		{"unpacks to more than it says", rewritten(t, whole.Bytes(), nil, func(archive *zip.Writer) { bomb(t, archive, "xl/media/1", half, 100) }), ""},
		{"too many rows", rewritten(t, whole.Bytes(), map[string]func(string) string{agreements: func(sheet string) string {
			var rows strings.Builder
			for row := 5; row <= 250_005; row++ {
				fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, row, row)
			}
			return strings.Replace(sheet, "</sheetData>", rows.String()+"</sheetData>", 1)
		}, tableOf(t, whole.Bytes(), "Agreements"): func(table string) string {
			return strings.ReplaceAll(table, `4"`, `1048576"`)
		}}, nil), workbook.TooLarge},
		{"rows without numbers", rewritten(t, whole.Bytes(), map[string]func(string) string{agreements: func(sheet string) string {
			return strings.Replace(sheet, "</sheetData>", strings.Repeat("<row spans='1:1'><c><v>1</v></c></row>", 100_000)+"</sheetData>", 1)
		}}, nil), workbook.NotAWorkbook},
		{"a row that is not numbered as rows are", rewritten(t, whole.Bytes(), map[string]func(string) string{agreements: func(sheet string) string {
			return strings.Replace(sheet, `<row r="2">`, `<row r="99999999999">`, 1)
		}}, nil), workbook.NotAWorkbook},
		{"no memory of the export", rewritten(t, whole.Bytes(), map[string]func(string) string{"xl/workbook.xml": func(book string) string {
			return strings.Replace(book, `"_meta"`, `"_other"`, 1)
		}}, nil), workbook.NotExported},
	} {
		t.Run(c.name, func(t *testing.T) {
			var edited *workbook.Edited
			var err error
			debug.FreeOSMemory()
			before := memoryNow()
			most := mostMemory(func() { edited, err = workbook.Read(t.Context(), c.path) })
			if more := most.held - before.held; more > 1<<30 { // what a workbook may unpack to, twice
				t.Errorf("took %d MB", more>>20)
			}
			if err == nil && c.want == "" {
				err = edited.Close()
				if err != nil {
					t.Error(err)
				}
				return
			}
			var refused *workbook.Refused
			if !errors.As(err, &refused) || refused.Reason != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
		})
	}
}

// recordPart finds the sheet that holds a text.
func recordPart(t *testing.T, content []byte, text string) string {
	t.Helper()
	for name, part := range parts(t, content) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") && strings.Contains(part, `<c r="A2" s="1" t="inlineStr"><is><t>`+text+"<") {
			return name
		}
	}
	t.Fatalf("no sheet begins with %s", text)
	return ""
}

// tableOf finds the part of a table of Excel.
func tableOf(t *testing.T, content []byte, table string) string {
	t.Helper()
	for name, part := range parts(t, content) {
		if strings.HasPrefix(name, "xl/tables/") && strings.Contains(part, `name="`+table+`"`) {
			return name
		}
	}
	t.Fatalf("no table %s", table)
	return ""
}
