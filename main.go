// Command gloss reads a text with its notes beside it: the facts, the figures,
// the open questions and the names, each tied to the passage it comes from.
//
// This file ties content, which opens texts, to ui, which shows them, and does
// nothing else.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/atotto/clipboard"
	"github.com/cli/browser"

	"gloss/content"
	"gloss/content/clean"
	"gloss/ui"
	"gloss/ui/cli"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is gloss with its arguments; it returns the exit status.
func run(args []string, in io.Reader, out, errw io.Writer) int {
	// Without a receiver a closed pipe kills the program from within a write;
	// with one the write fails, and gloss print | head ends as it should.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	browser.Stdout, browser.Stderr = io.Discard, io.Discard // what it says would stand on the screen

	return cli.Run(context.Background(), cli.Program{
		In: in, Out: out, Err: errw, Environ: os.Environ(),
		Open: open(in), Choose: choose, Clean: clean.Line, Endings: content.Endings(),
		Read: func(ctx context.Context, doc *ui.Opened, options ui.Options) error {
			if !clipboard.Unsupported {
				options.Clipboard = clipboard.WriteAll
			}
			options.Open, options.Link, options.Glance, options.Browse = open(in), content.Link, content.Glance, browser.OpenURL
			return ui.Run(ctx, doc, ui.Terminal{In: in, Out: out, Environ: os.Environ()}, options)
		},
	}, args)
}

// choose is content.Choose in the terms of ui.
func choose(sources []string) (*ui.Opened, error) {
	opened, err := content.Choose(sources)
	if err != nil {
		return nil, err
	}
	return ui.NewOpened(ui.OpenedAs[*content.Text](*opened)), nil
}

// open is content.Open in the terms of ui.
func open(stdin io.Reader) func(source string) (*ui.Opened, error) {
	return func(source string) (*ui.Opened, error) {
		opened, err := content.Open(source, stdin)
		if err != nil {
			return nil, err
		}
		return ui.NewOpened(ui.OpenedAs[*content.Text](*opened)), nil
	}
}
