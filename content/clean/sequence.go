package clean

import "strings"

// sequence is the length of the complete escape sequence that s starts with, 0
// where it starts with none. The introducer is ESC and a letter or the C1
// character that stands for both.
//
// A string sequence (OSC, DCS, APC, PM, SOS) must end, with BEL or ST, before
// any other control character: terminals break it off there too. Since the look
// ahead ends at the next control, a text of a million introducers is read
// twice, not a million times.
func sequence(s string) int {
	intro, n := s[0], 1
	switch {
	case intro == 0x1b && len(s) > 1:
		intro, n = s[1], 2
	case intro == 0xc2 && len(s) > 1: // C1 in UTF-8
		intro, n = s[1]-0x40, 2
	default:
		return 0
	}
	switch {
	case intro == '[':
		return control(s, n)
	case strings.IndexByte("]P_^X", intro) >= 0:
		return stringSequence(s, n)
	case s[0] != 0x1b:
		return 0
	case 0x20 <= intro && intro < 0x30: // charset and the like: intermediates, a final byte
		for n < len(s) && 0x20 <= s[n] && s[n] < 0x30 {
			n++
		}
		if n < len(s) && 0x30 <= s[n] && s[n] < 0x7f {
			return n + 1
		}
		return 0
	case 0x30 <= intro && intro < 0x7f:
		return n
	}
	return 0
}

// control is the length of a CSI sequence whose parameters start at n.
func control(s string, n int) int {
	for n < len(s) && 0x20 <= s[n] && s[n] < 0x40 {
		n++
	}
	if n < len(s) && 0x40 <= s[n] && s[n] < 0x7f {
		return n + 1
	}
	return 0
}

// stringSequence is the length of a sequence whose text starts at n.
func stringSequence(s string, n int) int {
	for ; n < len(s); n++ {
		switch c := s[n]; {
		case c == 0x07:
			return n + 1
		case c == 0x1b && strings.HasPrefix(s[n:], "\x1b\\"):
			return n + 2
		case c == 0xc2 && strings.HasPrefix(s[n:], "\u009c"):
			return n + 2
		case c < 0x20 || c == 0x7f || c == 0xc2 && n+1 < len(s) && s[n+1] < 0xa0:
			return 0
		}
	}
	return 0
}
