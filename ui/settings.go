package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"summitledger/data/locale"
)

// Settings is what the window remembers from one start to the next.
type Settings struct {
	store fyne.Preferences
}

// The names under which settings are kept.
const (
	settingLanguage = "language"
	settingTheme    = "theme"
	settingTab      = "tab"
	settingWidth    = "window.width"
	settingHeight   = "window.height"
	settingRecent   = "recent"
	settingDensity  = "density"
	settingFacets   = "facets.hidden"
	settingRecord   = "record.hidden"
	settingFunds    = "funds.as_table"
	settingPipeline = "pipeline.mode"
	settingLanes    = "pipeline.lanes"
)

// recentKept is how many workspaces the Open recent menu lists.
const recentKept = 10

// The size of the window at the first start, as the design draws it.
const (
	firstWidth  = 1440
	firstHeight = 900
)

// Language gives the chosen language; system when none was chosen.
func (s *Settings) Language(system locale.Language) locale.Language {
	language, err := locale.ParseLanguage(s.store.String(settingLanguage))
	if err != nil {
		return system
	}
	return language
}

func (s *Settings) setLanguage(language locale.Language) {
	s.store.SetString(settingLanguage, string(language))
}

// Dark reports whether the dark theme is chosen.
func (s *Settings) Dark() bool { return s.store.String(settingTheme) == "dark" }

func (s *Settings) setDark(dark bool) {
	theme := "light"
	if dark {
		theme = "dark"
	}
	s.store.SetString(settingTheme, theme)
}

func (s *Settings) size() fyne.Size {
	return fyne.NewSize(float32(s.store.FloatWithFallback(settingWidth, firstWidth)), float32(s.store.FloatWithFallback(settingHeight, firstHeight)))
}

func (s *Settings) setSize(size fyne.Size) {
	s.store.SetFloat(settingWidth, float64(size.Width))
	s.store.SetFloat(settingHeight, float64(size.Height))
}

// recent lists the workspaces opened last, newest first.
func (s *Settings) recent() []string { return s.store.StringList(settingRecent) }

func (s *Settings) remember(path string) {
	list := slices.DeleteFunc(s.recent(), func(old string) bool { return old == path })
	list = append([]string{path}, list...)
	s.store.SetStringList(settingRecent, list[:min(len(list), recentKept)])
}

func (s *Settings) forget(path string) {
	s.store.SetStringList(settingRecent, slices.DeleteFunc(s.recent(), func(old string) bool { return old == path }))
}
