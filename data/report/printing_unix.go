//go:build !windows

package report

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strconv"
	"strings"
)

// systemPrinters asks CUPS.
func systemPrinters(ctx context.Context) ([]Printer, error) {
	answer, err := ask(ctx, nil, "lpstat", "-p")
	if err != nil {
		if strings.Contains(err.Error(), "No destinations added") {
			return nil, ErrNoPrinter
		}
		return nil, err
	}
	// Without a default printer lpstat -d may end with an error: then none is marked.
	preset := ""
	if said, err := ask(ctx, nil, "lpstat", "-d"); err == nil {
		if _, name, found := strings.Cut(string(said), ":"); found {
			preset = strings.TrimSpace(name)
		}
	} else if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return nil, err
	}
	var printers []Printer
	lines := bufio.NewScanner(bytes.NewReader(answer))
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) >= 2 && words[0] == "printer" {
			printers = append(printers, Printer{Name: words[1], Default: words[1] == preset})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(printers) == 0 {
		return nil, ErrNoPrinter
	}
	return printers, nil
}

// systemPrint hands the file to lp.
func systemPrint(ctx context.Context, d *Document, job Job) error {
	_, err := ask(ctx, d.content, "lp", jobArguments(job)...)
	return err
}

// jobArguments writes a job as lp reads it. How the sheets lie is in the file
// already; it decides only over which edge they are turned.
func jobArguments(job Job) []string {
	arguments := []string{"-t", job.Title, "-d", job.Printer}
	if job.Copies > 1 {
		arguments = append(arguments, "-n", strconv.Itoa(job.Copies))
	}
	option := func(text string) { arguments = append(arguments, "-o", text) }
	if job.Paper != "" {
		option("media=" + job.Paper)
	}
	switch {
	case job.Sides == OneSide:
		option("sides=one-sided")
	case job.Sides == TwoSides && job.Landscape:
		option("sides=two-sided-short-edge")
	case job.Sides == TwoSides:
		option("sides=two-sided-long-edge")
	}
	if len(job.Pages) > 0 {
		option("page-ranges=" + job.Pages.String())
	}
	if job.Grey {
		option("print-color-mode=monochrome")
	}
	return arguments
}

// ask runs a command of the printing service without a shell, in the language
// that its answers are read in here.
func ask(ctx context.Context, input []byte, name string, arguments ...string) ([]byte, error) {
	command := exec.CommandContext(ctx, name, arguments...)
	command.Env = append(command.Environ(), "LC_ALL=C")
	command.Stdin = bytes.NewReader(input)
	var answer, complaint bytes.Buffer
	command.Stdout, command.Stderr = &answer, &complaint
	if err := command.Run(); err != nil {
		return nil, commandError(ctx, name, complaint.Bytes(), err)
	}
	return answer.Bytes(), nil
}
