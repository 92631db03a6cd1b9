package epub

import (
	"strings"
	"testing"
)

// The sections of a book are those of its contents table: a heading with the
// words of a line becomes that line's, or the line gets one of its own.
func TestSections(t *testing.T) {
	for _, c := range []struct {
		name, table string
		pages       []string
		want        string
	}{
		{
			"a heading with the line's words gets the line's level",
			"One=a.xhtml\n.Two=b.xhtml", []string{"<h4>One</h4>", "<h1>Two</h1>"},
			"# Book|## One|### Two",
		}, {
			"signs and case make no difference",
			"1. ‘One’ and two=a.xhtml", []string{"<h1>1 “ONE” AND TWO:</h1>"},
			"# Book|## 1 “ONE” AND TWO:",
		}, {
			"a heading may say more than the line, and less",
			"One=a.xhtml\nChapter 2: Two=b.xhtml", []string{"<h1>Chapter 1. One</h1>x", "<h1>Chapter 2</h1><h2>Two</h2>x"},
			"# Book|## Chapter 1. One|x|## Chapter 2|### Two|x",
		}, {
			"other words are another heading",
			"One=a.xhtml", []string{"<h1>Something else</h1>"},
			"# Book|## One|### Something else",
		}, {
			"a paragraph with the line's words right there is the heading",
			"One=a.xhtml\nTwo=a.xhtml#two", []string{`<p class=x>One</p><p>text</p><p>One</p><div id=two>Two</div>`},
			"# Book|## One|text|One|## Two",
		}, {
			"its number may stand above it",
			"One=a.xhtml\n2. Two=b.xhtml", []string{`<p>Chapter 1</p><p>One</p><p>x</p>`, `<p>2</p><h1>Two</h1><p>x</p>`},
			"# Book|Chapter 1|## One|x|2|## Two|x",
		}, {
			"but not a sentence",
			"One=a.xhtml", []string{`<p>It was like this:</p><p>One</p>`},
			"# Book|## One|It was like this:|One",
		}, {
			"a heading may come after a motto",
			"One=a.xhtml", []string{`<p>Motto</p><h2>One</h2><p>x</p>`},
			"# Book|Motto|## One|x",
		}, {
			"chapters of one file are told apart by fragment",
			"One=a.xhtml#1\nTwo=a.xhtml#2\nThree=a.xhtml#3", []string{`<p id=1>a</p><h2 id=2>Two</h2><p>b</p><p><a id=3></a>c</p>`},
			"# Book|## One|a|## Two|b|## Three|c",
		}, {
			"whatever order the lines are in",
			"Two=a.xhtml#2\nOne=a.xhtml#1", []string{`<p id=1>a</p><p id=2>b</p>`},
			"# Book|## One|a|## Two|b",
		}, {
			"a link may lead behind its heading",
			"One=a.xhtml#1\nTwo=a.xhtml#2", []string{`<h1>One</h1><a id=1></a><p>a</p><h1>Two</h1><a id=2></a><p>b</p>`},
			"# Book|## One|a|## Two|b",
		}, {
			"two lines may lead to one place",
			"Part=a.xhtml\n.One=a.xhtml", []string{`<h1>Part</h1><p>x</p>`},
			"# Book|## Part|### One|x",
		}, {
			"a line without a target stands above what is below it",
			"Part=\n.One=a.xhtml\nPart=\n.Two=b.xhtml", []string{`a`, `b`},
			"# Book|## Part|### One|a|## Part|### Two|b",
		}, {
			"a line that leads nowhere is left out, a lost fragment in the middle too",
			"Gone=gone.xhtml\nOne=a.xhtml#gone\nTwo=a.xhtml#lost", []string{`a`},
			"# Book|## One|a",
		}, {
			"other headings stand below their section, apart as they were",
			"One=a.xhtml\nTwo=b.xhtml", []string{`<h1>One</h1><h2>a</h2><h3>b</h3><h1>c</h1>`, `<h3>a</h3><h4>b</h4>`},
			"# Book|## One|### a|#### b|### c|## Two|### a|#### b",
		}, {
			"a file that goes on with a chapter stands below it",
			".One=a.xhtml\nTwo=c.xhtml", []string{`<h1>One</h1>`, `<h3>goes on</h3>`, `<h1>Two</h1>`},
			"# Book|### One|#### goes on|## Two",
		}, {
			"no heading is deeper than six",
			".....One=a.xhtml", []string{`<h6>One</h6><h6>a</h6>`},
			"# Book|###### One|###### a",
		}, {
			"no heading goes into another or into a list, none breaks a table",
			"One=a.xhtml#1\nTwo=a.xhtml#2\nThree=a.xhtml#3", []string{`<h2>x <a id=1></a>y</h2><ul><li>i</li><li id=2>j</li></ul><table><tr><td id=3>c</table>`},
			"# Book|## One|### x y|## Two|- i|- j|## Three|c",
		}, {
			"the book's title is not repeated by its title page",
			"Book=a.xhtml\nOne=b.xhtml", []string{`<h1>BOOK</h1><p>by me</p>`, `x`},
			"# BOOK|by me|## One|x",
		}, {
			"an outermost line that is the book itself is no level",
			"Book=a.xhtml\n.One=a.xhtml\n.Two=b.xhtml", []string{`a`, `b`},
			"# Book|## One|a|## Two|b",
		}, {
			"without a table the files' own headings make room for the title",
			"", []string{`<h1>One</h1><h2>a</h2>`, `<h2>b</h2>`, `<p>c`},
			"# Book|## One|### a|### b|## Chapter 3|c",
		}, {
			"a heading may have its words in blocks of their own",
			"1 One=a.xhtml#x", []string{`<h3><div>1</div><p id=x>One</p></h3><p>x</p>`},
			"# Book|## 1 One|x",
		}, {
			"an empty heading is none",
			"One=a.xhtml", []string{`<h1></h1><h1> <img src=x></h1><h1><img alt="One" src=x></h1>`},
			"# Book|![](x)|## ![One](x)",
		}, {
			"a table that only repeats itself",
			"One=a.xhtml\nOne=a.xhtml\nOne=a.xhtml", []string{`<h1>One</h1>`},
			"# Book|## One",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t, packed(t, withNav(c.table, c.pages...)...))
			got := anchorTag.ReplaceAllString(text(t, b), "")
			got = strings.Join(strings.FieldsFunc(got, func(r rune) bool { return r == '\n' }), "|")
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
