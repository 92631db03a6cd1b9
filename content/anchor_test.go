package content

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestAnchor: a link finds the heading or tag that it would find on GitHub.
func TestAnchor(t *testing.T) {
	text := strings.Join([]string{
		"# Notes", "## What's new, in *2.0*?", "## Notes", "## Notes-1", "## Notes",
		"## Ärger über Größe", "## 日本語の見出し", "## हिन्दी", "## snake_case & `code`", "## Cafe\u0301",
		`<a id="own"></a>`, `Words <a name='old name'>here</a>.`, `<h2 id="html">HTML</h2>`, `<div id="notes">`, "</div>",
		"```html\n<a id=\"code\"></a>\n```", `<!-- <a id="comment"></a> -->`, `<a id="es&#27;[2Jc"></a>`, `<p data-id="data">text</p>`,
	}, "\n\n")
	doc := NewText(scan(text, "text.md"))
	for _, c := range []struct{ name, want string }{
		{"notes", "# Notes"},
		{"notes-1", "## Notes\n\n## Notes-1"},
		{"notes-1-1", "## Notes-1"},
		{"notes-2", "## Notes\n\n## Ärger"},
		{"NOTES-2", "## Notes\n\n## Ärger"},
		{"whats-new-in-20", "## What's new"},
		{"ärger-über-größe", "## Ärger"},
		{"%C3%A4rger-%C3%BCber-gr%C3%B6%C3%9Fe", "## Ärger"},
		{"日本語の見出し", "## 日本語"},
		{"हिन्दी", "## हिन्दी"},
		{"cafe\u0301", "## Cafe"},
		{"snake_case--code", "## snake_case"},
		{"own", `<a id="own">`},
		{"old name", `<a name='old name'>`},
		{"old%20name", `<a name='old name'>`},
		{"html", `<h2 id="html">`},
		{"", "# Notes"},
		{"top", "# Notes"},
		{"code", ""}, {"comment", ""}, {"data", ""}, {"notes-3", ""}, {"%ZZ", ""},
	} {
		at, ok := doc.Anchor(c.name)
		if ok != (c.want != "") || ok && !strings.HasPrefix(text[at:], c.want) {
			t.Errorf("#%s: %v, at %.30q, want %q", c.name, ok, text[at:], c.want)
		}
	}
}

// TestAnchorsOfManyHeadings: names that repeat and names that are taken by
// others cost no more than other names.
func TestAnchorsOfManyHeadings(t *testing.T) {
	const n = 50_000
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "# a-%d\n\n", i+1)
	}
	text.WriteString(strings.Repeat("# a\n\n", n))
	doc := NewText(scan(text.String(), "text.md"))
	began := time.Now()
	if _, ok := doc.Anchor(fmt.Sprintf("a-%d", 2*n-1)); !ok {
		t.Error("the last repeated heading has no name")
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("reading %d names takes %v", 2*n, took)
	}
}
