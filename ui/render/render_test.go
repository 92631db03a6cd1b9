package render

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"gloss/content/article"
	"gloss/content/markdown"
	"gloss/model"
	"gloss/ui/golden"
	"gloss/ui/theme"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// sgr is the only kind of escape sequence that may come out of this package.
var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

func corpus(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/corpus.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// document renders Markdown at a width.
func document(r *Renderer, doc string, width int) []Row {
	var rows []Row
	blocks, _ := markdown.Scan(doc)
	for i, b := range blocks {
		rows = append(rows, r.Block(markdown.Leaves(doc, b), width, i == 0)...)
	}
	return rows
}

// paragraph renders Markdown of one block without a width.
func paragraph(th *theme.Theme, doc string) []Row { return document(New(th), doc, 0) }

func shown(rows []Row) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(row.Text() + "\n")
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, doc string
		widths    []int
	}{
		{"article", article.Markdown, []int{72, 38}},
		{"corpus", corpus(t), []int{0, 72, 40, 24, 12, 3}},
	} {
		for _, width := range c.widths {
			t.Run(fmt.Sprintf("%s at %d", c.name, width), func(t *testing.T) {
				got := shown(document(New(theme.Dark()), c.doc, width))
				path := filepath.Join("testdata", fmt.Sprintf("%s-%d.golden", c.name, width))
				golden.Equal(t, path, got)
			})
		}
	}
}

func TestEveryWidthKeepsTheContract(t *testing.T) {
	doc := corpus(t)
	blocks, _ := markdown.Scan(doc)
	for _, th := range []*theme.Theme{theme.Dark(), theme.Plain()} {
		r := New(th)
		for width := 0; width <= 120; width += 1 + width/8 {
			for i, b := range blocks {
				leaves := markdown.Leaves(doc, b)
				check(t, doc, leaves, r.Block(leaves, width, i == 0), width)
			}
		}
	}
}

func TestWordsStayWhole(t *testing.T) {
	for _, c := range []struct{ doc, want string }{
		{"The new Phi-4 model", "The new\nPhi-4\nmodel\n"},
		{"an e-mail to all", "an\ne-mail\nto all\n"},
		{"launch Llama 4 soon", "launch\nLlama 4\nsoon\n"},
		{"year-over-year", "year-\nover-\nyear\n"},
		{"on tech—it is", "on\ntech—\nit is\n"},
		{"extraordinary", "extraor\ndinary\n"},
	} {
		if got := shown(document(New(theme.Dark()), c.doc, 7)); got != c.want {
			t.Errorf("%q at 7:\n%s\nwant\n%s", c.doc, got, c.want)
		}
	}
}

// What Markdown's own rules would undo is shown as it is.
func TestShownTextIsNotReadAgain(t *testing.T) {
	for _, text := range []string{`\*`, `\\`, `&amp;`, `&#27;`, `\&lt;`, `C:\dir\-x`, `a\`, `&`, `#1`, `<b>`, `[x](y)`} {
		for style := model.Style(0); style < 32; style++ {
			for _, link := range []string{"", "target"} {
				in := model.Inline{Text: text, Span: model.Span{End: len(text)}, Style: style, Link: link}
				rows := New(theme.Dark()).Block([]model.Leaf{
					{Inlines: []model.Inline{in}},
					{Kind: model.Table, Rows: []model.Row{{{Inlines: []model.Inline{in}}}, {{Inlines: []model.Inline{in}}}}},
				}, 0, true)
				if got := strings.Count(shown(rows), text); got != 3 {
					t.Errorf("%q in style %b, link %q:\n%s", text, style, link, shown(rows))
				}
				// Had the alignment failed, the text would be right but plain.
				if style != 0 && rows[0].Segments[0].Style == "" {
					t.Errorf("%q in style %b, link %q lost its style", text, style, link)
				}
			}
		}
	}
}

func TestStyles(t *testing.T) {
	th := theme.Dark()
	for _, c := range []struct {
		doc  string
		want theme.Style
	}{
		{"**x**", th.Strong},
		{"*x*", th.Emphasis},
		{"***x***", th.Strong.Over(th.Emphasis)},
		{"~~x~~", th.Strike},
		{"**~~x~~**", th.Strong.Over(th.Strike)},
		{"`x`", th.Code},
		{"[x](y)", th.Link},
		{"[**x**](y)", th.Strong.Over(th.Link)},
		{"![x](y)", th.Picture.Over(th.Link)},
		{"# x", th.Heading[0]},
		{"## x", th.Heading[1]},
		{"###### x", th.Heading[5]},
		{"x", th.Text},
	} {
		got := paragraph(th, c.doc)[0].Segments[0]
		if got.Text != "x" || attributes(got.Style) != attributes(c.want.SGR()) {
			t.Errorf("%s: %q in %q, want %q", c.doc, got.Text, got.Style, c.want.SGR())
		}
	}
}

// attributes is a style without regard to the order in which it was written.
func attributes(style string) uv.Style {
	var s uv.Style
	for _, sequence := range sgr.FindAllString(style, -1) {
		p := ansi.NewParser()
		p.SetHandler(ansi.Handler{HandleCsi: func(_ ansi.Cmd, params ansi.Params) { uv.ReadStyle(params, &s) }})
		p.Parse([]byte(sequence))
	}
	return s
}

