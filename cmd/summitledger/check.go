package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"summitledger/data/ledger"
)

// faultForm is a fault of a file as check prints it.
type faultForm struct {
	File     string `json:"file"`
	Row      int    `json:"row,omitempty"`
	Column   string `json:"column,omitempty"`
	Value    string `json:"value"`
	Code     string `json:"code"`
	Expected string `json:"expected"`
}

// printFaults lists every fault of a file; the command then fails.
func (p *program) printFaults(faults ledger.Faults, asJSON bool) error {
	if asJSON {
		forms := make([]faultForm, 0, len(faults))
		for _, fault := range faults {
			forms = append(forms, faultForm{fault.File, fault.Line, fault.Column, fault.Value, string(fault.Code), fault.Expected})
		}
		if err := printJSON(p.env.out, map[string]any{"faults": forms, "checks": []any{}}); err != nil {
			return err
		}
		return silentFailure{}
	}
	for _, fault := range faults {
		if _, err := fmt.Fprintln(p.env.out, fault.Error()); err != nil {
			return err
		}
	}
	if len(faults) == 1 {
		return errors.New("1 fault; correct the row named above")
	}
	return fmt.Errorf("%d faults; correct the rows named above", len(faults))
}

func (p *program) checkCommand() *cobra.Command {
	var options counting
	command := &cobra.Command{
		Use:   "check",
		Short: "Look for faults of the file and for contradictions in what it tells",
		Long: `Look for faults of the file and for contradictions in what it tells. Faults
break the format: the command exits with 1. Findings are for you to judge: it
exits with 0. In the list - marks a finding and ? what cannot be told.`,
		Example: `  summitledger check --workspace my-summit-folder
  summitledger check --json`,
		Args: exactly(0),
		RunE: func(command *cobra.Command, _ []string) (err error) {
			err = options.open(p, command)
			var faults ledger.Faults
			if errors.As(err, &faults) {
				return p.printFaults(faults, options.asJSON)
			}
			if err != nil {
				return err
			}
			s := options.session
			defer s.close(&err)
			if faults := s.view.Ledger().Faults(); len(faults) > 0 {
				return p.printFaults(faults, options.asJSON)
			}
			return p.printChecks(&options)
		},
	}
	options.addTo(command, "as JSON: {happened, known, faults, answers, checks}")
	return command
}
