package plain

import "strings"

// furniture is how many of the lines from the one n ahead on belong to the page
// and not to the text: its number, and the running head behind it.
func (m *maker) furniture(n int) int {
	l := m.in.peek(n)
	if l == nil || l.width > headingMax {
		return 0
	}
	if isFooter(l.text) {
		if next := m.in.peek(n + 1); next != nil && next.width <= headingMax && m.style.heads[skeleton(next.text)] > 1 {
			return 2
		}
		return 1
	}
	if l.page && !l.trace().strong && m.style.heads[skeleton(l.text)] > 1 {
		return 1
	}
	next := m.in.peek(n + 1)
	if (l.page || next != nil && next.page) && isPageNumber(l.text) {
		return 1
	}
	return 0
}

// isFooter reports whether a line ends as the last line of a page does:
// "Braden                        [Page 12]".
func isFooter(s string) bool {
	if s[len(s)-1] != ']' {
		return false
	}
	at := strings.LastIndex(s, "[Page ")
	return at >= 0 && len(s)-at < 14 && (at == 0 || strings.HasSuffix(s[:at], "  "))
}

// isPageNumber reports whether a line is nothing but a number: "12", "- 12 -",
// "Page 12".
func isPageNumber(s string) bool {
	s = strings.Trim(strings.TrimPrefix(strings.TrimPrefix(s, "Page "), "page "), "-– ")
	return len(s) > 0 && len(s) < 5 && strings.Trim(s, "0123456789") == ""
}

// skeleton is what a running head has on every page: its letters.
func skeleton(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == ' ' || r == '.' || r == '-' || r == '[' || r == ']' {
			return -1
		}
		return r
	}, s)
}
