package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/analysis"
	"summitledger/data/locale"
)

// The level at which records count is a person's choice, kept from one start
// to the next, and named in the header in every language.
func TestCountAtIsChosenAndRemembered(t *testing.T) {
	w, settle := opened(t)
	if w.countAt != analysis.AtAnnounced {
		t.Fatalf("at first counted at %s", w.countAt)
	}
	w.do("count_at_financed")
	settle()
	if w.countAt != analysis.AtFinanced || w.settings.countAt() != analysis.AtFinanced {
		t.Errorf("counted at %s, remembered %s", w.countAt, w.settings.countAt())
	}
	w.header.countAt.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if w.countAt != analysis.AtAnnounced {
		t.Errorf("Delete leaves %s", w.countAt)
	}
	w.header.countAt.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.window.Canvas().Overlays().Top() == nil {
		t.Error("Enter opens no list of levels")
	}
}

// Nothing of the header lies over another part of it, in any language at any
// width that the window takes; the strip gives way before the search field.
func TestTheHeaderHolds(t *testing.T) {
	w, settle := opened(t)
	for _, language := range locale.Languages() {
		w.setLanguage(language)
		w.do("count_at_financed")
		settle()
		for _, width := range []float32{960, 1024, 1280, 1440, 2560} {
			w.window.Resize(fyne.NewSize(width, 720))
			h := w.header
			end := float32(0)
			for _, part := range []fyne.CanvasObject{h.title, h.asOf, h.strip, h.known, h.countAt, h.search, h.excel, h.print} {
				if !part.Visible() {
					if part != fyne.CanvasObject(h.strip) || width > 1300 {
						t.Errorf("%s, %.0f wide: a part is hidden", language, width)
					}
					continue
				}
				if part.Position().X < end || part.Position().X+part.Size().Width > width {
					t.Errorf("%s, %.0f wide: a part from %.0f to %.0f after one that ends at %.0f", language, width, part.Position().X, part.Position().X+part.Size().Width, end)
				}
				end = part.Position().X + part.Size().Width
			}
			if h.strip.Visible() && h.search.Size().Width < searchMost {
				t.Errorf("%s, %.0f wide: the strip is kept and the search field is not", language, width)
			}
		}
	}
}
