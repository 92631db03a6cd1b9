package markdown

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gloss/model"
)

// The sizes of a Block, in bytes. Small top-level pieces share a Block up to
// minBlock, so that a text of many short paragraphs does not cost a Block
// (and a parse, and a cache entry) for each. From softBlock on a Block ends at
// the next fair place, such as between two items of a list; at hardBlock it
// ends wherever it is. The hard size bounds what one parse can cost, which is
// quadratic in the worst case (see hostile.go), to some tens of milliseconds.
const (
	minBlock  = 512
	softBlock = 4 << 10
	hardBlock = 8 << 10
)

// Scan cuts a clean text into blocks that are parsed by themselves, and finds
// its sections. It is one pass over the lines and knows just enough Markdown
// to see where a top-level piece certainly ends and which lines are headings:
// fences, HTML blocks, lists and block quotes are followed, what is inside
// them is not looked at.
//
// A Block ends before a line at the left margin that follows a blank line and
// cannot continue what came before (a further list item, say), or before a
// heading with number signs. Parsed by itself each Block then shows what it
// shows in the whole. Only pieces longer than softBlock are cut elsewhere, and
// Leaves puts them right as far as it can.
func Scan(text string) ([]model.Block, []model.Section) {
	return scan(text, limits{min: minBlock, soft: softBlock, hard: hardBlock})
}

// limits are the sizes of a Block.
type limits struct{ min, soft, hard int }

func scan(text string, sizes limits) ([]model.Block, []model.Section) {
	s := scanner{text: text, limits: sizes}
	for at := 0; at < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		s.line(at, end)
		at = end
	}
	s.cut(len(text))
	for i := range s.sections {
		end := len(text)
		if i+1 < len(s.sections) {
			end = s.sections[i+1].Span.Start
		}
		s.sections[i].Span.End = end
	}
	return s.blocks, s.sections
}

// scanner is the state between two lines, seen from the top level.
type scanner struct {
	text string
	limits
	blocks   []model.Block
	sections []model.Section
	parsed   int // titles parsed

	start int    // of the block under way
	piece string // its Fence
	must  bool   // it ends at the next line: its code is over
	shut  bool   // its last line closes its code

	fence     fence // the fenced code that is open, at the top or in a list item
	html      htmlKind
	list      int // columns that a line must be indented by to be in the open list item; 0 outside lists
	lazy      bool
	emptyItem bool // nothing is in the item yet: after a blank line nothing but a further item follows
	blank     bool // the line before was blank
	para      paraState
	paraStart int
	paraLines int
	prevLine  string // of the paragraph
	afterPara bool   // the latest piece was a paragraph: a definition may follow, even after blank lines
}

// paraState says whether the next line may continue a paragraph.
type paraState uint8

const (
	noPara    paraState = iota
	topPara             // a paragraph at the top level: an underline makes it a heading
	tablePara           // the same, but it is a table
	lazyPara            // a paragraph within a block quote
)

// quality says how good a place before a line is for ending a block.
type quality uint8

const (
	poor quality = iota // only where there is no better
	fair                // in the midst of something long
	safe                // the parse is the same as without it
)

// border ends the block under way before the line [at, end) where the place
// and the block's size ask for it.
func (s *scanner) border(at, end int, q quality) {
	size := at - s.start
	if size == 0 {
		return
	}
	if s.must || q == safe && size >= s.min || q >= fair && size >= s.soft || end-s.start > s.hard {
		s.cut(at)
	}
	s.must = false
}

// cut ends the block under way at the byte at.
func (s *scanner) cut(at int) {
	if at > s.start {
		s.blocks = append(room(s, s.blocks), model.Block{Span: model.Span{Start: s.start, End: at}, Fence: s.piece, Closed: s.shut})
	}
	s.start, s.piece, s.shut = at, "", false
	if s.fence.open() {
		s.piece = s.fence.language
	} else if s.html.closes() {
		s.piece = "html"
	}
}

// overlong cuts a line that is longer than a block, at spaces where it can. A
// letter after the space keeps the next piece from looking like the start of a
// list or a heading.
func (s *scanner) overlong(end int) {
	for end-s.start > s.hard {
		cut := 0
		window := s.text[s.start : s.start+s.hard]
		for i := len(window) - 1; i > s.soft && cut == 0; i-- {
			if window[i-1] == ' ' && isLetter(window[i]) {
				cut = i
			}
		}
		if cut == 0 {
			cut = runeBorder(s.text, s.start+s.hard) - s.start
		}
		s.cut(s.start + cut)
	}
}

