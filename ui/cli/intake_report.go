package cli

import (
	"fmt"
	"strings"

	"referee/model"
	"referee/ui/plain"
	"referee/ui/shelf"
)

// taken is what an import came to, as a JSON document.
type taken struct {
	Settings []settingChange `json:"settings"` // that change
	Catalog  []rowChange     `json:"catalog"`  // rows that change
	InUse    []rowInUse      `json:"in_use"`   // rows that go away and are named by kept cases
	Remarks  []string        `json:"remarks"`  // what else was found
	Backup   string          `json:"backup"`   // path; "" if nothing was saved
	Saved    bool            `json:"saved"`    // a revision was: false if nothing differs, and after a trial
	Revision uint64          `json:"revision"` // the one in force now
}

// rowChange has the values of a catalog's row in the words of people.
type rowChange struct {
	Table  string        `json:"table"`
	Code   string        `json:"code"`
	Change string        `json:"change"` // changed, added, removed or moved
	Fields []fieldChange `json:"fields"`
}

type fieldChange struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// rowInUse is a row whose code goes away, and the kept cases it is named by.
type rowInUse struct {
	Table string   `json:"table"`
	Code  string   `json:"code"`
	Cases []string `json:"cases"`
}

func newTaken(change plain.Change, cases []shelf.Case, remarks []string) taken {
	t := taken{Settings: []settingChange{}, Catalog: []rowChange{}, InUse: []rowInUse{}, Remarks: append([]string{}, remarks...)}
	for _, c := range model.Diff(change.From.Settings.Draft(), change.To.Settings.Draft()) {
		t.Settings = append(t.Settings, settingChange{c.Setting.Key(), c.From, c.To})
	}
	for _, c := range model.DiffAlike(change.From.Catalog, change.To.Catalog) {
		t.Catalog = append(t.Catalog, newRowChange(c))
	}
	for _, c := range model.DiffCatalogs(change.From.Catalog, change.To.Catalog) { // cases name codes: one that was changed is gone too
		if names := keptCasesNaming(c, cases); len(names) > 0 {
			t.InUse = append(t.InUse, rowInUse{c.Table, c.Code, names})
		}
	}
	return t
}

func newRowChange(c model.CatalogChange) rowChange {
	row := rowChange{c.Table, c.Code, c.How.String(), []fieldChange{}}
	for _, f := range c.Fields {
		row.Fields = append(row.Fields, fieldChange{f.Key, f.From, f.To})
	}
	return row
}

// keptCasesNaming are the titles of the kept cases in which a row that goes away
// is named.
func keptCasesNaming(c model.CatalogChange, cases []shelf.Case) (titles []string) {
	if c.How != model.Removed {
		return nil
	}
	for _, kept := range cases {
		if kept.Kept && kept.Read().Journal.Names(c.Table, c.Code) {
			titles = append(titles, kept.Title)
		}
	}
	return titles
}

func (t *taken) differs() bool { return len(t.Settings)+len(t.Catalog) > 0 }

// writeTaken writes what was found, what it changes, and all that comes of it.
func writeTaken(out *plain.Lines, change plain.Change, t taken) error {
	for _, remark := range t.Remarks {
		out.Put("%s", remark)
	}
	if !t.differs() {
		return out.Err()
	}
	change.Write(out)
	for _, row := range t.InUse {
		out.Put("%s%s %s goes away and is named by what is kept: %s. What needs it there cannot be run on the new catalog.",
			strings.ToUpper(row.Table[:1]), row.Table[1:], row.Code, quoted(row.Cases))
	}
	return out.Err()
}

func quoted(texts []string) string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = fmt.Sprintf("%q", t)
	}
	return strings.Join(list, ", ")
}
