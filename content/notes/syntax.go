package notes

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"gloss/content/clean"
)

// The parser's cost and memory are quadratic, or worse, in the depth of nesting
// and in the number of keys of one mapping, of anchors and of documents (50,000
// keys or 100,000 open braces: minutes, gigabytes), while its lexer is linear. So
// the tokens are checked before they are parsed. The format needs a depth of six
// (file, list, note, sides, side, key) and twenty keys.
const (
	maxDepth  = 12
	maxKeys   = 64
	maxTokens = 100_000 // what maxNotes notes of twenty keys take
	maxQuotes = 40_000  // quotation marks of one piece: in them the lexer is quadratic (a second)
)

// fault is what keeps a piece of the file from being parsed.
type fault struct {
	line int
	text string
}

// parse is the root of a piece's syntax tree, nil where there is none. Its lines
// count from the start of the file.
func (p piece) parse() (ast.Node, *fault) {
	if strings.Count(p.text, `"`)+strings.Count(p.text, "'") > maxQuotes {
		return nil, &fault{p.line, fmt.Sprintf("more than %d quotation marks in one place", maxQuotes)}
	}
	tokens := lexer.Tokenize(p.text)
	for _, tk := range tokens {
		tk.Position.Line += p.line - 1
	}
	if tk := tokens.InvalidToken(); tk != nil {
		return nil, noYAML(tk.Position.Line, tk.Error)
	}
	if tk, problem := excess(tokens); tk != nil {
		return nil, &fault{tk.Position.Line, problem}
	}
	// A key that stands twice spoils one note only; entry reports it.
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at, text := p.line, err.Error()
		var e yaml.Error
		if errors.As(err, &e) {
			text = e.GetMessage()
			if e.GetToken() != nil {
				at = e.GetToken().Position.Line
			}
		}
		return nil, noYAML(at, text)
	}
	if len(file.Docs) == 0 {
		return nil, nil
	}
	return file.Docs[0].Body, nil
}

// remedies are what to do about the parser's complaints, by words that stand in
// them; where none does, its last.
var remedies = []struct{ words, remedy string }{
	{"tab character", "indent with spaces"},
	{`character '\t'`, "indent with spaces"},
	{"escape character", `within "…" a backslash begins an escape: write \\, or put the text in '…'`},
	{"']'", "close the bracket; text that begins with [ or { stands in quotation marks"},
	{"'}'", "close the bracket; text that begins with [ or { stands in quotation marks"},
	{"flow", "close the bracket; text that begins with [ or { stands in quotation marks"},
	{"key name", "a space stands behind the dash and behind each colon"},
	{"non-map", "all keys of a note are indented alike, and folded text further than its key"},
	{"", "put the whole value in quotation marks, or >- behind its key and the text on the next line, further in; all keys of a note are indented alike"},
}

// noYAML is a complaint of the parser with what to do about it.
func noYAML(line int, complaint string) *fault {
	complaint = clean.Line(strings.ReplaceAll(complaint, "\t", `\t`))
	for _, r := range remedies {
		if strings.Contains(complaint, r.words) {
			return &fault{line, fmt.Sprintf("this is no YAML: %s (%s)", complaint, r.remedy)}
		}
	}
	return &fault{line, complaint} // the last remedy is found in any case
}

// frame is a collection that the tokens have opened.
type frame struct {
	column int // where its entries stand, for one told by indentation
	flow   bool
	keys   int
}

// excess is the first token that goes beyond what a notes file needs, and what
// is wrong there; nil where there is none.
func excess(tokens token.Tokens) (*token.Token, string) {
	if len(tokens) > maxTokens {
		return tokens[maxTokens], "this has more parts than any notes file needs"
	}
	var open []frame
	enter := func(column int) {
		for len(open) > 0 && !open[len(open)-1].flow && open[len(open)-1].column > column {
			open = open[:len(open)-1]
		}
		if len(open) == 0 || !open[len(open)-1].flow && open[len(open)-1].column < column {
			open = append(open, frame{column: column})
		}
	}
	for _, tk := range tokens {
		switch tk.Type {
		case token.AnchorType, token.AliasType, token.TagType, token.DirectiveType, token.MappingKeyType, token.MergeKeyType:
			return tk, "a notes file has no anchors, aliases, tags, directives or complex keys: write the value out, and put text that begins with &, *, !, % or ? in quotation marks"
		case token.DocumentHeaderType, token.DocumentEndType:
			before, after := contentBefore(tk), tk.Next != nil
			if before && after {
				return tk, "a notes file is one YAML document: join its parts"
			}
		case token.SequenceStartType, token.MappingStartType:
			open = append(open, frame{flow: true})
		case token.SequenceEndType, token.MappingEndType:
			for len(open) > 0 && !open[len(open)-1].flow {
				open = open[:len(open)-1]
			}
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case token.SequenceEntryType:
			enter(tk.Position.Column)
		case token.MappingValueType:
			if tk.Prev != nil {
				enter(tk.Prev.Position.Column)
			}
			if len(open) > 0 {
				if open[len(open)-1].keys++; open[len(open)-1].keys > maxKeys {
					return tk, fmt.Sprintf("no mapping has more than %d keys: leave out those that the README does not list", maxKeys)
				}
			}
		}
		if len(open) > maxDepth {
			return tk, "a notes file is not nested so deeply"
		}
	}
	return nil, ""
}

// contentBefore reports whether anything but comments stands before the token.
func contentBefore(tk *token.Token) bool {
	for tk = tk.Prev; tk != nil && tk.Type == token.CommentType; tk = tk.Prev {
	}
	return tk != nil
}
