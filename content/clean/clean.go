// Package clean makes untrusted text harmless before anything else sees it. It
// owns the rule for what may be shown in a terminal, and is used at every
// entrance: Body for a document, Line for a field of one line, Decoded for what
// entities and percent-encoding bring back. It knows nothing of Markdown, files
// or screens.
//
// # The rule
//
// Cleaned text is valid UTF-8 and holds no control character but newline: no
// C0, no DEL, no C1. Nothing in it can move the cursor, change colours, set the
// clipboard, or make text read in another order than it is written.
//
//   - CR, CRLF, NEL, the Unicode line and paragraph separators, form feed and
//     vertical tab become a newline. A tab becomes spaces up to the next
//     multiple of four columns, which is how Markdown reads it too.
//   - An escape sequence that is complete is dropped whole: CSI, OSC, DCS, APC,
//     PM, SOS and the two-byte ones, each with ESC or with its C1 character.
//     One that is broken off loses only its introducer, shown as below, so that
//     it cannot swallow the text after it.
//   - Any other control is shown by its picture: ␀ to ␟, ␡, and � for C1.
//   - Bidi controls and characters that are invisible by nature are shown by
//     name or number: ⟨RLO⟩, ⟨ZWSP⟩, ⟨U+2061⟩, a run of tag characters as one
//     ⟨TAG⟩. A reader of a hostile text sees that there was something. The
//     soft hyphen is dropped, and so is a byte order mark that starts a Body.
//   - Joiners (ZWJ, ZWNJ) and the zero-width space stay after a letter of a
//     script that spells with them (all beyond U+0590) and between emoji; a
//     variation selector stays after a visible character, tags after the black
//     flag that they tell the country of.
//   - More than markMax combining marks on one character, and what else is drawn
//     as one with its neighbour, are dropped, as Unicode's stream-safe format
//     does: 200,000 of them stop a terminal. Emoji in a chain of joiners and
//     consonants in a chain of viramas are one character.
//   - Bytes that are not UTF-8 become �, each for itself.
//
// The rule is applied to the source from left to right and looks back only at
// what it has written, never at what it dropped; what it writes it would leave
// as it is. So cleaning twice is cleaning once, and no two harmless pieces join
// to a harmful one when what stood between them goes: ESC is never written.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markMax is the limit of combining marks in Unicode's stream-safe text format
// (UAX 15); no writing system needs more.
const markMax = 30

// linkMarks is how many marks a joiner or a virama counts for: it adds a whole
// letter. Ten of them are more than any family or conjunct has.
const linkMarks = 3

// tabStop is Markdown's own, in columns.
const tabStop = 4

// Body is a document's text, cleaned. Text that is clean is returned as it is.
func Body(s string) string { return harmless(strings.TrimPrefix(s, bom)) }

func harmless(s string) string {
	c := cleaner{src: s}
	c.all()
	if c.from == 0 {
		return s
	}
	c.write(len(s), "")
	return c.out.String()
}

