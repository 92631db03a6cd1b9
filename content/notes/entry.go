package notes

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"gloss/content/clean"
	"gloss/model"
)

// entry is one mapping of the file: a note, or a part of one. Its methods read
// the values and report what is wrong with them; a note with anything wrong is
// bad as a whole.
type entry struct {
	*note
	line   int
	in     string // " in change", for messages about a part of the note; else empty
	fields map[string]field
}

// note is what the parts of one note share.
type note struct {
	d     *decoder
	label string // for messages: `fact "OpenAI says …"`
	bad   bool
}

type field struct {
	line  int // of the key: a value folded over lines has no line of its own
	value ast.Node
}

// keys are the keys that each mapping may have, in the order that messages and
// the README list them.
var keys = map[string][]string{
	"fact":     {"text", "source", "standing", "quote", "nth", "rank"},
	"figure":   {"measure", "group", "value", "high", "unit", "bound", "change", "period", "expected", "worked_out", "check", "quote", "nth"},
	"change":   {"value", "unit", "direction", "basis", "from", "to"},
	"check":    {"source", "text", "agrees"},
	"question": {"text", "theme", "by", "quote", "nth", "sides"},
	"side":     {"quote", "nth"},
	"name":     {"name", "type", "aliases", "is", "quote", "nth"},
}

// labelKeys hold the words that a note is known by, the first that it has.
var labelKeys = []string{"text", "measure", "name", "quote"}

// entry reads one item of a list as a note, the nth of its kind; nil where it
// is no mapping.
func (d *decoder) entry(kind string, n int, node ast.Node) *entry {
	owner := &note{d: d, label: fmt.Sprintf("%s %d", kind, n)}
	m, ok := node.(ast.MapNode)
	if !ok {
		d.fail(line(node), owner.label, "a %s is a mapping with the keys %s, not %s", kind, strings.Join(keys[kind], ", "), typeWord(node))
		return nil
	}
	owner.label = label(kind, n, func(key string) (string, bool) { return scalar(valueOf(m, key)) })
	return owner.entry(kind, m, line(node))
}

// label is what messages call a note: its words, or else its number.
func label(kind string, n int, value func(key string) (string, bool)) string {
	for _, key := range labelKeys {
		if s, ok := value(key); ok && slices.Contains(keys[kind], key) && clean.Line(s) != "" {
			return fmt.Sprintf("%s %q", kind, shorten(clean.Line(s), 48))
		}
	}
	return fmt.Sprintf("%s %d", kind, n)
}

// entry reads a mapping that is the note or part of it.
func (n *note) entry(what string, m ast.MapNode, at int) *entry {
	e := &entry{note: n, line: at, fields: map[string]field{}}
	for it := m.MapRange(); it.Next(); {
		key := keyText(it.Key())
		_, twice := e.fields[key]
		switch {
		case !slices.Contains(keys[what], key):
			e.fail(line(it.Key()), "unknown key %q (a %s has %s)", key, what, strings.Join(keys[what], ", "))
		case twice:
			e.fail(line(it.Key()), "the key %s stands twice", key)
		default:
			e.fields[key] = field{line(it.Key()), it.Value()}
		}
	}
	return e
}

// part is entry for a mapping within the note.
func (n *note) part(what string, m ast.MapNode, at int) *entry {
	e := n.entry(what, m, at)
	e.in = " in " + what
	return e
}

func (n *note) fail(line int, format string, args ...any) {
	n.bad = true
	n.d.fail(line, n.label, format, args...)
}

// has reports whether the key is there with a value.
func (e *entry) has(key string) bool {
	f, ok := e.fields[key]
	return ok && !isNull(f.value)
}

// must reports a missing key.
func (e *entry) must(key string) {
	if !e.has(key) {
		e.fail(e.line, "%s is missing%s", key, e.in)
	}
}

// str is the text at key, clean and on one line; "" where there is none.
func (e *entry) str(key string) string {
	if !e.has(key) {
		return ""
	}
	f := e.fields[key]
	return e.cleaned(key, f.line, f.value)
}

func (e *entry) cleaned(key string, at int, value ast.Node) string {
	s, ok := text(value)
	if !ok {
		remedy := ""
		if raw, ok := scalar(value); ok {
			remedy = fmt.Sprintf(" (write it in quotation marks: %q)", clean.Line(raw))
		}
		e.fail(at, "%s must be text, not %s%s", key, typeWord(value), remedy)
		return ""
	}
	s = strings.TrimSpace(clean.Line(s))
	if s == "" {
		e.fail(at, "%s is empty", key)
	}
	return s
}

