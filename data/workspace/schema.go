// Package workspace keeps a summit in one file that can be mailed: SQLite with
// tables that mirror those of a summit folder, and a journal of every edit.
// What Append has returned is on the disk.
package workspace

import (
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

const (
	// Extension is the ending of the names of workspaces.
	Extension = ".summit"

	// applicationID marks a SQLite file as ours: "SML1".
	applicationID = 0x534D4C31

	// schemaVersion is the newest layout of tables that this program knows.
	schemaVersion = 4
)

// migrations bring a file from one schema version to the next; the first one
// makes the tables. Each runs in one transaction.
var migrations = []func(*sqlite.Conn) error{makeTables, makeSettings, makeSavedViews, makeAliases}

func makeTables(conn *sqlite.Conn) error {
	statements := []string{
		`CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
		`CREATE TABLE action (number INTEGER PRIMARY KEY, author TEXT NOT NULL, time TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL,
			undoes INTEGER NOT NULL, redoes INTEGER NOT NULL, schema INTEGER NOT NULL) STRICT`,
		`CREATE TABLE change (action INTEGER NOT NULL REFERENCES action(number), position INTEGER NOT NULL, operation TEXT NOT NULL, kind TEXT NOT NULL,
			row INTEGER NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, cells TEXT NOT NULL, recorded TEXT NOT NULL,
			PRIMARY KEY (action, position)) STRICT`,
		`CREATE INDEX change_row ON change (kind, row)`,
	}
	for _, kind := range ledger.Kinds() {
		statements = append(statements, creation(kind))
	}
	for _, statement := range statements {
		if err := sqlitex.ExecuteTransient(conn, statement, nil); err != nil {
			return err
		}
	}
	return nil
}

// firstVersion gives the schema version since which a file has a table.
func firstVersion(kind ledger.Kind) int64 {
	switch kind {
	case ledger.Settings:
		return 2
	case ledger.SavedViews:
		return 3
	case ledger.Aliases:
		return 4
	}
	return 1
}

func makeSettings(conn *sqlite.Conn) error {
	return sqlitex.ExecuteTransient(conn, creation(ledger.Settings), nil)
}

func makeSavedViews(conn *sqlite.Conn) error {
	return sqlitex.ExecuteTransient(conn, creation(ledger.SavedViews), nil)
}

func makeAliases(conn *sqlite.Conn) error {
	return sqlitex.ExecuteTransient(conn, creation(ledger.Aliases), nil)
}

// creation is the statement that makes the table of a kind.
func creation(kind ledger.Kind) string {
	var table strings.Builder
	fmt.Fprintf(&table, "CREATE TABLE %q (id INTEGER PRIMARY KEY, recorded TEXT NOT NULL", kind.Table())
	for _, column := range kind.Columns() {
		fmt.Fprintf(&table, ", %q TEXT NOT NULL", column.Name)
	}
	table.WriteString(") STRICT")
	return table.String()
}

// migrate brings a file to the newest schema.
func migrate(conn *sqlite.Conn, from int) (err error) {
	for version := from; version < schemaVersion; version++ {
		if err := step(conn, version); err != nil {
			return fmt.Errorf("from schema %d to %d: %w", version, version+1, err)
		}
	}
	return nil
}

func step(conn *sqlite.Conn, version int) (err error) {
	end, err := sqlitex.ImmediateTransaction(conn)
	if err != nil {
		return err
	}
	defer end(&err)
	if err := migrations[version](conn); err != nil {
		return err
	}
	return pragma(conn, fmt.Sprintf("user_version = %d", version+1))
}

func pragma(conn *sqlite.Conn, setting string) error {
	return sqlitex.ExecuteTransient(conn, "PRAGMA "+setting, nil)
}

// number reads a pragma or a query of one number.
func number(conn *sqlite.Conn, query string) (int64, error) {
	var n int64
	err := sqlitex.ExecuteTransient(conn, query, &sqlitex.ExecOptions{ResultFunc: func(stmt *sqlite.Stmt) error {
		n = stmt.ColumnInt64(0)
		return nil
	}})
	return n, err
}

// insertion is the statement that adds a row of a kind.
func insertion(kind ledger.Kind) string {
	return fmt.Sprintf("INSERT INTO %q VALUES (?, ?%s)", kind.Table(), strings.Repeat(", ?", len(kind.Columns())))
}
