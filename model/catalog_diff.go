package model

import "slices"

// CatalogChange is one row in which two catalogs differ, with every field that
// is another one.
type CatalogChange struct {
	Table  string // one of the names for a [Place]; "" is the catalog as a whole
	Code   string // what the row is called; "" where it is not about one
	How    Difference
	Fields []FieldChange // of a row that was added or taken away: what it holds
}

// Difference is in what way a row differs.
type Difference uint8

const (
	Changed Difference = iota + 1
	Added
	Removed
	Moved // the rows of a table stand in another order, which bears on nothing but lists
)

var differenceKeys = [...]string{"", "changed", "added", "removed", "moved"}

func (d Difference) String() string { return differenceKeys[d] }

// FieldChange is one field of a row, by its key in a scenario file or, of a rate,
// the name of its [RuleCell]. Its values are as people read them; "" is blank.
type FieldChange struct{ Key, From, To string }

// DiffCatalogs lists the rows in which two catalogs differ, table by table: those
// of the later catalog in its order, then those that only the earlier one has. A
// row is known by its code or name, so one that was renamed is removed and added,
// unless it is said to be: see [DiffRenamed].
func DiffCatalogs(from, to Catalog) []CatalogChange { return DiffRenamed(from, to, nil) }

// DiffRenamed is DiffCatalogs where it is known which rows were given another
// code. Such a row has changed, and what refers to it has not.
func DiffRenamed(was, to Catalog, renamed Renames) []CatalogChange {
	if was == to {
		return nil
	}
	renamed = renamed.Between(was, to)
	from := was.Draft().renamed(renamed)
	var changes []CatalogChange
	if fields := diffFields(catalogFields(from), catalogFields(to.Draft())); len(fields) > 0 {
		changes = append(changes, CatalogChange{How: Changed, Fields: fields})
	}
	changes = append(changes, diffRows(renamed, PartnerTable, from.Partners, to.Partners(), partnerCode,
		partnerFields, partnerFields)...)
	changes = append(changes, diffRows(renamed, ProgramTable, from.Programs, to.Programs(), programName,
		programFields(from.Currency), programFields(to.Currency()))...)
	changes = append(changes, diffRows(renamed, ProductTable, from.Products, to.Products(), productCode,
		productFields(from.Currency), productFields(to.Currency()))...)
	return append(changes, diffRows(renamed, LinkTable, from.Links, to.Links(), linkCode,
		linkFields, linkFields)...)
}

// diffRows compares one table. Before and after make the fields of a row of the
// earlier and of the later one; the zero row stands for none.
func diffRows[R any](renamed Renames, table string, from, to []R, code func(R) string, before, after func(R) []field) (changes []CatalogChange) {
	if same(from, to) {
		return nil
	}
	var none R
	earlier := map[string]R{}
	for _, row := range from {
		earlier[code(row)] = row
	}
	var stayed []string
	for _, row := range to {
		was, there := earlier[code(row)]
		fields := diffFields(before(was), after(row))
		if old := renamed.Was(table, code(row)); there && old != code(row) {
			fields = append([]FieldChange{{CodeKey(table), old, code(row)}}, fields...)
		}
		switch {
		case !there:
			changes = append(changes, CatalogChange{table, code(row), Added, fields})
		case len(fields) > 0:
			changes = append(changes, CatalogChange{table, code(row), Changed, fields})
		}
		if there {
			stayed = append(stayed, code(row))
			delete(earlier, code(row))
		}
	}
	var order []string
	for _, row := range from {
		if _, gone := earlier[code(row)]; gone {
			changes = append(changes, CatalogChange{table, code(row), Removed, diffFields(before(row), after(none))})
		} else {
			order = append(order, code(row))
		}
	}
	if !slices.Equal(order, stayed) {
		changes = append(changes, CatalogChange{Table: table, How: Moved})
	}
	return changes
}

// same reports whether two tables are one and the same: an edit copies only what it
// writes to.
func same[R any](a, b []R) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// diffFields compares two rows: the fields of the later one first, then those
// that only the earlier one has.
func diffFields(from, to []field) (changes []FieldChange) {
	earlier := map[string]string{}
	for _, f := range from {
		earlier[f.key] = f.text
	}
	for _, f := range to {
		if earlier[f.key] != f.text {
			changes = append(changes, FieldChange{f.key, earlier[f.key], f.text})
		}
		delete(earlier, f.key)
	}
	for _, f := range from {
		if text := earlier[f.key]; text != "" {
			changes = append(changes, FieldChange{f.key, text, ""})
		}
	}
	return changes
}
