package report_test

import (
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"summitledger/data/locale"
	"summitledger/data/report"
	"summitledger/data/report/drawing"
)

// The pixels of a page painted whole and those of its bands are the same.
func TestBandsAreThePage(t *testing.T) {
	r := request(t, bundled(t), locale.Japanese, today, today)
	document, err := report.Brief(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		t.Fatal(err)
	}
	sheet := document.Drawn()[0]
	const scale = 2
	whole := painter.Picture(sheet, scale)
	if *keep != "" {
		file, err := os.Create(filepath.Join(*keep, "pixels.png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(file, whole); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	bounds := whole.Bounds()
	dark := 0
	for top := 0; top < bounds.Max.Y; top += 300 {
		band := image.NewRGBA(image.Rect(0, top, bounds.Max.X, min(top+300, bounds.Max.Y)))
		painter.Paint(band, sheet, scale)
		for y := band.Rect.Min.Y; y < band.Rect.Max.Y; y++ {
			for x := range bounds.Max.X {
				a, b := whole.RGBAAt(x, y), band.RGBAAt(x, y)
				if difference := int(a.R) - int(b.R); difference > 24 || difference < -24 {
					t.Fatalf("at %d, %d the page has %v, its band %v", x, y, a, b)
				}
				if a.R < 128 {
					dark++
				}
			}
		}
	}
	if share := float64(dark) / float64(bounds.Dx()*bounds.Dy()); share < 0.02 || share > 0.3 {
		t.Errorf("%.3f of the page is dark", share)
	}
}

func BenchmarkPaintBrief(b *testing.B) {
	r := request(b, bundled(b), locale.Japanese, today, today)
	document, err := report.Brief(context.Background(), r)
	if err != nil {
		b.Fatal(err)
	}
	painter, err := drawing.NewPainter(report.Faces())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		painter.Picture(document.Drawn()[0], 96.0/72)
	}
}

func BenchmarkBrief(b *testing.B) {
	r := request(b, bundled(b), locale.Japanese, today, today)
	for b.Loop() {
		if _, err := report.Brief(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}

// A table of 10,000 rows becomes a file.
func BenchmarkTable(b *testing.B) {
	r := request(b, bundled(b), locale.Russian, today, today)
	section := report.Section{Heading: "Проекты", Shares: []float64{0.45, 0.2, 0.2, 0.15}, Heads: []string{"Проект", "Стадия", "Сумма", "Источники"}, Right: []bool{false, false, true}}
	for range 10_000 {
		section.Rows = append(section.Rows, []string{"Строительство перегрузочного терминала сжиженного газа на Камчатке", "Обсуждается", "около 1 млрд долл.", "[1] [2]"})
	}
	for b.Loop() {
		if _, err := report.Pages(context.Background(), r, "Таблица", "pipeline", []report.Section{section}); err != nil {
			b.Fatal(err)
		}
	}
}
