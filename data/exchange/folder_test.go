package exchange_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/summits"
)

func bundledFolder(t testing.TB) fs.FS {
	t.Helper()
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// copied gives the bundled folder as a map that a test may spoil.
func copied(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	folder := bundledFolder(t)
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		content, err := fs.ReadFile(folder, entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name()] = &fstest.MapFile{Data: content}
	}
	return files
}

func TestWrittenFolderIsByteIdentical(t *testing.T) {
	summit, err := exchange.Read(bundledFolder(t), ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	target := t.TempDir()
	if err := exchange.WriteFolder(target, summit); err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(bundledFolder(t), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		want, err := fs.ReadFile(bundledFolder(t), entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(target, entry.Name()))
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the bundled file", entry.Name())
		}
	}
	written, err := os.ReadDir(target)
	if err != nil {
		t.Fatal(err)
	}
	if len(written) != len(entries) {
		t.Errorf("%d files written, the bundled folder has %d", len(written), len(entries))
	}
}

func TestZipReadsAsTheFolder(t *testing.T) {
	name := filepath.Join(t.TempDir(), "summit.zip")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	archive := zip.NewWriter(file)
	for path, content := range copied(t) {
		out, err := archive.Create("japan-russia-2016/" + path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(content.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(archive.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	summit, err := exchange.Open(name, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	if got := summit.Ledger.Len(ledger.Agreements); got != 123 {
		t.Errorf("%d agreements, want 123", got)
	}
}

// Each case spoils one thing of the real folder; all that it breaks is
// reported, with file, row, column, value and what was expected.
func TestFaultsAreReported(t *testing.T) {
	for _, c := range []struct {
		name, file, old, new string
		want                 ledger.Fault
	}{
		{"a word outside the vocabulary", "agreements.csv", "memorandum_of_understanding,unknown,government,economic,agriculture", "memo,unknown,government,economic,agriculture",
			ledger.Fault{File: "agreements.csv", Line: 2, Column: "instrument", Value: "memo", Code: ledger.FaultWord}},
		{"a month that does not exist", "agreements.csv", ",,2016-12-16,yes,", ",,2016-13-16,yes,",
			ledger.Fault{File: "agreements.csv", Line: 2, Column: "signed_on", Value: "2016-13-16", Code: ledger.FaultDate}},
		{"an amount with a thousands separator", "deals.csv", "3000000000,USD", `"3,000,000,000",USD`,
			ledger.Fault{File: "deals.csv", Line: 4, Column: "amount", Value: "3,000,000,000", Code: ledger.FaultAmount}},
		{"an unknown currency", "rates.csv", "USD,JPY", "USD,JPX",
			ledger.Fault{File: "rates.csv", Line: 2, Column: "quote", Value: "JPX", Code: ledger.FaultCurrency}},
		{"an amount without a currency", "deals.csv", "3000000000,USD", "3000000000,",
			ledger.Fault{File: "deals.csv", Line: 4, Column: "amount", Value: "3000000000", Code: ledger.FaultPair}},
		{"an unknown country", "organisations.csv", "abbyy,ABBYY,,,,RU", "abbyy,ABBYY,,,,XX",
			ledger.Fault{File: "organisations.csv", Line: 2, Column: "country", Value: "XX", Code: ledger.FaultCountry}},
		{"a region without a country", "deals.csv", "RU-AMU", "AMU",
			ledger.Fault{File: "deals.csv", Line: 3, Column: "regions", Value: "AMU", Code: ledger.FaultRegion}},
		{"an unknown sector code", "deals.csv", "finance,240", "finance,241",
			ledger.Fault{File: "deals.csv", Line: 2, Column: "dac_code", Value: "241", Code: ledger.FaultSectorCode}},
		{"a key with a capital", "organisations.csv", "\nabbyy,", "\nABBYY,",
			ledger.Fault{File: "organisations.csv", Line: 2, Column: "key", Value: "ABBYY", Code: ledger.FaultKey}},
		{"a key that stands twice", "organisations.csv", "\naizhk,", "\nabbyy,",
			ledger.Fault{File: "organisations.csv", Line: 4, Column: "key", Value: "abbyy", Code: ledger.FaultDuplicate}},
		{"a reference to nothing", "links.csv", "deal,arctic-lng-2,implements,agreement,novatek-mitsui-2016", "deal,arctic-lng-2,implements,agreement,novatek-mitsui-2017",
			ledger.Fault{File: "links.csv", Line: 2, Column: "to_key", Value: "novatek-mitsui-2017", Code: ledger.FaultReference}},
		{"an empty required cell", "agreements.csv", "agriculture-fisheries-2016,Memorandum on stronger cooperation in agriculture and fisheries", "agriculture-fisheries-2016,",
			ledger.Fault{File: "agreements.csv", Line: 2, Column: "title", Value: "", Code: ledger.FaultRequired}},
		{"a control character", "organisations.csv", "Owner Roman", "Owner\x07 Roman",
			ledger.Fault{File: "organisations.csv", Line: 3, Column: "note", Code: ledger.FaultText}},
		{"an address of another kind", "sources.csv", "https://1prime.ru/20180228", "javascript:1prime.ru/20180228",
			ledger.Fault{File: "sources.csv", Line: 2, Column: "url", Code: ledger.FaultURL}},
		{"a language that does not exist", "sources.csv", "828500992.html,ru,", "828500992.html,rus1,",
			ledger.Fault{File: "sources.csv", Line: 2, Column: "language", Value: "rus1", Code: ledger.FaultLanguage}},
		{"a misspelt column", "rates.csv", "base,quote", "base,quoted",
			ledger.Fault{File: "rates.csv", Line: 1, Value: "quoted", Code: ledger.FaultHeader}},
		{"a row with a cell too many", "rates.csv", "2016-11-21,USD", "2016-11-21,,USD",
			ledger.Fault{File: "rates.csv", Line: 2, Value: "6", Code: ledger.FaultColumns}},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := copied(t)
			content := string(files[c.file].Data)
			if !strings.Contains(content, c.old) {
				t.Fatalf("%s does not hold %q", c.file, c.old)
			}
			files[c.file].Data = []byte(strings.Replace(content, c.old, c.new, 1))
			_, err := exchange.Read(files, ledger.NoDay)
			var faults ledger.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("no faults but %v", err)
			}
			for _, fault := range faults {
				if fault.File == c.want.File && fault.Line == c.want.Line && fault.Column == c.want.Column && fault.Code == c.want.Code &&
					(c.want.Value == "" || fault.Value == c.want.Value) && fault.Expected != "" {
					return
				}
			}
			t.Errorf("not reported: %+v\nreported: %v", c.want, faults)
		})
	}
}

func TestMissingAndUnknownFiles(t *testing.T) {
	files := copied(t)
	delete(files, "funds.csv")
	files["agreement.csv"] = &fstest.MapFile{Data: []byte("key\n")}
	_, err := exchange.Read(files, ledger.NoDay)
	var faults ledger.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("no faults but %v", err)
	}
	codes := map[ledger.FaultCode]string{}
	for _, fault := range faults {
		codes[fault.Code] = fault.File
	}
	if codes[ledger.FaultMissing] != "funds.csv" || codes[ledger.FaultUnknownFile] != "agreement.csv" {
		t.Errorf("reported: %v", faults)
	}
}

// What was typed in later keeps its own recorded day through a folder.
func TestRecordedDaysSurviveTheFolder(t *testing.T) {
	summit, err := exchange.Read(bundledFolder(t), ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	later := summit.Ledger.RecordedDay() + 40
	cells := make([]string, len(ledger.Organisations.Columns()))
	cells[0], cells[1], cells[6] = "new-body", "New Body", "institute"
	if summit.Ledger, err = summit.Ledger.Apply([]ledger.Change{summit.Ledger.Add(ledger.Organisations, later, cells)}); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := exchange.WriteFolder(folder, summit); err != nil {
		t.Fatal(err)
	}
	again, err := exchange.Open(folder, ledger.NoDay)
	if err != nil {
		t.Fatal(err)
	}
	added, ok := again.Ledger.Find(ledger.Organisations, "new-body")
	if !ok || again.Ledger.Recorded(added) != later {
		t.Errorf("the added organisation came back as recorded on %v, want %v", again.Ledger.Recorded(added), later)
	}
	old, _ := again.Ledger.Find(ledger.Organisations, "abbyy")
	if again.Ledger.Recorded(old) != summit.Ledger.RecordedDay() {
		t.Errorf("an untouched organisation came back as recorded on %v", again.Ledger.Recorded(old))
	}
}
