package model

import "strings"

// Edit is how one text became another: what it begins and ends with is the same
// in both, and something in between is not. It tells where a place of the old
// text is in the new one.
type Edit struct {
	old, new      string
	before, after int // bytes at the beginning and at the end that are the same
}

// Compare is the edit that made one text of another.
func Compare(old, new string) Edit {
	e := Edit{old: old, new: new}
	most := min(len(old), len(new))
	for e.before < most && old[e.before] == new[e.before] {
		e.before++
	}
	for e.after < most-e.before && old[len(old)-1-e.after] == new[len(new)-1-e.after] {
		e.after++
	}
	return e
}

// At is where the place at an offset of the old text is in the new one. In what
// became something else it is found again by its line, or by one near it that is
// still there; where nothing is, it is as far into what stands there now.
func (e Edit) At(at int) int {
	at = max(0, min(at, len(e.old)))
	end := len(e.old) - e.after
	switch {
	case at >= end && e.after > 0:
		return at - len(e.old) + len(e.new)
	case at < e.before || end == e.before:
		return at
	}
	near := e.before + int(float64(at-e.before)/float64(end-e.before)*float64(len(e.new)-e.after-e.before))
	if found, ok := e.byLine(at, near); ok {
		return found
	}
	return start(e.new, min(near, len(e.new)))
}

// linesMax is how many lines on either side of a place it is found again by.
const linesMax = 40

// byLine finds a place by its line or one near it.
func (e Edit) byLine(at, near int) (int, bool) {
	begin := start(e.old, at)
	if found, ok := e.line(begin, near+begin-at); ok {
		return found + at - begin, true
	}
	down, up := begin, begin
	for range linesMax {
		if next := strings.IndexByte(e.old[down:], '\n'); next >= 0 {
			down += next + 1
			if found, ok := e.line(down, near+down-at); ok {
				return found, true
			}
		}
		if up > 0 {
			up = start(e.old, up-1)
			if found, ok := e.line(up, near+up-at); ok {
				return start(e.new, min(found+begin-up, len(e.new))), true
			}
		}
	}
	return 0, false
}

// lineMin is how long a line must be to be told from others, in bytes.
const lineMin = 12

// line is where the line at an offset of the old text is in the new one, the
// nearest to where it is looked for.
func (e Edit) line(at, near int) (int, bool) {
	line, _, _ := strings.Cut(e.old[at:], "\n")
	if len(strings.TrimSpace(line)) < lineMin {
		return 0, false
	}
	line = "\n" + line + "\n"
	text := "\n" + e.new + "\n" // an offset in it is that of the line behind its newline
	near = max(0, min(near, len(e.new)))
	after := strings.Index(text[near:], line)
	before := strings.LastIndex(text[:min(near+len(line), len(text))], line)
	switch {
	case after < 0 && before < 0:
		return 0, false
	case after < 0 || before >= 0 && near-before < after:
		return before, true
	}
	return near + after, true
}

// start is where the line begins that holds an offset.
func start(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }
