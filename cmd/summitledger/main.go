// Summitledger shows the agreements and the deal pipeline that come out of an
// international summit. Without arguments it opens the app; its sub-commands
// do the same work without a window.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"summitledger/data/query"
)

// version is set by the linker.
var version = "development"

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // the work could not be done, or a file has faults
	exitUsage  = 2 // the command line asks for something that does not exist
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], environment{out: os.Stdout, errors: os.Stderr, now: time.Now})
	stop()
	os.Exit(code)
}

// environment is what a command gets from outside, so that tests can stand in.
type environment struct {
	out    io.Writer
	errors io.Writer
	now    func() time.Time
}

// run carries out one command line and gives its exit code.
func run(ctx context.Context, arguments []string, env environment) int {
	program := newProgram(env)
	root := program.root()
	root.SetArgs(arguments)
	root.SetOut(env.out)
	root.SetErr(env.errors)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	var silent silentFailure
	if !errors.As(err, &silent) {
		if _, printErr := fmt.Fprintf(env.errors, "summitledger: %v\n", err); printErr != nil {
			return exitFailed
		}
	}
	var mistake *query.Mistake
	if errors.As(err, &mistake) {
		if printErr := pointOut(env.errors, mistake); printErr != nil {
			return exitFailed
		}
		return exitUsage
	}
	var usage usageError
	if errors.As(err, &usage) {
		return exitUsage
	}
	return exitFailed
}

// usageError marks a mistake in the command line itself.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, values ...any) error {
	return usageError{fmt.Errorf(format, values...)}
}

// silentFailure is a failure whose message has been printed already.
type silentFailure struct{}

func (silentFailure) Error() string { return "" }
