package epub

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// Anchors are unique over the book, and can be told of a link alone, without
// reading the page that it leads to: the chapter's number and the id there, as in
// ch12.note3; ch.12 is the chapter itself. The names of headings hold no dots, so
// no anchor is taken for one.

// anchorMax bounds an id. A longer one is no anchor: links to it lead to its page.
const anchorMax = 200

// anchorsMax bounds the anchors of one chapter, at some 100 bytes each.
const anchorsMax = 200_000

// anchorName is the anchor of an element of a chapter, "" of the chapter itself.
func anchorName(chapter int, id string) string {
	if id == "" || len(id) > anchorMax {
		return fmt.Sprintf("ch.%d", chapter+1)
	}
	name := fmt.Sprintf("ch%d.", chapter+1)
	for _, r := range id {
		switch {
		case r == '-' || r == '.' || r == '_' || unicode.In(r, unicode.L, unicode.Nd):
			name += string(r)
		default: // one to one, so that no two ids become the same
			name += "~" + strconv.FormatInt(int64(r), 16) + "~"
		}
	}
	return name
}

// link rewrites the links of a chapter: those to another place of the book lead
// to its anchor, all others stay as they are.
func (b *Book) link(chapter int) func(string) string {
	return func(target string) string {
		href := strings.TrimSpace(target)
		if outside(href) {
			return target
		}
		to, ok := chapter, true
		if !strings.HasPrefix(href, "#") {
			path, found := b.archive.find(resolve(b.chapters[chapter].path, withoutQuery(href)))
			if to, ok = b.index[path]; !found || !ok {
				return target
			}
		}
		return "#" + anchorName(to, fragment(href))
	}
}

// outside reports whether a link leads out of the book.
func outside(href string) bool {
	if href == "" || strings.HasPrefix(href, "//") {
		return true
	}
	u, err := url.Parse(href)
	return err == nil && u.Scheme != ""
}

func withoutQuery(href string) string {
	path, _, _ := strings.Cut(href, "#")
	path, _, _ = strings.Cut(path, "?")
	return path
}

// While a page is converted, an anchor is a number between two characters that
// no text has: any converter lets them through as it does letters.
const (
	signOpen  = '\U0010FFFC'
	signClose = '\U0010FFFD'
)

// anchors gathers the anchors of one chapter.
type anchors struct {
	chapter int
	names   []string
	known   map[string]bool
}

func newAnchors(chapter int) *anchors { return &anchors{chapter: chapter, known: map[string]bool{}} }

// sign is what stands for the anchor of an id, "" if that is known already.
func (a *anchors) sign(id string) string {
	if a.known[id] || len(id) > anchorMax || len(a.names) == anchorsMax { // "" is known as soon as a page begins
		return ""
	}
	a.known[id] = true
	a.names = append(a.names, anchorName(a.chapter, id))
	return string(signOpen) + strconv.Itoa(len(a.names)-1) + string(signClose)
}

// withoutSigns is a text in which nothing can be taken for a sign.
func withoutSigns(text string) string {
	if !strings.Contains(text, "\U0010FFFC") && !strings.Contains(text, "\U0010FFFD") {
		return text
	}
	return strings.NewReplacer("\U0010FFFC", "�", "\U0010FFFD", "�").Replace(text)
}

// finish makes the signs in Markdown what gloss knows as the target of a link.
func (a *anchors) finish(markdown string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(markdown, string(signOpen))
		out.WriteString(before)
		if !found {
			return out.String()
		}
		number, _, _ := strings.Cut(rest[:min(len(rest), 12)], string(signClose))
		n, err := strconv.Atoi(number)
		if err != nil || n < 0 || n >= len(a.names) {
			markdown = rest
			continue
		}
		out.WriteString(`<a id="` + a.names[n] + `"></a>`)
		markdown = strings.TrimPrefix(rest[len(number):], string(signClose))
	}
}
