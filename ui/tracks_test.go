package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"summitledger/data/ledger"
	"summitledger/data/locale"
)

// tracksOn gives the tab Tracks as of two days; empty days are today.
func tracksOn(t *testing.T, happened, known string) (*Window, *tracks, func()) {
	t.Helper()
	w, settle := opened(t)
	w.goTo("tracks")
	settle()
	if happened != "" {
		w.setDays(parsed(t, happened), parsed(t, known))
		settle()
	}
	return w, w.view().(*tracks), settle
}

// chooseTrack shows a track in the middle by its key.
func chooseTrack(t *testing.T, tab *tracks, key string, settle func()) string {
	t.Helper()
	track, ok := tab.desk.ledger.Find(ledger.Tracks, key)
	if !ok {
		t.Fatalf("no track %s", key)
	}
	tab.choose(refID(tab.desk.ledger, track))
	settle()
	return textsOf(tab.middle.Objects)
}

// Last outcomes by events.csv: in March 2022 three are suspended and one
// withdrawn; in September the travel of former residents is cancelled.
func TestTracksSayHowTheTalksStand(t *testing.T) {
	for _, c := range []struct {
		happened, known string
		want            []string
	}{
		{"", "", []string{"7 negotiations", "2\nsuspended", "2\nended", "3\nwithout a reported outcome"}},
		{"2016-12-17", "2016-12-17", []string{"7 negotiations", "7\nwithout a reported outcome"}},
		{"2018-12-31", "2026-11-23", []string{"7\nwithout a reported outcome"}},
		{"2022-03-31", "2026-11-23", []string{"3\nsuspended", "1\nended", "3\nwithout a reported outcome"}},
	} {
		_, tab, _ := tracksOn(t, c.happened, c.known)
		text := textsOf(tab.top.Objects)
		for _, want := range append(c.want, "does not mean") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the head says %q, not %q", c.happened, text, want)
			}
		}
	}
}

func TestATrackQuotesEachSideAndSaysWhatMoved(t *testing.T) {
	_, tab, settle := tracksOn(t, "", "")
	text := chooseTrack(t, tab, "former-residents-travel", settle)
	for _, want := range []string{"Cancelled, 3 Sep 2022", "Japan", "Russia", "16 Dec 2016 \u00b7 Government of Japan", "Reported as suspended", "From suspended to cancelled", "7 events"} {
		if !strings.Contains(text, want) {
			t.Errorf("the middle lacks %q", want)
		}
	}
	if text := chooseTrack(t, tab, "two-plus-two", settle); !strings.Contains(text, "No change of outcome or stage and no later position is recorded") || !strings.Contains(text, "No outcome reported") {
		t.Errorf("two-plus-two: %s", text)
	}
}

// On 15 December 2016 Japan had not been quoted on the islands, and no meeting
// had happened.
func TestATrackOfAnEarlierDayShowsOnlyWhatWasSaidThen(t *testing.T) {
	_, tab, settle := tracksOn(t, "2016-12-15", "2026-11-23")
	text := chooseTrack(t, tab, "island-sovereignty", settle)
	if strings.Contains(text, "Northern Territories") || !strings.Contains(text, "The islands are Russian territory") {
		t.Errorf("on 15 December 2016: %s", text)
	}
	if !strings.Contains(text, "State as recorded on 23 Nov 2026, not as of the chosen day") {
		t.Error("words of the file stand there as if they were of 2016")
	}
	if other := chooseTrack(t, tab, "peace-treaty", settle); !strings.Contains(other, "No dated event by this day.") || !strings.Contains(other, "No position of any side is recorded by this day.") {
		t.Errorf("the treaty on 15 December 2016: %s", other)
	}
}

func TestTheBalanceOpensAndSaysWhatIsNotInIt(t *testing.T) {
	for language, want := range map[locale.Language]string{
		locale.English:  "Technology and concessions are not in the data.",
		locale.Japanese: "技術と譲歩はデータにない。",
		locale.Russian:  "Технологий и уступок в данных нет.",
	} {
		w, tab, settle := tracksOn(t, "", "")
		w.setLanguage(language)
		settle()
		if text := strings.ReplaceAll(textsOf(tab.side.Objects), "\n", " "); !strings.Contains(text, want) {
			t.Errorf("%s: %s", language, text)
		}
		place := tab.places["balance.JP.gives_money"]
		if place == nil {
			t.Fatal("the number of records in which Japan gives money does not open")
		}
		place.Tapped(nil)
		settle()
		if !w.figure.opened || len(w.figure.shown.total.Added) != w.figure.shown.total.Count || w.figure.shown.total.Count == 0 {
			t.Errorf("the panel shows %+v", w.figure.shown)
		}
		w.closeFigure()
	}
}

func TestTracksAreSearchedChosenByKeysAndCopied(t *testing.T) {
	w, tab, settle := tracksOn(t, "", "")
	first := tab.chosen
	w.focusView()
	tab.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	settle()
	if tab.chosen == first {
		t.Error("the arrow key chose no other track")
	}
	w.header.search.SetText("visa")
	settle()
	left, chips, right := w.foot.Texts()
	if left != "Showing 1 of 7" || len(chips) != 1 || right != "Positions are quoted, not counted." {
		t.Errorf("%q, %q, %q", left, chips, right)
	}
	if ref, ok := w.desk.find(tab.chosen); !ok || w.desk.ledger.Key(ref) != "business-visas" {
		t.Errorf("shown in the middle: %s", tab.chosen)
	}
	if text := tab.copyText(); !strings.Contains(text, "Visas and travel for business and other visitors\t") || strings.Count(text, "\n") != 2 {
		t.Errorf("copied %q", text)
	}
	w.header.search.SetText("nothing of the kind")
	settle()
	if tab.shown != nil {
		t.Error("a track that is not listed is still shown")
	}
}
