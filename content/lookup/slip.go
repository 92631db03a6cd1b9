package lookup

// A slip of typing is a letter too many, too few or wrong, or two neighbours
// swapped: one edit of the optimal-string-alignment distance (Damerau and
// Levenshtein). Four in five misspellings are one such edit (Damerau 1964), and
// few begin with a wrong letter: 1.4 to 7.8 in 100 (Yannakoudakis and Fawthrop
// 1983, Pollock and Zamora 1984). The shorter a word, the more words are one
// edit away that mean something else, so search engines let the edits grow with
// the length (the fuzziness AUTO of Elasticsearch: none below three letters, one
// below six, else two) and keep a beginning as it is (prefix_length). A reader
// who looks up what the text does not have must see that it is not there, so
// here it is stricter:
//
//   - below four letters none, and in four only two neighbours swapped or a
//     letter left out, so that every letter typed is meant;
//   - from five letters on one edit behind the first letter, and from eight two
//     behind the second;
//   - in a word that is still being typed one edit from five letters on, as its
//     beginning is near those of very many words;
//   - none in numbers: 2023 is not a slip for 2024;
//   - none that leads to a word that says nothing: who types three does not mean
//     there.
//
// Of words of one XQuAD article that another lacks, 2 in 100 are answered there,
// and of words mistyped by one edit, seldom in the first letter, 81 in 100 are
// found. With one edit in four letters and two in eight wherever they fall it
// was 7 and 95.
//
// Comparing a query word with each of a hundred thousand words costs too much
// for a keystroke, so two cheap tests come first, and neither loses an answer:
// the lengths may differ by as many letters as there are edits, and the sets
// of letters by twice as many, since one edit takes at most one letter out of
// the set and brings at most one in. The set is one machine word per word of
// the vocabulary (letterSet), and comparing two is a xor and a count of bits.

import (
	"math/bits"
	"unicode/utf8"
)

// allowance is which slips a word may hold.
type allowance struct {
	edits  int
	whole  bool // only neighbours swapped or letters left out, so that all that is typed is meant
	prefix int  // letters at the beginning, in bytes, that are as they should be
}

// allowances are the slips that a word may hold, fewest edits first.
func allowances(word string, unfinished bool) []allowance {
	letters := 0
	for _, r := range word {
		if r >= '0' && r <= '9' {
			return nil
		}
		letters++
	}
	_, one := utf8.DecodeRuneInString(word)
	_, two := utf8.DecodeRuneInString(word[one:])
	switch {
	case letters < 4, letters == 4 && unfinished:
		return nil
	case letters == 4:
		return []allowance{{1, true, one}}
	case letters < 8 || unfinished:
		return []allowance{{1, false, one}}
	}
	return []allowance{{1, false, one}, {2, false, one + two}}
}

// letterSet has a bit for each letter of a word: a to z their own, the letters
// of all other scripts six between them.
func letterSet(word []byte) (set uint32) {
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			if c >= 'a' && c <= 'z' {
				set |= 1 << (c - 'a')
			} else {
				set |= 1 << (26 + c%6)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(word[i:])
		set |= 1 << (26 + uint32(r)%6)
		i += size
	}
	return set
}

// mayBeSlip is the cheap test on letter sets. For an unfinished word only the
// letters typed count: the other may have more.
func mayBeSlip(typed, other uint32, edits int, unfinished bool) bool {
	if unfinished {
		return bits.OnesCount32(typed&^other) <= edits
	}
	return bits.OnesCount32(typed^other) <= 2*edits
}

// distancer computes edit distances from one typed word, keeping its rows.
type distancer struct {
	typed []rune
	other []rune
	rows  [3][]int
}

func newDistancer(typed string) *distancer { return &distancer{typed: []rune(typed)} }

// distance is the number of edits between the typed word and another, or
// limit+1 where it is more than limit. For an unfinished word it is the
// smallest distance to any beginning of the other.
func (d *distancer) distance(other []byte, limit int, unfinished bool) int {
	d.other = d.other[:0]
	for i := 0; i < len(other); {
		r, size := utf8.DecodeRune(other[i:])
		d.other = append(d.other, r)
		i += size
	}
	if unfinished {
		d.other = d.other[:min(len(d.other), len(d.typed)+limit)]
	} else if len(d.other)-len(d.typed) > limit {
		return limit + 1
	}
	if len(d.typed)-len(d.other) > limit {
		return limit + 1
	}
	return d.align(limit, unfinished)
}

// align fills the table row by row, a row for each typed letter, and gives up
// on a row without a cell in reach.
func (d *distancer) align(limit int, unfinished bool) int {
	width := len(d.other) + 1
	for i := range d.rows {
		d.rows[i] = append(d.rows[i][:0], make([]int, width)...)
	}
	before, above, row := d.rows[0], d.rows[1], d.rows[2]
	for j := range row {
		row[j] = j
	}
	least := 0
	for i, a := range d.typed {
		before, above, row = above, row, before
		row[0], least = i+1, i+1
		for j, b := range d.other {
			cost := 1
			if a == b {
				cost = 0
			}
			cell := min(above[j]+cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a == d.other[j-1] && d.typed[i-1] == b {
				cell = min(cell, before[j-1]+1)
			}
			row[j+1] = cell
			least = min(least, cell)
		}
		if least > limit {
			return limit + 1
		}
	}
	if unfinished {
		return min(least, limit+1)
	}
	return min(row[width-1], limit+1)
}
