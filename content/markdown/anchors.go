package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"gloss/model"
)

// Anchors maps the names that a link in the text can lead to, as [that](#name)
// does, to their places: of each heading by the name that GitHub gives it, and
// of each HTML tag with an id or, as old texts have it, an <a name>. Where two
// bear one name, headings go first, and then the first.
func Anchors(doc *model.Document) map[string]int {
	anchors := make(map[string]int, len(doc.Sections))
	repeats := map[string]int{}
	for _, s := range doc.Sections {
		name := Anchor(s.Title)
		unique := name
		// A repeated heading gets the first number that makes a name of its own:
		// after "notes" and "notes-1" a second "notes" is "notes-2".
		for _, taken := anchors[unique]; taken; _, taken = anchors[unique] {
			repeats[name]++
			unique = name + "-" + strconv.Itoa(repeats[name])
		}
		anchors[unique] = s.Heading.Start
	}
	for _, b := range doc.Blocks {
		for _, tag := range namedTags(doc.Text, b) {
			if _, taken := anchors[tag.name]; !taken {
				anchors[tag.name] = tag.at
			}
		}
	}
	return anchors
}

// Anchor is the name that GitHub gives a heading: in small letters, spaces as
// hyphens; letters, marks and digits of any script stay, other signs are
// dropped.
func Anchor(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc):
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// namedTag is an HTML tag that a link can lead to.
type namedTag struct {
	name string
	at   int
}

// namedTags are the tags of a block that have a name. Only a block that may have
// one is parsed: a tag in code is none.
func namedTags(doc string, b model.Block) []namedTag {
	raw := doc[b.Start:b.End]
	if strings.IndexByte(raw, '<') < 0 || indexFold([]byte(raw), "id=") < 0 && indexFold([]byte(raw), "name=") < 0 {
		return nil
	}
	var tags []namedTag
	leaves(doc, b, func(tag string, at int) {
		name, closing := tagName(tag)
		if closing || name == "" || !isLetter(name[0]) {
			return
		}
		id := attribute(tag, "id")
		if id == "" && name == "a" {
			id = attribute(tag, "name")
		}
		if id = target([]byte(id)); id != "" {
			tags = append(tags, namedTag{id, at})
		}
	})
	return tags
}
