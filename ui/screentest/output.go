package screentest

import (
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Output is what a program sent to its terminal, taken apart.
type Output struct {
	// Alien is everything that is not on the list of what may be sent: escape
	// sequences, control characters, characters that show nothing.
	Alien  []string
	Titles []string       // of the window, in order
	Copied []string       // onto the terminal's clipboard, decoded
	CSI    map[string]int // control sequences as "38;5;10;m", with how often each was sent

	parser *ansi.Parser
	tail   []byte       // of the latest Write: the beginning of a character
	modes  map[int]bool // DEC private modes that are set
	styled bool         // in another style than the terminal's own
	keys   int          // Kitty keyboard modes pushed and not popped
	other  bool         // xterm's modifyOtherKeys
	pushed int          // titles pushed and not popped
}

// NewOutput is the output of a program that has sent nothing yet. The list of
// what may be sent is what Bubble Tea needs to draw, and what gloss asks for
// besides; a document's own sequences must never be on the wire, however
// harmless.
func NewOutput() *Output {
	o := &Output{CSI: map[string]int{}, parser: ansi.NewParser(), modes: map[int]bool{}}
	o.parser.SetDataSize(0) // no limit
	o.parser.SetHandler(ansi.Handler{
		Print:     o.print,
		Execute:   o.control,
		HandleCsi: o.csi,
		HandleEsc: o.esc,
		HandleOsc: o.osc,
		HandleDcs: func(cmd ansi.Cmd, params ansi.Params, data []byte) {
			o.alien("DCS %s%s%q", list(params), name(cmd), data)
		},
		HandlePm:  func(data []byte) { o.alien("PM %q", data) },
		HandleApc: func(data []byte) { o.alien("APC %q", data) },
		HandleSos: func(data []byte) { o.alien("SOS %q", data) },
	})
	return o
}

// Write takes more of the output apart.
func (o *Output) Write(p []byte) (int, error) {
	o.parser.Parse(p)
	o.tail = append(o.tail, p...)
	at := 0
	for utf8.FullRune(o.tail[at:]) {
		r, n := utf8.DecodeRune(o.tail[at:])
		if r == utf8.RuneError && n == 1 {
			o.alien("byte %#x, which is no UTF-8", o.tail[at])
		}
		at += n
	}
	o.tail = append(o.tail[:0], o.tail[at:]...)
	return len(p), nil
}

// clone is the output as it is now.
func (o *Output) clone() Output {
	c := *o
	c.Alien, c.Titles, c.Copied = slices.Clone(o.Alien), slices.Clone(o.Titles), slices.Clone(o.Copied)
	c.CSI, c.modes = maps.Clone(o.CSI), maps.Clone(o.modes)
	return c
}

func (o *Output) alien(format string, args ...any) {
	o.Alien = append(o.Alien, fmt.Sprintf(format, args...))
}

// print takes a character. The parser hands C1 controls in UTF-8 over as
// characters: unicode knows better.
func (o *Output) print(r rune) {
	// Joiners stand in the words of some scripts and in emoji.
	if !unicode.IsGraphic(r) && r != '\u200c' && r != '\u200d' {
		o.alien("%U", r)
	}
}

func (o *Output) control(b byte) {
	if !strings.ContainsRune("\b\t\n\r", rune(b)) {
		o.alien("control character %#x", b)
	}
}

// esc knows reverse index, which scrolls down.
func (o *Output) esc(cmd ansi.Cmd) {
	if name(cmd) != "M" && name(cmd) != "\\" { // the end of a string
		o.alien("ESC %s", name(cmd))
	}
}

// moves are the CSI sequences that move the cursor, erase, insert, delete,
// scroll and repeat, and those that ask the terminal what it can do.
var moves = strings.Fields("A B C D E F G H I J K L M P S T X Z @ ` a b d e f r ?W ?$p ?u")

func (o *Output) csi(cmd ansi.Cmd, params ansi.Params) {
	n := func(i, missing int) int { v, _, _ := params.Param(i, missing); return v }
	o.CSI[list(params)+name(cmd)]++
	switch name(cmd) {
	case "m":
		o.styled = len(params) > 0 && n(len(params)-1, 0) != 0
		o.style(params)
	case "?h", "?l":
		for i := range params {
			o.mode(n(i, 0), name(cmd) == "?h")
		}
	case "h", "l":
		if n(0, 0) != 4 { // insert mode
			o.alien("CSI %s%s", list(params), name(cmd))
		}
	case ">u", "=u":
		if name(cmd) == ">u" {
			o.keys++
		}
	case "<u":
		o.keys -= n(0, 1)
	case ">m": // how the terminal tells modified keys
		o.other = len(params) > 1 && n(1, 0) != 0
		if n(0, 0) != 4 {
			o.alien("CSI %s%s", list(params), name(cmd))
		}
	case "t": // push and pop the window's title
		switch {
		case n(0, 0) == 22 && n(1, 0) == 2:
			o.pushed++
		case n(0, 0) == 23 && n(1, 0) == 2:
			o.pushed--
		default:
			o.alien("CSI %s%s", list(params), name(cmd))
		}
	case " q": // shape of the cursor
	default:
		if !slices.Contains(moves, name(cmd)) {
			o.alien("CSI %s%s", list(params), name(cmd))
		}
	}
}

// style knows the attributes and colours that themes have.
func (o *Output) style(params ansi.Params) {
	for i := 0; i < len(params); i++ {
		v, _, _ := params.Param(i, 0)
		switch {
		case v == 38 || v == 48:
			kind, _, _ := params.Param(i+1, 0)
			i += map[int]int{2: 4, 5: 2}[kind]
		case v <= 9, v >= 21 && v <= 29, v >= 30 && v <= 49, v >= 90 && v <= 107:
		default:
			o.alien("CSI %sm", list(params))
			return
		}
	}
}

// modes that may be set: autowrap, the cursor, the mouse, the alternate screen,
// bracketed paste, synchronized output, grapheme clusters.
var modes = []int{7, 25, 1002, 1003, 1006, 1049, 2004, 2026, 2027}

func (o *Output) mode(mode int, set bool) {
	o.modes[mode] = set
	if !slices.Contains(modes, mode) {
		o.alien("mode %d", mode)
	}
}

func (o *Output) osc(cmd int, data []byte) {
	_, rest, _ := strings.Cut(string(data), ";")
	switch {
	case cmd == 2:
		o.Titles = append(o.Titles, rest)
		for _, r := range rest {
			o.print(r)
		}
	case cmd == 11 && rest == "?": // what the background is
	case cmd == 52 && strings.HasPrefix(rest, "c;"):
		text, err := base64.StdEncoding.DecodeString(rest[len("c;"):])
		if err != nil {
			o.alien("OSC %q", data)
			return
		}
		o.Copied = append(o.Copied, string(text))
		for _, r := range string(text) {
			if r != '\n' && r != '\t' { // between the cells of a table
				o.print(r)
			}
		}
	default:
		o.alien("OSC %q", data)
	}
}

// Mouse reports whether the terminal sends what the mouse does.
func (o Output) Mouse() bool { return o.modes[1002] || o.modes[1003] }

// Left lists what the output switched on and not off again.
func (o Output) Left() []string {
	var left []string
	for _, mode := range modes {
		set, touched := o.modes[mode]
		normal := mode == 7 || mode == 25 // the others are off in a fresh terminal
		if touched && set != normal {
			left = append(left, fmt.Sprintf("mode %d is %v", mode, set))
		}
	}
	for what, on := range map[string]bool{
		"a style": o.styled, "the Kitty keyboard": o.keys > 0, "modifyOtherKeys": o.other, "a title pushed": o.pushed != 0,
	} {
		if on {
			left = append(left, what)
		}
	}
	return left
}

// name is a command as it is written: "?h".
func name(cmd ansi.Cmd) string {
	var b []byte
	for _, c := range []byte{cmd.Prefix(), cmd.Intermediate(), cmd.Final()} {
		if c != 0 {
			b = append(b, c)
		}
	}
	return string(b)
}

func list(params ansi.Params) string {
	var b []byte
	params.ForEach(0, func(_, param int, _ bool) { b = append(strconv.AppendInt(b, int64(param), 10), ';') })
	return string(b)
}
