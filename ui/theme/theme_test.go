package theme

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gloss/model"

	"github.com/charmbracelet/x/ansi"
)

// decoration are the tokens that never style text.
var decoration = []string{"Border", "BarRest", "Quote"}

// tokens are all styles of a theme by name.
func tokens(t *Theme) map[string]Style {
	all := map[string]Style{}
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Array:
			for i := range v.Len() {
				walk(fmt.Sprintf("%s[%d]", name, i), v.Index(i))
			}
		case reflect.Struct:
			if s, ok := v.Interface().(Style); ok {
				all[name] = s
				return
			}
			for i := range v.NumField() {
				walk(strings.TrimPrefix(name+"."+v.Type().Field(i).Name, "."), v.Field(i))
			}
		}
	}
	walk("", reflect.ValueOf(*t))
	return all
}

func (c Color) color() color.Color {
	v := c.rgb()
	return color.RGBA{v[0], v[1], v[2], 255}
}

// contrast is the WCAG 2 contrast ratio, 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+.055)/1.055, 2.4)
	}
	return .2126*linear(r) + .7152*linear(g) + .0722*linear(b)
}

func TestContrastIsReadableInTrueColourAndIn256(t *testing.T) {
	depths := map[string]func(color.Color) color.Color{
		"true": func(c color.Color) color.Color { return c },
		"256":  func(c color.Color) color.Color { return ansi.Convert256(c) },
	}
	for _, th := range []*Theme{Dark(), Light()} {
		ground := Color("#ffffff")
		if th.Dark {
			ground = "#000000"
		}
		for depth, as := range depths {
			check := func(name string, fg, bg Color) {
				if got := contrast(as(fg.color()), as(bg.color())); got < 4.5 {
					t.Errorf("%s, %s colours: %s %s on %s: contrast %.2f, want 4.5", th.ID, depth, name, fg, bg, got)
				}
			}
			for name, s := range tokens(th) {
				if slices.Contains(decoration, name) {
					continue
				}
				if s.Bg != "" && s.Fg == "" {
					t.Errorf("%s: %s sets a background and trusts to the terminal's foreground", th.ID, name)
				}
				switch {
				case s.Fg == "":
				case s.Bg != "":
					check(name, s.Fg, s.Bg)
				default:
					check(name, s.Fg, ground)
					check(name+" on the page", s.Fg, th.Page.Bg)
					check(name+" in a selected row", s.Fg, th.Selected.Bg)
				}
			}
		}
	}
}

func TestBackgroundsStayApartIn256(t *testing.T) {
	for _, th := range []*Theme{Dark(), Light()} {
		seen := map[ansi.IndexedColor]string{}
		for name, s := range map[string]Style{"Mention": th.Mention, "Passage": th.Passage, "Match": th.Match, "MatchCurrent": th.MatchCurrent} {
			c := ansi.Convert256(s.Bg.color())
			if other, dup := seen[c]; dup {
				t.Errorf("%s: %s and %s have the same background in 256 colours", th.ID, name, other)
			}
			seen[c] = name
		}
	}
}

func TestPlainHasNoColour(t *testing.T) {
	for name, s := range tokens(Plain()) {
		if s.Fg != "" || s.Bg != "" || s.Italic || s.Strike != (name == "Strike") {
			t.Errorf("%s is %+v: want bold, underline and reverse alone", name, s)
		}
	}
}

// form is what is left of a style for whoever sees no colour.
func form(s Style) Style {
	s.Fg, s.Bg = "", ""
	return s
}

// alike are the pairs of a group that look the same.
func alike(group []Style, as func(Style) Style) (pairs [][2]Style) {
	for i, a := range group {
		for _, b := range group[:i] {
			if as(a) == as(b) {
				pairs = append(pairs, [2]Style{b, a})
			}
		}
	}
	return pairs
}

// Each group is what may stand side by side with nothing but its style to tell
// it apart, so the styles differ in form: every theme has bold and underline.
func TestColourIsNeverTheOnlySign(t *testing.T) {
	for _, th := range All() {
		groups := map[string][]Style{
			"prose": {th.Text, th.Strong, th.Emphasis, th.Strike, th.Link},
			// Not Emphasis: Plain has no italic and underlines both, as typewriters
			// did. Who takes stressed words for a name asks for a card and learns
			// that there is none; the names are in their panel too.
			"names in prose": {th.Text, th.Strong, th.Strike, th.Link, th.Name},
			// Not Strong: both stand out, and what they are is in the words.
			"code in prose":    {th.Text, th.Emphasis, th.Link, th.Code},
			"names and code":   {th.Name, th.Code},
			"picture in prose": {th.Text, th.Picture},
			"title":            {th.Text, th.Title},
			"found in prose":   {th.Text, th.Mention, th.Match, th.MatchCurrent},
			"marks":            {th.Passage, th.Mention, th.Match, th.MatchCurrent},
			"tabs":             {th.Tab, th.Strong, th.TabActive},
			"rows of a pane":   {th.Text, th.Selected},
			"sections":         {th.Text, th.Accent},
			"what went wrong":  {th.Muted, th.Warn},
		}
		// Not one level from the next: the contents set them in.
		for i, h := range th.Heading {
			groups[fmt.Sprintf("heading of level %d", i+1)] = []Style{th.Text, h}
		}
		for name, group := range groups {
			for _, pair := range alike(group, form) {
				t.Errorf("%s, %s: told apart by nothing but colour: %+v", th.ID, name, pair)
			}
		}
	}
}

