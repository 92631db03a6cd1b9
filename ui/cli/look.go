package cli

import (
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"gloss/ui"
	"gloss/ui/theme"
)

// look is how output is set.
type look struct {
	io.Writer
	theme  *theme.Theme
	colour bool // styles are painted
	width  int  // in cells, 0 for lines of any length
}

const (
	// proseWidth is the widest that running text is set without being asked, in
	// cells: eighty is what pagers, mails and dumb terminals expect.
	proseWidth = 80
	// tableWidth is the widest that a table is set without being asked: the eye
	// loses the row in a wider one.
	tableWidth = 120
)

// look decides how output is set. piped is the width where standard output is
// no terminal, most the greatest on one; both hold until --width says otherwise.
func (s *session) look(piped, most int) look {
	l := look{Writer: s.out, theme: theme.Plain(), colour: s.colours(), width: piped}
	if columns := s.columns(); columns > 0 {
		l.width = min(columns, most)
	}
	if s.flags.width >= 0 {
		l.width = s.flags.width
	}
	if l.colour {
		profile := s.profile()
		l.theme = s.theme(profile)
		s.out.colour = true
		if profile < colorprofile.TrueColor {
			l.Writer = &colorprofile.Writer{Forward: s.out, Profile: profile}
		}
	}
	return l
}

// paint sets text in a style, where there are styles.
func (l look) paint(s theme.Style, text string) string {
	if !l.colour {
		return text
	}
	return s.Paint(text)
}

// colours reports whether output is coloured: as --color says, and otherwise on
// a terminal that has colours whose user does not set NO_COLOR.
func (s *session) colours() bool {
	switch s.flags.color {
	case "always":
		return true
	case "never":
		return false
	}
	return s.columns() > 0 && s.env("NO_COLOR") == "" && s.env("TERM") != "dumb"
}

// profile is how many colours the terminal knows, by its environment: asking
// it would be more than a command may do. It is at least bold and underline,
// since it counts only where there are to be colours: --color always is more
// than NO_COLOR, which is a habit.
func (s *session) profile() colorprofile.Profile {
	return max(ui.Hues(s.Environ), colorprofile.ASCII)
}

// theme is the one asked for, or the one for the background that the terminal
// tells by COLORFGBG ("15;0": light on black). Most terminals tell nothing;
// then nothing but bold and underline can be read for certain. Nor can anything
// else among sixteen colours, which are the terminal's own whatever they are
// called.
func (s *session) theme(profile colorprofile.Profile) *theme.Theme {
	if profile <= colorprofile.ANSI {
		return theme.Plain()
	}
	if s.flags.theme != nil {
		return s.flags.theme
	}
	colours := s.env("COLORFGBG")
	switch colours[strings.LastIndexByte(colours, ';')+1:] {
	case "0", "1", "2", "3", "4", "5", "6", "8":
		return theme.Dark()
	case "7", "15":
		return theme.Light()
	}
	return theme.Plain()
}

// columns is the width of the terminal that standard output is, 0 where it is
// none. A terminal that does not know its own is taken for one of eighty.
func (s *session) columns() int {
	file, ok := s.Out.(term.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return 0
	}
	if width, _, err := term.GetSize(file.Fd()); err == nil && width > 0 {
		return width
	}
	return 80
}

// env is a variable of the environment.
func (s *session) env(name string) string { return ui.Getenv(s.Environ, name) }
