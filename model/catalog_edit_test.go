package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/model"
)

// begun is an edit of the sample with nothing changed.
func begun(t rapid.TB) model.CatalogEdit {
	catalog, problems := sample().Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return model.CatalogEdit{Catalog: catalog}
}

func partner(row int, key string) model.CatalogField {
	return model.CatalogField{Table: model.PartnerTable, Row: row, Key: key}
}

func rate(rule int, level int, role model.Role, kind model.Kind) model.CatalogField {
	return model.CatalogField{Table: model.ProgramTable, Key: model.RateKey, Rule: rule, Cell: model.Cell{Level: level, Role: role, Kind: kind}}
}

// typed types a text into a field letter by letter, after emptying it, and
// looks at what follows each time.
func typed(e model.CatalogEdit, f model.CatalogField, text string) model.CatalogEdit {
	for rest := e.Text(f); rest != ""; rest = rest[:len(rest)-1] {
		e = e.Set(f, rest[:len(rest)-1])
	}
	for i := range text {
		e = e.Set(f, text[:i+1])
	}
	return e
}

// edits says what an edit changes, as a person reads it.
func edits(from model.Catalog, e model.CatalogEdit) string {
	return said(model.DiffRenamed(from, e.Catalog, e.Renamed))
}

func TestEditingACatalog(t *testing.T) {
	for _, test := range []struct {
		name string
		edit func(model.CatalogEdit) model.CatalogEdit
		want string
	}{
		{"a code, letter by letter, past one that is taken", func(e model.CatalogEdit) model.CatalogEdit {
			return typed(e, partner(1, "code"), "ann2")
		}, "Partner ann2 changed\n  code: bob → ann2"},
		{"a code there and back", func(e model.CatalogEdit) model.CatalogEdit {
			return typed(typed(e, partner(1, "code"), "robert"), partner(1, "code"), "bob")
		}, ""},
		{"two codes swapped", func(e model.CatalogEdit) model.CatalogEdit {
			e = e.Set(partner(0, "code"), "x").Set(partner(1, "code"), "ann").Set(partner(0, "code"), "bob")
			return e
		}, "Partner bob changed\n  code: ann → bob\nPartner ann changed\n  code: bob → ann"},
		{"a program and a product renamed", func(e model.CatalogEdit) model.CatalogEdit {
			e = typed(e, model.CatalogField{Table: model.ProgramTable, Key: "name"}, "SILVER")
			return typed(e, model.CatalogField{Table: model.ProductTable, Key: "code"}, "Y")
		}, "Program SILVER changed\n  name: GOLD → SILVER\nProduct Y changed\n  code: X → Y"},
		{"rates, blank and 0", func(e model.CatalogEdit) model.CatalogEdit {
			e = typed(e, rate(0, 1, model.Sale, model.Percent), "12.5")
			e = typed(e, rate(0, 2, model.Sale, model.Percent), "0")
			e = typed(e, rate(1, 1, model.Sale, model.Percent), "")
			return typed(e, rate(0, model.UnusedLevel, model.Lead, model.Amount), "3.05")
		}, `Program GOLD changed
  level 1 sale percent: 20 % → 12.5 %
  level 2 sale percent: 10 % → 0 %
  unused lead amount: none → 3.05
  rule for X: none → without rates
  level 1 sale percent for X: 40 % → none`},
		{"everything of a partner", func(e model.CatalogEdit) model.CatalogEdit {
			e = typed(e, partner(2, "name"), "Jim Ray")
			e = typed(e, partner(2, "parent"), "ann")
			e = typed(e, partner(2, "track_days"), "")
			return e.Set(partner(2, "active"), "false").Set(partner(2, "notify_lead"), "true").Enrol(2, "GOLD", true)
		}, `Partner jim changed
  name: none → Jim Ray
  parent: bob → ann
  track days: 30 → for ever
  active: yes → no
  notify lead: no → yes
  programs: none → GOLD`},
		{"out of a program and in again", func(e model.CatalogEdit) model.CatalogEdit {
			return e.Enrol(0, "GOLD", false).Enrol(0, "GOLD", true)
		}, ""},
		{"a rule for another product", func(e model.CatalogEdit) model.CatalogEdit {
			e, _, _ = e.Add(model.ProductTable)
			e = typed(e, model.CatalogField{Table: model.ProductTable, Row: 1, Key: "code"}, "Y")
			e, rule, ok := e.AddRule(0)
			if !ok || rule != 2 {
				t.Errorf("rule %d, %v", rule, ok)
			}
			return e.Set(rate(rule, 3, model.Lead, model.Percent), "7").RemoveRule(0, 1)
		}, `Program GOLD changed
  level 3 lead percent for Y: none → 7 %
  level 1 sale percent for X: 40 % → none
Product Y added
  price 0.00`},
		{"removed", func(e model.CatalogEdit) model.CatalogEdit {
			e, _ = e.Remove(model.PartnerTable, 2)
			e, _ = e.Remove(model.LinkTable, 0)
			return e
		}, "Partner jim removed\n  parent bob\n  track days 30\nLink haircare removed\n  url https://www.example.com/hair"},
		{"removed, and added under the same code", func(e model.CatalogEdit) model.CatalogEdit {
			e, _ = e.Remove(model.PartnerTable, 2)
			e, row, _ := e.Add(model.PartnerTable)
			e = typed(e, partner(row, "code"), "jim")
			return e.Set(partner(row, "parent"), "bob").Set(partner(row, "track_days"), "30").Enrol(row, "GOLD", false)
		}, ""},
		{"renamed, and another one added under the code that was given up", func(e model.CatalogEdit) model.CatalogEdit {
			e = typed(e, partner(2, "code"), "jo")
			e, row, _ := e.Add(model.PartnerTable)
			return typed(e, partner(row, "code"), "jim")
		}, "Partner jo changed\n  code: jim → jo\nPartner jim added\n  programs GOLD"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := begun(t)
			next := test.edit(e)
			if diff := cmp.Diff(strings.Split(test.want, "\n"), withoutEmptyHolds(edits(e.Catalog, next))); diff != "" {
				t.Error(diff)
			}
			if problems := next.Problems(); len(problems) > 0 {
				t.Error(problems)
			}
			if got := edits(e.Catalog, e); got != "" {
				t.Errorf("the edit before was written to: %s", got)
			}
		})
	}
}

