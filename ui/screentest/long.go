package screentest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// LongMarkdown is about size bytes of Markdown of every kind: sections of
// prose with emphasis and links, lists, quotes, tables and code, from a
// vocabulary of some thousand words. It is the same every time.
func LongMarkdown(size int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 4000)
	for i := range words {
		word := make([]byte, 3+r.IntN(8))
		for j := range word {
			word[j] = "etaoinshrdlucmfwypvbgk"[r.IntN(22)]
		}
		words[i] = string(word)
	}
	zipf := rand.NewZipf(r, 1.2, 4, uint64(len(words)-1))
	sentence := func(n int) string {
		s := make([]string, n)
		for i := range s {
			s[i] = words[zipf.Uint64()]
		}
		s[0] = strings.ToUpper(s[0][:1]) + s[0][1:]
		return strings.Join(s, " ") + "."
	}
	var out strings.Builder
	out.WriteString("# A long text\n\n")
	for section := 1; out.Len() < size; section++ {
		fmt.Fprintf(&out, "## Section %d %s\n\n", section, sentence(4))
		for range 6 {
			fmt.Fprintf(&out, "%s %s *%s* and [%s](https://example.org/%d) %s\n\n",
				sentence(14), sentence(20), words[zipf.Uint64()], words[zipf.Uint64()], section, sentence(24))
		}
		fmt.Fprintf(&out, "- %s\n- %s **%s**\n- %s\n\n", sentence(9), sentence(12), words[zipf.Uint64()], sentence(7))
		fmt.Fprintf(&out, "> %s\n\n", sentence(22))
		if section%5 == 0 {
			out.WriteString("```go\nfunc add(a, b int) int {\n\treturn a + b\n}\n```\n\n")
		}
		if section%7 == 0 {
			fmt.Fprintf(&out, "| %s | %s |\n|---|---:|\n| %s | 12 |\n| %s | 7 |\n\n", words[1], words[2], words[3], words[4])
		}
	}
	return []byte(out.String())
}
