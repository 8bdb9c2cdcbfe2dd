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
	ErrNoPrinting = errors.New("this system has no printing service that can be reached (the command lp or lpstat is missing); write the brief to a PDF file and print that")
	// ErrNoPrinter says that there is printing but no printer.
	ErrNoPrinter = errors.New("no printer is set up; add one in the system's settings, or write the brief to a PDF file")
)

// UnknownPrinterError says that the system has no printer of that name.
type UnknownPrinterError struct {
	Name  string
	Known []string
}

func (e *UnknownPrinterError) Error() string {
	return fmt.Sprintf("there is no printer %q; the printers are: %s", e.Name, strings.Join(e.Known, ", "))
}

// Printers lists the printers of the system. Without any it answers
// ErrNoPrinter, without a printing service ErrNoPrinting.
func Printers(ctx context.Context) ([]Printer, error) { return systemPrinters(ctx) }

// Print hands a PDF file to a printer, to the default one when no name is
// given. The title is the name of the job in the printer's queue.
func Print(ctx context.Context, pdf []byte, printer, title string) error {
	if len(pdf) == 0 {
		return errors.New("there is nothing to print")
	}
	return systemPrint(ctx, pdf, printer, title)
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
		return fmt.Errorf("the system's printing refused: %s", said)
	}
	return fmt.Errorf("%s failed: %w", name, err)
}
