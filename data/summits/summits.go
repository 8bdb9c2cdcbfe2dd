// Package summits holds the summit that comes with the program.
package summits

import (
	"embed"
	"io/fs"
)

//go:embed japan-russia-2016
var folders embed.FS

// BundledName is the key of the bundled summit and the name of its folder.
const BundledName = "japan-russia-2016"

// Bundled gives the folder of the bundled summit: Japan and Russia, 15 and 16
// December 2016, with its licence in datapackage.json and its notes.
func Bundled() (fs.FS, error) { return fs.Sub(folders, BundledName) }
