package pane

import (
	"sort"
	"strconv"
	"strings"

	"gloss/model"
	"gloss/ui/measure"
)

// names lists the people, organisations, products, places and terms.
type names struct{ all []model.Name }

func (n names) len() int { return len(n.all) }

func (n names) draw(i int, d drawing) item {
	name := &n.all[i]
	s := sheet{drawing: d}
	if i == 0 && name.Derived {
		s.derived()
	}
	n.title(&s, name)
	if d.density > 0 && name.Is != "" {
		s.addHung(body, d.theme.Muted, 2, 2, name.Is, labelRows)
	}
	if (d.density > 1 || d.selected) && len(name.Aliases) > 0 {
		s.addHung(body, d.theme.Muted, 2, 4, "also "+strings.Join(name.Aliases, ", "), labelRows)
	}
	air := 0
	if d.density > 0 && i < len(n.all)-1 {
		air = 1
	}
	return item{rows: s.rows, air: air}
}

// title is the name with its type, and at the right how often the text has it.
// The type stands below where the name leaves it no room, unless little is to
// be shown; so does the count.
func (n names) title(s *sheet, name *model.Name) {
	word, count := name.Type.String(), ""
	if len(name.Mentions) > 0 {
		count = "×" + strconv.Itoa(len(name.Mentions))
	}
	room := s.width - measure.Width(count) - 2
	if len(name.Text) > measure.BytesPerCell*s.width || measure.Width(name.Text) > room {
		s.add(lead, s.theme.Strong, 2, name.Text, labelRows)
		s.addHung(body, s.theme.Muted, 2, 2, word+" "+count, 1)
		return
	}
	painted := s.theme.Strong.Paint(name.Text)
	beside := word != "" && measure.Width(name.Text)+2+len(word) <= room
	if beside {
		painted += "  " + s.theme.Muted.Paint(word)
	}
	s.put(lead, painted+measure.Spaces(s.width-measure.Width(painted)-measure.Width(count))+s.theme.Muted.Paint(count))
	if !beside && s.density > 0 {
		s.addHung(body, s.theme.Muted, 2, 2, word, 1)
	}
}

func (n names) span(i int) model.Span { return n.all[i].Span }

// touches finds the first mention that ends on the screen or behind it;
// mentions are in order, so that no other need be asked.
func (n names) touches(i int, screen model.Span) bool {
	mentions := n.all[i].Mentions
	at := sort.Search(len(mentions), func(m int) bool { return mentions[m].End > screen.Start })
	return at < len(mentions) && mentions[at].Overlaps(screen)
}

func (n names) maxDensity() int { return 2 }

func (n names) empty() string {
	return "No names here yet."
}
