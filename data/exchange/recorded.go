package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"summitledger/data/ledger"
)

// recordedDays holds the recorded day of rows that were written down on
// another day than the summit folder: what is typed in later. The file
// recorded.csv carries them, so that export and import change nothing of what
// was known (RULES 2.1). A folder without such rows has no such file.
type recordedDays map[string]ledger.Day

func rowName(kind ledger.Kind, cells []string) string {
	parts := []string{kind.Table()}
	for _, column := range kind.Identity() {
		if column < len(cells) {
			parts = append(parts, cells[column])
		}
	}
	return strings.Join(parts, "/")
}

func (r recordedDays) of(kind ledger.Kind, cells []string, otherwise ledger.Day) ledger.Day {
	if len(r) == 0 {
		return otherwise
	}
	if day, ok := r[rowName(kind, cells)]; ok {
		return day
	}
	return otherwise
}

func readRecordedDays(folder fs.FS) (recordedDays, ledger.Faults, error) {
	content, err := readOptional(folder, recordedFile)
	if err != nil || len(content) == 0 {
		return nil, nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil || len(rows) == 0 || len(rows[0]) != 2 {
		return nil, ledger.Faults{{File: recordedFile, Code: ledger.FaultUnreadable, Expected: "two columns: row,recorded"}}, nil
	}
	days := recordedDays{}
	var faults ledger.Faults
	for i, row := range rows[1:] {
		day, err := ledger.ParseDay(row[1])
		if err != nil {
			faults = append(faults, ledger.Fault{File: recordedFile, Line: i + 2, Column: "recorded", Value: row[1], Code: ledger.FaultDate, Expected: "a day such as 2026-11-23"})
			continue
		}
		days[row[0]] = day
	}
	return days, faults, nil
}

// writeRecordedDays gives the content of recorded.csv, nothing when every row
// has the recorded day of the summit.
func writeRecordedDays(l *ledger.Ledger) ([]byte, error) {
	var out bytes.Buffer
	writer := csv.NewWriter(&out)
	rows := 0
	for _, kind := range ledger.StoredKinds() {
		for ref := range l.All(kind) {
			if day := l.Recorded(ref); day != l.RecordedDay() {
				if rows == 0 {
					if err := writer.Write([]string{"row", "recorded"}); err != nil {
						return nil, fmt.Errorf("%s: %w", recordedFile, err)
					}
				}
				rows++
				if err := writer.Write([]string{rowName(kind, l.Cells(ref)), day.String()}); err != nil {
					return nil, fmt.Errorf("%s: %w", recordedFile, err)
				}
			}
		}
	}
	writer.Flush()
	return out.Bytes(), errors.Join(writer.Error())
}
