package content

import (
	"archive/zip"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// hangGuard is ten times what a text of these tests may take.
const hangGuard = 20 * time.Second

// many is a text again and again; a %d in it is counted.
func many(n int, text string) string {
	if !strings.Contains(text, "%d") {
		return strings.Repeat(text, n)
	}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, text, i)
	}
	return b.String()
}

// archived is a zip file of names and texts in turn, each packed but the one that
// says what it is a file of.
func archived(files ...string) string {
	var b strings.Builder
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		header := zip.FileHeader{Name: files[i], Method: zip.Deflate}
		if i == 0 {
			header.Method = zip.Store
		}
		if to, err := w.CreateHeader(&header); err == nil {
			_, _ = io.WriteString(to, files[i+1])
		}
	}
	_ = w.Close()
	return b.String()
}

// hostileBook is an EPUB of one page with a manifest, a spine and files besides.
func hostileBook(page, manifest, spine string, files ...string) string {
	return archived(append([]string{
		"mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
		"a.opf", `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>` + manifest + `</manifest><spine><itemref idref="a"/>` + spine + "</spine></package>",
		"a.xhtml", page,
	}, files...)...)
}

const tocItem = `<item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="x" href="x.ncx" media-type="application/x-dtbncx+xml"/>`

// pathological are files on which programs hang, run out of memory or break, by
// name. Each shows the word that is in it, or says what is wrong.
var pathological = map[string]struct{ data, want string }{
	"nested.html":     {many(100_000, "<div>") + "word", "word"},
	"tables.html":     {many(50_000, "<table><tr><td>") + "word", "word"},
	"unclosed.html":   {many(10_000, "<p><b><i><a href=x><font><li><td>") + "word", "word"},
	"attributes.html": {"<p " + many(500_000, "a%d ") + ">word", "word"},
	"script.html":     {"<script>" + many(300_000, "a<b;") + "</script>word", "word"},
	"wide.html":       {"<table>" + many(50, "<tr>"+many(2000, "<td>v")) + "</table>word", "word"},
	"latin.html":      {"<meta charset=utf-8>" + many(200_000, "caf\xe9 ") + "word", "word"},
	"utf16.html":      {"\xff\xfe<\x00p\x00>\x00" + many(200_000, "w\x00") + "x", "www"},

	"deep.epub":       {hostileBook(many(30_000, "<div><b>")+"word", "", ""), "word"},
	"bomb.epub":       {hostileBook("word"+many(9<<20, "x"), "", ""), "word"},
	"tags.epub":       {hostileBook("word"+many(100_000, "<p>x</p>"), "", ""), "word"},
	"spine.epub":      {hostileBook("word", many(10_000, `<item id="i%d" href="a.xhtml" media-type="application/xhtml+xml"/>`), many(10_000, `<itemref idref="i%d"/>`)), "word"},
	"gone.epub":       {hostileBook("word", many(10_000, `<item id="i%d" href="gone.xhtml" media-type="application/xhtml+xml"/>`), many(10_000, `<itemref idref="i%d"/>`)), "word"},
	"nav.epub":        {hostileBook(many(5000, "<p id=i%d>word</p>"), tocItem, "", "n.xhtml", "<nav><ol>"+many(100_000, `<li><a href="a.xhtml#i%d">x</a>`)), "word"},
	"itself.epub":     {hostileBook("word", tocItem, "", "x.ncx", "<ncx><navMap>"+many(10_000, `<navPoint><navLabel><text>x</text></navLabel><content src="x.ncx"/>`)), "word"},
	"outside.epub":    {hostileBook("word", `<item id="b" href="../../../../etc/passwd"/><item id="c" href="/etc/passwd"/><item id="d" href="file:///etc/passwd"/>`, `<itemref idref="b"/><itemref idref="c"/><itemref idref="d"/>`, "../../etc/passwd.html", "x"), "word"},
	"twice.epub":      {hostileBook("word", "", "", "a.xhtml", "another", "a.opf", "another"), "word"},
	"locked.epub":     {hostileBook("word", "", "", "META-INF/encryption.xml", `<EncryptedData><EncryptionMethod Algorithm="aes"/><CipherReference URI="a.xhtml"/></EncryptedData>`), "protected (DRM)"},
	"half.epub":       {cut(hostileBook("word", "", "")), "damaged"},
	"attributes.epub": {hostileBook("<p "+many(100_000, "a%d ")+">word"+many(50_000, "<p b>"), "", ""), "word"},

	"line.txt":    {many(1<<20, "long ") + "word", "word"},
	"letter.txt":  {many(200_000, "a\n") + "word", "word"},
	"indent.txt":  {many(1<<20, " ") + "word", "word"},
	"code.txt":    {"A text.\n\n" + many(50_000, "    code(x);\n") + "\nword", "word"},
	"items.txt":   {many(100_000, "- a\n") + "word", "word"},
	"odd.txt":     {"\xff\xfe" + many(200_000, "w\x00\n\x00") + "x", "w"},
	"halves.txt":  {"\xff\xfew\x00" + many(200_000, "\x00\xd8"), "w\ufffd"},
	"escapes.txt": {many(1<<20, "\x1b[") + "\nword", "word"},

	"row.csv":     {many(1<<20, "a,") + "word", "word"},
	"columns.csv": {many(100_000, "c%d,") + "\n" + many(100_000, "word,"), "word"},
	"uneven.csv":  {"a,b\n" + many(50, many(39, "1,2\n")+many(5000, ",")+"\n") + "word", "word"},
	"open.csv":    {"a,b\n\"" + many(1<<18, "1,2\n") + "word", "word"},
	"nul.csv":     {"a,\x00b\n", "NUL"},
	"nul.late":    {many(100_000, "word ") + "\x00", "␀"},

	"line.js":   {many(200_000, "function a(b){return b}") + "word", "word"},
	"binary.go": {"\x7fELF\x02\x01\x01\x00\x00", "NUL"},
	"noise.go":  {many(200_000, "\x7f\xfe\x1b[") + "\nword", "word"},
	"tildes.go": {many(100_000, "~~~~~~~~\n") + "word", "word"},

	"bomb.txt.gz":  {packed(many(1<<25, "x") + "word"), "word"},
	"nuls.txt.gz":  {packed(many(1<<20, "\x00")), "NUL"},
	"half.txt.gz":  {cut(packed(many(100_000, "%d "))), "unexpected EOF"},
	"twice.txt.gz": {packed(packed("word")), "NUL"},
	"sum.txt.gz":   {badSum(packed("word")), "invalid checksum"},
	"parts.txt.gz": {many(20_000, packed("x\n")) + packed("word"), "word"},

	"lists.md":  {"---\ntitle: " + many(16_000, "[") + "\n---\nword", "word"},
	"laughs.md": {"---\na: &a [x]\n" + many(9, "a: &a%[1]d [*a, *a, *a, *a]\n") + "---\nword", "word"},
	"merges.md": {"---\n" + merges() + "---\nword", "word"},
	"tables.md": {"+++\n" + many(2500, "[[a]]\n") + "+++\nword", "word"},
	"long.md":   {"---\ntitle: " + many(1<<20, "[") + "\n---\nword", "word"},
}

