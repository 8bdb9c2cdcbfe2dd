package ledger_test

import (
	"encoding/json"
	"io/fs"
	"slices"
	"testing"

	"summitledger/data/ledger"
	"summitledger/data/summits"
)

// The columns here and the descriptor of the bundled summit are two accounts
// of one format: they may not drift apart.
func TestColumnsAgreeWithTheDataPackage(t *testing.T) {
	folder, err := summits.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	content, err := fs.ReadFile(folder, "datapackage.json")
	if err != nil {
		t.Fatal(err)
	}
	var descriptor struct {
		Resources []struct {
			Name   string
			Schema struct {
				Fields []struct {
					Name, Type  string
					Constraints struct {
						Required bool
						Unique   bool
						Enum     []string
					}
				}
			}
		}
	}
	if err := json.Unmarshal(content, &descriptor); err != nil {
		t.Fatal(err)
	}
	if len(descriptor.Resources) != len(ledger.Kinds()) {
		t.Fatalf("%d tables described, %d known", len(descriptor.Resources), len(ledger.Kinds()))
	}
	for _, resource := range descriptor.Resources {
		kind, ok := ledger.ParseTable(resource.Name)
		if !ok {
			t.Errorf("table %s is not known", resource.Name)
			continue
		}
		columns := kind.Columns()
		if len(columns) != len(resource.Schema.Fields) {
			t.Errorf("%s: %d columns, the descriptor has %d", resource.Name, len(columns), len(resource.Schema.Fields))
			continue
		}
		for i, field := range resource.Schema.Fields {
			column := columns[i]
			if column.Name != field.Name || column.Required != field.Constraints.Required {
				t.Errorf("%s: column %s required %v, the descriptor says %s required %v", resource.Name, column.Name, column.Required, field.Name, field.Constraints.Required)
			}
			if (column.Type == ledger.KeyColumn) != field.Constraints.Unique {
				t.Errorf("%s.%s: unique %v", resource.Name, field.Name, field.Constraints.Unique)
			}
			if (column.Type == ledger.AmountColumn) != (field.Type == "number") {
				t.Errorf("%s.%s: type %s", resource.Name, field.Name, field.Type)
			}
			for _, word := range field.Constraints.Enum {
				if column.Type == ledger.WordColumn && !slices.Contains(column.Words.Words(), word) {
					t.Errorf("%s.%s: the word %s is not in the vocabulary", resource.Name, field.Name, word)
				}
			}
		}
	}
}