// withoutEmptyHolds leaves out what a row that came or went says by default.
func withoutEmptyHolds(said string) []string {
	return slices.DeleteFunc(strings.Split(said, "\n"), func(line string) bool {
		return slices.Contains([]string{"  active yes", "  notify lead no", "  notify sale no"}, line)
	})
}

// What cannot stand in a field is kept as it was typed, with the reason, and the
// field keeps what it held; a text that comes to hold later is taken over.
func TestSlips(t *testing.T) {
	for _, test := range []struct {
		field model.CatalogField
		text  string
		why   string
	}{
		{partner(1, "code"), "ann", "there are two partners"},
		{partner(1, "code"), "", "no usable code"},
		{partner(1, "parent"), "kim", "does not exist"},
		{partner(0, "parent"), "jim", "each other's parents"},
		{partner(0, "parent"), "ann", "each other's parents"},
		{partner(0, "track_days"), "soon", "not a number of days"},
		{partner(0, "track_days"), "-1", "cannot be -1"},
		{rate(0, 1, model.Sale, model.Percent), "12.", "not written with digits"},
		{rate(0, 1, model.Sale, model.Percent), "1001", "more than 1000"},
		{rate(0, 1, model.Sale, model.Amount), "1.005", "more decimals than USD has"},
		{rate(0, 1, model.Sale, model.Amount), "99999999", "out of range"},
		{model.CatalogField{Table: model.ProgramTable, Key: "priority"}, "high", "not a whole number"},
		{model.CatalogField{Table: model.ProgramTable, Key: model.RuleKey, Rule: 1}, "Z", "there is no product"},
		{model.CatalogField{Table: model.ProductTable, Key: "price"}, "1,5", "not written with digits"},
		{model.CatalogField{Table: model.LinkTable, Key: "url"}, "shop", "does not start with http"},
	} {
		e := begun(t)
		next := e.Set(test.field, test.text)
		problem, wrong := next.Problem(test.field)
		if !wrong || !strings.Contains(problem.What, test.why) || problem.Hint == "" && test.field.Key != model.RateKey && test.field.Key != "price" {
			t.Errorf("%+v = %q: %v, want %q", test.field, test.text, problem, test.why)
		}
		if next.Text(test.field) != test.text || next.Catalog != e.Catalog || len(next.Problems()) != 1 {
			t.Errorf("%+v holds %q, and %d problems", test.field, next.Text(test.field), len(next.Problems()))
		}
		if back := next.Set(test.field, e.Text(test.field)); len(back.Slips) > 0 || back.Catalog != e.Catalog {
			t.Errorf("%+v put back: %+v", test.field, back.Slips)
		}
	}
}

