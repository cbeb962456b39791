package ui

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/answers"
	"referee/ui/files"
	"referee/ui/text"
	"referee/ui/theme"
)

// answering is what can be asked about the sale that is selected, and how the
// answers are handed on.
func answering() []action {
	return []action{
		{
			keys: []string{"w"}, label: "why, why not", bar: 36, reach: desktop,
			help:   "Say why a partner is paid for the sale or why not, and what would alter it",
			whyNot: whyNoAnswer, do: (*App).openWhy,
		},
		{
			keys: []string{"g"}, label: "all settings", bar: 52, reach: desktop,
			help:   "See what the sale comes to under every combination of settings",
			whyNot: whyNoAnswer, do: (*App).openGrid,
		},
		{
			keys: []string{"o"}, label: "in words", bar: 61, reach: desktop,
			help:   "Say the settings and rates of the draft in words, as a page for partners",
			whyNot: notTyping, do: (*App).openTerms,
		},
		{
			keys: []string{"x"}, label: "expect this", bar: 62, reach: desktop,
			help:   "Write the case to a file that expects what comes of it now",
			whyNot: whyNoAnswer, do: (*App).askExpected,
		},
	}
}

// whyNoAnswer is why nothing can be asked about a sale now, or "".
func whyNoAnswer(a *App) string {
	if why := notTyping(a); why != "" {
		return why
	}
	return unless(a.pane.HasSale(), "the case has no sale")
}

// answerPage is one of the pages of package answers.
type answerPage interface {
	Move(by int)
	Scroll(by int)
	Click(y int) bool
	Text() string
	Rows(th *theme.Theme, width, height int) []string
}

// answerDialog shows a page. What it can do besides is empty where it cannot.
type answerDialog struct {
	head string
	page answerPage
	turn func(by int)                    // to another partner
	take func() (d model.Draft, ok bool) // what enter takes as the draft
}

func (a *App) openWhy() tea.Cmd {
	r, sale, ok := a.pane.Result()
	if !ok || len(r.Case.Catalog.Partners()) == 0 {
		a.say(noticeStyle, "there is nobody to ask about")
		return nil
	}
	why := answers.NewWhy(r, sale)
	return a.open(&answerDialog{"Why, why not: " + r.Sales[sale].Order.ID, why, why.Turn, why.Chosen})
}

func (a *App) openGrid() tea.Cmd {
	r, sale, ok := a.pane.Result()
	if !ok {
		return nil
	}
	grid := answers.NewGrid(r, sale, a.form.Saved())
	return a.open(&answerDialog{head: "All settings: " + r.Sales[sale].Order.ID, page: grid,
		take: func() (model.Draft, bool) { return grid.Chosen(), true }})
}

func (a *App) openTerms() tea.Cmd {
	policy, ok := a.pane.Policy()
	if !ok {
		return nil
	}
	page := answers.NewTerms(scenario.TermsOf(policy, a.pane.HasEntered()))
	return a.open(&answerDialog{head: "In words", page: page})
}

func (d *answerDialog) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		a.closeTop()
	case "up":
		d.page.Move(-1)
	case "down":
		d.page.Move(+1)
	case "pgup":
		d.page.Scroll(-8)
	case "pgdown", "space":
		d.page.Scroll(+8)
	case "left", "shift+tab":
		d.turned(-1)
	case "right", "tab":
		d.turned(+1)
	case "y":
		a.say(gainStyle, copied)
		return tea.SetClipboard(shown(d.page.Text()))
	case "enter":
		return d.taken(a)
	}
	return nil
}

// shown is text of several lines, each as it may be shown: what is copied is pasted
// somewhere.
func shown(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(text.Show(strings.TrimSuffix(line, "\n")) + "\n")
	}
	return b.String()
}

func (d *answerDialog) turned(by int) {
	if d.turn != nil {
		d.turn(by)
	}
}

// taken makes what is chosen the draft, as one step that can be undone, and goes
// back to the sale it was about.
func (d *answerDialog) taken(a *App) tea.Cmd {
	if d.take == nil {
		return nil
	}
	settings, ok := d.take()
	if !ok {
		a.say(noticeStyle, "it is no setting that does it; there is nothing to take")
		return nil
	}
	a.closeTop()
	if settings == a.form.Draft() {
		a.say(noticeStyle, "the draft is that already")
		return nil
	}
	a.form.Replace(settings)
	a.say(gainStyle, "Taken as the draft; ctrl+z takes it back.")
	return a.edited()
}

func (d *answerDialog) paste(string) {}
func (d *answerDialog) click(a *App, _, y int) tea.Cmd {
	d.page.Click(y)
	return nil
}
func (d *answerDialog) wheel(by int)  { d.page.Scroll(by) }
func (d *answerDialog) title() string { return d.head }

func (d *answerDialog) hints() []hint {
	var hints []hint
	if d.turn != nil {
		hints = append(hints, pressing(d, tea.KeyRight, "next partner"))
	}
	if d.take != nil {
		hints = append(hints, pressing(d, tea.KeyEnter, "take as draft"))
	}
	return append(hints, pressing(d, tea.KeyDown, "next"), pressing(d, 'y', "copy"), pressing(d, tea.KeyEscape, "close"))
}

func (d *answerDialog) rows(th *theme.Theme, width, height int) ([]string, int, int) {
	return d.page.Rows(th, width, height), 0, -1 // no caret
}

// expectedMsg is what writing a case with its expectations came to.
type expectedMsg struct {
	path, content string
	err           error
}

// askExpected asks where to write the case that is shown, with what comes of it as
// its expectations.
func (a *App) askExpected() tea.Cmd {
	r, _, ok := a.pane.Result()
	if !ok {
		return nil
	}
	var content bytes.Buffer
	if err := scenario.Write(&content, scenario.Expecting(r)); err != nil {
		return a.tell("Not written", sentences(err))
	}
	return a.askExpectedPath(content.String(), fileName(r.Case.Title))
}

func (a *App) askExpectedPath(content, path string) tea.Cmd {
	return a.openPath("Write the case with what comes of it", "A scenario file that referee check holds later runs to. What is there is not overwritten without asking.", path,
		func(a *App, path string) tea.Cmd { return writeExpected(content, path, files.New) })
}

func writeExpected(content, path string, write func(path, content string) error) tea.Cmd {
	return func() tea.Msg {
		err := write(path, content)
		if exists, is := errors.AsType[*files.ExistsError](err); is {
			return expectedExistsMsg{exists.Path, content}
		}
		return expectedMsg{path, content, err}
	}
}

// expectedExistsMsg is that there is a file of that name, and what was to be in it.
type expectedExistsMsg struct{ path, content string }

func (msg expectedExistsMsg) arrive(a *App) tea.Cmd {
	return a.askOverwrite(msg.path,
		func() tea.Cmd { return a.askExpectedPath(msg.content, msg.path) },
		func() tea.Cmd { return writeExpected(msg.content, msg.path, files.Overwrite) })
}

func (msg expectedMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.askAgain("Not written", sentences(msg.err), func() tea.Cmd { return a.askExpectedPath(msg.content, msg.path) })
	}
	a.say(gainStyle, fmt.Sprintf("Written to %q. referee check holds later runs to it.", msg.path))
	return nil
}
