package markdown

import "strings"

// htmlKind is the kind of an HTML block, numbered as in CommonMark: it says
// where the block ends.
type htmlKind uint8

const (
	noHTML      htmlKind = iota
	rawHTML              // <script>, <pre>, <style>, <textarea>
	commentHTML          // <!--
	processHTML          // <?
	declareHTML          // <!DOCTYPE
	cdataHTML            // <![CDATA[
	blockHTML            // <div> and its like: up to a blank line
	tagHTML              // any other tag alone on its line: up to a blank line
)

// closes reports whether the block runs up to a closing mark, blank lines
// included.
func (k htmlKind) closes() bool { return noHTML < k && k < blockHTML }

// opens sets the kind if the line opens an HTML block.
func (k *htmlKind) opens(body string, inParagraph bool) bool {
	*k = noHTML
	if len(body) < 2 || body[0] != '<' {
		return false
	}
	switch {
	case strings.HasPrefix(body, "<!--"):
		*k = commentHTML
	case body[1] == '?':
		*k = processHTML
	case strings.HasPrefix(body, "<![CDATA["):
		*k = cdataHTML
	case body[1] == '!' && len(body) > 2 && 'A' <= body[2] && body[2] <= 'Z':
		*k = declareHTML
	default:
		*k = tagKind(body, inParagraph)
	}
	return *k != noHTML
}

func tagKind(body string, inParagraph bool) htmlKind {
	rest := strings.TrimPrefix(body[1:], "/")
	closing := len(rest) < len(body)-1
	n := 0
	for n < len(rest) && (isLetter(rest[n]) || n > 0 && (rest[n] == '-' || '0' <= rest[n] && rest[n] <= '9')) {
		n++
	}
	if n == 0 {
		return noHTML
	}
	name, rest := strings.ToLower(rest[:n]), rest[n:]
	bounded := rest == "" || rest[0] == ' ' || rest[0] == '>' || strings.HasPrefix(rest, "/>")
	switch {
	case !bounded:
		return noHTML
	case rawTags[name] && !closing:
		return rawHTML
	case blockTags[name]:
		return blockHTML
	case !inParagraph && !rawTags[name] && loneTag(rest):
		return tagHTML
	}
	return noHTML
}

// loneTag reports whether the rest of a tag is the rest of the line.
func loneTag(rest string) bool {
	rest = strings.TrimRight(rest, " ")
	return strings.HasSuffix(rest, ">") && !strings.ContainsAny(rest[:len(rest)-1], "<>")
}

// closedBy reports whether the line is the last of the block.
func (k htmlKind) closedBy(line string) bool {
	switch k {
	case rawHTML:
		for i := strings.Index(line, "</"); i >= 0; {
			name := strings.ToLower(line[i+2 : min(len(line), i+12)])
			for tag := range rawTags {
				if strings.HasPrefix(name, tag+">") {
					return true
				}
			}
			next := strings.Index(line[i+2:], "</")
			if next < 0 {
				return false
			}
			i += 2 + next
		}
	case commentHTML:
		return strings.Contains(line, "-->")
	case processHTML:
		return strings.Contains(line, "?>")
	case declareHTML:
		return strings.Contains(line, ">")
	case cdataHTML:
		return strings.Contains(line, "]]>")
	case blockHTML, tagHTML:
		return strings.TrimSpace(line) == ""
	case noHTML:
	}
	return false
}

var rawTags = setOf("script pre style textarea")

// blockTags are the tags that make a block of HTML wherever they start a line.
var blockTags = setOf(`address article aside base basefont blockquote body caption center col colgroup dd details
	dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html
	iframe legend li link main menu menuitem meta nav noframes ol optgroup option p param search section summary
	table tbody td tfoot th thead title tr track ul`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
