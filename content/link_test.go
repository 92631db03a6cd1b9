package content

import (
	"strings"
	"testing"
	"unicode"

	"gloss/content/web"
)

func TestLink(t *testing.T) {
	for _, c := range []struct{ source, target, to, anchor string }{
		// places of the same document
		{"a/b.md", "#part", "a/b.md", "part"},
		{"https://x.org/a", "#caf%C3%A9", "https://x.org/a", "café"},
		// files beside a file
		{"a/b.md", "c.md", "a/c.md", ""},
		{"a/b.md", "../c%20d.md?raw=1#e", "c d.md", "e"},
		{"b.md", "sub/", "sub", ""},
		{"a/b.md", "/etc/motd", "/etc/motd", ""},
		{"a/b.md", "file:///etc/motd", "/etc/motd", ""},
		{"-", "c.md", "c.md", ""},
		{"b.md", "-", "./-", ""}, // no standard input
		{"b.md", "100%.md", "100%.md", ""},
		// the web
		{"a/b.md", "HTTPS://x.org/c#d", "https://x.org/c", "d"},
		{"a/b.md", "//x.org/c", "https://x.org/c", ""},
		{"", "https://x.org", "https://x.org", ""},
		{"http://x.org/a/b", "c?d=e#f", "http://x.org/a/c?d=e", "f"},
		{"http://x.org/a/b", "/c", "http://x.org/c", ""},
		{"http://x.org/a/b", "//y.org/c", "http://y.org/c", ""},
	} {
		to, anchor, err := Link(c.source, c.target)
		if to != c.to || anchor != c.anchor || err != nil {
			t.Errorf("%q of %q leads to %q at %q, %v; want %q at %q", c.target, c.source, to, anchor, err, c.to, c.anchor)
		}
	}
}

// A page of the web leads nowhere on this machine, and nothing leads to what
// gloss does not open.
func TestLinksNotFollowed(t *testing.T) {
	for _, c := range []struct{ source, target, says string }{
		{"https://x.org/a", "file:///etc/passwd", "http and https only"},
		{"https://x.org/a", "javascript:alert(1)", "http and https only"},
		{"https://x.org/a", "http://%zz/", "no address"},
		{"a.md", "ftp://x.org/\u202e", "⟨RLO⟩"},
		{"a.md", "vscode://file/x", "files and pages of the web"},
		{"", "other.md", "the article inside gloss"},
	} {
		if to, _, err := Link(c.source, c.target); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q of %q leads to %q, %v; want an error that says %q", c.target, c.source, to, err, c.says)
		}
	}
}

// Whatever a link says, a page of the web leads to the web alone, nothing leads
// to standard input, and an error is one clean line.
func FuzzLink(f *testing.F) {
	for _, target := range []string{"#a", "a b.md?c#d", "//x", "http://x/%zz", "-", "file:///-", "javascript:x", "C:\\x", "\x1b]0;x\a", "?q", "..", ""} {
		f.Add("https://x.org/a/b?c#d", target)
		f.Add("a/b.md", target)
		f.Add("-", target)
	}
	f.Fuzz(func(t *testing.T, source, target string) {
		to, _, err := Link(source, target)
		switch {
		case err != nil:
			if strings.ContainsFunc(err.Error(), unicode.IsControl) {
				t.Fatalf("%q of %q: error %q", target, source, err)
			}
		case to == source:
		case to == standardInput:
			t.Fatalf("%q of %q leads to standard input", target, source)
		case web.Is(source) && !strings.HasPrefix(to, "http:") && !strings.HasPrefix(to, "https:"):
			t.Fatalf("%q of %q leads to %q", target, source, to)
		}
	})
}
