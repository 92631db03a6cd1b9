package code

import (
	"strings"
	"testing"

	"gloss/content/clean"
	"gloss/content/markdown"
	"gloss/model"
)

func TestLanguage(t *testing.T) {
	for path, want := range map[string]string{
		"main.go": "go", "a/b/C.PY": "python", "x.tar.json": "json", "Makefile": "make", "dir.go/README": "", "Dockerfile": "docker",
		".gitignore": "text", "CMakeLists.txt": "cmake", "notes": "", "story.md": "",
	} {
		if got, ok := Language(path); got != want || ok != (want != "") {
			t.Errorf("%s is in %q, want %q", path, got, want)
		}
	}
}

func TestInterpreted(t *testing.T) {
	for text, want := range map[string]string{
		"#!/bin/sh\n": "bash", "#!/usr/bin/env python3\nx": "python", "#!/usr/bin/env -S node --x": "javascript", "#!/opt/odd": "text", "#!": "text", "# Title": "",
	} {
		if got, ok := Interpreted(text); got != want || ok != (want != "") {
			t.Errorf("%q is in %q, want %q", text, got, want)
		}
	}
}

// Code that looks like the end of code is shown wherever a long one is cut.
func TestLongCode(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("~~~\n", 5000), strings.Repeat("```\nx\n", 3000), strings.Repeat(fence+"\n", 1000),
		strings.Repeat("x\n", 5000) + "~~~\n", strings.Repeat("x\n", 5000) + "```",
	} {
		checkShown(t, text, Markdown(text, "go"))
		checkShown(t, text, strings.TrimSuffix(Markdown(text, "go"), fence+"\n")) // as the beginning of more
	}
}

// FuzzMarkdown: code is one block of code in its language, in which no line of
// the code is missing or anything but code.
func FuzzMarkdown(f *testing.F) {
	f.Add("func main() {\n\tprintln(\"~~~\")\n}\n")
	f.Add("a\n" + fence + "\nb\n  " + fence + "~~\n# c")
	f.Add(strings.Repeat("x\n~~~\n", 2000))
	f.Fuzz(func(t *testing.T, text string) {
		text = clean.Body(text)
		checkShown(t, text, Markdown(text, "go"))
	})
}

// checkShown holds that Markdown shows the code, as code.
func checkShown(t *testing.T, text, md string) {
	t.Helper()
	blocks, sections := markdown.Scan(md)
	if len(sections) > 0 {
		t.Fatalf("%.200q has headings", text)
	}
	var shown strings.Builder
	for part := range markdown.Shown(md, blocks, model.Span{End: len(md)}) {
		if part.Kind != model.Code {
			t.Fatalf("%.200q shows %q, which is no code", text, part.Text)
		}
		shown.WriteString(part.Text)
	}
	if got, want := strings.Join(strings.Fields(shown.String()), ""), strings.Join(strings.Fields(text), ""); got != want {
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		t.Fatalf("of %d bytes %d are shown; they differ at %d: %.60q, want %.60q", len(want), len(got), at, got[at:], want[at:])
	}
}
