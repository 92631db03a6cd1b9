package html

import "strings"

// tag reads a tag from its name to its end, as the parser's tokenizer does.
type tag struct {
	page       string
	at         int // what is read next; behind the tag's end when all is read, -1 where it has none
	key, value string
	count      int
	cut        int // where the first attribute begins that is one too many
}

// name is the tag's name, in small letters.
func (t *tag) name() string {
	start := t.at
	for t.at < len(t.page) && !isSpace(t.page[t.at]) && t.page[t.at] != '/' && t.page[t.at] != '>' {
		t.at++
	}
	return strings.ToLower(t.page[start:t.at])
}

// next reads an attribute; false at the end of the tag.
func (t *tag) next() bool {
	c := t.skip()
	if c == 0 {
		return false
	}
	if c == '>' {
		t.at++
		return false
	}
	start := t.at
	for c = t.page[t.at]; !isSpace(c) && c != '/' && c != '>' && (c != '=' || t.at == start); c = t.page[t.at] {
		if t.at++; t.at == len(t.page) {
			t.at = -1
			return false
		}
	}
	t.key, t.value = t.page[start:t.at], ""
	if t.key != "" {
		if t.count++; t.count == attributesMax+1 {
			t.cut = start
		}
	}
	switch t.skip() {
	case 0:
		return false
	case '/':
		t.at++
	case '=':
		t.at++
		return t.read()
	}
	return true
}

// end reads the rest of the tag, and is where it ends, -1 where it has no end.
func (t *tag) end() int {
	for t.next() {
	}
	return t.at
}

// read reads the value of an attribute.
func (t *tag) read() bool {
	quote := t.skip()
	switch quote {
	case 0:
		return false
	case '>':
		return true
	case '"', '\'':
		n := strings.IndexByte(t.page[t.at+1:], quote)
		if n < 0 {
			t.at = -1
			return false
		}
		t.value = t.page[t.at+1 : t.at+1+n]
		t.at += n + 2
		return true
	}
	start := t.at
	for t.at < len(t.page) && !isSpace(t.page[t.at]) && t.page[t.at] != '>' {
		t.at++
	}
	t.value = t.page[start:t.at]
	return true
}

// skip goes to what is no space, and is that; 0 at the end of the page, where the
// tag has no end.
func (t *tag) skip() byte {
	for ; t.at < len(t.page); t.at++ {
		if c := t.page[t.at]; !isSpace(c) {
			return max(c, 1) // a NUL is no end
		}
	}
	t.at = -1
	return 0
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
