package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"sort"
	"strconv"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// pack writes the parts of the workbook as a zip archive straight to out, with
// the stored rows of sheets set in where their headings end; stores are by the
// path of the sheet. Left to itself excelize holds the whole archive in memory
// first.
func pack(ctx context.Context, file *excelize.File, stores map[string]*rowStore, changes map[string]func([]byte) []byte, out io.Writer) error {
	written := &archive{Writer: zip.NewWriter(&cancellable{ctx: ctx, out: out}), stores: stores, changes: changes}
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return written })
	// Charts make excelize list the kinds of pictures in the order of a map.
	if types := file.ContentTypes; types != nil {
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	if _, err := file.WriteToBuffer(); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	if written.set != len(stores) {
		return errors.New("writing the workbook: the rows of a sheet found no place")
	}
	return ctx.Err()
}

// sheetPath is the part of the workbook that holds a sheet, by its number.
func sheetPath(number int) string { return "xl/worksheets/sheet" + strconv.Itoa(number) + ".xml" }

// archive is the zip archive of a workbook.
type archive struct {
	*zip.Writer
	stores  map[string]*rowStore
	changes map[string]func([]byte) []byte // of parts that excelize cannot write whole, by path
	set     int                            // stores that were written
	path    string
	pending *bytes.Buffer // a sheet without its rows, until the next part begins; nil: none
}

// Create begins a part of the workbook.
func (a *archive) Create(path string) (io.Writer, error) {
	if err := a.finish(); err != nil {
		return nil, err
	}
	if a.stores[path] != nil || a.changes[path] != nil {
		a.path, a.pending = path, &bytes.Buffer{}
		return a.pending, nil
	}
	return a.Writer.Create(path)
}

// Close ends the archive.
func (a *archive) Close() error { return errors.Join(a.finish(), a.Writer.Close()) }

// finish writes the sheet that waits for its rows.
func (a *archive) finish() error {
	if a.pending == nil {
		return nil
	}
	frame, store := a.pending.Bytes(), a.stores[a.path]
	a.pending = nil
	if change := a.changes[a.path]; change != nil {
		part, err := a.Writer.Create(a.path)
		if err != nil {
			return err
		}
		_, err = part.Write(change(frame))
		return err
	}
	end := bytes.LastIndex(frame, []byte("</sheetData>"))
	if end < 0 {
		return fmt.Errorf("%s has no rows", a.path)
	}
	var before, after bytes.Buffer
	packer, err := flate.NewWriter(&before, compression)
	if err != nil {
		return err
	}
	if _, err := packer.Write(frame[:end]); err != nil {
		return err
	}
	if err := packer.Flush(); err != nil {
		return err
	}
	packer.Reset(&after)
	if _, err := packer.Write(frame[end:]); err != nil {
		return err
	}
	if err := packer.Close(); err != nil {
		return err
	}
	checksum := joined(crc32.ChecksumIEEE(frame[:end]), store.checksum, store.length)
	header := &zip.FileHeader{Name: a.path, Method: zip.Deflate, CreatorVersion: zipVersion, ReaderVersion: zipVersion, Flags: sizesFollow,
		CRC32:              crc32.Update(checksum, crc32.IEEETable, frame[end:]),
		CompressedSize64:   uint64(int64(before.Len()) + store.packed + int64(after.Len())),
		UncompressedSize64: uint64(int64(len(frame)) + store.length)}
	if max(header.CompressedSize64, header.UncompressedSize64) >= math.MaxUint32 {
		header.CreatorVersion, header.ReaderVersion = zipVersionLarge, zipVersionLarge // or Excel calls the file damaged
	}
	part, err := a.CreateRaw(header)
	if err != nil {
		return err
	}
	if _, err := before.WriteTo(part); err != nil {
		return err
	}
	if err := store.copyTo(part); err != nil {
		return err
	}
	if _, err := after.WriteTo(part); err != nil {
		return err
	}
	a.set++
	return nil
}

// Numbers of the zip format.
const (
	zipVersion      = 20
	zipVersionLarge = 45 // of parts above 4 GB
	sizesFollow     = 0x8
)

// cancellable is a writer that stops when its context does.
type cancellable struct {
	ctx context.Context
	out io.Writer
}

func (c *cancellable) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.out.Write(p)
}
