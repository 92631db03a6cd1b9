package content

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"gloss/content/clean"
	"gloss/content/markdown"
	"gloss/content/notes"
)

const (
	// headSize is how much of a file is read before the first screen, in bytes:
	// a few dozen screens of text, cleaned and scanned in a millisecond.
	headSize = 64 << 10
	// sizeMax is the largest file that is opened, in bytes. The whole of a text
	// is held in memory.
	sizeMax = 1 << 30
	// chunk is how much is read between two looks at the context, in bytes.
	chunk = 1 << 20
)

// openFile opens the Markdown file at path.
func openFile(path string) (*Opened, error) {
	if err := check(path); err != nil {
		return nil, err
	}
	head, err := read(context.Background(), path, headSize)
	if err != nil {
		return nil, err
	}
	whole := len(head) < headSize
	if !whole {
		head = head[:border(head)]
	}
	if err := checkText(path, head); err != nil {
		return nil, err
	}
	if whole {
		text := clean.Body(head)
		opened := &Opened{Head: NewText(scan(text, path))}
		if _, err := os.Lstat(notesBeside(path)); err == nil {
			opened.Rest = func(context.Context) (*Text, error) { return withNotes(text, path), nil }
		}
		return opened, nil
	}
	return &Opened{
		Head: NewText(scan(firstBlocks(clean.Body(head)), path)),
		Rest: func(ctx context.Context) (*Text, error) {
			text, err := read(ctx, path, sizeMax)
			if err != nil {
				return nil, err
			}
			return withNotes(clean.Body(text), path), nil
		},
	}, nil
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

// read is the beginning of the file at path, limit bytes at most.
func read(ctx context.Context, path string, limit int64) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", unreadable(path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", unreadable(path, err)
	}
	var text strings.Builder
	size := min(info.Size(), limit)
	text.Grow(int(size))
	buffer := make([]byte, min(size+1, chunk))
	for from := io.LimitReader(file, limit); ; {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := from.Read(buffer)
		text.Write(buffer[:n])
		if errors.Is(err, io.EOF) {
			return text.String(), nil
		}
		if err != nil {
			return "", unreadable(path, err)
		}
	}
}

// notesBeside is the notes file of the document at path: story.notes.yaml for
// story.md.
func notesBeside(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".notes.yaml"
}

// withNotes is the Text of a whole file with the notes beside it.
func withNotes(text, path string) *Text {
	name := notesBeside(path)
	file, err := readNotes(name)
	if errors.Is(err, fs.ErrNotExist) {
		return build(text, path, nil, "")
	}
	if err != nil {
		t := build(text, path, nil, "")
		t.problems = []error{err}
		return t
	}
	return build(text, path, []byte(file), name)
}

func readNotes(name string) (string, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return "", unreadable(name, err)
	case !info.Mode().IsRegular():
		return "", refuse(nil, name, "PATH is no regular file: the notes are left out")
	}
	// One byte more than notes takes: it says itself what is too large.
	return read(context.Background(), name, notes.MaxSize+1)
}
