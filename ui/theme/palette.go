package theme

// palette is what the colour themes differ in. One accent, the colour in which
// scribes set headings and marks apart from the text (ochre on dark, rust on
// light); all other hues are weak and stand for one thing each.
//
// The text itself is the terminal's own colour where its background suits the
// theme: nobody chose that one to be unpleasant. Elsewhere the theme brings its
// page. A mark that brings a background brings a foreground too, since the
// terminal's own is not known. Underlines are plain ones in the colour of the
// text: Apple's Terminal paints a black bar over dotted and coloured ones.
//
// What has no sign but its style has a form besides its colour, as in Plain:
// colour alone may say what an arrow, a bar or a word says too.
//
// Where there are 256 colours each of these becomes the nearest one, which is
// near for greys that lean no further than these, and far for weak hues.
type palette struct {
	accent, muted, border                  Color
	green, red, blue, teal, violet, yellow Color

	page, mention, passage, match, current, selected pair
}

type pair struct{ fg, bg Color }

// Dark is the theme for dark backgrounds.
func Dark() *Theme {
	t := palette{
		accent: "#e5a66b", muted: "#a09e9b", border: "#4e4c48",
		green: "#98c48d", red: "#f0958a", blue: "#8fb9e3",
		teal: "#8cc5bd", violet: "#c4b0e6", yellow: "#dcc07a",
		page:     pair{"#dbd8cf", "#191815"},
		mention:  pair{"#f6e2ee", "#4d2f48"},
		passage:  pair{"#f2f0ea", "#303f52"},
		match:    pair{"#ffeab5", "#5a4a12"},
		current:  pair{"#1c1500", "#f5c451"},
		selected: pair{"#f4f2ec", "#33322f"},
	}.theme()
	t.ID, t.Dark = "dark", true
	return t
}

// Light is the theme for light backgrounds.
func Light() *Theme {
	t := palette{
		accent: "#9a3412", muted: "#5f5d57", border: "#c9c7c3",
		green: "#2f6b2f", red: "#ad2a24", blue: "#1d5a9e",
		teal: "#1b6660", violet: "#5b3f96", yellow: "#74570a",
		page:     pair{"#2b2925", "#faf8f3"},
		mention:  pair{"#3d1a2e", "#f6dcea"},
		passage:  pair{"#1c2733", "#d9e7f4"},
		match:    pair{"#3d2e00", "#fbeaa6"},
		current:  pair{"#1c1500", "#f5b93a"},
		selected: pair{"#1f1e1b", "#eae7df"},
	}.theme()
	t.ID = "light"
	return t
}

// theme lays the palette out over the tokens.
func (p palette) theme() *Theme {
	minor := Style{Fg: p.muted, Bold: true}
	return &Theme{
		Page: Style{Fg: p.page.fg, Bg: p.page.bg},

		Strong:   Style{Bold: true},
		Emphasis: Style{Italic: true},
		Strike:   Style{Strike: true},
		Title:    Style{Bold: true},
		Heading:  [6]Style{{Bold: true}, {Fg: p.accent, Bold: true}, {Bold: true}, minor, minor, minor},
		Link:     Style{Fg: p.blue, Bold: true, Underline: true}, // a name is underlined too
		Code:     Style{Fg: p.teal, Bold: true},
		Picture:  Style{Fg: p.muted, Italic: true},
		Quote:    Style{Fg: p.border},
		Bullet:   Style{Fg: p.accent},
		CodeBlock: Code{
			Comment: Style{Fg: p.muted, Italic: true}, Keyword: Style{Fg: p.blue}, Type: Style{Fg: p.teal},
			Function: Style{Fg: p.yellow}, String: Style{Fg: p.green}, Number: Style{Fg: p.violet},
			Operator: Style{Fg: p.muted}, Tag: Style{Fg: p.accent}, Deleted: Style{Fg: p.red}, Inserted: Style{Fg: p.green},
		},

		Name:         Style{Underline: true},
		Mention:      Style{Fg: p.mention.fg, Bg: p.mention.bg, Bold: true},
		Passage:      Style{Fg: p.passage.fg, Bg: p.passage.bg},
		Match:        Style{Fg: p.match.fg, Bg: p.match.bg, Underline: true},
		MatchCurrent: Style{Fg: p.current.fg, Bg: p.current.bg, Bold: true, Underline: true},

		Muted:     Style{Fg: p.muted},
		Border:    Style{Fg: p.border},
		Accent:    Style{Fg: p.accent, Bold: true},
		Selected:  Style{Fg: p.selected.fg, Bg: p.selected.bg, Bold: true},
		Tab:       Style{Fg: p.muted},
		TabActive: Style{Fg: p.accent, Bold: true, Underline: true},
		Key:       Style{Fg: p.accent},
		Warn:      Style{Fg: p.red, Bold: true},

		Up:       Style{Fg: p.green},
		Down:     Style{Fg: p.red},
		Expected: Style{Fg: p.violet},
		Check:    Style{Fg: p.teal},
		Bar:      Style{Fg: p.accent},
		BarRest:  Style{Fg: p.border},
		Standing: [5]Style{{}, {Fg: p.blue}, {Fg: p.yellow}, {Fg: p.accent, Bold: true}, {Fg: p.red, Bold: true}},
	}
}

// Plain is the theme without colours, for NO_COLOR and for terminals whose 16
// colours may be anything. Text struck out stays struck out: nothing else
// would say that its author took it back. A code span is bold, as manuals print
// what is to be typed: the document's own back-quotes are mark-up and not shown.
func Plain() *Theme {
	var (
		bold      = Style{Bold: true}
		underline = Style{Underline: true}
		both      = Style{Bold: true, Underline: true}
		reverse   = Style{Reverse: true}
	)
	return &Theme{
		ID: "plain",

		Strong:    bold,
		Emphasis:  underline,
		Strike:    Style{Strike: true},
		Title:     bold,
		Heading:   [6]Style{bold, bold, bold, bold, bold, bold},
		Link:      both,
		Code:      bold,
		Picture:   underline,
		CodeBlock: Code{Keyword: bold, Deleted: underline, Inserted: bold},

		Name:         underline,
		Mention:      Style{Reverse: true, Bold: true},
		Passage:      reverse,
		Match:        Style{Reverse: true, Underline: true},
		MatchCurrent: Style{Reverse: true, Underline: true, Bold: true},

		Accent:    bold,
		Selected:  reverse,
		TabActive: both,
		Key:       bold,
		Warn:      bold,

		Standing: [5]Style{{}, {}, {}, bold, bold},
	}
}
