package notes

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"
)

const encoded = "facts:\n  - text: A claim\n    source: the café\n    standing: stated\n    quote: Boats still pass.\n"

func inUTF16(order binary.AppendByteOrder, s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// TestByteOrderMark: editors on Windows write one, and end lines with two signs.
func TestByteOrderMark(t *testing.T) {
	for _, file := range []string{
		"\ufeff" + encoded,
		"\ufeff" + strings.ReplaceAll(encoded, "\n", "\r\n"),
		"\ufeff# My notes\n" + encoded,
		strings.ReplaceAll(encoded, "\n", "\r"),
	} {
		if notes := good(t, file, story); len(notes.Facts) != 1 || notes.Facts[0].Source != "the café" {
			t.Errorf("%q: %v", file, notes.Facts)
		}
	}
	if notes := good(t, "\ufeff", story); notes.Facts != nil {
		t.Errorf("a file of nothing but a mark: %v", notes)
	}
}

// TestOtherEncodings: a file that is no UTF-8 says what it is and what to do.
func TestOtherEncodings(t *testing.T) {
	const utf16Error = ": the notes file is UTF-16: none of its notes is shown: save it as UTF-8 (iconv -f UTF-16 -t UTF-8)"
	const latinError = ": the notes file is not UTF-8: none of its notes is shown: save it as UTF-8 (say with iconv -f WINDOWS-1252 -t UTF-8)"
	for _, test := range []struct{ name, file, want string }{
		{"UTF-16, little end first", inUTF16(binary.LittleEndian, "\ufeff"+encoded), utf16Error},
		{"UTF-16, big end first", inUTF16(binary.BigEndian, "\ufeff"+encoded), utf16Error},
		{"UTF-16 without a mark", inUTF16(binary.LittleEndian, encoded), utf16Error},
		{"Windows-1252", strings.ReplaceAll(encoded, "é", "\xe9"), ":3" + latinError},
		{"Windows-1252 with its line ends", strings.ReplaceAll(strings.ReplaceAll(encoded, "é", "\xe9"), "\n", "\r\n"), ":3" + latinError},
		{"binary", "GIF89a\n\x01\x00\x00\xff", ":2: the notes file is no text (it holds NUL bytes): none of its notes is shown: write it in a text editor"},
	} {
		_, errs := decode(test.file, story)
		if len(errs) != 1 || errs[0].Error() != "story.notes.yaml"+test.want {
			t.Errorf("%s: %q", test.name, errs)
		}
	}
}
