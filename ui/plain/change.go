package plain

import (
	"fmt"
	"strings"

	"referee/engine/scenario"
	"referee/model"
)

// Change is a change of settings or of the catalog, with what its consequences
// are drawn from. Nothing about it is written to a database.
type Change struct {
	From, To model.Policy
	Samples  []scenario.Case // whose sales show what the change does; may be empty
}

// Write writes the change with all its consequences.
func (c Change) Write(out *Lines) {
	c.WriteSettings(out)
	c.WriteCatalog(out)
	c.writePrograms(out)
	c.writeSamples(out)
	c.WriteNotices(out)
}

// WriteSettings writes the settings that change, a line for each, in words.
func (c Change) WriteSettings(out *Lines) {
	for _, change := range model.Diff(c.From.Settings.Draft(), c.To.Settings.Draft()) {
		out.Put("%s", InWords(change))
	}
}

// maxRows is how many rows of a catalog are listed: nobody reads on, and an
// import can hold thousands.
const maxRows = 200

// WriteCatalog writes the rows of the catalog that change, and what in them does,
// in words.
func (c Change) WriteCatalog(out *Lines) {
	changes := model.DiffAlike(c.From.Catalog, c.To.Catalog)
	for i, change := range changes {
		if i == maxRows {
			out.Put("… and %s more.", count(len(changes)-i, "row"))
			return
		}
		for _, line := range RowInWords(change) {
			out.Put("%s", line)
		}
	}
}

// RowInWords is a change of one row as people say it: a line, and one more for
// each field if there are several.
func RowInWords(c model.CatalogChange) []string {
	fields := c.Words()
	switch {
	case len(fields) == 0:
		return []string{c.String() + "."}
	case c.How != model.Changed:
		return []string{c.String() + ": " + strings.Join(fields, ", ")}
	case len(fields) == 1:
		return []string{c.String() + ": " + fields[0]}
	}
	lines := []string{c.String() + ":"}
	for _, f := range fields {
		lines = append(lines, "  "+f)
	}
	return lines
}

// InWords is a change of one setting as people say it: "Levels: 2 → 3".
func InWords(c model.Change) string {
	return fmt.Sprintf("%s: %s → %s", c.Setting.Name(), c.Setting.Words(c.From), c.Setting.Words(c.To))
}

// WriteNotices writes what the change makes worth saying (N1 to N8), and not
// what was true before. Referrals entered by hand (N3) are left out: no database
// holds any yet.
func (c Change) WriteNotices(out *Lines) {
	before := model.Notices(c.From.Settings, model.Surroundings{Catalog: c.From.Catalog})
	after := model.Notices(c.To.Settings, model.Surroundings{Catalog: c.To.Catalog, Saved: c.From.Settings})
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
