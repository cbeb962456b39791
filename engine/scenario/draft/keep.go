package draft

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// version is the form of what Encode writes. A newer one is refused, not guessed at.
const version = 1

// Kept is a case somebody is working on, as it is kept between two starts.
type Kept struct {
	Case
	Name string // what it is kept as in the database, or ""
	File string // the file it was read from or written to, or ""
	// Base is a scenario file of the case as it parsed last: the settings its story is
	// told for, its expectations, and its catalog.
	Base []byte
	Ours bool // it is about the database's catalog, and Base's is only what that was
}

type (
	keptFile struct {
		Version int          `json:"version"`
		Cases   []keptRecord `json:"cases"`
	}
	keptRecord struct {
		Title  string      `json:"title"`
		Story  string      `json:"story,omitempty"`
		Name   string      `json:"name,omitempty"`
		File   string      `json:"file,omitempty"`
		Base   string      `json:"base,omitempty"`
		Ours   bool        `json:"ours,omitempty"`
		Events []keptEvent `json:"events"`
	}
	keptEvent struct {
		Kind  string            `json:"kind"`
		Texts map[string]string `json:"texts"` // by the key of the field in a file
		Items []string          `json:"items,omitempty"`
	}
)

// Encode writes drafts with every letter that was typed, mistakes included.
func Encode(cases []Kept) []byte {
	file := keptFile{Version: version}
	for _, c := range cases {
		r := keptRecord{c.Title, c.Story, c.Name, c.File, string(c.Base), c.Ours, make([]keptEvent, 0, len(c.Events))}
		for _, e := range c.Events {
			kept := keptEvent{Kind: e.Kind.String(), Texts: map[string]string{}, Items: e.items}
			for _, f := range e.Kind.Fields() {
				if text := e.text(f); text != "" {
					kept.Texts[e.Kind.Key(f)] = text
				}
			}
			r.Events = append(r.Events, kept)
		}
		file.Cases = append(file.Cases, r)
	}
	data, err := json.Marshal(file)
	if err != nil {
		panic("draft: texts and numbers do not encode: " + err.Error())
	}
	return append(data, '\n')
}

// Decode reads what Encode wrote.
func Decode(data []byte) ([]Kept, error) {
	var file keptFile
	from := json.NewDecoder(bytes.NewReader(data))
	from.DisallowUnknownFields()
	if err := from.Decode(&file); err != nil {
		return nil, fmt.Errorf("these are no cases: %w", err)
	}
	if file.Version != version {
		return nil, fmt.Errorf("it was written by another version of referee (form %d)", file.Version)
	}
	var cases []Kept
	for _, r := range file.Cases {
		c := Kept{Case: Case{Title: r.Title, Story: r.Story}, Name: r.Name, File: r.File, Base: []byte(r.Base), Ours: r.Ours}
		for _, kept := range r.Events {
			e, err := kept.event()
			if err != nil {
				return nil, err
			}
			c.Events = append(c.Events, e)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

func (k keptEvent) event() (Event, error) {
	at := slices.IndexFunc(Kinds[:], func(kind Kind) bool { return kind.String() == k.Kind })
	if at < 0 {
		return Event{}, fmt.Errorf("there is no event of the kind %q", k.Kind)
	}
	e := NewEvent(Kinds[at])
	e.items = k.Items
	known := 0
	for _, f := range e.Kind.Fields() {
		if text, there := k.Texts[e.Kind.Key(f)]; there {
			e.texts[f], known = text, known+1
		}
	}
	if known < len(k.Texts) {
		return Event{}, fmt.Errorf("a %s holds something that it has not", e.Kind)
	}
	return e, nil
}
