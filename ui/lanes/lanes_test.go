package lanes

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// crowded makes lanes with many marks in one quarter.
func crowded(marks ...int) []Lane {
	var list []Lane
	for _, n := range marks {
		lane := Lane{Title: "Deals", Count: n}
		for range n {
			lane.Marks = append(lane.Marks, Mark{Quarter: 2016*4 + 3, Name: "disc"})
		}
		list = append(list, lane)
	}
	return list
}

func TestNoLaneIsLeftOutWhereThereIsLittleRoom(t *testing.T) {
	test.NewTempApp(t)
	l := New()
	l.Set(crowded(90, 60, 5, 3, 1, 1), nil, 2026*4+3)
	test.NewTempWindow(t, l)
	for _, height := range []float32{320, 400, 700} {
		l.Resize(fyne.NewSize(1280, height))
		if bottom := l.bottom(l.rowsFor(height)); bottom > height {
			t.Errorf("at %v the lanes end at %v", height, bottom)
		}
	}
	if most := l.rowsFor(10_000); most != mostRows {
		t.Errorf("with all the room, stacks have %d rows", most)
	}
}
