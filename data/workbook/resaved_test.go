package workbook_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// A spreadsheet program that opens a workbook and saves it again changes
// nothing of what it says.
func TestASavedAgainWorkbookChangesNothing(t *testing.T) {
	l := bundled(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "summit.xlsx")
	if err := os.WriteFile(path, exported(t, l, locale.Japanese), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(folder, "again"), path)
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	again, err := workbook.Read(t.Context(), filepath.Join(folder, "again", "summit.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := errors.Join(again.Close()); err != nil {
			t.Error(err)
		}
	}()
	for _, s := range proposal(t, again, nil, l).Suggestions {
		t.Errorf("%+v", s)
	}
}
