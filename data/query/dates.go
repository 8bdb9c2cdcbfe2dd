package query

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"summitledger/data/ledger"
)

// readDate reads a day, month or year as files write it, or with the signs of
// Japanese and Russian: 2016-12, 2016/12/16, 2016年12月, 16.12.2016. Marks are
// passed over: a filter asks for days, not for how sure they are.
func readDate(text string) (ledger.Date, bool) {
	text = norm.NFKC.String(strings.TrimSpace(text))
	text = strings.TrimRight(text, "~?")
	if date, err := ledger.ParseDate(text); err == nil && date.Known() && date.Precision != ledger.Period {
		date.Mark = ledger.Sure
		return date, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("-/年月日.", r) })
	if len(parts) == 0 || len(parts) > 3 {
		return ledger.NoDate(), false
	}
	if strings.Count(text, ".") == len(parts)-1 && len(parts[0]) < 4 { // the year last
		for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
			parts[i], parts[j] = parts[j], parts[i]
		}
	}
	for i, part := range parts {
		if len(part) == 1 && i > 0 {
			parts[i] = "0" + part
		}
	}
	date, err := ledger.ParseDate(strings.Join(parts, "-"))
	return date, err == nil && date.Known() && date.Precision != ledger.Period
}

// readPeriod reads a date or a range of dates, either end of which may be open.
func readPeriod(text string) (*Period, bool) {
	from, to, ranged := strings.Cut(text, "..")
	if !ranged {
		if left, right, ok := strings.Cut(text, "/"); ok {
			first, isFirst := readDate(left)
			last, isLast := readDate(right)
			if isFirst && isLast {
				return &Period{From: first, To: last, Range: true}, true
			}
		}
		date, ok := readDate(text)
		return &Period{From: date, To: date}, ok
	}
	period := &Period{From: ledger.NoDate(), To: ledger.NoDate(), Range: true}
	ok := true
	if from = strings.TrimSpace(from); from != "" {
		period.From, ok = readDate(from)
	}
	if to = strings.TrimSpace(to); to != "" && ok {
		period.To, ok = readDate(to)
	}
	return period, ok && (from != "" || to != "")
}
