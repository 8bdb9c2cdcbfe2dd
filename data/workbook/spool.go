package workbook

import (
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"os"

	"github.com/klauspost/compress/flate"
)

const (
	// compression is the fastest: sheets are so repetitive that more would
	// cost several times the time and save a quarter of the size.
	compression = flate.BestSpeed
	// mostInMemory is how much of what a spool holds does not go to a temporary
	// file.
	mostInMemory = 1 << 20
)

// piece is compressed markup: a part of a deflate stream that ends on a whole
// byte, so that pieces can follow each other.
type piece struct {
	packed   bytes.Buffer
	length   int64 // of the markup
	checksum uint32
}

// pack replaces the piece by some markup.
func (p *piece) pack(packer *flate.Writer, markup []byte) error {
	p.packed.Reset()
	p.length, p.checksum = int64(len(markup)), crc32.ChecksumIEEE(markup)
	if len(markup) == 0 {
		return nil
	}
	packer.Reset(&p.packed)
	if _, err := packer.Write(markup); err != nil {
		return err
	}
	return packer.Flush()
}

// spool keeps pieces one after the other until the archive is written.
type spool struct {
	memory   bytes.Buffer
	file     *os.File // nil as long as there is little
	packed   int64
	length   int64
	checksum uint32
}

func (s *spool) add(p *piece) error {
	s.packed += int64(p.packed.Len())
	s.length += p.length
	s.checksum = joined(s.checksum, p.checksum, p.length)
	s.memory.Write(p.packed.Bytes())
	if s.memory.Len() < mostInMemory {
		return nil
	}
	return s.flush()
}

// flush moves what is in memory to the file.
func (s *spool) flush() error {
	if s.file == nil {
		file, err := os.CreateTemp("", "summitledger-rows-")
		if err != nil {
			return &temporaryError{err}
		}
		s.file = file
	}
	if _, err := s.memory.WriteTo(s.file); err != nil {
		return &temporaryError{err}
	}
	return nil
}

// settle gives up the memory of a spool that has a file: a workbook has many.
func (s *spool) settle() error {
	if s.file == nil {
		return nil
	}
	err := s.flush()
	s.memory = bytes.Buffer{}
	return err
}

// copyTo writes the compressed pieces to out.
func (s *spool) copyTo(out io.Writer) error {
	if s.file != nil {
		if _, err := io.Copy(out, io.NewSectionReader(s.file, 0, s.packed-int64(s.memory.Len()))); err != nil {
			return err
		}
	}
	_, err := out.Write(s.memory.Bytes())
	return err
}

// close removes the temporary file.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}
