package workspace

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
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
	stacks   stacks
	state    atomic.Pointer[state]
}

// state is what stands. It is read without waiting for an edit or a copy that
// is being written.
type state struct {
	ledger   *ledger.Ledger
	revision int64
}

var _ Store = (*Workspace)(nil)

// The reasons why a workspace is open only to be read.
const (
	AskedReadOnly  = "asked"  // the caller wanted no more
	LockedByOther  = "locked" // another window or program is writing
	FileProtected  = "file"   // the system does not let the file be written
	FolderReadOnly = "folder" // its folder cannot be written
)

// whyReadOnly says a reason in words.
func whyReadOnly(reason string) string {
	switch reason {
	case LockedByOther:
		return "another window or program has it open to write"
	case FileProtected:
		return "the file may not be written"
	case FolderReadOnly:
		return "its folder may not be written"
	}
	return "reading only was asked for"
}

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
	if err := w.connect(); err != nil {
		return nil, err
	}
	if err := w.prepare(ctx); err != nil {
		return nil, err
	}
	if err := w.readAll(ctx, options.Progress); err != nil {
		return nil, err
	}
	return w, nil
}

// connect opens the file for what is allowed.
func (w *Workspace) connect() (err error) {
	if w.readOnly == "" {
		if w.conn, err = openConn(w.path, sqlite.OpenReadWrite); err != nil {
			return err
		}
		// The system may refuse writing in spite of the marks of the file.
		var end func(*error)
		if end, err = sqlitex.ImmediateTransaction(w.conn); err == nil {
			end(&err)
		}
		if sqlite.ErrCode(err).ToPrimary() != sqlite.ResultReadOnly {
			return err
		}
		w.readOnly = FileProtected
		if err := w.release(); err != nil {
			return err
		}
	}
	if w.conn, err = openConn(w.path, sqlite.OpenReadOnly); err != nil {
		return err
	}
	if err = pragma(w.conn, "user_version"); sqlite.ErrCode(err).ToPrimary() != sqlite.ResultReadOnly {
		return err
	}
	// A program was killed while it wrote. What it left half written must be
	// taken back before anybody can read, also for one who only reads.
	if err := w.conn.Close(); err != nil {
		return err
	}
	if w.conn, err = openConn(w.path, sqlite.OpenReadWrite); err != nil {
		return err
	}
	return pragma(w.conn, "query_only = ON")
}

// patience is how long a write waits for a program that reads the file: to read
// a million records takes several seconds.
const patience = 30 * time.Second

func openConn(path string, flag sqlite.OpenFlags) (*sqlite.Conn, error) {
	conn, err := sqlite.OpenConn(path, flag)
	if err == nil {
		conn.SetBusyTimeout(patience)
	}
	return conn, err
}

// readAll reads rows and journal as of one moment: another program may be
// writing.
func (w *Workspace) readAll(ctx context.Context, progress func(rows int)) (err error) {
	defer sqlitex.Save(w.conn)(&err)
	l, err := w.Load(ctx, progress)
	if err != nil {
		return err
	}
	read := state{ledger: l}
	if err := w.readStacks(&read.revision); err != nil {
		return err
	}
	w.state.Store(&read)
	return nil
}

// recognise looks at the head of a file before anything of it is written: a
// file of something else is left alone. It reads through SQLite, because to
// close the file after reading it otherwise would drop the locks that SQLite
// holds on it in another window of this process.
func recognise(path string) (err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return refuse(path, err)
	case info.IsDir():
		return &Refusal{Path: path, Reason: Unreadable, Cause: errors.New("it is a folder")}
	case !info.Mode().IsRegular() || info.Size() == 0:
		return &Refusal{Path: path, Reason: Foreign}
	}
	conn, err := openConn(path, sqlite.OpenReadOnly)
	if err != nil {
		return refuse(path, err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	id, err := number(conn, "PRAGMA application_id")
	switch {
	case sqlite.ErrCode(err).ToPrimary() == sqlite.ResultReadOnly:
		return headOf(path) // half written by a program that was killed: nobody has it open
	case err != nil:
		return refuse(path, err)
	case id != applicationID:
		return &Refusal{Path: path, Reason: Foreign}
	}
	return nil
}

// headOf looks for the mark in a file that SQLite cannot read without writing.
func headOf(path string) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return refuse(path, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	head := make([]byte, 100)
	if _, err := io.ReadFull(file, head); err != nil || binary.BigEndian.Uint32(head[68:]) != applicationID {
		return &Refusal{Path: path, Reason: Foreign, Cause: err}
	}
	return nil
}

// checkedBelow is up to which size a file is checked page by page when it is
// opened; larger ones are checked as far as reading all rows does.
const checkedBelow = 64 << 20

func (w *Workspace) prepare(ctx context.Context) error {
	if w.readOnly == "" {
		for _, setting := range []string{"journal_mode = DELETE", "synchronous = EXTRA"} {
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
func (w *Workspace) Load(ctx context.Context, progress func(rows int)) (_ *ledger.Ledger, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	defer sqlitex.Save(w.conn)(&err)
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
func (w *Workspace) Ledger() *ledger.Ledger { return w.state.Load().ledger }

// Revision is the number of the last action in the journal, 0 for none.
func (w *Workspace) Revision() int64 { return w.state.Load().revision }

// ReadOnly reports whether and why the workspace cannot be written.
func (w *Workspace) ReadOnly() (bool, string) { return w.readOnly != "", w.readOnly }

// Meta gives what Create was told to keep under a name; empty for nothing.
func (w *Workspace) Meta(name string) (string, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	value, err := readMeta(w.conn, name)
	return value, refuse(w.path, err)
}

// Identity is a name of the workspace's own, as long as the file lives; a copy
// has another.
func (w *Workspace) Identity() (string, error) { return w.Meta(metaIdentity) }

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
