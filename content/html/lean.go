package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html/atom"
)

// Whether a tokenizer takes what is in a <style> or a <title> for text or for
// mark-up depends on the tree: in an <svg> they are like any other. So nobody but
// the parser itself knows how much it will read, and what it reads then may be
// anything: <svg><title> and 2 million <br> took 5 s and 625 MB. Nor does it count
// the attributes of a tag before it has them all in a map: a million of them took
// 3 s and 260 MB. A lean page has no such place, and no such tag: what is counted
// here is what is parsed. What it lacks is never shown.

// attributesMax is how many attributes of a tag are kept.
const attributesMax = 250

// textWeight is how many bytes of text, or of classes, cost as much as a node.
const textWeight = 16

// rawMax is the longest text of a title, or data in a script, that is kept, in
// bytes.
const rawMax = 256 << 10

// doctypeMax is the longest document type that is kept, in bytes: it tells the
// parser how old the page is.
const doctypeMax = 1000

// leaner writes a page anew.
type leaner struct {
	page    string
	out     strings.Builder
	from    int // where what is not written yet begins
	load    int // of what was read, but for the length of its texts
	text    int // their length
	open    map[atom.Atom]int
	formats int // how many formatting elements are open
}

// lean is a page as it goes to the parser, and its load: about how many nodes and
// attributes its tree will have. A page of 10 MB can make billions: the parser
// opens every <b> and <font> that was not closed again in each paragraph that
// follows.
func lean(page string) (string, int) {
	l := leaner{page: page, open: map[atom.Atom]int{}}
	for at := 0; at < len(page); {
		open := strings.IndexByte(page[at:], '<')
		if open < 0 {
			open = len(page) - at
		}
		if l.text += open; open > 0 {
			l.load++
		}
		at = l.markup(at + open)
	}
	l.load += l.text / textWeight
	if l.from == 0 {
		return page, l.load
	}
	l.replace(len(page), len(page), "")
	return l.out.String(), l.load
}

// replace writes what was read up to at, and text for the rest up to end.
func (l *leaner) replace(at, end int, text string) int {
	l.out.WriteString(l.page[l.from:at])
	l.out.WriteString(text)
	l.from = end
	return end
}

// markup reads what begins with the < at a place, and is where it ends.
func (l *leaner) markup(at int) int {
	rest := l.page[at:]
	switch {
	case len(rest) < 2:
		l.load++
		return len(l.page)
	case isLetter(rest[1]):
		return l.start(at)
	case rest[1] == '/' && len(rest) > 2 && isLetter(rest[2]):
		return l.end(at)
	case rest[1] != '/' && rest[1] != '!' && rest[1] != '?':
		l.load++
		return at + 1
	}
	l.load++
	end := len(rest)
	if strings.HasPrefix(rest, "<!--") {
		end = commentEnd(rest)
	} else if n := strings.IndexByte(rest, '>'); n >= 0 {
		end = n + 1
	}
	if len(rest) > 9 && strings.EqualFold(rest[:9], "<!doctype") && end < doctypeMax {
		return at + end
	}
	return l.replace(at, at+end, "<!---->") // what stands round it stays apart
}

// commentEnd is the length of the comment that a text begins with.
func commentEnd(text string) int {
	for at := len("<!"); ; {
		dashes := strings.Index(text[at:], "--")
		if dashes < 0 {
			return len(text)
		}
		at += dashes + 1
		if rest := text[at+1:]; strings.HasPrefix(rest, ">") {
			return at + 2
		} else if strings.HasPrefix(rest, "!>") {
			return at + 3
		}
	}
}

// start reads an opening tag, and what is in it where that is no mark-up.
func (l *leaner) start(at int) int {
	t := tag{page: l.page, at: at + 1}
	name := t.name()
	l.load += 1 + l.formats
	for t.next() {
		if t.cut == 0 {
			l.load++
		}
		if strings.EqualFold(t.key, "class") || strings.EqualFold(t.key, "id") {
			l.text += len(t.value)
		}
	}
	switch {
	case t.at < 0:
		return l.replace(at, len(l.page), "") // the page ends within it
	case name == "xmp" || name == "plaintext":
		return l.verbatim(at, t.at, name)
	case t.cut > 0:
		l.replace(t.cut, t.at-1, "")
	}
	kind := atom.Lookup([]byte(name))
	if formatting[kind] {
		l.open[kind]++
		l.formats++
	}
	if !rawText[name] {
		return t.at
	}
	return l.raw(t.at, name, strings.Contains(l.page[at:t.at], "ld+json"))
}

// end reads a closing tag.
func (l *leaner) end(at int) int {
	t := tag{page: l.page, at: at + 2}
	name := t.name()
	if t.end() < 0 {
		return l.replace(at, len(l.page), "")
	}
	if kind := atom.Lookup([]byte(name)); l.open[kind] > 0 {
		l.open[kind]--
		l.formats--
	}
	return t.at
}

// raw reads the text of an element that holds no mark-up, up to the tag that
// closes it, and leaves of it what is of use, without a <. data says that a script
// is none.
func (l *leaner) raw(at int, name string, data bool) int {
	end := rawEnd(l.page, at, name)
	text := l.page[at:end]
	switch {
	case name == "title":
		text = strings.ReplaceAll(text[:min(len(text), rawMax)], "<", "&lt;")
	case name == "script" && data && len(text) < rawMax:
		text = strings.ReplaceAll(text, "<", `\u003c`)
	case name == "noframes":
		text = strings.ReplaceAll(anyTag.ReplaceAllString(text, " "), "<", "")
	default:
		return l.replace(at, end, "")
	}
	l.load++
	l.text += len(text)
	return l.replace(at, end, strings.ToValidUTF8(text, ""))
}

// verbatim reads an element of old pages whose tags are shown. It becomes <pre>,
// which is shown alike.
func (l *leaner) verbatim(open, at int, name string) int {
	end, next := len(l.page), len(l.page)
	if name == "xmp" {
		if end = rawEnd(l.page, at, name); end < len(l.page) {
			closing := tag{page: l.page, at: end + len("</xmp")}
			if next = closing.end(); next < 0 {
				next = len(l.page)
			}
		}
	}
	text := l.page[at:end]
	l.load++
	l.text += len(text)
	return l.replace(open, next, "<pre>"+strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text)+"</pre>")
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

// rawEnd is where the tag that closes an element begins.
func rawEnd(page string, at int, name string) int {
	for at < len(page) {
		next := strings.Index(page[at:], "</")
		if next < 0 {
			break
		}
		at += next
		rest := page[at+2:]
		if len(rest) > len(name) && strings.EqualFold(rest[:len(name)], name) && (isSpace(rest[len(name)]) || rest[len(name)] == '/' || rest[len(name)] == '>') {
			return at
		}
		at += 2
	}
	return len(page)
}

// rawText are the elements that hold no mark-up, whatever is in them.
var rawText = map[string]bool{
	"script": true, "style": true, "noscript": true, "iframe": true, "textarea": true, "title": true,
	"noembed": true, "noframes": true, "xmp": true, "plaintext": true,
}

// formatting are the elements that the parser opens again.
var formatting = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Nobr: true, atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}
