package overlay

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"gloss/model"
)

// Answer is one result of a look-up as the box shows it.
type Answer struct {
	model.Hit
	Section string  // title of the section it stands in, "" before the first
	Bold    []Range // the words of Quote that the query matched, in order
}

// Source is what Answers asks of an open document.
type Source interface {
	Document() *model.Document
	Leaves(model.Block) []model.Leaf
}

// Answers makes hits ready for the box. It parses the blocks that they stand
// in, so it belongs into the command that looked them up.
func Answers(text Source, hits []model.Hit) []Answer {
	doc := text.Document()
	s := shower{text: text, blocks: map[int]model.Shown{}}
	answers := make([]Answer, len(hits))
	for i, hit := range hits {
		answers[i].Hit = hit
		if at := doc.SectionAt(hit.Span.Start); at >= 0 {
			answers[i].Section = doc.Sections[at].Title
		}
		if len(hit.Match) > 0 {
			answers[i].Bold = bold(hit, s.shown(hit.Span))
		}
	}
	return answers
}

// shower parses each block once.
type shower struct {
	text   Source
	blocks map[int]model.Shown // by the block that the span begins in
}

// shown is what the reader sees of the blocks that the span lies in.
func (s *shower) shown(span model.Span) model.Shown {
	doc := s.text.Document()
	first := doc.BlockAt(span.Start)
	if first < 0 {
		return model.Shown{}
	}
	last := first
	for last+1 < len(doc.Blocks) && doc.Blocks[last+1].Start < span.End {
		last++
	}
	if shown, ok := s.blocks[first]; ok && first == last {
		return shown
	}
	var b model.ShownBuilder
	for _, block := range doc.Blocks[first : last+1] {
		for _, leaf := range s.text.Leaves(block) {
			b.Leaf(leaf)
			b.Gap("\n")
		}
	}
	if first == last {
		s.blocks[first] = b.Shown()
	}
	return b.Shown()
}

// bold finds the matched words of a hit in its quote. The quote is the shown
// passage but for its white space, so the two are walked side by side over
// everything else; a quote that reads otherwise has no bold words.
func bold(hit model.Hit, shown model.Shown) []Range {
	from, to := shown.Range(hit.Span)
	at := align(shown.Text[from:to], hit.Quote)
	if at == nil {
		return nil
	}
	var out []Range
	for _, m := range hit.Match {
		start, end := shown.Range(m)
		start, end = max(start, from), min(end, to)
		if start >= end {
			continue
		}
		_, last := utf8.DecodeLastRuneInString(shown.Text[from:end])
		r := Range{at[start-from], at[end-from-last] + last}
		if r.Start < r.End && r.End <= len(hit.Quote) {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// align is where each byte of shown stands in quote, or nil where the two
// differ in more than white space. What follows the end of a shortened quote
// stands at its end.
func align(shown, quote string) []int {
	at := make([]int, len(shown))
	j := 0
	for i, r := range shown {
		n := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(shown[i:])
		}
		if !unicode.IsSpace(r) {
			for j < len(quote) {
				s, size := utf8.DecodeRuneInString(quote[j:])
				if !unicode.IsSpace(s) {
					break
				}
				j += size
			}
			if j < len(quote) && (j+n > len(quote) || quote[j:j+n] != shown[i:i+n]) {
				return nil
			}
		}
		for k := range n {
			at[i+k] = min(j+k, len(quote))
		}
		if !unicode.IsSpace(r) {
			j = min(j+n, len(quote))
		}
	}
	return at
}
