package ui

// density is how high the rows of tables are.
type density struct {
	name string
	high float32
}

// densities lists the heights of rows, the lowest first.
func densities() []density { return []density{{"compact", 24}, {"normal", 28}, {"roomy", 32}} }

// rowHeight is that of the chosen density.
func (w *Window) rowHeight() float32 {
	chosen := w.settings.store.String(settingDensity)
	for _, density := range densities() {
		if density.name == chosen {
			return density.high
		}
	}
	return densities()[0].high
}

// setDensity makes the rows of all tables higher or lower.
func (w *Window) setDensity(name string) {
	w.settings.store.SetString(settingDensity, name)
	if w.desk != nil {
		w.show(w.desk)
	}
}
