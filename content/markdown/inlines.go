package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"gloss/content/clean"
	"gloss/model"
)

// inlines builds the inlines of a leaf. Runs of the text that are shown as they
// stand are joined as long as style and link stay the same; each is a slice of
// the document's text, so that a plain paragraph costs one allocation.
type inlines struct {
	doc  string
	base int // of the block in doc: positions given are within the block
	from int // what is before is not the document's
	out  []model.Inline

	style model.Style
	link  string
	// The same, set by HTML tags, which need not nest with the rest.
	tagStyle model.Style
	tagLink  string
	hidden   string // the script or style tag that is open: its text is not shown

	run      model.Span // shown as it stands, not yet in out
	runStyle model.Style
	runLink  string
	verbatim bool // newlines are shown as such
}

// take is what was built; the builder is ready for the next leaf.
func (b *inlines) take() []model.Inline {
	b.flush()
	out := b.out
	b.out = nil
	return out
}

// exact adds the bytes [start, end) of the block, shown as they stand.
func (b *inlines) exact(start, end int) {
	if start >= end || start < b.from || b.hidden != "" {
		return
	}
	start, end = start+b.base, end+b.base
	style, link := b.looks()
	if b.run.End != start || b.runStyle != style || b.runLink != link {
		b.flush()
		b.run.Start, b.runStyle, b.runLink = start, style, link
	}
	b.run.End = end
}

// looks is the style and link of what is added now.
func (b *inlines) looks() (model.Style, string) {
	return b.style | b.tagStyle, choose(b.link != "", b.link, b.tagLink)
}

// isEmpty reports whether nothing was added to the leaf.
func (b *inlines) isEmpty() bool { return len(b.out) == 0 && b.run.Empty() }

func (b *inlines) flush() {
	if !b.run.Empty() {
		text := b.doc[b.run.Start:b.run.End]
		if !b.verbatim && strings.IndexByte(text, '\n') >= 0 {
			text = strings.ReplaceAll(text, "\n", " ")
		}
		b.out = append(b.out, model.Inline{Text: text, Span: b.run, Style: b.runStyle, Link: b.runLink})
	}
	b.run = model.Span{}
}

// stands adds a text that stands for the bytes [start, end) of the block.
func (b *inlines) stands(text string, start, end int) {
	if text == "" || start < b.from || b.hidden != "" {
		return
	}
	b.flush()
	style, link := b.looks()
	add := func(text string, start, end int) {
		b.out = append(b.out, model.Inline{Text: text, Span: model.Span{Start: start + b.base, End: end + b.base}, Style: style, Link: link})
	}
	_, first := utf8.DecodeRuneInString(text)
	if n := end - start; len(text) == n && first < n-1 && text != b.doc[start+b.base:end+b.base] {
		// As long as what it stands for by accident ("&#9;" is four spaces): in
		// two unequal parts it is not taken for exact.
		add(text[:first], start, start+first+1)
		add(text[first:], start+first+1, end)
		return
	}
	add(text, start, end)
}

// decoded adds the bytes [start, end) of the block with its escapes and
// entities resolved.
func (b *inlines) decoded(start, end int) {
	if start < b.from {
		return
	}
	src := b.doc[b.base+start : b.base+end]
	from := 0
	for i := 0; i < len(src); {
		next := strings.IndexAny(src[i:], `\&`)
		if next < 0 {
			break
		}
		i += next
		text, n := "", 0
		if src[i] == '&' {
			text, n = entity(src[i:])
		} else if i+1 < len(src) && util.IsPunct(src[i+1]) {
			text, n = src[i+1:i+2], 2
		}
		if n == 0 {
			i++
			continue
		}
		b.exact(start+from, start+i)
		b.stands(text, start+i, start+i+n)
		i += n
		from = i
	}
	b.exact(start+from, end)
}

// entityMax is longer than the longest entity there is.
const entityMax = 40

// entity is the character that src starts with the entity of, cleaned, and the
// entity's length; 0 where it starts with none.
func entity(src string) (text string, n int) {
	end := strings.IndexByte(src[:min(len(src), entityMax)], ';')
	if end < 2 {
		return "", 0
	}
	name := src[1:end]
	if name[0] != '#' {
		found, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return clean.Decoded(string(found.Characters)), end + 1
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base, most = digits[1:], 16, 6
	}
	if len(digits) > most || strings.ContainsAny(digits, "+-_") {
		return "", 0
	}
	code, err := strconv.ParseInt(digits, base, 32)
	if err != nil {
		return "", 0
	}
	char := rune(code)
	if char == 0 || !utf8.ValidRune(char) {
		char = utf8.RuneError
	}
	return clean.Decoded(string(char)), end + 1
}
