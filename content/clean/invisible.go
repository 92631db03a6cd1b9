package clean

import (
	"fmt"
	"strings"
	"unicode"
)

// hidden reports whether a rune shows nothing by itself: format characters and
// those that Unicode lets a font ignore. The marks that span Arabic and Kaithi
// digits and the joints of hieroglyphs are format characters too, but visible.
func hidden(r rune) bool {
	if r < 0x300 {
		return false // but the soft hyphen, seen to before
	}
	if unicode.Is(unicode.Cf, r) {
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r) && (r < 0x13430 || r > 0x1343f)
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || isSelector(r)
}

func isSelector(r rune) bool { return unicode.Is(unicode.Variation_Selector, r) }

const (
	zwsp, zwnj, zwj = 0x200b, 0x200c, 0x200d

	blackFlag = 0x1f3f4
	flagEnd   = "\U000E007F"
	flagMax   = 6 * len(flagEnd) // England's, gbeng and the end
)

// invisible is what the hidden rune r at i becomes.
func (c *cleaner) invisible(r rune, n, i int) (text string, used int, keep bool) {
	switch {
	case isTag(r):
		run := c.src[i:]
		run = run[:len(run)-len(strings.TrimLeftFunc(run, isTag))]
		if c.last == blackFlag && strings.Index(run, flagEnd) == len(run)-len(flagEnd) && len(run) <= flagMax {
			return "", len(run), true
		}
		return "⟨TAG⟩", len(run), false
	case isSelector(r):
		if c.last > ' ' && !hidden(c.last) {
			return "", n, true
		}
	case r == zwj || r == zwnj || r == zwsp:
		if joins(c.last) {
			if r == zwj {
				c.marks += linkMarks
			}
			if c.marks > markMax {
				return "", n, false
			}
			return "", n, true
		}
	}
	return name(r), n, false
}

func isTag(r rune) bool { return 0xe0020 <= r && r <= 0xe007f || r == 0xe0001 }

// joins reports whether a joiner may follow the rune: a letter or mark of a
// script beyond the European ones, an emoji (they begin after the control
// pictures) or its variant.
func joins(r rune) bool {
	if hidden(r) {
		return r == 0xfe0f
	}
	return r >= 0x590 && (unicode.IsLetter(r) || unicode.IsMark(r)) || r > 0x243f && unicode.In(r, unicode.So, unicode.Sk)
}

var names = map[rune]string{
	0x061c: "ALM", zwsp: "ZWSP", zwnj: "ZWNJ", zwj: "ZWJ", 0x200e: "LRM", 0x200f: "RLM",
	0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO",
	0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xfeff: "BOM",
}

// name shows a hidden rune.
func name(r rune) string {
	if short := names[r]; short != "" {
		return "⟨" + short + "⟩"
	}
	return fmt.Sprintf("⟨U+%04X⟩", r)
}
