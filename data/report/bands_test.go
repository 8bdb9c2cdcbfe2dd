package report

import (
	"context"
	"errors"
	"slices"
	"testing"

	"summitledger/data/report/drawing"
)

// The bands of a page put together are the page, in grey, with rows that are
// filled up to four bytes.
func TestAPageComesInBands(t *testing.T) {
	painter, err := drawing.NewPainter(Faces())
	if err != nil {
		t.Fatal(err)
	}
	sheet := &drawing.Sheet{Number: 1, Width: 101, Height: 700}
	sheet.Add(drawing.Box{X: 10, Y: 500, W: 20, H: 40, Paint: drawing.Paint{Fill: drawing.Black}}, drawing.Box{X: 50, Y: 600, W: 20, H: 40, Paint: drawing.Paint{Fill: drawing.Grey}})
	rows := 0
	at := func(one band, x, y int) byte { return one.bits[(y-one.top)*stride(one.width)+x] }
	err = inBands(context.Background(), painter, sheet, 1, func(one band) error {
		if one.top != rows || one.width != 101 || len(one.bits) != 104*one.height {
			t.Errorf("a band from row %d of %d by %d in %d bytes", one.top, one.width, one.height, len(one.bits))
		}
		rows += one.height
		for y := one.top; y < one.top+one.height; y++ {
			want := byte(255)
			if y >= 500 && y < 540 {
				want = 0
			}
			if got := at(one, 20, y); got != want {
				t.Fatalf("row %d is %d, want %d", y, got, want)
			}
		}
		if one.top > 0 && at(one, 60, 620) != drawing.Grey.Level() {
			t.Errorf("grey is %d", at(one, 60, 620))
		}
		return nil
	})
	if err != nil || rows != 700 {
		t.Errorf("%d rows, %v", rows, err)
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if err := inBands(stopped, painter, sheet, 1, func(band) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped page answers %v", err)
	}
	refused := errors.New("out of paper")
	if err := inBands(context.Background(), painter, sheet, 1, func(band) error { return refused }); !errors.Is(err, refused) {
		t.Errorf("a printer that refuses answers %v", err)
	}
}

func TestChosenPagesAreThoseOfTheJob(t *testing.T) {
	var sheets []*drawing.Sheet
	for number := range 7 {
		sheets = append(sheets, &drawing.Sheet{Number: number + 1})
	}
	var numbers []int
	for _, sheet := range chosenSheets(sheets, PageRanges{{2, 3}, {5, 5}, {7, 7}}) {
		numbers = append(numbers, sheet.Number)
	}
	if want := []int{2, 3, 5, 7}; !slices.Equal(numbers, want) {
		t.Errorf("pages %v, want %v", numbers, want)
	}
	if got := len(chosenSheets(sheets, nil)); got != 7 {
		t.Errorf("%d of all pages", got)
	}
}
