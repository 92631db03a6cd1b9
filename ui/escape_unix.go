//go:build unix

package ui

import (
	"io"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// escapeWait is how long the terminal has to send the rest of a sequence whose
// escape has come. A terminal writes a sequence at once; the wait is for a
// network that cuts it in two. Bubble Tea waits 50 ms, which one feels: Esc is
// how one leaves everything here. tmux waits 10.
const escapeWait = 8 * time.Millisecond

// promptEscape is the terminal's input in which an Esc key is told from the
// beginning of a sequence soon. In is given back as it is where it is no file.
func promptEscape(in io.Reader) io.Reader {
	if f, ok := in.(*os.File); ok {
		return &escapeReader{f}
	}
	return in
}

// escapeReader is a terminal's input. Embedding the file keeps its descriptor
// in sight, by which Bubble Tea sets the terminal's modes and waits for input.
type escapeReader struct{ *os.File }

// escapeKey is the Esc key as the Kitty keyboard protocol writes it, which
// cannot be the beginning of anything else.
const escapeKey = "\x1b[27u"

// Read gives an escape that nothing follows as escapeKey.
func (r *escapeReader) Read(p []byte) (int, error) {
	n, err := r.File.Read(p)
	if err != nil || n == 0 || p[n-1] != '\x1b' || n+len(escapeKey)-1 > len(p) {
		return n, err
	}
	fds := []unix.PollFd{{Fd: int32(r.Fd()), Events: unix.POLLIN}}
	if ready, err := unix.Poll(fds, int(escapeWait/time.Millisecond)); err != nil || ready > 0 {
		return n, nil
	}
	return n - 1 + copy(p[n-1:], escapeKey), nil
}