// Line is a field of one line, cleaned: newlines are spaces, and there is no
// space at its ends.
func Line(s string) string {
	s = harmless(s)
	if strings.IndexByte(s, '\n') >= 0 {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	return strings.TrimSpace(s)
}

// Decoded is text that came back from an entity, an escape or percent-encoding.
// It is cleaned like a line but keeps the space at its ends, which may be all
// of it.
func Decoded(s string) string {
	return strings.ReplaceAll(harmless(s), "\n", " ")
}

const bom = "\uFEFF"

// cleaner writes the clean form of src to out.
type cleaner struct {
	src  string
	out  strings.Builder
	from int // the bytes of src before it are done; those after, up to where we are, stand as they are

	last  rune // the last rune of what is written or stands, 0 at the start
	marks int  // combining marks on the last character

	counted int // bytes of out that column tells the width of
	column  int // of the line under way
}

func (c *cleaner) all() {
	for i := 0; i < len(c.src); {
		if n := plainLen(c.src[i:]); n > 0 {
			i += n
			c.last, c.marks = rune(c.src[i-1]), 0
			continue
		}
		r, n := utf8.DecodeRuneInString(c.src[i:])
		if isCommon(r) {
			i += n
			c.base()
			c.last = r
			continue
		}
		text, used, keep := c.char(r, n, i)
		if !keep {
			c.write(i, text)
			c.from = i + used
		} else if c.last = r; used > n {
			c.last, _ = utf8.DecodeLastRuneInString(c.src[:i+used])
		}
		i += used
	}
}

// write copies what stands before at and puts text after it.
func (c *cleaner) write(at int, text string) {
	if c.out.Cap() == 0 {
		c.out.Grow(len(c.src) + len(c.src)/16)
	}
	c.out.WriteString(c.src[c.from:at])
	c.from = at
	if text != "" {
		c.out.WriteString(text)
		c.last, _ = utf8.DecodeLastRuneInString(text)
		c.marks = 0
	}
}

// char is what the rune at i becomes: itself, or the text in place of the next
// used bytes.
func (c *cleaner) char(r rune, n, i int) (text string, used int, keep bool) {
	switch {
	case r == utf8.RuneError && n == 1:
		return "\uFFFD", 1, false
	case r == '\t':
		return c.tab(i), n, false
	case r == '\r' && strings.HasPrefix(c.src[i:], "\r\n"):
		return "\n", 2, false
	case isNewline(r):
		return "\n", n, false
	case r < 0x20 || 0x7f <= r && r < 0xa0:
		if used = sequence(c.src[i:]); used > 0 {
			return "", used, false
		}
		return picture(r), n, false
	case r == softHyphen:
		return "", n, false
	case isMark(r):
		if c.marks++; linksConsonants(r) {
			c.marks += linkMarks - 1
		}
		if c.marks > markMax {
			return "", n, false
		}
	}
	if hidden(r) {
		return c.invisible(r, n, i)
	}
	if !isMark(r) {
		c.base()
	}
	return "", n, true
}

// base begins a new character, unless what it follows draws it as one with the
// character before: then the marks of both count together.
func (c *cleaner) base() {
	if c.last != zwj && !linksConsonants(c.last) {
		c.marks = 0
	}
}

// linksConsonants reports whether a rune is a virama that draws the consonants
// on its two sides as one: Indic_Conjunct_Break=Linker of Unicode 17, but for
// the few of scripts in which no text is written any more.
func linksConsonants(r rune) bool {
	switch r {
	case 0x094d, 0x09cd, 0x0acd, 0x0b4d, 0x0c4d, 0x0d4d, 0x1039, 0x17d2, 0x1a60, 0x1b44, 0x1bab, 0xa9c0, 0xaaf6:
		return true
	}
	return false
}

const softHyphen = '\u00AD'

func isNewline(r rune) bool {
	return r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// isMark reports whether a rune is drawn with the character before it. Signs
// that are drawn with the one behind, such as the Arabic number sign and the
// first letters of a Korean syllable, count too: a run of them is as long.
func isMark(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, unicode.Prepended_Concatenation_Mark) ||
		jamo <= r && r <= jamoEnd || r == voiced || r == semiVoiced || 0x1f3fb <= r && r <= 0x1f3ff
}

// What is drawn as one with its neighbours though Unicode has it for a letter:
// first letters of Korean syllables, and the halfwidth marks of Japanese.
const (
	jamo, jamoEnd      = 0x1100, 0x115f
	voiced, semiVoiced = 0xff9e, 0xff9f
)

// tab is the spaces from the column at i to the next stop.
func (c *cleaner) tab(i int) string {
	c.write(i, "")
	fresh := c.out.String()[c.counted:]
	if nl := strings.LastIndexByte(fresh, '\n'); nl >= 0 {
		c.column = 0
		fresh = fresh[nl+1:]
	}
	c.column += utf8.RuneCountInString(fresh)
	spaces := tabStop - c.column%tabStop
	c.column += spaces
	c.counted = c.out.Len() + spaces
	return "    "[:spaces]
}

// picture shows a control character.
func picture(r rune) string {
	switch {
	case r < 0x20:
		return string('\u2400' + r)
	case r == 0x7f:
		return "\u2421"
	}
	return "\uFFFD"
}
