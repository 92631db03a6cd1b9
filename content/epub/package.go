package epub

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// pack is what the package document says.
type pack struct {
	titles, creators, dates []entry
	publisher               string
	refined                 map[string]map[string]string // EPUB 3: properties by "#id"

	order    []item // the manifest
	byID     map[string]item
	spine    []reference
	contents string // the manifest's name of the EPUB 2 contents table
}

// entry is a value of the metadata.
type entry struct{ id, role, event, text string }

// item is a file of the manifest.
type item struct {
	id, href, kind, properties, fallback string
	aside                                bool // of the spine: linear="no"
}

// reference is a place in the spine.
type reference struct {
	id    string
	aside bool // linear="no"
}

// packageMax bounds each list of a package document.
const packageMax = 200_000

// readPackage reads a package document. What it does not say is missing.
func readPackage(data []byte) *pack {
	p := &pack{byID: map[string]item{}, refined: map[string]map[string]string{}}
	var open *metadatum
	for x := newXML(data); x.next(); {
		if open != nil && (x.start || x.end && x.name == open.name) {
			// Nothing nests here: a tag ends the last element, closed or not.
			p.metadata(open)
			open = nil
		}
		switch {
		case x.start && slices.Contains([]string{"title", "creator", "date", "publisher", "meta"}, x.name):
			open = &metadatum{
				entry: entry{id: x.attr("id"), role: x.attr("role"), event: x.attr("event")},
				name:  x.name, refines: x.attr("refines"), property: x.attr("property"),
			}
		case x.start:
			p.structure(x)
		case open != nil && len(open.text) < textMax:
			open.text += short(x.text, textMax)
		}
	}
	return p
}

// metadatum is an element of the metadata.
type metadatum struct {
	entry
	name, refines, property string
}

// textMax bounds a title and its like, in bytes.
const textMax = 1000

// structure takes a tag of the manifest or the spine.
func (p *pack) structure(x *xmlReader) {
	switch x.name {
	case "item":
		it := item{
			id: x.attr("id"), href: x.attr("href"), kind: strings.ToLower(x.attr("media-type")),
			properties: x.attr("properties"), fallback: x.attr("fallback"),
		}
		if len(p.order) == packageMax {
			return
		}
		p.order = append(p.order, it)
		if _, twice := p.byID[it.id]; !twice {
			p.byID[it.id] = it
		}
	case "itemref":
		if len(p.spine) < packageMax {
			p.spine = append(p.spine, reference{x.attr("idref"), strings.EqualFold(x.attr("linear"), "no")})
		}
	case "spine":
		p.contents = x.attr("toc")
	}
}

// metadata takes an element of the metadata.
func (p *pack) metadata(m *metadatum) {
	m.text = short(fold(m.text), textMax)
	switch m.name {
	case "title":
		p.titles = keep(p.titles, m.entry)
	case "creator":
		p.creators = keep(p.creators, m.entry)
	case "date":
		p.dates = keep(p.dates, m.entry)
	case "publisher":
		p.publisher = cmp.Or(p.publisher, m.text)
	case "meta":
		if m.refines == "" || m.property == "" || len(p.refined) == packageMax {
			return
		}
		if p.refined[m.refines] == nil {
			p.refined[m.refines] = map[string]string{}
		}
		p.refined[m.refines][m.property] = m.text
	}
}

func keep(list []entry, e entry) []entry {
	const most = 50
	if e.text == "" || len(list) == most {
		return list
	}
	return append(list, e)
}

// short is the beginning of a text.
func short(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// title is the main title.
func (p *pack) title() string {
	for _, t := range p.titles {
		if t.id != "" && p.refined["#"+t.id]["title-type"] == "main" {
			return t.text
		}
	}
	if len(p.titles) > 0 {
		return p.titles[0].text
	}
	return ""
}

// byline is the authors. Editors and translators stand in for them only where
// there are none.
func (p *pack) byline() string {
	var authors, all []string
	for _, c := range p.creators {
		role := cmp.Or(c.role, p.refined["#"+c.id]["role"], "aut")
		if slices.Contains(all, c.text) {
			continue
		}
		all = append(all, c.text)
		if role == "aut" {
			authors = append(authors, c.text)
		}
	}
	if len(authors) == 0 {
		authors = all
	}
	if len(authors) < 2 {
		return strings.Join(authors, "")
	}
	last := len(authors) - 1
	return strings.Join(authors[:last], ", ") + " and " + authors[last]
}

// date is that of publication, else the first that is not of a change.
func (p *pack) date() string {
	rank := func(e entry) int {
		return map[string]int{"publication": 0, "original-publication": 1, "": 2, "creation": 3}[e.event]
	}
	var dates []entry
	for _, d := range p.dates {
		if !strings.Contains(d.event, "modif") {
			dates = append(dates, d)
		}
	}
	if len(dates) == 0 {
		return ""
	}
	day, _, _ := strings.Cut(slices.MinFunc(dates, func(a, b entry) int { return rank(a) - rank(b) }).text, "T")
	return day
}

// documents is the spine in reading order. What is set aside (linear="no") comes
// last: it is reached by links. Without a spine it is the pages of the manifest.
func (p *pack) documents() []item {
	var main, aside []item
	for _, ref := range p.spine {
		it, ok := p.byID[ref.id]
		if !ok {
			it = item{href: cmp.Or(ref.id, "?")} // reported as missing by its name
		}
		for range 10 { // a chain of fallbacks may be a ring
			next, ok := p.byID[it.fallback]
			if !ok || it.isPage() {
				break
			}
			it = next
		}
		if it.aside = ref.aside; it.aside {
			aside = append(aside, it)
		} else {
			main = append(main, it)
		}
	}
	if all := append(main, aside...); len(all) > 0 {
		return all
	}
	var pages []item
	for _, it := range p.order {
		if it.isPage() && !it.has("nav") {
			pages = append(pages, it)
		}
	}
	return pages
}

// isPage reports whether an item is a page of text: by its type, and by its name
// where the type says nothing.
func (it item) isPage() bool {
	switch it.kind {
	case "application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml":
		return true
	}
	return slices.Contains([]string{".xhtml", ".html", ".htm", ".xht", ".xml"}, strings.ToLower(path.Ext(it.href))) &&
		!strings.HasPrefix(it.kind, "image/") && it.kind != "application/x-dtbncx+xml"
}

// has reports whether an item has a property.
func (it item) has(property string) bool {
	return slices.Contains(strings.Fields(it.properties), property)
}

// tables are the contents tables, the best first: that of EPUB 3, then that of
// EPUB 2, which many books have as well.
func (p *pack) tables() (nav, ncx string) {
	for _, it := range p.order {
		switch {
		case it.has("nav") && nav == "":
			nav = it.href
		case it.kind == "application/x-dtbncx+xml" && ncx == "":
			ncx = it.href
		}
	}
	if it, ok := p.byID[p.contents]; ok && p.contents != "" {
		ncx = it.href
	}
	return nav, ncx
}
