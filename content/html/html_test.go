package html

import (
	"errors"
	"flag"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// pageAddress is the one that the pages of testdata were read from.
var pageAddress = &url.URL{Scheme: "https", Host: "tidewater.example", Path: "/news/bridge.html"}

// TestPages compares what is read of whole pages with the Markdown beside them.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	for _, path := range pages {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		t.Run(name, func(t *testing.T) {
			page, err := Read(string(file(t, path)), pageAddress)
			if err != nil {
				t.Fatal(err)
			}
			golden, got := filepath.Join("testdata", name+".md"), page.Markdown+"\n"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(file(t, golden)); got != want {
				t.Errorf("%s differs (go test -update, then read the difference):\n%s", golden, got)
			}
		})
	}
}

func file(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestWhatAPageSaysOfItself reads title, byline, date and site.
func TestWhatAPageSaysOfItself(t *testing.T) {
	prose := "<p>" + strings.Repeat("The harbour is closed, and nobody knows for how long. ", 12) + "</p>"
	for _, test := range []struct {
		name, head, body string
		want             Page
	}{
		{"nothing", "", "", Page{}},
		{"a title", "<title> The\nharbour </title>", "", Page{Title: "The harbour"}},
		{"the name of the site behind the heading", "<title>The harbour is closed - Gazette</title>", "<h1>The harbour is closed</h1>",
			Page{Title: "The harbour is closed"}},
		{"a short heading before the site", "<title>tar(1) — The GNU manual of tar</title>", "<h1>tar(1)<a href='#tar'>¶</a></h1>",
			Page{Title: "tar(1)"}},
		{"Open Graph", `<meta property="og:title" content="Closed"><meta property="og:site_name" content="Gazette">` +
			`<meta property="article:published_time" content="2025-02-06T23:30:00+05:00">`, "",
			Page{Title: "Closed", Site: "Gazette", Date: "2025-02-06"}},
		{"JSON-LD", `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Closed",` +
			`"author":[{"name":"Ada Marsh"},{"name":"Ben Ash"}],"datePublished":"2025-02-06","publisher":{"name":"Gazette"}}</script>`, "",
			Page{Title: "Closed", Byline: "Ada Marsh, Ben Ash", Site: "Gazette", Date: "2025-02-06"}},
		{"meta tags", `<title>Closed</title><meta name=author content="Ada Marsh"><meta name=date content="2025-02-06">`, "",
			Page{Title: "Closed", Byline: "Ada Marsh", Date: "2025-02-06"}},
		{"a date in the text", "<title>Closed</title>", `<time pubdate datetime="2025-02-06">6 February</time>`,
			Page{Title: "Closed", Date: "2025-02-06"}},
		{"a date in words is no date", `<title>Closed</title><meta name=date content="on a Friday">`, "", Page{Title: "Closed"}},
		{"a title of one megabyte", "<title>" + strings.Repeat("harbour ", 1<<17) + "</title>", "",
			Page{Title: strings.Repeat("harbour ", fieldMax/8) + "…"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Read("<html><head>"+test.head+"</head><body>"+test.body+prose, nil)
			if err != nil {
				t.Fatal(err)
			}
			got.Markdown = ""
			if got != test.want {
				t.Errorf("Read = %.200q, want %.200q", got, test.want)
			}
		})
	}
}

// TestTitle sets the title above the text, once.
func TestTitle(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"no heading", "<title>Closed</title><p>Text", "# Closed\n\nText"},
		{"the same words", "<title>Closed: the harbour</title><h1>Closed &ndash; the Harbour</h1><p>Text", "# Closed – the Harbour\n\nText"},
		{"at another level", "<title>Closed</title><h2>Closed</h2><p>Text", "# Closed\n\nText"},
		{"other words", "<title>Closed</title><h1>Gazette</h1><p>Text", "# Closed\n\n# Gazette\n\nText"},
		{"no title", "<p>Text", "Text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			page, err := Read(test.page, nil)
			if err != nil || page.Markdown != test.want {
				t.Errorf("Read = %q, %v, want %q", page.Markdown, err, test.want)
			}
		})
	}
}

// TestNoText says of a page that shows nothing that it has no text.
func TestNoText(t *testing.T) {
	for _, page := range []string{"", "  \n", "<p>", "<script>x</script>", "<p hidden>x", "\xEF\xBB\xBF", "<img src=x>"} {
		if got, err := Read(page, nil); !errors.Is(err, ErrNoText) {
			t.Errorf("Read(%q) = %q, %v", page, got.Markdown, err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	page := string(file(b, "testdata/news.html"))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read(page, pageAddress); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadLong(b *testing.B) {
	news := string(file(b, "testdata/news.html"))
	begin, end, _ := strings.Cut(news, "<h2 id=\"costs\">")
	var page strings.Builder
	page.WriteString(begin)
	for i := range 2000 {
		page.WriteString(strings.Replace("<p>In year #, the bridge was painted, which took <b>40 men</b> and <a href='/y'>a summer</a>, "+
			"and it was closed to cars, lorries and people on foot.</p>", "#", number(i), 1))
	}
	page.WriteString(end)
	b.SetBytes(int64(page.Len()))
	for b.Loop() {
		if _, err := Read(page.String(), pageAddress); err != nil {
			b.Fatal(err)
		}
	}
}
