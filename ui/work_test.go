package ui

import (
	"context"
	"testing"
)

// What newer work of the same name supersedes is never carried out.
func TestNewerWorkSupersedesOlder(t *testing.T) {
	todo := newQueue()
	w := newWork(todo.add)
	started, cancelled := make(chan bool), make(chan bool)
	var landed []string
	w.Start("search", func(ctx context.Context) func() {
		close(started)
		<-ctx.Done()
		close(cancelled)
		return func() { landed = append(landed, "older") }
	})
	<-started
	w.Start("search", func(context.Context) func() {
		<-cancelled
		return func() { landed = append(landed, "newer") }
	})
	w.Start("other", func(context.Context) func() { return func() { landed = append(landed, "other") } })
	todo.settle(w)
	if len(landed) != 2 {
		t.Errorf("carried out: %v, want newer and other", landed)
	}
	for _, name := range landed {
		if name == "older" {
			t.Error("superseded work was carried out")
		}
	}
}
