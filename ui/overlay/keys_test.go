package overlay

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"gloss/model"
	"gloss/ui/keymap"
)

// steps is keys in order, each with the event that it gives.
type steps []struct {
	key   string
	event Event
}

type updater interface {
	Update(tea.KeyPressMsg) Event
}

func (s steps) run(t *testing.T, u updater) {
	t.Helper()
	for i, step := range s {
		if got := u.Update(press(step.key)); got != step.event {
			t.Fatalf("key %d, %s: event %d, want %d", i, step.key, got, step.event)
		}
	}
}

// walked is a look-up with six answers.
func walked() *Lookup {
	l := answered(hits(open()), true)
	l.SetSize(100, 40)
	return l
}

func TestLookupKeys(t *testing.T) {
	for name, s := range map[string]steps{
		"typing":                     {{"a", Changed}, {"left", None}, {"backspace", Changed}, {"y", Changed}, {"Y", Changed}, {"space", Changed}, {"?", Changed}, {"q", Changed}},
		"going there at once":        {{"enter", Accepted}},
		"moving":                     {{"down", Moved}, {"ctrl+n", Moved}, {"up", Moved}, {"ctrl+p", Moved}, {"up", None}},
		"tab goes to the answers":    {{"tab", None}, {"tab", Moved}, {"shift+tab", Moved}, {"y", Copied}},
		"down, then y copies":        {{"down", Moved}, {"y", Copied}, {"enter", Accepted}},
		"letters lead back":          {{"down", Moved}, {"z", Changed}, {"y", Changed}},
		"up from the first too":      {{"tab", None}, {"up", None}, {"y", Changed}},
		"copying while typing":       {{"ctrl+y", Copied}},
		"start and end of answers":   {{"tab", None}, {"end", Moved}, {"home", Moved}, {"home", None}},
		"start and end of the line":  {{"home", None}, {"end", None}},
		"pages":                      {{"pgdown", Moved}, {"pgup", Moved}, {"pgup", None}},
		"closing":                    {{"down", Moved}, {"esc", Closed}},
		"line editing":               {{"ctrl+u", Changed}, {"backspace", None}, {"ctrl+w", None}},
		"the clipboard is not asked": {{"ctrl+v", None}},
	} {
		t.Run(name, func(t *testing.T) { s.run(t, walked()) })
	}
}

func TestEmptyLookupAnswersNothing(t *testing.T) {
	steps{{"enter", None}, {"down", None}, {"tab", None}, {"ctrl+y", None}, {"pgdown", None}, {"y", Changed}, {"esc", Closed}}.run(t, typed(""))
}

func TestAnswersToAnOlderQueryAreDropped(t *testing.T) {
	l := typed("net")
	old := l.Generation()
	l.Update(press("s"))
	l.SetAnswers(old, Answers(open(), hits(open())), true)
	if _, ok := l.Selected(); ok {
		t.Error("the box shows answers to what is no longer asked")
	}
}

func TestOldAnswersStayUntilTheNewOnesCome(t *testing.T) {
	l := walked()
	before := plain(l.Lines())
	l.Update(press("s"))
	after := plain(l.Lines())
	if !strings.Contains(after, "£20.8 B") || strings.Contains(after, "Nothing found") {
		t.Errorf("the box flickers between two queries:\n%s\n%s", before, after)
	}
	l.SetAnswers(l.Generation(), nil, true)
	if got := plain(l.Lines()); !strings.Contains(got, "Nothing found for “net profits”") {
		t.Error(got)
	}
}

// A fast typist presses Enter before the answers are there.
func TestEnterWaitsForTheAnswers(t *testing.T) {
	l := walked()
	steps{{"s", Changed}, {"enter", None}}.run(t, l)
	if e := l.SetAnswers(l.Generation(), Answers(open(), hits(open())[2:]), true); e != Accepted {
		t.Fatalf("event %d, want Accepted", e)
	}
	if a, ok := l.Selected(); !ok || a.Kind != model.KindName {
		t.Errorf("%v goes to an older answer", a)
	}
	steps{{"s", Changed}, {"enter", None}, {"left", None}}.run(t, l)
	if e := l.SetAnswers(l.Generation(), Answers(open(), hits(open())), true); e != None {
		t.Error("a key after Enter did not take it back")
	}
}

