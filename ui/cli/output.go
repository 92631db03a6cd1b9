package cli

import (
	"bufio"
	"io"
	"unicode/utf8"
)

// output is the way out of the program. Text was cleaned when it came in; this
// is the second lock: whatever a mistake elsewhere let through, a terminal is
// sent nothing but text and, where colours were asked for, the sequences that
// set them. Everything else that could act on a terminal becomes a �.
//
// A sequence passes only as a whole within one Write. Since ESC never passes
// otherwise, no sequence can come together from the pieces of several.
type output struct {
	w      *bufio.Writer
	colour bool   // SGR sequences may pass
	rest   []byte // the beginning of a character whose end is yet to come
	err    error  // the first that writing met; nothing is written after it
}

func newOutput(w io.Writer) *output { return &output{w: bufio.NewWriterSize(w, 32<<10)} }

// Write sends what is harmless of p. It reports the error of an earlier Write,
// so that long output can stop early.
func (o *output) Write(p []byte) (int, error) {
	size := len(p)
	if len(o.rest) > 0 {
		p, o.rest = append(o.rest, p...), nil
	}
	from := 0
	for i := 0; i < len(p) && o.err == nil; {
		if c := p[i]; ' ' <= c && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		if !utf8.FullRune(p[i:]) {
			o.rest = append([]byte(nil), p[i:]...)
			p = p[:i]
			break
		}
		n, ok := o.passes(p[i:])
		if !ok {
			o.send(p[from:i])
			o.send([]byte("\uFFFD"))
			from = i + n
		}
		i += n
	}
	o.send(p[from:])
	if o.err != nil {
		return 0, o.err
	}
	return size, nil
}

// passes is the length of the character or sequence that p begins with, and
// whether it may leave.
func (o *output) passes(p []byte) (n int, ok bool) {
	if o.colour {
		if n := sgrLen(p); n > 0 {
			return n, true
		}
	}
	r, n := utf8.DecodeRune(p)
	switch {
	case r == utf8.RuneError && n == 1,
		r < ' ', 0x7f <= r && r < 0xa0, // C0, DEL, C1
		r == 0x2028, r == 0x2029, // line and paragraph separators
		r == 0x061c, r == 0x200e, r == 0x200f, // marks of direction
		0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069: // overrides and isolates
		return n, false
	}
	return n, true
}

// sgrLen is the length of the SGR sequence (colours and the like) at the start
// of p, 0 where there is none.
func sgrLen(p []byte) int {
	if len(p) < 3 || p[0] != 0x1b || p[1] != '[' {
		return 0
	}
	for i, c := range p[2:] {
		switch {
		case c == 'm':
			return i + 3
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

func (o *output) send(p []byte) {
	if o.err == nil {
		_, o.err = o.w.Write(p)
	}
}

// Flush hands on what is waiting, for someone who is about to answer.
func (o *output) Flush() {
	if o.err == nil {
		o.err = o.w.Flush()
	}
}

// Close ends the output and reports what writing it met.
func (o *output) Close() error {
	if len(o.rest) > 0 {
		o.send([]byte("\uFFFD"))
	}
	o.Flush()
	return o.err
}

func (o *output) failed() bool { return o.err != nil }
