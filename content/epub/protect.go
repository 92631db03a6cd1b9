package epub

import (
	"errors"
	"slices"
	"strings"
)

var errProtected = errors.New("is protected (DRM): it opens only in the reader that it was sold for")

// obfuscations are ways to make fonts unusable outside of their book. The text
// beside them is as readable as ever.
var obfuscations = []string{"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}

// protected is an error where the text is encrypted: where the list of encrypted
// files names a page, the package document or a contents table, or where the
// book brings a licence for a shop's reader. Encrypted pictures and fonts are no
// matter here.
func (a *archive) protected(packagePath string) error {
	if _, ok := a.exact["META-INF/rights.xml"]; ok {
		return errProtected
	}
	data, err := a.read("META-INF/encryption.xml")
	if err != nil && !errors.Is(err, errMissing) && len(data) == 0 {
		return nil // a damaged list proves nothing: what is encrypted is then no text
	}
	text := map[string]bool{packagePath: true}
	for _, name := range a.withEnding(".xhtml", ".html", ".htm", ".xht", ".xml", ".ncx", ".opf") {
		text[name] = !strings.HasPrefix(name, "META-INF/")
	}
	method := ""
	for x := newXML(data); x.next(); {
		switch {
		case x.start && x.name == "encrypteddata":
			method = ""
		case x.start && x.name == "encryptionmethod" && method == "":
			method = x.attr("algorithm")
		case x.start && x.name == "cipherreference" && !slices.Contains(obfuscations, method):
			if name, ok := a.find(x.attr("uri")); ok && text[name] {
				return errProtected
			}
		}
	}
	return nil
}
