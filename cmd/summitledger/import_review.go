package main

import (
	"encoding/json"
	"fmt"
	"os"

	"summitledger/data/exchange"
)

// formOf gives a suggestion as JSON has it.
func formOf(s exchange.Suggestion) suggestionForm {
	form := suggestionForm{Record: s.Record, Field: orNull(s.Field), Old: orNull(s.Old), New: orNull(s.New), Reason: orNull(s.Reason), Place: orNull(s.Place), Accepted: s.Accepted}
	for i, cell := range s.Cells {
		if cell != "" {
			if form.Cells == nil {
				form.Cells = map[string]string{}
			}
			form.Cells[s.Kind.Columns()[i].Name] = cell
		}
	}
	return form
}

// identity is a suggestion without the answer to it.
func (f suggestionForm) identity() string {
	f.Accepted = false
	text, err := json.Marshal(f)
	if err != nil {
		return f.Record // texts and maps of texts can always be written
	}
	return string(text)
}

// readReview puts the answers of a review, a proposal as JSON in which somebody
// said true or false of each suggestion, in the place of those that a proposal
// begins with. What the review does not list is refused. What it accepts must
// still be proposed, word for word: otherwise the workbook or the workspace
// went on since, and nothing is changed.
func readReview(path string, proposal *exchange.Proposal) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return usagef("--accept: %w", err)
	}
	var review map[string][]suggestionForm
	if err := json.Unmarshal(content, &review); err != nil {
		return usagef("--accept: %s is no review as --dry-run --json prints it: %w", path, err)
	}
	accepted := map[exchange.Verdict]map[string]int{}
	names := map[string]string{} // what to call a suggestion that nobody proposes any more
	for verdict, forms := range review {
		if _, ok := verdictOf(verdict); !ok {
			return usagef("--accept: %s has %q, which is none of added, changed, conflict, removed and problem", path, verdict)
		}
		for _, form := range forms {
			if !form.Accepted {
				continue
			}
			if exchange.Verdict(verdict) == exchange.Problem {
				return usagef("--accept: %s accepts what cannot be taken over: %s", path, form.Record)
			}
			if accepted[exchange.Verdict(verdict)] == nil {
				accepted[exchange.Verdict(verdict)] = map[string]int{}
			}
			accepted[exchange.Verdict(verdict)][form.identity()]++
			names[form.identity()] = form.Record
			if form.Field != nil {
				names[form.identity()] += " " + *form.Field
			}
		}
	}
	for i := range proposal.Suggestions {
		s := &proposal.Suggestions[i]
		identity := formOf(*s).identity()
		if s.Accepted = accepted[s.Verdict][identity] > 0; s.Accepted {
			accepted[s.Verdict][identity]--
		}
	}
	for _, left := range accepted {
		for identity, count := range left {
			if count > 0 {
				return fmt.Errorf("%s accepts %s, which is no longer proposed as it stands there: the workbook or the workspace was changed since; nothing was changed", path, names[identity])
			}
		}
	}
	return nil
}

func verdictOf(text string) (exchange.Verdict, bool) {
	for _, verdict := range exchange.Verdicts() {
		if text == string(verdict) {
			return verdict, true
		}
	}
	return "", false
}

// reviewed answers a proposal by the review that the options name, if any.
func (o *importOptions) reviewed(proposal *exchange.Proposal) error {
	switch {
	case o.review == "":
		return nil
	case o.conflicts || o.removals:
		return usagef("--accept says of each suggestion whether it is taken: --take-conflicts and --remove-missing do not go with it")
	}
	return readReview(o.review, proposal)
}
