package lock

import (
	"strings"
	"testing"
	"unicode"
)

func TestLock(t *testing.T) {
	for _, c := range []struct{ name, in, styled, text string }{
		{"text", "a “b”\tc\n日本", "a “b”\tc\n日本", "a “b”\tc\n日本"},
		{"colours", "\x1b[1;38;2;1;2;3mred\x1b[m", "\x1b[1;38;2;1;2;3mred\x1b[m", "\uFFFD[1;38;2;1;2;3mred\uFFFD[m"},
		{"cursor", "a\x1b[2Jb", "a\uFFFD[2Jb", "a\uFFFD[2Jb"},
		{"title", "\x1b]0;x\x07", "\uFFFD]0;x\uFFFD", "\uFFFD]0;x\uFFFD"},
		{"string", "\x1bPx\x1b\\", "\uFFFDPx\uFFFD\\", "\uFFFDPx\uFFFD\\"},
		{"C1", "a\u009b31mb", "a\uFFFD31mb", "a\uFFFD31mb"},
		{"controls", "a\rb\x7fc\x00", "a\uFFFDb\uFFFDc\uFFFD", "a\uFFFDb\uFFFDc\uFFFD"},
		{"bidi", "a\u202eb\u2066c\u200fd", "a\uFFFDb\uFFFDc\uFFFDd", "a\uFFFDb\uFFFDc\uFFFDd"},
		{"no UTF-8", "a\xffb", "a\uFFFDb", "a\uFFFDb"},
		{"broken off", "a\x1b[1;3", "a\uFFFD[1;3", "a\uFFFD[1;3"},
		{"nothing", "", "", ""},
	} {
		if got := Styled(c.in); got != c.styled {
			t.Errorf("%s: Styled(%q) = %q, want %q", c.name, c.in, got, c.styled)
		}
		if got := Text(c.in); got != c.text {
			t.Errorf("%s: Text(%q) = %q, want %q", c.name, c.in, got, c.text)
		}
	}
}

func FuzzLock(f *testing.F) {
	for _, s := range []string{"a\x1b[1mb\x1b[m", "\x1b\x1b[m[2J", "\u009d0;x\u009c", "\xc2\x1b[m\x9b", "\u202e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, styled := Text(s), Styled(s)
		if Text(text) != text || Styled(styled) != styled {
			t.Fatalf("%q does not pass twice: %q, %q", s, text, styled)
		}
		for _, r := range text {
			if r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("Text(%q) = %q has %U", s, text, r)
			}
		}
		for _, part := range strings.Split(styled, "\x1b")[1:] {
			if codes, _, ok := strings.Cut(part, "m"); !ok || strings.Trim(codes, "[0123456789;:") != "" {
				t.Fatalf("Styled(%q) = %q has a sequence that sets no style", s, styled)
			}
		}
	})
}

// Every line of every frame passes the lock.
func BenchmarkStyled(b *testing.B) {
	line := strings.Repeat("\x1b[1;38;2;229;166;107mMeta’s\x1b[m financially robust ", 8)
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		Styled(line)
	}
}