// strs is the list of texts at key.
func (e *entry) strs(key string) []string {
	var all []string
	for _, item := range e.list(key) {
		if s := e.cleaned(key, line(item), item); s != "" {
			all = append(all, s)
		}
	}
	return all
}

func (e *entry) list(key string) []ast.Node {
	if !e.has(key) {
		return nil
	}
	f := e.fields[key]
	seq, ok := f.value.(*ast.SequenceNode)
	if !ok {
		e.fail(f.line, "%s must be a list, not %s", key, typeWord(f.value))
		return nil
	}
	return seq.Values
}

// flag is the true or false at key, false where there is none.
func (e *entry) flag(key string) bool {
	if !e.has(key) {
		return false
	}
	f := e.fields[key]
	b, ok := f.value.(*ast.BoolNode)
	if !ok {
		e.fail(f.line, "%s must be true or false, not %s", key, typeWord(f.value))
		return false
	}
	return b.Value
}

var scales = map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// number is the number at key, nil where there is none: 48.39e9, 48_390_000_000
// or 48.39 billion.
func (e *entry) number(key string) *float64 {
	if !e.has(key) {
		return nil
	}
	f := e.fields[key]
	raw, ok := scalar(f.value)
	if !ok {
		e.fail(f.line, "%s must be a number, not %s", key, typeWord(f.value))
		return nil
	}
	digits, word, scaled := strings.Cut(strings.TrimSpace(raw), " ")
	scale := 1.0
	if scaled {
		scale = scales[strings.TrimSpace(word)]
	} else if quoted(f.value) {
		// YAML has 48.39 billion as text in any case, "2" by its author's choice.
		e.fail(f.line, "%s must be a number, not text (write it without quotation marks: %s)", key, shorten(clean.Line(raw), 40))
		return nil
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(digits, "_", ""), 64)
	// 1e30 holds whatever people measure; beyond it a number is only a way to
	// fill the screen with digits.
	if v *= scale; err != nil || scale == 0 || math.IsNaN(v) || math.Abs(v) > 1e30 {
		e.fail(f.line, "%s must be a number such as 48.39e9 or 48.39 billion, not %q", key, shorten(clean.Line(raw), 40))
		return nil
	}
	return &v
}

// count is the whole number from 1 at key, 0 where there is none.
func (e *entry) count(key string) int {
	v := e.number(key)
	if v == nil {
		return 0
	}
	if *v < 1 || *v > 1e6 || *v != math.Trunc(*v) {
		e.fail(e.fields[key].line, "%s must be a whole number from 1", key)
		return 0
	}
	return int(*v)
}

// part is the mapping at key, nil where there is none.
func (e *entry) part(key string) *entry {
	if !e.has(key) {
		return nil
	}
	f := e.fields[key]
	m, ok := f.value.(ast.MapNode)
	if !ok {
		e.fail(f.line, "%s must be a mapping with the keys %s, not %s", key, strings.Join(keys[key], ", "), typeWord(f.value))
		return nil
	}
	return e.note.part(key, m, f.line)
}

// choice is the value that the word at key stands for, the zero value where
// there is none; words are those that parse knows, for the message.
func choice[T any](e *entry, key string, parse func(string) (T, bool), words string) T {
	word := e.str(key)
	v, ok := parse(word)
	if !ok && word != "" {
		e.fail(e.fields[key].line, "unknown %s %q (one of %s)", key, shorten(word, 40), words)
	}
	return v
}

// passage is the place of the text that the mapping's quote names.
func (e *entry) passage() model.Passage {
	e.must("quote")
	nth := max(1, e.count("nth"))
	quote := e.str("quote")
	if quote == "" {
		return model.Passage{}
	}
	return e.find(quote, nth, e.fields["quote"].line)
}

// find is the nth passage that reads as quote.
func (e *entry) find(quote string, nth, at int) model.Passage {
	p, found := e.d.text.passage(quote, nth)
	switch {
	case found >= nth:
	case found > 0:
		e.fail(at, "the text has the passage %q %s, so there is no nth: %d", shorten(quote, 60), times(found), nth)
	default:
		hint := "quote the text as it is shown"
		if len(e.d.problems) < maxProblems { // it costs a few searches
			hint += e.d.text.parting(quote)
		}
		e.fail(at, "the text has no passage %q (%s)", shorten(quote, 60), hint)
	}
	return p
}

func times(n int) string {
	if n == 1 {
		return "only once"
	}
	return fmt.Sprintf("only %d times", n)
}
