package workbook

import (
	"errors"
	"fmt"
)

// Refused says why a workbook was not read at all. Nothing was changed.
type Refused struct {
	Path   string
	Reason Refusal
	Detail string // what was found, where that helps
	Err    error
}

// Refusal is the reason why a workbook is not read: a code for the catalogue,
// "import.refused." and this.
type Refusal string

// The reasons.
const (
	NotAWorkbook   Refusal = "not_a_workbook" // no Excel file at all, or a cut one
	Encrypted      Refusal = "encrypted"      // protected by a password, or an old .xls
	WithMacros     Refusal = "with_macros"
	TooLarge       Refusal = "too_large"
	NotExported    Refusal = "not_exported"    // no workbook that this program wrote
	OtherWorkspace Refusal = "other_workspace" // exported from another workspace or summit
	NewerFormat    Refusal = "newer_format"    // written by a newer version
	NotReadable    Refusal = "not_readable"    // the system does not let it be read
)

// Error tells in English what happened and what to do.
func (r *Refused) Error() string {
	text := map[Refusal]string{
		NotAWorkbook:   "is no Excel workbook, or only a part of one; save it in Excel as .xlsx and try again",
		Encrypted:      "is protected by a password or in the old .xls format; save it without a password as .xlsx",
		WithMacros:     "holds macros; save it as .xlsx without them",
		TooLarge:       "is too large to be read back; divide it into several workbooks",
		NotExported:    "was not exported by this program, or its hidden sheet _meta was taken out; export again and carry the changes over",
		OtherWorkspace: "was exported from another workspace; open that one first",
		NewerFormat:    "was written by a newer version of this program; update the program",
		NotReadable:    "cannot be read",
	}[r.Reason]
	if r.Detail != "" {
		text += " (" + r.Detail + ")"
	}
	if r.Reason == NotReadable && r.Err != nil {
		text += ": " + r.Err.Error()
	}
	return fmt.Sprintf("%s %s; nothing was changed", r.Path, text)
}

func (r *Refused) Unwrap() error { return r.Err }

// refusal gives an error as a *Refused of a path.
func refusal(path string, err error) error {
	var refused *Refused
	if errors.As(err, &refused) {
		refused.Path = path
		return refused
	}
	return err
}
