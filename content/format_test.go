package content

import "testing"

// A text without a telling name is known by what it begins with.
func TestFormatByContent(t *testing.T) {
	for head, want := range map[string]*format{
		"":                                     plainFormat,
		"Just words.\nAnd more of them.":       plainFormat,
		"1 * 2 * 3 # no heading":               plainFormat,
		"# Title\n\nWords.":                    markdownFormat,
		"Words [here](there) and **there**.\n": plainFormat,
		"- [a](b)\n- [c](d)\n":                 markdownFormat,
		"---\ntitle: T\n---\nWords.":           markdownFormat,
		"```\ncode\n```\n":                     markdownFormat,
		"\ufeff<!DOCTYPE html><p>x":            pageFormat,
		"  <html lang=en>":                     pageFormat,
		"#!/bin/sh\necho":                      codeFormat,
		book("One"):                            bookFormat,
	} {
		if got := formatByContent(head); got != want {
			t.Errorf("%.40q is %s, want %s", head, got.name, want.name)
		}
	}
}

// Names tell more than beginnings.
func TestFormatByName(t *testing.T) {
	for name, want := range map[string]*format{
		"a.md": markdownFormat, "A.TXT": plainFormat, "a.htm": pageFormat, "a.epub": bookFormat, "a.tsv": valuesFormat,
		"a.go": codeFormat, "Makefile": codeFormat, "README": markdownFormat, "a.unknown": markdownFormat,
	} {
		if got := formatOf(name, "# Title\n"); got != want {
			t.Errorf("%s is %s, want %s", name, got.name, want.name)
		}
	}
}