func TestASlipComesToHold(t *testing.T) {
	e, row, _ := begun(t).Add(model.PartnerTable)
	if e.Text(partner(row, "code")) != "" || len(e.Problems()) != 1 {
		t.Fatalf("a new row asks for a code: %q, %v", e.Text(partner(row, "code")), e.Problems())
	}
	e = e.Set(partner(0, "parent"), "kim").Set(partner(1, "name"), "Bob")
	e = typed(e, partner(row, "code"), "kim")
	if len(e.Slips) > 0 || e.Catalog.Partners()[0].Parent != "kim" || !slices.Contains(e.Catalog.Partners()[row].Programs, "GOLD") {
		t.Errorf("%+v, %+v", e.Slips, e.Catalog.Partners())
	}
}

// Deleting what is in use is refused with where it is used.
func TestRemovingWhatIsInUse(t *testing.T) {
	for _, test := range []struct {
		table string
		want  string
	}{
		{model.PartnerTable, "parent of bob"}, {model.ProgramTable, "program of ann"}, {model.ProductTable, "rule of GOLD"}, {model.LinkTable, ""},
	} {
		e := begun(t)
		next, uses := e.Remove(test.table, 0)
		if got := strings.Join(uses, ", "); got != test.want || (len(uses) == 0) == (next.Catalog == e.Catalog) {
			t.Errorf("%s: used as %q, want %q", test.table, got, test.want)
		}
	}
}

// A slip stays with its row while rows above it go, and goes with its own.
func TestSlipsFollowTheirRows(t *testing.T) {
	e := begun(t)
	e, row, _ := e.Add(model.LinkTable)
	e = e.Set(model.CatalogField{Table: model.LinkTable, Row: row, Key: "url"}, "shop")
	e, _ = e.Remove(model.LinkTable, 0)
	if got := e.Text(model.CatalogField{Table: model.LinkTable, Row: row - 1, Key: "url"}); got != "shop" || len(e.Slips) != 2 {
		t.Errorf("%q, %+v", got, e.Slips)
	}
	if e, _ = e.Remove(model.LinkTable, row-1); len(e.Slips) != 0 {
		t.Errorf("%+v", e.Slips)
	}
}

func TestMergeCatalogs(t *testing.T) {
	base := begun(t)
	ours := typed(base, partner(2, "code"), "jo")
	ours = ours.Set(rate(0, 1, model.Sale, model.Percent), "30").Set(partner(0, "track_days"), "soon")
	theirs := base.Set(partner(2, "track_days"), "60").Set(partner(0, "name"), "Ann").Set(rate(0, 2, model.Sale, model.Percent), "11")
	theirs, _, _ = theirs.Add(model.ProductTable)
	theirs = theirs.Set(model.CatalogField{Table: model.ProductTable, Row: 1, Key: "code"}, "Y")
	m := model.MergeCatalogs(base.Catalog, ours, theirs.Catalog)
	if diff := cmp.Diff([]string{"partner ann", "partner jo", "product Y"}, m.Theirs); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"program GOLD"}, m.Both); diff != "" {
		t.Error(diff)
	}
	want := "Partner jo changed\n  code: jim → jo\nProgram GOLD changed\n  level 1 sale percent: 20 % → 30 %\n  level 2 sale percent: 11 % → 10 %"
	if got := said(model.DiffRenamed(theirs.Catalog, m.Edit.Catalog, m.Edit.Renamed)); got != want || m.Problems != nil {
		t.Errorf("against theirs:\n%s\nwant\n%s\n%v", got, want, m.Problems)
	}
	if m.Edit.Text(partner(0, "track_days")) != "soon" {
		t.Errorf("the slip is lost: %+v", m.Edit.Slips)
	}
}

// They put a rule in front of the one we are typing in: the text stays with its product.
func TestAMergeFindsTheRuleOfASlip(t *testing.T) {
	base, row, _ := begun(t).Add(model.ProductTable)
	base = base.Set(model.CatalogField{Table: model.ProductTable, Row: row, Key: "code"}, "Y")
	base.Renamed = nil
	ours := base.Set(rate(1, 1, model.Sale, model.Percent), "12.")
	d := base.Catalog.Draft()
	d.Programs = slices.Clone(d.Programs)
	d.Programs[0].Products = append([]model.ProductRule{{Product: "Y", Card: d.Programs[0].Products[0].Card}}, d.Programs[0].Products...)
	theirs, problems := d.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	m := model.MergeCatalogs(base.Catalog, ours, theirs)
	if got := m.Edit.Text(rate(2, 1, model.Sale, model.Percent)); got != "12." {
		t.Errorf("the rate for X holds %q, and the slips are %+v", got, m.Edit.Slips)
	}
	d.Programs[0].Products = d.Programs[0].Products[:1]
	if theirs, problems = d.Parse(); problems != nil {
		t.Fatal(problems)
	}
	if m = model.MergeCatalogs(base.Catalog, ours, theirs); len(m.Edit.Slips) > 0 {
		t.Errorf("they took the rule away, its text is in another one: %+v", m.Edit.Slips)
	}
}

