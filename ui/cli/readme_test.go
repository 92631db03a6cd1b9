package cli

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gloss/ui/golden"
	"gloss/ui/keymap"
)

// The README is held to the program: its keys, its command lines, its schema,
// its notes file.

var readmePath = filepath.Join("..", "..", "README.md")

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(readmePath)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fences are the fenced blocks of the README in these languages, in order.
func fences(t *testing.T, languages ...string) []string {
	t.Helper()
	var all []string
	for _, block := range regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$").FindAllStringSubmatch(readme(t), -1) {
		if slices.Contains(languages, block[1]) {
			all = append(all, block[2])
		}
	}
	if len(all) == 0 {
		t.Fatalf("the README has no blocks of %v", languages)
	}
	return all
}

const (
	keysBegin = "<!-- keys: written by go test ./ui/cli -run Readme -update -->\n\n"
	keysEnd   = "\n<!-- end of keys -->\n"
)

func TestReadmeKeys(t *testing.T) {
	before, rest, ok := strings.Cut(readme(t), keysBegin)
	got, after, ok2 := strings.Cut(rest, keysEnd)
	if !ok || !ok2 {
		t.Fatalf("the README has no place for the keys: %q, then %q", keysBegin, keysEnd)
	}
	want := keyTable()
	if golden.Updating() {
		if err := os.WriteFile(readmePath, []byte(before+keysBegin+want+keysEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("the keys of the README are not those of keymap.Groups (go test ./ui/cli -run Readme -update writes them)\nREADME:\n%s\nprogram:\n%s", got, want)
	}
}

// keyTable is the table of all keys as the README has it.
func keyTable() string {
	var b strings.Builder
	b.WriteString("| | keys | |\n|---|---|---|\n")
	for _, group := range keymap.Groups() {
		heading := "**" + group.Heading + "**"
		for _, binding := range group.Table {
			if binding.Help == "" {
				continue
			}
			keys := strings.Fields(binding.Shown)
			for i := range keys {
				keys[i] = "`" + strings.ReplaceAll(keys[i], "|", `\|`) + "`"
			}
			fmt.Fprintf(&b, "| %s | %s | %s |\n", heading, strings.Join(keys, " "), binding.Help)
			heading = ""
		}
	}
	return b.String()
}

// inStory is a folder with the README's example: story.md and its notes file.
// It gives what runs a command line there, on the real documents.
func inStory(t *testing.T) func(line string) (status int, out, errw string) {
	t.Helper()
	story, notes := fences(t, "markdown")[0], fences(t, "yaml")[0]
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"story.md": story, "story.notes.yaml": notes} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return func(line string) (int, string, string) {
		p, out, errw := world()
		p.Open = openSource
		status := Run(context.Background(), p, arguments(line))
		return status, out.String(), errw.String()
	}
}

// called is how a command line of the README begins that is ours to run.
var called = regexp.MustCompile(`^(gloss|go run \.)( |$)`)

// arguments are the words of such a line as a shell parts them, without the
// program's name, up to a pipe, a redirection or a comment.
func arguments(line string) []string {
	line = called.ReplaceAllString(line, "")
	args := []string{}
	for _, word := range regexp.MustCompile(`"[^"]*"|'[^']*'|\S+`).FindAllString(line, -1) {
		if word == "|" || word == ">" || word == "#" {
			break
		}
		args = append(args, strings.Trim(word, `"'`))
	}
	return args
}

// Every command line in a block of shell commands does its work.
func TestReadmeCommands(t *testing.T) {
	blocks := fences(t, "sh")
	run := inStory(t)
	count := 0
	for _, block := range blocks {
		for line := range strings.Lines(block) {
			if line = strings.TrimSpace(line); !called.MatchString(line) {
				continue
			}
			count++
			if status, out, errw := run(line); status != statusDone || out == "" || errw != "" {
				t.Errorf("%s: status %d, %d bytes of output, says %q", line, status, len(out), errw)
			}
		}
	}
	if count < 10 {
		t.Errorf("only %d command lines found", count)
	}
}

// A console shows exactly what a terminal would: commands after a dollar sign,
// their output, and the exit status where it is asked for.
func TestReadmeConsoles(t *testing.T) {
	blocks := fences(t, "console")
	run := inStory(t)
	for _, block := range blocks {
		var got bytes.Buffer
		status, asked := statusDone, true
		for line := range strings.Lines(block) {
			command, ok := strings.CutPrefix(strings.TrimSpace(line), "$ ")
			switch {
			case !ok:
				continue
			case command == "echo $?":
				fmt.Fprintf(&got, "$ echo $?\n%d\n", status)
				asked = true
				continue
			case !called.MatchString(command):
				t.Fatalf("only gloss is run here: %q", command)
			case !asked && status != statusDone:
				t.Errorf("a command before %q fails, and the README does not say so", command)
			}
			var out, errw string
			status, out, errw = run(command)
			asked = false
			fmt.Fprintf(&got, "$ %s\n%s%s", command, out, errw)
		}
		if !asked && status != statusDone {
			t.Errorf("the last command fails, and the README does not say so:\n%s", block)
		}
		if got.String() != block {
			t.Errorf("the README shows\n%s\ngloss does\n%s", block, &got)
		}
	}
}

// The notes file of the README is right, and so is the error that it shows.
func TestReadmeNotes(t *testing.T) {
	shown := fences(t, "text")
	run := inStory(t)
	for command := range kindOf {
		status, out, errw := run("gloss " + command + " story.md --json")
		if status != statusDone || errw != "" || len(parse(t, out)) == 0 {
			t.Errorf("%s: status %d, %q, says %q", command, status, out, errw)
		}
	}

	notes, err := os.ReadFile("story.notes.yaml")
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.Replace(notes, []byte("Critics say it was not."), []byte("Critics say it is not."), 1)
	if err := os.WriteFile("story.notes.yaml", broken, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, errw := run("gloss facts story.md --json"); !slices.Contains(shown, errw) {
		t.Errorf("the README does not show the error %s", errw)
	}
}

// rows are the cells of a table of the README by what its first column says,
// which stands only in the first of several rows.
func rows(t *testing.T, header string) map[string][][]string {
	t.Helper()
	_, table, ok := strings.Cut(readme(t), header+"\n")
	if !ok {
		t.Fatalf("the README has no table %q", header)
	}
	all := map[string][][]string{}
	first := ""
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "|") {
			break
		}
		if strings.HasPrefix(line, "|--") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|\n"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if cells[0] != "" {
			first = strings.Trim(cells[0], "`")
		}
		all[first] = append(all[first], cells[1:])
	}
	return all
}

