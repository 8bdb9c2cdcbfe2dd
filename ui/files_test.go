package ui

import "testing"

// Every question for a file opens, at the size of the window.
func TestFileDialogsOpen(t *testing.T) {
	w, settle := opened(t)
	w.goTo("agreements")
	settle()
	for name, ask := range map[string]func(){"open": w.askOpen, "folder": w.askExportFolder, "excel": func() { w.askExportExcel(false) }, "brief": w.askSaveBrief} {
		ask()
		if !w.covered() {
			t.Errorf("%s: nothing was asked", name)
		}
		w.dismiss()
	}
}
