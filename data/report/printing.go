package report

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// Printer is a printer that the system knows.
type Printer struct {
	Name    string
	Default bool
}

// The answers of the system's printing that callers may want to tell apart.
var (
	// ErrNoPrinting says that the system has no printing to hand a page to.
	ErrNoPrinting = errors.New("this system has no printing service that can be reached (the command lp or lpstat is missing); save the pages as PDF and print that elsewhere")
	// ErrNoPrinter says that there is printing but no printer.
	ErrNoPrinter = errors.New("no printer is set up; add one in the system's settings, or save the pages as PDF")
	// ErrNoDefault says that no printer was named and none is the default.
	ErrNoDefault = errors.New("no printer is the default one; name a printer")
)

// UnknownPrinterError says that the system has no printer of that name.
type UnknownPrinterError struct {
	Name  string
	Known []string
}

func (e *UnknownPrinterError) Error() string {
	return fmt.Sprintf("there is no printer %q; the printers are: %s", e.Name, strings.Join(e.Known, ", "))
}

// RefusedError is what the system's printing answered when it did not take a
// job or a question, in its own words.
type RefusedError struct{ Said string }

func (e *RefusedError) Error() string { return "the system's printing refused: " + e.Said }

// Printers lists the printers of the system. Without any it answers
// ErrNoPrinter, without a printing service ErrNoPrinting.
func Printers(ctx context.Context) ([]Printer, error) { return systemPrinters(ctx) }

// Print hands a document to a printer as the job says. A job that cannot be is
// refused before the printer hears of it.
func Print(ctx context.Context, d *Document, job Job) error {
	if d == nil || len(d.sheets) == 0 {
		return errors.New("there is nothing to print")
	}
	if err := job.Validate(); err != nil {
		return err
	}
	if err := job.Pages.Within(len(d.sheets)); err != nil {
		return err
	}
	printers, err := systemPrinters(ctx)
	if err != nil {
		return err
	}
	if job.Printer, err = chosenPrinter(printers, job.Printer); err != nil {
		return err
	}
	return systemPrint(ctx, d, job)
}

// chosenPrinter finds the printer of a job: the one that is named, else the
// default one, else the only one.
func chosenPrinter(printers []Printer, name string) (string, error) {
	known := make([]string, len(printers))
	for i, printer := range printers {
		if printer.Name == name || name == "" && (printer.Default || len(printers) == 1) {
			return printer.Name, nil
		}
		known[i] = printer.Name
	}
	if name == "" {
		return "", fmt.Errorf("%w; the printers are: %s", ErrNoDefault, strings.Join(known, ", "))
	}
	return "", &UnknownPrinterError{Name: name, Known: known}
}

// commandError says what a command of the system answered.
func commandError(ctx context.Context, name string, answer []byte, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%s was stopped: %w", name, ctx.Err())
	}
	if errors.Is(err, exec.ErrNotFound) {
		return ErrNoPrinting
	}
	if said := strings.TrimSpace(string(answer)); said != "" {
		return &RefusedError{Said: said}
	}
	return fmt.Errorf("%s failed: %w", name, err)
}
