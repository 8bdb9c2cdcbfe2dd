package ui

import "sync"

// queue collects what work in the background wants done on the UI goroutine,
// where there is no loop of events to do it: for pictures and tests.
type queue struct {
	mu   sync.Mutex
	more *sync.Cond
	list []func()
}

func newQueue() *queue {
	q := &queue{}
	q.more = sync.NewCond(&q.mu)
	return q
}

// add takes something to be done.
func (q *queue) add(f func()) {
	q.mu.Lock()
	q.list = append(q.list, f)
	q.mu.Unlock()
	q.more.Signal()
}

// settle does on this goroutine what comes in, until no work is running.
func (q *queue) settle(w *Work) {
	for {
		q.mu.Lock()
		for len(q.list) == 0 {
			if w.idleNow() {
				q.mu.Unlock()
				return
			}
			q.more.Wait()
		}
		f := q.list[0]
		q.list = q.list[1:]
		q.mu.Unlock()
		f()
	}
}
