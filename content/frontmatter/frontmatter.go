// Package frontmatter reads what a Markdown file says of itself before its
// text: title, author and date, in YAML between lines of --- or in TOML between
// lines of +++.
package frontmatter

import (
	"fmt"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"
)

// Meta is what a file says of itself; what it does not say is "".
type Meta struct{ Title, Byline, Date, Site string }

// maxSize is the most that is taken for front matter, in bytes.
const maxSize = 16 << 10

// Split parts a text from its front matter. A text that has none, or one that
// cannot be read, is given back whole: it may begin with a rule.
func Split(text string) (meta Meta, body string) {
	for _, kind := range []struct {
		mark  string
		parse func([]byte, any) error
	}{{"---", func(b []byte, v any) error { return yaml.Unmarshal(b, v) }}, {"+++", toml.Unmarshal}} {
		inside, rest, ok := between(text, kind.mark)
		if !ok || hostile(inside) {
			continue
		}
		fields, err := parse(inside, kind.parse)
		if err != nil || len(fields) == 0 {
			return Meta{}, text
		}
		return read(fields), rest
	}
	return Meta{}, text
}

// between is what stands between the first line, which is the mark, and the
// next such line.
func between(text, mark string) (inside, rest string, ok bool) {
	first, after, found := strings.Cut(text, "\n")
	if !found || strings.TrimRight(first, " \t\r") != mark {
		return "", "", false
	}
	for at := 0; at < min(len(after), maxSize); {
		line, _, more := strings.Cut(after[at:], "\n")
		if end := strings.TrimRight(line, " \t\r"); end == mark || mark == "---" && end == "..." {
			rest = after[at+len(line):]
			return after[:at], strings.TrimLeft(rest, "\r\n"), true
		}
		if !more {
			break
		}
		at += len(line) + 1
	}
	return "", "", false
}

// hostile reports whether front matter would keep its parser busy. 16 KB of it
// took, on one core:
//
//	[[[[… or {a: {a: …               2.5 s and 430 MB, of which most are paths
//	- - - - …                        0.7 s and 140 MB
//	maps that each merge nine of     hours, where others that name values again
//	the map before (<<: [*a, *a, …)  are read at once
//
// What people write nests a few levels and merges nothing.
func hostile(text string) bool {
	const nestingMax = 50
	depth := 0
	for _, c := range []byte(text) {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0) // one that is quoted hides a level for six bytes
		}
		if depth > nestingMax {
			return true
		}
	}
	for line := range strings.Lines(text) {
		if strings.Count(line, "- ") > nestingMax {
			return true
		}
	}
	return strings.Contains(text, "<<") && strings.Contains(text, "&") && strings.Contains(text, "*")
}

// parse reads fields. A parser is not ours and the text is hostile: a panic in
// it means that there is no front matter.
func parse(inside string, unmarshal func([]byte, any) error) (fields map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the parser panicked: %v", p)
		}
	}()
	err = unmarshal([]byte(inside), &fields)
	return fields, err
}

// read takes the fields that gloss shows, by the names that site generators
// give them.
func read(fields map[string]any) Meta {
	lower := make(map[string]any, len(fields))
	for key, value := range fields {
		lower[strings.ToLower(key)] = value
	}
	first := func(names ...string) string {
		for _, name := range names {
			if text := words(lower[name]); text != "" {
				return text
			}
		}
		return ""
	}
	return Meta{
		Title:  first("title"),
		Byline: first("author", "authors", "byline", "by", "creator"),
		Date:   first("date", "published", "pubdate", "created"),
		Site:   first("site", "publisher", "publication"),
	}
}

// words is a value for people: the names of several authors are joined.
func words(value any) string {
	switch v := value.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case time.Time:
		return v.Format(time.DateOnly)
	case toml.LocalDate:
		return v.String()
	case toml.LocalDateTime:
		return v.LocalDate.String()
	case []any:
		var all []string
		for _, one := range v {
			if text := words(one); text != "" {
				all = append(all, text)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		return words(v["name"])
	case uint64, int64, float64:
		return fmt.Sprint(v)
	}
	return ""
}
