package plain

// headingMax is the longest line that may be a heading, in runes.
const headingMax = 120

// reach is how many lines either side of a line tell whether it is a heading.
const reach = 4

// near is a line that may be a heading, with what stands round it.
type near struct {
	at     *line
	behind [reach]*line // the nearest first; nil at the ends of the text
	ahead  [reach]*line
	first  bool // nothing stands before it
	below  bool // the line before it is a heading
	style  *style
	apart  bool // blank lines part it from both, in a text of wrapped lines
	next   bool // its number comes next after that of the last heading
	left   bool // it stands to the left of the text
}

// long reports whether a line is as long as a paragraph is.
func long(l *line) bool { return l != nil && l.width >= 130 }

// short reports whether a line could be a heading, a caption or an item.
func short(l *line) bool { return l != nil && l.width < 80 }

// title reports whether the words begin as those of a title do.
func (m *shape) title() bool { return m.words >= 2 && m.capitals >= 2 && m.lower == 0 }

// stopped reports whether the words are a sentence with its full stop: "Text
// first." Titles of old have one too, but a number or capitals: "A MODEST PROPOSAL."
func (m *shape) stopped() bool {
	return m.last == '.' && m.depth == 0 && !m.title() && m.upper < m.letters
}

// bias is the score of a line without any clue.
const bias = -0.3

// score is how much a line looks like a heading: above 0 it is one.
func (n *near) score() float64 {
	sum, m := float64(bias), n.at.look()
	for i := range clues {
		if clues[i].holds(n, m) {
			sum += clues[i].weight
		}
	}
	return sum
}

// bare reports whether a line holds no words: a figure of a table, a rule.
func bare(l *line) bool { return short(l) && l.look().letters < 2 }

// crowd is how many of the six lines round a line are short.
func (n *near) crowd() int {
	count := 0
	for i := range 3 {
		if short(n.behind[i]) {
			count++
		}
		if short(n.ahead[i]) {
			count++
		}
	}
	return count
}
