package cli

import (
	"bufio"
	"io"
	"unicode/utf8"

	"gloss/ui/lock"
)

// output is the way out of the program, behind the lock. A sequence passes only
// as a whole within one Write. Since ESC never passes otherwise, no sequence can
// come together from the pieces of several.
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
		n, ok := lock.Next(p[i:], o.colour)
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
