package ui

import (
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// PanicError is a panic inside the program. The terminal was restored before
// it was returned.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("gloss itself made a mistake and had to stop: %v", e.Value)
}

// guard is App with a net under it. Bubble Tea would print a panic's stack over
// the screen; here a panic becomes an orderly quit, so that the terminal is
// restored by the usual way, and an error that Run returns.
type guard struct {
	app    tea.Model
	quit   func() // tells the program to end
	caught *PanicError
	last   tea.View
}

// panicked is sent by a command that panicked.
type panicked struct{ err *PanicError }

func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch(&cmd)
	return protect(g.app.Init())
}

func (g *guard) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = g // also where a panic ends the function below
	if p, ok := msg.(panicked); ok {
		g.caught = p.err
	}
	if g.caught != nil {
		return model, tea.Quit
	}
	defer g.catch(&cmd)
	_, cmd = g.app.Update(msg)
	return model, protect(cmd)
}

// View shows the last good screen where drawing a new one fails, and ends the
// program.
func (g *guard) View() (v tea.View) {
	if g.caught != nil {
		return g.last
	}
	defer func() {
		if r := recover(); r != nil {
			g.caught = &PanicError{r, debug.Stack()}
			v = g.last
			go g.quit() // not from here: the program waits for its view
		}
	}()
	g.last = g.app.View()
	return g.last
}

func (g *guard) catch(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.caught = &PanicError{r, debug.Stack()}
		*cmd = tea.Quit
	}
}

// protect makes a command's panic a message, also in the commands of a batch.
func protect(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = panicked{&PanicError{r, debug.Stack()}}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = protect(batch[i])
			}
		}
		return msg
	}
}
