package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// layers lists the packages from the ground up. A package imports only
// packages of layers below its own, or its own sub-packages; packages of one
// layer do not know each other.
var layers = [][]string{
	{"assets", "assets/translations"},
	{"data/ledger", "data/summits"},
	{"data/locale"},
	{"data/query"},
	{"data/analysis"},
	{"data/chart", "data/workspace", "data/exchange"},
	{"data/workbook", "data/report"},
	{"ui"},
	{"cmd"},
}

// layerOf gives the place of a package in layers, -1 when it has none.
func layerOf(folder string) int {
	best, layer := "", -1
	for i, packages := range layers {
		for _, name := range packages {
			if (folder == name || strings.HasPrefix(folder, name+"/")) && len(name) > len(best) {
				best, layer = name, i
			}
		}
	}
	return layer
}

func TestImportsGoOneWay(t *testing.T) {
	const module = "summitledger/"
	files := 0
	err := filepath.WalkDir("../..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		local, err := filepath.Rel("../..", name)
		if err != nil {
			return err
		}
		folder := path.Dir(filepath.ToSlash(local))
		isTest := strings.HasSuffix(name, "_test.go")
		own := layerOf(folder)
		if own < 0 {
			t.Errorf("%s stands in no layer", local)
			return nil
		}
		files++
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if strings.HasPrefix(imported, "fyne.io/") && !strings.HasPrefix(folder, "ui") {
				t.Errorf("%s imports %s: only ui draws windows", local, imported)
			}
			target, isOurs := strings.CutPrefix(imported, module)
			if !isOurs {
				continue
			}
			// Tests may read the bundled summit through any package of data.
			if isTest && strings.HasPrefix(target, "data/") {
				continue
			}
			other := layerOf(target)
			sameHouse := other == own && (strings.HasPrefix(target, "ui") || strings.HasPrefix(folder, target+"/") || strings.HasPrefix(target, folder+"/") || folder == target)
			if other >= own && !sameHouse {
				t.Errorf("%s imports %s, which stands above or beside it", local, target)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
}