// The notes file's keys are those that its decoder knows: it names them where
// it meets one that it does not.
func TestReadmeNotesKeys(t *testing.T) {
	table := rows(t, "| note | key | | |")
	run := inStory(t)
	for _, kind := range []string{"fact", "figure", "question", "name"} {
		if err := os.WriteFile("story.notes.yaml", []byte(kind+"s:\n  - strange: 1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, errw := run("gloss facts story.md")
		_, list, ok := strings.Cut(errw, "(a "+kind+" has ")
		list, _, ok2 := strings.Cut(list, ")")
		if !ok || !ok2 {
			t.Fatalf("a strange key of a %s: gloss says %q", kind, errw)
		}
		var got []string
		for _, row := range slices.Concat(table[kind], table["every note"]) {
			got = append(got, strings.Trim(row[0], "`"))
		}
		want := strings.Split(list, ", ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("a %s has %v in the README, %v in notes files", kind, got, want)
		}
	}
}

// fieldsOf are the fields of a record as the README writes them, and whether
// each is always there; those of embedded records apart.
func fieldsOf(record reflect.Type, prefix string, all map[string]bool) map[string]bool {
	for _, f := range reflect.VisibleFields(record) {
		if f.Anonymous || len(f.Index) > 1 {
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		name = prefix + name
		part := f.Type
		for part.Kind() == reflect.Pointer || part.Kind() == reflect.Slice {
			if part.Kind() == reflect.Slice {
				name += "[]"
			}
			part = part.Elem()
		}
		if part.Kind() == reflect.Struct {
			fieldsOf(part, name+".", all)
			continue
		}
		all[name] = options != "omitempty"
	}
	return all
}

// The schema of the README has exactly the fields that the records have.
func TestReadmeSchema(t *testing.T) {
	records := map[string]any{
		"every kind": common{}, "section": sectionRecord{}, "fact": factRecord{}, "figure": figureRecord{},
		"question": questionRecord{}, "name": nameRecord{}, "text": textRecord{}, "print --json": printed{},
	}
	table := rows(t, "| kind | field | | |")
	for kind, record := range records {
		want := fieldsOf(reflect.TypeOf(record), "", map[string]bool{})
		if kind == "every kind" {
			want["quote"] = true // omitempty for a name of which the text says nothing; see TestRecordsFollowTheSchema
		}
		got := map[string]bool{}
		for _, row := range table[kind] {
			if name := strings.Trim(row[0], "`"); name != "" {
				got[name] = row[1] == "always"
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: the README has %v, the records have %v (true: always)", kind, got, want)
		}
		delete(table, kind)
	}
	if len(table) > 0 {
		t.Errorf("the README has kinds of record that there are not: %v", slices.Collect(maps.Keys(table)))
	}
}
