package draft_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine/scenario/draft"
	"referee/model"
)

// shop is a catalog with names that ask for trouble.
func shop(t testing.TB) *draft.Reader {
	t.Helper()
	catalog, problems := model.CatalogDraft{
		Partners: []model.Partner{{Code: "rg-17", Name: "Roger"}, {Code: "zoe", Name: "Zoe"}, {Code: "zoe2", Name: "ZOE"}},
		Products: []model.Product{{Code: "shampoo", Price: 4500}, {Code: "dinner at 8", Price: 100}, {Code: "2 x soap", Price: 200}, {Code: `say "less"`, Price: 300}},
		Links:    []model.Link{{Code: "hair", URL: "https://www.example.com/hair"}},
	}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return draft.NewReader(catalog)
}

// sale is a draft with one order in which the fields say what they are given.
func sale(texts map[draft.Slot]string) draft.Case {
	e := draft.NewEvent(draft.Order)
	all := map[draft.Slot]string{field(draft.At): "6 Jan 2026 10:00", field(draft.ID): "order-1", field(draft.Contact): "ann", field(draft.Item): "shampoo"}
	for s, text := range texts {
		all[s] = text
	}
	for s, text := range all {
		e = e.With(s, text)
	}
	return draft.Case{Events: []draft.Event{e}}
}

