// Package ui is what people see: the Bubble Tea program that reads a document.
// It owns the screen's state and who gets a key; it knows of content only what
// the Text interface says.
//
//	terminal ─▶ Update ─▶ gates (size, results, overlay, keys, mouse) ─▶ one action
//	               │                                                      │
//	               ◀── messages with a generation ◀── commands ◀──────────┘
//	               ▼
//	             View: joins lines that the parts have cached
package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"gloss/model"
	"gloss/ui/keymap"
	"gloss/ui/layout"
	"gloss/ui/reader"
	"gloss/ui/theme"
)

// focus is the pane that gets the keys.
type focus uint8

const (
	onText focus = iota
	onContents
	onNotes
)

// App is the reading screen, the one tea.Model of the program.
type App struct {
	*reading // the document on the screen
	trail    trail

	program  context.Context // ends with the program
	options  Options
	terminal Terminal // which an editor gets for a while
	keys     keymap.Map

	theme   *theme.Theme
	ground  ground
	themed  bool // the theme and its page are settled: answered by the terminal, or waited for
	fewHues bool // the terminal has at most its own sixteen colours
	w, h    int
	state   layout.State
	screen  layout.Screen
	focus   focus
	over    *over // what stands over the text, nil for nothing
	noMouse bool  // the reader has the mouse for selecting

	exactKeys bool // the terminal tells Esc and a letter from Alt with that letter

	status string // one message in the footer, until the next key
}

// panelKinds are the panels in the order of their tabs and number keys.
var panelKinds = [...]model.Kind{model.KindFact, model.KindFigure, model.KindQuestion, model.KindName}

// stacked is how many panels stand at once on a large screen: names join the
// other three only while they are open.
const stacked = 3

// New is the reading screen of a document.
func New(ctx context.Context, doc *Opened, options Options) *App {
	a := &App{
		program: ctx, options: options,
		keys: keymap.New(keymap.Screen), theme: options.Theme,
		state: layout.State{Prose: options.Width},
	}
	if a.theme == nil {
		a.theme = theme.Dark()
	}
	a.themed = a.theme.Page == theme.Style{} // at home on any background
	a.reading = newReading(doc)
	a.trail.add(a.reading)
	a.window = reader.New(a.text, a.theme)
	a.reading.work(ctx)
	a.showDocument()
	a.showShelf()
	a.setTheme()
	a.warn()
	return a
}

// showDocument shows the document as it is known now.
func (a *App) showDocument() {
	a.setDocument()
	a.mark()
}

func (a *App) setTheme() {
	a.contents.SetTheme(a.theme)
	for _, p := range a.panels {
		p.SetTheme(a.theme)
	}
	if a.over != nil {
		a.over.SetTheme(a.theme)
	}
}

// Init asks the terminal what its background is. What else runs behind the
// reader's back waits for the first screen: see begin.
func (a *App) Init() tea.Cmd { return a.background() }

// Update is an ordered list of gates: the first that knows the message takes it.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if result, ok := msg.(resultOf); ok {
		if result.ctx != a.ctx {
			return a, result.dropped()
		}
		msg = result.msg
	}
	cmd := a.update(msg)
	a.follow()
	return a, a.results(tea.Batch(cmd, a.begin(), a.findNear(), a.glance()))
}

// begin starts, once the first screen stands, what would only have delayed it:
// reading the rest of the document, or preparing to look up in it.
func (a *App) begin() tea.Cmd {
	if a.begun || !a.themed || !a.window.Settled() {
		return nil
	}
	a.begun = true
	return tea.Tick(firstFrame, func(time.Time) tea.Msg { return firstShown{} })
}

// firstShown is sent when the first screen has reached the terminal.
type firstShown struct{}

// firstFrame is how long Bubble Tea may take to write a screen that stands.
const firstFrame = 2 * time.Second / framesPerSecond

// behind starts what was put off for the first screen.
func (a *App) behind() tea.Cmd {
	switch {
	case a.loading:
		return tea.Batch(a.readOn(), a.showProgress())
	case !a.known:
		return tea.Batch(a.index(), a.watch())
	}
	return a.watch()
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	if cmd, taken := a.told(msg); taken {
		return cmd
	}
	if cmd, taken := a.worked(msg); taken {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return a.paste(msg)
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.MouseMsg:
		return a.mouse(msg)
	}
	return nil
}

// told takes what the terminal says of itself.
func (a *App) told(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
		return a.relayout(), true
	case tea.ColorProfileMsg:
		a.fewHues = msg.Profile <= colorprofile.ANSI
	case tea.KeyboardEnhancementsMsg:
		a.exactKeys = msg.SupportsKeyDisambiguation()
	case tea.BackgroundColorMsg:
		return a.backgroundIs(msg.IsDark()), true
	case tea.ModeReportMsg:
		return a.countAs(msg), true
	case waited:
		a.themed = true
	case tea.ResumeMsg:
		return a.resumed(), true
	case rested:
		return a.leaveRoom(), true
	default:
		return nil, false
	}
	return nil, true
}

// worked takes what came of the work of commands.
func (a *App) worked(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch msg := msg.(type) {
	case reader.Rendered:
		cmd = a.window.Receive(msg)
	case firstShown:
		cmd = a.behind()
	case readMsg:
		cmd = a.read(msg)
	case progressed:
		cmd = a.showProgress()
	case indexedMsg:
		cmd = a.indexed()
	case foundMsg:
		cmd = a.found(msg)
	case againMsg:
		cmd = a.foundAgain(msg)
	case lookedMsg:
		cmd = a.looked(msg)
	case anchorMsg:
		cmd = a.followed(msg)
	case openedMsg:
		cmd = a.linked(msg)
	case glancedMsg:
		a.glancedAt(msg)
	case changedMsg:
		cmd = a.reload(false)
	case reloadedMsg:
		cmd = a.reloaded(msg)
	case editMsg:
		cmd = a.openEditor(msg)
	case editedMsg:
		cmd = a.edited(msg)
	case quotedMsg:
		cmd = a.send(msg.text, msg.what)
	case copiedMsg:
		a.status = msg.status
	default:
		return nil, false
	}
	return cmd, true
}

// key gives a key to what stands over the text, or else to the bindings.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	if next, ok := a.behindEsc(msg); ok {
		return tea.Batch(a.key(tea.KeyPressMsg{Code: tea.KeyEscape}), a.key(next))
	}
	a.status = ""
	if msg.String() == "ctrl+c" { // quits from anywhere, also while typing
		return tea.Quit
	}
	if a.screen.Mode == layout.TooSmall {
		if a.keys.Action(msg) == keymap.Quit {
			return tea.Quit
		}
		return nil
	}
	if a.over != nil {
		return a.over.event(a.over.Update(msg))
	}
	return a.act(a.keys.Action(msg))
}
