package views_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"summitledger/ui/views"
)

func newHistory() *views.History[string] {
	return &views.History[string]{Same: func(a, b string) bool { return a == b }}
}

// The letters of a word are one step; another word after a filter is another.
func TestTypingIsOneStep(t *testing.T) {
	h := newHistory()
	for _, step := range [][2]string{{"all", ""}, {"g", "typing"}, {"ga", "typing"}, {"gas", "typing"}, {"gas, signed", ""}, {"gas field, signed", "typing"}} {
		h.Note(step[0], step[1])
	}
	var way []string
	for state, ok := h.Back(); ok; state, ok = h.Back() {
		way = append(way, state)
	}
	if !slices.Equal(way, []string{"gas, signed", "gas", "all"}) || h.CanBack() {
		t.Errorf("back lead %v", way)
	}
	h.Note("g", "typing")
	h.Note("", "typing")
	h.Note("all", "typing")
	if h.CanForward() || h.CanBack() {
		t.Error("what was typed and taken out again is a step")
	}
}

// Law: whatever is noted, each step back and forward again leads to the same
// state, no state stands twice in a row, and what is noted last is where the
// history stands.
func TestBackAndForwardMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := newHistory()
		for range rapid.IntRange(1, 400).Draw(t, "steps") {
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				was, _ := h.Last()
				if before, ok := h.Back(); ok {
					if before == was {
						t.Fatalf("a step back from %q changes nothing", was)
					}
					if again, ok := h.Forward(); !ok || again != was {
						t.Fatalf("back and forward from %q leads to %q", was, again)
					}
					h.Back()
				} else if h.CanBack() {
					t.Fatal("there is a way back that cannot be gone")
				}
			case 1:
				if _, ok := h.Forward(); !ok && h.CanForward() {
					t.Fatal("there is a way forward that cannot be gone")
				}
			default:
				state := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "state")
				h.Note(state, rapid.SampledFrom([]string{"", "typing"}).Draw(t, "run"))
				if last, ok := h.Last(); !ok || last != state {
					t.Fatalf("%q is noted, the history stands at %q", state, last)
				}
			}
		}
		steps := 0
		for _, ok := h.Back(); ok; _, ok = h.Back() {
			steps++
		}
		if steps >= 200 {
			t.Fatalf("%d states before the last are kept", steps)
		}
	})
}
