// Package exchange reads and writes what other programs hold: the summit
// folder of CSV files with its data package, from a directory or a zip file,
// and the JSON form of records.
package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"

	"summitledger/data/ledger"
)

// The files of a summit folder that are not tables.
const (
	descriptorFile = "datapackage.json"
	notesFile      = "NOTES.md"
	recordedFile   = "recorded.csv"
)

// fileLimit bounds how much of one file is read: far above any summit, far
// below what would fill the memory of a desk machine.
const fileLimit = 512 << 20

// Summit is a summit as read from a folder: its ledger and what stood beside
// the tables, kept so that a folder can be written again as it was.
type Summit struct {
	Ledger     *ledger.Ledger
	Descriptor []byte // datapackage.json; empty when the folder has none
	Notes      []byte // NOTES.md; empty when the folder has none
}

// Open reads a summit from a directory or a zip file. Breaches of the format
// come back as ledger.Faults, all at once. today is the recorded day of a
// folder that does not state its own (RULES 2.1).
func Open(name string, today ledger.Day) (Summit, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return Summit{}, fmt.Errorf("%s does not exist; name a summit folder or a zip file of one", name)
	}
	if err != nil {
		return Summit{}, fmt.Errorf("the summit folder %s cannot be read: %w", name, err)
	}
	if info.IsDir() {
		return Read(os.DirFS(name), today)
	}
	archive, err := zip.OpenReader(name)
	if err != nil {
		return Summit{}, fmt.Errorf("%s is neither a folder nor a zip file of a summit: %w", name, err)
	}
	summit, err := readArchive(&archive.Reader, today)
	return summit, errors.Join(err, archive.Close())
}

// readArchive finds the folder inside a zip file: the tables may stand at its
// top or in one folder of any name.
func readArchive(archive *zip.Reader, today ledger.Day) (Summit, error) {
	for _, file := range archive.File {
		if path.Base(file.Name) == ledger.Summits.Table()+".csv" {
			folder, err := fs.Sub(archive, path.Dir(file.Name))
			if err != nil {
				return Summit{}, fmt.Errorf("zip file: %w", err)
			}
			return Read(folder, today)
		}
	}
	return Summit{}, ledger.Faults{{File: "summit.csv", Code: ledger.FaultMissing, Expected: "a zip file of a summit holds summit.csv and the other tables"}}
}

// Read reads a summit folder and checks all of it; see Open.
func Read(folder fs.FS, today ledger.Day) (Summit, error) {
	var faults ledger.Faults
	summit := Summit{}
	var err error
	if summit.Descriptor, err = readOptional(folder, descriptorFile); err != nil {
		return Summit{}, err
	}
	if summit.Notes, err = readOptional(folder, notesFile); err != nil {
		return Summit{}, err
	}
	recorded, fault := recordedDay(summit.Descriptor, today)
	faults = append(faults, fault...)
	faults = append(faults, unknownFiles(folder)...)
	days, fault, err := readRecordedDays(folder)
	if err != nil {
		return Summit{}, err
	}
	faults = append(faults, fault...)

	builder := ledger.NewBuilder(recorded)
	for _, kind := range ledger.StoredKinds() {
		found, err := readTable(folder, kind, builder, days)
		if err != nil {
			return Summit{}, err
		}
		faults = append(faults, found...)
	}
	summit.Ledger = builder.Build()
	faults = append(faults, summit.Ledger.Faults()...)
	if len(faults) > 0 {
		return Summit{}, faults
	}
	return summit, nil
}

