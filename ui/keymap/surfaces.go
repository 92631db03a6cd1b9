package keymap

// The bindings of what opens over the text. Where there is something to scroll,
// Movement holds too. The contents and the notes over the text have the keys of
// the reading screen, since they are its panes.
var (
	// InLookUp is the look-up box. Every other key edits the line.
	InLookUp = Table{
		{LineDown, "↓ ↑ Tab Shift-Tab", "choose an answer", "move", []string{"down", "ctrl+n"}},
		{LineUp, "", "", "", []string{"up", "ctrl+p", "shift+tab"}},
		{FocusNext, "", "", "", []string{"tab"}},
		{PageDown, "PgDn PgUp Home End", "a page on, back; first, last", "", []string{"pgdown"}},
		{PageUp, "", "", "", []string{"pgup"}},
		{Start, "", "", "", []string{"home"}},
		{End, "", "", "", []string{"end"}},
		{Enter, "Enter", "go there", "go there", []string{"enter"}},
		{Copy, "Ctrl-y", "copy the answer as a quote", "copy", []string{"ctrl+y"}},
		{CopyChosen, "y", "the same, once one is chosen", "copy", []string{"y"}},
		{TypeOn, "letters", "", "type on", nil},
		{BackOut, "Esc", "back to where you were", "back", []string{"esc", "ctrl+["}},
	}

	// InFind is the find prompt. Every other key edits the line.
	InFind = Table{
		{Enter, "Enter", "stay here; n N lead on", "stay", []string{"enter"}},
		{BackOut, "Esc", "back to where you were", "back", []string{"esc", "ctrl+["}},
		{Back, "Backspace", "the same, with nothing typed", "", []string{"backspace", "ctrl+h"}},
	}

	// InCard is the card of a name, or of one of several that share the place.
	InCard = Table{
		{NextMatch, "n N Enter", "next, previous mention", "mentions", []string{"n", "enter"}},
		{PreviousMatch, "", "", "", []string{"N", "shift+n"}},
		{LineDown, "j k ↓ ↑ Tab Shift-Tab", "another of several names", "", []string{"j", "down"}},
		{LineUp, "", "", "", []string{"k", "up"}},
		{FocusNext, "", "", "", []string{"tab"}},
		{FocusPrevious, "", "", "", []string{"shift+tab"}},
		{Copy, "y", "copy what the text says of it", "copy", []string{"y"}},
		closing("K", "K", "shift+k"),
	}

	// InLinks is the links on the screen.
	InLinks = Table{
		{Number, "1-9", "follow the link so numbered", "by number", []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}},
		{LineDown, "j k ↓ ↑ Tab Shift-Tab", "next, previous link", "", []string{"j", "down", "tab", "ctrl+n"}},
		{LineUp, "", "", "", []string{"k", "up", "shift+tab", "ctrl+p"}},
		{Enter, "Enter", "follow the link chosen", "follow", []string{"enter"}},
		{Copy, "y", "copy its address", "copy", []string{"y"}},
		{Browse, "o", "open it in the browser", "browser", []string{"o"}},
		closing("f", "f"),
	}

	// InWhy is the reason of a note.
	InWhy = Table{
		{Enter, "Enter", "go to its passage", "go there", []string{"enter"}},
		{Copy, "y", "copy the note as a quote", "copy", []string{"y"}},
		closing("i", "i"),
	}

	// InShelf is the list of documents to choose from. One moves in it, asks for
	// help and quits as in a text; its filter has the keys of the look-up's line.
	InShelf = Table{
		{Enter, "Enter", "open the document", "open", []string{"enter"}},
		{Find, "/", "filter the list", "filter", []string{"/"}},
		{BackOut, "Esc", "all of the list again", "all", []string{"esc", "ctrl+["}},
	}

	// InHelp is help, which does not list its own keys.
	InHelp = Table{closing("? F1", "?", "shift+?", "f1")}
)

// closing closes a surface in which nothing is typed, also by the key that
// opened it.
func closing(shown string, opened ...string) Binding {
	return Binding{BackOut, "Esc q " + shown, "close", "close", append([]string{"esc", "ctrl+[", "q"}, opened...)}
}
