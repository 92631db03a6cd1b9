package notes

import (
	"strings"
	"unicode/utf8"
)

const (
	byteOrderMark = "\ufeff"
	saveAsUTF8    = "none of its notes is shown: save it as UTF-8"
)

// newlines makes one newline of every line end that YAML knows, so that lines
// are counted alike by all that look at the file.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// decoded is the text of the file, in UTF-8 and without a byte order mark, which
// editors on Windows write and a YAML parser takes for the beginning of the first
// key. A file in another encoding is turned down as a whole: to guess which would
// turn a right quote into one that the text does not have, and blame its author.
func (d *decoder) decoded(data []byte) (string, bool) {
	text := string(data)
	switch {
	case len(data) > MaxSize:
		d.fail(0, "", "the notes file is larger than %d kB: none of its notes is shown", MaxSize>>10)
	case isUTF16(text):
		d.fail(0, "", "the notes file is UTF-16: %s (iconv -f UTF-16 -t UTF-8)", saveAsUTF8)
	case strings.IndexByte(text, 0) >= 0:
		d.fail(lineOf(text, strings.IndexByte(text, 0)), "", "the notes file is no text (it holds NUL bytes): none of its notes is shown: write it in a text editor")
	case !utf8.ValidString(text):
		d.fail(lineOf(text, invalid(text)), "", "the notes file is not UTF-8: %s (say with iconv -f WINDOWS-1252 -t UTF-8)", saveAsUTF8)
	default:
		return newlines.Replace(strings.TrimPrefix(text, byteOrderMark)), true
	}
	return "", false
}

// isUTF16 reports whether the text is UTF-16: by its byte order mark, or by the
// half of its first letter that is nought. YAML begins with a letter of ASCII.
func isUTF16(text string) bool {
	if len(text) < 2 {
		return false
	}
	return text[:2] == "\xff\xfe" || text[:2] == "\xfe\xff" || (text[0] == 0) != (text[1] == 0)
}

// invalid is where the first byte stands that is no UTF-8.
func invalid(text string) int {
	for at, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[at:], "\ufffd") {
			return at
		}
	}
	return len(text)
}

// lineOf is the line that holds the byte at offset at.
func lineOf(text string, at int) int {
	return 1 + strings.Count(newlines.Replace(text[:at]), "\n")
}
