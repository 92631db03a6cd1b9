package render

import (
	"io"
	"strings"
	"sync"
	"time"

	"gloss/ui/theme"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters"
	chromastyles "github.com/alecthomas/chroma/v2/styles"
)

// styles is a theme in Glamour's terms. It has no margins, prefixes or
// indents: all that is not text is drawn here. The document itself has no
// colour, which would be repeated for every word.
func styles(th *theme.Theme) ansi.StyleConfig {
	var c ansi.StyleConfig
	c.Text = primitive(th.Text)
	c.Strong = primitive(th.Strong)
	c.Emph = primitive(th.Emphasis)
	c.Strikethrough = primitive(th.Strike)
	c.LinkText = primitive(th.Link)
	c.ImageText = primitive(th.Picture)
	c.Code.StylePrimitive = primitive(th.Code)
	for level, h := range []*ansi.StyleBlock{&c.H1, &c.H2, &c.H3, &c.H4, &c.H5, &c.H6} {
		h.StylePrimitive = primitive(th.Heading[level])
	}
	c.CodeBlock.Theme = codeStyle(th)
	row, column, cross := tableRow, tableColumn, tableCross
	c.Table.RowSeparator, c.Table.ColumnSeparator, c.Table.CenterSeparator = &row, &column, &cross
	return c
}

func primitive(s theme.Style) ansi.StylePrimitive {
	flag := func(on bool) *bool {
		if !on {
			return nil
		}
		return &on
	}
	color := func(c theme.Color) *string {
		if c == "" {
			return nil
		}
		hex := string(c)
		return &hex
	}
	return ansi.StylePrimitive{
		Color: color(s.Fg), BackgroundColor: color(s.Bg),
		Bold: flag(s.Bold), Italic: flag(s.Italic), Underline: flag(s.Underline),
		Inverse: flag(s.Reverse), CrossedOut: flag(s.Strike),
	}
}

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
