package epub

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// outline is what a page has before it is rewritten: its headings, the places
// that the contents table names, and the first texts behind those.
type outline struct {
	runs   []run
	places map[string]place // by fragment; "" is the beginning
	title  string           // that of its <title>
	text   bool             // it holds text
}

// run is a text between two ends of a line: a heading, or a paragraph that could
// stand for one.
type run struct {
	order int // how many texts are before it on the page
	words []string
	level int // of a heading, 0 for a paragraph
	tag   int // where its element starts, -1 where the text is not all of one element
	after int // the first tag or text behind it
}

// place is where something in a page starts.
type place struct {
	at    int // the tag before which a heading can go
	order int // how many texts end before it
}

// wordsMax bounds the text of a heading as it is compared, in bytes.
const wordsMax = 400

// runsMax bounds the headings of a page. What is one beyond becomes text.
const runsMax = 20_000

// nearPlace is how many paragraphs behind a place may be its heading: a title may
// have its number above it.
const nearPlace = 2

// surveyor makes an outline.
type surveyor struct {
	*outline
	page   *pageReader
	wanted map[string]bool

	text   strings.Builder // of the current run
	seen   bool            // the current run has text
	before int             // texts before the current run
	tag    int             // the tag right before the run, -1 for none
	name   string
	level  int
	near   int // how many of the next texts are near a place
	outer  int // the start of the outermost container
	depth  int // of containers
}

// survey reads a page for its outline. wanted are the ids that matter.
func survey(page []byte, wanted map[string]bool) *outline {
	s := surveyor{outline: &outline{places: map[string]place{"": {at: 0}}}, page: newPage(page), wanted: wanted, tag: -1, near: nearPlace}
	for s.page.next() {
		name := s.page.token.Data
		switch {
		case s.page.kind == html.TextToken:
			s.write(name)
		case s.level > 0 && (name == "div" || name == "p"): // they only break its line
			s.write(" ")
		case blocks[name]:
			s.end()
			s.block(name)
		case name == "br":
			s.write(" ")
		case name == "img" && s.level > 0:
			s.write(attribute(s.page.token.Attr, "alt"))
		}
		if s.page.starts() {
			s.named()
		}
	}
	s.end()
	s.title = fold(s.page.titled)
	return s.outline
}

// write adds text to the current run.
func (s *surveyor) write(text string) {
	if s.text.Len() < wordsMax {
		s.text.WriteString(short(text, wordsMax))
	}
	s.seen = s.seen || strings.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) }) >= 0
}

// block starts a run behind a tag.
func (s *surveyor) block(name string) {
	s.tag, s.name = -1, name
	switch {
	case s.page.kind == html.StartTagToken:
		s.tag, s.level = s.page.at, headingLevel(name)
		if containers[name] {
			if s.depth == 0 {
				s.outer = s.page.at
			}
			s.depth++
		}
	case s.page.kind == html.EndTagToken:
		s.level = 0
		if containers[name] {
			s.depth = max(s.depth-1, 0)
		}
	}
}

// named keeps the place of a tag that is wanted.
func (s *surveyor) named() {
	for _, id := range ids(s.page.token) {
		if _, twice := s.places[id]; twice || !s.wanted[id] {
			continue
		}
		p := place{s.page.at, s.before}
		switch {
		case s.depth > 0:
			p.at = s.outer
		case s.tag >= 0 && (!s.seen || s.level > 0):
			p.at = s.tag // no heading goes into another or breaks a paragraph for its first words
		case s.seen:
			p.order++
		}
		s.places[id] = p
		s.near = nearPlace
	}
}

// end ends the current run, and keeps it if it may matter.
func (s *surveyor) end() {
	if s.seen {
		whole := s.page.kind == html.EndTagToken && s.page.token.Data == s.name && s.depth == 0
		r := run{order: s.before, level: s.level, tag: s.tag, after: s.page.at}
		if s.page.kind == html.EndTagToken {
			r.after++
		}
		if s.level == 0 && (s.name != "p" && s.name != "div" || !whole) {
			r.tag = -1
		}
		if (s.level > 0 || s.near > 0) && len(s.runs) < runsMax {
			r.words = words(s.text.String())
			s.runs = append(s.runs, r)
		}
		s.before++
		s.near--
		s.outline.text = true
	}
	s.text.Reset()
	s.seen = false
}
