package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/model"
)

// Rows that were given another code are told by their looks, and only where there
// is one of them.
func TestAlike(t *testing.T) {
	named := func(edit func(*model.CatalogDraft)) model.Catalog {
		d := sample()
		d.Partners[0].Name, d.Partners[1].Name = "Ann", "Bob"
		edit(&d)
		c, problems := d.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		return c
	}
	from := named(func(*model.CatalogDraft) {})
	for name, c := range map[string]struct {
		edit func(*model.CatalogDraft)
		want model.Renames
	}{
		"nothing": {func(*model.CatalogDraft) {}, nil},
		"one of each": {func(d *model.CatalogDraft) {
			d.Partners[0].Code, d.Partners[1].Parent, d.Partners[1].Code, d.Partners[2].Parent = "anne", "anne", "robert", "robert"
			d.Partners[0].TrackDays = model.Some(3)
			d.Products[0].Code, d.Links[0].Code = "Y", "hair"
		}, model.Renames{{Table: "partner", From: "ann", To: "anne"}, {Table: "partner", From: "bob", To: "robert"},
			{Table: "product", From: "X", To: "Y"}, {Table: "link", From: "haircare", To: "hair"}}},
		"a program": {func(d *model.CatalogDraft) { d.Programs[0].Name, d.Partners[0].Programs[0] = "SILVER", "SILVER" },
			model.Renames{{Table: "program", From: "GOLD", To: "SILVER"}}},
		"a partner without a name": {func(d *model.CatalogDraft) { d.Partners[2].Code = "james" }, nil},
		"two that could be it": {func(d *model.CatalogDraft) {
			d.Partners[0].Code, d.Partners[1].Parent = "anne", "anne"
			d.Partners = append(d.Partners, model.Partner{Code: "anna", Name: "Ann"})
		}, nil},
		"another price": {func(d *model.CatalogDraft) { d.Products[0] = model.Product{Code: "Y", Price: 1} }, nil},
	} {
		if diff := cmp.Diff(c.want, model.Alike(from, named(c.edit))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestRenamesOneAfterTheOther(t *testing.T) {
	first := then([2]string{"a", "b"})
	for name, c := range map[string]struct{ next, want model.Renames }{
		"on":          {then([2]string{"b", "c"}), then([2]string{"a", "c"})},
		"another":     {then([2]string{"x", "y"}), append(then([2]string{"a", "b"}), then([2]string{"x", "y"})...)},
		"a new a":     {then([2]string{"a", "z"}), then([2]string{"a", "b"})},
		"and nothing": {nil, first},
	} {
		if diff := cmp.Diff(c.want, first.Followed(c.next)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if name == "on" || name == "another" {
			if diff := cmp.Diff(c.next, first.Followed(c.next).Since(first)); diff != "" {
				t.Errorf("%s, taken off again: %s", name, diff)
			}
		}
	}
}
