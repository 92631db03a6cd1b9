//go:build unix

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"gloss/model"
	"gloss/ui/layout"
	"gloss/ui/screentest"
)

func TestReadWithTheMouse(t *testing.T) {
	for _, size := range [][2]int{{160, 50}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			r := openArticle(t, size[0], size[1])
			turnTheWheel(r)
			clickSections(r)
			clickNotes(r)
			clickPanels(r)
			clickNames(r)
			r.quit()
		})
	}
}

// turnTheWheel scrolls what the pointer is over, three rows a notch.
func turnTheWheel(r *reader) {
	r.t.Helper()
	g := r.geometry()
	before := r.Screen()
	down := func(by int) func(screentest.Screen) bool {
		return func(s screentest.Screen) bool { return r.prose(s)[0] == r.prose(before)[by] && r.settled(s) }
	}
	r.Wheel(g.Text.X+10, g.Text.Y+10, 1)
	r.Await("the text three rows down", down(3))
	r.Wheel(g.Text.X+10, g.Text.Y+10, 4)
	r.Await("the text fifteen rows down", down(15))
	r.Wheel(g.Text.X+10, g.Text.Y+10, -5)
	r.Await("the text as it was", r.likeText(before))

	// A panel scrolls under the pointer, and the text stands still.
	body := r.panel(0)
	rows := part(r.Screen(), body)
	r.Wheel(body.X+3, body.Y+3, 1)
	s := r.Await("the panel three rows down", func(s screentest.Screen) bool { return part(s, body)[0] == rows[3] })
	if !r.likeText(before)(s) {
		r.t.Fatalf("the wheel over the panel moves the text:\n%s", s)
	}
	r.Wheel(body.X+3, body.Y+3, -1)
	r.Await("the panel as it was", func(s screentest.Screen) bool { return part(s, body)[0] == rows[0] })
}

func part(s screentest.Screen, r layout.Rect) []string { return s.Part(r.X, r.Y, r.W, r.H) }

// panel is where a panel's notes stand.
func (r *reader) panel(i int) layout.Rect {
	r.t.Helper()
	for _, p := range r.geometry().Panels {
		if p.Index == i {
			return p.Body
		}
	}
	r.t.Fatalf("panel %d is not on the screen", i)
	return layout.Rect{}
}

// clickOn clicks on a text within a rectangle.
func (r *reader) clickOn(text string, in layout.Rect) {
	r.t.Helper()
	s := r.Screen()
	for y := in.Y; y < in.Y+in.H; y++ {
		if x, ok := s.FindIn(text, in.X, y, in.W, 1); ok {
			r.Click(x, y)
			return
		}
	}
	r.t.Fatalf("no %q to click on:\n%s", text, s)
}

func clickSections(r *reader) {
	r.t.Helper()
	for _, n := range []int{6, 13, 1} {
		title := firstWords(model.ShortTitle(r.doc.Sections[n-1].Title), 12)
		r.clickOn(title, r.geometry().Contents)
		r.checkSection(r.Await(fmt.Sprintf("section %d", n), func(s screentest.Screen) bool {
			return r.section(s) == n && r.settled(s)
		}), n)
	}
}

// clickNotes visits the notes that are clicked on; Esc leads back.
func clickNotes(r *reader) {
	r.t.Helper()
	before := r.Screen()
	for _, i := range []int{0, 1, 0} {
		r.clickOn(firstWords(r.doc.Notes.Facts[i].Text, 12), r.panel(0))
		r.Await(r.describe(model.KindFact, i), r.visits(model.KindFact, i))
	}
	focused := r.Screen()
	r.press(esc, "the text in focus", func(s screentest.Screen) bool { return r.settled(s) && !s.Equal(focused) })
	r.press(esc, "the text as it was:\n"+before.String()+"\n", r.likeText(before))
}

// clickPanels opens panels by their tabs, or by their titles where they stand
// stacked.
func clickPanels(r *reader) {
	r.t.Helper()
	for _, i := range []int{1, 2, 0} {
		g := r.geometry()
		if g.Tabs.Empty() {
			for _, p := range g.Panels {
				if p.Index == i {
					r.Click(p.Title.X+4, p.Title.Y)
				}
			}
		} else {
			r.clickOn(panelTitles[i], g.Tabs)
		}
		r.state.Open = i
		r.Await(panelTitles[i]+" open", func(s screentest.Screen) bool { return r.settled(s) && r.panelIsOpen(s, i) })
	}
}

// clickNames opens the card of the name that is clicked on; a click beside the
// card closes it.
func clickNames(r *reader) {
	r.t.Helper()
	before := r.Screen()
	name := r.firstName()
	for range 2 {
		r.clickOn(name.Text, r.geometry().Text)
		s := r.Await("the card of "+name.Text, func(s screentest.Screen) bool {
			return s.Shows("╭─ "+name.Text) && strings.Contains(r.marked(s, dark.Mention), squash(name.Text))
		})
		x, y, _ := s.Find("╭─ " + name.Text)
		r.Click(max(0, x-5), y+3)
		r.Await("the text as it was:\n"+before.String()+"\n", r.likeText(before))
	}
}
