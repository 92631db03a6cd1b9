package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes gloss a command of the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gloss": main})
}

// TestScripts runs the command line as its users do, a feature a file.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "ui/cli/testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("TERM", "xterm-256color")
			return nil
		},
	})
}

// house is which parts of gloss a part may import, and what draws on terminals
// is for ui alone. Tests of ui may open documents too.
var (
	house = map[string][]string{
		"":        {"ui", "content", "model"},
		"ui":      {"ui", "model"},
		"content": {"content", "model"},
		"model":   {},
	}
	drawing = regexp.MustCompile(`^(charm\.land|github\.com/charmbracelet)/(bubbletea|bubbles|lipgloss|glamour)(/|$)`)
)

// TestImports holds the house together: what may import what, and that the
// README names every library that is used and no other.
func TestImports(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{} // module: whether it is used
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-zA-Z0-9.-]+\\.[a-z]+/[^`]+)`").FindAllSubmatch(readme, -1) {
		named[string(row[1])] = false
	}
	for _, p := range packages(t) {
		for _, path := range p.Imports {
			if problem := forbidden(p.part(), path, false); problem != "" {
				t.Errorf("%s %s", p.ImportPath, problem)
			}
		}
		for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
			if problem := forbidden(p.part(), path, true); problem != "" {
				t.Errorf("the tests of %s: it %s", p.ImportPath, problem)
			}
		}
		for _, path := range p.Deps {
			if p.part() != "" && p.part() != "ui" && drawing.MatchString(path) {
				t.Errorf("%s depends on %s, if not directly", p.ImportPath, path)
			}
			nameOf(named, path)
		}
		for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if !standard(path) && !own(path) && !nameOf(named, path) {
				t.Errorf("README.md does not say why gloss uses %s", path)
			}
		}
	}
	for module, used := range named {
		if !used {
			t.Errorf("README.md names %s, which gloss does not use", module)
		}
	}
}

// nameOf marks the module of a package as used; false where it is not named.
func nameOf(named map[string]bool, path string) bool {
	for module := range named {
		if path == module || strings.HasPrefix(path, module+"/") {
			named[module] = true
			return true
		}
	}
	return false
}

// forbidden says what is wrong with an import in a part of the house, "" for
// nothing.
func forbidden(part, path string, inTest bool) string {
	switch {
	case standard(path):
	case own(path):
		to, _, _ := strings.Cut(strings.TrimPrefix(path, "gloss/"), "/")
		if !slices.Contains(house[part], to) && !(inTest && (to == part || part == "ui" && to == "content")) {
			return "imports " + path + ", which that part of the house must not know"
		}
	case part == "model":
		return "imports " + path + ", not only the standard library"
	case part != "ui" && drawing.MatchString(path):
		return "imports " + path + ", which is for ui alone"
	}
	return ""
}

func own(path string) bool { return path == "gloss" || strings.HasPrefix(path, "gloss/") }

// standard reports whether a package is of the standard library: no other path
// begins with a word that is no domain.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !own(path) && !strings.Contains(first, ".")
}

// pkg is a package as go list knows it.
type pkg struct {
	ImportPath                               string
	Imports, TestImports, XTestImports, Deps []string
}

// part is the folder of the house that the package lies in, "" for main.
func (p pkg) part() string {
	part, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, "gloss"), "/"), "/")
	return part
}

func packages(t *testing.T) (all []pkg) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports,Deps", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		if _, ok := house[p.part()]; !ok {
			t.Errorf("%s is in none of the four parts", p.ImportPath)
		}
		all = append(all, p)
	}
}

// BenchmarkFind is gloss find on the article, the whole process: most of it is
// what the packages that gloss links do before main, so that nothing may be
// done there for a command that does not need it.
func BenchmarkFind(b *testing.B) {
	for b.Loop() {
		if err := exec.Command("gloss", "find", "net profit").Run(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFindInProcess is what gloss itself adds to that: opening the article
// and its notes, the look-up and its output.
func BenchmarkFindInProcess(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if status := run([]string{"find", "net profit"}, strings.NewReader(""), io.Discard, os.Stderr); status != 0 {
			b.Fatalf("status %d", status)
		}
	}
}
