package scenario

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"referee/model"
)

// Limits of a scenario file. They are far above what a person writes and keep
// a hostile file from costing more than a moment.
const (
	MaxFile   = 4 << 20 // bytes
	MaxCases  = 1_000   // [[case]] tables
	MaxShared = 100_000 // what cases share, once for each of them: partners, programs and their rules, events, lines of sales, wants
	MaxStory  = 2_000   // characters of a story
)

// File is a scenario file: one case, or several that share its catalog.
type File struct {
	Name  string // as it was given to Read; never opened
	Title string // what the file is about; may be empty
	Story string
	Cases []Case // at least one

	HasSettings bool // it has a [settings] table, rather than leaving all to the defaults
}

// Case is one situation to be decided: settings, who and what there is, what
// happened, and what is expected of it. Everything in it has been checked.
type Case struct {
	Title    string // may be empty where the file has only one case
	Story    string // a sentence or two on one line; may be empty
	Settings model.Settings
	Catalog  model.Catalog
	Journal  model.Journal
	Wants    []Want
}

// Read reads a scenario file strictly: a key, type, reference or value that is
// not right is refused with its line and column, and nothing is half-read. The
// error is an [Errors] with every problem found; a problem that only shows once
// others are solved (an event of a partner whose table is wrong) comes after
// they are.
func Read(name string, data []byte) (File, error) {
	r := &reader{file: name, seen: map[problem]bool{}}
	f := File{Name: name}
	if r.prepare(data) {
		root := r.parseTree(r.source.data)
		if len(r.problems) == 0 {
			r.document(root, &f)
		}
	}
	if err := r.err(); err != nil {
		return File{}, err
	}
	return f, nil
}

var (
	scopeKeys    = []string{"title", "story", "settings", "event", "want"}
	documentKeys = append([]string{"currency", "app", "partner", "program", "product", "link", "case"}, scopeKeys...)
)

// document reads the file's tables from the top.
func (r *reader) document(root *node, f *File) {
	top := r.section(root, documentKeys...)
	c := r.catalog(top)
	file := c.scope(top)
	f.Title, f.Story, f.HasSettings = file.title, file.story, file.settings != nil
	cases := top.tables("case")
	if len(cases) > MaxCases || len(cases)*c.shared(file) > MaxShared {
		r.refuse(cases[0].at, "split the file", "there are too many cases for one file")
		return
	}
	scopes := []scope{file}
	for i, n := range cases {
		s := c.scope(r.section(n, scopeKeys...))
		if s.title == "" {
			r.refuse(valueOrTable(n, "title"), `write title = "…"`, "case %d has no title", i+1)
		}
		scopes = append(scopes, s)
	}
	if c.complete {
		c.refuseIdleRules(scopes)
	}
	if len(cases) == 0 {
		f.Cases = append(f.Cases, c.assemble(file.title, file))
	}
	for _, s := range scopes[1:] {
		f.Cases = append(f.Cases, c.assemble(s.title, file, s))
	}
}

// scope is what a file and each of its cases can hold.
type scope struct {
	title, story string
	settings     *node
	events       []event
	wants        []want
}

// scope reads the tables of a file or a case, each by itself.
func (c *catalogReader) scope(s section) scope {
	return scope{
		title:    s.line("title", model.MaxText),
		story:    s.line("story", MaxStory),
		settings: s.table("settings"),
		events:   c.events(s),
		wants:    c.wants(s),
	}
}

// shared is how much every case of a file has to go through: what a case adds is
// bounded by the size of the file, but this comes again with each.
func (c *catalogReader) shared(file scope) int {
	n := len(c.catalog.Partners()) + len(file.events) + len(file.wants)
	for _, p := range c.catalog.Programs() {
		n += len(p.Cards())
	}
	for _, e := range file.events {
		if o, sale := e.Event.(model.Order); sale {
			n += len(o.Lines)
		}
	}
	return n
}

// assemble puts a case over its file and checks what only shows together.
func (c *catalogReader) assemble(title string, scopes ...scope) Case {
	made := Case{Title: title, Settings: c.settings(scopes), Catalog: c.catalog}
	var events []event
	var wants []want
	for _, s := range scopes {
		if s.story != "" {
			made.Story = s.story
		}
		events, wants = append(events, s.events...), append(wants, s.wants...)
	}
	if c.complete {
		made.Journal = c.journal(events)
		made.Wants = c.checkWants(events, wants)
	}
	return made
}

// line is a text for people on one line: what a file wraps over several lines
// is joined.
func (s section) line(key string, most int) string {
	text := strings.Join(strings.Fields(s.string(key)), " ")
	switch {
	case utf8.RuneCountInString(text) > most:
		s.refuse(s.get(key).at, "shorten it", "the %s has more than %d characters", key, most)
	case strings.ContainsFunc(text, unicode.IsControl):
		s.refuse(s.get(key).at, "remove the control characters", "the %s cannot be shown as text", key)
	}
	return text
}

// settings lays the settings of the scopes over the defaults.
func (r *reader) settings(scopes []scope) model.Settings {
	draft := model.DefaultDraft()
	ok := r.clean(func() {
		for _, s := range scopes {
			r.applySettings(&draft, s.settings)
		}
	})
	if !ok {
		return model.Settings{}
	}
	settings, problems := draft.Parse()
	for _, p := range problems {
		for _, s := range slices.Backward(scopes) {
			if v := s.settings.get(p.Place.Key); v != nil {
				r.refuseSetting(v.at, p)
				break
			}
		}
	}
	return settings
}
