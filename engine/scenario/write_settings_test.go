package scenario

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"referee/model"
)

// Whatever can be saved comes back from an export as it was.
func TestWriteSettingsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := model.Draft{
			CodePrefix: rapid.StringMatching(`[A-Za-z0-9_-]{0,32}`).Draw(t, "prefix"),
			LinkURL:    rapid.SampledFrom([]string{"", "https://www.example.com/%7Ejim/é", "http://[2001:db8::1]:8080/a'b"}).Draw(t, "url"),
		}
		for _, s := range model.AllSettings {
			if choices := s.Choices(); len(choices) > 0 {
				if err := draft.Set(s, rapid.SampledFrom(choices).Draw(t, s.Key())); err != nil {
					t.Fatal(err)
				}
			}
		}
		settings, problems := draft.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		var text bytes.Buffer
		if err := WriteSettings(&text, settings); err != nil {
			t.Fatal(err)
		}
		file, err := Read("export.toml", text.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if !file.HasSettings || file.Cases[0].Settings != settings {
			t.Errorf("%+v came back as %+v", settings, file.Cases[0].Settings)
		}
	})
}

// A catalog comes back with its settings, also with rules for what it does not
// list: nobody has sold anything yet.
func TestWritePolicyRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := drawCatalog(t).Draft()
		draft.Programs = append(draft.Programs, model.Program{Name: "for what is not listed", Payout: model.UpFront, Products: []model.ProductRule{{
			Product: "nowhere", Card: model.RateCard{Unused: model.RateRow{Sale: model.RoleRates{Amount: model.Some(draw(t, amounts))}}},
		}}})
		catalog, problems := draft.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		settings, problems := drawDraft(t).Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		var text bytes.Buffer
		if err := WritePolicy(&text, model.Policy{Settings: settings, Catalog: catalog}); err != nil {
			t.Fatal(err)
		}
		file, err := Read("export.toml", text.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, &text)
		}
		got := file.Cases[0]
		if !file.HasSettings || got.Settings != settings {
			t.Errorf("the settings came back as %+v", got.Settings)
		}
		if diff := model.DiffCatalogs(catalog, got.Catalog); len(diff) > 0 {
			t.Errorf("the catalog came back with %v\n%s", diff, &text)
		}
	})
}
