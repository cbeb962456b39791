package uitest

import (
	"reflect"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// maxSteps bounds the commands and messages one action may cause. A model that
// keeps sending itself messages reaches it; honest ones need a handful.
const maxSteps = 10_000

// Driver holds a model and stands in for the tea.Program around it. Every
// action is finished when the method returns: Update has run, and the commands
// it returned, and the messages those sent, until nothing was left to do.
//
// Two kinds of commands are not run at once. Timers (tea.Tick, tea.Every, a
// blinking cursor) are kept for [Driver.Elapse], because a test does not wait.
// Nothing runs after the program has quit.
type Driver struct {
	t       testing.TB
	model   tea.Model
	w, h    int
	quit    bool
	timers  []tea.Cmd
	copied  string
	screen  *Screen
	drawn   bool
	pending []tea.Cmd
}

// New starts a model on a screen of w×h cells, in the order a program does:
// Init, a first View before the size is known, then the size.
func New(t testing.TB, model tea.Model, w, h int) *Driver {
	t.Helper()
	d := &Driver{t: t, model: model, w: w, h: h}
	d.run(model.Init())
	_ = d.model.View()
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// Send gives the model a message, as if the terminal or a command had sent it.
func (d *Driver) Send(msg tea.Msg) {
	d.t.Helper()
	d.run(func() tea.Msg { return msg })
}

// run runs a command and everything that follows from it, first come first
// served.
func (d *Driver) run(cmd tea.Cmd) {
	d.t.Helper()
	d.pending = append(d.pending, cmd)
	for steps := 0; len(d.pending) > 0 && !d.quit; steps++ {
		if steps == maxSteps {
			d.t.Fatalf("the model still sends itself messages after %d steps", steps)
		}
		cmd, d.pending = d.pending[0], d.pending[1:]
		switch {
		case cmd == nil:
		case isTimer(cmd):
			d.timers = append(d.timers, cmd)
		default:
			d.deliver(cmd())
		}
	}
	d.drawn = false
}

// deliver hands one message to the model, or unpacks it if it is a list of
// commands.
func (d *Driver) deliver(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg, tea.InterruptMsg:
		d.quit = true
		return
	case tea.MouseMsg:
		if onMouse := d.model.View().OnMouse; onMouse != nil {
			d.pending = append(d.pending, onMouse(msg))
		}
	}
	if cmds, ok := commands(msg); ok {
		d.pending = append(d.pending, cmds...)
		return
	}
	if s, ok := clipboard(msg); ok {
		d.copied = s
	}
	var cmd tea.Cmd
	d.model, cmd = d.model.Update(msg)
	d.pending = append(d.pending, cmd)
}

// commands unpacks what tea.Batch and tea.Sequence send. The type of the latter
// has no exported name, so both are known by what they are: lists of commands.
func commands(msg tea.Msg) ([]tea.Cmd, bool) {
	v, list := reflect.ValueOf(msg), reflect.TypeFor[[]tea.Cmd]()
	if v.Kind() != reflect.Slice || !v.Type().ConvertibleTo(list) {
		return nil, false
	}
	return v.Convert(list).Interface().([]tea.Cmd), true
}

// clipboard is the text of the message tea.SetClipboard sends.
func clipboard(msg tea.Msg) (string, bool) {
	if reflect.TypeOf(msg) != reflect.TypeOf(tea.SetClipboard("")()) {
		return "", false
	}
	return reflect.ValueOf(msg).String(), true
}

// isTimer reports whether a command waits for time to pass. A command is only a
// function; what tells timers apart is the function that made them.
func isTimer(cmd tea.Cmd) bool {
	name := runtime.FuncForPC(reflect.ValueOf(cmd).Pointer()).Name()
	for _, maker := range []string{
		"charm.land/bubbletea/v2.Tick.", "charm.land/bubbletea/v2.Every.", "charm.land/bubbles/v2/cursor.",
	} {
		if strings.HasPrefix(name, maker) {
			return true
		}
	}
	return false
}

// Timers is how many timers the model has started and not yet seen.
func (d *Driver) Timers() int { return len(d.timers) }

// Elapse lets the timers started so far run out. It takes as long as they do,
// so keep the model's delays short or send the message itself.
func (d *Driver) Elapse() {
	d.t.Helper()
	timers := d.timers
	d.timers = nil
	for _, timer := range timers {
		d.Send(timer())
	}
}

// Quit reports whether the program has ended.
func (d *Driver) Quit() bool { return d.quit }

// Model is the model as it is now.
func (d *Driver) Model() tea.Model { return d.model }

// View is what the model shows now.
func (d *Driver) View() tea.View { return d.model.View() }

// Copied is the text last copied to the clipboard.
func (d *Driver) Copied() string { return d.copied }
