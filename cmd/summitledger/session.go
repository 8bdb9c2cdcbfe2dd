package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"summitledger/data/exchange"
	"summitledger/data/ledger"
	"summitledger/data/locale"
	"summitledger/data/summits"
	"summitledger/data/workspace"
)

// bundledWorkspace is the value of --workspace that means the summit inside
// the program.
const bundledWorkspace = "bundled"

// session is an opened summit under the days and the language of a command.
type session struct {
	workspace *workspace.Workspace // nil for the bundled summit and for folders
	summit    exchange.Summit
	view      *ledger.View
	printer   *locale.Printer
}

// open reads the workspace that --workspace names, to be looked at.
func (p *program) open(ctx context.Context) (*session, error) {
	asOf, err := p.asOf()
	if err != nil {
		return nil, err
	}
	printer, err := p.printer()
	if err != nil {
		return nil, err
	}
	s := &session{printer: printer}
	if isWorkspace(p.options.workspace) {
		if s.workspace, err = workspace.Open(ctx, p.options.workspace, workspace.Options{ReadOnly: true}); err != nil {
			return nil, err
		}
		if s.summit, err = exchange.FromWorkspace(s.workspace.Ledger(), s.workspace.Meta); err != nil {
			return nil, errors.Join(err, s.workspace.Close())
		}
	} else if s.summit, err = p.readSummit(p.options.workspace); err != nil {
		return nil, err
	}
	s.view = s.summit.Ledger.View(asOf)
	return s, nil
}

// isWorkspace tells a workspace from folders and zip files by what it is.
func isWorkspace(name string) bool {
	if name == bundledWorkspace || strings.EqualFold(filepath.Ext(name), ".zip") {
		return false
	}
	info, err := os.Stat(name)
	return err != nil && filepath.Ext(name) == workspace.Extension || err == nil && !info.IsDir()
}

// close ends the session; err keeps the first error.
func (s *session) close(err *error) {
	if s.workspace != nil {
		*err = errors.Join(*err, s.workspace.Close())
	}
}

// readSummit reads the bundled summit, a folder or a zip file.
func (p *program) readSummit(name string) (exchange.Summit, error) {
	if name == bundledWorkspace {
		folder, err := summits.Bundled()
		if err != nil {
			return exchange.Summit{}, err
		}
		return exchange.Read(folder, p.today())
	}
	return exchange.Open(name, p.today())
}

// asOf reads --as-of and --known; both default to today.
func (p *program) asOf() (ledger.AsOf, error) {
	asOf := ledger.AsOf{Happened: p.today(), Known: p.today()}
	for _, option := range []struct {
		name, value string
		day         *ledger.Day
	}{{"--as-of", p.options.asOf, &asOf.Happened}, {"--known", p.options.known, &asOf.Known}} {
		if option.value == "" {
			continue
		}
		day, err := ledger.ParseDay(option.value)
		if err != nil {
			return ledger.AsOf{}, usagef("%s: %w", option.name, err)
		}
		*option.day = day
	}
	return asOf, nil
}

// printer gives the catalogue of --lang, or of the system's language.
func (p *program) printer() (*locale.Printer, error) {
	if p.options.language == "" {
		return locale.New(locale.SystemLanguage())
	}
	language, err := locale.ParseLanguage(p.options.language)
	if err != nil {
		return nil, usagef("--lang: %w", err)
	}
	return locale.New(language)
}

// table reads the name of a table.
func table(name string) (ledger.Kind, error) {
	kind, ok := ledger.ParseTable(name)
	if !ok {
		return 0, usagef("there is no table %q; the tables are %s", name, strings.Join(tableNames(), ", "))
	}
	return kind, nil
}

func tableNames() []string {
	names := make([]string, 0, len(ledger.Kinds()))
	for _, kind := range ledger.Kinds() {
		names = append(names, kind.Table())
	}
	return names
}

// record finds the record that "deal:arctic-lng-2" or a bare key names.
func record(l *ledger.Ledger, name string) (ledger.Ref, error) {
	kind, key, hasKind, ok := ledger.ParseName(name)
	if !ok {
		return ledger.NoRef(), usagef("%q does not name a record; write KIND:KEY, such as deal:arctic-lng-2", name)
	}
	if hasKind && !kind.Keyed() {
		if ref, ok := l.FindIdentity(kind, key); ok {
			return ref, nil
		}
		return ledger.NoRef(), usagef("there is no such %s; write %s", kind, identityForm(kind))
	}
	if hasKind {
		if ref, ok := l.Resolve(kind, key); ok {
			return ref, nil
		}
		return ledger.NoRef(), usagef("there is no %s with the key %q", kind, key)
	}
	found := l.ResolveAll(key)
	switch len(found) {
	case 0:
		return ledger.NoRef(), usagef("no record has the key %q", key)
	case 1:
		return found[0], nil
	}
	names := make([]string, len(found))
	for i, ref := range found {
		names[i] = l.Name(ref)
	}
	return ledger.NoRef(), usageError{fmt.Errorf("the key %q names %d records: %s; write one of these", key, len(found), strings.Join(names, ", "))}
}

// identityForm says how a row of a table without keys is named.
func identityForm(kind ledger.Kind) string {
	var names []string
	for _, at := range kind.Identity() {
		names = append(names, strings.ToUpper(kind.Columns()[at].Name))
	}
	return kind.String() + ":" + strings.Join(names, "/")
}
