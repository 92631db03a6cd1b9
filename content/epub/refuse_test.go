package epub

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

const encrypted = `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="METHOD"/><ds:KeyInfo><EncryptedKey><EncryptionMethod Algorithm="rsa"/></EncryptedKey></ds:KeyInfo>
<enc:CipherData><enc:CipherReference URI="FILE"/></enc:CipherData></enc:EncryptedData></encryption>`

func encryption(method, name string) txtar.File {
	return file("META-INF/encryption.xml", strings.NewReplacer("METHOD", method, "FILE", name).Replace(encrypted))
}

// What cannot be opened says why in one line, to be put behind the book's name.
func TestRefusals(t *testing.T) {
	const aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
	with := func(files ...txtar.File) []byte { return packed(t, append(simple("a"), files...)...) }
	book := packed(t, simple(strings.Repeat("some text ", 100))...)
	locked := packed(t, simple("a")...)
	for at := 0; bytes.Contains(locked[at:], []byte("PK\x01\x02")); at += 4 { // the flags in the table of files
		at += bytes.Index(locked[at:], []byte("PK\x01\x02"))
		locked[at+8] |= 1
	}
	for _, c := range []struct {
		name string
		book []byte
		want string // "" for a book that opens
	}{
		{"a page is encrypted", with(encryption(aes, "a.xhtml")), errProtected.Error()},
		{"one that is encoded in its name too", with(encryption(aes, "%61.XHTML")), errProtected.Error()},
		{"the package document is", with(encryption(aes, "book.opf")), errProtected.Error()},
		{"a licence for a shop's reader", with(file("META-INF/rights.xml", "<rights/>")), errProtected.Error()},
		{"fonts are obfuscated", with(encryption("http://www.idpf.org/2008/embedding", "f.otf"), file("f.otf", "")), ""},
		{"by Adobe's way", with(encryption("http://ns.adobe.com/pdf/enc#RC", "f.otf"), file("f.otf", "")), ""},
		{"a picture is encrypted", with(encryption(aes, "p.png"), file("p.png", "")), ""},
		{"the list of encrypted files is broken", with(file("META-INF/encryption.xml", "<encryption><")), ""},

		{"nothing", nil, "is damaged: its zip archive cannot be read"},
		{"no zip", []byte("Once upon a time"), "is no EPUB: it is no zip archive"},
		{"half a zip", book[:len(book)/2], "is damaged: its zip archive cannot be read"},
		{"another zip", packed(t, file("word/document.xml", "<w/>")), "is no EPUB: it is a zip archive without a package document (.opf)"},
		{"a locked zip", locked, "is locked with a password: unpack it and pack it without one"},
		{"no pages", packed(t, simple()...), "holds nothing to read: none of its chapters is there"},
		{"no package", packed(t, file("book.opf", "")), "holds nothing to read: none of its chapters is there"},
		{"missing pages", packed(t, simple("a", "b")[0]), "holds nothing to read: none of its chapters is there"},
		{"a broken package", packed(t, file("book.opf", `<package><manifest><item id=a href=a.html><item id=b href="b.html`), file("a.html", "a")), ""},
		{"a container in the wrong place", packed(t, file("META-INF/container.xml", `<rootfile full-path="gone.opf"/>`), file("x/book.OPF", string(simple("a")[0].Data)), file("x/a.xhtml", "a")), ""},
		{"a container that names a PDF first", packed(t, append(simple("a"), file("a.pdf", "%PDF"), file("META-INF/container.xml", `<rootfile full-path="a.pdf" media-type="application/pdf"/><rootfile full-path="book.opf"/>`))...), ""},
		{"a broken container", packed(t, append(simple("a"), file("META-INF/container.xml", `<container><<<&&`))...), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(bytes.NewReader(c.book), int64(len(c.book)), convert)
			got := ""
			if err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What can be read of a damaged book is read, and the rest is reported.
func TestProblems(t *testing.T) {
	t.Run("a page that fails its checksum is shown", func(t *testing.T) {
		book := packed(t, simple("<p>once upon a time</p>")...)
		b := open(t, bytes.Replace(book, []byte("upon"), []byte("uqon"), 1))
		check(t, b, "# <a id=\"ch.1\"></a>Book\n\n## Chapter 1\n\nonce uqon a time\n", `cannot read all of "a.xhtml": it is damaged`)
	})
	t.Run("a page that is locked is left out", func(t *testing.T) {
		b := open(t, packed(t, simple("a", "b")...))
		b.archive.exact["a.xhtml"].Flags |= 1
		check(t, b, "\n\n## <a id=\"ch.2\"></a>Chapter 2\n\nb\n", `cannot read "a.xhtml": it is locked with a password`)
	})
	t.Run("so is one that is packed in an unknown way", func(t *testing.T) {
		b := open(t, packed(t, simple("a", "b")...))
		b.archive.exact["a.xhtml"].Method = 99
		check(t, b, "\n\n## <a id=\"ch.2\"></a>Chapter 2\n\nb\n", `cannot read "a.xhtml": it is packed in an unknown way`)
	})
	t.Run("names in messages are one short line", func(t *testing.T) {
		files := simple("a")
		files[0].Data = bytes.Replace(files[0].Data, []byte("</spine>"), []byte(`<itemref idref="x&#10;&#27;[31m`+strings.Repeat("y", 500)+`"/></spine>`), 1)
		problems := open(t, packed(t, files...)).Problems()
		if len(problems) != 1 || len(problems[0].Error()) > 150 || strings.ContainsAny(problems[0].Error(), "\n\x1b") {
			t.Errorf("%q", problems)
		}
	})
}

func check(t *testing.T, b *Book, want, problem string) {
	t.Helper()
	if got := text(t, b); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	text(t, b)
	if got := b.Problems(); len(got) != 1 || got[0].Error() != problem {
		t.Errorf("problems %q, want %q once", got, problem)
	}
}
