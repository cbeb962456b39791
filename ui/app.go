package ui

import (
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"referee/db"
	"referee/model"
	"referee/ui/catalog"
	"referee/ui/form"
	"referee/ui/history"
	"referee/ui/sim"
	"referee/ui/text"
	"referee/ui/theme"
	"referee/ui/works"
)

// App is the terminal program's one model.
type App struct {
	store   *db.Store
	now     func() time.Time
	current model.Revision

	theme   *theme.Theme
	glyphs  theme.Glyphs
	asksFor bool // the terminal is asked whether it is dark

	width, height int
	layout        Layout

	actions []action
	ranked  []*action // those of them in the bottom bar
	screen  screen
	history *history.Pane // while the history is shown
	form    *form.Form
	catalog *catalog.Screen
	logs    logs
	turns   turns // in which order the two were changed
	pane    *sim.Pane
	work    *works.Work // the case that is edited while the screen is cases
	works   *works.Works

	caseKeep caseKeeping
	dialogs  []dialog
	message  message
	saving   bool
	attempt  attempt
	keep     keeping
	leaving  bool // quit once the save that is under way has succeeded
	left     bool // the program was left by choice
	noMouse  bool // the mouse is released to the terminal

	frame frame
}

// message is a line that stays until the next key.
type message struct {
	text  string
	style func(*theme.Theme) theme.Style
}

// Init asks the terminal for its background; nothing waits for the answer. What the
// renderer measures with is made while it waits for its first turn.
func (a *App) Init() tea.Cmd {
	prepare := func() tea.Msg { text.Prepare(); return nil }
	if a.asksFor {
		return tea.Batch(prepare, tea.RequestBackgroundColor)
	}
	return prepare
}

// Update takes one message in and returns what is to be done outside.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.take(msg)
	a.note()
	for _, keep := range [...]tea.Cmd{a.keepSoon(), a.keepCasesSoon(), a.followLog()} {
		if keep != nil {
			cmd = tea.Batch(cmd, keep)
		}
	}
	return a, cmd
}

func (a *App) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		a.arrange()
	case tea.BackgroundColorMsg:
		a.background(msg.IsDark())
	case tea.KeyPressMsg:
		return a.typed(msg)
	case tea.PasteMsg:
		a.paste(msg.Content)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		a.wheel(msg)
	case arrival:
		return msg.arrive(a)
	}
	return nil
}

// arrival is what a command of ours has done outside, when it comes back. It knows
// where it belongs.
type arrival interface{ arrive(*App) tea.Cmd }

func (a *App) background(dark bool) {
	if !a.asksFor {
		return
	}
	mode := theme.Light
	if dark {
		mode = theme.Dark
	}
	a.theme = theme.New(mode, a.glyphs)
}

func (a *App) arrange() { a.layout = Arrange(a.width, a.height, !a.leftFocused()) }

// typed takes a key. Letters typed in a burst can arrive as one key, whose text
// may even read like the name of another; they are taken one by one.
func (a *App) typed(msg tea.KeyPressMsg) tea.Cmd {
	first, _ := text.Cluster(msg.Text)
	if len(first) == len(msg.Text) {
		return a.key(msg)
	}
	var cmds []tea.Cmd
	for rest := msg.Text; rest != ""; rest = rest[len(first):] {
		first, _ = text.Cluster(rest)
		code, _ := utf8.DecodeRuneInString(first)
		cmds = append(cmds, a.key(tea.KeyPressMsg{Code: code, Text: first, Mod: msg.Mod}))
	}
	return tea.Sequence(cmds...)
}

// key takes a key to the dialog on top, or to the desk.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.message = message{}
	if act := a.actionFor(msg, always); act != nil {
		return a.perform(act)
	}
	if a.layout.Mode == Tiny {
		return nil // nobody changes what cannot be seen
	}
	if d := a.top(); d != nil {
		return d.key(a, msg)
	}
	if a.screenKey(msg) {
		return nil
	}
	if act := a.actionFor(msg, desktop); act != nil {
		return a.perform(act)
	}
	return nil
}

// screenKey gives a key to what has the focus on the screen that is shown, and
// reports whether it meant something there.
func (a *App) screenKey(msg tea.KeyPressMsg) bool {
	switch {
	case a.screen == past:
		return a.history.Key(msg.String())
	case a.screen == stock:
		return a.catalogKey(msg)
	case a.screen == logScreen:
		return a.logs.pane.Key(msg.String())
	case !a.leftFocused():
		return a.paneKey(msg.String())
	case a.screen == cases:
		return a.workKey(msg)
	case msg.String() == "?":
		return false // no setting can hold one, so it asks for help everywhere
	}
	handled := a.form.Key(msg)
	if handled {
		a.settingsChanged()
	}
	return handled
}

// perform does an action, or says why it cannot be done now.
func (a *App) perform(act *action) tea.Cmd {
	if why := act.whyNot(a); why != "" {
		a.say(noticeStyle, why)
		return nil
	}
	return act.do(a)
}

func (a *App) paste(content string) {
	switch d := a.top(); {
	case a.layout.Mode == Tiny: // as in key
	case d != nil:
		d.paste(content)
	case a.screen == desk && a.form.Active() && a.form.Paste(content):
		a.settingsChanged()
	case a.screen == cases && a.work.Editor.Active() && a.work.Editor.Paste(content):
		a.worked()
	case a.screen == stock:
		version := a.catalog.Version()
		a.catalog.Paste(content)
		a.ifCatalogChanged(version)
	}
}

func (a *App) say(style func(*theme.Theme) theme.Style, text string) {
	a.message = message{text, style}
}

func noticeStyle(th *theme.Theme) theme.Style  { return th.Notice }
func problemStyle(th *theme.Theme) theme.Style { return th.Problem }
func hintStyle(th *theme.Theme) theme.Style    { return th.Hint }
func gainStyle(th *theme.Theme) theme.Style    { return th.Gain }
