package content

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"gloss/content/charset"
	"gloss/content/markdown"
	"gloss/content/notes"
	"gloss/model"
)

// openFile opens the file at path.
func openFile(path string) (*Opened, error) {
	files := newWatch(path, notesFile(path))
	if err := check(path); err != nil {
		return nil, err
	}
	var m meter
	head, err := read(context.Background(), path, headSize, &m)
	if err != nil {
		return nil, err
	}
	var opened *Opened
	f := formatOf(strings.TrimSuffix(path, ".gz"), head)
	if f == bookFormat {
		opened, err = openBookFile(path, head)
	} else if err = checkText(path, head); err == nil {
		in := newInput(path, f, head)
		opened, err = in.open(head, &m)
		if opened != nil {
			opened.Edit = in.line
		}
	}
	if err != nil {
		return nil, err
	}
	opened.Changed = files.wait
	return opened, nil
}

// open opens a file that begins with head, as much as m has measured.
func (in *input) open(head string, m *meter) (*Opened, error) {
	if len(head) < headSize {
		opened := &Opened{Head: in.text(head)}
		if _, err := os.Lstat(notesFile(in.path)); err == nil {
			opened.Rest = atOnce(func(context.Context) (*Text, error) { return in.withNotes(head), nil })
		}
		return opened, nil
	}
	if in.streams() {
		rest := func(ctx context.Context) iter.Seq2[*Text, error] {
			return func(yield func(*Text, error) bool) { in.rest(ctx, m, yield) }
		}
		return &Opened{Head: in.head(head), Rest: rest, Progress: m.progress}, nil
	}
	whole := func(ctx context.Context) (*Text, error) {
		data, err := read(ctx, in.path, sizeMax, m)
		if err != nil {
			return nil, err
		}
		return in.withNotes(data), nil
	}
	if _, size := m.progress(); size > onceMax {
		return &Opened{Head: unread(in.path), Rest: atOnce(whole), Progress: m.progress}, nil
	}
	text, err := whole(context.Background())
	return &Opened{Head: text}, err
}

// rest yields the text in steps, and at last the whole with its notes.
func (in *input) rest(ctx context.Context, m *meter, yield func(*Text, error) bool) {
	data, err := read(ctx, in.path, sizeMax, m)
	if err != nil {
		yield(nil, err)
		return
	}
	for size := headSize * stepBy; size <= stepMax && size <= len(data)/stepBy; size *= stepBy {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if !yield(in.head(data[:size]), nil) {
			return
		}
	}
	yield(in.withNotes(data), nil)
}

// onceMax is the longest file that is read before the first screen where its
// beginning cannot be shown alone, in bytes.
const onceMax = 1 << 20

// A long text is shown in steps, so that its contents fill up before the eye
// and what is near is found at once. Each step costs as much again as it is
// long, and holds as much memory: a quarter of the whole at most, and not much.
const (
	stepBy  = 8
	stepMax = 8 << 20 // bytes
)

// input is a file that is being read.
type input struct {
	path     string
	base     *url.URL // of its links, nil for a file
	format   *format
	encoding charset.Encoding
	decided  bool // the encoding: the head has more than ASCII
}

func newInput(path string, f *format, head string) *input {
	return &input{path: path, format: f, encoding: f.encoding(head), decided: beyondASCII(head)}
}

// streams reports whether the beginning of the file can be shown before the rest
// is read. UTF-16 cannot be cut at a newline's byte.
func (in *input) streams() bool { return in.format.head != nil && in.encoding.Name != "UTF-16" }

// document is the document of data, without its notes, and what was wrong with
// its bytes.
func (in *input) document(data string) (*model.Document, []error) {
	encoding := in.encoding
	if !in.decided {
		encoding = in.format.encoding(data)
	}
	text, bad := encoding.Decode(data)
	d := in.format.read(text, in.path, in.base)
	if len(d.markdown) > collectFrom {
		runtime.GC()
	}
	doc := d.document(in.path)
	if bad > 0 {
		what := fmt.Sprintf("PATH: %d bytes are no %s and stand as \ufffd", bad, encoding.Name)
		if bad == 1 {
			what = "PATH: 1 byte is no " + encoding.Name + " and stands as \ufffd"
		}
		return doc, []error{refuse(nil, in.path, what)}
	}
	return doc, nil
}

// collectFrom is the length of a text of which the file is thrown away before the text is gone
// through, in bytes. Both of 100 MB, and what is found in the text, would be 283 MB
// at the most; so it is 240, and takes some milliseconds.
const collectFrom = 32 << 20

// text is the Text of a whole file without notes.
func (in *input) text(data string) *Text {
	doc, problems := in.document(data)
	t := NewText(doc)
	t.problems = problems
	return t
}

// head is the Text of the beginning of a file: what of it is sure to be the
// beginning of the whole.
func (in *input) head(data string) *Text {
	text, _ := in.encoding.Decode(data[:border(data)])
	return NewText(in.format.head(text, in.path).document(in.path))
}

// part is the Text of what has come of a text: of its beginning, or of all.
func (in *input) part(data string, all bool) *Text {
	if all {
		return in.text(data)
	}
	return in.head(data)
}

// beyondASCII reports whether data has a byte that tells encodings apart.
func beyondASCII(data string) bool {
	return strings.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0
}

// border is where the beginning of a file can be cut: behind its last newline,
// or before a rune that it may hold in half.
func border(head string) int {
	if at := strings.LastIndexByte(head, '\n'); at > 0 {
		return at + 1
	}
	at := len(head)
	for range utf8.UTFMax {
		at--
		if utf8.RuneStart(head[at]) {
			return at
		}
	}
	return len(head)
}

// firstBlocks is the text up to the last border between two blocks, so that the
// blocks of a head are those of the whole.
func firstBlocks(text string) string {
	blocks, _ := markdown.Scan(text)
	if len(blocks) < 2 {
		return text
	}
	return text[:blocks[len(blocks)-1].Start]
}

// withNotes is the Text of a whole file with the notes beside it.
func (in *input) withNotes(data string) *Text {
	doc, problems := in.document(data)
	return noted(doc, in.path, problems)
}

// noted is the Text of a document with the notes beside its file. What was wrong
// with the file comes before what is wrong with the notes.
func noted(doc *model.Document, path string, problems []error) *Text {
	t := NewText(doc)
	t.problems = problems
	name := notesFile(path)
	if name == "" {
		return t
	}
	file, err := readNotes(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		t.problems = append(t.problems, err)
	default:
		var wrong []error
		doc.Notes, wrong = notes.Decode([]byte(file), name, doc.Text, doc.Blocks)
		t.problems = append(t.problems, wrong...)
	}
	return t
}

// notesFile is the notes file of the document at path, which may hold what its
// document's Source does not show.
func notesFile(path string) string { return (&model.Document{Source: path}).NotesFile() }

func readNotes(name string) (string, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return "", unreadable(name, err)
	case !info.Mode().IsRegular():
		return "", refuse(nil, name, "PATH is no regular file: the notes are left out")
	}
	// One byte more than notes takes: it says itself what is too large.
	return read(context.Background(), name, notes.MaxSize+1, new(meter))
}

// line is the line of the file, from 1, in which a place of its document stands.
// What a document is may stand otherwise in its file: the place is found again
// by its line.
func (in *input) line(doc *model.Document, at int) (path string, line int, err error) {
	data, err := read(context.Background(), in.path, sizeMax, new(meter))
	if err != nil {
		return "", 0, err
	}
	text, _ := in.encoding.Decode(data)
	return in.path, 1 + strings.Count(text[:model.Compare(doc.Text, text).At(at)], "\n"), nil
}
