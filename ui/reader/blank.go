package reader

import "math/bits"

// blanks is the set of blocks known to render to no row: comments, definitions
// of links. It holds for a text at any width in any theme, and is kept apart
// from the cache: of such blocks there may be more in a row than the cache has
// room for, and a window that forgets the first of them while it looks at the
// last never finds the text behind them.
type blanks []uint64

func newBlanks(blocks int) blanks { return make(blanks, (blocks+63)/64) }

func (s blanks) add(block int) { s[block/64] |= 1 << (block % 64) }

func (s blanks) has(block int) bool {
	return block >= 0 && block/64 < len(s) && s[block/64]&(1<<(block%64)) != 0
}

// past is the first block from there on, down for by > 0 and else up, that is
// not in the set; it may lie beyond either end of the text.
func (s blanks) past(block, by int) int {
	for block >= 0 && block/64 < len(s) {
		others := ^s[block/64]
		if by > 0 {
			if others >>= block % 64; others != 0 {
				return block + bits.TrailingZeros64(others)
			}
			block = block/64*64 + 64
		} else {
			if others <<= 63 - block%64; others != 0 {
				return block - bits.LeadingZeros64(others)
			}
			block = block/64*64 - 1
		}
	}
	return block
}
