package notes

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gloss/content/markdown"
	"gloss/model"
)

// fuzzText has one of everything that a quote can meet.
const fuzzText = "# A *b* c\n\nIt’s “so”, **bold and [a link](http://x.org)** &amp; `code`. é 東京\nwrapped  \nhard\n\n" +
	"- One\n- Two\n\n> quoted\n> twice\n\n## D\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx  y\n```\n\nIt’s so. Llama 4 and Llama.\n"

// FuzzDecode: whatever the file holds, nothing panics, every span lies inside the
// text on rune borders, a quote is what the text shows at its span, and mentions
// are in order and apart from each other.
func FuzzDecode(f *testing.F) {
	f.Add("facts:\n  - {text: a, source: b, standing: stated, quote: It's \"so\"}\n")
	f.Add("figures:\n  - {measure: a, value: 1e9, unit: USD, quote: bold and a link & code., change: {value: 3, direction: up}}\n")
	f.Add("questions:\n  - quote: c It’s\n    sides: [One Two, {quote: It's, nth: 2}]\n")
	f.Add("names:\n  - {name: Llama}\n  - {name: Llama 4, type: product, aliases: [京]}\n  - {name: é, type: term}\n")
	f.Add("names:\n  - name: >-\n      Llama\n      4\n    is: x\n    quote: |\n      & code\n")
	f.Add("a: &a [*a, *a]\n")
	f.Add("? - {[\n")
	blocks, _ := markdown.Scan(fuzzText)
	shown := readText(fuzzText, blocks, newFinder())
	f.Fuzz(func(t *testing.T, yaml string) {
		notes, errs := Decode([]byte(yaml), "f.notes.yaml", fuzzText, blocks)
		for _, err := range errs {
			if s := err.Error(); strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) || !strings.HasPrefix(s, "f.notes.yaml") {
				t.Errorf("error %q", s)
			}
			if line := err.(*Problem).Line; line < 0 || line > 1+strings.Count(newlines.Replace(yaml), "\n") {
				t.Errorf("error in line %d", line)
			}
		}
		passage := func(quote string, span model.Span) {
			if span.Start < 0 || span.Empty() || span.End > len(fuzzText) ||
				!utf8.RuneStart(fuzzText[span.Start]) || span.End < len(fuzzText) && !utf8.RuneStart(fuzzText[span.End]) {
				t.Fatalf("span %v of %q", span, quote)
			}
			if s := shownAt(shown, span); s != quote {
				t.Errorf("quote %q, the text shows %q", quote, s)
			}
		}
		for kind := model.KindFact; kind <= model.KindName; kind++ {
			for _, n := range notes.Of(kind) {
				passage(n.Quote, n.Span)
			}
		}
		for _, q := range notes.Questions {
			for _, s := range q.Sides {
				passage(s.Quote, s.Span)
			}
		}
		var all []model.Span
		for _, n := range notes.Names {
			if len(n.Mentions) == 0 {
				t.Errorf("%q is never mentioned", n.Text)
			}
			for i, m := range n.Mentions {
				if i > 0 && m.Start < n.Mentions[i-1].End {
					t.Errorf("%q: mentions out of order", n.Text)
				}
				passage(shownAt(shown, m), m)
				for _, o := range all {
					if m.Overlaps(o) {
						t.Errorf("mentions %v and %v share text", m, o)
					}
				}
				all = append(all, m)
			}
		}
	})
}

// valid are three facts and two questions.
var valid = []string{
	"  - text: One\n    source: me\n    standing: stated\n    quote: It's so.\n",
	"  - {text: Two, source: me, standing: stated, quote: \"c\"}\n",
	"  - text: 'Three'\n    source: me\n    standing: stated\n    quote: >-\n      bold and\n      a link\n",
	"  - quote: \"One\"\n    text: Four\n    sides:\n      - quoted\n      - quote: twice\n",
	"  - text: Five\n    sides: [wrapped, hard]\n    quote: |\n      code\n",
}

// FuzzDamage: whatever is written over a part of one note, the others stay, as
// long as its lines are further in than its dash.
func FuzzDamage(f *testing.F) {
	for _, damage := range []string{": ", "\"", "'", "*b*", "!tag ", "&a ", "{", "}", "[", "- ", "\n- ", "|\n", ">-\n x", "\t", "# ", "? ", "\\", "%", "@", "a: b\nc: d\n"} {
		f.Add(uint8(1), uint8(20), uint8(3), damage)
		f.Add(uint8(3), uint8(9), uint8(0), damage)
	}
	blocks, _ := markdown.Scan(fuzzText)
	f.Fuzz(func(t *testing.T, which, at, length uint8, damage string) {
		if strings.ContainsAny(damage, "\x00\r") || !utf8.ValidString(damage) || len(damage) > 2000 {
			t.Skip() // damage to the file, not to a note
		}
		const dash = len("  - ")
		n := int(which) % len(valid)
		item := valid[n]
		from := dash + int(at)%(len(item)-dash)
		to := min(from+int(length), len(item)-1)
		damaged := slices.Clone(valid)
		damaged[n] = item[:from] + strings.ReplaceAll(damage, "\n", "\n     ") + item[to:]
		for i, r := range rows(damaged[n]) {
			if i > 0 && r.indent < dash-1 {
				t.Skip() // this may open another list, which is damage to the file too
			}
		}
		yaml := "facts:\n" + strings.Join(damaged[:3], "") + "questions:\n" + strings.Join(damaged[3:], "") + "names:\n  - name: Llama\n"
		notes, errs := Decode([]byte(yaml), "f.notes.yaml", fuzzText, blocks)
		kept := map[string]bool{}
		for kind := model.KindFact; kind <= model.KindName; kind++ {
			for _, n := range notes.Of(kind) {
				kept[n.Text] = true
			}
		}
		for i, text := range []string{"One", "Two", "Three", "Four", "Five", "Llama"} {
			if i != n && !kept[text] {
				t.Errorf("%s is gone from\n%s\n%v", text, yaml, errs)
			}
		}
	})
}

// shownAt is what the text shows of a span, leaf by leaf, on one line.
func shownAt(t *folded, span model.Span) string {
	var shown []string
	for _, b := range t.blocks {
		for _, l := range markdown.Leaves(t.source, b) {
			if s := shownIn(l.Shown(), span); s != "" {
				shown = append(shown, s)
			}
		}
	}
	return strings.Join(shown, " ")
}

// FuzzFold: folding twice is folding once, and each byte knows where it is from.
func FuzzFold(f *testing.F) {
	f.Add("  a\u00a0 \n“b’”  é ")
	f.Add("e\u0301 \u212b \u1112\u1161\u11ab \u037e’\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		once, from := fold(nil, []int{}, s)
		if twice := foldString(string(once)); twice != string(once) {
			t.Errorf("%q, then %q", once, twice)
		}
		if len(from) != len(once) {
			t.Fatalf("%d bytes, %d origins", len(once), len(from))
		}
		normal := norm.NFC.IsNormalString(s)
		for i, at := range from {
			if i > 0 && at < from[i-1] || at >= len(s) {
				t.Fatalf("byte %d of %q is from %d, the one before it from %d", i, once, at, from[max(0, i-1)])
			}
			if c := once[i]; c != s[at] && c != ' ' && c != '\'' && c != '"' && normal {
				t.Errorf("byte %d is %q, its origin %q", i, c, s[at])
			}
		}
		if plain, none := fold(nil, nil, s); !reflect.DeepEqual(plain, once) || none != nil {
			t.Errorf("%q with origins, %q without", once, plain)
		}
	})
}
