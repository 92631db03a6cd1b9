package render

import (
	"strings"
	"time"

	"gloss/model"

	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

const (
	codeIndent = 2
	codeHang   = "↳ " // before the rest of a line that did not fit
	// Below this width the indent and the hang would leave too little of the
	// code on a row.
	codeRoomy = 20
	// Code that people read has lines shorter than this. The rest is data, on
	// which highlighters take longest and for nobody.
	codeLineMax = 1000
	// plainLanguage is chroma's name for text that is no code. Without one it
	// guesses, which costs more than all the rest and is wrong for prose.
	plainLanguage = "text"
)

// code is the rows of a code block: lines as they are, indented, long ones cut
// at the width.
func (r *Renderer) code(leaf model.Leaf, width int) []Row {
	f := flatten(leaf.Inlines)
	all := lines(strings.TrimRight(f.text, "\n"))
	pens := r.highlight(f.text, leaf.Language, all)
	var indent, hang []Segment
	room, rest := width, width // cells for the start of a line, and for the rest of it
	if width == 0 || width >= codeRoomy {
		indent = []Segment{blank(codeIndent)}
		hang = []Segment{blank(codeIndent), {Text: codeHang, Style: r.theme.Border.SGR()}}
		room = width - codeIndent
		rest = room - ansi.StringWidth(codeHang)
	}
	var rows []Row
	for _, line := range all {
		line = trim(f.text, line)
		side, room := indent, room
		for {
			part := line
			if width > 0 {
				part.end = part.start + codeHead(f.text[line.start:line.end], room)
			}
			rows = append(rows, Row{append(side[:len(side):len(side)], f.within(part, pens, width)...)})
			if line.start = part.end; line.start == line.end {
				break
			}
			side, room = hang, rest
		}
	}
	return rows
}

// codeHead is how much of a line of code goes on a row: all that fits, back to
// the last space where that leaves most of the row filled.
func codeHead(line string, room int) int {
	n := head(line, room)
	if n == len(line) {
		return n
	}
	if space := strings.LastIndexByte(line[:n], ' ') + 1; space > n*2/3 {
		return space
	}
	return n
}

// highlight is the styles of a piece of code, as far as the highlighter came;
// none where it changes more than white space.
func (r *Renderer) highlight(code, language string, all []extent) []pen {
	for _, line := range all {
		if line.end-line.start > codeLineMax {
			return nil
		}
	}
	word, _, _ := strings.Cut(strings.TrimSpace(printable(language)), " ")
	if word == "" || lexers.Get(word) == nil {
		word = plainLanguage
	}
	source := []byte(word + "\n" + code)
	block := ast.NewFencedCodeBlock(ast.NewTextSegment(text.NewSegment(0, len(word))))
	body := text.NewSegments()
	body.Append(text.NewSegment(len(word)+1, len(source)))
	block.SetLines(body)
	out, ok := r.inTime(block, source)
	if !ok {
		return nil
	}
	a := aligner{shown: code}
	if !r.output.walk(out, func(c rune, sgr string) bool { return c == '\n' || a.rune(c, sgr) }) {
		return nil
	}
	a.set("") // what was not printed for lack of time
	return a.pens
}

// inTime has Glamour print a block, but does not wait for long. A highlighter
// looks at the clock between two tokens; one token can take it seconds. It is
// left to come to its end alone, so it has a Glamour of its own.
func (r *Renderer) inTime(block ast.Node, source []byte) (out []byte, ok bool) {
	alone := glamour{styles: r.glamour.styles}
	done := make(chan []byte, 1)
	go func() {
		out, err := alone.print(block, source, 0)
		if err != nil {
			out = nil
		}
		done <- out
	}()
	late := time.NewTimer(2 * codeTime)
	defer late.Stop()
	select {
	case out := <-done:
		return out, out != nil
	case <-late.C:
		return nil, false
	}
}
