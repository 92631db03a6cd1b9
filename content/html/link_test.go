package html

import (
	"net/url"
	"strings"
	"testing"
)

// TestTargets resolves the targets of a page's links.
func TestTargets(t *testing.T) {
	for _, test := range []struct{ name, base, tag, target, want string }{
		{"absolute", "https://a.example/b/c", "", "https://x.example/y?z#w", "https://x.example/y?z#w"},
		{"relative", "https://a.example/b/c", "", "d?e", "https://a.example/b/d?e"},
		{"from the root", "https://a.example/b/c", "", "/d", "https://a.example/d"},
		{"of the same scheme", "https://a.example/b/c", "", "//x.example/y", "https://x.example/y"},
		{"a fragment", "https://a.example/b/c", "", "#d", "#d"},
		{"a fragment of the page itself", "https://a.example/b/c", "", "/b/c#d", "#d"},
		{"no base", "", "", "d", "d"},
		{"mail", "https://a.example/b", "", "mailto:x@y.example", "mailto:x@y.example"},
		{"a base of the page's", "https://a.example/b/c", "<base href=/x/>", "d", "https://a.example/x/d"},
		{"a base elsewhere", "", "<base href=https://x.example/y/>", "d", "https://x.example/y/d"},
		{"a base that is a script", "https://a.example/b", "<base href=javascript:alert(1)//>", "d", "https://a.example/d"},
		{"a base that is data", "", "<base href=data:text/html,>", "d", "d"},
		{"a base that is a file", "", "<base href=file:///etc/>", "passwd", "passwd"},
		{"a script", "https://a.example/b", "", "javascript:alert(1)", ""},
		{"a script in disguise", "https://a.example/b", "", " Java\nscript\x01:alert(1)", ""},
		{"data", "", "", "data:text/html,x", ""},
		{"a file", "", "", "file:///etc/passwd", ""},
		{"a colon in a path", "", "", "./a:b", "./a:b"},
		{"no address", "https://a.example/b", "", "http://[", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var from *url.URL
			if test.base != "" {
				var err error
				if from, err = url.Parse(test.base); err != nil {
					t.Fatal(err)
				}
			}
			doc, err := parse(test.tag)
			if err != nil {
				t.Fatal(err)
			}
			x := tidier{link: resolver(doc, from)}
			if got := x.target(test.target); got != test.want {
				t.Errorf("the target %q is %q, want %q", test.target, got, test.want)
			}
		})
	}
}

// TestDroppedTargets keeps the text of a link that leads nowhere.
func TestDroppedTargets(t *testing.T) {
	page, err := Read("<p>a <a href='javascript:x'>b</a> <a href='data:,x'>c</a> <a>d</a>", pageAddress)
	if err != nil || !strings.Contains(page.Markdown, "a b c d") {
		t.Errorf("Read = %q, %v", page.Markdown, err)
	}
}
