package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

func (p *program) claimCommand() *cobra.Command {
	var options counting
	command := &cobra.Command{
		Use:   "claim [KEY]",
		Short: "Take a headline figure apart: what can be named, what became of it, what nothing explains",
		Long: `Take a headline figure apart: the records that it speaks of by bucket, and the
remainder that no record explains. Buckets and remainder always make the claim.
Neither --count-at nor --query moves a bucket: each is split into counted and
not counted, shown and hidden. Without KEY all claims are listed.`,
		Example: `  summitledger claim docs-total-80
  summitledger claim docs-total-80 --count-at financed --as-of 2018-12-31
  summitledger claim package-jpy-300bn --json
  summitledger claim docs-total-80 --unit deals`,
		Args: atMost(1),
		RunE: func(command *cobra.Command, arguments []string) (err error) {
			if err := options.open(p, command); err != nil {
				return err
			}
			s := options.session
			defer s.close(&err)
			if len(arguments) == 0 {
				return p.listClaims(command.Context(), &options)
			}
			claim, err := claimNamed(s.view.Ledger(), arguments[0])
			if err != nil {
				return err
			}
			filter, err := p.filter(command.Context(), s, claim)
			if err != nil {
				return err
			}
			answer := options.answer(claim, filter)
			if options.asJSON {
				return printJSON(p.env.out, s.claimForm(&options, answer, filter != nil))
			}
			return p.printClaim(&options, answer, filter != nil)
		},
	}
	options.addTo(command, "as JSON: {key, form, amount, ..., buckets, itemised, remainder, left_out, splits, rivals}; without KEY an array of these")
	return command
}

// claimNamed finds a claim by its key, with or without "claim:" in front.
func claimNamed(l *ledger.Ledger, name string) (ledger.Ref, error) {
	claim, ok := l.Find(ledger.Claims, strings.TrimPrefix(name, ledger.Claims.String()+":"))
	if !ok {
		return ledger.NoRef(), usagef("there is no claim with the key %q; \"summitledger list claims\" names them", name)
	}
	return claim, nil
}

func (c *counting) answer(claim ledger.Ref, filter func(ledger.Ref) bool) analysis.ClaimAnswer {
	v := c.session.view
	return analysis.BridgeWith(v, claim, analysis.SettingsOf(v.Ledger()).Bridging(c.at, filter))
}

// filter tells of the records that a claim counts which ones --query shows; nil
// without words.
func (p *program) filter(ctx context.Context, s *session, claim ledger.Ref) (func(ledger.Ref) bool, error) {
	if p.options.query == "" {
		return nil, nil
	}
	shown := make(map[ledger.Ref]bool)
	found, err := p.rowsOf(ctx, s, []ledger.Kind{ledger.Agreements, ledger.Deals, ledger.Funds})
	if err != nil {
		return nil, err
	}
	for _, rows := range found {
		for _, ref := range rows {
			shown[ref] = true
		}
	}
	return func(ref ledger.Ref) bool { return shown[ref] }, nil
}

// listClaims prints all claims of the view that --query finds.
func (p *program) listClaims(ctx context.Context, options *counting) error {
	s := options.session
	claims, err := p.rows(ctx, s, ledger.Claims)
	if err != nil {
		return err
	}
	if options.asJSON {
		forms := make([]claimForm, 0, len(claims))
		for _, claim := range claims {
			forms = append(forms, s.claimForm(options, options.answer(claim, nil), false))
		}
		return printJSON(p.env.out, forms)
	}
	if len(claims) == 0 {
		_, err := fmt.Fprintln(p.env.out, s.printer.Records(ledger.Claims, 0))
		return err
	}
	out := tabwriter.NewWriter(p.env.out, 0, 8, 2, ' ', 0)
	for _, claim := range claims {
		answer := options.answer(claim, nil)
		cells := []string{s.view.Ledger().Key(claim), s.claimed(answer), s.printer.Text("claims.form." + string(answer.Form))}
		if answer.HasRemainder {
			key := "answer.itemised_and_remainder"
			if answer.Remainder.IsNegative() {
				key = "answer.itemised_and_more"
			}
			cells = append(cells, s.printer.Text(key, s.claimValue(answer, answer.Itemised), s.remainder(answer)))
		} else {
			cells = append(cells, "")
		}
		cells = append(cells, s.printer.Title(s.view.Ledger(), claim))
		if _, err := fmt.Fprintln(out, strings.Join(cells, "\t")); err != nil {
			return err
		}
	}
	return out.Flush()
}

// printClaim writes the bridge of one claim for people.
func (p *program) printClaim(options *counting, answer analysis.ClaimAnswer, filtered bool) error {
	s := options.session
	l, text := s.view.Ledger(), s.printer.Text
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s\n%s\n", l.Key(answer.Claim), s.claimed(answer), s.printer.Title(l, answer.Claim))
	fmt.Fprintf(&out, "%s\n", text("answer.days", s.printer.Day(s.view.AsOf().Happened), s.printer.Day(s.view.AsOf().Known)))
	switch {
	case !answer.InView:
		fmt.Fprintf(&out, "%s\n", text("claims.absent"))
	case answer.Finding != nil:
		fmt.Fprintf(&out, "%s\n", text("answer.scope_not_read", answer.Finding.Error()))
	case answer.Comparison != nil:
		s.writeComparison(&out, answer)
	case !answer.HasRemainder:
		fmt.Fprintf(&out, "%s\n", text("answer.as_said"))
	default:
		if err := s.writeBridge(&out, options, answer, filtered); err != nil {
			return err
		}
	}
	for _, rival := range answer.Rivals {
		key := "answer.rival"
		if rival.Forecast {
			key = "answer.rival_forecast"
		}
		fmt.Fprintf(&out, "%s\n", text(key, l.Key(rival.Claim), s.claimed(options.answer(rival.Claim, nil))))
	}
	_, err := fmt.Fprint(p.env.out, out.String())
	return err
}

