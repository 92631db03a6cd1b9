package notes

import (
	"strings"

	"gloss/content/clean"
)

// A file is cut into its notes before any YAML is parsed, by how far its lines
// are indented:
//
//	facts:                      a key at the left edge opens a list
//	  - text: A claim           a dash opens a note
//	    quote: Boats pass.      what stands further in belongs to it
//	  - text: Another           a dash opens the next, unless a list may stand there
//
// Each note is then parsed by itself, so that what is wrong with it is its own
// affair. Parsed as a whole, one colon too many would cost all notes of the file,
// and a quotation mark that is not closed would, without an error, swallow the
// notes up to the next one. YAML that cannot be cut so, because it lists its notes
// between brackets, is parsed in one piece and stands or falls as one.

// section is one list of the file: its key and all that stands below.
type section struct {
	key        string // one of kinds; "" for what is in none of the four lists
	line       int
	start, end int   // where it is in the text
	whole      bool  // it cannot be cut
	rows       []row // what stands below the key
}

// piece is a part of the file that is parsed by itself.
type piece struct {
	line int // its first
	text string
}

// row is a line that is neither empty nor a comment.
type row struct {
	line, start int    // its number, and where it starts in the text
	indent      int    // how many blanks stand before body
	body        string // without white space at either end
	stray       bool   // an unknown key within a list: an error of its own, no part of a note
}

// rows are the lines of the file that say something.
func rows(text string) []row {
	var all []row
	n, start := 0, 0
	for line := range strings.Lines(text) {
		n++
		body := strings.TrimLeft(line, " \t")
		r := row{line: n, start: start, indent: len(line) - len(body), body: strings.TrimSpace(body)}
		if r.body != "" && r.body[0] != '#' {
			all = append(all, r)
		}
		start += len(line)
	}
	return all
}

// marker reports whether the line parts two YAML documents.
func (r row) marker() bool { return r.indent == 0 && (r.body == "---" || r.body == "...") }

// dash reports whether the line begins with a dash; that a space is missing
// behind it is an error of the note that it opens.
func (r row) dash() bool { return r.body[0] == '-' }

// keys is where the keys of the note stand that this line opens. Below a dash
// that is alone on its line they may stand anywhere further in.
func (r row) keys() int {
	rest := strings.TrimLeft(strings.TrimPrefix(r.body, "-"), " ")
	if rest == "" {
		return r.indent + 1
	}
	return r.indent + len(r.body) - len(rest)
}

// inner is the row without what may stand before a note's first key.
func (r row) inner() row {
	r.body = strings.TrimLeft(r.body, "-{ ")
	return r
}

// key is the key that the line begins with, and what stands behind its colon.
func (r row) key() (key, rest string, ok bool) {
	if r.body == "" || strings.IndexByte("-?[]{},#&*!|>%@`", r.body[0]) >= 0 {
		return "", "", false
	}
	key, rest, ok = strings.Cut(r.body+" ", ": ")
	key = strings.TrimSpace(key)
	if n := len(key); n > 1 && (key[0] == '"' || key[0] == '\'') && key[n-1] == key[0] {
		key = key[1 : n-1]
	}
	if rest = strings.TrimSpace(rest); strings.HasPrefix(rest, "#") {
		rest = ""
	}
	return key, rest, ok && key != ""
}

// sections cuts the text at the keys on its left edge, and reports the unknown
// ones. Whatever is there before the first key is a section too.
func (d *decoder) sections(text string) []*section {
	var all []*section
	edge, parted := 0, 0
	lines := rows(text)
	for i, r := range lines {
		var s *section // the one that is open
		if len(all) > 0 {
			s = all[len(all)-1]
		} else {
			edge = r.indent
		}
		if r.marker() {
			if s != nil && parted == 0 {
				parted = r.line
			}
			continue
		}
		if parted > 0 {
			d.fail(parted, "", "a notes file is one YAML document: join its parts")
			parted = -1 // once is enough
		}
		key, rest, ok := r.key()
		next := &section{line: r.line, start: r.start, end: len(text)}
		switch {
		case s == nil && !ok:
			next.whole, next.rows = true, []row{r}
		case !ok || r.indent > edge || s != nil && s.bracketed():
			s.rows = append(s.rows, r)
			continue
		case kinds[key] != "":
			next.key, next.whole = key, rest != ""
		default:
			d.unknown(r.line, shorten(clean.Line(key), 40))
			if s != nil && !s.whole && (rest != "" || !s.like(lines[i+1:])) {
				r.stray = true
				s.rows = append(s.rows, r)
				continue
			}
		}
		if s != nil {
			s.end = r.start
		}
		all = append(all, next)
	}
	return all
}

// like reports whether the lines begin as a list beside this one does. If not,
// the key before them is no list's, but a line of a note that has lost its
// indentation.
func (s *section) like(lines []row) bool {
	return len(s.rows) == 0 || len(lines) > 0 && lines[0].dash() && lines[0].indent <= s.rows[0].indent
}

// bracketed reports whether the section is a file that is all between brackets,
// so that its left edge says nothing.
func (s *section) bracketed() bool {
	return s.key == "" && s.whole && strings.IndexByte("[{", s.rows[0].body[0]) >= 0
}

// items cuts a list into its notes. What stands before the first dash is a note
// that has lost its own. Within a note dashes open the items of its own lists: in
// YAML these stand right of the note's keys, or level with them below a key
// without a value. Any other dash opens the next note.
func (s *section) items(text string) []piece {
	var all []piece
	left, keys := s.left(), 0
	// listed: a dash level with keys opens an item of the note's; keyed: the line
	// before held a key of the note's.
	listed, keyed := false, false
	start := -1 // where the open note starts, -1 where none is open
	end := func(at int) {
		if start >= 0 {
			all[len(all)-1].text = text[start:at]
		}
		start = -1
	}
	for i, r := range s.rows {
		opens := r.dash() && (r.indent <= max(left, keys-1) || r.indent == keys && !listed)
		if r.stray || opens {
			end(r.start)
		}
		if i == 0 && !r.stray || opens {
			all = append(all, piece{line: r.line})
			start, keys = r.start, r.keys()
		}
		if opens || !r.dash() && r.indent == keys {
			_, value, ok := r.inner().key()
			listed, keyed = ok && value == "", true
			continue
		}
		if keyed && r.indent > keys {
			listed = false // the key's value stands here, further in
		}
		keyed = false
	}
	end(s.end)
	return all
}

// dashed reports whether a note begins as it must.
func (p piece) dashed() bool {
	first := strings.TrimLeft(p.text, " \t")
	return first[0] == '-' && (len(first) == 1 || strings.IndexByte(" \t\n", first[1]) >= 0)
}

// value is what stands at a key of a note, whether or not it is YAML; messages
// tell by it which note they mean.
func (p piece) value(key string) (string, bool) {
	all := rows(p.text)
	for i, r := range all {
		k, value, _ := r.inner().key()
		if k != key || value == "" {
			continue
		}
		if value[0] == '>' || value[0] == '|' {
			if i+1 == len(all) {
				return "", false
			}
			value = all[i+1].body
		}
		return strings.Trim(value, `"'`), true
	}
	return "", false
}

// left is where the dashes of a list's notes stand: where the first does, or as
// far left of it as two do. One note that is indented by mistake does not change
// it.
func (s *section) left() int {
	left := -1
	count := map[int]int{}
	for _, r := range s.rows {
		if !r.dash() {
			continue
		}
		if left < 0 {
			left = r.indent
		}
		if count[r.indent]++; count[r.indent] == 2 && r.indent < left {
			left = r.indent
		}
	}
	return left
}
