package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestBody(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"clean text", "Café — 日本 “x”\n\n- a", "Café — 日本 “x”\n\n- a"},
		{"line endings", "a\r\nb\rc\u0085d\u2028e\u2029f\fg\vh", "a\nb\nc\nd\ne\nf\ng\nh"},
		{"tabs", "\ta\tbc\tdefg\t|\n\té\t|", "    a   bc  defg    |\n    é   |"},
		{"byte order mark", "\uFEFFa\uFEFFb", "a⟨BOM⟩b"},
		{"other controls", "a\x00b\x07c\bd\x7fe\u0084f", "a␀b␇c␈d␡e\uFFFDf"},
		{"invalid UTF-8", "a\xff\xc3b\xe2\x80", "a\uFFFD\uFFFDb\uFFFD\uFFFD"},
		{"a C1 byte is no C1 character", "a\x9b31mb", "a\uFFFD31mb"},

		{"colour", "a\x1b[31mred\x1b[0m", "ared"},
		{"private and intermediate", "\x1b[?1049h\x1b[1 q\x1b[>4;2mx", "x"},
		{"C1 CSI", "a\u009b31mred", "ared"},
		{"window title", "\x1b]0;owned\x07a\x1b]2;owned\x1b\\b\u009d2;owned\u009cc", "abc"},
		{"clipboard", "\x1b]52;c;cm0gLXJm\x07a", "a"},
		{"hyperlink", "\x1b]8;;https://x.y\x1b\\text\x1b]8;;\x1b\\", "text"},
		{"DCS, APC, PM, SOS", "\x1bP$q\x1b\\a\x1b_G;x\x1b\\b\x1b^x\x1b\\c\x1bXx\x1b\\d", "abcd"},
		{"two bytes", "\x1bca\x1b7b\x1b(Bc\x1b#8d", "abcd"},
		{"broken off", "a\x1b[31\nb\x1b]0;x\ny\x07", "a␛[31\nb␛]0;x\ny␇"},
		{"broken off at the end", "a\x1b", "a␛"},
		{"hidden in another", "\x1b\x1b[31m[31mx", "␛[31mx"},
		{"hidden in a control", "\x1b\x00[31mx", "␛␀[31mx"},
		{"hidden in a joiner", "\x1b\u200b[31mx", "␛⟨ZWSP⟩[31mx"},
		{"hidden in what is dropped", "\x1b\u00ad[31mx", "␛[31mx"},

		{"bidi", "a\u202eb\u2066c\u2069\u200ed", "a⟨RLO⟩b⟨LRI⟩c⟨PDI⟩⟨LRM⟩d"},
		{"invisible", "a\u200bb\u2060c\u2061d\u3164", "a⟨ZWSP⟩b⟨WJ⟩c⟨U+2061⟩d⟨U+3164⟩"},
		{"soft hyphen", "soft\u00adhyphen", "softhyphen"},
		{"tags", "a\U000E0068\U000E0069b", "a⟨TAG⟩b"},
		{"flag", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"},
		{"no flag", "🏴\U000E0067\U000E0062", "🏴⟨TAG⟩"},
		{"family", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
		{"heart", "❤\ufe0f\u200d🔥 1\ufe0f\u20e3", "❤\ufe0f\u200d🔥 1\ufe0f\u20e3"},
		{"selectors", "a\ufe0f\ufe0f\ufe01 \ufe0f", "a\ufe0f⟨U+FE0F⟩\ufe01 ⟨U+FE0F⟩"},
		{"Persian", "می\u200cخواهم", "می\u200cخواهم"},
		{"Hindi", "क्\u200dष", "क्\u200dष"},
		{"Khmer", "ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"},
		{"joiner in Latin", "pass\u200dword\u200c", "pass⟨ZWJ⟩word⟨ZWNJ⟩"},
		{"Arabic number sign", "\u0600123", "\u0600123"},
		{"Korean letters", strings.Repeat("\u1100", 100) + "\u1161", strings.Repeat("\u1100", markMax) + "\u1161"},
		{"skin colours", "👍" + strings.Repeat("🏻", 100), "👍" + strings.Repeat("🏻", markMax)},
		{"a chain of emoji", strings.Repeat("👩\u200d", 12) + "👩", strings.Repeat("👩\u200d", markMax/linkMarks) + "👩👩\u200d👩"},
		{"a chain of consonants", strings.Repeat("क\u094d", 12) + "क", strings.Repeat("क\u094d", markMax/linkMarks) + "कक\u094dक"},
		{"number signs", strings.Repeat("\u0600", 100) + "1", strings.Repeat("\u0600", markMax) + "1"},
		{"marks", "e" + strings.Repeat("\u0301", 100) + "x", "e" + strings.Repeat("\u0301", markMax) + "x"},
	} {
		if got := Body(tt.in); got != tt.want {
			t.Errorf("%s: Body(%q)\n got %q\nwant %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"  a\r\nb\tc \n": "a b   c",
		"\x1b[1mx\x1b[m": "x",
		"\u202e":         "⟨RLO⟩",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDecoded(t *testing.T) {
	for in, want := range map[string]string{" ": " ", "\n": " ", "\x1b": "␛", "&": "&", "\u202e": "⟨RLO⟩"} {
		if got := Decoded(in); got != want {
			t.Errorf("Decoded(%q) = %q, want %q", in, got, want)
		}
	}
}

// The fast paths must say of every rune what the rule says.
func TestFastPaths(t *testing.T) {
	for r := rune(0x20); r < 0x20000; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		c := cleaner{src: string(r)}
		text, _, keep := c.char(r, utf8.RuneLen(r), 0)
		if isCommon(r) && (!keep || isMark(r)) {
			t.Errorf("%U is taken as common but becomes %q", r, text)
		}
		if n := plainLen("abcdefgh" + string(r)); r < 0x80 && (n == 9) != keep {
			t.Errorf("%U is taken as plain: %v, kept: %v", r, n == 9, keep)
		}
	}
	for n := range 40 {
		if text := strings.Repeat("a\n", n); plainLen(text) != 2*n || plainLen(text+"\x1b"+text) != 2*n {
			t.Errorf("plain length of %d bytes is wrong", 2*n)
		}
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	text := strings.Repeat("Plain text, “quoted”.\n", 100)
	if n := testing.AllocsPerRun(10, func() { Body(text) }); n != 0 {
		t.Errorf("%v allocations for clean text", n)
	}
}

func FuzzBody(f *testing.F) {
	for _, seed := range []string{
		"plain\n", "\x1b\x1b[31m[31m", "\u009d0;x\u009c", "\u202e\ufeff\xff\xe2\x1b[m\x80\xae", "🏴\x1b[m\U000E0067\U000E007F",
		"a\t\tb\r\r\n", "\u0301\u200d\ufe0f\ufe0f", "\xc2\x1b[m\x9b31m",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Body(text)
		if !utf8.ValidString(got) {
			t.Fatalf("Body(%q) = %q, not UTF-8", text, got)
		}
		for _, r := range got {
			if r != '\n' && unicode.IsControl(r) {
				t.Fatalf("Body(%q) = %q has %U", text, got, r)
			}
			if 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("Body(%q) = %q has %U", text, got, r)
			}
		}
		if again := Body(got); again != got {
			t.Fatalf("Body(%q) = %q, cleaned again %q", text, got, again)
		}
		line := Line(text)
		if strings.Contains(line, "\n") || line != strings.TrimSpace(line) || Line(line) != line {
			t.Fatalf("Line(%q) = %q", text, line)
		}
	})
}

// A file is cleaned before its first line is seen: it must go at the speed of
// memory.
func BenchmarkClean10MB(b *testing.B) {
	for name, line := range map[string]string{
		"ascii":   "Meta remains financially robust, as evidenced by its impressive results.\n",
		"curly":   "It isn’t just “technology” — it raises questions about Meta’s property.\n",
		"han":     "这个故事不仅仅是关于技术的，它提出了关于知识产权和国家安全的问题。\n",
		"tabs":    "\tif err != nil {\t\treturn err // with a few words of text after it\n",
		"hostile": "\x1b[31mred\x1b]0;title\x07 \u202e\u200b and some plain text after all of it\n",
	} {
		text := strings.Repeat(line, 10<<20/len(line))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Body(text)
			}
		})
	}
}
