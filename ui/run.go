package ui

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"gloss/ui/measure"
	"gloss/ui/theme"
)

// Terminal is where the program runs.
type Terminal struct {
	In      io.Reader
	Out     io.Writer
	Environ []string
}

// framesPerSecond is how often the screen may change. Bubble Tea's own 60
// would add up to 17 ms to every key.
const framesPerSecond = 120

// Run reads a document on the terminal until the reader quits. The terminal is
// restored when it returns, whatever happened; a *PanicError tells of a panic.
func Run(ctx context.Context, doc *Opened, term Terminal, options Options) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1)) // see limitMemory
	keys, done, err := keyboard(term.In)
	if err != nil {
		return err
	}
	defer done()
	profile := colors(term.Environ, options.Colours)
	if profile <= colorprofile.ANSI {
		// Sixteen colours are the terminal's own: no contrast can be promised,
		// whichever theme is asked for. Without any the other themes could not
		// show what is marked.
		options.Theme = theme.Plain()
	}
	measure.Use(ansi.WcWidth) // as Bubble Tea does until the terminal says that it joins letters
	options.Ask = func(query string) { _, _ = io.WriteString(term.Out, query) }
	app := New(ctx, doc, options)
	app.terminal = Terminal{In: keys, Out: term.Out, Environ: term.Environ}
	g := &guard{app: app}
	var quiet *rest
	program := tea.NewProgram(g,
		tea.WithContext(ctx),
		tea.WithInput(promptEscape(keys)), tea.WithOutput(term.Out), tea.WithEnvironment(term.Environ),
		tea.WithColorProfile(profile), tea.WithFPS(framesPerSecond),
		tea.WithFilter(func(m tea.Model, msg tea.Msg) tea.Msg {
			quiet.see(app.busy(), msg)
			return quitOnInterrupt(m, msg)
		}),
	)
	quiet = newRest(program.Send)
	defer quiet.end()
	g.quit = program.Quit
	defer quitOnHangup(program.Quit)()
	_, _ = io.WriteString(term.Out, takeTitle(doc.Head.Document().Title))
	_, err = program.Run()
	_, _ = io.WriteString(term.Out, giveTitleBack)
	if g.caught != nil {
		return g.caught
	}
	return err
}

// quitOnHangup makes SIGHUP and SIGQUIT a way to quit as good as q, until it is
// undone: left alone they end the process and leave the terminal to the next
// program as it was for this one.
func quitOnHangup(quit func()) (undo func()) {
	hung := make(chan os.Signal, 1)
	signal.Notify(hung, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		for range hung {
			quit()
		}
	}()
	return func() {
		signal.Stop(hung)
		close(hung)
	}
}

// quitOnInterrupt makes SIGINT a way to quit as good as q. Bubble Tea's own end
// does not wait for its input to be read.
func quitOnInterrupt(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.InterruptMsg); ok {
		return tea.QuitMsg{}
	}
	return msg
}
