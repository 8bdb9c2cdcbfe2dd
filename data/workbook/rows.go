package workbook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"

	"summitledger/data/ledger"
)

const (
	// firstRow is where records begin on their sheet: below the headings.
	firstRow = 2
	// rowsTogether are written and compressed by one goroutine in one go:
	// about half a megabyte of markup.
	rowsTogether = 512
)

// block is some rows of a sheet, written and compressed.
type block struct {
	rows, links, relations piece
	cut                    int
	err                    error
}

// store keeps what is set into a sheet when the archive is written: its rows,
// its links, and where those lead that leave the workbook.
type store struct{ rows, links, relations spool }

func (s *store) add(b *block) error {
	return errors.Join(s.rows.add(&b.rows), s.links.add(&b.links), s.relations.add(&b.relations))
}

func (s *store) settle() error {
	return errors.Join(s.rows.settle(), s.links.settle(), s.relations.settle())
}

func (s *store) close() error {
	return errors.Join(s.rows.close(), s.links.close(), s.relations.close())
}

// rowJob asks for the rows from one place to another.
type rowJob struct {
	from, to int
	done     chan<- *block
}

// storeRows writes and compresses the rows of a sheet on all cores; they and
// their links are taken in order. Only a few blocks are on their way at once.
func (b *book) storeRows(s *sheet, columns []column, kept *store) error {
	linked, left := linkColumns(columns, len(s.rows), b.limits.links)
	if left {
		b.unlinked = append(b.unlinked, s.name)
	}
	workers := max(1, min(runtime.GOMAXPROCS(0), len(s.rows)/rowsTogether))
	ctx, cancel := context.WithCancel(b.ctx)
	var wait sync.WaitGroup
	defer wait.Wait()
	defer cancel()
	jobs, order := make(chan rowJob), make(chan (<-chan *block), workers)
	spare := sync.Pool{New: func() any { return &block{} }} // or each would grow its own
	wait.Go(func() {
		defer close(order)
		defer close(jobs)
		for from := 0; from < len(s.rows); from += rowsTogether {
			done := make(chan *block, 1)
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
		writer, err := newRowWriter(columns, linked, b.styles)
		if err != nil {
			return err
		}
		packer, err := flate.NewWriter(io.Discard, compression)
		if err != nil {
			return err
		}
		wait.Go(func() {
			for job := range jobs {
				rows := spare.Get().(*block)
				rows.pack(writer, packer, s.rows[job.from:job.to], job.from+firstRow)
				job.done <- rows
			}
		})
	}
	for done := range order {
		rows := <-done // a job that was taken is always done
		if rows.err != nil {
			return rows.err
		}
		if err := kept.add(rows); err != nil {
			return fmt.Errorf("keeping rows: %w", err)
		}
		b.cut += rows.cut
		spare.Put(rows)
	}
	if err := b.ctx.Err(); err != nil {
		return err
	}
	return kept.settle()
}

// pack writes and compresses some rows, numbered from first.
func (b *block) pack(writer *rowWriter, packer *flate.Writer, refs []ledger.Ref, first int) {
	writer.reset()
	for i, ref := range refs {
		writer.row(ref, first+i)
	}
	b.cut = writer.cut
	b.err = errors.Join(b.rows.pack(packer, writer.markup), b.links.pack(packer, writer.links), b.relations.pack(packer, writer.relations))
}
