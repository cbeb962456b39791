package works

import (
	"referee/engine/scenario"
	"referee/engine/scenario/draft"
	"referee/model"
	"referee/ui/casework"
)

// Work is a case that is being edited, or was and is not kept yet.
type Work struct {
	Editor *casework.Editor

	entry string // its name on the bench; "" before it has a place there
	from  string // the entry it is a copy of, or ""
	name  string // what it is kept as in the database, or ""
	file  string // the file it was read from or written to, or ""

	base  scenario.Case // what its events lie over: settings, and expectations as of the saved catalog
	own   bool          // it is about a catalog of its own, not the database's
	begun draft.Case    // as it is kept, or taken from the bench; zero if it is to be kept in any case
	turn  int           // of the editor's journal, as it stands on the bench
	shown draft.Case    // the draft whose title and story stand there

	writing bool // it is being written to the database
}

// Entry is the name of the case on the bench.
func (w *Work) Entry() string { return w.entry }

// From is the name on the bench of what it is a copy of, or "".
func (w *Work) From() string { return w.from }

// Name is what the case is kept as in the database, or "".
func (w *Work) Name() string { return w.name }

// File is the file it was read from or written to, or "".
func (w *Work) File() string { return w.file }

// Changed reports whether there is something to keep.
func (w *Work) Changed() bool { return !w.Editor.Draft().Equal(w.begun) }

// untitled is what a case without a title is called.
const untitled = "A case without a title"

// Title is what the case is called.
func (w *Work) Title() string {
	if title := w.Editor.Draft().Title; title != "" {
		return title
	}
	return untitled
}

// WhyNotKeep is why the case cannot be kept as it is, or "".
func (w *Work) WhyNotKeep() string {
	if problems := w.Editor.Problems(); len(problems) > 0 {
		return "the case has a problem: " + problems[0].What
	}
	if w.writing {
		return "it is being kept"
	}
	return ""
}

// scenario is the case as it parsed last, about whatever catalog it is about. Renamed
// leads there from the saved catalog.
func (w *Work) scenario(renamed model.Renames) scenario.Case {
	c, d := w.base, w.Editor.Draft()
	journal, _ := w.Editor.Journal()
	c.Title, c.Story, c.Journal, c.Catalog = w.Title(), d.Story, journal, journal.Catalog()
	if !w.own {
		c.Wants = followed(c.Wants, renamed)
	}
	return c
}

// followed is expectations about partners as they are called now.
func followed(wants []scenario.Want, renamed model.Renames) []scenario.Want {
	now := make([]scenario.Want, len(wants))
	for i, want := range wants {
		now[i] = want.Follow(renamed)
	}
	return now
}