// runeBorder is the latest border of a rune up to at, or at itself where the
// text is no UTF-8.
func runeBorder(text string, at int) int {
	for i := at; i > at-utf8.UTFMax && i > 0; i-- {
		if utf8.RuneStart(text[i]) {
			return i
		}
	}
	return at
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// line takes the line [at, end), its newline included.
func (s *scanner) line(at, end int) {
	line := strings.TrimSuffix(s.text[at:end], "\n")
	indent := indentation(line)
	body := line[indent:]
	wasBlank := s.blank
	s.blank = body == ""

	switch {
	case s.fence.open() && s.fence.holds(s.list, indent, s.blank):
		s.border(at, end, fair)
		if s.fence.closedBy(body, indent-s.list) {
			s.fence = fence{}
			s.must, s.shut = s.piece != "", s.piece != ""
		}
	case s.html != noHTML:
		s.border(at, end, fair)
		if s.html.closedBy(line) {
			s.must = s.html.closes() && s.piece != ""
			s.html = noHTML
		}
	case s.blank:
		s.border(at, end, poor)
		s.para = noPara
	default:
		s.must = s.must || s.piece != "" && s.fence.open() // the item round the code is over
		s.fence = fence{}
		if s.list == 0 || !s.ofItem(at, end, indent, body, wasBlank) {
			s.top(at, end, indent, body, wasBlank)
		}
	}
	s.overlong(end)
}

// ofItem takes a line as part of the open list, if it is.
func (s *scanner) ofItem(at, end, indent int, body string, wasBlank bool) bool {
	width := listItem(body)
	switch {
	case s.emptyItem && wasBlank && width == 0:
	case indent >= s.list:
		s.border(at, end, choose(wasBlank, fair, poor))
		code := indent-s.list > 3 && (wasBlank || !s.lazy)
		s.inItem(body)
		s.lazy = s.lazy && !code
		return true
	case width > 0 && indent < 4 && !isRule(body):
		s.border(at, end, choose(indent == 0, fair, poor))
		s.item(indent+width, body[min(width, len(body)):])
		return true
	case !wasBlank && s.lazy && !interrupts(body, indent):
		s.border(at, end, poor)
		return true
	}
	s.list, s.emptyItem = 0, false
	return false
}

// top takes a line at the top level, outside code and HTML.
func (s *scanner) top(at, end, indent int, body string, wasBlank bool) {
	level := choose(indent > 3, 0, headingLevel(body))
	definition := s.afterPara && indent == 0 && isDefinition(body)
	apart := indent == 0 && (level > 0 || wasBlank && !definition)
	s.border(at, end, choose(apart, safe, choose(wasBlank, fair, poor)))

	para := s.para
	s.para = noPara
	if (para == topPara || para == tablePara) && indent < 4 && isUnderline(body) {
		if para == topPara && s.section(underlineLevel(body), s.paraStart, end) {
			s.afterPara = false
			return
		}
		para = noPara // it was a table or link references, and is over
	}
	s.afterPara = false
	switch {
	case indent > 3: // goes on with a paragraph, or is code
		s.para, s.afterPara = para, para != noPara
	case level > 0:
		s.section(level, at, end)
	case s.fence.opens(body, indent):
	case s.html.opens(body, para != noPara):
		if s.html.closedBy(body) {
			s.html = noHTML
		}
	case isRule(body):
	case body[0] == '>':
		s.para = choose(leavesParagraph(body[1:]), lazyPara, noPara)
	case startsList(body, para):
		width := listItem(body)
		s.item(indent+width, body[min(width, len(body)):])
	case isFootnote(body):
		s.item(footnoteIndent, "x")
	case definition:
		s.item(definitionWidth(body), "x")
		s.afterPara = true
	default:
		s.paragraph(at, body, para)
		s.afterPara = true
	}
}

// paragraph takes a line of a paragraph at the top level.
func (s *scanner) paragraph(at int, body string, before paraState) {
	s.para = before
	switch before {
	case noPara:
		s.para, s.paraStart, s.paraLines = topPara, at, 1
	case topPara:
		if s.paraLines++; s.paraLines == 2 && isDelimiterRow(body) && cells(body) == cells(s.prevLine) {
			s.para = tablePara
		}
	case tablePara, lazyPara:
	}
	s.prevLine = body
}

// item starts a list item, or what is like one, whose content stands at column
// list.
func (s *scanner) item(list int, content string) {
	s.list = list
	s.inItem(content)
	s.emptyItem = strings.TrimSpace(content) == ""
}

// inItem takes a line within a list item, its indentation taken off. All that
// counts is whether it opens code and whether it leaves a paragraph open that a
// line at the left margin would continue.
func (s *scanner) inItem(body string) {
	s.emptyItem = false
	s.lazy = leavesParagraph(body)
	_, body = afterMarkers(body)
	s.fence.opens(body, 0)
}

// section starts a section whose heading is [at, end), if it is one.
func (s *scanner) section(level, at, end int) bool {
	for end > at && s.text[end-1] == '\n' {
		end--
	}
	title, ok := s.title(at, end)
	if !ok {
		return false
	}
	parent := len(s.sections) - 1
	for parent >= 0 && s.sections[parent].Level >= level {
		parent = s.sections[parent].Parent
	}
	s.sections = append(room(s, s.sections), model.Section{
		Title: title, Level: level, Parent: parent,
		Span:    model.Span{Start: at},
		Heading: model.Span{Start: at, End: end},
	})
	return true
}

// room is a list with room for one more. A full one grows to what it will be at
// the end if the text goes on as it began, so that it grows few times: what a
// list of 200,000 sections leaves behind as it grows is several times itself. But
// a text need not go on so, and it grows fourfold at most.
func room[T any](s *scanner, list []T) []T {
	const few = 1024
	if len(list) < cap(list) || len(list) < few {
		return list
	}
	done := float64(s.start+1) / float64(len(s.text)+1)
	whole := int(float64(len(list)) / done * 1.02)
	return slices.Grow(list, min(max(whole-len(list), len(list)/4), 3*len(list)))
}

func choose[T any](first bool, a, b T) T {
	if first {
		return a
	}
	return b
}
