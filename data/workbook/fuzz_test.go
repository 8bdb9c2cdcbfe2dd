package workbook_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// Whatever bytes come in as a workbook, they are read or refused by name.
func FuzzRead(f *testing.F) {
	small := ledger.Generate(2, 3, 1, today())
	var seed []byte
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	if path := filepath.Join(f.TempDir(), "seed.xlsx"); workbook.Write(f.Context(), path, requestAsOf(f, small, locale.English, today(), today())) == nil {
		content, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		seed = content
	}
	f.Add(seed)
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "fuzz.xlsx")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		edited, err := workbook.Read(t.Context(), path)
		if err != nil {
			var refused *workbook.Refused
			if !errors.As(err, &refused) {
				t.Fatalf("%v is no refusal", err)
			}
			return
		}
		if _, err := edited.Compare(t.Context(), nil, small); err != nil {
			t.Fatal(err)
		}
		if err := edited.Close(); err != nil {
			t.Fatal(err)
		}
	})
}
