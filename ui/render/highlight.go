package render

import (
	"io"
	"strings"
	"sync"
	"time"

	"gloss/ui/theme"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters"
	"github.com/alecthomas/chroma/v2/lexers"
	chromastyles "github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

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
// left to come to its end alone, so it has a Glamour of its own. While lateMax
// are on their way there, code stays plain: a few pages of text made to upset
// them would otherwise take every core for minutes.
func (r *Renderer) inTime(block ast.Node, source []byte) (out []byte, ok bool) {
	if len(late) == lateMax {
		return nil, false
	}
	alone := glamour{styles: r.glamour.styles}
	done := make(chan []byte, 1)
	go func() {
		out, err := alone.print(block, source, 0)
		if err != nil {
			out = nil
		}
		done <- out
	}()
	end := time.NewTimer(2 * codeTime)
	defer end.Stop()
	select {
	case out := <-done:
		return out, out != nil
	case <-end.C:
		select {
		case late <- struct{}{}:
			go func() {
				<-done
				<-late
			}()
		default: // as many are counted as stop the next
		}
		return nil, false
	}
}

// late has an entry for each highlighter, of all renderers, that nobody waits for
// any more.
var late = make(chan struct{}, lateMax)

const lateMax = 2

// codeStyle is the name under which the chroma style of a theme is registered.
// Glamour itself would register the first theme's for all of them.
func codeStyle(th *theme.Theme) string { return "gloss-" + th.ID }

// registerCodeStyles makes the code styles of all themes known to chroma, at
// once and before any is used: its register is a bare map.
var registerCodeStyles = sync.OnceFunc(func() {
	for _, th := range theme.All() {
		c := th.CodeBlock
		chromastyles.Register(chroma.MustNewStyle(codeStyle(th), chroma.StyleEntries{
			chroma.Text:                entry(c.Text),
			chroma.Comment:             entry(c.Comment),
			chroma.CommentPreproc:      entry(c.Keyword),
			chroma.Keyword:             entry(c.Keyword),
			chroma.KeywordType:         entry(c.Type),
			chroma.NameBuiltin:         entry(c.Type),
			chroma.NameClass:           entry(c.Type),
			chroma.NameFunction:        entry(c.Function),
			chroma.NameDecorator:       entry(c.Function),
			chroma.NameTag:             entry(c.Tag),
			chroma.NameAttribute:       entry(c.Function),
			chroma.LiteralString:       entry(c.String),
			chroma.LiteralStringEscape: entry(c.Number),
			chroma.LiteralNumber:       entry(c.Number),
			chroma.Operator:            entry(c.Operator),
			chroma.GenericHeading:      entry(c.Keyword),
			chroma.GenericSubheading:   entry(c.Keyword),
			chroma.GenericDeleted:      entry(c.Deleted),
			chroma.GenericInserted:     entry(c.Inserted),
			chroma.GenericPrompt:       entry(c.Comment),
		}))
	}
	formatters.Register(codeFormatter, chroma.FormatterFunc(formatCode))
})

const (
	codeFormatter = "gloss"
	// Code that people read has lines shorter than this. The rest is data, on
	// which highlighters take longest and for nobody.
	codeLineMax = 1000
	// plainLanguage is chroma's name for text that is no code. Without one it
	// guesses, which costs more than all the rest and is wrong for prose.
	plainLanguage = "text"
	// codeTime is how long the highlighting of one block may take. A page of
	// code takes a few milliseconds. Highlighters are lists of backtracking
	// regular expressions, though, and with text made to upset them, or by
	// accident, some take minutes for a block.
	codeTime = 250 * time.Millisecond
)

// formatCode prints tokens in a style, as chroma's own formatters do, until
// the time is up. The rest of the code is not printed, so it stays plain.
func formatCode(w io.Writer, style *chroma.Style, next chroma.Iterator) error {
	end := time.Now().Add(codeTime)
	names := map[chroma.TokenType]string{}
	for token := next(); token != chroma.EOF; token = next() {
		if time.Now().After(end) {
			return nil
		}
		name, ok := names[token.Type]
		if !ok {
			name = sequence(style.Get(token.Type))
			names[token.Type] = name
		}
		text := token.Value
		if name != "" {
			text = name + text + theme.Reset
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

// sequence is a chroma style as an SGR sequence.
func sequence(e chroma.StyleEntry) string {
	s := theme.Style{Bold: e.Bold == chroma.Yes, Italic: e.Italic == chroma.Yes, Underline: e.Underline == chroma.Yes}
	if e.Colour.IsSet() {
		s.Fg = theme.Color(e.Colour.String())
	}
	return s.SGR()
}

// entry is a style in chroma's terms.
func entry(s theme.Style) string {
	var words []string
	for _, w := range []struct {
		on   bool
		word string
	}{{s.Bold, "bold"}, {s.Italic, "italic"}, {s.Underline, "underline"}, {s.Fg != "", string(s.Fg)}} {
		if w.on {
			words = append(words, w.word)
		}
	}
	return strings.Join(words, " ")
}