func cut(data string) string { return data[:len(data)/2] }

func badSum(packed string) string {
	sum := binary.LittleEndian.AppendUint32(nil, 1)
	return packed[:len(packed)-8] + string(sum) + packed[len(packed)-4:]
}

// merges is YAML in which each map merges nine of the map before.
func merges() string {
	var b strings.Builder
	b.WriteString("a: &a {title: x}\n")
	for c := 'b'; c <= 'z'; c++ {
		fmt.Fprintf(&b, "%c: &%[1]c\n  <<: [%[2]s]\n", c, strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9))
	}
	return b.String()
}

// Such a file is text or a clear error, in time.
func TestPathologicalFiles(t *testing.T) {
	for name, c := range pathological {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := write(t, name, c.data)
			checkRead(t, c.want, func() (*Opened, error) { return Open(path, nil) })
		})
	}
}

// Nor can a server do more with them than a file can.
func TestPathologicalPages(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		_, _ = io.WriteString(w, pathological[r.URL.Path[1:]].data)
	}))
	t.Cleanup(server.Close)
	for _, name := range []string{"attributes.html", "utf16.html", "bomb.epub", "half.epub", "halves.txt", "columns.csv", "nul.csv", "noise.go", "merges.md"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkRead(t, pathological[name].want, func() (*Opened, error) { return Open(server.URL+"/"+name, nil) })
		})
	}
}

// Nor can who writes to standard input.
func TestPathologicalInput(t *testing.T) {
	for _, name := range []string{"attributes.html", "bomb.epub", "half.epub", "odd.txt", "bomb.txt.gz", "half.txt.gz", "binary.go", "merges.md"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := pathological[name]
			checkRead(t, c.want, func() (*Opened, error) { return Open("-", strings.NewReader(c.data)) })
		})
	}
}

// checkRead holds that a source becomes text in which the wanted stands, or an
// error of one line that says it.
func checkRead(t *testing.T, want string, open func() (*Opened, error)) {
	t.Helper()
	began := time.Now()
	opened, err := open()
	var text *Text
	if err == nil {
		text, err = opened.Whole(context.Background())
	}
	if took := time.Since(began); took > hangGuard {
		t.Errorf("it takes %v", took)
	}
	said := ""
	switch {
	case err != nil:
		said = err.Error()
		if strings.Contains(said, "\n") {
			t.Errorf("the error is %q", said)
		}
	default:
		said = text.Document().Text
	}
	if !strings.Contains(said, want) {
		t.Errorf("%.200q … does not say %q", said, want)
	}
}
