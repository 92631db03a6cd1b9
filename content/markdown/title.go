package markdown

import (
	"strings"
	"unicode"

	"gloss/content/clean"
	"gloss/model"
)

// titleMax bounds a title, in bytes: a heading may be a line of megabytes.
const titleMax = 400

// titlesParsed is how many titles of one text are parsed, at 10 µs each. A text
// of more such headings is no text, and shows the rest of them as written.
const titlesParsed = 20_000

// title is the heading [at, end) as shown. Most are read off; what has mark-up
// that is not simple is parsed, and is no heading if the parser says so: a link
// reference with a line under it is none.
func (s *scanner) title(at, end int) (title string, ok bool) {
	long := end-at > titleMax
	if long {
		end = runeBorder(s.text, at+titleMax)
	}
	heading := s.text[at:end]
	title, ok = simpleTitle(heading)
	if !ok {
		title = heading
		if s.parsed++; s.parsed <= titlesParsed {
			if title, ok = parsedTitle(s.text, model.Span{Start: at, End: end}); !ok && !long {
				return "", false
			}
		}
	}
	if !isFolded(title) {
		title = strings.Join(strings.FieldsFunc(title, unicode.IsSpace), " ")
	}
	// The text is clean already. A title goes into the window's title, the header
	// and every list, so it does not rest on that alone.
	return clean.Line(strings.TrimRight(title, ": ")) + choose(long, "…", ""), true
}

// isFolded reports whether a text has no white space but single spaces within.
func isFolded(s string) bool {
	return !strings.Contains(s, "  ") && strings.IndexFunc(s, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) < 0 &&
		!strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ")
}

// parsedTitle is the heading as the parser shows it.
func parsedTitle(text string, heading model.Span) (title string, ok bool) {
	leaves := Leaves(text, model.Block{Span: heading})
	i := len(leaves) - 1
	if i < 0 || leaves[i].Kind != model.Heading {
		return "", false
	}
	return leaves[i].Shown().Text, true
}

// simpleTitle is a heading with number signs as shown, if all of its mark-up is
// of three simple kinds: code, emphasis of whole words, and links. It exists for
// speed alone, and says nothing where it is not sure to say what the parser says.
func simpleTitle(heading string) (title string, ok bool) {
	body := strings.TrimLeft(heading, " ")
	level := headingLevel(strings.TrimRight(body, "\n"))
	if level == 0 {
		return "", false
	}
	body = strings.TrimSpace(body[level:])
	if strings.HasSuffix(body, "#") || strings.ContainsAny(body, "\\<&~\n") {
		return "", false
	}
	if !strings.ContainsAny(body, "`*_[") {
		return body, true
	}
	var out strings.Builder
	for at := 0; at < len(body); {
		next := strings.IndexAny(body[at:], "`*_[]")
		if next < 0 {
			out.WriteString(body[at:])
			break
		}
		out.WriteString(body[at : at+next])
		at += next
		shown, n := simpleMarkup(body, at)
		if n == 0 {
			return "", false
		}
		out.WriteString(shown)
		at += n
	}
	return out.String(), true
}

// simpleMarkup is what the mark-up at at shows, and its length; 0 where it is
// not simple.
func simpleMarkup(body string, at int) (shown string, n int) {
	rest := body[at:]
	if rest[0] == '_' && at > 0 && at+1 < len(body) && isWord(body[at-1]) && isWord(body[at+1]) {
		return "_", 1 // snake_case
	}
	if at > 0 && body[at-1] != ' ' {
		return "", 0
	}
	var mark, closing string
	switch {
	case strings.HasPrefix(rest, "**"):
		mark, closing = "**", "**"
	case rest[0] == '[':
		mark, closing = "[", "]("
	default:
		mark, closing = rest[:1], rest[:1]
	}
	shown, rest, ok := strings.Cut(rest[len(mark):], closing)
	if !ok || shown == "" || strings.ContainsAny(shown, "`*_[]!@:") || !isWord(shown[0]) || !isWord(shown[len(shown)-1]) {
		return "", 0
	}
	n = len(mark) + len(shown) + len(closing)
	if mark == "[" {
		target, after, ok := strings.Cut(rest, ")")
		if !ok || target == "" || strings.ContainsAny(target, " ()`*_[]\"'") {
			return "", 0
		}
		n, rest = n+len(target)+1, after
	}
	if rest != "" && rest[0] != ' ' {
		return "", 0
	}
	return shown, n
}

func isWord(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }
