package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gloss/ui/golden"
)

// Every format is printed as it was, files that are malformed on purpose too,
// and whatever is said of them.
func TestCorpus(t *testing.T) {
	t.Chdir(filepath.Join("testdata", "corpus"))
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, file := range files {
		if strings.HasSuffix(file.Name(), ".golden") {
			continue
		}
		seen++
		t.Run(file.Name(), func(t *testing.T) {
			p, out, errw := world()
			p.Open = openSource
			status := Run(context.Background(), p, []string{"print", "--width", "60", file.Name()})
			got := out.String()
			if status != statusDone || errw.Len() > 0 {
				got += fmt.Sprintf("-- status %d --\n%s", status, errw)
			}
			golden.Equal(t, file.Name()+".golden", got)
		})
	}
	if seen < 20 {
		t.Errorf("%d files", seen)
	}
}
