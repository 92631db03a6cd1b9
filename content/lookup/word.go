package lookup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// wordMax bounds the bytes of a word that are kept: a longer run of letters is
// data, not a word anybody looks up, and is known by its beginning.
const wordMax = 64

// scanner reads the words of a text, folded so that what is typed without
// capitals and accents equals what is written with them. The same scanner
// reads queries, so both sides always agree on what a word is:
//
//   - a run of letters and digits, lower case, without accents;
//   - a number with its decimals, without marks between thousands: 48.39, 2000;
//   - an acronym without its dots: U.S. is us;
//   - the parts of a word round an apostrophe, of which a possessive s is
//     dropped: DeepSeek's is deepseek, isn't is isn and t;
//   - a name with a prefix of one capital and an apostrophe: O'Brien is obrien;
//   - one ideograph, as scripts without spaces have no other border.
type scanner struct {
	text       string
	at         int
	word       []byte // the folded word, valid until the next call
	start, end int    // bytes of text that the word takes up
}

// next moves to the next word and reports whether there is one.
func (s *scanner) next() bool {
	for s.at < len(s.text) {
		possessive := s.at > 0 && apostropheBefore(s.text, s.at)
		if !s.read() {
			continue
		}
		if possessive && len(s.word) == 1 && s.word[0] == 's' {
			continue
		}
		return true
	}
	return false
}

// read takes one word from where the scanner stands, or steps over one rune
// that begins none.
func (s *scanner) read() bool {
	s.word = s.word[:0]
	s.start = s.at
	letters := 0 // since the start or the latest dot of an acronym
	for s.at < len(s.text) {
		c := s.text[s.at]
		if c >= utf8.RuneSelf {
			if c == curly[0] && strings.HasPrefix(s.text[s.at:], curly) && prefixed(s.text, s.start, s.at) {
				s.at += len(curly)
				continue
			}
			if !s.wide() {
				break
			}
			letters++
			continue
		}
		lower := asciiFold[c]
		switch {
		case lower != 0:
			if len(s.word) < wordMax {
				s.word = append(s.word, lower)
			}
			letters++
			s.at++
			continue
		case c == '.' && len(s.word) > 0 && letters == 1 && loneLetter(s.text, s.at+1):
			letters = 0
			s.at++
			continue
		case c == '.' && insideNumber(s.text, s.at):
			s.keep('.')
			s.at++
			continue
		case c == ',' && betweenThousands(s.text, s.at):
			s.at++
			continue
		case c == '\'' && prefixed(s.text, s.start, s.at):
			s.at++
			continue
		}
		break
	}
	if s.end = s.at; s.end == s.start {
		_, size := utf8.DecodeRuneInString(s.text[s.at:])
		s.at += size
	}
	return len(s.word) > 0
}

// wide takes a rune beyond ASCII into the word and reports whether the word
// goes on after it.
func (s *scanner) wide() bool {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		if s.at == s.start {
			s.word = append(s.word, s.text[s.at:s.at+size]...)
			s.at += size
		}
		return false
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r):
		return false
	case unicode.Is(unicode.M, r) && s.at == s.start:
		return false // a stray mark begins no word
	}
	s.at += size
	decomposed := norm.NFKD.PropertiesString(s.text[s.at-size:]).Decomposition()
	if decomposed == nil {
		s.fold(r)
		return true
	}
	for len(decomposed) > 0 {
		r, size := utf8.DecodeRune(decomposed)
		s.fold(r)
		decomposed = decomposed[size:]
	}
	return true
}

// fold keeps a letter, digit or vowel sign in lower case. An accent goes: a
// mark that belongs to no script of its own, or the points of Hebrew.
func (s *scanner) fold(r rune) {
	switch {
	case r < utf8.RuneSelf:
		s.keep(asciiFold[r]) // a compatibility form may bring a sign, whose fold is 0
		return
	case unicode.Is(unicode.M, r):
		if len(s.word) == 0 || unicode.In(r, unicode.Inherited, unicode.Hebrew) {
			return
		}
	case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return
	}
	if plain, ok := strokeless[r]; ok {
		s.keep(plain...)
		return
	}
	var buf [utf8.UTFMax]byte
	s.keep(buf[:utf8.EncodeRune(buf[:], unicode.ToLower(r))]...)
}

func (s *scanner) keep(b ...byte) {
	if len(s.word)+len(b) <= wordMax && (len(b) != 1 || b[0] != 0) {
		s.word = append(s.word, b...)
	}
}

// asciiFold is the lower case of ASCII letters and digits, 0 of all else.
var asciiFold = func() (t [utf8.RuneSelf]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	return t
}()

// strokeless are the letters that Unicode does not decompose and that people
// type without their stroke.
var strokeless = map[rune][]byte{
	'ß': []byte("ss"), 'ẞ': []byte("ss"), 'æ': []byte("ae"), 'Æ': []byte("ae"), 'œ': []byte("oe"), 'Œ': []byte("oe"),
	'ø': []byte("o"), 'Ø': []byte("o"), 'ł': []byte("l"), 'Ł': []byte("l"), 'đ': []byte("d"), 'Đ': []byte("d"),
	'ı': []byte("i"), 'ð': []byte("d"), 'Ð': []byte("d"), 'þ': []byte("th"), 'Þ': []byte("th"),
}

const curly = "’"

// prefixed reports whether from start to an apostrophe at at there is but the
// prefix of a name, and a capital stands behind it: O'Brien. The I of I'M is none.
func prefixed(text string, start, at int) bool {
	if at != start+1 || !capitalAt(text, start) || text[start] == 'I' {
		return false
	}
	at++
	if text[at-1] == curly[0] {
		at += len(curly) - 1
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsUpper(r)
}

func capitalAt(text string, at int) bool { return text[at] >= 'A' && text[at] <= 'Z' }

func apostropheBefore(text string, at int) bool {
	return text[at-1] == '\'' || at >= len(curly) && text[at-len(curly):at] == curly
}

// loneLetter reports whether one letter alone stands at at: the next of an
// acronym's.
func loneLetter(text string, at int) bool {
	return letterAt(text, at) && !letterAt(text, at+1) && !digitAt(text, at+1)
}

// insideNumber reports whether a decimal point stands at at.
func insideNumber(text string, at int) bool { return digitAt(text, at-1) && digitAt(text, at+1) }

// betweenThousands reports whether a comma at at has digits before it and
// exactly three behind.
func betweenThousands(text string, at int) bool {
	return digitAt(text, at-1) && digitAt(text, at+1) && digitAt(text, at+2) && digitAt(text, at+3) && !digitAt(text, at+4)
}

func digitAt(text string, at int) bool {
	return at >= 0 && at < len(text) && text[at] >= '0' && text[at] <= '9'
}

func letterAt(text string, at int) bool {
	return at < len(text) && (text[at]|0x20) >= 'a' && (text[at]|0x20) <= 'z'
}