func TestItems(t *testing.T) {
	r := shop(t)
	percent, _ := model.ParsePercent("10")
	for text, want := range map[string]model.Line{
		"shampoo":                               {Product: "shampoo", Quantity: 1, Price: 4500},
		" 2 x shampoo ":                         {Product: "shampoo", Quantity: 2, Price: 4500},
		"3× shampoo at 40.00":                   {Product: "shampoo", Quantity: 3, Price: 4000},
		"shampoo less 10 %":                     {Product: "shampoo", Quantity: 1, Price: 4500, Discount: model.Discount{Percent: percent, Commissions: true}},
		"comb at 3 less 1.50":                   {Product: "comb", Quantity: 1, Price: 300, Discount: model.Discount{Amount: 150, Commissions: true}},
		"dinner at 8":                           {Product: "dinner at 8", Quantity: 1, Price: 100},
		"2 x dinner at 8":                       {Product: "dinner at 8", Quantity: 2, Price: 100},
		"dinner at 8 at 9":                      {Product: "dinner at 8", Quantity: 1, Price: 900},
		"2 x soap":                              {Product: "2 x soap", Quantity: 1, Price: 200},
		"2 x 2 x soap":                          {Product: "2 x soap", Quantity: 2, Price: 200},
		`"2 x soap" at 1`:                       {Product: "2 x soap", Quantity: 1, Price: 100},
		"shampoo less 0":                        {Product: "shampoo", Quantity: 1, Price: 4500},
		"shampoo less 10 % not for commissions": {Product: "shampoo", Quantity: 1, Price: 4500, Discount: model.Discount{Percent: percent}},
	} {
		parsed := r.Parse(sale(map[draft.Slot]string{field(draft.Item): text}))
		if parsed.Problems != nil {
			t.Errorf("%q: %v", text, parsed.Problems)
			continue
		}
		if got := parsed.Journal.Events()[0].(model.Order).Lines; len(got) != 1 || got[0] != want {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
}

// Each mistake is told at its own place, together with all others.
func TestProblemsStandBesideTheirField(t *testing.T) {
	r := shop(t)
	wrong := map[draft.Slot]string{
		field(draft.At): "soon", field(draft.Item): "shampo", {Field: draft.Item, Item: 1}: "2 x shampoo at 4,50", {Field: draft.Item, Item: 2}: "shampoo less 200 %",
		field(draft.Discount): "ten", field(draft.SalePartner): "zo", field(draft.LeadPartner): "ZOE", field(draft.Address): "home",
		field(draft.Tax): "-1", field(draft.Shipping): "1.234", field(draft.Fee): "1e3", field(draft.FinanceCharge): "x",
	}
	parsed := r.Parse(sale(wrong))
	for s, text := range wrong {
		if p, found := parsed.On(0, draft.Order, s); !found {
			t.Errorf("nothing is said about %q: %v", text, parsed.Problems)
		} else if p.Hint == "" {
			t.Errorf("%s does not say what to do", p.What)
		}
	}
	if len(parsed.Problems) != len(wrong) {
		t.Errorf("%d problems: %v", len(parsed.Problems), parsed.Problems)
	}
	// What only shows together comes back to its event, whatever stands before it.
	c := sale(nil)
	c = c.Insert(0, draft.NewEvent(draft.Click)) // wrong in every way
	c = c.Insert(2, c.Events[1].With(field(draft.Item), ""))
	parsed = r.Parse(c)
	for _, s := range []draft.Slot{field(draft.ID), field(draft.Item)} {
		if _, found := parsed.On(2, draft.Order, s); !found {
			t.Errorf("nothing is said about %v: %v", s, parsed.Problems)
		}
	}
	if parsed.Wrong(1) || !parsed.Wrong(0) || !parsed.Wrong(2) {
		t.Errorf("wrong are others: %v", parsed.Problems)
	}
}

func TestPartnersByNameAndByHand(t *testing.T) {
	r := shop(t)
	for text, want := range map[string]string{"": "unset", "rg-17": "rg-17", "roger": "rg-17", " Roger ": "rg-17", "zoe": "zoe", "nobody": "", "(nobody)": ""} {
		parsed := r.Parse(sale(map[draft.Slot]string{field(draft.SalePartner): text}))
		if parsed.Problems != nil {
			t.Errorf("%q: %v", text, parsed.Problems)
			continue
		}
		if got := parsed.Journal.Events()[0].(model.Order).SalePartner.Or("unset"); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestSuggestions(t *testing.T) {
	r := shop(t)
	c := sale(map[draft.Slot]string{field(draft.Browser): "laptop"})
	c = c.Insert(1, draft.NewEvent(draft.Click))
	for _, tt := range []struct {
		row   int
		field draft.Field
		typed string
		want  string
	}{
		{1, draft.Partner, "", "rg-17 Roger, zoe Zoe, zoe2 ZOE"}, {1, draft.Partner, "rog", "rg-17 Roger"}, {1, draft.Partner, "Z", "zoe Zoe, zoe2 ZOE"},
		{1, draft.Contact, "a", "ann"}, {1, draft.Browser, "", "laptop"}, {1, draft.Browser, "x", ""}, {1, draft.Link, "h", "hair https://www.example.com/hair"},
		{0, draft.Item, "2 x sh", "2 x shampoo 45.00"}, {0, draft.SalePartner, "n", "nobody"}, {0, draft.Contact, "a", ""}, {1, draft.At, "", ""},
	} {
		var got []string
		for _, s := range r.Suggest(c.With(tt.row, field(tt.field), tt.typed), tt.row, field(tt.field)) {
			got = append(got, strings.TrimSpace(s.Text+" "+s.Detail))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%q in field %d: %s", tt.typed, tt.field, diff)
		}
	}
}

// Whatever is typed, parsing answers with a journal or with problems that stand at a
// place of an event there is, and what was kept is what was typed.
func TestAnythingCanBeTyped(t *testing.T) {
	r := shop(t)
	word := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "+1d", "same time", "2h before", "1d after order-1", "6 Jan 2026 10:00", "10:30", "9 Jan",
		"zoe", "nobody", "shampoo", "2 x shampoo at 4.00 less 10 %", "order-1", "order-2", "ann", "laptop", "10 %", "5.00", "manual", "90 days", "203.0.113.9", `"`, "9999999999999999999 x x"}))
	rapid.Check(t, func(t *rapid.T) {
		var c draft.Case
		for i := range rapid.IntRange(0, 6).Draw(t, "events") {
			e := draft.NewEvent(rapid.SampledFrom(draft.Kinds[:]).Draw(t, "kind"))
			for _, s := range e.Slots() {
				e = e.With(s, word.Draw(t, fmt.Sprint(e.Kind, s)))
			}
			c = c.Insert(rapid.IntRange(0, i).Draw(t, "row"), e)
		}
		parsed := r.Parse(c)
		if events := parsed.Journal.Events(); parsed.Problems == nil && len(events) != len(c.Events) {
			t.Fatalf("%d of %d events are in the journal", len(events), len(c.Events))
		}
		for _, p := range parsed.Problems {
			e := c.Events[p.Place.Row]
			at := 0
			for _, s := range e.Slots() {
				if on, found := parsed.On(p.Place.Row, e.Kind, s); found && on.What != "" {
					at++
				}
			}
			if at == 0 {
				t.Fatalf("%v stands at no field of a %v", p, e.Kind)
			}
		}
		for row := range c.Events {
			c.Shift(row, 1).Duplicate(row).Delete(row)
			for _, s := range c.Events[row].Slots() {
				r.Suggest(c, row, s)
			}
		}
		if parsed.Problems == nil {
			again := r.Parse(r.From("", "", parsed.Journal.Events()))
			if again.Problems != nil {
				t.Fatalf("written out it does not parse: %v", again.Problems)
			}
		}
	})
}

func TestKeptCasesComeBackAsTheyWere(t *testing.T) {
	r := shop(t)
	cases := []draft.Kept{
		{Case: sale(map[draft.Slot]string{field(draft.At): "soon", {Field: draft.Item, Item: 1}: "half a ", field(draft.Contact): "\x1b[31m"}), Name: "a", File: "b.toml", Base: []byte("title = \"x\"\n"), Ours: true},
		{Case: r.Fresh("new", today)}, {},
	}
	back, err := draft.Decode(draft.Encode(cases))
	if err != nil || len(back) != len(cases) {
		t.Fatalf("%+v, %v", back, err)
	}
	for i := range cases {
		if !back[i].Case.Equal(cases[i].Case) || back[i].Name != cases[i].Name || back[i].File != cases[i].File || string(back[i].Base) != string(cases[i].Base) || back[i].Ours != cases[i].Ours {
			t.Errorf("%+v came back as %+v", cases[i], back[i])
		}
	}
	for _, bad := range []string{"", "{", `{"version":2}`, `{"version":1,"more":1}`, `{"version":1,"cases":[{"events":[{"kind":"party"}]}]}`, `{"version":1,"cases":[{"events":[{"kind":"form","texts":{"lines":"x"}}]}]}`} {
		if _, err := draft.Decode([]byte(bad)); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
}

// What was typed before something was renamed is understood as what it is called now.
func TestCodesThatWereRenamed(t *testing.T) {
	r := shop(t).Following(model.Renames{
		{Table: model.PartnerTable, From: "old", To: "rg-17"}, {Table: model.ProductTable, From: "soap", To: "shampoo"}, {Table: model.LinkTable, From: "page", To: "hair"},
	})
	c := sale(map[draft.Slot]string{field(draft.SalePartner): "old", field(draft.Item): "3 x soap"})
	c = c.Insert(0, draft.NewEvent(draft.Click).With(field(draft.At), "1h before").With(field(draft.Partner), "Old").With(field(draft.Partner), "old").
		With(field(draft.Browser), "laptop").With(field(draft.Link), "page"))
	parsed := r.Parse(c)
	if parsed.Problems != nil {
		t.Fatal(parsed.Problems)
	}
	click, order := parsed.Journal.Events()[0].(model.Click), parsed.Journal.Events()[1].(model.Order)
	if click.Partner != "rg-17" || click.Link != "hair" || order.SalePartner.Or("") != "rg-17" || order.Lines[0].Product != "shampoo" {
		t.Errorf("%+v\n%+v", click, order)
	}
	// Rewritten, it says the same to a reader that knows of no renames.
	again := shop(t).Parse(r.Rewritten(c))
	if again.Problems != nil || !reflect.DeepEqual(again.Journal.Events(), parsed.Journal.Events()) {
		t.Errorf("rewritten, it is %+v, %v", again.Journal.Events(), again.Problems)
	}
}

// Rewriting touches nothing but codes that were renamed.
func TestRewrittenItems(t *testing.T) {
	r := shop(t).Following(model.Renames{{Table: model.ProductTable, From: "soap", To: "shampoo"}, {Table: model.PartnerTable, From: "old", To: "rg-17"}})
	for text, want := range map[string]string{
		"soap": "shampoo", "2 x soap at 45.00 less 10 %": "2 x shampoo at 45.00 less 10 %", "3×  soap": "3×  shampoo",
		`"soap" at 1.00`: "shampoo at 1.00", "soap at nothing": "shampoo at nothing", " shampoo ": " shampoo ", "soapy": "soapy",
	} {
		c := sale(map[draft.Slot]string{field(draft.Item): text})
		if got := r.Rewritten(c).Text(0, field(draft.Item)); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	for _, text := range []string{"nobody", "", "Roger", "rg-17", "somebody"} {
		c := sale(map[draft.Slot]string{field(draft.SalePartner): text})
		if got := r.Rewritten(c); !got.Equal(c) {
			t.Errorf("%q became %q", text, got.Text(0, field(draft.SalePartner)))
		}
	}
}
