package sentence

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplit(t *testing.T) {
	// The sentences are written with | between them.
	for _, want := range []string{
		"",
		"No stop at the end",
		"One. |Two! |Three? |Four",
		"The U.S. Navy has banned it. |It is a risk.",
		"It left the U.S. |The Navy stayed.",
		"Security Concerns: Why Is the U.S. Worried?",
		"Mr. Sacks met Dr. No. |He said no. |Then he left.",
		"See No. 5 and Fig. 3 on p. 12. |Done.",
		"On Jan. 29 it rose, e.g. In Europe.",
		"J. R. R. Tolkien wrote it. |So did I. |The end.",
		"Apple Inc. Chief Cook spoke. |He works at Apple Inc. |It pays.",
		"3.35 billion people used it. |3 did not.",
		"It relies on others’ work.” |He agreed.",
		"“They use our work.” |“We do not!” |Who knows?",
		"“Why?” he asked. |“Really?” |She left.",
		"Wait… what? |No… |Yes.",
		"Well... |Then... nothing.",
		"(He left.) |Then it rained.",
		"One of the key questions is: Was DeepSeek built from scratch, or did it rely on others’ work?",
		"It rose; it fell: it rests.",
		"A line|\nAnother line. |Third",
		"Name|\tValue|\n1.5|\tTwo. |Three",
		"1. First of a list. |2nd.",
		"これは文です。|次の文！|終わり",
		"Yahoo! is a firm. |Is it?! |Yes.",
		"Visit gloss.example.com today. |Thanks.",
		"Il a dit « oui. » |Puis rien.",
		"At 5 p.m. Tuesday it closed. |At 6 p.m. |It opened.",
		"   Spaces round.   |   All of it.   ",
	} {
		text := strings.ReplaceAll(want, "|", "")
		var parts []string
		for _, part := range strings.Split(want, "|") {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
		var got []string
		for _, r := range Split(text) {
			got = append(got, text[r[0]:r[1]])
		}
		if !slices.Equal(got, parts) {
			t.Errorf("Split(%q)\n got %q\nwant %q", text, got, parts)
		}
	}
}

// Sentences are in order, apart, inside the text, on rune borders, without
// space round them, and nothing but space is left out.
func FuzzSplit(f *testing.F) {
	f.Add("One. Two! “Three?” he said.\nFour… 5.5 U.S. The")
	f.Add("。。 . . .\t.\xff.\u00a0")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, r := range Split(text) {
			if r[0] < at || r[1] <= r[0] || r[1] > len(text) {
				t.Fatalf("range %v after %d in %d bytes", r, at, len(text))
			}
			if strings.TrimSpace(text[at:r[0]]) != "" {
				t.Fatalf("left out %q", text[at:r[0]])
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[r[0]:r[1]]) {
				t.Fatalf("%v is not on rune borders", r)
			}
			if part := text[r[0]:r[1]]; part != strings.TrimSpace(part) {
				t.Fatalf("%q has space round it", part)
			}
			at = r[1]
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("left out %q", text[at:])
		}
	})
}

// Reading a long text must stay linear: an index cuts all of it.
func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The U.S. Navy has banned its personnel from using it, citing “risks.” Why? ", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}
