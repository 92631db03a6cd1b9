package content

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gloss/content/clean"
)

// refusal is why a source is not opened: one line, and the error behind it.
type refusal struct {
	text  string
	said  string // the same with PATH for what it is about
	cause error
}

// Error is the line that a reader sees.
func (r *refusal) Error() string { return r.text }

// Unwrap is the error behind it, nil for none.
func (r *refusal) Unwrap() error { return r.cause }

// refuse is an error that names the path. A path can hold anything, control
// characters too, and errors go straight to the terminal.
func refuse(cause error, path, format string) error {
	return &refusal{text: strings.ReplaceAll(format, "PATH", clean.Line(called(path))), said: format, cause: cause}
}

// called is how a sentence calls a source.
func called(path string) string {
	if path == standardInput {
		return "standard input"
	}
	return path
}

const remedy = "gloss opens Markdown, plain text, HTML, EPUB, source code and tables of values"

// Endings lists the endings of the files that Open opens, without the dot and
// the usual one first. Capitals make no difference.
func Endings() []string {
	var all []string
	for _, f := range formats {
		all = append(all, f.endings...)
	}
	return all
}

// converters are what turns files that gloss does not read into some that it
// does, by their endings.
var converters = map[string]string{
	"pdf": "pdftotext -layout PATH - | gloss -", "ps": "ps2ascii PATH | gloss -", "djvu": "djvutxt PATH | gloss -",
	"docx": "pandoc -t gfm PATH | gloss -", "odt": "pandoc -t gfm PATH | gloss -", "rtf": "pandoc -t gfm PATH | gloss -",
	"doc": "antiword PATH | gloss -", "pptx": "pandoc -t gfm PATH | gloss -", "xlsx": "xlsx2csv PATH | gloss -", "ipynb": "jupyter nbconvert --to markdown PATH",
	"mobi": "ebook-convert PATH book.epub", "azw3": "ebook-convert PATH book.epub", "fb2": "pandoc -t gfm PATH | gloss -",
	"rst": "pandoc -t gfm PATH | gloss -", "org": "pandoc -t gfm PATH | gloss -", "adoc": "asciidoctor -o - PATH | gloss -",
}

// check says what keeps the file at path from being opened. It runs before
// anything is opened: to open a pipe would wait for its writer.
func check(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return unreadable(path, err)
	}
	switch {
	case info.IsDir():
		return refuse(nil, path, "PATH is a directory: name a file in it; "+remedy)
	case !info.Mode().IsRegular():
		return refuse(nil, path, "PATH is no regular file: save what it gives to a file; "+remedy)
	case info.Size() > sizeMax:
		size := fmt.Sprintf("%.1f GB", float64(info.Size())/(1<<30))
		return refuse(nil, path, "PATH is too large ("+size+"): gloss opens files up to 1 GB; split it")
	}
	if tool := converters[strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")]; tool != "" {
		return refuse(nil, path, "gloss does not read PATH itself: "+tool)
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
	if marked := strings.HasPrefix(head, "\xff\xfe") || strings.HasPrefix(head, "\xfe\xff"); marked {
		return nil
	}
	switch {
	case strings.HasPrefix(head, "%PDF-"):
		return refuse(nil, path, "gloss does not read PATH itself, it is PDF: "+converters["pdf"])
	case strings.IndexByte(head, 0) >= 0:
		return refuse(nil, path, "PATH is no text (it holds NUL bytes): "+remedy)
	}
	return nil
}
