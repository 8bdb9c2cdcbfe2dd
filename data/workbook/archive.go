package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"sort"
	"strconv"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// pack writes the parts of the workbook as a zip archive straight to out, with
// the stored rows and links of sheets set in at their places, and with changes
// of what excelize cannot write whole; both are by the path of the part. Left to
// itself excelize holds the whole archive in memory first.
func pack(ctx context.Context, file *excelize.File, stores map[string]*store, changes map[string]func([]byte) []byte, out io.Writer) error {
	written := &archive{Writer: zip.NewWriter(&cancellable{ctx: ctx, out: out}), fillings: map[string]filling{}, changes: changes}
	for path, store := range stores {
		written.fillings[path] = store.sheet
		if store.relations.length > 0 {
			written.fillings[relationsPath(path)] = store.relationsOfSheet
		}
	}
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return written })
	// Charts make excelize list the kinds of pictures in the order of a map.
	if types := file.ContentTypes; types != nil {
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	if _, err := file.WriteToBuffer(); err != nil {
		return fmt.Errorf("writing the workbook: %w", err)
	}
	if len(written.fillings) > 0 {
		return fmt.Errorf("writing the workbook: what belongs into %d of its parts found no place", len(written.fillings))
	}
	return ctx.Err()
}

// sheetPath is the part of the workbook that holds a sheet, by its number.
func sheetPath(number int) string { return "xl/worksheets/sheet" + strconv.Itoa(number) + ".xml" }

// relationsPath is the part that says where the links of a part lead.
func relationsPath(sheet string) string {
	folder, name := path.Split(sheet)
	return folder + "_rels/" + name + ".rels"
}

// section is a stretch of a part: markup at hand, or what a spool keeps.
type section struct {
	markup []byte
	kept   *spool // nil: the markup
}

// filling divides a part as excelize writes it, its frame, and sets in what is
// kept.
type filling func(frame []byte) ([]section, error)

// archive is the zip archive of a workbook.
type archive struct {
	*zip.Writer
	fillings map[string]filling             // of parts that are still to come, by path
	changes  map[string]func([]byte) []byte // of frames, by path
	path     string
	pending  *bytes.Buffer // the frame of a part, until the next part begins; nil: none
}

// Create begins a part of the workbook.
func (a *archive) Create(path string) (io.Writer, error) {
	if err := a.finish(); err != nil {
		return nil, err
	}
	if a.fillings[path] != nil || a.changes[path] != nil {
		a.path, a.pending = path, &bytes.Buffer{}
		return a.pending, nil
	}
	return a.Writer.Create(path)
}

// Close ends the archive.
func (a *archive) Close() error { return errors.Join(a.finish(), a.Writer.Close()) }

// finish writes the part that waits to be filled.
func (a *archive) finish() error {
	if a.pending == nil {
		return nil
	}
	frame := a.pending.Bytes()
	a.pending = nil
	if change := a.changes[a.path]; change != nil {
		frame = change(frame)
	}
	sections := []section{{markup: frame}}
	if fill := a.fillings[a.path]; fill != nil {
		delete(a.fillings, a.path)
		var err error
		if sections, err = fill(frame); err != nil {
			return fmt.Errorf("%s: %w", a.path, err)
		}
	}
	return a.write(a.path, sections)
}

// sheet divides a sheet where its rows and its links stand.
func (s *store) sheet(frame []byte) ([]section, error) {
	end := bytes.LastIndex(frame, []byte("</sheetData>"))
	if end < 0 {
		return nil, errors.New("no rows")
	}
	sections := []section{{markup: frame[:end]}, {kept: &s.rows}}
	if s.links.length == 0 {
		return append(sections, section{markup: frame[end:]}), nil
	}
	// Links stand before what is set up for the page, and every sheet has that.
	page := bytes.Index(frame[end:], []byte("<pageMargins"))
	if page < 0 {
		return nil, errors.New("no page")
	}
	return append(sections, section{markup: slices.Concat(frame[end:end+page], []byte("<hyperlinks>"))}, section{kept: &s.links},
		section{markup: slices.Concat([]byte("</hyperlinks>"), frame[end+page:])}), nil
}

// relationsOfSheet divides the relations of a sheet where those of its links
// stand.
func (s *store) relationsOfSheet(frame []byte) ([]section, error) {
	end := bytes.LastIndex(frame, []byte("</Relationships>"))
	if end < 0 {
		return nil, errors.New("no relations")
	}
	return []section{{markup: frame[:end]}, {kept: &s.relations}, {markup: frame[end:]}}, nil
}

// write writes a part of some sections; what is kept goes in as it was
// compressed.
func (a *archive) write(path string, sections []section) error {
	packer, err := flate.NewWriter(io.Discard, compression)
	if err != nil {
		return err
	}
	pieces := make([]piece, len(sections)+1)
	var packed, length int64
	var checksum uint32
	for i, section := range sections {
		if section.kept != nil {
			packed, length = packed+section.kept.packed, length+section.kept.length
			checksum = joined(checksum, section.kept.checksum, section.kept.length)
			continue
		}
		if err := pieces[i].pack(packer, section.markup); err != nil {
			return err
		}
		packed, length = packed+int64(pieces[i].packed.Len()), length+pieces[i].length
		checksum = joined(checksum, pieces[i].checksum, pieces[i].length)
	}
	end := &pieces[len(sections)].packed
	packer.Reset(end)
	if err := packer.Close(); err != nil {
		return err
	}
	packed += int64(end.Len())
	header := &zip.FileHeader{Name: path, Method: zip.Deflate, CreatorVersion: zipVersion, ReaderVersion: zipVersion, Flags: sizesFollow,
		CRC32: checksum, CompressedSize64: uint64(packed), UncompressedSize64: uint64(length)}
	if max(packed, length) >= math.MaxUint32 {
		header.CreatorVersion, header.ReaderVersion = zipVersionLarge, zipVersionLarge // or Excel calls the file damaged
	}
	part, err := a.CreateRaw(header)
	if err != nil {
		return err
	}
	for i, section := range append(sections, section{}) {
		if section.kept != nil {
			err = section.kept.copyTo(part)
		} else {
			_, err = pieces[i].packed.WriteTo(part)
		}
		if err != nil {
			return err
		}
	}
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
