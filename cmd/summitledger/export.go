package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
)

func (p *program) exportCommand() *cobra.Command {
	var folder string
	command := &cobra.Command{
		Use:   "export --folder DIR",
		Short: "Write the summit as a folder of CSV files",
		Long: `Write the whole summit, whatever the days of the view, as a folder of CSV files
with their data package. What was not edited comes out byte for byte as it came in.`,
		Example: `  summitledger export --folder copy-of-the-summit`,
		Args:    exactly(0),
		RunE: func(command *cobra.Command, _ []string) (err error) {
			if folder == "" {
				return usagef("say where to: --folder DIR")
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			if err := exchange.WriteFolder(folder, s.summit); err != nil {
				return err
			}
			_, err = fmt.Fprintln(p.env.out, folder)
			return err
		},
	}
	command.Flags().StringVar(&folder, "folder", "", "the `folder` to write; other files in it are left alone")
	return command
}
