package report

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// systemPrinters asks Windows through its own shell.
func systemPrinters(ctx context.Context) ([]Printer, error) {
	const question = "Get-CimInstance Win32_Printer | ForEach-Object { \"$($_.Default)`t$($_.Name)\" }"
	answer, err := exec.CommandContext(ctx, "powershell", "-NoProfile", "-NonInteractive", "-Command", question).Output()
	if err != nil {
		return nil, commandError(ctx, "powershell", nil, err)
	}
	var printers []Printer
	for line := range strings.Lines(string(answer)) {
		preset, name, found := strings.Cut(strings.TrimSpace(line), "\t")
		if found {
			printers = append(printers, Printer{Name: name, Default: preset == "True"})
		}
	}
	if len(printers) == 0 {
		return nil, ErrNoPrinter
	}
	return printers, nil
}

// systemPrint hands the file to the program that prints PDF files. That program
// reads it after this function is done, so the file stays in the folder of
// temporary files under one name, replaced by the next page.
func systemPrint(ctx context.Context, pdf []byte, job Job) error {
	if job.Copies > 1 || len(job.Pages) > 0 || job.Sides != SidesOfPrinter || job.Grey {
		return errors.New("copies, pages, sides and greys cannot be handed to a printer of this system; save the pages as PDF and choose them in the program that opens it")
	}
	name := filepath.Join(os.TempDir(), "summit-ledger-pages.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		return fmt.Errorf("the page cannot be handed over: %w", err)
	}
	quoted := func(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
	verb := "Start-Process -FilePath " + quoted(name) + " -Verb PrintTo -ArgumentList " + quoted(`"`+job.Printer+`"`)
	answer, err := exec.CommandContext(ctx, "powershell", "-NoProfile", "-NonInteractive", "-Command", verb).CombinedOutput()
	if err != nil {
		return errors.Join(errors.New("no program on this computer prints PDF files; save the pages as PDF and open that"),
			commandError(ctx, "powershell", answer, err))
	}
	return nil
}
