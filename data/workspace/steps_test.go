package workspace_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"summitledger/data/ledger"
	"summitledger/data/workspace"
)

func numbers(actions []ledger.Action) []int64 {
	var list []int64
	for _, action := range actions {
		list = append(list, action.Number)
	}
	return list
}

func TestStepsNameWhatUndoAndRedoGoThrough(t *testing.T) {
	w := open(t, created(t, bundled(t)))
	for _, value := range []string{"1", "2", "3"} {
		if _, err := set(t, w, "arctic-lng-2", "amount", value); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Undo(context.Background(), "", noon); err != nil {
		t.Fatal(err)
	}
	steps, err := w.Steps(context.Background(), 10)
	if err != nil || !slices.Equal(numbers(steps.Undo), []int64{2, 1}) || !slices.Equal(numbers(steps.Redo), []int64{3}) {
		t.Errorf("%v, %v, %v", numbers(steps.Undo), numbers(steps.Redo), err)
	}
	if few, _ := w.Steps(context.Background(), 1); len(few.Undo) != 1 || few.Undo[0].Number != 2 {
		t.Errorf("%v", numbers(few.Undo))
	}
}

func TestOneActionIsTakenBackAndLaterOnesStay(t *testing.T) {
	w := open(t, created(t, bundled(t)))
	value := func(column string) string {
		ref, _ := w.Ledger().Find(ledger.Deals, "arctic-lng-2")
		return w.Ledger().Value(ref, column)
	}
	before := value("amount")
	for _, c := range [][2]string{{"amount", "1"}, {"confidence", "low"}, {"amount", "2"}} {
		if _, err := set(t, w, "arctic-lng-2", c[0], c[1]); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.TakeBack(context.Background(), 2, false, "", noon); err != nil || value("confidence") == "low" || value("amount") != "2" {
		t.Fatalf("the second is taken back: %v, %s, %s", err, value("confidence"), value("amount"))
	}
	var overwritten *workspace.TakenBackError
	if _, err := w.TakeBack(context.Background(), 1, false, "", noon); !errors.As(err, &overwritten) || len(overwritten.Since) != 1 || overwritten.Since[0].Stands != "2" {
		t.Fatalf("the first was overwritten: %v", err)
	}
	if value("amount") != "2" {
		t.Error("it was changed all the same")
	}
	if _, err := w.TakeBack(context.Background(), 1, true, "", noon); err != nil || value("amount") != before {
		t.Errorf("overwriting: %v, %s", err, value("amount"))
	}
	if _, err := w.TakeBack(context.Background(), 1, true, "", noon); !errors.Is(err, workspace.ErrNotDone) {
		t.Errorf("twice: %v", err)
	}
}

// Taking all actions back, each once and in any order, gives the first ledger
// when no two of them touch the same cell.
func TestTakingBackInAnyOrder(t *testing.T) {
	l := bundled(t)
	var deals []ledger.Ref
	for ref := range l.All(ledger.Deals) {
		deals = append(deals, ref)
	}
	rapid.Check(t, func(r *rapid.T) {
		next := l
		var actions []ledger.Action
		for _, ref := range rapid.SliceOfNDistinct(rapid.SampledFrom(deals), 1, 6, rapid.ID[ledger.Ref]).Draw(r, "deals") {
			changes := []ledger.Change{next.Set(ref, "summary", rapid.StringMatching("[a-z]{1,9}").Draw(r, "summary"))}
			after, err := next.Apply(changes)
			if err != nil {
				r.Fatal(err)
			}
			next = after
			actions = append(actions, ledger.Action{Changes: changes})
		}
		for _, i := range rapid.Permutation(indexes(len(actions))).Draw(r, "order") {
			changes, since := next.TakeBack(actions[i], false)
			if len(since) > 0 {
				r.Fatalf("%+v was changed since", since)
			}
			after, err := next.Apply(changes)
			if err != nil {
				r.Fatal(err)
			}
			next = after
		}
		if text(next) != text(l) {
			r.Error("another ledger comes out")
		}
	})
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}
