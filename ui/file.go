package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/query"
	"summitledger/data/summits"
	"summitledger/data/workspace"
)

// file is what is open: a workspace, or a folder that can only be looked at.
type file struct {
	workspace *workspace.Workspace // nil for a folder
	summit    exchange.Summit      // of a folder
	name      string
	index     *query.Index // of the ledger after the last edit, once it is made
}

func (f *file) ledger() *ledger.Ledger {
	if f.workspace != nil {
		return f.workspace.Ledger()
	}
	return f.summit.Ledger
}

// readOnly gives the reason why the file cannot be edited, "" when it can.
func (f *file) readOnly() string {
	if f.workspace == nil {
		return "folder_opened"
	}
	_, why := f.workspace.ReadOnly()
	return why
}

func (f *file) close() error {
	if f.workspace == nil {
		return nil
	}
	return f.workspace.Close()
}

// contents gives the summit as a folder holds it.
func (f *file) contents() (exchange.Summit, error) {
	if f.workspace == nil {
		return f.summit, nil
	}
	return exchange.FromWorkspace(f.workspace.Ledger(), f.workspace.Meta)
}

// openFile opens a workspace, or a folder or zip file to look at.
func openFile(ctx context.Context, path string, today ledger.Day, progress func(rows int)) (*file, error) {
	info, err := os.Stat(path)
	if err == nil && (info.IsDir() || strings.EqualFold(filepath.Ext(path), ".zip")) {
		summit, err := exchange.Open(path, today)
		if err != nil {
			return nil, err
		}
		return &file{summit: summit, name: path}, nil
	}
	opened, err := workspace.Open(ctx, path, workspace.Options{Progress: progress})
	if err != nil {
		return nil, err
	}
	return &file{workspace: opened, name: path}, nil
}

// bundledPath is where the workspace of the bundled summit lies: in the user's
// own data folder.
func bundledPath() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("the folder for the program's data cannot be found: %w", err)
	}
	return filepath.Join(folder, "summitledger", summits.BundledName+workspace.Extension), nil
}

// ensureBundled makes the workspace of the bundled summit at the first start.
func ensureBundled(ctx context.Context, path string, today ledger.Day) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	folder, err := summits.Bundled()
	if err != nil {
		return err
	}
	summit, err := exchange.Read(folder, today)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("the folder for the program's data cannot be made: %w", err)
	}
	err = workspace.Create(ctx, path, summit.Ledger, exchange.Meta(summit))
	var refusal *workspace.Refusal
	if errors.As(err, &refusal) && refusal.Reason == workspace.Exists {
		return nil // another start made it meanwhile
	}
	return err
}
