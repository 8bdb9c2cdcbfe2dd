package exchange

import (
	"summitledger/data/ledger"
)

// The names under which a workspace keeps what stood beside the tables of a
// folder, so that the folder can be written again as it was.
const (
	metaDescriptor = "descriptor"
	metaNotes      = "notes"
)

// Meta gives what a workspace has to keep of a summit besides its ledger.
func Meta(summit Summit) map[string]string {
	return map[string]string{metaDescriptor: string(summit.Descriptor), metaNotes: string(summit.Notes)}
}

// FromWorkspace puts a summit together from a ledger and what a workspace
// kept; meta gives the text of a name.
func FromWorkspace(l *ledger.Ledger, meta func(name string) (string, error)) (Summit, error) {
	descriptor, err := meta(metaDescriptor)
	if err != nil {
		return Summit{}, err
	}
	notes, err := meta(metaNotes)
	if err != nil {
		return Summit{}, err
	}
	return Summit{Ledger: l, Descriptor: []byte(descriptor), Notes: []byte(notes)}, nil
}
