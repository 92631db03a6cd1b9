// Package charset turns the bytes of a file into UTF-8. It knows nothing of
// where they came from nor of what they say.
package charset

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// Encoding says how the bytes of a file are to be read.
type Encoding struct {
	// Name is what people call it, "UTF-8" for the usual one.
	Name string
	from encoding.Encoding // nil for UTF-8
}

// UTF8 is the usual encoding.
var UTF8 = Encoding{Name: "UTF-8"}

// sampleSize is how many bytes from the first one that is not ASCII on are
// looked at: enough for any detector.
const sampleSize = 32 << 10

// Named is the encoding that a header or a tag calls by a name; ok is false for
// a name that means none.
func Named(name string) (enc Encoding, ok bool) {
	from, err := htmlindex.Get(strings.TrimSpace(name))
	if err != nil {
		return UTF8, false
	}
	name, err = htmlindex.Name(from)
	if err != nil || name == "replacement" || name == "x-user-defined" {
		return UTF8, false
	}
	if name == "utf-8" {
		return UTF8, true
	}
	return Encoding{Name: name, from: from}, true
}

// Detect is the encoding of data. A byte order mark says it; text in UTF-8 with
// a stray byte here and there is UTF-8 still; all else is an older encoding of
// a language, which is guessed.
func Detect(data string) Encoding {
	switch {
	case strings.HasPrefix(data, "\xff\xfe"):
		return Encoding{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}
	case strings.HasPrefix(data, "\xfe\xff"):
		return Encoding{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)}
	}
	sample := beyondASCII(data)
	if len(sample) == 0 || mostlyUTF8(sample) {
		return UTF8
	}
	// Of equal guesses the detector gives now one first and now another.
	guesses, _ := chardet.NewTextDetector().DetectAll([]byte(sample))
	slices.SortFunc(guesses, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset), cmp.Compare(a.Language, b.Language))
	})
	for _, guess := range guesses {
		if guess.Confidence < confident {
			break
		}
		if enc, ok := Named(corrected(guess.Charset, guess.Language)); ok && enc.from != nil {
			return enc
		}
	}
	return Encoding{"windows-1252", charmap.Windows1252}
}

// OfPage is the encoding of a web page: UTF-8 where it is, whatever it declares,
// or else what its head declares, or what Detect makes of it.
func OfPage(data string) Encoding {
	detected := Detect(data)
	head := data[:min(len(data), pageHead)]
	if detected == UTF8 || detected.Name == "UTF-16" || !strings.Contains(strings.ToLower(head), "charset") {
		return detected
	}
	_, name, _ := charset.DetermineEncoding([]byte(head), "")
	if enc, ok := Named(name); ok && enc != UTF8 {
		return enc
	}
	return detected
}

// pageHead is how much of a page browsers look at for what it declares, and a
// little more, in bytes.
const pageHead = 4 << 10

// confident is the least confidence, of 100, of a guess that counts. Below it
// many languages are alike, and Western European is the likeliest.
const confident = 30

// beyondASCII is the sample: from the first byte that is not ASCII on.
func beyondASCII(data string) string {
	for i := range len(data) {
		if data[i] >= utf8.RuneSelf {
			return data[i:min(len(data), i+sampleSize)]
		}
	}
	return ""
}

// mostlyUTF8 reports whether a sample that begins with a byte beyond ASCII is
// UTF-8: of all such bytes in other encodings hardly any happen to form a
// character of it.
func mostlyUTF8(sample string) bool {
	good, bad := 0, 0
	for len(sample) > 0 {
		r, n := utf8.DecodeRuneInString(sample)
		switch {
		case r == utf8.RuneError && n == 1:
			if utf8.FullRuneInString(sample) { // else it is cut within a character
				bad++
			}
		case r >= utf8.RuneSelf:
			good++
		}
		sample = sample[n:]
	}
	return good > 0 && bad*3 <= good
}

// corrected is a detected encoding by the language that was detected with it:
// ICU's recognizers tell the languages apart better than their encodings.
func corrected(charset, language string) string {
	windows := strings.HasPrefix(strings.ToLower(charset), "windows")
	switch language {
	case "cs", "hu", "pl", "ro":
		if windows {
			return "windows-1250"
		}
		return "iso-8859-2"
	case "tr":
		return "windows-1254"
	}
	switch charset {
	case "ISO-8859-1":
		return "windows-1252" // the same and more
	case "GB-18030":
		return "gb18030"
	}
	return charset
}

// Decode is data as UTF-8. bad is how many bytes meant nothing: each, or each
// run of them that begins a character, is U+FFFD. Newlines and all other ASCII
// stay what they are in every encoding that is read here but UTF-16.
func (e Encoding) Decode(data string) (text string, bad int) {
	if e.from == nil {
		if utf8.ValidString(data) {
			return data, 0
		}
		return replaced(data)
	}
	out, err := e.from.NewDecoder().String(data)
	if err != nil { // only by a mark that is missing after all
		return replaced(data)
	}
	return out, strings.Count(out, "\ufffd")
}

// replaced is UTF-8 with its invalid bytes replaced, one by one.
func replaced(data string) (text string, bad int) {
	var b strings.Builder
	b.Grow(len(data))
	for len(data) > 0 {
		r, n := utf8.DecodeRuneInString(data)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return b.String(), bad
}
