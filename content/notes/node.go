package notes

import (
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"gloss/content/clean"
)

// line is the line of the file that the node starts on.
func line(node ast.Node) int {
	if node == nil {
		return 0
	}
	// The token of a mapping is the colon behind its first key; the key may
	// stand on an earlier line.
	if m, ok := node.(ast.MapNode); ok {
		if it := m.MapRange(); it.Next() {
			node = it.Key()
		}
	}
	if tk := node.GetToken(); tk != nil && tk.Position != nil {
		return tk.Position.Line
	}
	return 0
}

// keyText is a key as messages show it.
func keyText(key ast.MapKeyNode) string {
	if tk := key.GetToken(); tk != nil {
		return shorten(clean.Line(tk.Value), 40)
	}
	return ""
}

// valueOf is the value at a key of the mapping, nil where there is none.
func valueOf(m ast.MapNode, key string) ast.Node {
	for it := m.MapRange(); it.Next(); {
		if keyText(it.Key()) == key {
			return it.Value()
		}
	}
	return nil
}

func isNull(node ast.Node) bool {
	_, null := node.(*ast.NullNode)
	return node == nil || null
}

// text is the text of a node that is written as text.
func text(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		if n.Value == nil {
			return "", true
		}
		return n.Value.Value, true
	}
	return "", false
}

// quoted reports whether a node is text whatever it spells, by its quotation
// marks or by the | or > before it.
func quoted(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Token.Type == token.SingleQuoteType || n.Token.Type == token.DoubleQuoteType
	case *ast.LiteralNode:
		return true
	}
	return false
}

// scalar is a text, a number, or true or false as it is written.
func scalar(node ast.Node) (string, bool) {
	switch n := node.(type) {
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return text(node)
}

// typeWord names what a node is, for people.
func typeWord(node ast.Node) string {
	switch node.(type) {
	case *ast.SequenceNode:
		return "a list"
	case ast.MapNode:
		return "a mapping"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return "a number"
	case *ast.BoolNode:
		return "true or false"
	case *ast.StringNode, *ast.LiteralNode:
		return "text"
	case nil, *ast.NullNode:
		return "nothing"
	}
	return "something else"
}

// shorten cuts s after so many runes.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
}
