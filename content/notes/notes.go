// Package notes reads notes files: the YAML beside a text in which its author
// keeps facts, figures, questions and names. It owns the format, its errors and
// the way from a quote to the Span of the passage that it quotes.
//
// A notes file is as untrusted as the document it belongs to. The package knows
// nothing of where files lie, and leaves Markdown to content/markdown.
package notes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"gloss/content/clean"
	"gloss/model"
)

const (
	// maxSize of a notes file, in bytes. The notes of a long article are some
	// 30 kB, and a quarter of a megabyte is parsed in a quarter of a second.
	maxSize = 256 << 10
	// maxNotes bounds the searches through the text, one for each quote.
	maxNotes = 2000
	// maxProblems is how many errors anybody reads.
	maxProblems = 100
)

// Problem is an error in one place of a notes file.
type Problem struct {
	File string
	Line int    // 1 for the first; 0 where it concerns the whole file
	Note string // which note, such as `fact "OpenAI says …"`; empty outside a note
	Text string // what is wrong, and what to do about it
}

// Error is the problem as "file:line: note: what is wrong".
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	b.WriteString(": ")
	if p.Note != "" {
		b.WriteString(p.Note + ": ")
	}
	return b.String() + p.Text
}

// Decode reads a notes file for a document's text, which blocks cover. file is
// the name that errors give it. A note with an error in it is left out and the
// others stand; each error is a *Problem. A file that is no YAML holds no notes.
//
// The figures of a group, and the questions of a theme, stand together,
// whatever their order in the file.
func Decode(data []byte, file, text string, blocks []model.Block) (model.Notes, []error) {
	d := &decoder{file: clean.Line(file)}
	lists := d.lists(data)
	var notes model.Notes
	if len(lists) > 0 {
		notes = d.notes(lists, text, blocks)
	}
	return notes, d.errors()
}

// decoder is one run over a notes file.
type decoder struct {
	file     string
	text     *folded
	problems []*Problem
}

// kinds are the keys at the top of the file, with the word for one entry.
var kinds = map[string]string{"facts": "fact", "figures": "figure", "questions": "question", "names": "name"}

// lists are the entries under each key at the top.
func (d *decoder) lists(data []byte) map[string][]ast.Node {
	root := d.parse(data)
	if root == nil {
		return nil
	}
	top, ok := root.(ast.MapNode)
	if !ok {
		d.fail(line(root), "", "a notes file is a mapping with the keys facts, figures, questions and names")
		return nil
	}
	lists := map[string][]ast.Node{}
	count := 0
	for it := top.MapRange(); it.Next(); {
		key := keyText(it.Key())
		entries, ok := it.Value().(*ast.SequenceNode)
		switch {
		case kinds[key] == "":
			d.fail(line(it.Key()), "", "unknown key %q (the keys are facts, figures, questions and names)", key)
			continue
		case lists[key] != nil:
			d.fail(line(it.Key()), "", "the key %s stands twice: join the two lists", key)
			continue
		case isNull(it.Value()):
			continue
		case !ok:
			d.fail(line(it.Key()), "", "%s must be a list, not %s", key, typeWord(it.Value()))
			continue
		}
		lists[key] = entries.Values
		if count += len(entries.Values); count > maxNotes {
			d.fail(line(it.Key()), "", "more than %d notes: those after are left out", maxNotes)
			lists[key] = entries.Values[:len(entries.Values)-(count-maxNotes)]
			break
		}
	}
	return lists
}

// notes reads the entries. Names come first: the text is read once, and their
// mentions are found on the way.
func (d *decoder) notes(lists map[string][]ast.Node, text string, blocks []model.Block) model.Notes {
	names := each(d, lists["names"], "name", (*decoder).name)
	finder := newFinder()
	for i, n := range names {
		n.spell(finder, names, i)
	}
	d.text = readText(text, blocks, finder)

	return model.Notes{
		Names:     d.mentioned(names, d.text.mentions),
		Facts:     each(d, lists["facts"], "fact", (*decoder).fact),
		Figures:   together(each(d, lists["figures"], "figure", (*decoder).figure), func(f model.Figure) string { return f.Group }),
		Questions: together(each(d, lists["questions"], "question", (*decoder).question), func(q model.Question) string { return q.Theme }),
	}
}

// each reads the entries of one kind and keeps those without an error.
func each[T any](d *decoder, nodes []ast.Node, kind string, read func(*decoder, *entry) T) []T {
	var all []T
	for i, node := range nodes {
		e := d.entry(kind, i+1, node)
		if e == nil {
			continue
		}
		if note := read(d, e); !e.note.bad {
			all = append(all, note)
		}
	}
	return all
}

// together moves notes with the same key behind the first that has it.
func together[T any](all []T, key func(T) string) []T {
	first := map[string]int{}
	for _, n := range all {
		if _, ok := first[key(n)]; !ok {
			first[key(n)] = len(first)
		}
	}
	slices.SortStableFunc(all, func(a, b T) int { return cmp.Compare(first[key(a)], first[key(b)]) })
	return all
}

func (d *decoder) fail(line int, note, format string, args ...any) {
	d.problems = append(d.problems, &Problem{File: d.file, Line: line, Note: note, Text: fmt.Sprintf(format, args...)})
}

// errors are the problems in the order of the file.
func (d *decoder) errors() []error {
	slices.SortStableFunc(d.problems, func(a, b *Problem) int { return cmp.Compare(a.Line, b.Line) })
	if extra := len(d.problems) - maxProblems; extra > 0 {
		d.problems = d.problems[:maxProblems]
		d.fail(0, "", "and %d more errors", extra)
	}
	var errs []error
	for _, p := range d.problems {
		errs = append(errs, p)
	}
	return errs
}