func TestSelectionStaysWhenMoreAnswersCome(t *testing.T) {
	l := answered(hits(open())[1:3], false)
	l.SetSize(80, 24)
	steps{{"down", Moved}}.run(t, l)
	before, _ := l.Selected()
	l.SetAnswers(l.Generation(), Answers(open(), hits(open())), true)
	if after, _ := l.Selected(); after.Kind != before.Kind || after.Span != before.Span {
		t.Errorf("the selection went from %q to %q", before.Text, after.Text)
	}
}

func TestResetEmptiesTheBox(t *testing.T) {
	l := walked()
	generation := l.Generation()
	l.Reset()
	if _, ok := l.Selected(); ok || l.Query() != "" || l.Generation() == generation {
		t.Error("something of the last look-up is left")
	}
}

func TestLookupCursorHidesAmongTheAnswers(t *testing.T) {
	l := walked()
	if c := l.Cursor(); c == nil || c.Blink {
		t.Fatalf("cursor %v while typing", c)
	}
	l.Update(press("tab"))
	if l.Cursor() != nil {
		t.Error("the cursor says that letters are typed while y copies")
	}
}

func TestCursorStandsBehindTheQuery(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {40, 15}, {20, 6}} {
		l, p := walked(), NewPrompt()
		l.SetSize(size[0], size[1])
		p.Paste("net profit")
		p.SetSize(size[0], size[1])
		for name, s := range map[string]interface {
			surfaceOf
			Cursor() *tea.Cursor
		}{"look-up": l, "prompt": p} {
			x, y, _, _ := s.Rect()
			c := s.Cursor()
			line := strings.Split(plain(s.Lines()), "\n")[c.Y-y]
			if before := string([]rune(line)[:c.X-x]); !strings.HasSuffix(before, "profit") {
				t.Errorf("%s at %v: the cursor stands behind %q", name, size, before)
			}
		}
	}
}

func TestLookupMouse(t *testing.T) {
	l := walked()
	row := func(text string) int {
		for i, line := range strings.Split(plain(l.Lines()), "\n") {
			if strings.Contains(line, text) {
				return i
			}
		}
		t.Fatalf("no row says %q", text)
		return 0
	}
	if e := l.Click(10, row("alleged")); e != Moved {
		t.Fatalf("a click on an answer: event %d", e)
	}
	if a, _ := l.Selected(); a.Kind != model.KindFact {
		t.Fatalf("the click selected %q", a.Text)
	}
	if e := l.Click(10, row("alleged")); e != Accepted {
		t.Errorf("a click on the selected answer: event %d", e)
	}
	if e := l.Click(10, 1); e != None || l.Cursor() == nil {
		t.Error("a click on the line does not lead back to it")
	}
	l.SetSize(60, 16)
	before := plain(l.Lines())
	l.Wheel(3)
	if plain(l.Lines()) == before {
		t.Error("the wheel moves nothing")
	}
	l.Wheel(-300)
	if plain(l.Lines()) != before {
		t.Error("the wheel does not lead back")
	}
}

func TestPrompt(t *testing.T) {
	p := NewPrompt()
	steps{{"a", Changed}, {"enter", Accepted}, {"backspace", Changed}, {"backspace", Closed}}.run(t, p)
	steps{{"n", Changed}, {"N", Changed}, {"left", None}, {"esc", Closed}}.run(t, p)
	p.SetSize(80, 24)
	p.SetResult("no match", true)
	if x, y, w, h := p.Rect(); x != 0 || y != 23 || w != 80 || h != 1 {
		t.Errorf("the prompt is %d×%d at %d,%d", w, h, x, y)
	}
	if got := plain(p.Lines()); !strings.Contains(got, "/nN") || !strings.Contains(got, "no match") {
		t.Error(got)
	}
}

