package workbook_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"summitledger/data/locale"
	"summitledger/data/workbook"
)

// alwaysCalculate makes LibreOffice work out every formula of a file that it
// opens, instead of believing the values beside them.
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// savedAgain writes a workbook to a file and lets LibreOffice work out every
// formula of it and save it as another.
func savedAgain(t *testing.T, content []byte) (path, again string) {
	t.Helper()
	folder := t.TempDir()
	path = filepath.Join(folder, "summit.xlsx")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	profile := filepath.Join(folder, "profile", "user")
	if err := os.MkdirAll(profile, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "registrymodifications.xcu"), []byte(alwaysCalculate), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, "soffice", "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(folder, "again"), path)
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	return path, filepath.Join(folder, "again", "summit.xlsx")
}

// A spreadsheet program that opens a workbook and saves it again changes
// nothing of what it says.
func TestASavedAgainWorkbookChangesNothing(t *testing.T) {
	l := bundled(t)
	_, path := savedAgain(t, exported(t, l, locale.Japanese))
	again, err := workbook.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, s := range proposal(t, again, nil, l).Suggestions {
		t.Errorf("%+v", s)
	}
}
