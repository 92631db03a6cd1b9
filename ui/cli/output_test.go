package cli

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestOutput(t *testing.T) {
	for _, c := range []struct {
		name, in    string
		plain, full string // what leaves without and with colours
	}{
		{"text", "naïve 数\ttab\n", "naïve 数\ttab\n", "naïve 数\ttab\n"},
		{"colour", "\x1b[1;38;2;0;10;255mx\x1b[m", "�[1;38;2;0;10;255mx�[m", "\x1b[1;38;2;0;10;255mx\x1b[m"},
		{"cursor", "\x1b[2J", "�[2J", "�[2J"},
		{"clipboard", "\x1b]52;c;eA==\a", "�]52;c;eA==�", "�]52;c;eA==�"},
		{"broken off", "\x1b[31", "�[31", "�[31"},
		{"private SGR", "\x1b[>4m", "�[>4m", "�[>4m"},
		{"C1", "\u009b31m", "�31m", "�31m"},
		{"raw C1", "\x9b31m", "�31m", "�31m"},
		{"carriage return", "a\rb", "a�b", "a�b"},
		{"direction", "a\u202eb", "a�b", "a�b"},
		{"half a character", "a\xe6\x95", "a�", "a�"},
	} {
		for _, colour := range []bool{false, true} {
			want := c.plain
			if colour {
				want = c.full
			}
			if got := throughOutput(t, colour, c.in); got != want {
				t.Errorf("%s, colour %v: got %q, want %q", c.name, colour, got, want)
			}
		}
	}
}

// throughOutput writes pieces one by one and is what left.
func throughOutput(t *testing.T, colour bool, pieces ...string) string {
	t.Helper()
	var b bytes.Buffer
	o := newOutput(&b)
	o.colour = colour
	for _, p := range pieces {
		if n, err := o.Write([]byte(p)); n != len(p) || err != nil {
			t.Fatalf("Write(%q) = %d, %v", p, n, err)
		}
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A character may come in two pieces, a sequence may not.
func TestOutputInPieces(t *testing.T) {
	if got := throughOutput(t, true, "数\xe6", "\x95", "\xb0."); got != "数数." {
		t.Errorf("got %q", got)
	}
	if got := throughOutput(t, true, "\x1b", "[1m"); strings.Contains(got, "\x1b") {
		t.Errorf("got %q", got)
	}
}

var sgr = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// Whatever is written, in whatever pieces: what leaves is valid text without
// any control but newline, tab and, with colours, whole SGR sequences.
func FuzzOutput(f *testing.F) {
	f.Add("a\x1b[1mb\x1b[m", "\x1b]0;t\a", true)
	f.Add("\x1b", "[31m", true)
	f.Add("\xc2", "\x9b2J", false)
	f.Fuzz(func(t *testing.T, a, b string, colour bool) {
		got := throughOutput(t, colour, a, b)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is no text", got)
		}
		if colour {
			got = sgr.ReplaceAllString(got, "")
		}
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q left in %q", r, got)
			}
		}
		if whole := throughOutput(t, colour, a+b); !colour && whole != got {
			t.Fatalf("in pieces %q, whole %q", got, whole)
		}
	})
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestOutputThatCannotBeWritten(t *testing.T) {
	p, _, errw := world()
	p.Out = full{}
	if status := Run(context.Background(), p, []string{"print"}); status != statusError || errw.String() != "gloss: no space left\n" {
		t.Errorf("status %d, says %q", status, errw)
	}
}
