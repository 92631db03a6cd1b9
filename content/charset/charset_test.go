package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// Texts of a sentence or two are told by their bytes alone.
func TestDetect(t *testing.T) {
	for _, c := range []struct{ in, want, text string }{
		{"windows-1251", "windows-1251", "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью."},
		{"koi8-r", "koi8-r", "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью."},
		{"shift_jis", "shift_jis", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。"},
		{"euc-jp", "euc-jp", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。"},
		{"gb18030", "gb18030", "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。"},
		{"big5", "big5", "人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心，並應以兄弟關係的精神互相對待。"},
		{"euc-kr", "euc-kr", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."},
		{"windows-1252", "windows-1252", "The café’s naïve owner said “déjà vu” – and paid 20 €."},
		{"windows-1252", "windows-1252", "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sollen einander im Geist der Brüderlichkeit begegnen."},
		{"iso-8859-2", "iso-8859-2", "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem."},
		{"windows-1253", "iso-8859-7", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."},
		{"utf-8", "UTF-8", "naïve café, 人人生而自由"},
		{"utf-8", "UTF-8", "plain words"},
		{"utf-16le", "UTF-16", "\ufeffnaïve café"},
		{"utf-16be", "UTF-16", "\ufeffnaïve café"},
	} {
		enc, err := htmlindex.Get(c.in)
		if err != nil {
			t.Fatal(err)
		}
		data, err := enc.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		got := Detect(data)
		text, bad := got.Decode(data)
		if got.Name != c.want || strings.TrimPrefix(text, "\ufeff") != strings.TrimPrefix(c.text, "\ufeff") || bad != 0 {
			t.Errorf("%s is read as %s, %d bytes bad: %q", c.in, got.Name, bad, text)
		}
	}
}

// A stray byte costs itself, not the encoding of all the rest.
func TestStrayBytes(t *testing.T) {
	data := strings.Repeat("déjà vu ", 20) + "\xff\xe9 and \xc3"
	enc := Detect(data)
	text, bad := enc.Decode(data)
	if want := strings.Repeat("déjà vu ", 20) + "\ufffd\ufffd and \ufffd"; enc.Name != "UTF-8" || text != want || bad != 3 {
		t.Errorf("%s, %d bad: %q", enc.Name, bad, text)
	}
}

// A page says itself how it is to be read.
func TestOfPage(t *testing.T) {
	for page, want := range map[string]string{
		`<meta charset="koi8-r"><p>` + "\xe4\xc1":                                              "koi8-r",
		`<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">` + "caf\xe9": "windows-1252",
		"<p>naïve café</p>": "UTF-8",
		"<p>plain</p>":      "UTF-8",
		"<meta charset=klingon><p>d\xe9j\xe0 vu in a caf\xe9</p>": "windows-1252",
	} {
		if got := OfPage(page); got.Name != want {
			t.Errorf("%q is read as %s, want %s", page, got.Name, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for name, want := range map[string]string{
		"utf8": "UTF-8", " ISO-8859-1 ": "windows-1252", "Shift_JIS": "shift_jis", "": "", "klingon": "", "iso-2022-kr": "", "x-user-defined": "",
	} {
		if got, ok := Named(name); ok != (want != "") || ok && got.Name != want {
			t.Errorf("%q is %q, %v; want %q", name, got.Name, ok, want)
		}
	}
}

// FuzzDecode: any bytes become valid UTF-8, and UTF-8 stays as it is.
func FuzzDecode(f *testing.F) {
	f.Add("caf\xe9 \xff\xfe")
	f.Add("\xff\xfea\x00")
	f.Add("\x82\xb7\x82\xd7\x82\xc4")
	f.Fuzz(func(t *testing.T, data string) {
		enc := Detect(data)
		text, _ := enc.Decode(data)
		if !utf8.ValidString(text) {
			t.Fatalf("%q becomes %q", data, text)
		}
		if enc == UTF8 && utf8.ValidString(data) && text != data {
			t.Fatalf("%q becomes %q", data, text)
		}
	})
}