func (s *session) writeBridge(out *strings.Builder, options *counting, answer analysis.ClaimAnswer, filtered bool) error {
	text := s.printer.Text
	table := tabwriter.NewWriter(out, 0, 8, 2, ' ', tabwriter.AlignRight)
	line := func(cells ...string) {
		fmt.Fprintf(table, "%s\t\n", strings.Join(cells, "\t")) // a strings.Builder takes all
	}
	heads := []string{"", text("answer.value"), text("answer.counted_at", s.printer.Word("count_at", options.at.String())), text("answer.records")}
	if filtered {
		heads = append(heads, text("answer.shown"))
	}
	line(heads...)
	for _, bucket := range answer.Buckets {
		cells := []string{text("answer.bucket." + bucket.ID), s.claimValue(answer, bucket.Value), s.claimValue(answer, bucket.Counted.Value), s.printer.Integer(len(bucket.Items))}
		if filtered {
			cells = append(cells, s.claimValue(answer, bucket.Shown.Value))
		}
		line(cells...)
	}
	line(text("answer.itemised"), s.claimValue(answer, answer.Itemised), s.claimValue(answer, answer.Counted))
	line(text("answer.remainder"), s.remainder(answer))
	if err := table.Flush(); err != nil {
		return err
	}
	for _, left := range answer.LeftOut {
		fmt.Fprintf(out, "%s: %s\n", text("answer.left_out", s.printer.Integer(len(left.Refs)), text("reason."+left.Reason)), strings.Join(s.keys(left.Refs), ", "))
	}
	for _, split := range answer.Splits {
		parts := make([]string, 0, len(split.Parts))
		for _, part := range split.Parts {
			parts = append(parts, s.view.Ledger().Key(part.Claim)+" "+s.claimValue(answer, part.Amount))
		}
		fmt.Fprintf(out, "%s\n", text("answer.split", split.Word, strings.Join(parts, " + "), s.claimValue(answer, split.Sum), s.claimValue(answer, split.Gap)))
	}
	out.WriteString(options.countedLine(answer.ItemisedTotal().Added))
	return nil
}

func (s *session) writeComparison(out *strings.Builder, answer analysis.ClaimAnswer) {
	l, comparison := s.view.Ledger(), answer.Comparison
	fmt.Fprintf(out, "%s\n", s.printer.Text("claims.compare.no_remainder"))
	if !comparison.Record.Exists() {
		fmt.Fprintf(out, "%s\n", s.printer.Text("claims.compare.absent"))
		return
	}
	fmt.Fprintf(out, "%s: %s\n", l.Name(comparison.Record), s.printer.Qualified(comparison.Headline.Qualifier, s.printer.Money(comparison.Headline.Money)))
	for _, amount := range comparison.Ladder.Amounts {
		fmt.Fprintf(out, "  %s: %s (%s)\n", s.printer.Word("rung", amount.Rung.String()), s.printer.Money(amount.Money), l.Name(amount.From))
	}
}

// claimed writes what a claim says: about JPY 300bn, 80 documents.
func (s *session) claimed(answer analysis.ClaimAnswer) string {
	p := s.printer
	switch answer.Unit {
	case ledger.UnitMoney:
		return p.Qualified(answer.Qualifier, p.Money(ledger.Money{Amount: answer.Amount, Currency: answer.Currency}))
	case ledger.UnitPercent:
		return p.Qualified(answer.Qualifier, answer.Amount.String()+"%")
	}
	return p.Qualified(answer.Qualifier, p.Decimal(answer.Amount, places(answer))+" "+p.Word("unit", answer.Unit.String()))
}

func places(answer analysis.ClaimAnswer) int32 {
	if answer.Amount.IsInteger() {
		return 0
	}
	return -answer.Amount.Exponent()
}

// claimValue writes a part of a claim in its unit: money to the minor units.
func (s *session) claimValue(answer analysis.ClaimAnswer, value interface{ String() string }) string {
	amount, err := decimalOf(value.String())
	if err != nil {
		return value.String()
	}
	if answer.Form == analysis.FormSum {
		return s.printer.Exact(ledger.Money{Amount: amount.Round(answer.Currency.MinorUnits()), Currency: answer.Currency})
	}
	return s.printer.Decimal(amount, 0)
}

// remainder says what no record explains: "at least 36", "2 more found than
// claimed" (RULES 9.1).
func (s *session) remainder(answer analysis.ClaimAnswer) string {
	if answer.Remainder.IsNegative() {
		return s.printer.Text("answer.more_found", s.claimValue(answer, answer.Remainder.Neg()))
	}
	qualifier := answer.RemainderQualifier
	if slices.Contains([]ledger.Qualifier{ledger.MoreThan}, qualifier) {
		qualifier = ledger.AtLeast
	}
	return s.printer.Qualified(qualifier, s.claimValue(answer, answer.Remainder))
}
