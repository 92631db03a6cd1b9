package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Color is "#rrggbb", or "" for the terminal's own colour.
type Color string

// Style is how a piece of text is set. The zero Style is the terminal's own.
// It has no padding, width or border: it paints one line of text and nothing
// else, so that what it paints is as wide as the text.
type Style struct {
	Fg, Bg                                   Color
	Bold, Italic, Underline, Reverse, Strike bool
}

// Reset is the sequence that ends every style.
const Reset = "\x1b[m"

// SGR is the escape sequence that turns the style on, "" for the zero Style.
// It turns nothing off, so a style may be laid over another by writing its
// sequence behind the other's.
func (s Style) SGR() string {
	if s == (Style{}) {
		return ""
	}
	var room [64]byte
	b := append(room[:0], "\x1b["...)
	for _, attr := range [...]struct {
		on   bool
		code byte
	}{{s.Bold, '1'}, {s.Italic, '3'}, {s.Underline, '4'}, {s.Reverse, '7'}, {s.Strike, '9'}} {
		if attr.on {
			b = append(b, attr.code, ';')
		}
	}
	b = appendColor(b, "38;2;", s.Fg)
	b = appendColor(b, "48;2;", s.Bg)
	b[len(b)-1] = 'm' // the last ';'
	return string(b)
}

func appendColor(b []byte, prefix string, c Color) []byte {
	if c == "" {
		return b
	}
	b = append(b, prefix...)
	for _, v := range c.rgb() {
		if v >= 100 {
			b = append(b, '0'+v/100)
		}
		if v >= 10 {
			b = append(b, '0'+v/10%10)
		}
		b = append(b, '0'+v%10, ';')
	}
	return b
}

// rgb is the colour's red, green and blue.
func (c Color) rgb() [3]byte {
	r, g, b, _ := lipgloss.Color(string(c)).RGBA()
	return [3]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8)}
}

// Paint sets text in the style. Text that is painted in parts already keeps
// its own styles and takes this one beneath them.
func (s Style) Paint(text string) string {
	on := s.SGR()
	if on == "" || text == "" {
		return text
	}
	if strings.Contains(text, Reset) {
		text = strings.ReplaceAll(text, Reset, Reset+on)
	}
	return on + text + Reset
}

// Over is s laid over base: what s sets wins, what it leaves open is base's.
func (s Style) Over(base Style) Style {
	if s.Fg == "" {
		s.Fg = base.Fg
	}
	if s.Bg == "" {
		s.Bg = base.Bg
	}
	s.Bold = s.Bold || base.Bold
	s.Italic = s.Italic || base.Italic
	s.Underline = s.Underline || base.Underline
	s.Reverse = s.Reverse || base.Reverse
	s.Strike = s.Strike || base.Strike
	return s
}
