// Package views keeps the way through what a window showed, so that every
// change of what is shown can be taken back.
package views

// mostKept is how many states a history keeps.
const mostKept = 200

// History is the way through states of a window, back and forth. It stands at
// one of them. The zero History is empty.
type History[S any] struct {
	Same   func(a, b S) bool // reports whether nothing was changed from a to b
	states []S
	at     int
	run    string // what the last changes belong to
}

// Note takes down what the window shows. Where that is what it showed, nothing
// happens. Changes of one run, such as the letters of a word, are one step:
// the last one stands for them all. Another state than the next one ahead
// makes the ways ahead vanish.
func (h *History[S]) Note(state S, run string) {
	if len(h.states) == 0 {
		h.states, h.at, h.run = append(h.states, state), 0, ""
		return
	}
	if h.Same(h.states[h.at], state) {
		h.states[h.at] = state
		return
	}
	last := h.at == len(h.states)-1
	h.states = h.states[:h.at+1]
	if run != "" && run == h.run && last && h.at > 0 {
		h.states[h.at] = state
		if h.Same(h.states[h.at-1], state) { // it was typed and taken out again
			h.states, h.at, h.run = h.states[:h.at], h.at-1, ""
		}
		return
	}
	h.states, h.run = append(h.states, state), run
	if len(h.states) > mostKept {
		h.states = append(h.states[:0:0], h.states[len(h.states)-mostKept:]...)
	}
	h.at = len(h.states) - 1
}

// Back goes to the state before; false at the first one.
func (h *History[S]) Back() (state S, ok bool) { return h.step(-1) }

// Forward goes to the state from which Back came; false at the last one.
func (h *History[S]) Forward() (state S, ok bool) { return h.step(1) }

func (h *History[S]) step(by int) (state S, ok bool) {
	if to := h.at + by; to >= 0 && to < len(h.states) {
		h.at, h.run = to, ""
		return h.states[to], true
	}
	return state, false
}

// CanBack reports whether there is a state before.
func (h *History[S]) CanBack() bool { return h.at > 0 }

// CanForward reports whether there is a state ahead.
func (h *History[S]) CanForward() bool { return h.at < len(h.states)-1 }

// Last gives the state at which the history stands.
func (h *History[S]) Last() (state S, ok bool) {
	if len(h.states) == 0 {
		return state, false
	}
	return h.states[h.at], true
}

// Clear forgets all states.
func (h *History[S]) Clear() { h.states, h.at, h.run = nil, 0, "" }
