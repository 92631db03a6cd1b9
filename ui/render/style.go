package render

import (
	"gloss/ui/theme"

	"charm.land/glamour/v2/ansi"
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