// Each group has a sign of its own besides its style, which the comment names.
// There the themes with colours may tell it apart by colour alone.
func TestColourWithASignOfItsOwn(t *testing.T) {
	full := func(s Style) Style { return s }
	for _, th := range []*Theme{Dark(), Light()} {
		for name, group := range map[string][]Style{
			"passage":           {th.Text, th.Passage},                         // ▌ in the gutter beside it
			"name and match":    {th.Name, th.Match},                           // the footer counts the matches, n walks them
			"key and meaning":   {th.Text, th.Muted, th.Key},                   // the key stands first
			"change":            {th.Text, th.Up, th.Down},                     // ▲ + and ▼ −
			"expected":          {th.Text, th.Expected},                        // the word
			"check":             {th.Text, th.Check},                           // ✓ or !
			"progress":          {th.Bar, th.BarRest},                          // █ and ░
			"bars of a chart":   {th.Bar, th.Muted},                            // "now" and "before"
			"standing":          th.Standing[:],                                // its word
			"removed and added": {th.CodeBlock.Deleted, th.CodeBlock.Inserted}, // - and +
		} {
			for _, pair := range alike(group, full) {
				t.Errorf("%s, %s: two tokens look the same: %+v", th.ID, name, pair)
			}
		}
	}
	// Plain reverses what the others give a background, and so has a form for
	// some of these too.
	th := Plain()
	for name, group := range map[string][]Style{
		"over the text":   {th.Text, th.Name, th.Mention, th.Passage, th.Match, th.MatchCurrent},
		"key and meaning": {th.Text, th.Key},
	} {
		for _, pair := range alike(group, full) {
			t.Errorf("%s, %s: two tokens look the same: %+v", th.ID, name, pair)
		}
	}
}

func TestEveryStandingHasAStyle(t *testing.T) {
	for s := model.Stated; s <= model.Denied; s++ {
		_ = Dark().Standing[s]
	}
	if n := len(Dark().Standing); n != int(model.Denied)+1 {
		t.Errorf("%d styles for %d standings", n, model.Denied+1)
	}
}

func TestNamesWalkInACircle(t *testing.T) {
	if got := Names(); !slices.Equal(got, []string{"dark", "light", "plain"}) {
		t.Errorf("Names() = %v", got)
	}
	th := Dark()
	var walked []string
	for range Names() {
		walked = append(walked, th.ID)
		th = Next(th)
	}
	if !slices.Equal(walked, Names()) || th.ID != "dark" {
		t.Errorf("Next walks %v and ends on %s", walked, th.ID)
	}
	for _, name := range Names() {
		if th, ok := ByName(name); !ok || th.ID != name {
			t.Errorf("ByName(%q) = %v, %v", name, th, ok)
		}
	}
	if _, ok := ByName("solarized"); ok {
		t.Error("ByName knows a theme that there is not")
	}
}

func TestSGR(t *testing.T) {
	for _, c := range []struct {
		s    Style
		want string
	}{
		{Style{}, ""},
		{Style{Bold: true}, "\x1b[1m"},
		{Style{Fg: "#0a64ff"}, "\x1b[38;2;10;100;255m"},
		{Style{Bold: true, Italic: true, Underline: true, Reverse: true, Strike: true, Fg: "#000000", Bg: "#ffffff"},
			"\x1b[1;3;4;7;9;38;2;0;0;0;48;2;255;255;255m"},
	} {
		if got := c.s.SGR(); got != c.want {
			t.Errorf("%+v: SGR %q, want %q", c.s, got, c.want)
		}
	}
}

func TestPaint(t *testing.T) {
	bold, under := Style{Bold: true}, Style{Underline: true}
	for _, c := range []struct{ got, want string }{
		{bold.Paint("net profit"), "\x1b[1mnet profit\x1b[m"},
		{bold.Paint(""), ""},
		{Style{}.Paint("as it is"), "as it is"},
		{bold.Paint("a " + under.Paint("b") + " c"), "\x1b[1ma \x1b[4mb\x1b[m\x1b[1m c\x1b[m"},
	} {
		if c.got != c.want {
			t.Errorf("painted %q, want %q", c.got, c.want)
		}
	}
}

func TestOver(t *testing.T) {
	base := Style{Fg: "#111111", Bg: "#222222", Bold: true}
	got := Style{Fg: "#333333", Underline: true}.Over(base)
	if want := (Style{Fg: "#333333", Bg: "#222222", Bold: true, Underline: true}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func BenchmarkPaint(b *testing.B) {
	b.ReportAllocs()
	th := Dark()
	for b.Loop() {
		th.Selected.Paint("Revenue  $48.39 B")
	}
}
