package assets

import (
	"embed"
	"io/fs"
)

//go:embed translations
var translations embed.FS

// Translations holds the texts of the program: translations/LANGUAGE/AREA.json.
func Translations() fs.FS { return translations }
