package screentest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
)

// The texts here are as long as wanted, the same every time, and made of what
// texts are made of: sentences of a vocabulary of some thousand words, common
// ones and rare. The last word of each is LastWord, which stands nowhere else.

// LastWord begins as many words do, so that whoever looks for it has to look
// closely.
const LastWord = "thoroughfare"

// author writes a long text.
type author struct {
	bytes.Buffer
	words []string
	zipf  *rand.Zipf
	r     *rand.Rand
}

func newAuthor(size int) *author {
	r := rand.New(rand.NewPCG(1, 2))
	a := &author{words: make([]string, 4000), r: r}
	for i := range a.words {
		word := make([]byte, 3+r.IntN(8))
		for j := range word {
			word[j] = "etaoinshrdlucmfwypvbgk"[r.IntN(22)]
		}
		a.words[i] = string(word)
	}
	a.zipf = rand.NewZipf(r, 1.2, 4, uint64(len(a.words)-1))
	a.Grow(size + 64<<10)
	return a
}

func (a *author) word() string { return a.words[a.zipf.Uint64()] }

func (a *author) sentence(words int) string {
	s := make([]string, words)
	for i := range s {
		s[i] = a.word()
	}
	s[0] = strings.ToUpper(s[0][:1]) + s[0][1:]
	return strings.Join(s, " ") + "."
}

// paragraph is some sentences of about twelve words.
func (a *author) paragraph(sentences int) string {
	s := make([]string, sentences)
	for i := range s {
		s[i] = a.sentence(6 + a.r.IntN(13))
	}
	return strings.Join(s, " ")
}

// end is the text with its last words.
func (a *author) end() []byte {
	a.WriteString("And that was the last " + LastWord + ".\n")
	return a.Bytes()
}

// LongMarkdown is about size bytes of Markdown of every kind: sections of
// prose with emphasis and links, lists, quotes, tables and code.
func LongMarkdown(size int) []byte {
	a := newAuthor(size)
	a.WriteString("# A long text\n\n")
	for section := 1; a.Len() < size; section++ {
		fmt.Fprintf(a, "## Section %d %s\n\n", section, a.sentence(4))
		for range 6 {
			fmt.Fprintf(a, "%s %s *%s* and [%s](https://example.org/%d) %s\n\n",
				a.sentence(14), a.sentence(20), a.word(), a.word(), section, a.sentence(24))
		}
		fmt.Fprintf(a, "- %s\n- %s **%s**\n- %s\n\n", a.sentence(9), a.sentence(12), a.word(), a.sentence(7))
		fmt.Fprintf(a, "> %s\n\n", a.sentence(22))
		if section%5 == 0 {
			a.WriteString("```go\nfunc add(a, b int) int {\n\treturn a + b\n}\n```\n\n")
		}
		if section%7 == 0 {
			fmt.Fprintf(a, "| %s | %s |\n|---|---:|\n| %s | 12 |\n| %s | 7 |\n\n", a.words[1], a.words[2], a.words[3], a.words[4])
		}
	}
	return a.end()
}

// LongPlain is about size bytes of plain text, set as a typewriter sets a book:
// numbered chapters, lines of at most 72 characters, paragraphs, now and then a
// list or some verse.
func LongPlain(size int) []byte {
	a := newAuthor(size)
	a.WriteString("A LONG TEXT\n\n\n")
	for chapter := 1; a.Len() < size; chapter++ {
		fmt.Fprintf(a, "CHAPTER %d. %s\n\n", chapter, strings.ToUpper(a.word()+" "+a.word()))
		for range 12 {
			a.wrapped(a.paragraph(3+a.r.IntN(6)), 72)
			a.WriteString("\n")
		}
		switch chapter % 4 {
		case 0:
			fmt.Fprintf(a, "  - %s\n  - %s\n  - %s\n\n", a.sentence(7), a.sentence(9), a.sentence(6))
		case 2:
			for range 4 {
				fmt.Fprintf(a, "    %s\n", strings.TrimSuffix(a.sentence(6), "."))
			}
			a.WriteString("\n")
		}
		a.WriteString("\n")
	}
	return a.end()
}

// wrapped writes a text in lines of at most width bytes.
func (a *author) wrapped(text string, width int) {
	for len(text) > width {
		cut := strings.LastIndexByte(text[:width+1], ' ')
		a.WriteString(text[:cut] + "\n")
		text = text[cut+1:]
	}
	a.WriteString(text + "\n")
}

// OneSection is about size bytes of Markdown: one heading and then paragraphs
// only.
func OneSection(size int) []byte {
	a := newAuthor(size)
	a.WriteString("# A long section\n\n")
	for a.Len() < size {
		a.WriteString(a.paragraph(3+a.r.IntN(6)) + "\n\n")
	}
	return a.end()
}

// ManyHeadings is Markdown of so many headings on three levels, each with one
// short sentence below it.
func ManyHeadings(headings int) []byte {
	a := newAuthor(headings * 64)
	for i := range headings {
		level := "###"
		switch {
		case i == 0:
			level = "#"
		case i%8 == 1:
			level = "##"
		}
		fmt.Fprintf(a, "%s %d %s %s\n\n%s\n\n", level, i, a.word(), a.word(), a.sentence(4))
	}
	return a.end()
}
