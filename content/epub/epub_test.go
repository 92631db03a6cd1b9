package epub

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each book of testdata is the Markdown beside it, with what it says of itself
// and what could not be read as a comment on top.
func TestBooks(t *testing.T) {
	books, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(books) == 0 {
		t.Fatal("no books", err)
	}
	for _, name := range books {
		t.Run(filepath.Base(name), func(t *testing.T) {
			source, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			b := open(t, packed(t, source.Files...))
			body := text(t, b)
			var got strings.Builder
			fmt.Fprintf(&got, "<!--\ntitle: %q\nbyline: %q\ndate: %q\nsite: %q\n", b.Title, b.Byline, b.Date, b.Site)
			for _, problem := range b.Problems() {
				fmt.Fprintln(&got, "problem:", problem)
			}
			got.WriteString("-->\n\n" + body)
			compare(t, strings.TrimSuffix(name, ".txtar")+".md", got.String())
		})
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update, then read the difference):\n%s", golden, got)
	}
}
