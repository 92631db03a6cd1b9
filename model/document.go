// Package model holds what gloss knows about a text: the document, its
// sections and blocks, its notes, and where a reader is in it. It owns pure
// values and the rules between them. It knows nothing of files, Markdown
// parsers or terminals, and imports the standard library only.
package model

import (
	"path"
	"sort"
	"strings"
)

// Document is one text to read. Text is clean Markdown: it holds no control
// character but newline, and every Span points into it.
type Document struct {
	Title  string
	Byline string
	Date   string
	Site   string
	Source string // what was opened, as the reader would write it: a path, a URL; empty for the embedded article

	Text     string
	About    Span      // the line under the title that says what Byline, Date and Site say; empty where Text has none
	Blocks   []Block   // cover Text without a gap, in order
	Sections []Section // in reading order
	Notes    Notes
}

// NotesFile is the path of the file that brings notes to the document:
// story.notes.yaml for story.md and for story.md.gz. It is "" where there can be
// none: nothing stands beside standard input or a page of the web.
func (d *Document) NotesFile() string {
	if d.Source == "" || d.Source == "-" || strings.Contains(d.Source, "://") {
		return ""
	}
	file := strings.TrimSuffix(d.Source, ".gz")
	return strings.TrimSuffix(file, path.Ext(file)) + ".notes.yaml"
}

// Section is a heading with the text up to the next heading of any level. Text
// before the first heading belongs to no section.
type Section struct {
	Title   string // the heading as shown, without a trailing colon
	Level   int    // 1 to 6
	Parent  int    // index of the section it stands under, -1 for none
	Span    Span   // heading and body
	Heading Span   // the heading alone, its mark-up included
}

// Block is a top-level piece of the Markdown text, parsed and rendered by
// itself. No block is longer than a few kilobytes, whatever the text.
type Block struct {
	Span
	// Fence is set on the second and later pieces of a fenced code block that
	// was too long for one Block: the piece is code in this language, or in
	// none that is known where it is "text".
	Fence string
	// Closed is set where such a piece ends with the line that closes the code.
	Closed bool
}

// SectionAt is the index of the section that holds the byte at offset at, or
// -1 before the first heading.
func (d *Document) SectionAt(at int) int {
	return sort.Search(len(d.Sections), func(i int) bool { return d.Sections[i].Span.Start > at }) - 1
}

// BlockAt is the index of the block that holds the byte at offset at, clamped
// to the blocks there are; -1 in an empty document.
func (d *Document) BlockAt(at int) int {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Start > at }) - 1
	return max(i, min(0, len(d.Blocks)-1))
}

// ShortTitle is a title as a list shows it: what stands before its colon,
// where that says enough to be told from others.
func ShortTitle(title string) string {
	if before, after, ok := strings.Cut(title, ":"); ok && len(before) > 3 && strings.HasPrefix(after, " ") {
		return strings.TrimSpace(before) // French has a space before its colon
	}
	return title
}