// They took away whom we made a parent: ours stays, and says why.
func TestMergeThatDoesNotHold(t *testing.T) {
	base := begun(t)
	ours := base.Set(partner(1, "parent"), "").Set(partner(0, "parent"), "jim")
	theirs, _ := base.Remove(model.PartnerTable, 2)
	m := model.MergeCatalogs(base.Catalog, ours, theirs.Catalog)
	if m.Problems == nil || m.Edit.Catalog != ours.Catalog {
		t.Errorf("%v, %+v", m.Problems, m.Edit)
	}
}

// Whatever is done, in whatever order, the catalog holds, nobody loses a parent
// or a program to a rename, and merging with an unchanged side changes nothing.
func TestEditsHold(t *testing.T) {
	texts := []string{"", "a", "ann", "bob", "jim", "kim", "GOLD", "X", "12.5", "12.", "-1", "true", "https://example.com"}
	rapid.Check(t, func(t *rapid.T) {
		e := begun(t)
		base := e.Catalog
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			table := rapid.SampledFrom([]string{model.PartnerTable, model.ProgramTable, model.ProductTable, model.LinkTable}).Draw(t, "table")
			n := rowsOf(e.Catalog, table)
			if n == 0 || rapid.IntRange(0, 5).Draw(t, "add") == 0 {
				e, _, _ = e.Add(table)
				continue
			}
			row := rapid.IntRange(0, n-1).Draw(t, "row")
			keys := map[string][]string{model.PartnerTable: {"code", "name", "parent", "track_days", "active"},
				model.ProgramTable: {"name", "priority", model.RateKey}, model.ProductTable: {"code", "price"}, model.LinkTable: {"code", "url"}}
			f := model.CatalogField{Table: table, Row: row, Key: rapid.SampledFrom(keys[table]).Draw(t, "key")}
			if f.Key == model.RateKey {
				f.Cell = model.Cell{Level: rapid.IntRange(0, 3).Draw(t, "level"), Role: model.Sale, Kind: model.Percent}
			}
			switch rapid.IntRange(0, 4).Draw(t, "what") {
			case 0:
				next, uses := e.Remove(table, row)
				if (len(uses) > 0) != (next.Catalog == e.Catalog) {
					t.Fatalf("removed and in use: %v", uses)
				}
				e = next
			default:
				links := references(e.Catalog)
				next := e.Set(f, rapid.SampledFrom(texts).Draw(t, "text"))
				if f.Key == model.CodeKey(table) && len(next.Slips) >= len(e.Slips) && references(next.Catalog) != links {
					t.Fatalf("a rename changed who refers to whom: %s → %s", links, references(next.Catalog))
				}
				e = next
			}
			if _, problems := e.Catalog.Draft().Parse(); problems != nil {
				t.Fatal(problems)
			}
			for _, s := range e.Slips {
				_ = e.Text(s.Field) // its row is there
			}
		}
		m := model.MergeCatalogs(base, e, base)
		if len(m.Theirs)+len(m.Both) > 0 || m.Problems != nil || len(model.DiffCatalogs(e.Catalog, m.Edit.Catalog)) > 0 {
			t.Fatalf("merged with the base: %+v", m)
		}
	})
}

func rowsOf(c model.Catalog, table string) int {
	return map[string]int{model.PartnerTable: len(c.Partners()), model.ProgramTable: len(c.Programs()),
		model.ProductTable: len(c.Products()), model.LinkTable: len(c.Links())}[table]
}

// references is who refers to whom, by row.
func references(c model.Catalog) string {
	var all []string
	for i, p := range c.Partners() {
		all = append(all, fmt.Sprint(c.Parent(i), len(p.Programs)))
	}
	for _, p := range c.Programs() {
		all = append(all, fmt.Sprint(len(p.Products)))
	}
	return strings.Join(all, " ")
}
