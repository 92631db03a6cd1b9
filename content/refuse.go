package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gloss/content/clean"
)

// refusal is why a source is not opened: one line, and the error behind it.
type refusal struct {
	text  string
	cause error
}

// Error is the line that a reader sees.
func (r *refusal) Error() string { return r.text }

// Unwrap is the error behind it, nil for none.
func (r *refusal) Unwrap() error { return r.cause }

// refuse is an error that names the path. A path can hold anything, control
// characters too, and errors go straight to the terminal.
func refuse(cause error, path, format string) error {
	return &refusal{text: strings.ReplaceAll(format, "PATH", clean.Line(path)), cause: cause}
}

const remedy = "gloss opens Markdown files in UTF-8 for now (.md, .markdown)"

// endings are those of Markdown files, the usual one first.
var endings = []string{"md", "markdown", "mkd", "mkdn", "mdown", "mdwn", "mdtxt", "mdtext"}

// Endings lists the endings of the files that Open opens, without the dot and
// the usual one first. Capitals make no difference.
func Endings() []string { return slices.Clone(endings) }

// isMarkdown reports whether a file is Markdown by its name.
func isMarkdown(path string) bool {
	ending, ok := strings.CutPrefix(filepath.Ext(path), ".")
	return ok && slices.Contains(endings, strings.ToLower(ending))
}

var webAddress = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+://`)

// check says what keeps the file at path from being opened. It runs before
// anything is opened: to open a pipe would wait for its writer.
func check(path string) error {
	switch {
	case path == "-":
		return refuse(nil, path, "cannot read standard input yet: save it to a file; "+remedy)
	case webAddress.MatchString(path):
		return refuse(nil, path, "cannot open a web address yet: PATH: save the page as Markdown; "+remedy)
	}
	info, err := os.Stat(path)
	if err != nil {
		return unreadable(path, err)
	}
	switch {
	case info.IsDir():
		return refuse(nil, path, "PATH is a directory: name a file in it; "+remedy)
	case !info.Mode().IsRegular():
		return refuse(nil, path, "PATH is no regular file: save what it gives to a file; "+remedy)
	case !isMarkdown(path):
		return refuse(nil, path, "cannot open PATH: "+remedy+"; if it is Markdown, give its name the ending .md")
	case info.Size() > sizeMax:
		size := fmt.Sprintf("%.1f GB", float64(info.Size())/(1<<30))
		return refuse(nil, path, "PATH is too large ("+size+"): gloss opens files up to 1 GB; split it")
	}
	return nil
}

// unreadable is an error of the file system in our words.
func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(err, path, "no such file: PATH")
	case errors.Is(err, fs.ErrPermission):
		return refuse(err, path, "no permission to read PATH: see its mode with ls -l")
	}
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return refuse(err, path, "cannot read PATH: "+clean.Line(err.Error()))
}

// checkText says what keeps the head of a file from being read as text. Only
// the head is judged: what it shows the rest is read as, and a stray byte far
// down is shown as � rather than taking the text away from its reader.
func checkText(path, head string) error {
	switch {
	case strings.HasPrefix(head, "\xff\xfe") || strings.HasPrefix(head, "\xfe\xff"):
		return refuse(nil, path, "PATH is UTF-16: convert it with iconv -f UTF-16 -t UTF-8; "+remedy)
	case strings.IndexByte(head, 0) >= 0:
		return refuse(nil, path, "PATH is no text (it holds NUL bytes): "+remedy)
	case !utf8.ValidString(head):
		at := 0
		for at < len(head) {
			r, n := utf8.DecodeRuneInString(head[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
		return refuse(nil, path, fmt.Sprintf("PATH is not UTF-8 (byte %d): convert it, say with iconv -f WINDOWS-1252 -t UTF-8; ", at)+remedy)
	}
	return nil
}
