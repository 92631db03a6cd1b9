package notes

import (
	"errors"
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
)

// parse is the root of the file's syntax tree, nil where there is none.
func (d *decoder) parse(data []byte) ast.Node {
	text, ok := d.decoded(data)
	if !ok {
		return nil
	}
	tokens := lexer.Tokenize(text)
	if tk := tokens.InvalidToken(); tk != nil {
		d.fail(tk.Position.Line, "", "this is no YAML: %s", clean.Line(strings.ReplaceAll(tk.Error, "\t", `\t`)))
		return nil
	}
	if tk, problem := excess(tokens); tk != nil {
		d.fail(tk.Position.Line, "", "%s", problem)
		return nil
	}
	// A key that stands twice spoils one note only; entry reports it.
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at := 0
		text := err.Error()
		var e yaml.Error
		if errors.As(err, &e) {
			text = e.GetMessage()
			if e.GetToken() != nil {
				at = e.GetToken().Position.Line
			}
		}
		d.fail(at, "", "this is no YAML: %s", clean.Line(text))
		return nil
	}
	if len(file.Docs) == 0 {
		return nil
	}
	return file.Docs[0].Body
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
		return tokens[maxTokens], "the notes file has too many parts: none of its notes is shown"
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
					return tk, "a notes file has no mapping with so many keys"
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
