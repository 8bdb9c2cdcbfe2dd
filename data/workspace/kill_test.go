package workspace_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

// streamVariable tells a child process which workspace to edit.
const streamVariable = "SUMMITLEDGER_TEST_STREAM"

func TestMain(m *testing.M) {
	if path := os.Getenv(streamVariable); path != "" {
		if err := stream(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// stream edits without end and prints the number of each edit once it is
// durable.
func stream(path string) error {
	w, err := workspace.Open(context.Background(), path, workspace.Options{})
	if err != nil {
		return err
	}
	if readOnly, why := w.ReadOnly(); readOnly {
		return errors.New("opened read-only: " + why)
	}
	for {
		l := w.Ledger()
		ref, ok := l.Find(ledger.Deals, "arctic-lng-2")
		if !ok {
			return errors.New("the deal is gone")
		}
		next := strconv.FormatInt(w.Revision()+1, 10)
		action, err := w.Append(context.Background(), ledger.Action{Time: noon, Changes: []ledger.Change{l.Set(ref, "amount", next)}}, w.Revision())
		if err != nil {
			return err
		}
		if _, err := fmt.Println(action.Number); err != nil {
			return err
		}
	}
}

// kills is how often the editing process is killed.
const kills = 200

// A process killed at any moment loses no edit that it had shown as done.
func TestAKilledProcessLosesNoEdit(t *testing.T) {
	path := created(t, bundled(t))
	random := rand.New(rand.NewPCG(1, 2))
	lost, edits := 0, int64(0)
	interrupted := 0 // runs in which an edit that was not shown yet stood in the file: killed between the two
	for run := range kills {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), streamVariable+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		child.Stderr = os.Stderr
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		// Every tenth dies while it opens the file; the others at any moment of their stream of edits, which they
		// reach sooner or later on faster and slower machines.
		stop := func() { _ = child.Process.Kill() } // it may be gone already; the edits read below tell
		delay := time.Duration(random.IntN(60_000)) * time.Microsecond
		opening := run%10 == 0
		if opening {
			time.AfterFunc(delay, stop)
		}
		shown := int64(0)
		streaming := false
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if shown, err = strconv.ParseInt(lines.Text(), 10, 64); err != nil {
				t.Fatal(err)
			}
			if !streaming && !opening {
				streaming = true
				time.AfterFunc(delay, stop)
			}
		}
		var exit *exec.ExitError
		if err := child.Wait(); !errors.As(err, &exit) || exit.Exited() {
			t.Fatalf("the child ended by itself: %v", err)
		}
		edits = max(edits, shown)
		w, err := workspace.Open(context.Background(), path, workspace.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if readOnly, why := w.ReadOnly(); readOnly {
			t.Fatalf("the killed process still holds the right to write: %s", why)
		}
		deal, _ := w.Ledger().Find(ledger.Deals, "arctic-lng-2")
		switch {
		case shown > 0 && w.Revision() < shown:
			lost++
		case shown > 0 && w.Revision() > shown:
			interrupted++
		}
		if got := w.Ledger().Value(deal, "amount"); w.Revision() > 0 && got != strconv.FormatInt(w.Revision(), 10) {
			t.Fatalf("the row says %s, the journal ends at %d", got, w.Revision())
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if lost > 0 {
		t.Errorf("after %d kills %d edits that were shown as done are gone", kills, lost)
	}
	if edits < kills {
		t.Errorf("only %d edits in %d runs: the test proves little", edits, kills)
	}
	t.Logf("%d edits, %d runs killed between writing an edit and showing it", edits, interrupted)
}
