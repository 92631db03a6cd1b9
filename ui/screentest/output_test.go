package screentest

import (
	"slices"
	"strings"
	"testing"
)

func parse(s string) *Output {
	o := NewOutput()
	for i := range len(s) { // byte by byte, as a slow line brings it
		_, _ = o.Write([]byte{s[i]})
	}
	return o
}

func TestWhatMayBeSent(t *testing.T) {
	for _, s := range []string{
		"text é 漢字 ｗ 👩‍👩‍👧\r\n\t\b",
		"\x1b[1;3;4;7;9;38;2;1;2;3;48;5;240mx\x1b[m", "\x1b[10;20H\x1b[2J\x1b[K\x1b[3X\x1b[5b\x1bM\x1b[1;20r\x1b[4h\x1b[4l",
		"\x1b[?1049h\x1b[?25l\x1b[?1002;1006h", "\x1b[?2026$p\x1b[?u\x1b[>1u\x1b[<1u\x1b[>4;2m\x1b[>4m\x1b[22;2t\x1b[23;2t\x1b[6 q",
		"\x1b]2;A title\a", "\x1b]11;?\a", "\x1b]52;c;aGVsbG8K\a", "\x1b]52;c;YQli\a", "\x1b]2;\x1b\\",
	} {
		if o := parse(s); len(o.Alien) > 0 {
			t.Errorf("%q is alien: %q", s, o.Alien)
		}
	}
}

func TestWhatMustNotBeSent(t *testing.T) {
	for _, s := range []string{
		"\a", "\x00", "\x0e", "\x7f", "\u009b31m", "\u0085", "\x9b31m", "\x85", "\xff", "caf\xe9 au lait", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u2028", "\U000e0041",
		"\x1bc", "\x1b7", "\x1b(0", "\x1b#8", "\x1bPq\x1b\\", "\x1b_G\x1b\\", "\x1b^x\x1b\\", "\x1bXx\x1b\\",
		"\x1b]0;title\a", "\x1b]8;;http://x\a", "\x1b]11;#ff0000\a", "\x1b]52;c;?\a", "\x1b]52;p;aGVsbG8K\a", "\x1b]2;ti\u202etle\a", "\x1b]52;c;G10=\a",
		"\x1b[6n", "\x1b[c", "\x1b[5i", "\x1b[8;10;10t", "\x1b[21t", "\x1b[?1000h", "\x1b[?47h", "\x1b[20h", "\x1b[!p", "\x1b[66m",
	} {
		if o := parse(s); len(o.Alien) == 0 {
			t.Errorf("%q passes", s)
		}
	}
}

func TestWhatIsLeft(t *testing.T) {
	for _, c := range []struct{ sent, left string }{
		{"", ""},
		{"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?1049l\x1b[?25h\x1b[?2004l", ""},
		{"\x1b[?1049h", "mode 1049 is true"},
		{"\x1b[?25l", "mode 25 is false"},
		{"\x1b[?1002h\x1b[?1006h\x1b[?1002l", "mode 1006 is true"},
		{"\x1b[1m", "a style"}, {"\x1b[1mx\x1b[m", ""}, {"\x1b[1mx\x1b[0;4m", "a style"},
		{"\x1b[>1u", "the Kitty keyboard"}, {"\x1b[>1u\x1b[<u", ""},
		{"\x1b[>4;2m", "modifyOtherKeys"}, {"\x1b[>4;2m\x1b[>4m", ""},
		{"\x1b[22;2t", "a title pushed"}, {"\x1b[22;2t\x1b[23;2t", ""},
	} {
		left := parse(c.sent).Left()
		if slices.Sort(left); strings.Join(left, ", ") != c.left {
			t.Errorf("%q leaves %q, want %q", c.sent, left, c.left)
		}
	}
}

func TestCopied(t *testing.T) {
	if o := parse("\x1b]52;c;aGVsbG8K\a\x1b]52;c;d29ybGQ=\a"); !slices.Equal(o.Copied, []string{"hello\n", "world"}) {
		t.Errorf("copied %q", o.Copied)
	}
}