func readOptional(folder fs.FS, name string) ([]byte, error) {
	content, err := readLimited(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return content, err
}

func readLimited(folder fs.FS, name string) (content []byte, err error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	content, err = io.ReadAll(io.LimitReader(file, fileLimit+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(content) > fileLimit {
		return nil, fmt.Errorf("%s is larger than %d MiB; a summit table is smaller", name, fileLimit>>20)
	}
	return content, nil
}

// recordedDay reads "created" of the descriptor.
func recordedDay(descriptor []byte, today ledger.Day) (ledger.Day, ledger.Faults) {
	if len(descriptor) == 0 {
		return today, nil
	}
	var head struct {
		Created string `json:"created"`
	}
	if err := json.Unmarshal(descriptor, &head); err != nil {
		return today, ledger.Faults{{File: descriptorFile, Value: err.Error(), Code: ledger.FaultUnreadable, Expected: "a data package descriptor in JSON"}}
	}
	if head.Created == "" {
		return today, nil
	}
	// A data package may state a time of day after the date.
	text, _, _ := strings.Cut(head.Created, "T")
	day, err := ledger.ParseDay(text)
	if err != nil {
		return today, ledger.Faults{{File: descriptorFile, Column: "created", Value: head.Created, Code: ledger.FaultDate, Expected: "a day such as 2026-11-23"}}
	}
	return day, nil
}

// unknownFiles names CSV files that the format does not know: a table with a
// misspelt name would otherwise be lost in silence.
func unknownFiles(folder fs.FS) ledger.Faults {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil // reading the tables will say what is wrong
	}
	var faults ledger.Faults
	for _, entry := range entries {
		stem, isTable := strings.CutSuffix(entry.Name(), ".csv")
		if _, known := ledger.ParseTable(stem); isTable && !known && entry.Name() != recordedFile {
			faults = append(faults, ledger.Fault{File: entry.Name(), Code: ledger.FaultUnknownFile, Expected: "no table of this name is known; the tables are " + tableList()})
		}
	}
	sort.Slice(faults, func(i, j int) bool { return faults[i].File < faults[j].File })
	return faults
}

func tableList() string {
	names := make([]string, 0, len(ledger.Kinds()))
	for _, kind := range ledger.Kinds() {
		names = append(names, kind.Table()+".csv")
	}
	return strings.Join(names, ", ")
}

func readTable(folder fs.FS, kind ledger.Kind, builder *ledger.Builder, days recordedDays) (ledger.Faults, error) {
	name := kind.Table() + ".csv"
	content, err := readLimited(folder, name)
	if errors.Is(err, fs.ErrNotExist) && kind.Chosen() {
		return nil, nil // the reader chose nothing
	}
	if errors.Is(err, fs.ErrNotExist) {
		return ledger.Faults{{File: name, Code: ledger.FaultMissing, Expected: "every table of the format stands in the folder, if only with its header row"}}, nil
	}
	if err != nil {
		return nil, err
	}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	reader.FieldsPerRecord = -1
	reader.ReuseRecord = true

	columns := kind.Columns()
	header, err := reader.Read()
	if err != nil {
		return ledger.Faults{{File: name, Line: 1, Code: ledger.FaultHeader, Expected: "a header row: " + headerText(columns)}}, nil
	}
	if faults := checkHeader(name, header, columns); len(faults) > 0 {
		return faults, nil
	}
	var faults ledger.Faults
	for line := 2; ; line++ {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return faults, nil
		}
		if err != nil {
			return append(faults, ledger.Fault{File: name, Line: line, Value: err.Error(), Code: ledger.FaultUnreadable, Expected: "comma-separated values quoted as RFC 4180 says"}), nil
		}
		if len(record) != len(columns) {
			faults = append(faults, ledger.Fault{File: name, Line: line, Value: fmt.Sprint(len(record)), Code: ledger.FaultColumns, Expected: fmt.Sprintf("%d cells in this row", len(columns))})
		}
		builder.Add(kind, 0, days.of(kind, record, builder.Recorded()), record)
	}
}

func headerText(columns []ledger.Column) string {
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = columns[i].Name
	}
	return strings.Join(names, ",")
}

func checkHeader(file string, header []string, columns []ledger.Column) ledger.Faults {
	var faults ledger.Faults
	for i := range max(len(header), len(columns)) {
		switch {
		case i >= len(columns):
			faults = append(faults, ledger.Fault{File: file, Line: 1, Value: header[i], Code: ledger.FaultHeader, Expected: "no further column"})
		case i >= len(header):
			faults = append(faults, ledger.Fault{File: file, Line: 1, Column: columns[i].Name, Code: ledger.FaultHeader, Expected: "the column " + columns[i].Name + " is missing"})
		case header[i] != columns[i].Name:
			faults = append(faults, ledger.Fault{File: file, Line: 1, Value: header[i], Code: ledger.FaultHeader, Expected: "the column " + columns[i].Name + " stands here"})
		}
	}
	return faults
}
