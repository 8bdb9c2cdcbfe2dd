package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"summitledger/data/ledger"
	"summitledger/data/query"
)

// rows gives the records of a kind in the view that --query finds, in file
// order.
func (p *program) rows(ctx context.Context, s *session, kind ledger.Kind) ([]ledger.Ref, error) {
	if p.options.query == "" {
		return slices.Collect(s.view.All(kind)), nil
	}
	index, err := query.NewIndex(ctx, s.view.Ledger())
	if err != nil {
		return nil, fmt.Errorf("--query: %w", err)
	}
	return p.found(ctx, s, index, kind)
}

func (p *program) found(ctx context.Context, s *session, index *query.Index, kind ledger.Kind) ([]ledger.Ref, error) {
	selection, err := query.Run(ctx, s.view, index, query.Query{Kind: kind, Typed: p.options.query}, nil, query.Collator{})
	if err != nil {
		return nil, fmt.Errorf("--query: %w", err)
	}
	return selection.Rows, nil
}

// rowsOf gives the records of several kinds that --query finds. A filter by a
// field that only some of the kinds have finds none of the others; one that no
// kind understands is a mistake.
func (p *program) rowsOf(ctx context.Context, s *session, kinds []ledger.Kind) (map[ledger.Kind][]ledger.Ref, error) {
	index, err := query.NewIndex(ctx, s.view.Ledger())
	if err != nil {
		return nil, fmt.Errorf("--query: %w", err)
	}
	rows, understood := map[ledger.Kind][]ledger.Ref{}, false
	var first error
	for _, kind := range kinds {
		found, err := p.found(ctx, s, index, kind)
		var mistake *query.Mistake
		switch {
		case errors.As(err, &mistake):
			if first == nil {
				first = err
			}
		case err != nil:
			return nil, err
		default:
			understood, rows[kind] = true, found
		}
	}
	if !understood {
		return nil, first
	}
	return rows, nil
}

// pointOut prints a filter with marks under what of it is a mistake.
func pointOut(out io.Writer, mistake *query.Mistake) error {
	before := mistake.Text[:mistake.Byte]
	marked := mistake.Text[mistake.Byte : mistake.Byte+mistake.Bytes]
	_, err := fmt.Fprintf(out, "  %s\n  %s%s\n", mistake.Text, strings.Repeat(" ", columns(before)), strings.Repeat("^", max(1, columns(marked))))
	return err
}

// columns counts the columns that a text takes on a terminal: two for each
// character of Japanese.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
