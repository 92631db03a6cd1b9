package lookup_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/content/article"
	"gloss/content/lookup"
	"gloss/content/markdown"
	"gloss/content/notes"
	"gloss/model"
)

// open is a document from Markdown and a notes file, as the reader has it.
func open(t testing.TB, text string, notesFile []byte) *model.Document {
	t.Helper()
	doc := &model.Document{Text: text}
	doc.Blocks, doc.Sections = markdown.Scan(text)
	if notesFile != nil {
		var problems []error
		doc.Notes, problems = notes.Decode(notesFile, article.NotesName, text, doc.Blocks)
		if len(problems) > 0 {
			t.Fatal(problems[0])
		}
	}
	return doc
}

func build(t testing.TB, doc *model.Document) *lookup.Index {
	t.Helper()
	index, err := lookup.Build(context.Background(), doc, leavesOf(doc))
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func leavesOf(doc *model.Document) func(model.Block) []model.Leaf {
	return func(b model.Block) []model.Leaf { return markdown.Leaves(doc.Text, b) }
}

// expectation is a line of testdata/lookups*.txt.
type expectation struct {
	query string
	kinds []string
	words string
}

func expectations(t *testing.T, path string) []expectation {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []expectation
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "|")
		if len(fields) != 3 {
			t.Fatalf("%s:%d: not query | kinds | words: %q", path, i+1, line)
		}
		all = append(all, expectation{strings.TrimSpace(fields[0]), strings.Fields(fields[1]), strings.TrimSpace(fields[2])})
	}
	return all
}

func (e expectation) met(hits []model.Hit) bool {
	return len(hits) > 0 && slices.Contains(e.kinds, hits[0].Kind.String()) &&
		(strings.Contains(strings.ToLower(hits[0].Text), strings.ToLower(e.words)) || strings.Contains(strings.ToLower(hits[0].Quote), strings.ToLower(e.words)))
}

// Nine look-ups in ten are answered by the first result.
func TestArticleAnswers(t *testing.T) {
	index := build(t, open(t, article.Markdown, article.Notes))
	paths, err := filepath.Glob("testdata/lookups*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no look-ups to try", err)
	}
	for _, path := range paths {
		all := expectations(t, path)
		met := 0
		for _, e := range all {
			hits := index.Look(context.Background(), e.query, 3)
			if e.met(hits) {
				met++
				continue
			}
			t.Logf("missed %q: want %v with %q, got", e.query, e.kinds, e.words)
			for _, h := range hits {
				t.Logf("    %-8s %.2f %s", h.Kind, h.Score, h.Text)
			}
		}
		t.Logf("%s: %d of %d answered first", path, met, len(all))
		if 10*met < 9*len(all) {
			t.Errorf("%s: %d of %d answered first, want nine in ten", path, met, len(all))
		}
	}
}
