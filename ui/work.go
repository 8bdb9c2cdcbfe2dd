package ui

import (
	"context"
	"sync"

	"fyne.io/fyne/v2"
)

// Work runs what takes time off the UI goroutine. It is the only place that
// starts goroutines for the window and the only one that calls fyne.Do.
//
// Each piece of work has a name, such as "view" or "search". Starting another
// of the same name cancels the one before, whose result is dropped.
type Work struct {
	mu      sync.Mutex
	cancel  map[string]context.CancelFunc
	latest  map[string]int
	running int
	deliver func(func())
}

// NewWork makes a runner that delivers results on the UI goroutine.
func NewWork() *Work { return newWork(fyne.Do) }

// newWork takes the delivery as an argument, so that tests can stand in.
func newWork(deliver func(func())) *Work {
	return &Work{cancel: map[string]context.CancelFunc{}, latest: map[string]int{}, deliver: deliver}
}

// Start runs work in the background. What it returns, if anything, is carried
// out on the UI goroutine, unless newer work of the same name was started.
func (w *Work) Start(name string, work func(ctx context.Context) func()) {
	ctx, cancel := context.WithCancel(context.Background())
	w.mu.Lock()
	if stop := w.cancel[name]; stop != nil {
		stop()
	}
	w.cancel[name] = cancel
	w.latest[name]++
	generation := w.latest[name]
	w.running++
	w.mu.Unlock()
	go func() {
		land := work(ctx)
		cancel()
		w.deliver(func() {
			if land != nil && w.current(name, generation) {
				land()
			}
			w.done()
		})
	}()
}

// Cancel stops the work of a name; its result is dropped.
func (w *Work) Cancel(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if stop := w.cancel[name]; stop != nil {
		stop()
	}
	w.latest[name]++
}

// Show carries out f on the UI goroutine: for progress out of running work.
func (w *Work) Show(f func()) { w.deliver(f) }

func (w *Work) current(name string, generation int) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.latest[name] == generation
}

func (w *Work) done() {
	w.mu.Lock()
	w.running--
	w.mu.Unlock()
}

// idleNow reports whether nothing is running.
func (w *Work) idleNow() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.running == 0
}
