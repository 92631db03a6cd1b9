package epub

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// xmlReader reads the tags and texts of an XML file one after the other. It is
// the tokenizer for HTML: that has no depth, expands no entities of the file's
// own, knows &nbsp; and goes on behind any error, where encoding/xml gives up on
// what many books have. Names come in small letters and without a prefix.
type xmlReader struct {
	tokens     *html.Tokenizer
	start, end bool // of an element; both for <item/>
	name       string
	text       string // where it is no tag
	attrs      []html.Attribute
}

// newXML reads a file as it stands in the archive.
func newXML(data []byte) *xmlReader {
	x := &xmlReader{tokens: html.NewTokenizer(bytes.NewReader(decode(data)))}
	x.tokens.AllowCDATA(true)
	return x
}

// next goes to the next tag or text.
func (x *xmlReader) next() bool {
	for {
		kind := x.tokens.Next()
		if kind == html.ErrorToken {
			return false
		}
		if kind == html.CommentToken || kind == html.DoctypeToken {
			continue
		}
		// XML has no elements whose content is no mark-up.
		x.tokens.NextIsNotRawText()
		token := x.tokens.Token()
		x.start = kind == html.StartTagToken || kind == html.SelfClosingTagToken
		x.end = kind == html.EndTagToken || kind == html.SelfClosingTagToken
		x.name, x.text, x.attrs = "", "", token.Attr
		if kind == html.TextToken {
			x.text = token.Data
		} else {
			x.name = local(token.Data)
		}
		return true
	}
}

// attr is the value of an attribute, whatever its prefix; "" where there is none.
func (x *xmlReader) attr(name string) string { return attribute(x.attrs, name) }

func attribute(attrs []html.Attribute, name string) string {
	for _, a := range attrs {
		if local(a.Key) == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// local is a name without its prefix.
func local(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

// decode is a file in UTF-8, from the encoding that its byte order mark or its
// declaration tells. A declaration that is plainly wrong is not believed.
func decode(data []byte) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return valid(rest)
	}
	wide := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(data, []byte("<\x00")):
		wide = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(data, []byte("\x00<")), bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\xff\xfe")):
	default:
		return decodeBytes(data)
	}
	text, err := wide.NewDecoder().Bytes(data)
	if err != nil {
		return valid(data)
	}
	return text
}

// valid is a text in which bytes that are not UTF-8 are �.
func valid(data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	return bytes.ToValidUTF8(data, []byte("�"))
}

// decodeBytes is decode for encodings that write mark-up as ASCII does.
func decodeBytes(data []byte) []byte {
	label := declared(data[:min(len(data), 1024)])
	enc, name := charset.Lookup(label)
	if enc == nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") || name == "replacement" {
		if isMostlyUTF8(data) {
			return valid(data)
		}
		enc = charmap.Windows1252
	}
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return valid(data)
	}
	return valid(text)
}

// declared is the encoding that the head of a file names: <?xml encoding="…"?>
// or <meta charset="…">.
func declared(head []byte) string {
	lower := bytes.ToLower(head)
	for _, name := range []string{"encoding", "charset"} {
		_, value, ok := bytes.Cut(lower, []byte(name))
		if !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\r\n")
		if value, ok = bytes.CutPrefix(value, []byte("=")); !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\r\n\"'")
		if n := bytes.IndexAny(value, " \t\r\n\"';?>"); n >= 0 {
			return string(value[:n])
		}
	}
	return ""
}

// isMostlyUTF8 reports whether a text has more characters that are UTF-8, ASCII
// aside, than bytes that are not: one bad byte makes no other encoding.
func isMostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good >= bad
}
