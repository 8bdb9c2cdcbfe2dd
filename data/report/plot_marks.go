package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"summitledger/data/ledger"
)

// markNamed gives the mark in ink for a mark of the design. Where ink tells two
// of them less apart than colour does, the word beside it does.
func markNamed(name string) mark {
	file, _, _ := strings.Cut(name, ".")
	switch file {
	case "":
		return noMark
	case "disc", "small":
		return fullDisc
	case "half":
		return halfDisc
	case "late":
		return lateDisc
	case "past":
		return lateRing
	case "ring":
		return ring
	case "pause":
		return bars
	case "pause_o", "diamond_o":
		return emptySquare
	case "diamond", "minus", "slash", "chev2":
		return minusDisc
	case "cross":
		return cross
	case "square":
		return greySquare
	case "step":
		return fullSquare
	}
	return dottedRing
}

// silenceMark gives the mark of an inferred state.
func silenceMark(silence ledger.Silence) mark {
	switch silence {
	case ledger.ShelvedInferred, ledger.LapsedInferred:
		return emptySquare
	case ledger.NoDatedEvent:
		return dottedRing
	}
	return noMark
}

// presenceMark tells how sure a signature at the summit is.
func presenceMark(presence ledger.Presence) mark {
	switch presence {
	case ledger.AtSummit:
		return fullDisc
	case ledger.ReportedAtSummit:
		return halfDisc
	case ledger.NotAtSummit:
		return ring
	}
	return dottedRing
}

// small gives a title as it stands inside a sentence.
func small(title string) string {
	first, length := utf8.DecodeRuneInString(title)
	return string(unicode.ToLower(first)) + title[length:]
}
