//go:build unix

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gloss/model"
)

// The program as it is installed, built from main.go: it opens the article, and
// copies to the system's clipboard too where there is one.
func TestTheProgramAsInstalled(t *testing.T) {
	t.Parallel()
	// Read so that a change of it is not answered from go test's cache.
	if _, err := os.ReadFile("../../main.go"); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "gloss"), "gloss").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	copied := filepath.Join(dir, "copied")
	for _, tool := range []string{"xclip", "pbcopy"} {
		script := "#!/bin/sh\nPATH=/bin:/usr/bin cat >'" + copied + "'\n"
		if err := os.WriteFile(filepath.Join(dir, tool), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	cmd := command(t)
	cmd.Path = filepath.Join(dir, "gloss")
	cmd.Env = append(cmd.Env, "PATH="+dir, "DISPLAY=:0")
	r := open(t, cmd, "", 120, 40)
	r.press(".", "the first fact", r.visits(model.KindFact, 0))
	r.Type("y")
	r.AwaitText("terminal (OSC 52) and system clipboard")
	text, err := os.ReadFile(copied)
	if err != nil || !strings.Contains(string(text), r.doc.Notes.Facts[0].Quote) || r.Output().Copied[0] != string(text) {
		t.Errorf("the system's clipboard has %q, the terminal's %q (%v)", text, r.Output().Copied, err)
	}
	r.quit()
}
