package render

import (
	"bytes"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"

	"gloss/model"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// glamour hands Glamour a small goldmark tree and takes what it prints.
//
// Glamour is meant to read Markdown, so it undoes what Markdown's authors do:
// it replaces entities and removes backslashes. Shown text has neither, so it
// is encoded first, in a way that Glamour's own undoing gives back the text as
// it was. How often Glamour undoes backslashes depends on where the text
// stands: see encode.
type glamour struct {
	styles  ansi.StyleConfig
	byWidth map[int]renderer.Renderer
	out     bytes.Buffer
}

// widthsMax bounds the renderers that are kept. One page needs a handful, a
// resize by dragging one for each width passed.
const widthsMax = 32

var errPanic = errors.New("glamour panicked")

// print renders a block at a width, 0 for no wrapping. What it returns is
// valid until the next call. Glamour and the highlighters behind it are not
// ours and documents are hostile: a panic in them costs the styles of one
// piece of text, not the program.
func (g *glamour) print(block ast.Node, source []byte, width int) (out []byte, err error) {
	if g.byWidth == nil || len(g.byWidth) > widthsMax {
		g.byWidth = map[int]renderer.Renderer{}
	}
	r := g.byWidth[width]
	if r == nil {
		r = renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(ansi.NewRenderer(ansi.Options{
			WordWrap:         width,
			InlineTableLinks: true, // or links get numbers, and a list of targets below the table
			PreserveNewLines: true, // the only newlines in shown text are hard breaks
			Styles:           g.styles,
			ChromaFormatter:  codeFormatter,
		}), 1000)))
		g.byWidth[width] = r
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errPanic, p)
		}
		if err != nil {
			delete(g.byWidth, width) // its stack of open blocks is not to be trusted
		}
	}()
	g.out.Reset()
	err = r.Render(&g.out, source, wrap(ast.NewDocument(), block))
	return g.out.Bytes(), err
}

// tree builds a goldmark document over a source of its own.
type tree struct {
	source []byte
	table  bool // in a table cell
}

// inline builds the node of one run. Styles are handed down through emphasis
// to text and struck-out text, so those nest; code and pictures take none.
func (t *tree) inline(in model.Inline, strong bool) ast.Node {
	var node ast.Node
	encoded := t.encode(in)
	switch {
	case in.Style&model.CodeSpan != 0:
		node = wrap(ast.NewCodeSpan(), encoded)
	case in.Style&model.Picture != 0:
		node = wrap(ast.NewImage(ast.NewLink()), encoded) // without a target: Glamour would print it
	default:
		node = encoded
		if in.Style&model.Strike != 0 {
			node = wrap(extast.NewStrikethrough(), node)
		}
		if in.Style&model.Emphasis != 0 {
			node = wrap(ast.NewEmphasis(1), node)
		}
		if in.Style&model.Strong != 0 || strong {
			node = wrap(ast.NewEmphasis(2), node)
		}
	}
	if in.Link != "" {
		link := ast.NewLink()
		link.Destination = []byte("#n") // a bare anchor is the one target that Glamour does not print
		node = wrap(link, node)
	}
	return node
}

func wrap(parent, child ast.Node) ast.Node {
	parent.AppendChild(parent, child)
	return parent
}

// encode appends the run's text to the source in such a way that Glamour
// prints it as it is. Entities are resolved once, but in the text of pictures;
// escaped backslashes are turned to plain ones each time that text is printed,
// and what is printed inside links and table cells is printed once more.
//
// On the way the habits of its word wrap are corrected. It breaks after every
// hyphen, which tears "Phi-4" and "e-mail" apart: a hyphen near the end of a
// word becomes U+2011, as wide and not breaking. It breaks before a short
// number, as in "Llama 4": the space becomes a no-break space. And it never
// breaks after a dash, which leaves "technology—it" no choice: a dash before a
// letter gets a space behind it. All that vanishes again when the output is
// aligned with the shown text, from which rows are cut.
func (t *tree) encode(in model.Inline) ast.Node {
	start := len(t.source)
	s := printable(in.Text)
	backslashes := 1 << t.printings(in)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '&' && in.Style&(model.Picture|model.CodeSpan) != model.Picture:
			t.source = append(t.source, "&amp;"...)
		case c == '\\':
			for range backslashes {
				t.source = append(t.source, '\\')
			}
		case c == '-' && !breaksAfter(s, i):
			t.source = append(t.source, nonBreakingHyphen...)
		case c == ' ' && staysWith(s, i):
			t.source = append(t.source, noBreakSpace...)
		case breaksAtDash(s, i):
			t.source = append(t.source, c, ' ')
		default:
			t.source = append(t.source, c)
		}
	}
	return ast.NewTextSegment(text.NewSegment(start, len(t.source)))
}

// printings is how often Glamour prints the text of a run into another text.
func (t *tree) printings(in model.Inline) int {
	code, picture, link := in.Style&model.CodeSpan != 0, in.Style&model.Picture != 0, in.Link != ""
	n := 1
	if code {
		n = 0
	}
	if link && (code || picture) {
		n++
	}
	if t.table && (link || code || picture) {
		n++
	}
	return n
}

const (
	nonBreakingHyphen     = "\u2011"
	nonBreakingHyphenRune = 0x2011
	noBreakSpace          = "\u00a0"
	emDash                = "—"
)

// breaksAfter reports whether a row may end after the hyphen at s[i]: at least
// two letters stand on either side, as in "year-over-year".
func breaksAfter(s string, i int) bool {
	return i >= 2 && isWordByte(s[i-1]) && isWordByte(s[i-2]) &&
		i+2 < len(s) && isWordByte(s[i+1]) && isWordByte(s[i+2])
}

// staysWith reports whether the space at s[i] stands between a word and a
// number of one or two digits, which says which one it is.
func staysWith(s string, i int) bool {
	end := i + 1
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	digits := end - i - 1
	return i > 0 && isWordByte(s[i-1]) && (digits == 1 || digits == 2) && (end == len(s) || !isWordByte(s[end]))
}

// breaksAtDash reports whether s[i] ends an em dash with a letter behind it.
func breaksAtDash(s string, i int) bool {
	if s[i] != emDash[2] || i < 3 || i+1 == len(s) || s[i-2:i+1] != emDash {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.IsLetter(r)
}

// isWordByte takes every byte outside ASCII for part of a letter.
func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}
