package drawing

import (
	"bytes"
	"hash/fnv"
)

// A font of which a file holds only the signs in use is named with six letters
// of its own before the name, as programs that merge files want it. What writes
// the file calls the fonts by their family alone, in as many bytes.
const (
	family   = "notosansjpsub"
	written  = "/utf8" + family
	subsetOf = "+NotoSansJP"
)

// nameSubsets puts the letters before the names. They follow from the file, so
// that the same pages are the same file.
func nameSubsets(file []byte) []byte {
	sum := fnv.New64a()
	_, _ = sum.Write(file) // a hash takes everything
	tag := []byte("/")
	for rest, letters := sum.Sum64(), 0; letters < 6; letters++ {
		tag = append(tag, 'A'+byte(rest%26))
		rest /= 26
	}
	return bytes.ReplaceAll(file, []byte(written), append(tag, subsetOf...))
}
