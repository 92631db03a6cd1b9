package plain

// A clue is a property of a line and its neighbours that speaks for a heading
// or against it. The weights are logarithms of odds: a clue of 0.7 makes a
// heading twice as likely, one of -2.3 ten times less. All but those of lines that
// blank lines set apart were fitted, with a penalty on large weights, to articles,
// interviews, textbooks and web pages whose authors had set the headings, one
// line a paragraph; clues that made no difference were dropped.
type clue struct {
	name   string
	weight float64
	holds  func(n *near, m *shape) bool
}

var clues = [...]clue{
	{"one word", 1.4, func(n *near, m *shape) bool { return m.words == 1 }},
	{"two to four words", 0.9, func(n *near, m *shape) bool { return m.words >= 2 && m.words <= 4 }},
	{"ten to fourteen words", -0.2, func(n *near, m *shape) bool { return m.words >= 10 && m.words < 15 }},
	{"fifteen words or more", -0.8, func(n *near, m *shape) bool { return m.words >= 15 }},
	{"ends as a sentence", -2.5, func(n *near, m *shape) bool { return m.last == '.' || m.last == ';' || m.last == '…' }},
	{"ends within a sentence", -0.5, func(n *near, m *shape) bool {
		return m.last == ',' || m.last == '-' || m.last == '—' || m.last == '–'
	}},
	{"ends in a colon", -0.9, func(n *near, m *shape) bool { return m.last == ':' }},
	{"ends in a question mark", -1.4, func(n *near, m *shape) bool { return m.last == '?' }},
	{"ends in an exclamation mark", -0.7, func(n *near, m *shape) bool { return m.last == '!' }},
	{"ends in a quotation mark", -0.7, func(n *near, m *shape) bool {
		return m.last == '"' || m.last == '”' || m.last == '’' || m.last == '\''
	}},
	{"ends in a bracket", -0.8, func(n *near, m *shape) bool { return m.last == ')' || m.last == ']' }},
	{"ends in a figure", -0.9, func(n *near, m *shape) bool { return m.last >= '0' && m.last <= '9' }},
	{"begins with a small letter", -0.9, func(n *near, m *shape) bool { return isLower(m.first) }},
	{"begins with a figure", -0.3, func(n *near, m *shape) bool { return m.first >= '0' && m.first <= '9' && m.depth == 0 }},
	{"begins with a quotation mark", -1.2, func(n *near, m *shape) bool {
		return m.first == '"' || m.first == '“' || m.first == '\'' || m.first == '‘'
	}},
	{"begins with another mark", -2.4, func(n *near, m *shape) bool { return isMark(m.first) }},
	{"numbered with one number", 0.2, func(n *near, m *shape) bool { return m.depth == 1 }},
	{"numbered with more", 0.2, func(n *near, m *shape) bool { return m.depth > 1 }},
	{"a number before and a number behind", -1.1, func(n *near, m *shape) bool {
		return m.depth == 1 && (n.behind[0] != nil && short(n.behind[0]) && n.behind[0].look().depth == 1 || n.ahead[0] != nil && short(n.ahead[0]) && n.ahead[0].look().depth == 1)
	}},
	{"all capitals", 0.5, func(n *near, m *shape) bool { return m.letters > 3 && m.upper == m.letters }},
	{"a title's capitals", 0.3, func(n *near, m *shape) bool { return m.title() }},
	{"a sentence's capitals", -0.4, func(n *near, m *shape) bool { return m.words > 4 && m.lower*2 > m.words }},
	{"a name's capitals", -0.4, func(n *near, m *shape) bool { return m.words >= 2 && m.words <= 3 && m.capitals == m.words }},
	{"a question in a title's capitals", 1.6, func(n *near, m *shape) bool { return m.last == '?' && m.title() }},
	{"sentence ends within", -0.5, func(n *near, m *shape) bool { return m.inner }},
	{"commas", -1.3, func(n *near, m *shape) bool { return m.commas == 1 }},
	{"more commas", -0.7, func(n *near, m *shape) bool { return m.commas > 1 }},
	{"code or address", -0.7, func(n *near, m *shape) bool { return m.marks > 0 }},
	{"many figures", -1.3, func(n *near, m *shape) bool { return m.digits > 3 && m.digits*5 > m.letters }},
	{"no letters", -1, func(n *near, m *shape) bool { return m.letters == 0 }},
	{"a date or time", 0.5, func(n *near, m *shape) bool { return dated(n.at.text, m) }},
	{"a date or time alone", -1.5, func(n *near, m *shape) bool { return m.words < 6 && m.digits > 1 && !n.first && dated(n.at.text, m) }},
	{"a byline", -0.7, func(n *near, m *shape) bool { return byline(n.at.text) }},
	{"a caption", -1.5, func(n *near, m *shape) bool { return hasWord(n.at.text, captions) }},
	{"a part's name", 1.8, func(n *near, m *shape) bool { return m.last != '.' && hasWord(n.at.text[m.rest:], parts) }},
	{"a finite verb", -1, func(n *near, m *shape) bool { return verbal(n.at.text) }},
	{"first of the text", 2.6, func(n *near, m *shape) bool { return n.first && !m.stopped() }},
	{"last of the text", -0.9, func(n *near, m *shape) bool { return n.ahead[0] == nil }},
	{"before two short lines", -0.8, func(n *near, m *shape) bool { return short(n.ahead[0]) && short(n.ahead[1]) && !sentence(n.ahead[0]) }},
	{"before a small letter", -0.8, func(n *near, m *shape) bool { return n.ahead[0] != nil && isLower(firstRune(n.ahead[0].text)) }},
	{"behind a long line", 0.6, func(n *near, m *shape) bool { return long(n.behind[0]) }},
	{"behind two short lines", -1.1, func(n *near, m *shape) bool {
		return short(n.behind[0]) && short(n.behind[1]) && !n.below && !sentence(n.behind[0])
	}},
	{"behind a heading", -0.7, func(n *near, m *shape) bool { return n.below }},
	{"behind a colon", -1.1, func(n *near, m *shape) bool {
		return n.behind[0] != nil && lastByte(n.behind[0].text) == ':' && !n.below
	}},
	{"listed in the contents", 1, func(n *near, m *shape) bool { return n.style.listed(n) }},
	{"an entry of the contents", -0.4, func(n *near, m *shape) bool { return n.style.entry(n) }},
	{"an anchor's mark", 2.2, func(n *near, m *shape) bool { return anchored(n.at.text) }},
	{"a button", -1.6, func(n *near, m *shape) bool { return hasWord(n.at.text, buttons) }},
	{"made as others are", -0.7, func(n *near, m *shape) bool { return m.depth == 0 && n.style.alike(n.at.text) }},
	{"repeated", -1.4, func(n *near, m *shape) bool { return n.style.repeats(n.at.text) }},
	{"beside a line without words", -2.7, func(n *near, m *shape) bool { return !n.apart && (bare(n.ahead[0]) || bare(n.behind[0])) }},
	{"among short lines", -0.3, func(n *near, m *shape) bool { return n.crowd() == 3 }},
	{"among many short lines", -0.7, func(n *near, m *shape) bool { return n.crowd() == 4 }},
	{"among only short lines", -0.8, func(n *near, m *shape) bool { return n.crowd() > 4 }},
	{"apart and numbered", 2.2, func(n *near, m *shape) bool { return n.apart && m.depth > 0 }},
	{"the next number", 1, func(n *near, m *shape) bool { return n.next }},
	{"apart and in capitals", 1.5, func(n *near, m *shape) bool { return n.apart && m.letters > 3 && m.upper == m.letters }},
	{"apart and a Roman number", 3, func(n *near, m *shape) bool { return n.apart && isNumeral(n.at.text) }},
	{"left of the text", 2, func(n *near, m *shape) bool { return n.left }},
	{"alone", 0.2, func(n *near, m *shape) bool { return n.crowd() == 0 }},
	{"before a longer line", 0.5, func(n *near, m *shape) bool {
		return n.ahead[0] != nil && n.ahead[0].width > 2*n.at.width && n.ahead[0].width >= 60
	}},
}
