package plain

import (
	"fmt"

	"referee/engine/scenario"
	"referee/model"
)

// Change is a change of settings with what its consequences are drawn from.
// Nothing about it is written to a database.
type Change struct {
	From, To model.Settings
	Catalog  model.Catalog   // whose programs show and hide values (C8)
	Samples  []scenario.Case // whose sales show what the change does; may be empty
}

// Write writes the change with all its consequences.
func (c Change) Write(out *Lines) {
	c.WriteSettings(out)
	c.writePrograms(out)
	c.writeSamples(out)
	c.WriteNotices(out)
}

// WriteSettings writes the settings that change, a line for each, in words.
func (c Change) WriteSettings(out *Lines) {
	for _, change := range model.Diff(c.From.Draft(), c.To.Draft()) {
		out.Put("%s", InWords(change))
	}
}

// InWords is a change of one setting as people say it: "Levels: 2 → 3".
func InWords(c model.Change) string {
	return fmt.Sprintf("%s: %s → %s", c.Setting.Name(), c.Setting.Words(c.From), c.Setting.Words(c.To))
}

// WriteNotices writes what the change makes worth saying (N1 to N8), and not
// what was true before. Referrals entered by hand (N3) are left out: no database
// holds any yet.
func (c Change) WriteNotices(out *Lines) {
	before := model.Notices(c.From, model.Surroundings{Catalog: c.Catalog})
	after := model.Notices(c.To, model.Surroundings{Catalog: c.Catalog, Saved: c.From})
	for _, n := range model.Fresh(after, before) {
		out.Put("Notice %s: %s", n.Rule, n.Text)
	}
}

// SavedAs says what a save has done: a new revision, and with it every program
// record (C8).
func SavedAs(r model.Revision, c model.Catalog) string {
	return fmt.Sprintf("Saved as revision %d; %s updated.", r.Number, count(len(c.Programs()), "program record"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
