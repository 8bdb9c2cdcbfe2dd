package main

import (
	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// choose gives the changes that set a setting of the workspace; an empty value
// goes back to the default.
func (p *program) choose(l *ledger.Ledger, key string, fields []assignment) ([]ledger.Change, error) {
	name, ok := ledger.ParseSetting(key)
	if !ok {
		return nil, usagef("there is no setting %q; \"summitledger set --help\" lists them", key)
	}
	if len(fields) != 1 || fields[0].field != "value" {
		return nil, usagef("a setting has one field: write value=...")
	}
	choice := ledger.Choice{Name: name, Value: fields[0].value}
	if err := analysis.CheckChoice(l, choice); err != nil {
		return nil, usageError{err}
	}
	changes := l.Choose(p.today(), choice)
	if len(changes) == 0 && choice.Value == "" {
		return nil, usagef("setting:%s stands at its default already", name)
	}
	return changes, nil
}
