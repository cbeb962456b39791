package ui

import (
	"context"
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario/draft"
	"referee/model"
)

// Start makes the program's model over a store the way Run does, but without
// a terminal. It fails the test if the store cannot be read.
func Start(t testing.TB, o Options, width, height int) *App {
	t.Helper()
	start, err := o.read()
	if err != nil {
		t.Fatal(err)
	}
	start.width, start.height = width, height
	return newApp(start)
}

// Part does what Run does when the program has ended, however it did.
func (a *App) Part() error { return errors.Join(a.part(), a.partCases()) }

// Action is an entry of the table of actions, as the tests see it.
type Action struct {
	Keys        []string
	Label, Help string
	Everywhere  bool     // its keys also work in dialogs
	On          []string // the screens it is for
	Complete    bool     // it can be asked why not, and done
}

// Actions is the table of actions.
func Actions() []Action {
	var list []Action
	for _, a := range table() {
		var on []string
		for s, name := range map[screen]string{desk: "desk", past: "past", cases: "cases", stock: "stock"} {
			if (&App{screen: s}).here(&a) {
				on = append(on, name)
			}
		}
		list = append(list, Action{a.keys, a.label, a.help, a.reach == always, on, a.whyNot != nil && a.do != nil})
	}
	return list
}

// WhyNot is why an action, by its label, cannot be done now, or "".
func (a *App) WhyNot(label string) string {
	for i := range a.actions {
		if act := &a.actions[i]; act.label == label && a.here(act) {
			return act.whyNot(a)
		}
	}
	return "no action of this screen is labelled " + label
}

// Draft is what is typed and ticked.
func (a *App) Draft() model.Draft { return a.form.Draft() }

// Enlarge makes a case of so many events of the one that is edited, every fourth an
// order, through the editor itself.
func (a *App) Enlarge(events int) {
	for n := len(a.work.Editor.Draft().Events); n < events; n++ {
		kind := draft.Click
		if n%4 == 1 {
			kind = draft.Order
		}
		a.work.Editor.Add(kind)
		if kind == draft.Click {
			a.work.Editor.Paste("zoe")
		}
		a.work.Editor.Leave()
	}
	a.worked()
}

// RunBreaking is Run with a program that breaks down in a place when f12 is pressed:
// in "Update", in "View", or in a command of its own or a batch.
func RunBreaking(ctx context.Context, o Options, where string) error {
	return o.run(ctx, func(app *App) tea.Model { return &breaking{App: app, where: where} })
}

type breaking struct {
	*App
	where string
	armed bool
}

func (b *breaking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := b.App.Update(msg)
	if key, pressed := msg.(tea.KeyPressMsg); !pressed || key.Code != tea.KeyF12 {
		return b, cmd
	}
	boom := func() tea.Msg { panic("boom in a command") }
	switch b.where {
	case "Update":
		panic("boom in Update")
	case "View":
		b.armed = true
	case "command":
		return b, boom
	case "batch":
		return b, tea.Batch(cmd, boom)
	}
	return b, cmd
}

func (b *breaking) View() tea.View {
	if b.armed {
		panic("boom in View")
	}
	return b.App.View()
}
