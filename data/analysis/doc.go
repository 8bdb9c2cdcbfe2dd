// Package analysis derives figures from a view of a ledger: totals, bridges
// from a claim to its records, money per rung, scores, rates, findings. Every
// function is pure, every figure carries the records that it was made of, and
// nothing here is worded for people: names such as "ended_since" are codes for
// the translation catalogue. Numbers such as "RULES 9" are the sections of the
// rules for deriving figures, kept with the project's design papers.
package analysis