func TestPasteIsOneCleanLine(t *testing.T) {
	for pasted, want := range map[string]string{
		"net\nprofit":                        "net profit",
		"net\r\n\tprofit\n":                  "net   profit",
		"\x1b[31mnet\x1b[0m profit\x07":      "net profit",
		"\x1b]52;c;aGk=\x07net":              "net",
		"a\u202eb\u2066c\u200bd":             "abcd",
		"\xff\xfenet":                        "net",
		"علی\u200cرضا":                       "علی\u200cرضا",
		"a\u009b31mb":                        "a31mb",
		strings.Repeat("x", 10_000) + "\x1b": strings.Repeat("x", queryMax),
	} {
		l, p := NewLookup(), NewPrompt()
		l.Paste(pasted)
		p.Paste(pasted)
		if l.Query() != want || p.Query() != want {
			t.Errorf("%.40q pasted is %q and %q, want %q", pasted, l.Query(), p.Query(), want)
		}
	}
}

func TestHelpKeys(t *testing.T) {
	h := NewHelp()
	h.SetSize(80, 24)
	top := plain(h.Lines())
	steps{{"j", None}, {"down", None}, {"space", None}, {"d", None}, {"G", None}}.run(t, h)
	end := plain(h.Lines())
	if !strings.Contains(end, "Ctrl-c") || strings.Contains(end, "↓ more") || !strings.Contains(end, "↑ more") {
		t.Errorf("G does not show the end:\n%s", end)
	}
	steps{{"k", None}, {"b", None}, {"u", None}, {"g", None}}.run(t, h)
	if plain(h.Lines()) != top {
		t.Error("g does not show the start again")
	}
	steps{{"x", Unused}, {"esc", Closed}, {"?", Closed}, {"f1", Closed}, {"q", Closed}}.run(t, h)
}

// Help is made from the table, so it names every key there is.
func TestHelpListsEveryBinding(t *testing.T) {
	for _, size := range [][2]int{{160, 50}, {80, 24}, {40, 15}, {20, 6}} {
		h := NewHelp()
		_, _, w, _ := Inner(size[0], size[1])
		text := strings.Join(strings.Fields(plain(h.text(w, 1))), " ")
		for _, g := range keymap.Groups() {
			if !strings.Contains(text, g.Heading) {
				t.Errorf("at %v help lacks the heading %q", size, g.Heading)
			}
			for _, b := range g.Table {
				// Columns interleave their rows, so there only words are together.
				for _, word := range append(strings.Fields(b.Help), strings.Fields(b.Shown)...) {
					if b.Help != "" && !strings.Contains(text, word) {
						t.Errorf("at %v help lacks %q of %q %q", size, word, b.Shown, b.Help)
					}
				}
			}
		}
	}
}

// The whole of help is seen at once on a screen of a usual size.
func TestHelpFits(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {160, 50}} {
		h := NewHelp()
		h.SetSize(size[0], size[1])
		if got := plain(h.Lines()); strings.Contains(got, "↓ more") {
			t.Errorf("at %v help goes on:\n%s", size, got)
		}
	}
}

func TestLinksKeys(t *testing.T) {
	for name, s := range map[string]steps{
		"moving":     {{"j", Moved}, {"down", Moved}, {"k", Moved}, {"up", Moved}, {"up", None}, {"tab", Moved}, {"shift+tab", Moved}},
		"ends":       {{"G", Moved}, {"g", Moved}, {"end", Moved}, {"home", Moved}},
		"following":  {{"enter", Accepted}},
		"copying":    {{"y", Copied}},
		"by number":  {{"3", Accepted}, {"9", None}, {"0", None}},
		"other keys": {{"x", Unused}},
		"closing":    {{"esc", Closed}, {"f", Closed}, {"q", Closed}},
	} {
		t.Run(name, func(t *testing.T) {
			l := NewLinks(links())
			l.SetSize(80, 24)
			l.Lines()
			s.run(t, l)
		})
	}
}

