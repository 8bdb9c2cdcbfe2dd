package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"summitledger/data/locale"
	"summitledger/ui"
)

// runWindow opens the app, on the file or folder that is named.
func (p *program) runWindow(_ *cobra.Command, arguments []string) error {
	path := ""
	if len(arguments) == 1 {
		path = arguments[0]
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return usagef("%q is neither a command nor a file; see summitledger --help", path)
		}
	} else if p.options.workspace != bundledWorkspace {
		path = p.options.workspace
	}
	language := locale.SystemLanguage()
	if p.options.language != "" {
		chosen, err := locale.ParseLanguage(p.options.language)
		if err != nil {
			return usagef("--lang: %w", err)
		}
		language = chosen
	}
	if err := displayMissing(); err != nil {
		return err
	}
	return ui.Run(ui.Options{Path: path, View: p.options.view, Version: version, Language: language, Now: p.env.now})
}
