package ui

import (
	"fmt"
	"strings"

	"referee/ui/text"
)

func (a *App) windowTitle() string {
	if n := a.unsaved(); n > 0 {
		return fmt.Sprintf("referee (%d unsaved)", n)
	}
	return "referee"
}

// header names the program and says what state it is in.
func (a *App) header() string {
	l, th := &a.frame.line, a.theme
	l.Reset(a.width)
	l.Space(1)
	l.Put(th.Title, "referee")
	l.Space(2)
	state, style := "saved", th.Muted
	if n := a.unsaved(); n > 0 {
		state, style = fmt.Sprintf("%s %d unsaved", th.Glyphs.RadioOn, n), th.Changed
	}
	if a.saving {
		state, style = "saving", th.Muted
	}
	revision := fmt.Sprintf("revision %d ", a.current.Number)
	room := l.Left() - text.Width(state) - text.Width(revision) - 4
	if room > 12 {
		l.Put(th.Muted, text.Cut(a.programName(), room, th.Glyphs.Ellipsis))
	}
	l.To(a.width - text.Width(state) - text.Width(revision) - 3)
	l.Put(style, state)
	l.Right(th.Muted, revision)
	return l.String()
}

func (a *App) programName() string {
	if a.draftCatalog().App() == "" {
		return "Referral partner defaults"
	}
	return "Referral partner defaults of " + a.draftCatalog().App()
}

// link is a real partner's link as the draft would make it.
func (a *App) link() string {
	settings, ok := a.form.Settings()
	partners, links := a.draftCatalog().Partners(), a.draftCatalog().Links()
	if !ok || len(partners) == 0 {
		return ""
	}
	code := "home"
	if len(links) > 0 {
		code = links[0].Code
	}
	return strings.TrimPrefix(settings.URL(a.draftCatalog().App(), code, partners[0].Code), "https://")
}
