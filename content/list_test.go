package content

import (
	"errors"
	"fmt"
	"gloss/model"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fill puts files into a fresh directory and gives its path; names that end in
// a slash are directories.
func fill(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if strings.HasSuffix(name, "/") {
			err = os.MkdirAll(path, 0o755)
		} else if err == nil {
			err = os.WriteFile(path, []byte("# Text\n"), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// shown is a list as one reads it.
func shown(entries []model.Entry) string {
	var names []string
	for _, e := range entries {
		if e.Dir {
			e.Name += "/"
		}
		names = append(names, e.Name)
	}
	return strings.Join(names, " ")
}

func TestListDirectory(t *testing.T) {
	for name, tt := range map[string]struct {
		files []string
		want  string
	}{
		"what gloss reads": {[]string{"a.md", "b.TXT", "c.html", "d.epub", "e.csv", "f.go", "Makefile", "g.md.gz", "photo.jpg", "a.out", "h.pdf", "i.gz"},
			"a.md b.TXT c.html d.epub e.csv f.go g.md.gz Makefile"},
		"capitals":               {[]string{"README", "LICENSE", "NEWS_OLD", "A", "Data", "core"}, "LICENSE NEWS_OLD README"},
		"as one counts":          {[]string{"chapter10.md", "chapter2.md", "Chapter1.md", "chapter 3.md"}, "chapter 3.md Chapter1.md chapter2.md chapter10.md"},
		"numbers alone":          {[]string{"010.md", "9.md", "9b.md", "99999999999999999999.md", "x.md"}, "9.md 9b.md 010.md 99999999999999999999.md x.md"},
		"directories last":       {[]string{"z.md", "part10/", "part9/", "b.md"}, "b.md z.md part9/ part10/"},
		"hidden files":           {[]string{".git/", ".hidden.md", "a.md", ".profile"}, "a.md"},
		"notes of a text":        {[]string{"story.md", "story.notes.yaml", "notes.yaml"}, "notes.yaml story.md"},
		"directories alone":      {[]string{"one/"}, "one/"},
		"names that are no text": {[]string{"a\x1b[31m\nb.md"}, "a b.md"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := fill(t, tt.files...)
			entries, err := list([]string{dir})
			if err != nil || shown(entries) != tt.want {
				t.Fatalf("%q, %v; want %q", shown(entries), err, tt.want)
			}
			for _, e := range entries {
				if info, err := os.Stat(e.Source); err != nil || info.IsDir() != e.Dir {
					t.Errorf("%q is no path of %q: %v", e.Source, e.Name, err)
				}
			}
		})
	}
}

// Links are what they lead to.
func TestListLinks(t *testing.T) {
	dir := fill(t, "a.md", "part/b.md")
	for link, to := range map[string]string{"link.md": "a.md", "more": "part", "gone.md": "nothing", "self.md": "self.md"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	entries, err := list([]string{dir})
	if want := "a.md link.md more/ part/"; err != nil || shown(entries) != want {
		t.Errorf("%q, %v; want %q", shown(entries), err, want)
	}
}

// Several sources are listed as they were named.
func TestListSources(t *testing.T) {
	dir := fill(t, "b.md", "a.bin", "part/c.md")
	at := func(name string) string { return filepath.Join(dir, name) }
	sources := []string{at("part"), at("b.md"), "https://example.org/", at("a.bin")}
	entries, err := list(sources)
	if err != nil || len(entries) != len(sources) {
		t.Fatalf("%v, %v", entries, err)
	}
	for i, e := range entries {
		if want := (model.Entry{Source: sources[i], Name: sources[i], Dir: i == 0}); e != want {
			t.Errorf("entry %d is %v, want %v", i, e, want)
		}
	}
	if one, err := list([]string{at("b.md")}); err != nil || len(one) != 1 || one[0].Dir {
		t.Errorf("one file is %v, %v", one, err)
	}
}

func TestListRefuses(t *testing.T) {
	dir := fill(t, "empty/", "other/photo.jpg", "a.md")
	gone := filepath.Join(dir, "gone\x1b[2J\n")
	for _, tt := range []struct {
		sources []string
		want    string
	}{
		{[]string{gone}, "no such file: "},
		{[]string{filepath.Join(dir, "a.md"), gone}, "no such file: "},
		{[]string{filepath.Join(dir, "empty")}, "holds nothing to read: gloss opens Markdown, "},
		{[]string{filepath.Join(dir, "other")}, "holds nothing to read: "},
		{[]string{filepath.Join(dir, "a.md"), "-"}, "standard input has no name"},
	} {
		entries, err := list(tt.sources)
		if err == nil {
			t.Errorf("%q gives %v", tt.sources, entries)
			continue
		}
		if text := err.Error(); !strings.Contains(text, tt.want) || strings.ContainsAny(text, "\n\x1b") {
			t.Errorf("%q: error %q, want one line with %q", tt.sources, text, tt.want)
		}
	}
	if _, err := list([]string{gone}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file gives %v, which is not fs.ErrNotExist", err)
	}
	if os.Getuid() != 0 { // root may read everything
		closed := filepath.Join(dir, "empty")
		if err := os.Chmod(closed, 0); err != nil {
			t.Fatal(err)
		}
		if _, err := list([]string{closed}); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("a directory without permission gives %v", err)
		}
	}
}

// A directory is opened as soon as its names are read and sorted.
func BenchmarkListDirectory(b *testing.B) {
	names := make([]string, 10_000)
	for i := range names {
		names[i] = fmt.Sprintf("chapter%d.md", i)
	}
	dir := fill(b, names...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := list([]string{dir}); err != nil {
			b.Fatal(err)
		}
	}
}
