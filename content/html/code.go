package html

import (
	"strings"

	"golang.org/x/net/html"
)

// code puts a block of code, its language told by the class of language-go and
// what other highlighters write.
func (t *tidier) code(to, n *html.Node) {
	var l codeLines
	l.add(n)
	code := strings.TrimSuffix(strings.TrimPrefix(l.String(), "\n"), "\n")
	t.mark(to, n)
	if strings.TrimSpace(code) == "" || gutter(code) {
		return
	}
	pre := element("pre")
	if name := language(n); name != "" {
		pre.Attr = []html.Attribute{{Key: "class", Val: "language-" + name}}
	}
	pre.AppendChild(text(harmless(code)))
	t.add(to, pre)
}

// codeLines is the text of code: a <br> or a block is a line.
type codeLines struct {
	strings.Builder
	ended bool // a block did, and its line is not ended yet
}

func (l *codeLines) add(n *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			if l.ended && !strings.HasPrefix(c.Data, "\n") {
				l.WriteByte('\n')
			}
			l.ended = false
			l.WriteString(c.Data)
		case c.Data == "br":
			l.WriteByte('\n')
			l.ended = false
		case c.Type == html.ElementNode && !hidden(c):
			block := blocks[c.Data]
			if block && l.Len() > 0 && !strings.HasSuffix(l.String(), "\n") {
				l.ended = true
			}
			l.add(c)
			l.ended = l.ended || block
		}
	}
}

// gutter reports whether code is the numbers that a highlighter sets beside it.
func gutter(code string) bool {
	numbers := strings.Fields(code)
	for i, n := range numbers {
		if n != number(i+1) {
			return false
		}
	}
	return len(numbers) > 1
}

// language is the language of code by its classes, or those of its parents.
func language(pre *html.Node) string {
	if code := first(pre, "code"); code != nil {
		if name := ownLanguage(code); name != "" {
			return name
		}
	}
	for n, up := pre, 0; n != nil && up < 3; n, up = n.Parent, up+1 {
		if name := ownLanguage(n); name != "" {
			return name
		}
	}
	return ""
}

func ownLanguage(n *html.Node) string {
	for _, key := range []string{"data-lang", "data-language"} {
		if name := attribute(n, key); name != "" {
			return languageName(name)
		}
	}
	classes := strings.Fields(attribute(n, "class"))
	for i, class := range classes {
		for _, prefix := range []string{"language-", "lang-", "highlight-source-", "brush:"} {
			if name, found := strings.CutPrefix(class, prefix); found {
				if name == "" && i+1 < len(classes) {
					name = classes[i+1]
				}
				return languageName(name)
			}
		}
		if class == "sourceCode" && i+1 < len(classes) {
			return languageName(classes[i+1])
		}
	}
	return ""
}

// languageName is a name that is fit to stand behind a fence, "" for others.
func languageName(name string) string {
	name = strings.ToLower(strings.Trim(name, ";, "))
	for _, r := range name {
		if !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || strings.ContainsRune("+#-._", r)) {
			return ""
		}
	}
	return name
}
