package ui

import (
	"slices"
	"strings"

	"summitledger/data/ledger"
)

// settingLooked remembers for each file the day on which it was last looked
// at, and the one before.
const settingLooked = "looked"

// noteLooked notes that a file is looked at today.
func (s *Settings) noteLooked(path string, today ledger.Day) {
	last, _ := s.looked(path)
	if last == today {
		return
	}
	list := slices.DeleteFunc(s.store.StringList(settingLooked), func(line string) bool { return strings.HasPrefix(line, path+"\t") })
	list = append([]string{strings.Join([]string{path, today.String(), dayText(last)}, "\t")}, list...)
	s.store.SetStringList(settingLooked, list[:min(len(list), recentKept)])
}

// looked gives the last day on which a file was looked at, and the one before
// it; NoDay for never.
func (s *Settings) looked(path string) (last, before ledger.Day) {
	for _, line := range s.store.StringList(settingLooked) {
		if parts := strings.Split(line, "\t"); len(parts) == 3 && parts[0] == path {
			return dayOrNone(parts[1]), dayOrNone(parts[2])
		}
	}
	return ledger.NoDay, ledger.NoDay
}

func dayText(day ledger.Day) string {
	if day == ledger.NoDay {
		return ""
	}
	return day.String()
}

func dayOrNone(text string) ledger.Day {
	day, err := ledger.ParseDay(text)
	if err != nil {
		return ledger.NoDay
	}
	return day
}

// lookedBefore gives the last day before today on which the open file was
// looked at: that of the last briefing. NoDay when it never was.
func (w *Window) lookedBefore() ledger.Day {
	if w.file == nil || w.file.name == "" {
		return ledger.NoDay
	}
	last, before := w.settings.looked(w.file.name)
	if last != ledger.NoDay && last < w.today() {
		return last
	}
	return before
}
