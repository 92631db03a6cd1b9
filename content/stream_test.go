package content

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// Standard input is shown as far as it came when it pauses, and is whole at its
// end.
func TestStandardInput(t *testing.T) {
	opened, err := Open("-", strings.NewReader("# Piped\n\nText"))
	if err != nil || opened.Rest != nil || opened.Head.Document().Title != "Piped" {
		t.Fatalf("%v, rest %v", err, opened != nil && opened.Rest != nil)
	}
	from, to := io.Pipe()
	go io.WriteString(to, "# Slow\n\n"+strings.Repeat("One paragraph.\n\n", 99))
	if opened, err = Open("-", from); err != nil || opened.Rest == nil {
		t.Fatal("what is still written was taken for all", err)
	}
	head := opened.Head.Document()
	if head.Title != "Slow" {
		t.Errorf("the title is %q", head.Title)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := opened.Whole(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("the wait for the rest ends with %v", err)
	}
	go func() {
		_, _ = io.WriteString(to, "## End\n")
		_ = to.Close()
	}()
	all := whole(t, opened).Document()
	if !strings.HasPrefix(all.Text, head.Text) || len(all.Sections) != 2 {
		t.Errorf("%d sections; the head begins the whole: %v", len(all.Sections), strings.HasPrefix(all.Text, head.Text))
	}
	if _, err := Open("-", iotest.ErrReader(errors.New("gone"))); err == nil || !strings.Contains(err.Error(), "cannot read standard input") {
		t.Errorf("a pipe that breaks gives %v", err)
	}
}

// What is written piece by piece is shown piece by piece.
func TestStandardInputGrows(t *testing.T) {
	from, to := io.Pipe()
	write := func(part string) { go io.WriteString(to, part) }
	write("# One\n\nFirst.\n\nSecond.\n\n")
	opened, err := Open("-", from)
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{"# Two\n\nThird.\n\nFourth.\n\n", "# Three\n\nFifth.\n\nSixth.\n\n"}
	write(parts[0])
	var sections []int
	for text, err := range opened.Rest(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		sections = append(sections, len(text.Document().Sections))
		switch len(sections) {
		case 1:
			write(parts[1])
		case 2:
			go to.Close()
		}
	}
	if !slices.Equal(sections, []int{2, 3, 3}) {
		t.Errorf("%v sections are known by and by, want 2, 3 and all 3", sections)
	}
}
