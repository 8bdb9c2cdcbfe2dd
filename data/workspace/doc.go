// Package workspace keeps a ledger in one file that can be mailed: a SQLite
// database with the extension .summit, whose tables are those of a summit
// folder, so that any SQLite tool can read them, and beside them the journal of
// every edit ever made.
//
// An edit is on the disk before it is in the window: Append returns when the
// rows and the journal are written and synced. One program at a time writes; a
// second opening is read-only and says why. Undo and the history outlive
// closing. A file that is damaged, or that a newer version wrote, is refused
// and left as it is.
package workspace

import (
	"context"

	"summitledger/data/ledger"
)

// Store keeps a ledger and its journal. The file on this machine is one; a
// database that a team shares is another.
type Store interface {
	// Load reads all rows and gives the number of the last action in them.
	// progress may be nil.
	Load(ctx context.Context, progress func(done, total int)) (*ledger.Ledger, int64, error)
	// Append writes an action that was made on top of revision base and gives
	// it its number. It is durable on return; after an error nothing is written.
	Append(ctx context.Context, action ledger.Action, base int64) (ledger.Action, error)
	// ChangesSince lists the actions after a revision, oldest first.
	ChangesSince(ctx context.Context, revision int64) ([]ledger.Action, error)
	// Close lets go of the store.
	Close() error
}
