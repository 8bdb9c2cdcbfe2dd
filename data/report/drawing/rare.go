package drawing

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/image/font/sfnt"
)

// The writer of PDF files takes signs up to U+FFFF. Rare kanji of names lie above
// it, though the faces have them: in the file they stand in the private area,
// each text with them says in the file what it reads, so that it can be found.

const (
	basicPlane  = 0xFFFF
	privateArea = 0xE000
)

// rare are the rare signs of a document and the signs that stand for them.
type rare map[rune]rune

// usedSigns gathers the signs of operations.
func usedSigns(operations []Operation, used map[rune]struct{}) {
	for _, operation := range operations {
		text := ""
		switch o := operation.(type) {
		case Text:
			text = o.Text
		case Watermark:
			text = o.Text
		case Clip:
			usedSigns(o.Inside, used)
		}
		for _, sign := range text {
			used[sign] = struct{}{}
		}
	}
}

// rareOf finds the rare signs of sheets; nil when there are none.
func rareOf(used []rune) rare {
	var found rare
	next := rune(privateArea)
	for _, sign := range used {
		if sign <= basicPlane {
			continue
		}
		if found == nil {
			found = make(rare)
		}
		for slices.Contains(used, next) {
			next++
		}
		found[sign] = next
		next++
	}
	return found
}

// in writes a text with the signs that stand for its rare ones.
func (r rare) in(text string) string {
	if len(r) == 0 {
		return text
	}
	return strings.Map(func(sign rune) rune {
		if other, ok := r[sign]; ok {
			return other
		}
		return sign
	}, text)
}

// missing writes a text with the printers' mark for signs above the basic plane,
// for the places in a file that have no face.
func missing(text string) string {
	return strings.Map(func(sign rune) rune {
		if sign > basicPlane {
			return '〓'
		}
		return sign
	}, text)
}

// spoken is the text of a run as it reads, for programs that find and copy.
func spoken(text string) string {
	var out strings.Builder
	out.WriteString("FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}

// withRare gives a face in which the rare signs of a document are reached by
// those that stand for them. Its table of signs has the used ones alone.
func withRare(face []byte, used []rune, found rare) ([]byte, error) {
	parsed, err := sfnt.Parse(face)
	if err != nil {
		return nil, fmt.Errorf("the typeface cannot be read: %w", err)
	}
	var buffer sfnt.Buffer
	glyphs := make(map[rune]uint16, len(used))
	for _, sign := range used {
		index, err := parsed.GlyphIndex(&buffer, sign)
		if err != nil {
			return nil, fmt.Errorf("the typeface cannot be read: %w", err)
		}
		if other, ok := found[sign]; ok {
			sign = other
		}
		glyphs[sign] = uint16(index)
	}
	return replaceTable(face, "cmap", signTable(glyphs))
}

// signTable writes a table of signs in the form 4 of TrueType: a segment for
// every sign.
func signTable(glyphs map[rune]uint16) []byte {
	signs := make([]rune, 0, len(glyphs)+1)
	for sign := range glyphs {
		if sign < basicPlane {
			signs = append(signs, sign)
		}
	}
	slices.Sort(signs)
	signs = append(signs, basicPlane) // the table ends with this one, which is no sign
	count := len(signs)
	table := binary.BigEndian.AppendUint16(nil, 0)
	for _, value := range []uint16{1, 3, 1, 0, 12, 4, uint16(16 + 8*count), 0, uint16(2 * count), 0, 0, 0} {
		table = binary.BigEndian.AppendUint16(table, value)
	}
	add := func(value uint16) { table = binary.BigEndian.AppendUint16(table, value) }
	for _, sign := range signs {
		add(uint16(sign)) // the ends of the segments
	}
	add(0)
	for _, sign := range signs {
		add(uint16(sign)) // their beginnings
	}
	for _, sign := range signs {
		if sign == basicPlane {
			add(1)
			continue
		}
		add(glyphs[sign] - uint16(sign))
	}
	for range signs {
		add(0)
	}
	return table
}

// replaceTable puts another table behind a face and leads its directory there.
func replaceTable(face []byte, name string, table []byte) ([]byte, error) {
	const directory, entry = 12, 16
	if len(face) < directory {
		return nil, errors.New("the typeface is cut off")
	}
	changed := slices.Clone(face)
	for len(changed)%4 != 0 {
		changed = append(changed, 0)
	}
	for i := range int(binary.BigEndian.Uint16(face[4:])) {
		at := directory + i*entry
		if at+entry > len(face) {
			break
		}
		if string(face[at:at+4]) == name {
			binary.BigEndian.PutUint32(changed[at+8:], uint32(len(changed)))
			binary.BigEndian.PutUint32(changed[at+12:], uint32(len(table)))
			return append(changed, table...), nil
		}
	}
	return nil, fmt.Errorf("the typeface has no table %q", name)
}