// With more than nine links a digit waits for another where one can follow.
func TestLinkNumbersOfTwoDigits(t *testing.T) {
	l := NewLinks(make([]Link, 23))
	l.SetSize(80, 60)
	l.Lines()
	for _, c := range []struct {
		keys string
		want int
		last Event
	}{{"12", 12, Accepted}, {"3", 3, Accepted}, {"2", 2, Moved}, {"23", 23, Accepted}, {"1", 1, Moved}} {
		var last Event
		for _, k := range c.keys {
			last = l.Update(press(string(k)))
		}
		if i, _ := l.Selected(); i != c.want-1 || last != c.last {
			t.Errorf("%s selects link %d with event %d", c.keys, i+1, last)
		}
		l.Update(press("end"))
	}
}

func TestNoLinks(t *testing.T) {
	l := NewLinks(nil)
	l.SetSize(80, 24)
	if got := plain(l.Lines()); !strings.Contains(got, "There are no links on this screen.") {
		t.Error(got)
	}
	steps{{"enter", None}, {"y", None}, {"1", None}, {"j", None}, {"esc", Closed}}.run(t, l)
	if _, ok := l.Selected(); ok {
		t.Error("a link is selected where there is none")
	}
}

func TestLinksClick(t *testing.T) {
	l := NewLinks(links())
	l.SetSize(80, 24)
	l.Lines()
	if e := l.Click(5, l.listTop+3); e != Moved {
		t.Errorf("event %d", e)
	}
	if i, _ := l.Selected(); i != 1 {
		t.Errorf("the click selected link %d", i+1)
	}
	if e := l.Click(5, l.listTop+3); e != Accepted {
		t.Errorf("event %d", e)
	}
	if e := l.Click(5, 0); e != None {
		t.Errorf("a click on the border: event %d", e)
	}
}

func TestCardKeys(t *testing.T) {
	c := NewCard(open().Document(), 0)
	c.SetSize(80, 24)
	steps{{"n", Next}, {"enter", Next}, {"N", Previous}, {"y", Copied}, {"down", None}, {"x", Unused}, {"K", Closed}, {"esc", Closed}}.run(t, c)
	several := NewCard(open().Document(), 1, 0)
	several.SetSize(80, 24)
	steps{{"down", Moved}}.run(t, several)
	if several.Name() != 0 {
		t.Errorf("↓ chose name %d", several.Name())
	}
	steps{{"up", Moved}, {"up", Moved}, {"n", Next}}.run(t, several)
	if got := plain(several.Lines()); !strings.Contains(got, "Southport ─") {
		t.Errorf("the card is not that of the chosen name:\n%s", got)
	}
	if e := several.Click(4, 2); e != Moved || several.Name() != 1 {
		t.Errorf("a click on the other name: event %d", e)
	}
}

func TestWhyKeys(t *testing.T) {
	w := NewWhy(open().Document(), model.KindFact, 0)
	w.SetSize(80, 24)
	steps{{"j", None}, {"G", None}, {"enter", Accepted}, {"y", Copied}, {"x", Unused}, {"i", Closed}, {"q", Closed}, {"esc", Closed}}.run(t, w)
}

// The keys work on a keyboard of another alphabet, and there too letters are
// letters where one types.
func TestKeysOfAnotherAlphabet(t *testing.T) {
	cyrillic := func(text rune, place rune) tea.KeyPressMsg {
		return tea.KeyPressMsg(tea.Key{Text: string(text), Code: text, BaseCode: place})
	}
	h := NewHelp()
	h.SetSize(80, 24)
	if e := h.Update(cyrillic('о', 'j')); e != None {
		t.Errorf("j in help: event %d", e)
	}
	if e := h.Update(cyrillic('й', 'q')); e != Closed {
		t.Errorf("q in help: event %d", e)
	}
	l := NewLinks(links())
	l.SetSize(80, 24)
	if e := l.Update(cyrillic('&', '3')); e != Accepted {
		t.Errorf("3 in links: event %d", e)
	}
	if i, _ := l.Selected(); i != 2 {
		t.Errorf("3 selects link %d", i+1)
	}
	look := walked()
	if e := look.Update(cyrillic('н', 'y')); e != Changed || !strings.HasSuffix(look.Query(), "н") {
		t.Errorf("a letter in the look-up: event %d, query %q", e, look.Query())
	}
}
