package workbook

import "hash/crc32"

// joined gives the checksum of two pieces one after the other from that of
// each and the length of the second: the first is multiplied by x to the power
// of the bits that follow it, as a polynomial over two elements.
func joined(first, second uint32, length int64) uint32 {
	factor, square := uint32(1)<<31, uint32(1)<<30 // 1 and x: the highest bit has the lowest power
	for bits := uint64(length) * 8; bits > 0; bits >>= 1 {
		if bits&1 != 0 {
			factor = product(factor, square)
		}
		square = product(square, square)
	}
	return product(first, factor) ^ second
}

// product multiplies two polynomials modulo that of the checksum.
func product(a, b uint32) uint32 {
	result := uint32(0)
	for bit := uint32(1) << 31; bit != 0; bit >>= 1 {
		if a&bit != 0 {
			result ^= b
		}
		if odd := b&1 != 0; odd {
			b = b>>1 ^ crc32.IEEE
		} else {
			b >>= 1
		}
	}
	return result
}
