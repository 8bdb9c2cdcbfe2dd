package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"summitledger/data/ledger"
)

// Store is where a ledger and its journal are kept: a file today, a server for
// teams later.
type Store interface {
	Load(ctx context.Context, progress func(rows int)) (*ledger.Ledger, error)
	Append(ctx context.Context, action ledger.Action, base int64) (ledger.Action, error)
	ChangesSince(ctx context.Context, number int64) ([]ledger.Action, error)
	Close() error
}

// Options say how a workspace is opened.
type Options struct {
	ReadOnly bool           // do not take the right to write
	Progress func(rows int) // called while rows are read; may be nil
}

// Workspace is an open workspace: the ledger as it stands, and the journal. It
// is safe for concurrent use.
type Workspace struct {
	path     string
	mu       sync.Mutex
	conn     *sqlite.Conn
	lock     *lock  // nil when read-only
	readOnly string // why it cannot be written; empty when it can
	ledger   *ledger.Ledger
	revision int64
	stacks   stacks
}

var _ Store = (*Workspace)(nil)

// The reasons why a workspace is open only to be read.
const (
	AskedReadOnly  = "asked"  // the caller wanted no more
	LockedByOther  = "locked" // another window or program is writing
	FileProtected  = "file"   // the system does not let the file be written
	FolderReadOnly = "folder" // its folder cannot be written
)

// Open opens a workspace. When another holds the right to write, or the file
// cannot be written, it is opened to be read: ReadOnly says why. What is
// refused altogether comes back as a *Refusal.
func Open(ctx context.Context, path string, options Options) (_ *Workspace, err error) {
	if err := recognise(path); err != nil {
		return nil, err
	}
	w := &Workspace{path: path}
	if options.ReadOnly {
		w.readOnly = AskedReadOnly
	} else {
		w.lock, w.readOnly = takeLock(path)
	}
	defer func() {
		if err != nil {
			err = errors.Join(refuse(path, err), w.release())
		}
	}()
	flag := sqlite.OpenReadWrite
	if w.readOnly != "" {
		flag = sqlite.OpenReadOnly
	}
	if w.conn, err = sqlite.OpenConn(path, flag); err != nil {
		return nil, err
	}
	w.conn.SetBusyTimeout(5 * time.Second)
	if err := w.prepare(ctx); err != nil {
		return nil, err
	}
	w.ledger, err = w.Load(ctx, options.Progress)
	if err != nil {
		return nil, err
	}
	if err := w.readStacks(); err != nil {
		return nil, err
	}
	return w, nil
}

// recognise looks at the head of a file before SQLite touches it: a file of
// something else is left alone.
func recognise(path string) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return refuse(path, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	head := make([]byte, 100)
	n, err := file.Read(head)
	if n < len(head) || string(head[:16]) != "SQLite format 3\x00" {
		return &Refusal{Path: path, Reason: Foreign, Cause: err}
	}
	if id := uint32(head[68])<<24 | uint32(head[69])<<16 | uint32(head[70])<<8 | uint32(head[71]); id != applicationID {
		return &Refusal{Path: path, Reason: Foreign}
	}
	return nil
}

// checkedBelow is up to which size a file is checked page by page when it is
// opened; larger ones are checked as far as reading all rows does.
const checkedBelow = 64 << 20

func (w *Workspace) prepare(ctx context.Context) error {
	if w.readOnly == "" {
		for _, setting := range []string{"journal_mode = DELETE", "synchronous = FULL"} {
			if err := pragma(w.conn, setting); err != nil {
				return err
			}
		}
	}
	version, err := number(w.conn, "PRAGMA user_version")
	if err != nil {
		return err
	}
	switch {
	case version > schemaVersion:
		return &Refusal{Path: w.path, Reason: Newer}
	case version < 1:
		return &Refusal{Path: w.path, Reason: Damaged, Cause: fmt.Errorf("its schema version is %d", version)}
	case version < schemaVersion && w.readOnly == "":
		if err := w.backup(ctx); err != nil {
			return err
		}
		if err := migrate(w.conn, int(version)); err != nil {
			return err
		}
	}
	info, err := os.Stat(w.path)
	if err != nil || info.Size() > checkedBelow {
		return err
	}
	sound := ""
	err = sqlitex.ExecuteTransient(w.conn, "PRAGMA quick_check(1)", &sqlitex.ExecOptions{ResultFunc: func(stmt *sqlite.Stmt) error {
		sound = stmt.ColumnText(0)
		return nil
	}})
	if err == nil && sound != "ok" {
		err = &Refusal{Path: w.path, Reason: Damaged, Cause: errors.New(sound)}
	}
	return err
}

// Load reads the ledger from the file.
func (w *Workspace) Load(ctx context.Context, progress func(rows int)) (*ledger.Ledger, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	defer w.conn.SetInterrupt(w.conn.SetInterrupt(ctx.Done()))
	l, err := load(ctx, w.conn, progress)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if code := sqlite.ErrCode(err).ToPrimary(); code == sqlite.ResultError || code == sqlite.ResultOK {
			return nil, &Refusal{Path: w.path, Reason: Damaged, Cause: err}
		}
		return nil, refuse(w.path, err)
	}
	return l, nil
}

// Path gives the name of the file.
func (w *Workspace) Path() string { return w.path }

// Ledger gives the ledger as it stands.
func (w *Workspace) Ledger() *ledger.Ledger {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.ledger
}

// Revision is the number of the last action in the journal, 0 for none.
func (w *Workspace) Revision() int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.revision
}

// ReadOnly reports whether and why the workspace cannot be written.
func (w *Workspace) ReadOnly() (bool, string) { return w.readOnly != "", w.readOnly }

// Meta gives what Create was told to keep under a name; empty for nothing.
func (w *Workspace) Meta(name string) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	value, err := readMeta(w.conn, name)
	return value, refuse(w.path, err)
}

// Close closes the file and gives the right to write back.
func (w *Workspace) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return refuse(w.path, w.release())
}

func (w *Workspace) release() error {
	var err error
	if w.conn != nil {
		err = w.conn.Close()
		w.conn = nil
	}
	if w.lock != nil {
		err = errors.Join(err, w.lock.release())
		w.lock = nil
	}
	return err
}
