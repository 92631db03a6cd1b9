package epub

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// line is one line of a contents table.
type line struct {
	title string
	href  string
	depth int // 0 for the outermost
}

// mark is a section of the contents table within its chapter.
type mark struct {
	title    string
	fragment string // "": the chapter's beginning
	level    int    // of its heading
}

const (
	// linesMax bounds a contents table; encyclopedias have some thousands of lines.
	linesMax = 50_000
	// levelMax is the deepest level of a heading.
	levelMax = 6
)

// contents reads the contents table and hands its lines to their chapters.
func (b *Book) contents(p *pack, packagePath string) {
	nav, ncx := p.tables()
	if found := b.archive.withEnding(".ncx"); ncx == "" && len(found) > 0 {
		ncx = "/" + found[0]
	}
	for _, table := range []struct {
		href string
		read func([]byte) ([]line, string)
	}{{nav, readNav}, {ncx, readNCX}} {
		path, ok := b.archive.find(resolve(packagePath, table.href))
		if table.href == "" || !ok {
			continue
		}
		data, _ := b.archive.read(path) // a broken table is as good as its lines
		lines, title := table.read(data)
		b.Title = cmp.Or(b.Title, title)
		if b.place(lines, path); b.planned {
			break
		}
	}
	above := 1
	for i := range b.chapters {
		if b.chapters[i].aside && !b.chapters[max(i-1, 0)].aside {
			above = 1
		}
		b.chapters[i].above = above
		if marks := b.chapters[i].marks; len(marks) > 0 {
			above = marks[len(marks)-1].level
		}
	}
}

// place hands lines to their chapters as marks. A line that leads nowhere is a
// heading above what stands under it, and starts where that does.
func (b *Book) place(lines []line, base string) {
	lines = withoutRoot(lines, b.Title)
	type target struct {
		chapter  int
		fragment string
	}
	targets := make([]target, len(lines))
	for i, l := range slices.Backward(lines) {
		targets[i].chapter = -1
		if path, ok := b.archive.find(resolve(base, l.href)); ok && l.href != "" {
			if chapter, ok := b.index[path]; ok {
				targets[i] = target{chapter, fragment(l.href)}
				continue
			}
		}
		if i+1 < len(lines) && lines[i+1].depth > l.depth {
			targets[i] = targets[i+1]
		}
	}
	for i, l := range lines {
		if targets[i].chapter < 0 || l.title == "" {
			continue
		}
		c := &b.chapters[targets[i].chapter]
		m := mark{l.title, targets[i].fragment, min(2+l.depth, levelMax)}
		if n := len(c.marks); n == 0 || c.marks[n-1].title != m.title || c.marks[n-1].fragment != m.fragment {
			c.marks = append(c.marks, m)
		}
		b.planned = true
	}
}

// withoutRoot is a table without a single outermost line that is the book itself.
func withoutRoot(lines []line, title string) []line {
	if len(lines) < 2 || lines[0].depth != 0 || !sameWords(lines[0].title, title) {
		return lines
	}
	for _, l := range lines[1:] {
		if l.depth == 0 {
			return lines
		}
	}
	rest := slices.Clone(lines[1:])
	for i := range rest {
		rest[i].depth--
	}
	return rest
}

// fragment is what stands behind the # of a link.
func fragment(href string) string {
	_, id, _ := strings.Cut(href, "#")
	return unescaped(strings.TrimSpace(id))
}

// fragments are the ids of the chapter's marks.
func (c *chapter) fragments() map[string]bool {
	ids := map[string]bool{}
	for _, m := range c.marks {
		ids[m.fragment] = true
	}
	return ids
}

// readNav reads the contents table of EPUB 3: nested lists in a <nav>, of links
// and, for headings above them, of <span>.
func readNav(data []byte) ([]line, string) {
	lines := navLines(data, true)
	if len(lines) == 0 {
		lines = navLines(data, false)
	}
	return lines, ""
}

// navLines reads the table that says it is one, or whichever is the first.
func navLines(data []byte, named bool) []line {
	var lines []line
	inside, depth := false, 0
	open, nested := "", 0 // the element that the current line is in, and how many of its name in it
	for x := newXML(data); x.next(); {
		switch {
		case !inside:
			inside = x.start && x.name == "nav" && (!named || slices.Contains(strings.Fields(x.attr("type")), "toc"))
		case x.name == "nav" && x.end && len(lines) > 0:
			return finished(lines)
		case x.name == "ol" || x.name == "ul":
			depth, open = max(depth+step(x), 0), ""
		case open == "" && x.start && !x.end && (x.name == "a" || x.name == "span") && len(lines) < linesMax:
			open, nested = x.name, 0
			lines = append(lines, line{href: x.attr("href"), depth: max(depth-1, 0)})
		case open == "":
		case x.name == open:
			if nested += step(x); nested < 0 {
				open = ""
			}
		default:
			lines[len(lines)-1].add(cmp.Or(x.text, x.attr("alt")))
		}
	}
	return finished(lines)
}

// step is how a tag changes the depth.
func step(x *xmlReader) int {
	switch {
	case x.start == x.end:
		return 0
	case x.start:
		return 1
	}
	return -1
}

// readNCX reads the contents table of EPUB 2, and the book's title in it. The
// points that are open are a list, not a recursion: a table may nest 10,000 deep.
func readNCX(data []byte) (lines []line, title string) {
	var open []int // lines, -1 for one too many
	inMap, inTitle, inLabel := false, false, false
	for x := newXML(data); x.next(); {
		switch {
		case x.name == "doctitle":
			inTitle = x.start && !x.end
		case x.name == "navmap":
			inMap = x.start && !x.end
		case inTitle:
			title = short(title+x.text, textMax)
		case !inMap:
		case x.name == "navpoint" && x.start && !x.end:
			open = append(open, -1)
			if len(lines) < linesMax {
				lines = append(lines, line{depth: len(open) - 1})
				open[len(open)-1] = len(lines) - 1
			}
		case x.name == "navpoint" && x.end && len(open) > 0:
			open = open[:len(open)-1]
		case x.name == "navlabel":
			inLabel = x.start && !x.end
		case len(open) == 0 || open[len(open)-1] < 0:
		case x.name == "content" && x.start:
			lines[open[len(open)-1]].href = x.attr("src")
		case inLabel:
			lines[open[len(open)-1]].add(x.text)
		}
	}
	return finished(lines), fold(title)
}

// add adds text to the title of a line.
func (l *line) add(text string) {
	if len(l.title) < textMax {
		l.title += short(text, textMax)
	}
}

// finished is the lines with their titles on one line each.
func finished(lines []line) []line {
	for i := range lines {
		lines[i].title = short(fold(lines[i].title), textMax)
	}
	return lines
}

// words are the words of a title as it is compared: case and signs aside.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "\u00ad", "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

func sameWords(a, b string) bool { return slices.Equal(words(a), words(b)) && len(words(a)) > 0 }
