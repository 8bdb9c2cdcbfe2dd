package workbook

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// mostUnnumbered is how many rows of a sheet may come without their number.
// Programs write it; where it is missing the library looks through all rows
// before each one, and a file made to harm would keep it busy for days.
const mostUnnumbered = 1000

// weigh refuses a workbook that says itself that it unpacks to too much, and one
// whose sheets would take the library too long, before anything is unpacked.
func weigh(ctx context.Context, content []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return &Refused{Reason: NotAWorkbook, Err: err}
	}
	unpacked := uint64(0)
	for _, part := range archive.File {
		if unpacked += part.UncompressedSize64; part.UncompressedSize64 > mostUnzipped || unpacked > mostUnzipped {
			return &Refused{Reason: TooLarge, Detail: fmt.Sprintf("it unpacks to more than %d MB", mostUnzipped>>20)}
		}
	}
	for _, part := range archive.File {
		if !strings.HasPrefix(strings.ToLower(strings.ReplaceAll(part.Name, "\\", "/")), "xl/worksheets/") {
			continue
		}
		if err := weighSheet(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

func weighSheet(ctx context.Context, part *zip.File) (err error) {
	sheet, err := part.Open()
	if err != nil {
		return &Refused{Reason: NotAWorkbook, Err: err}
	}
	defer func() { err = errors.Join(err, sheet.Close()) }()
	unnumbered, tags := 0, bufio.NewReaderSize(sheet, 1<<16)
	for count := 0; ; count++ {
		if count%(1<<16) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		text, err := tags.ReadSlice('>')
		if unnumberedRow(text) {
			if unnumbered++; unnumbered > mostUnnumbered {
				return &Refused{Reason: NotAWorkbook, Detail: fmt.Sprintf("%s: more than %d rows without a number", part.Name, mostUnnumbered)}
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return &Refused{Reason: NotAWorkbook, Err: err}
		}
	}
}

// unnumberedRow reports whether a stretch of markup ends with the beginning of
// a row that does not say its number.
func unnumberedRow(text []byte) bool {
	at := bytes.LastIndexByte(text, '<')
	if at < 0 {
		return false
	}
	name, attributes, _ := bytes.Cut(bytes.TrimRight(text[at+1:], "/>"), []byte(" "))
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		name = name[colon+1:]
	}
	if string(name) != "row" {
		return false
	}
	for attribute := range bytes.FieldsSeq(attributes) {
		if bytes.HasPrefix(attribute, []byte("r=")) {
			return false
		}
	}
	return true
}
