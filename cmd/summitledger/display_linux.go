package main

import (
	"errors"
	"os"
)

// displayMissing says why no window can be opened, nil when one can.
func displayMissing() error {
	if os.Getenv("DISPLAY") == "" {
		return errors.New("there is no display to open a window on; use a sub-command such as \"summitledger list agreements\", or set DISPLAY")
	}
	return nil
}
