package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// settingFolder remembers the folder in which a file dialog ended last.
const settingFolder = "folder"

// location shows a folder first in a file dialog: the one in which the last
// dialog ended, that of the open file, the person's documents, their home. The
// folder of the program's own data is hidden and none of them.
func (w *Window) location() fyne.ListableURI {
	places := []string{w.settings.store.String(settingFolder)}
	if w.file != nil {
		if folder := filepath.Dir(w.file.name); !ownFolder(folder) {
			places = append(places, folder)
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, documents(home), home)
	}
	for _, place := range places {
		if info, err := os.Stat(place); place == "" || err != nil || !info.IsDir() {
			continue
		}
		if list, err := storage.ListerForURI(storage.NewFileURI(place)); err == nil {
			return list
		}
	}
	return nil
}

// ownFolder reports whether a folder is that of the program's own data.
func ownFolder(folder string) bool {
	bundled, err := bundledPath()
	return err == nil && filepath.Clean(folder) == filepath.Dir(bundled)
}

// remembersFolder begins the next file dialog beside a path.
func (w *Window) remembersFolder(folder string) {
	w.settings.store.SetString(settingFolder, folder)
}

// documents gives the folder of a person's documents, whatever their desktop
// calls it: the settings of the desktop name it, "Documents" otherwise.
func documents(home string) string {
	config, err := os.UserConfigDir()
	if err != nil {
		return filepath.Join(home, "Documents")
	}
	content, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return filepath.Join(home, "Documents")
	}
	for line := range strings.Lines(string(content)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		if name == "XDG_DOCUMENTS_DIR" {
			return filepath.Clean(strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1))
		}
	}
	return filepath.Join(home, "Documents")
}
