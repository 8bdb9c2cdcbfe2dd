package workspace

import (
	"fmt"
	"strings"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

// applicationID stands in the header of every workspace, so that programs that
// look at headers know it: "SML1".
const applicationID = 0x534D4C31

// Names of values in the table meta that the package itself keeps.
const (
	metaWorkspace = "workspace" // UUID of the workspace
	metaRecorded  = "recorded"  // recorded day of the summit (RULES 2.1)
)

// migration brings a workspace from one schema version to the next.
type migration func(conn *sqlite.Conn) error

// migrations lists how each version is made from the one before; the first
// makes version 1 from an empty database.
func migrations() []migration { return []migration{createTables} }

// quoted writes a name of a table or column for SQL: some are words of SQL.
func quoted(name string) string { return `"` + name + `"` }

// createTables makes schema version 1: a table per kind of record with the
// columns of the summit folder, the journal and the values of the workspace.
func createTables(conn *sqlite.Conn) error {
	var script strings.Builder
	for _, kind := range ledger.Kinds() {
		fmt.Fprintf(&script, "CREATE TABLE %s (\n  id INTEGER PRIMARY KEY,\n  recorded TEXT NOT NULL", quoted(kind.Table()))
		for _, column := range kind.Columns() {
			fmt.Fprintf(&script, ",\n  %s TEXT NOT NULL", quoted(column.Name))
		}
		script.WriteString("\n) STRICT;\n")
	}
	script.WriteString(`
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE action (
  number INTEGER PRIMARY KEY,
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  undoes INTEGER NOT NULL,
  redoes INTEGER NOT NULL,
  "schema" INTEGER NOT NULL
) STRICT;
CREATE TABLE change (
  "action" INTEGER NOT NULL REFERENCES action(number),
  position INTEGER NOT NULL,
  operation TEXT NOT NULL,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  "column" TEXT NOT NULL,
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  cells TEXT NOT NULL,
  recorded TEXT NOT NULL,
  PRIMARY KEY ("action", position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_of_row ON change (kind, row_id);
`)
	return sqlitex.ExecuteScript(conn, script.String(), nil)
}

// migrate runs the steps that the file lacks, each in a transaction of its own
// that also writes the new version, so that a stop in between loses nothing.
func migrate(conn *sqlite.Conn, version int, steps []migration) error {
	for ; version < len(steps); version++ {
		if err := migrateOnce(conn, version+1, steps[version]); err != nil {
			return fmt.Errorf("schema version %d could not be made: %w", version+1, err)
		}
	}
	return nil
}

func migrateOnce(conn *sqlite.Conn, version int, step migration) (err error) {
	end, err := sqlitex.ImmediateTransaction(conn)
	if err != nil {
		return err
	}
	defer end(&err)
	if err = step(conn); err != nil {
		return err
	}
	return execute(conn, fmt.Sprintf("PRAGMA user_version = %d", version))
}

// execute runs one statement whose rows nobody wants.
func execute(conn *sqlite.Conn, statement string, values ...any) error {
	return sqlitex.ExecuteTransient(conn, statement, &sqlitex.ExecOptions{Args: values})
}

// number reads the first column of the first row as an integer.
func number(conn *sqlite.Conn, query string, values ...any) (found int64, err error) {
	err = sqlitex.ExecuteTransient(conn, query, &sqlitex.ExecOptions{
		Args:       values,
		ResultFunc: func(stmt *sqlite.Stmt) error { found = stmt.ColumnInt64(0); return nil },
	})
	return found, err
}