func TestBothThemesColourCode(t *testing.T) {
	for _, th := range []*theme.Theme{theme.Dark(), theme.Light()} {
		row := paragraph(th, "```go\nreturn 1\n```\n")[0]
		if row.Segments[1].Text != "return" || row.Segments[1].Style != th.CodeBlock.Keyword.SGR() {
			t.Errorf("%s: %+v", th.ID, row.Segments)
		}
	}
}

// stuck is a highlighter that does not come to an end before it is freed.
type stuck struct {
	chroma.Lexer
	begun *atomic.Int32
	freed chan struct{}
}

func (s stuck) Tokenise(*chroma.TokeniseOptions, string) (chroma.Iterator, error) {
	s.begun.Add(1)
	<-s.freed
	return chroma.Literator(), nil
}

// slow takes too long for its last token.
type slow struct{ chroma.Lexer }

func (slow) Tokenise(_ *chroma.TokeniseOptions, code string) (chroma.Iterator, error) {
	tokens := strings.SplitAfter(code, " ")
	return func() chroma.Token {
		if len(tokens) == 0 {
			return chroma.EOF
		}
		token := chroma.Token{Type: []chroma.TokenType{chroma.Comment, chroma.LiteralNumber, chroma.Keyword}[len(tokens)-1], Value: tokens[0]}
		if tokens = tokens[1:]; len(tokens) == 0 {
			<-time.After(codeTime)
		}
		return token
	}, nil
}

func TestNoHighlighterHoldsUpThePage(t *testing.T) {
	named := func(name string) chroma.Lexer {
		return chroma.MustNewLexer(&chroma.Config{Name: name}, func() chroma.Rules { return chroma.Rules{"root": {}} })
	}
	jam := stuck{named("stuck"), new(atomic.Int32), make(chan struct{})}
	lexers.Register(jam)
	t.Cleanup(func() {
		close(jam.freed)
		for range lateMax { // each place is free once its highlighter has ended
			late <- struct{}{}
		}
		for range lateMax {
			<-late
		}
	})
	lexers.Register(slow{named("slow")})
	keyword := theme.Dark().CodeBlock.Keyword.SGR()
	for language, want := range map[string][]string{"stuck": {""}, "slow": {keyword, ""}} {
		row := paragraph(theme.Dark(), "```"+language+"\none two three\n```\n")[0]
		if row.Text() != "  one two three" || len(row.Segments) != 1+len(want) {
			t.Fatalf("%s: %+v", language, row.Segments)
		}
		for i, style := range want {
			if got := row.Segments[1+i].Style; got != style {
				t.Errorf("%s: %q is set in %q, want %q", language, row.Segments[1+i].Text, got, style)
			}
		}
	} // A page full of them is not highlighted, and takes no core each.
	for range 2 * lateMax {
		paragraph(theme.Dark(), "```stuck\none\n```\n")
	}
	if n := jam.begun.Load(); n != lateMax {
		t.Errorf("%d highlighters run on, want %d at most", n, lateMax)
	}
}

func TestPlainThemeHasNoColour(t *testing.T) {
	allowed := regexp.MustCompile("^(\x1b\\[([01479]?(;[1479])*)m)*$")
	for _, row := range document(New(theme.Plain()), corpus(t), 60) {
		for _, s := range row.Segments {
			if !allowed.MatchString(s.Style) {
				t.Errorf("%q is set in %q", s.Text, s.Style)
			}
		}
	}
}

// Whatever Glamour or a highlighter does, the text is there.
func TestTextSurvivesAFailingGlamour(t *testing.T) {
	doc := "Some **words** here"
	r := New(theme.Dark())
	f := flatten(markdown.Leaves(doc, model.Block{Span: model.Span{End: len(doc)}})[0].Inlines)
	rows := r.rows(&f, 10, func() ([]extent, []pen, bool) { return nil, nil, false })
	if got := shown(rows); got != "Some words\nhere\n" {
		t.Errorf("got %q", got)
	}
	if got := rows[1].Segments[0].Span; doc[got.Start:got.End] != "here" {
		t.Errorf("%q", doc[got.Start:got.End])
	}
	if _, err := r.glamour.print(nil, nil, 10); !errors.Is(err, errPanic) {
		t.Errorf("rendering nothing: %v", err)
	}
	if got := shown(document(r, doc, 10)); got != "Some words\nhere\n" {
		t.Errorf("after a panic: %q", got)
	}
}

func TestAlignmentRefusesOtherText(t *testing.T) {
	for _, c := range []struct {
		out, shown string
		ok         bool
	}{
		{"a b\nc", "a b c", true},
		{"\x1b[1ma\x1b[m  \n", "a", true},
		{"a\nb", "ab", true},
		{"a x", "a b", false},
		{"a", "a b", false},
		{"a b c", "a b", false},
		{"", "", true},
	} {
		var o output
		if _, _, ok := o.align([]byte(c.out), c.shown); ok != c.ok {
			t.Errorf("%q as %q: %v", c.out, c.shown, ok)
		}
	}
}
