package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"summitledger/data/exchange"
	"summitledger/data/report"
)

// formats of --format; PDF without it.
const (
	formatPDF      = "pdf"
	formatPNG      = "png"
	formatSVG      = "svg"
	formatMarkdown = "md"
)

func formats() []string { return []string{formatPDF, formatPNG, formatSVG, formatMarkdown} }

// formatOf reads --format, or tells the format by the name of the file.
func formatOf(asked, out string) (string, error) {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(out), "."))
	switch {
	case asked == "" && (out == "" || out == "-"):
		return formatPDF, nil
	case asked == "" && slices.Contains(formats(), ending):
		return ending, nil
	case asked == "":
		return "", usagef("the name of a report ends in .pdf, .png, .svg or .md; %q does not", out)
	case !slices.Contains(formats(), asked):
		return "", usagef("--format: there is no format %q; the formats are %s", asked, strings.Join(formats(), ", "))
	case out != "" && out != "-" && ending != asked:
		return "", usagef("--format %s: the name of the file ends in .%s then; %q does not", asked, asked, out)
	}
	return asked, nil
}

// writeAs writes a plan in a format other than PDF. Pictures are of one page.
func (p *program) writeAs(ctx context.Context, plan *report.Plan, format string, pages report.PageRanges, out string) error {
	page := 1
	if len(pages) > 0 {
		page = pages[0].First
	}
	single := len(pages) == 0 || len(pages) == 1 && pages[0].First == pages[0].Last
	var content []byte
	var err error
	switch {
	case out == "":
		return usagef("a printer takes no %s; write it to a file with -o", format)
	case format == formatMarkdown && len(pages) > 0:
		return usagef("--pages: text has no pages; leave it away with --format md")
	case !single || page > plan.Len():
		return usagef("--pages: a picture is of one page; name one from 1 to %d", plan.Len())
	case format == formatPNG:
		content, err = plan.PNG(ctx, page)
	case format == formatSVG:
		content, err = plan.SVG(ctx, page)
	default:
		content, err = plan.Markdown(ctx)
	}
	if err != nil {
		return err
	}
	if out == "-" {
		_, err = p.env.out.Write(content)
		return err
	}
	if err := exchange.WriteThrough(out, func(file io.Writer) error {
		_, err := file.Write(content)
		return err
	}); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.env.out, out)
	return err
}
