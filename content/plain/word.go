package plain

import (
	"strings"
	"unicode"
)

// The words of these lists are of general use: they name parts of any book or
// paper, and what stands round pictures and authors.
var (
	parts = []string{"chapter", "part", "book", "volume", "appendix", "section", "act", "scene", "canto", "abstract",
		"introduction", "preface", "foreword", "prologue", "epilogue", "contents", "table of contents", "summary", "overview", "background",
		"method", "methods", "methodology", "results", "discussion", "conclusion", "conclusions", "references", "bibliography", "notes",
		"acknowledgments", "acknowledgements", "glossary", "index", "see also", "history", "related work", "further reading", "external links",
		"about", "installation", "usage", "license", "faq"}
	captions = []string{"figure", "fig", "table", "image", "photo", "photograph", "credit", "source", "copyright", "listing", "picture", "via"}
	buttons  = []string{"read", "share", "click", "watch", "more", "learn more", "see more", "sign up", "subscribe", "reply", "next", "previous", "play", "advertisement", "follow", "download", "print", "email", "comments", "related", "tags", "log in"}
	months   = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "am", "pm",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)

// anchored reports whether a line ends in what a web page puts behind its
// headings to link to them.
func anchored(s string) bool {
	return strings.HasSuffix(s, "¶") || strings.HasSuffix(s, " #") || strings.HasSuffix(s, "[edit]")
}

// hasWord reports whether a text begins with one of the words.
func hasWord(s string, words []string) bool {
	for _, w := range words {
		if len(s) >= len(w) && s[0]|0x20 == w[0] && strings.EqualFold(s[:len(w)], w) && (len(s) == len(w) || !isWordByte(s[len(w)])) {
			return true
		}
	}
	return false
}

// byline reports whether a line says who wrote: "By Ann Lee". "By train" does
// not.
func byline(s string) bool {
	name, ok := strings.CutPrefix(s, "By ")
	return ok && unicode.IsUpper(firstRune(name)) || strings.HasPrefix(s, "by ")
}

func dated(s string, m *shape) bool {
	if m.digits == 0 || m.digits > 12 {
		return false
	}
	for at := range s {
		if (at == 0 || !isWordByte(s[at-1])) && hasWord(s[at:], months) {
			return true
		}
	}
	return false
}

// verbal reports whether a line holds a finite verb, as sentences do. A title's
// verb has a capital.
func verbal(s string) bool {
	for word := range strings.SplitSeq(s, " ") {
		switch word {
		case "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "should", "did", "does", "said", "says", "been", "I'm", "it's":
			return true
		}
	}
	return false
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 || c == '\''
}
