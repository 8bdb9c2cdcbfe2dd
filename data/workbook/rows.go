package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"

	"summitledger/data/ledger"
)

const (
	// rowsTogether are written and compressed by one goroutine in one go:
	// about half a megabyte of markup.
	rowsTogether = 512
	// compression is the fastest: sheets are so repetitive that more would
	// cost several times the time and save a quarter of the size.
	compression = flate.BestSpeed
	// mostInMemory is how much of the compressed rows of a sheet is held
	// before they go to a temporary file.
	mostInMemory = 1 << 20
)

// packedRows are compressed rows: a part of a deflate stream that ends on a
// whole byte, so that parts can follow each other.
type packedRows struct {
	packed   []byte
	length   int64 // of the markup
	checksum uint32
	links    []link
	cut      int
	err      error
}

// rowStore keeps the compressed rows of a sheet until the archive is written.
type rowStore struct {
	memory   bytes.Buffer
	file     *os.File // nil as long as there is little
	packed   int64
	length   int64
	checksum uint32
}

func (s *rowStore) add(p packedRows) error {
	s.packed += int64(len(p.packed))
	s.length += p.length
	s.checksum = joined(s.checksum, p.checksum, p.length)
	s.memory.Write(p.packed)
	if s.memory.Len() < mostInMemory {
		return nil
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "summitledger-rows-")
		if err != nil {
			return err
		}
		s.file = file
	}
	_, err := s.memory.WriteTo(s.file)
	return err
}

// copyTo writes the compressed rows to out.
func (s *rowStore) copyTo(out io.Writer) error {
	if s.file != nil {
		if _, err := io.Copy(out, io.NewSectionReader(s.file, 0, s.packed-int64(s.memory.Len()))); err != nil {
			return err
		}
	}
	_, err := out.Write(s.memory.Bytes())
	return err
}

// close removes the temporary file.
func (s *rowStore) close() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}

// rowJob asks for the rows from one place to another.
type rowJob struct {
	from, to int
	done     chan<- packedRows
}

// storeRows writes and compresses the rows of a sheet on all cores; they and
// their links are taken in order. Only a few blocks are on their way at once.
func (b *book) storeRows(s *sheet, columns []column, store *rowStore) error {
	linked := linkColumns(columns, len(s.rows), b.limits.links)
	workers := max(1, min(runtime.GOMAXPROCS(0), len(s.rows)/rowsTogether))
	ctx, cancel := context.WithCancel(b.ctx)
	var wait sync.WaitGroup
	defer wait.Wait()
	defer cancel()
	jobs, order := make(chan rowJob), make(chan (<-chan packedRows), workers)
	wait.Go(func() {
		defer close(order)
		defer close(jobs)
		for from := 0; from < len(s.rows); from += rowsTogether {
			done := make(chan packedRows, 1)
			select {
			case jobs <- rowJob{from: from, to: min(from+rowsTogether, len(s.rows)), done: done}:
			case <-ctx.Done():
				return
			}
			select {
			case order <- done:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		rows, err := newRowWriter(columns, linked, b.styles)
		if err != nil {
			return err
		}
		packer, err := flate.NewWriter(io.Discard, compression)
		if err != nil {
			return err
		}
		wait.Go(func() {
			for job := range jobs {
				job.done <- packRows(rows, packer, s.rows[job.from:job.to], job.from+2)
			}
		})
	}
	for done := range order {
		p := <-done // a job that was taken is always done
		if p.err != nil {
			return p.err
		}
		if err := store.add(p); err != nil {
			return fmt.Errorf("keeping rows: %w", err)
		}
		b.cut += p.cut
		for _, link := range p.links {
			if err := b.setLink(s.name, link.cell, link.to); err != nil {
				return err
			}
		}
	}
	return b.ctx.Err()
}

// packRows writes and compresses some rows, numbered from first.
func packRows(rows *rowWriter, packer *flate.Writer, refs []ledger.Ref, first int) packedRows {
	rows.reset()
	for i, ref := range refs {
		rows.row(ref, first+i)
	}
	var packed bytes.Buffer
	packer.Reset(&packed)
	_, err := packer.Write(rows.markup)
	if err == nil {
		err = packer.Flush()
	}
	return packedRows{packed: packed.Bytes(), length: int64(len(rows.markup)), checksum: crc32.ChecksumIEEE(rows.markup),
		links: rows.links, cut: rows.cut, err: err}
}
