package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/db/drafts"
	"referee/engine/explain"
	"referee/ui/menu"
)

// asideMsg is the drafts that were put aside, read from the disk.
type asideMsg struct {
	drafts []drafts.Kept
	err    error
}

// doneMsg is a small thing done on the disk: what to say about it.
type doneMsg struct {
	said     string
	releases bool // a draft from last time is safe elsewhere now
	err      error
}

func (msg doneMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.tell("That did not work", sentences(msg.err))
	}
	a.say(gainStyle, msg.said)
	if msg.releases {
		return a.release()
	}
	return nil
}

// askAside asks for the name to keep the draft under.
func (a *App) askAside() tea.Cmd {
	return a.open(newAsk("Keep this draft", "A name for it. The draft on the screen stays as it is.", func(a *App, name string) tea.Cmd {
		return a.putAside(a.toKeep(), name)
	}))
}

func (a *App) putAside(k drafts.Kept, name string) tea.Cmd {
	k.Name = name
	folder, releases := a.keep.folder, a.keep.held
	return func() tea.Msg {
		return doneMsg{fmt.Sprintf("Kept as %q. The palette has it under Drafts.", name), releases, folder.Keep(k)}
	}
}

// openAside reads the drafts that were put aside.
func (a *App) openAside() tea.Cmd {
	folder := a.keep.folder
	return func() tea.Msg {
		named, err := folder.Named()
		return asideMsg{named, err}
	}
}

// arrive lists them; those that can be read are shown even if others cannot.
func (msg asideMsg) arrive(a *App) tea.Cmd {
	if len(msg.drafts) == 0 && msg.err != nil {
		return a.tell("Drafts", sentences(msg.err))
	}
	if len(msg.drafts) == 0 {
		a.say(noticeStyle, "No draft was put aside yet; the palette does that under Keep draft.")
		return nil
	}
	items := make([]menu.Item, len(msg.drafts))
	for i, k := range msg.drafts {
		items[i] = menu.Item{Title: k.Name, Detail: fmt.Sprintf("%s, kept %s on revision %d",
			a.differsInWords(k), explain.When(k.At, a.now()), k.Revision)}
	}
	m := menu.New("Drafts that were put aside", items, 0)
	m.Searchable = true
	return a.open(&menuDialog{menu: m, choose: func(a *App, i int) tea.Cmd { return a.openKept(msg.drafts[i]) }})
}

func (a *App) differsInWords(k drafts.Kept) string {
	settings, rows := a.compared(k)
	return differences(len(settings), len(rows)) + " different"
}

// openKept asks what is to be done with one of them. The question shows how it
// differs from the draft on the screen.
func (a *App) openKept(k drafts.Kept) tea.Cmd {
	m := menu.New(k.Name, []menu.Item{
		{Title: "Take it", Detail: "as the draft; ctrl+z takes it back"},
		{Title: "Drop it", Detail: "the file goes"},
		{Title: "Leave it", Detail: "for another time"},
	}, 0)
	m.Intro = a.comparison(k)
	return a.open(&menuDialog{menu: m, choose: func(a *App, chosen int) tea.Cmd {
		switch chosen {
		case 0:
			a.replace(k.Draft, k.Catalog)
			return nil
		case 1:
			folder := a.keep.folder
			return func() tea.Msg { return doneMsg{fmt.Sprintf("%q is gone.", k.Name), false, folder.Drop(k.Name)} }
		}
		return nil
	}})
}

// maxRowsNamed is how many rows of the catalog a question names.
const maxRowsNamed = 6

// comparison is how a kept draft differs from the one on the screen, in words.
func (a *App) comparison(k drafts.Kept) string {
	changes, rows := a.compared(k)
	if len(changes)+len(rows) == 0 {
		return "It is the same as the draft on the screen."
	}
	var parts []string
	for _, c := range changes {
		parts = append(parts, fmt.Sprintf("%s %s, here %s", c.Setting.Name(), c.Setting.Words(c.To), c.Setting.Words(c.From)))
	}
	if len(rows) > maxRowsNamed {
		parts = append(parts, count(len(rows)-maxRowsNamed, "more row", "more rows")+" of the catalog")
		rows = rows[:maxRowsNamed]
	}
	for _, c := range rows {
		parts = append(parts, c.String())
	}
	return "It differs from the screen in: " + strings.Join(parts, "; ") + "."
}
