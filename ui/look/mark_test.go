package look

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// Section 3 of the design: shape, and the hue that goes with the word.
func TestMarksHaveTheHueOfTheirWord(t *testing.T) {
	app := test.NewTempApp(t)
	for _, dark := range []bool{false, true} {
		app.Settings().SetTheme(NewTheme(dark))
		for _, c := range []struct {
			mark  string
			token Token
		}{
			{"disc", Accent}, {"disc.green", Green}, {"half", Accent}, {"half.ochre", Ochre}, {"ring", Text3}, {"ring.accent", Accent}, {"ring.mauve", Mauve},
			{"dots", Text3}, {"pause", Brick}, {"pause_o", Text3}, {"diamond", Brick}, {"diamond_o", Text3}, {"cross", Brick}, {"minus", Brick}, {"late", Green},
			{"past", Text2}, {"past.brick", Brick}, {"slash", Text2}, {"chev2", Text2}, {"step", Green}, {"square", Ochre}, {"small", Text3}, {"dash", Text3}, {"differ", Text2},
		} {
			resource := Mark(c.mark)
			wanted := fmt.Sprintf("#%06X", palette(Variant())[c.token])
			if !bytes.Contains(resource.Content(), []byte(wanted)) || bytes.Contains(resource.Content(), []byte("#000000")) {
				t.Errorf("dark %t: %s is not drawn in %s: %s", dark, c.mark, wanted, resource.Content())
			}
			if !bytes.Contains(resource.Content(), []byte("<path")) && !bytes.Contains(resource.Content(), []byte("<circle")) && !bytes.Contains(resource.Content(), []byte("<rect")) {
				t.Errorf("%s draws nothing", c.mark)
			}
			if again := Mark(c.mark); again != resource {
				t.Errorf("%s is made anew each time", c.mark)
			}
		}
	}
}

func TestAnUnknownMarkDrawsNothing(t *testing.T) {
	test.NewTempApp(t)
	if content := string(Mark("no such mark").Content()); !strings.HasPrefix(content, "<svg") || strings.Contains(content, "<path") {
		t.Errorf("an unknown mark gave %s", content)
	}
}
