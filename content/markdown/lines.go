package markdown

import "strings"

// What a line is, told from the line alone. All of these follow goldmark's own
// rules, so that Scan and the parser agree; a line is given without its
// indentation and newline.

func indentation(line string) int {
	i := 0
	for i < len(line) && line[i] == ' ' {
		i++
	}
	return i
}

// fence is fenced code that is open.
type fence struct {
	mark     byte
	length   int
	language string
}

func (f *fence) open() bool { return f.length > 0 }

// opens starts the fence if the line is the opening of one.
func (f *fence) opens(body string, indent int) bool {
	n := fenceLength(body)
	if n < 3 || indent > 3 {
		return false
	}
	info := strings.TrimSpace(body[n:])
	if body[0] == '`' && strings.Contains(info, "`") {
		return false
	}
	language, _, _ := strings.Cut(info, " ")
	*f = fence{mark: body[0], length: n, language: choose(language == "", "text", language)}
	return true
}

// holds reports whether a line is part of the code: one that is indented less
// than the list item round it ends item and code.
func (f *fence) holds(list, indent int, blank bool) bool {
	return list == 0 || blank || indent >= list
}

func (f *fence) closedBy(body string, indent int) bool {
	n := fenceLength(body)
	return n >= f.length && body[0] == f.mark && indent < 4 && strings.TrimSpace(body[n:]) == ""
}

// fenceLength is the number of back-quotes or tildes that the line starts with.
func fenceLength(body string) int {
	if body == "" || body[0] != '`' && body[0] != '~' {
		return 0
	}
	return len(body) - len(strings.TrimLeft(body, body[:1]))
}

// wasFenceLike reports whether the last line of text looks like a fence.
func wasFenceLike(text string) bool {
	return fenceLength(strings.TrimLeft(lastLine(text), " ")) >= 3
}

// lastLine is the last line of text without its newline.
func lastLine(text string) string {
	text = strings.TrimSuffix(text, "\n")
	return text[strings.LastIndexByte(text, '\n')+1:]
}

// headingLevel is the number of number signs of a heading, 0 for no heading.
func headingLevel(body string) int {
	n := 0
	for n < len(body) && body[n] == '#' {
		n++
	}
	if n > 6 || n < len(body) && body[n] != ' ' {
		return 0
	}
	return n
}

// isUnderline reports whether the line makes a heading of the paragraph above.
func isUnderline(body string) bool {
	body = strings.TrimRight(body, " ")
	return body != "" && (body[0] == '=' || body[0] == '-') && strings.Trim(body, body[:1]) == ""
}

func underlineLevel(body string) int { return choose(body[0] == '=', 1, 2) }

// isRule reports whether the line is a thematic break: three or more of one
// sign and nothing but spaces besides.
func isRule(body string) bool {
	if body == "" || body[0] != '-' && body[0] != '*' && body[0] != '_' {
		return false
	}
	n := 0
	for i := range len(body) {
		switch body[i] {
		case body[0]:
			n++
		case ' ':
		default:
			return false
		}
	}
	return n >= 3
}

// listItem is the number of columns from a list item's mark to its content, 0
// for a line that starts no item.
func listItem(body string) int {
	mark := 0
	if body[0] == '-' || body[0] == '*' || body[0] == '+' {
		mark = 1
	} else {
		for mark < len(body) && '0' <= body[mark] && body[mark] <= '9' {
			mark++
		}
		if mark == 0 || mark > 9 || mark == len(body) || body[mark] != '.' && body[mark] != ')' {
			return 0
		}
		mark++
	}
	gap := indentation(body[mark:])
	switch {
	case mark+gap == len(body):
		return mark + 1 // an empty item
	case gap == 0:
		return 0
	case gap > 4:
		return mark + 1 // it starts with indented code
	}
	return mark + gap
}

// startsList reports whether the line opens a list after what came before: a
// paragraph is only broken by an item that has content and, where it is
// numbered, the number 1.
func startsList(body string, para paraState) bool {
	width := listItem(body)
	if width == 0 {
		return false
	}
	if para != topPara && para != tablePara {
		return true
	}
	if width > len(body) || strings.TrimSpace(body[width:]) == "" {
		return false
	}
	return body[0] < '0' || body[0] > '9' || body[0] == '1' && (body[1] < '0' || body[1] > '9')
}

// footnoteIndent is what a footnote's further lines are indented by.
const footnoteIndent = 4

func isFootnote(body string) bool {
	if !strings.HasPrefix(body, "[^") {
		return false
	}
	end := strings.IndexByte(body[:min(len(body), labelMax)], ']')
	return end > 2 && end+1 < len(body) && body[end+1] == ':'
}

// isDefinition reports whether the line is a definition of the term above it.
func isDefinition(body string) bool { return strings.HasPrefix(body, ": ") }

func definitionWidth(body string) int {
	gap := indentation(body[1:])
	return 1 + choose(gap >= 8, 5, gap)
}

// interrupts reports whether a line would end a paragraph rather than go on
// with it.
func interrupts(body string, indent int) bool {
	if indent > 3 {
		return false
	}
	var f fence
	var h htmlKind
	return body[0] == '>' || headingLevel(body) > 0 || isRule(body) || isFootnote(body) ||
		f.opens(body, 0) || h.opens(body, true) || startsList(body, lazyPara)
}

// ruleMax is how far a line is read to tell a thematic break from the marks of
// nested lists, in bytes.
const ruleMax = 256

// afterMarkers is what follows the marks of list items and quotes at the start
// of a line, and how many there are; no more than nestingMax are looked at.
func afterMarkers(body string) (n int, rest string) {
	for body != "" && n < nestingMax {
		switch width := listItem(body); {
		case body[0] == ' ':
			body = strings.TrimLeft(body, " ")
		case body[0] == '>':
			body = body[1:]
			n++
		case width > 0 && !isRule(body[:min(len(body), ruleMax)]):
			body = body[min(width, len(body)):]
			n++
		case isFootnote(body):
			body = body[strings.IndexByte(body, ':')+1:]
			n++
		default:
			return n, body
		}
	}
	return n, body
}

// leavesParagraph reports whether the line, within a container, leaves a
// paragraph open.
func leavesParagraph(body string) bool {
	_, body = afterMarkers(body)
	return strings.TrimSpace(body) != "" && !interrupts(body, 0)
}

// isDelimiterRow reports whether the line can stand below the header of a table.
func isDelimiterRow(body string) bool {
	return strings.Trim(body, "-:| ") == "" && strings.Contains(body, "-") && strings.ContainsAny(body, "|:")
}

// cells is the number of cells of a table's row.
func cells(body string) int {
	body = strings.TrimSpace(body)
	body = strings.TrimPrefix(strings.TrimSuffix(body, "|"), "|")
	return 1 + strings.Count(body, "|") - strings.Count(body, `\|`)
}
