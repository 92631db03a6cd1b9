package content

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"gloss/content/clean"
	"gloss/content/web"
)

// Link is where a link of the document opened from source leads: to another
// source, or the same one, and to the place in it that bears a name, "" for its
// beginning. A page of the web leads to the web alone: what is on this machine
// is none of its business.
func Link(source, target string) (to, anchor string, err error) {
	target, anchor = cutAnchor(target)
	if target == "" {
		return source, anchor, nil
	}
	u, err := url.Parse(target)
	switch {
	case err != nil && web.Is(source):
		return "", "", fmt.Errorf("no address of a page: %s", clean.Line(target))
	case err == nil && (u.Scheme == "http" || u.Scheme == "https"):
		return u.String(), anchor, nil
	case web.Is(source):
		base, err := url.Parse(source)
		if err != nil || u.Scheme != "" || base.Scheme != "http" && base.Scheme != "https" {
			return "", "", fmt.Errorf("a page of the web may lead to http and https only, not to %s", clean.Line(target))
		}
		return base.ResolveReference(u).String(), anchor, nil
	case err == nil && u.Scheme == "file":
		return filepath.FromSlash(u.Path), anchor, nil
	case err == nil && len(u.Scheme) > 1: // one letter is a drive
		return "", "", fmt.Errorf("gloss opens files and pages of the web, not %s", clean.Line(target))
	case err == nil && u.Host != "": // as the page it is on, of which there is none
		u.Scheme = "https"
		return u.String(), anchor, nil
	case source == "":
		return "", "", errors.New("the article inside gloss stands beside no files")
	}
	return beside(source, target), anchor, nil
}

// cutAnchor parts a link from the name of the place that it leads to.
func cutAnchor(target string) (rest, anchor string) {
	rest, anchor, _ = strings.Cut(target, "#")
	if name, err := url.PathUnescape(anchor); err == nil {
		anchor = name
	}
	return rest, anchor
}

// beside is the file that a link of the file at source names.
func beside(source, target string) string {
	name, _, _ := strings.Cut(target, "?")
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	name = filepath.FromSlash(name)
	if !filepath.IsAbs(name) && source != standardInput {
		name = filepath.Join(filepath.Dir(source), name)
	}
	if name == standardInput {
		name = "." + string(filepath.Separator) + name // a file of that name
	}
	return name
}
