package ui

import (
	"strings"
	"testing"

	"gloss/model"
)

func TestCopy(t *testing.T) {
	s := article(t, 120, 40)
	s.press("2", ".", "y")
	want := "“Revenue of $48.39 billion (a 22% year-over-year increase).”\n— AI Rivalry Heats Up: DeepSeek’s Challenge to OpenAI’s Leadership, Meta’s Financial Strength\n"
	if len(s.sent) != 1 || s.sent[0] != want {
		t.Errorf("copied %q, want %q", s.sent, want)
	}
	s.mustShow("figure copied to terminal (OSC 52), ")
	s.press("esc", "]", "y")
	if got := s.sent[len(s.sent)-1]; !strings.HasPrefix(got, "OpenAI claims that its models") || !strings.Contains(got, "\n— AI Rivalry") {
		t.Errorf("copied as a section: %q", got)
	}
	s.press(":")
	s.write("who is david sacks")
	s.press("ctrl+y")
	if got := s.sent[len(s.sent)-1]; !strings.Contains(got, "David Sacks, a White House advisor on AI") {
		t.Errorf("copied from the look-up: %q", got)
	}
}

func TestCopyOfNothing(t *testing.T) {
	s := openMarkdown(t, "", 80, 24)
	s.press("y")
	s.mustShow("nothing to copy here")
	if len(s.sent) != 0 {
		t.Errorf("copied %q", s.sent)
	}
}

// TestCopyWhatIsMarked: what is copied is what the text shows as marked, not
// what a panel had selected before; where nothing of it is seen, the section.
func TestCopyWhatIsMarked(t *testing.T) {
	s := article(t, 120, 40)
	last := func() string { return s.sent[len(s.sent)-1] }
	s.press("2", ".", ".", "1", ".", "2", "y")
	if fact := s.app.document().Notes.Facts; !strings.Contains(last(), fact[s.app.visit.index].Quote) {
		t.Errorf("a fact is marked, and copied is %q", last())
	}
	s.press("esc", "2", ".", "enter", "y")
	if !strings.HasPrefix(last(), "“Revenue of") {
		t.Errorf("the reader stayed at a figure, and copied is %q", last())
	}
	s.press("G", "y")
	s.mustShow("section copied")
	s.press(":")
	s.write("cyberattacks on its servers")
	s.press("enter", "y")
	if !strings.Contains(last(), s.app.text.Quote(s.app.visit.span)) || strings.Contains(s.text(), "section copied") {
		t.Errorf("a passage is marked, and copied is %q", last())
	}
}

// slowQuote is a text whose quotes are seen to be asked for.
type slowQuote struct {
	Text
	asked int
}

func (q *slowQuote) Quote(s model.Span) string {
	q.asked++
	return q.Text.Quote(s)
}

// TestCopyReadsBehindTheReader: a section may be the whole of a long text, and
// keys must not wait for it.
func TestCopyReadsBehindTheReader(t *testing.T) {
	s := article(t, 80, 24)
	text := &slowQuote{Text: s.app.text}
	s.app.text = text
	_, cmd := s.app.Update(keyPress("y"))
	if text.asked != 0 {
		t.Error("the section is read in Update")
	}
	s.run(cmd)
	if text.asked == 0 || len(s.sent) != 1 {
		t.Errorf("the section was read %d times, copied %q", text.asked, s.sent)
	}
}
