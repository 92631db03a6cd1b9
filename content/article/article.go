// Package article holds the article that gloss opens without an argument: its
// Markdown and the curated notes to it, in the format that any author can use.
// It knows nothing of how either is read.
package article

import _ "embed"

// Markdown is the article.
//
//go:embed article.md
var Markdown string

// Notes is its notes file.
//
//go:embed article.notes.yaml
var Notes []byte

// NotesName is the name of the notes file in errors.
const NotesName = "article.notes.yaml"
