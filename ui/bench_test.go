package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"gloss/content"
	"gloss/ui/screentest"
	"gloss/ui/theme"
)

// The benchmarks are what a reader does, on the article and on 10 MB of
// Markdown, each until the screen is settled: the view included, and the
// rendering that the update loop leaves to its workers. All but opening must
// stay off everything that grows with the document.

// texts are the sources of the benchmarks.
func texts(b *testing.B) map[string]string {
	path := filepath.Join(b.TempDir(), "long.md")
	if err := os.WriteFile(path, screentest.LongMarkdown(10<<20), 0o600); err != nil {
		b.Fatal(err)
	}
	return map[string]string{"article": "", "10MB": path}
}

// each runs a benchmark on every text, with an open screen.
func each(b *testing.B, run func(b *testing.B, s *screen)) {
	for name, source := range texts(b) {
		b.Run(name, func(b *testing.B) {
			s := openScreen(b, source, 120, 40)
			b.ReportAllocs()
			run(b, s)
		})
	}
}

func BenchmarkOpenToFirstScreen(b *testing.B) {
	for name, source := range texts(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				opened, err := content.Open(source, nil)
				if err != nil {
					b.Fatal(err)
				}
				s := &screen{t: b, app: New(context.Background(), &Opened{Head: opened.Head}, Options{Theme: theme.Dark()})}
				s.resize(120, 40)
			}
		})
	}
}

// there presses a key until the end of the text, and then starts again.
func there(b *testing.B, s *screen, key string) {
	for b.Loop() {
		before := s.app.window.Place()
		s.press(key)
		if s.app.window.Place() == before {
			b.StopTimer()
			s.press("g")
			b.StartTimer()
		}
	}
}

func BenchmarkLineDown(b *testing.B) {
	each(b, func(b *testing.B, s *screen) { there(b, s, "j") })
}

func BenchmarkPageDown(b *testing.B) {
	each(b, func(b *testing.B, s *screen) { there(b, s, "space") })
}

func BenchmarkSectionJump(b *testing.B) {
	each(b, func(b *testing.B, s *screen) { there(b, s, "]") })
}

func BenchmarkStartAndEnd(b *testing.B) {
	each(b, func(b *testing.B, s *screen) {
		for b.Loop() {
			s.press("G", "g")
		}
	})
}

func BenchmarkResize(b *testing.B) {
	each(b, func(b *testing.B, s *screen) {
		for w := 0; b.Loop(); w++ {
			s.resize(100+w%2*20, 40)
		}
	})
}

func BenchmarkThemeSwitch(b *testing.B) {
	each(b, func(b *testing.B, s *screen) {
		for b.Loop() {
			s.press("T")
		}
	})
}

// BenchmarkLookUpKeystroke is one key of a query that grows and is deleted
// again, until its answers are on the screen.
func BenchmarkLookUpKeystroke(b *testing.B) {
	each(b, func(b *testing.B, s *screen) {
		s.press(":")
		typing(b, s, "how many people use it", nil)
	})
}

// BenchmarkFindKeystroke is one key of a phrase, until all of its matches are
// counted: the reader sees the first long before.
func BenchmarkFindKeystroke(b *testing.B) {
	each(b, func(b *testing.B, s *screen) {
		typing(b, s, "section 70", func() { s.press("/") })
	})
}

func typing(b *testing.B, s *screen, query string, open func()) {
	for i := 0; b.Loop(); i++ {
		if i%(len(query)+1) == 0 {
			b.StopTimer()
			if open != nil {
				s.press("esc")
				open()
			} else {
				for range query {
					s.press("backspace")
				}
			}
			b.StartTimer()
		}
		s.write(query[i%len(query) : i%len(query)+1])
	}
}
