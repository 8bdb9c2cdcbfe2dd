package report

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Job says how a document is printed. What is left empty the printer's own
// settings decide.
type Job struct {
	Printer   string     // empty: the default one
	Title     string     // in the printer's queue
	Copies    int        // 0 is one
	Pages     PageRanges // none: all
	Sides     Sides
	Paper     string // a name of Papers
	Landscape bool   // the sheets of the document lie on their side
	Grey      bool   // without colour
}

// Sides says how many sides of a sheet are printed on.
type Sides string

// The sides of a sheet.
const (
	SidesOfPrinter Sides = "" // as the printer is set
	OneSide        Sides = "one"
	TwoSides       Sides = "two"
)

// AllSides lists what can be asked of a printer.
func AllSides() []Sides { return []Sides{OneSide, TwoSides} }

// mostCopies is more than anyone wants of a brief: a slip of the hand costs paper.
const mostCopies = 999

// Validate says what of the job no printer can do.
func (j Job) Validate() error {
	if j.Copies < 0 || j.Copies > mostCopies {
		return fmt.Errorf("%d copies cannot be printed; ask for 1 to %d", j.Copies, mostCopies)
	}
	switch j.Sides {
	case SidesOfPrinter, OneSide, TwoSides:
	default:
		return fmt.Errorf("there is no printing on %q sides; ask for one or two", j.Sides)
	}
	known := j.Paper == ""
	for _, paper := range Papers() {
		known = known || j.Paper == paper
	}
	if !known {
		return fmt.Errorf("there is no paper %q; the papers are: %s", j.Paper, strings.Join(Papers(), ", "))
	}
	for _, one := range j.Pages {
		if one.First < 1 || one.Last < one.First {
			return fmt.Errorf("pages %q: %w", j.Pages, errPages)
		}
	}
	return nil
}

// PageRange is pages that follow each other, counted from 1, both included.
type PageRange struct{ First, Last int }

// PageRanges is a choice of pages in the order of the document.
type PageRanges []PageRange

var errPages = errors.New("write numbers of pages, such as 2 or 1-3 or 1-3,5, each after the one before")

// ParsePages reads a choice of pages: "2", "1-3", "1-3,5". Nothing is all pages.
func ParsePages(text string) (PageRanges, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	var pages PageRanges
	last := 0
	for piece := range strings.SplitSeq(text, ",") {
		from, to, more := strings.Cut(piece, "-")
		first, err := pageNumber(from)
		end := first
		if err == nil && more {
			end, err = pageNumber(to)
		}
		if err != nil || first <= last || end < first {
			return nil, fmt.Errorf("pages %q: %w", text, errPages)
		}
		pages, last = append(pages, PageRange{first, end}), end
	}
	return pages, nil
}

// pageNumber reads a number without sign.
func pageNumber(text string) (int, error) {
	number, err := strconv.ParseUint(strings.TrimSpace(text), 10, 16)
	return int(number), err
}

// String writes the choice as ParsePages reads it.
func (p PageRanges) String() string {
	pieces := make([]string, len(p))
	for i, one := range p {
		pieces[i] = strconv.Itoa(one.First)
		if one.Last != one.First {
			pieces[i] += "-" + strconv.Itoa(one.Last)
		}
	}
	return strings.Join(pieces, ",")
}

// PageError says that a page was asked for which the document does not have.
type PageError struct{ Page, Pages int }

func (e *PageError) Error() string {
	return fmt.Sprintf("page %d was asked for, the document has %d", e.Page, e.Pages)
}

// Within says which pages of a document of so many pages are asked for and not
// there.
func (p PageRanges) Within(count int) error {
	for _, one := range p {
		if one.Last > count {
			return &PageError{Page: one.Last, Pages: count}
		}
	}
	return nil
}
