package epub

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

const (
	// fileMax bounds one file, unpacked: no sizes that the archive states are
	// trusted. War and Peace in one is 4 MB. A page of this size that is nothing
	// but tags takes 1.5 s, and it may be the one that is shown first.
	fileMax = 8 << 20
	// bookMax bounds all that is read of one book, unpacked.
	bookMax = 64 << 20
	// directoryMax bounds the table of files in the archive. It is held in memory
	// several times its size; 100,000 files take half of it.
	directoryMax = 16 << 20
)

var (
	errLarge    = errors.New("it is larger than 8 MB")
	errBudget   = errors.New("the book is larger than 64 MB")
	errPassword = errors.New("it is locked with a password")
	errMissing  = errors.New("it is missing")
)

// archive is the files of a book.
type archive struct {
	order []*zip.File
	exact map[string]*zip.File
	loose map[string]*zip.File // by loose name

	perFile, perBook int64 // fileMax and bookMax

	mu   sync.Mutex
	used map[string]int64 // bytes read, by file: a file may be read again
	sum  int64
}

func openArchive(r io.ReaderAt, size int64) (*archive, error) {
	source := &bounded{ReaderAt: r, left: directoryMax}
	packed, err := zip.NewReader(source, size)
	if packed == nil || err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if source.over {
			return nil, errors.New("is damaged: it lists too many files")
		}
		if size >= 4 && !startsZip(r) {
			return nil, errors.New("is no EPUB: it is no zip archive")
		}
		return nil, errors.New("is damaged: its zip archive cannot be read")
	}
	source.free = true
	a := &archive{
		exact: map[string]*zip.File{}, loose: map[string]*zip.File{}, used: map[string]int64{},
		perFile: fileMax, perBook: bookMax,
	}
	for _, f := range packed.File {
		name := within(f.Name)
		if name == "" || strings.HasSuffix(f.Name, "/") {
			continue
		}
		f.Name = name
		if _, twice := a.exact[name]; twice {
			continue
		}
		a.order = append(a.order, f)
		a.exact[name] = f
		if _, twice := a.loose[loose(name)]; !twice {
			a.loose[loose(name)] = f
		}
	}
	return a, nil
}

// bounded reads no more than a number of bytes while the table is read.
type bounded struct {
	io.ReaderAt
	left int64
	over bool
	free bool
}

// ReadAt reads at an offset.
func (b *bounded) ReadAt(p []byte, at int64) (int, error) {
	if !b.free {
		if b.left -= int64(len(p)); b.left < 0 {
			b.over = true
			return 0, errLarge
		}
	}
	return b.ReaderAt.ReadAt(p, at)
}

func startsZip(r io.ReaderAt) bool {
	var start [2]byte
	_, err := r.ReadAt(start[:], 0)
	return err == nil && string(start[:]) == "PK"
}

// within is a name in the archive without what leads out of it. Nothing is ever
// written, so a hostile name only misses.
func within(name string) string {
	name = path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimPrefix(name, "/")
}

// loose is a name as it is compared where no name is met exactly: books are made
// on systems that know no case, or write é in two characters.
func loose(name string) string { return norm.NFC.String(strings.ToLower(name)) }

// find is the name in the archive of a path, which may be percent-encoded or
// miss the case.
func (a *archive) find(name string) (string, bool) {
	for _, name := range []string{name, unescaped(name)} {
		name = within(name)
		if _, ok := a.exact[name]; ok {
			return name, true
		}
		if f, ok := a.loose[loose(name)]; ok {
			return f.Name, true
		}
	}
	return "", false
}

func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// resolve is the path that href in the file base leads to, still encoded, without
// fragment and query.
func resolve(base, href string) string {
	href, _, _ = strings.Cut(strings.TrimSpace(href), "#")
	switch {
	case href == "":
		return base
	case strings.HasPrefix(href, "/"):
		return href
	}
	return path.Dir("/"+base) + "/" + strings.ReplaceAll(href, `\`, "/")
}

// read is a file unpacked. With an error it is what could be read of it.
func (a *archive) read(name string) ([]byte, error) {
	name, ok := a.find(name)
	if !ok {
		return nil, errMissing
	}
	f := a.exact[name]
	if f.Flags&1 != 0 {
		return nil, errPassword
	}
	limit, err := a.reserve(name)
	if err != nil {
		return nil, err
	}
	from, err := f.Open()
	if err != nil {
		return nil, damage(err)
	}
	defer from.Close()
	data, err := io.ReadAll(io.LimitReader(from, limit+1))
	if int64(len(data)) > limit {
		data, err = data[:limit], errLarge
		if limit < a.perFile {
			err = errBudget
		}
	}
	a.spend(name, int64(len(data)))
	return data, damage(err)
}

// reserve is how much of a file may be read.
func (a *archive) reserve(name string) (int64, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	limit := min(a.perFile, a.perBook-a.sum+a.used[name])
	if limit <= 0 {
		return 0, errBudget
	}
	return limit, nil
}

func (a *archive) spend(name string, n int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sum += max(n-a.used[name], 0)
	a.used[name] = max(n, a.used[name])
}

// damage is an error of the zip reader in our words.
func damage(err error) error {
	switch {
	case err == nil, errors.Is(err, errLarge), errors.Is(err, errBudget):
		return err
	case errors.Is(err, zip.ErrAlgorithm):
		return errors.New("it is packed in an unknown way")
	}
	return errors.New("it is damaged")
}

// withEnding lists the files with one of these endings, in the archive's order.
func (a *archive) withEnding(endings ...string) []string {
	var names []string
	for _, f := range a.order {
		if slices.Contains(endings, strings.ToLower(path.Ext(f.Name))) {
			names = append(names, f.Name)
		}
	}
	return names
}

// packagePath is the path of the package document: the one that the container
// names, else the first that there is.
func (a *archive) packagePath() (string, error) {
	data, readErr := a.read("META-INF/container.xml")
	named := ""
	for x := newXML(data); x.next(); {
		kind := x.attr("media-type") // a book may come as PDF too
		if x.start && x.name == "rootfile" && named == "" && (kind == "" || kind == "application/oebps-package+xml") {
			if name, ok := a.find(x.attr("full-path")); ok {
				named = name
			}
		}
	}
	if named != "" {
		return named, nil
	}
	if found := a.withEnding(".opf"); len(found) > 0 {
		return found[0], nil
	}
	if readErr != nil && !errors.Is(readErr, errMissing) {
		return "", fmt.Errorf("is damaged: its container cannot be read: %w", readErr)
	}
	return "", errors.New("is no EPUB: it is a zip archive without a package document (.opf)")
}
