package content

import (
	"context"
	"path"
	"strings"

	"gloss/content/charset"
	"gloss/content/clean"
	"gloss/content/web"
)

// openAddress opens a page of the web. It is fetched as the rest: until it is
// here there is an empty document that bears its address.
func openAddress(address string) (*Opened, error) {
	var m meter
	fetch := func(ctx context.Context) (*Text, error) {
		page, err := web.Get(ctx, address, m.set)
		if err != nil {
			return nil, &refusal{text: clean.Line(err.Error()), cause: err}
		}
		return fetched(ctx, page, address)
	}
	return &Opened{Head: unread(address), Rest: atOnce(fetch), Progress: m.progress}, nil
}

// fetched is the Text of a page.
func fetched(ctx context.Context, page *web.Page, address string) (*Text, error) {
	f := formatOfPage(page)
	if f == bookFormat {
		opened, err := openBook(address, strings.NewReader(page.Data), int64(len(page.Data)), nil)
		if err != nil {
			return nil, err
		}
		return opened.Whole(ctx)
	}
	if err := checkText(address, page.Data[:min(len(page.Data), headSize)]); err != nil {
		return nil, err
	}
	in := &input{path: address, base: page.URL, format: f, decided: true}
	encoding, ok := charset.Named(page.Charset)
	if !ok {
		encoding = f.encoding(page.Data)
	}
	in.encoding = encoding
	return in.text(page.Data), nil
}

// formatOfPage is the format of a page by what the server calls it; where that
// says little, by the ending of its address or by what it begins with.
func formatOfPage(page *web.Page) *format {
	switch page.Type {
	case "text/html", "application/xhtml+xml":
		return pageFormat
	case "text/markdown", "application/markdown":
		return markdownFormat
	case "application/epub+zip":
		return bookFormat
	case "text/csv", "text/tab-separated-values":
		return valuesFormat
	}
	return formatOf(path.Base(page.URL.Path), page.Data)
}
