// Package ledger holds what is known of a summit: its records, the dated
// events that happened to them, and the rules that say what existed at which
// stage on a given day.
//
// A Ledger is immutable once built and safe for concurrent reading. It keeps
// one row per record in the tables and columns that a summit folder has; a row
// is a list of cells, each the text exactly as the file has it. An Edit yields
// the next Ledger and shares with the old one all that it does not change.
//
// A View is the ledger as of two days: what had happened and what was known.
// The numbers in comments such as "RULES 4.2" are the sections of the rules
// for deriving figures, kept with the project's design papers.
package ledger
