package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/workbook"
	"summitledger/data/workspace"
)

// importOptions say what of a proposal is taken over.
type importOptions struct {
	dryRun    bool
	asJSON    bool
	conflicts bool   // the file's side of conflicts
	removals  bool   // rows that are gone from a whole export
	review    string // a file that says of each suggestion whether it is accepted; empty: none
	editOptions
}

func (p *program) importCommand() *cobra.Command {
	var options importOptions
	command := &cobra.Command{
		Use:   "import FILE.xlsx",
		Short: "Take an edited workbook back into the workspace, as one action",
		Long: `Take an edited workbook back into the workspace from which it was exported. It is
compared with what was exported and with what stands now, cell by cell. Additions
and changes that only the workbook made are taken over as one action that undo
takes back; conflicts, rows that are gone and cells that cannot be read are listed
and left, unless the options below say otherwise. Prints the number of the action.

To decide on each of them, keep the proposal as a file, write true or false after
"accepted" of each, and give it back with --accept: exactly what is true is taken.`,
		Example: `  summitledger export -o work.xlsx --workspace my.summit
  summitledger import work.xlsx --workspace my.summit --dry-run
  summitledger import work.xlsx --workspace my.summit --dry-run --json > review.json
  summitledger import work.xlsx --workspace my.summit --accept review.json
  summitledger import work.xlsx --workspace my.summit --reason "checked with the ministry"`,
		Args: exactly(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			return p.importWorkbook(command.Context(), arguments[0], options)
		},
	}
	flags := command.Flags()
	flags.BoolVar(&options.dryRun, "dry-run", false, "print what would change and change nothing")
	flags.BoolVar(&options.asJSON, "json", false, "print the proposal as JSON: {added, changed, conflict, removed, problem}")
	flags.StringVar(&options.review, "accept", "", "a `review`: the printed proposal with the answer to each suggestion")
	flags.BoolVar(&options.conflicts, "take-conflicts", false, "take the workbook's side where both changed a cell")
	flags.BoolVar(&options.removals, "remove-missing", false, "remove the rows that are gone from a whole export")
	options.register(command)
	return command
}

// suggestionForm is a suggestion as JSON has it (RULES 15.3).
type suggestionForm struct {
	Record string  `json:"record"`
	Field  *string `json:"field"`
	Old    *string `json:"old"`
	New    *string `json:"new"`
	Reason *string `json:"reason"`
	Place  *string `json:"place"`

	Cells    map[string]string `json:"cells,omitempty"` // of a whole row: what it says
	Accepted bool              `json:"accepted"`        // is taken over; a review says so of each
}

func (p *program) importWorkbook(ctx context.Context, path string, options importOptions) (err error) {
	name := p.options.workspace
	if !isWorkspace(name) {
		return usagef("%q cannot take a workbook back; name the workspace it was exported from with --workspace FILE.summit", name)
	}
	edited, err := workbook.Read(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, edited.Close()) }()
	w, err := workspace.Open(ctx, name, workspace.Options{ReadOnly: options.dryRun})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	proposal, err := edited.Propose(ctx, w)
	if err != nil {
		return err
	}
	if err := options.reviewed(&proposal); err != nil {
		return err
	}
	if options.reason == "" {
		options.reason = filepath.Base(path)
	}
	return p.takeOver(ctx, w, proposal, options)
}

// takeOver prints a proposal and carries out what is accepted of it, as one
// action.
func (p *program) takeOver(ctx context.Context, w *workspace.Workspace, proposal exchange.Proposal, options importOptions) error {
	for i := range proposal.Suggestions {
		s := &proposal.Suggestions[i]
		s.Accepted = s.Accepted || s.Verdict == exchange.Conflict && options.conflicts || s.Verdict == exchange.Removed && options.removals
	}
	if err := p.printProposal(proposal, options.asJSON); err != nil || options.dryRun {
		return err
	}
	changes, err := proposal.Changes(w.Ledger(), p.today())
	if err != nil || len(changes) == 0 {
		return err
	}
	action, err := w.Append(ctx, ledger.Action{Author: author(), Time: p.env.now(), Reason: options.reason, Source: options.source, Changes: changes}, w.Revision())
	if err != nil {
		return err
	}
	out := p.env.out
	if options.asJSON {
		out = p.env.errors
	}
	_, err = fmt.Fprintln(out, action.Number)
	return err
}

func (p *program) printProposal(proposal exchange.Proposal, asJSON bool) error {
	if asJSON {
		forms := map[string][]suggestionForm{}
		for _, verdict := range exchange.Verdicts() {
			forms[string(verdict)] = []suggestionForm{}
			for _, s := range proposal.Of(verdict) {
				forms[string(verdict)] = append(forms[string(verdict)], formOf(s))
			}
		}
		return printJSON(p.env.out, forms)
	}
	printer, err := p.printer()
	if err != nil {
		return err
	}
	for _, verdict := range exchange.Verdicts() {
		list := proposal.Of(verdict)
		if _, err := fmt.Fprintf(p.env.out, "%s: %s\n", printer.Text("import.verdict."+string(verdict)), printer.Integer(len(list))); err != nil {
			return err
		}
		for _, s := range list {
			line := "  " + s.Record
			if s.Field != "" {
				line += " " + s.Field
			}
			switch verdict {
			case exchange.Changed, exchange.Conflict:
				line += fmt.Sprintf(": %q -> %q", s.Old, s.New)
			case exchange.Problem:
				line += fmt.Sprintf(": %q", s.New)
			}
			if s.Reason != "" {
				line += " (" + printer.Text("import.reason."+s.Reason) + ")"
			}
			if s.Place != "" {
				line += " " + s.Place
			}
			if _, err := fmt.Fprintln(p.env.out, line); err != nil {
				return err
			}
		}
	}
	return nil
}
