package report

import (
	"context"
	"errors"
)

// The answers of the desktop's own print dialog that callers tell apart.
var (
	// ErrNoDialog says that the desktop has no print dialog that can be reached.
	ErrNoDialog = errors.New("this desktop has no print dialog that can be reached")
	// ErrDialogClosed says that the dialog was closed without printing.
	ErrDialogClosed = errors.New("the print dialog was closed")
)

// PrintInDialog shows the desktop's own print dialog, where it has one, and
// prints as it is answered there. What the job asks for is what the dialog
// begins with. It returns when the pages are handed over.
func PrintInDialog(ctx context.Context, d *Document, job Job) error {
	if d == nil || len(d.sheets) == 0 {
		return errors.New("there is nothing to print")
	}
	if err := job.Validate(); err != nil {
		return err
	}
	return printInDialog(ctx, d, job)
}
