package content

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"gloss/content/clean"
	"gloss/content/web"
	"gloss/model"
)

// entriesMax is the most that a directory may hold to be listed: a list that
// leaves out the rest without a word would be wrong about what there is.
const entriesMax = 250_000

// Choose opens several sources, or one directory, as a list to choose from.
func Choose(sources []string) (*Opened, error) {
	entries, err := list(sources)
	if err != nil {
		return nil, err
	}
	doc := &model.Document{Title: fmt.Sprintf("%d documents", len(entries))}
	opened := &Opened{Entries: entries}
	if len(sources) == 1 {
		opened.Source, doc.Source = sources[0], clean.Line(sources[0])
		doc.Title = clean.Line(sources[0])
		if path, err := filepath.Abs(sources[0]); err == nil {
			doc.Title = clean.Line(filepath.Base(path))
		}
	}
	opened.Head = NewText(doc)
	return opened, nil
}

// list is what there is to choose from: of one directory the documents in it,
// then its directories; of several sources each of them as it was named. What
// is hidden and what gloss does not read is left out of a directory. Errors are
// one line, as those of Open are.
func list(sources []string) ([]model.Entry, error) {
	entries := make([]model.Entry, 0, len(sources))
	for _, source := range sources {
		entry := model.Entry{Source: source, Name: clean.Line(source)}
		switch {
		case source == standardInput && len(sources) > 1:
			return nil, refuse(nil, source, "PATH has no name to be chosen by: open it alone")
		case source != standardInput && !web.Is(source):
			info, err := os.Stat(source)
			if err != nil {
				return nil, unreadable(source, err)
			}
			entry.Dir = info.IsDir()
		}
		entries = append(entries, entry)
	}
	if len(entries) == 1 && entries[0].Dir {
		return listDirectory(sources[0])
	}
	return entries, nil
}

// listDirectory is the documents of a directory, then its directories.
func listDirectory(path string) ([]model.Entry, error) {
	files, err := readDirectory(path, entriesMax+1)
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case len(files) > entriesMax:
		return nil, refuse(nil, path, "PATH holds more than 250,000 files: name those to choose from")
	}
	var entries []model.Entry
	for _, f := range files {
		name := f.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		kind := kindOf(path, f)
		if kind.IsDir() || kind.IsRegular() && readable(name) {
			entries = append(entries, model.Entry{Source: filepath.Join(path, name), Name: clean.Line(name), Dir: kind.IsDir()})
		}
	}
	if len(entries) == 0 {
		return nil, refuse(nil, path, "PATH holds nothing to read: "+remedy)
	}
	inOrder(entries)
	return entries, nil
}

// readDirectory is what a directory holds, most of it at most, in no order.
func readDirectory(path string, most int) ([]os.DirEntry, error) {
	dir, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	// An empty directory is io.EOF here. Another error after some of the names is
	// a file that went away meanwhile, or a disk that fails: what there is counts.
	files, err := dir.ReadDir(most)
	if len(files) > 0 || errors.Is(err, io.EOF) {
		err = nil
	}
	return files, err
}

// kindOf is what a file is, or what a link leads to.
func kindOf(dir string, f os.DirEntry) fs.FileMode {
	if f.Type()&fs.ModeSymlink == 0 {
		return f.Type()
	}
	info, err := os.Stat(filepath.Join(dir, f.Name()))
	if err != nil {
		return fs.ModeIrregular
	}
	return info.Mode().Type()
}

// readable reports whether a name says that gloss reads the file: one that has
// a format, or is capitals alone, by which README and LICENSE are known. Notes
// are read with their text.
func readable(name string) bool {
	if strings.HasSuffix(name, ".notes.yaml") {
		return false
	}
	name = strings.TrimSuffix(name, ".gz")
	capitals := strings.IndexFunc(name, func(r rune) bool { return !unicode.IsUpper(r) && r != '_' }) < 0
	return formatByName(name) != nil || capitals && len(name) > 2
}

// inOrder sorts what a directory holds: documents before directories, since it
// is a document that one looks for, and both as a reader counts.
func inOrder(entries []model.Entry) {
	type keyed struct {
		model.Entry
		key string
	}
	all := make([]keyed, len(entries))
	for i, e := range entries {
		all[i] = keyed{e, natural(filepath.Base(e.Source))}
		if e.Dir {
			all[i].key = "\U0010ffff" + all[i].key
		}
	}
	slices.SortFunc(all, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.Source, b.Source))
	})
	for i, e := range all {
		entries[i] = e.Entry
	}
}

// natural is a key by which names sort as a reader counts: without regard to
// capitals, and chapter2 before chapter10. Each number stands behind how many
// digits it has, so that comparing bytes compares numbers.
func natural(name string) string {
	name = strings.ToLower(name)
	if !strings.ContainsAny(name, "0123456789") {
		return name
	}
	var key strings.Builder
	for name != "" {
		words := strings.IndexAny(name, "0123456789")
		if words < 0 {
			words = len(name)
		}
		key.WriteString(name[:words])
		name = name[words:]
		digits := len(name) - len(strings.TrimLeft(name, "0123456789"))
		if digits > 0 {
			number := strings.TrimLeft(name[:digits], "0")
			key.WriteByte('0')
			key.WriteByte(byte(len(number)))
			key.WriteString(number)
		}
		name = name[digits:]
	}
	return key.String()
}
