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
	// MaxSize is the largest notes file that is read, in bytes. The notes of a
	// long article are some 30 kB, and a quarter of a megabyte is parsed in a
	// quarter of a second.
	MaxSize = 256 << 10
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
// the name that errors give it. A note with an error in it, be it one of YAML, is
// left out and the others stand; each error is a *Problem.
//
// The figures of a group, and the questions of a theme, stand together,
// whatever their order in the file.
func Decode(data []byte, file, text string, blocks []model.Block) (model.Notes, []error) {
	d := &decoder{file: clean.Line(file), lists: map[string][]ast.Node{}}
	d.read(data)
	var notes model.Notes
	if len(d.lists) > 0 {
		notes = d.notes(d.lists, text, blocks)
	}
	return notes, d.errors()
}

// decoder is one run over a notes file.
type decoder struct {
	file     string
	lists    map[string][]ast.Node // by key; nil for a note that is no YAML, which keeps its number
	text     *folded
	problems []*Problem

	keys   []string // those of the top that were met
	count  int      // notes that were met
	cutOff int      // the line of the first that is one too many
}

// kinds are the keys at the top of the file, with the word for one entry.
var kinds = map[string]string{"facts": "fact", "figures": "figure", "questions": "question", "names": "name"}

// read finds the notes of the file, list by list.
func (d *decoder) read(data []byte) {
	text, ok := d.decoded(data)
	if !ok {
		return
	}
	for _, s := range d.sections(text) {
		switch {
		case s.whole:
			d.whole(s, text)
		case s.key != "":
			d.items(s, text)
		}
	}
	if extra := d.count - maxNotes; extra > 0 {
		d.fail(d.cutOff, "", "a notes file has at most %d notes: from here on %d are left out", maxNotes, extra)
	}
}

// key reports a key that stands twice. The notes below it are read all the same:
// they are right, and whoever put two files together finds all of them.
func (d *decoder) key(key string, line int) {
	if slices.Contains(d.keys, key) {
		d.fail(line, "", "the key %s stands twice: join the two lists", key)
		return
	}
	d.keys = append(d.keys, key)
}

// room counts a note in that starts on the line. It reports false where the file
// has had its share, from the first note beyond which all others are left out.
func (d *decoder) room(line int) bool {
	if d.count++; d.count == maxNotes+1 {
		d.cutOff = line
	}
	return d.count <= maxNotes
}

func (d *decoder) unknown(line int, key string) {
	d.fail(line, "", "unknown key %q (the keys are facts, figures, questions and names)", key)
}

// items reads a list note by note.
func (d *decoder) items(s *section, text string) {
	d.key(s.key, s.line)
	for _, p := range s.items(text) {
		if d.room(p.line) {
			d.lists[s.key] = append(d.lists[s.key], d.item(kinds[s.key], len(d.lists[s.key])+1, p))
		}
	}
}

// item is one note, the nth of its kind; nil where it is no YAML.
func (d *decoder) item(kind string, n int, p piece) ast.Node {
	name := label(kind, n, p.value)
	if !p.dashed() {
		d.fail(p.line, name, "a note begins with a dash and a space, and its keys stand below each other")
		return nil
	}
	root, wrong := p.parse()
	if wrong != nil {
		d.fail(wrong.line, name, "%s", wrong.text)
		return nil
	}
	seq, ok := root.(*ast.SequenceNode)
	if !ok || len(seq.Values) != 1 {
		d.fail(p.line, name, "this is more than one note: give the dashes of a list the same indentation")
		return nil
	}
	return seq.Values[0]
}

// whole reads a part of the file that cannot be cut.
func (d *decoder) whole(s *section, text string) {
	root, wrong := piece{s.line, text[s.start:s.end]}.parse()
	if wrong != nil {
		d.fail(wrong.line, s.key, "%s", wrong.text)
		return
	}
	top, ok := root.(ast.MapNode)
	if !ok {
		d.fail(s.line, "", "a notes file is a mapping with the keys facts, figures, questions and names")
		return
	}
	for it := top.MapRange(); it.Next(); {
		key := keyText(it.Key())
		if kinds[key] == "" {
			d.unknown(line(it.Key()), key)
			continue
		}
		d.key(key, line(it.Key()))
		list, ok := it.Value().(*ast.SequenceNode)
		if !ok && !isNull(it.Value()) {
			d.fail(line(it.Key()), "", "%s must be a list, not %s", key, typeWord(it.Value()))
		}
		if !ok {
			continue
		}
		for _, node := range list.Values {
			if d.room(line(node)) {
				d.lists[key] = append(d.lists[key], node)
			}
		}
	}
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
		if node == nil {
			continue
		}
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
