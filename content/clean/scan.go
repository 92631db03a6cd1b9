package clean

import "unicode"

// plainLen is how many bytes at the start of s are printable ASCII or newline.
// It reads eight at a time: most text is nothing else, and cleaning 100 MB of
// it must not be felt.
func plainLen(s string) int {
	i := 0
	for {
		for ; i+8 <= len(s); i += 8 {
			x := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
				uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
			if !allPrintable(x) {
				break
			}
		}
		// A newline stops the loop above, about once in ten words.
		for end := min(i+8, len(s)); i < end; i++ {
			if c := s[i]; (c < 0x20 || c >= 0x7f) && c != '\n' {
				return i
			}
		}
		if i == len(s) {
			return i
		}
	}
}

// allPrintable reports whether each of the eight bytes is 0x20 to 0x7e. Where
// none has its high bit, subtracting 0x20 borrows into it from a byte below,
// and adding 1 reaches it from 0x7f; a borrow may touch the neighbours too, but
// only where there is something to find.
func allPrintable(x uint64) bool {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	return (x|(x-ones*0x20)|(x+ones))&high == 0
}

// uncommon has a bit for each rune of the first plane that needs a look beyond
// ASCII: controls, marks, format and invisible characters. Everything else, such
// as letters, Han and emoji of the first plane, stands as it is.
var uncommon = func() (set [0x10000 / 64]uint64) {
	add := func(r rune) { set[r/64] |= 1 << (r % 64) }
	for r := rune(0); r < 0xa0; r++ {
		add(r)
	}
	for _, r := range []rune{softHyphen, 0x2028, 0x2029, unicode.ReplacementChar, voiced, semiVoiced} {
		add(r)
	}
	for r := rune(jamo); r <= jamoEnd; r++ {
		add(r)
	}
	for _, table := range []*unicode.RangeTable{
		unicode.Mn, unicode.Me, unicode.Mc, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector,
	} {
		for _, run := range table.R16 {
			for r := rune(run.Lo); r <= rune(run.Hi); r += rune(run.Stride) {
				add(r)
			}
		}
	}
	return set
}()

// isCommon reports whether a rune beyond ASCII certainly stands as it is.
func isCommon(r rune) bool {
	return r < 0x10000 && uncommon[r/64]&(1<<(r%64)) == 0
}
