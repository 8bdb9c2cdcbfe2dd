package main

import (
	"bytes"
	"fmt"
	"image/png"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"summitledger/data/exchange"
	"summitledger/ui"
)

// screenshotOptions say what is pictured and how.
type screenshotOptions struct{ tab, view, theme, size, out string }

func (p *program) screenshotCommand() *cobra.Command {
	var options screenshotOptions
	command := &cobra.Command{
		Use:   "screenshot --tab NAME -o OUT.png",
		Short: "Draw a picture of a tab, without a display",
		Long:  "Draw a picture of a tab as the window shows it, without a display. Tabs: " + strings.Join(ui.TabNames(), ", ") + ".",
		Example: `  summitledger screenshot --tab overview -o overview.png
  summitledger screenshot --view "Energy by stage" --workspace my.summit -o energy.png
  summitledger screenshot --tab pipeline --lang ru --theme dark --size 1280x720 -o pipeline.png`,
		Args: exactly(0),
		RunE: func(command *cobra.Command, _ []string) (err error) {
			width, height, err := parseSize(options.size)
			if err != nil {
				return err
			}
			if options.theme != "light" && options.theme != "dark" {
				return usagef("--theme %q is neither light nor dark", options.theme)
			}
			if options.out == "" {
				return usagef("say where to: -o OUT.png")
			}
			s, err := p.open(command.Context())
			if err != nil {
				return err
			}
			defer s.close(&err)
			picture, err := ui.Screenshot(ui.Picture{Summit: s.summit, AsOf: s.view.AsOf(), Language: s.printer.Language(), Tab: options.tab, View: options.view, Query: p.options.query,
				Dark: options.theme == "dark", Width: width, Height: height, Version: version, Now: p.env.now})
			if err != nil {
				return usageError{err}
			}
			var content bytes.Buffer
			if err := png.Encode(&content, picture); err != nil {
				return err
			}
			return exchange.WriteFile(options.out, content.Bytes())
		},
	}
	flags := command.Flags()
	flags.StringVar(&options.tab, "tab", "overview", "the `name` of the tab")
	flags.StringVar(&options.view, "view", "", "the `name` or key of a saved view to show")
	flags.StringVar(&options.theme, "theme", "light", "`light` or dark")
	flags.StringVar(&options.size, "size", "1440x900", "`width` and height in pixels")
	flags.StringVarP(&options.out, "output", "o", "", "the PNG `file` to write")
	return command
}

// The sizes of a picture.
const (
	leastPicture = 200
	mostPicture  = 8000
)

func parseSize(text string) (width, height int, err error) {
	left, right, ok := strings.Cut(text, "x")
	width, widthErr := strconv.Atoi(left)
	height, heightErr := strconv.Atoi(right)
	if !ok || widthErr != nil || heightErr != nil || min(width, height) < leastPicture || max(width, height) > mostPicture {
		return 0, 0, usageError{fmt.Errorf("--size %q is not WIDTHxHEIGHT in pixels from %d to %d, such as 1440x900", text, leastPicture, mostPicture)}
	}
	return width, height, nil
}
