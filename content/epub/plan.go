package epub

import (
	"fmt"
	"math"
	"slices"
)

// plan is what becomes of a page's headings: the level of those that stay, by
// their tag, and those that are put before a tag.
type plan struct {
	levels map[int]int
	insert map[int][]heading
}

// heading is a heading that a page gets.
type heading struct {
	text  string
	id    string // that leads to it, "" for none
	level int
}

// placed is a mark with its place in the page.
type placed struct {
	mark
	place
}

// plan decides on the headings of chapter i. Its marks are sections: a heading
// with their words becomes theirs, or they get one. All other headings stand
// below the section that they are in.
func (b *Book) plan(i int, found *outline) *plan {
	p := &plan{levels: map[int]int{}, insert: map[int][]heading{}}
	marks := b.marksOf(i, found)
	runs := found.runs
	last := run{order: -1} // the last run that is a mark's
	for k, m := range marks {
		for len(runs) > 0 && runs[0].order < m.order-1 {
			runs = runs[1:]
		}
		limit := following(marks[k:])
		if m.level == 1 {
			limit = 1 // the book's title stands above everything
		}
		r := match(runs, m, max(m.order, last.order+1), limit)
		switch {
		case r >= 0:
			last, runs = runs[r], runs[r+1:]
			p.levels[last.tag] = m.level
		case last.order >= m.order: // below the heading that starts at the same place
			p.insert[last.after] = append(p.insert[last.after], heading{m.title, m.fragment, m.level})
		default:
			p.insert[m.at] = append(p.insert[m.at], heading{m.title, m.fragment, m.level})
		}
	}
	b.others(p, found.runs, marks, b.chapters[i].above)
	return p
}

// others gives the headings that are no mark's their levels. Each is below the
// section that it is in, by as much as it was below that one's heading or, if
// that had none, by one for the first. Without a contents table all go down by
// one, to make room for the book's title.
func (b *Book) others(p *plan, runs []run, marks []placed, above int) {
	const unknown = -1
	native := unknown
	for _, r := range runs {
		for ; len(marks) > 0 && marks[0].order <= r.order; marks = marks[1:] {
			above, native = marks[0].level, unknown
		}
		level, taken := p.levels[r.tag]
		switch {
		case taken && r.tag >= 0:
			above, native = level, r.level
			if r.level == 0 {
				native = unknown
			}
		case r.level == 0:
		case !b.planned:
			p.levels[r.tag] = min(1+r.level, levelMax)
		default:
			if native == unknown {
				native = r.level - 1
			}
			p.levels[r.tag] = min(above+max(1, r.level-native), levelMax)
		}
	}
}

// marksOf are the marks of a chapter at their places, in the order of the page,
// with the book's own title as the first of the first chapter.
func (b *Book) marksOf(i int, found *outline) []placed {
	known := b.chapters[i].marks
	if !b.planned {
		known = b.ownTitle(i, found)
	}
	var marks []placed
	title := words(b.Title)
	for k, m := range known {
		at, ok := found.places[m.fragment]
		if !ok && k > 0 {
			continue // nobody knows where it starts
		}
		if i == 0 && at.order == 0 && slices.Equal(words(m.title), title) {
			continue // the title page
		}
		marks = append(marks, placed{m, at})
	}
	slices.SortStableFunc(marks, func(a, b placed) int { return a.at - b.at })
	if i == 0 && b.Title != "" {
		marks = slices.Insert(marks, 0, placed{mark: mark{title: b.Title, level: 1}})
	}
	return marks
}

// ownTitle is the title of a chapter in a book without a contents table: none
// where it has headings, else that of its file, else its number.
func (b *Book) ownTitle(i int, found *outline) []mark {
	if !found.text || slices.ContainsFunc(found.runs, func(r run) bool { return r.level > 0 }) {
		return nil
	}
	title := found.title
	if len(words(title)) == 0 || sameWords(title, b.Title) {
		title = fmt.Sprintf("Chapter %d", i+1)
	}
	return []mark{{title: title, level: 2}}
}

// following is how many texts are before the next mark that starts elsewhere.
func following(marks []placed) int {
	const tried = 50 // marks at one place; more would take quadratic time
	for _, m := range marks[1:min(tried, len(marks))] {
		if m.order > marks[0].order {
			return m.order
		}
	}
	return math.MaxInt
}

// match is the run that is the heading of a mark, -1 for none. That is a heading
// with its words before the next mark, or one that the link leads behind. What
// stands right at its place, from, may be a paragraph with its words, or a heading
// that has the beginning or the end of them ("Chapter 1" for "Chapter 1:
// Loomings", "Loomings" for "1. Loomings") or they of it. A number of its own may
// stand above it.
func match(runs []run, m placed, from, limit int) int {
	const (
		tried     = 20 // a heading stands near its place
		numberMax = 2  // the words of "Chapter One"
	)
	want := words(m.title)
	if len(want) == 0 {
		return -1
	}
	for i, r := range runs[:min(tried, len(runs))] {
		same := slices.Equal(r.words, want)
		if i > 0 && r.order == from+1 && runs[i-1].order == from && len(runs[i-1].words) <= numberMax {
			whole := slices.Equal(slices.Concat(runs[i-1].words, r.words), want)
			if (same || whole) && r.order < limit && r.tag >= 0 {
				return i
			}
		}
		switch {
		case r.order >= limit:
			return -1
		case r.tag < 0:
		case same && (r.level > 0 || r.order == from):
			return i
		case r.order == from && r.level > 0 && overlap(r.words, want):
			return i
		}
	}
	return -1
}

// overlap reports whether one begins or ends with the other.
func overlap(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 0 && (slices.Equal(a, b[:len(a)]) || slices.Equal(a, b[len(b)-len(a):]))
}
