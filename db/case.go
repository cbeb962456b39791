package db

import (
	"fmt"
	"unicode/utf8"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Case is a story that somebody kept, to see what a change does to it. Its name
// is its identity.
type Case struct {
	Name   string // one line of at most [model.MaxText] characters
	Text   []byte // a scenario file, at most [MaxCaseText] bytes; nil: a built-in sample, of which only the pin is kept
	Pinned bool   // the consequences of a change are reckoned on it
}

// MaxCaseText bounds the scenario file of a case, in bytes, and MaxCases how many
// are kept: all pinned ones are decided anew at every change.
const (
	MaxCaseText = 1 << 20
	MaxCases    = 1_000
)

// caseRecord is a case as it stands in the file, under its name. The text is one
// string, so that it can be read there.
type caseRecord struct {
	Text   string `json:"text,omitempty"`
	Pinned bool   `json:"pinned"`
}

// Cases is every kept case, by name. What is not listed is as it was delivered: a
// built-in sample is pinned.
func (s *Store) Cases() (cases []Case, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		cases, err = readCases(tx)
		return err
	})
	return cases, err
}

// KeepCase keeps a case, in the place of the one of the same name. Cases are not
// part of the history: they say what is looked at, not what is paid. When
// KeepCase returns, the case is on the disk; a case that is as it was is not
// written again.
//
// It returns a [CaseError] if the case cannot be kept as it is, and a
// [ReadOnlyError], [ReplacedError] or [WriteError]. Only a WriteError that says
// so has kept it. After any error the same can be tried again.
func (s *Store) KeepCase(c Case) error {
	if err := checkCase(c); err != nil {
		return err
	}
	return s.shelve(c.Name, func(*caseRecord) (*caseRecord, error) {
		return &caseRecord{Text: string(c.Text), Pinned: c.Pinned}, nil
	})
}

// AddCase is KeepCase for a name that none has: a [TakenError] says that one has it,
// and that one stays as it is. Where an error leaves open whether the case was kept,
// trying again finds the name taken.
func (s *Store) AddCase(c Case) error {
	if err := checkCase(c); err != nil {
		return err
	}
	return s.shelve(c.Name, func(kept *caseRecord) (*caseRecord, error) {
		if kept != nil {
			return nil, &TakenError{c.Name}
		}
		return &caseRecord{Text: string(c.Text), Pinned: c.Pinned}, nil
	})
}

// DropCase takes a case away, and what is kept of a sample's pin. It returns a
// [NoCaseError] if there is none of that name, and otherwise what
// [Store.KeepCase] does.
func (s *Store) DropCase(name string) error {
	return s.shelve(name, func(kept *caseRecord) (*caseRecord, error) {
		if kept == nil {
			return nil, &NoCaseError{name}
		}
		return nil, nil
	})
}

// Pin pins a case or takes its pin away. A name that no case has is a built-in
// sample's. It returns what [Store.KeepCase] does.
func (s *Store) Pin(name string, pinned bool) error {
	if err := checkCase(Case{Name: name}); err != nil {
		return err
	}
	return s.shelve(name, func(kept *caseRecord) (*caseRecord, error) {
		next := caseRecord{Pinned: pinned}
		if kept != nil {
			next.Text = kept.Text
		}
		return &next, nil
	})
}

// checkCase keeps names to what every list can show in one line and bbolt can
// hold as a key, and texts to what JSON gives back unchanged.
func checkCase(c Case) error {
	switch why := lineFault(c.Name); {
	case c.Name == "":
		return &CaseError{Why: "has no name", What: "give it one"}
	case why != "":
		return &CaseError{c.Name, "has a name that " + why, fmt.Sprintf("name it in one line of at most %d characters", model.MaxText)}
	case len(c.Text) > MaxCaseText:
		return &CaseError{c.Name, "is too long", fmt.Sprintf("a case has at most %d bytes; large logs are for: referee replay", MaxCaseText)}
	case !utf8.Valid(c.Text):
		return &CaseError{c.Name, "is not UTF-8 text", "save its file as UTF-8"}
	}
	return nil
}

// newCase reads a record back, through the same door.
func newCase(name string, r caseRecord) (Case, error) {
	c := Case{Name: name, Pinned: r.Pinned}
	if r.Text != "" {
		c.Text = []byte(r.Text)
	}
	return c, checkCase(c)
}
