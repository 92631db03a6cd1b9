package plain

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gloss/content/clean"
	"gloss/content/markdown"
	"gloss/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// texts are the plain texts of testdata by name.
func texts(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no texts", err)
	}
	all := map[string]string{}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(path), ".txt")] = string(b)
	}
	return all
}

func TestMarkdown(t *testing.T) {
	for name, text := range texts(t) {
		t.Run(name, func(t *testing.T) {
			golden, got := filepath.Join("testdata", name+".golden"), Markdown(text)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs (go test -update, then read the difference):\n%s", golden, got)
			}
		})
	}
}

// headings are the levels and titles of the headings that a text is given.
func headings(text string) []string {
	var all []string
	_, sections := markdown.Scan(clean.Body(Markdown(text)))
	for _, s := range sections {
		all = append(all, fmt.Sprint(s.Level, " ", s.Title))
	}
	return all
}

func TestHeadingsOfTheArticle(t *testing.T) {
	text, err := os.ReadFile("../article/testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"1 AI Rivalry Heats Up: DeepSeek’s Challenge to OpenAI’s Leadership",
		"2 OpenAI’s Concerns: Is DeepSeek Borrowing Their Work?",
		"2 Connection to Phi-4",
		"2 Security Concerns: Why Is the U.S. Worried?",
		"2 Meta Isn’t Sweating It: Zuckerberg Has Other Plans",
		"2 Meta’s Financial Strength",
		"2 The Technology Behind DeepSeek: How Does It Work?",
		"2 Ethical Questions: Where to Draw the Line?",
		"2 The Global Race for AI Dominance",
		"2 The Future of AI: What Can We Expect?",
		"2 Who’s Watching Whom?",
		"2 What Does This Mean for the Future of AI?",
		"2 Conclusion",
	}
	if got := headings(string(text)); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const prose = "The ferry had not run since Michaelmas, and old Tobias, who kept the ropes, said that it would not run again until somebody paid him what he was owed.\n"

// wrapped is prose as a typewriter writes it, with the first line indented.
func wrapped(indent string) string {
	return indent + "The ferry had not run since Michaelmas, and old Tobias, who\nkept the ropes, said that it would not run again until\nsomebody paid him what he was owed. Nobody did, and the river\nwent on as rivers do.\n"
}

func TestHeadings(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"one line a paragraph", "On Ferries\n" + prose + "The Ropes\n" + prose, "1 On Ferries, 2 The Ropes"},
		{"wrapped, with blank lines", "On Ferries\n\n" + wrapped("") + "\nThe Ropes\n\n" + wrapped("") + "\n" + wrapped(""), "1 On Ferries, 2 The Ropes"},
		{"wrapped, without blank lines", "On Ferries\n" + wrapped("") + "The Ropes\n" + wrapped(""), "1 On Ferries, 2 The Ropes"},
		{"wrapped, indented", "On Ferries\n" + wrapped("   ") + wrapped("   ") + "The Ropes\n" + wrapped("   "), "1 On Ferries, 2 The Ropes"},
		{"numbered", "1 Introduction\n" + prose + "1.1 Ropes\n" + prose + "2 Lamps\n" + prose, "2 1 Introduction, 3 1.1 Ropes, 2 2 Lamps"},
		{"underlined", "On Ferries\n==========\n" + prose + "\nThe Ropes\n---------\n" + prose, "1 On Ferries, 2 The Ropes"},
		{"over and under", "==========\nOn Ferries\n==========\n\n" + prose, "1 On Ferries"},
		{"chapters", "PART ONE\nCHAPTER I\n" + prose + "CHAPTER II. THE ROPES\n" + prose, "2 PART ONE, 3 CHAPTER I, 3 CHAPTER II. THE ROPES"},
		{"a chapter and its name", "Chapter 1\n\nThe Ropes\n\n" + prose, "2 Chapter 1 The Ropes"},
		{"a sentence about a chapter", prose + "Chapter 3 describes the ropes.\n" + prose, ""},
		{"a list of chapters", prose + "Chapter 1. Ropes\nChapter 2. Lamps\nChapter 3. Oil\n" + prose, ""},
		{"a list", prose + "1. Milk\n2. Eggs\n3. Oil\n" + prose, ""},
		{"questions of an interview", prose + "What do you do when it rains?\n" + prose + "And when it does not?\n" + prose, ""},
		{"a caption", prose + "Figure 2. The ferry in spring\n" + prose, ""},
		{"a byline", "On Ferries\nBy Ada Merrow\n" + prose, "1 On Ferries"},
		{"two sentences", "Text first.\nAnd then some more of it.\n", ""},
		{"a sentence before a paragraph", "Text first.\n\n" + prose, ""},
		{"a title with a full stop", "The Ropes of Old Tobias.\n\n" + prose, "1 The Ropes of Old Tobias."},
		{"a title in capitals", "THE ROPES.\n\n" + prose, "1 THE ROPES."},
		{"credits", strings.Repeat(prose+"Photo by Ada Merrow\n", 4), ""},
	} {
		if got := strings.Join(headings(c.text), ", "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"blank lines", "\n \n\n", ""},
		{"wrapped lines are joined",
			"A lamp is lit by the keeper when the ferry runs late, and it\nburns until the ferry has come back to the bank where the\nkeeper waits.\n",
			"A lamp is lit by the keeper when the ferry runs late, and it burns until the ferry has come back to the bank where the keeper waits.\n"},
		{"numbers that do not count are kept", prose + "4. Fourth of them.\n2. Second, and so on.\n", prose + "\n4\\. Fourth of them.\n\n2\\. Second, and so on.\n"},
		{"a list behind a list", prose + "\n1. Milk\n2. Eggs\n\n1. Oil\n2. Rope\n", prose + "\n1. Milk\n2. Eggs\n\n<!-- -->\n\n1. Oil\n2. Rope\n"},
		{"a list in a list", "- One\n  - Two\n- Three\n", "- One\n  - Two\n- Three\n"},
		{"code keeps its lines", prose + "\n    if (a == b) {\n        c();\n\n        d();\n    }\n", prose + "\n```\nif (a == b) {\n    c();\n\n    d();\n}\n```\n"},
		{"code with a fence", prose + "\n    ```\n    a = b\n    ```\n", prose + "\n````\n```\na = b\n```\n````\n"},
	} {
		if got := Markdown(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// lookalikes are texts that look like mark-up.
var lookalikes = []string{
	"*", "* a", "*a*", "a*b*c", "_a_", "__init__", "a_b_c", "`a`", "``", "# a", "#a", "a #", "#", "> a", "- a", "  - a", "+ a", "1. a", "2. b", "1) a", "a\\", "\\*", "\\a",
	"<b>", "<http://a.b>", "a < b", "&amp;", "&#65;", "& a", "[a](b)", "[a]: b", "[a][b]", "![a](b)", "[^a]", "[^a]: b", "[x] a", "- [x] a", "~~a~~", "~a~", "~~~", "```",
	": a", "===", "a\n===", "---", "| a | b |", "a | b\n--|--\n1 | 2", "a  \nb", "www.a.b_c_", "http://a.b/c_d_", "http://a.b/*c*&amp;d", "a@b.c", "<!-- a -->", "<?a?>", "0. a", "123456789. a", "    a", "\ta", "    a = b",
	"[a]\n\n    [a]: b = c", "a\\\n  b\nc\n\nd\n\ne\n\nf", ">> a", "I", "CHAPTER I", "Chapter 2. A", "A: b", "a\u2028# b", "é_a_", "a_é_",
}

func TestTextIsNoMarkup(t *testing.T) {
	for _, a := range lookalikes {
		checkWords(t, prose+a+"\n"+prose)
		for _, b := range lookalikes {
			checkWords(t, a+"\n"+b)
			checkWords(t, a+"\n\n"+b+"\n")
		}
	}
}

func TestEveryWordIsKept(t *testing.T) {
	for name, text := range texts(t) {
		if name != "rfc" && name != "pages" { // their furniture goes
			checkWords(t, text)
		}
	}
}

// checkWords holds that the Markdown of a text shows every character of it but
// spaces, rules and the marks of items and quotes, and no others.
func checkWords(t *testing.T, text string) {
	t.Helper()
	made := Markdown(text)
	if got, want := drop(shown(clean.Body(made))), drop(clean.Body(text)); got != want {
		t.Errorf("%q became\n%s\nwhich shows %s", text, made, difference(got, want))
	}
}

// shown is what a reader sees of a Markdown text, marks of lists included.
func shown(text string) string {
	var b strings.Builder
	blocks, _ := markdown.Scan(text)
	for _, block := range blocks {
		for _, leaf := range markdown.Leaves(text, block) {
			for _, mark := range leaf.Marks {
				if mark.Kind == model.Item && mark.First {
					b.WriteString(mark.Text + " ")
				}
			}
			b.WriteString(leaf.Shown().Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// drop leaves out spaces, the marks of items and quotes, and rules.
func drop(s string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, "-+>=•◦▪‣●○■∙⁃➢✓❖☐☑")
		if bare := strings.Trim(word, "*_~#^"); bare != "" && bare != "o" { // a bullet of typewriters
			b.WriteString(word)
		}
	}
	return b.String()
}

// What is shown first of a long text stays when the rest is read.
func TestHeadIsWhatTheWholeBeginsWith(t *testing.T) {
	for name, text := range texts(t) {
		whole := strings.Repeat(text+"\n", 1+200<<10/len(text))
		made := Markdown(whole)
		for cut := headSize; cut < headSize+4000; cut += 397 {
			at := strings.LastIndexByte(whole[:cut], '\n') + 1
			head := Head(whole[:at])
			if !strings.HasPrefix(made, head) {
				t.Fatalf("%s: cut at %d: %s", name, at, difference(head, made))
			}
			if all := Markdown(whole[:at]); len(all)-len(head) > 4<<10 {
				t.Errorf("%s: of %d bytes only %d are certain", name, len(all), len(head))
			}
		}
	}
}

const headSize = 66 << 10

func difference(head, made string) string {
	i := 0
	for i < min(len(head), len(made)) && head[i] == made[i] {
		i++
	}
	return fmt.Sprintf("%q, want %q", head[max(0, i-60):min(len(head), i+60)], made[max(0, i-60):min(len(made), i+60)])
}

func FuzzMarkdown(f *testing.F) {
	for _, text := range texts(f) {
		f.Add(text)
	}
	for _, text := range lookalikes {
		f.Add(text)
	}
	f.Add("1. a\n2. b\n\n[Page 1]\n\f\nhead\n- c\n  d\n> e\n>> f\n***\n")
	f.Fuzz(func(t *testing.T, text string) {
		made := Markdown(text)
		if clean.Body(made) != made {
			t.Fatalf("%q became %q, which is not clean", text, made)
		}
		if !strings.HasPrefix(made, Head(text)) {
			t.Fatalf("%q: Head is no beginning", text)
		}
		if !strings.Contains(text, "[Page ") && !strings.Contains(text, "\f") {
			checkWords(t, text)
		}
	})
}

// The whole of a file is read before any of its sections can be listed.
func BenchmarkMarkdown(b *testing.B) {
	long := strings.Repeat("Meta remains financially robust, as evidenced by its results. ", 8) + "\n"
	for name, text := range map[string]string{
		"paragraphs": strings.Repeat("A Section of It\n"+long+long, 10000),
		"wrapped":    strings.Repeat(strings.Repeat("Meta remains financially robust, as evidenced by its results.\n", 8)+"\n", 20000),
		"short":      strings.Repeat("The water rose, the water fell,\nWe counted every bell;\nAnd those who went\n\n", 100000),
		"list":       strings.Repeat("- Meta remains robust\n", 400000),
		"code":       strings.Repeat("    if (a == b) {\n        c();\n    }\n\n", 200000),
		"one line":   strings.Repeat("word ", 2<<20),
		"one letter": strings.Repeat("a\n", 2<<20),
		"stars":      strings.Repeat("*", 10<<20),
		"blank":      strings.Repeat("\n", 10<<20),
		"pages":      strings.Repeat("\f", 10<<20),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Markdown(text)
			}
		})
	}
}
