package cli

import (
	"testing"

	"pgregory.net/rapid"

	"referee/engine/scenario"
	"referee/model"
)

// Whatever can be saved comes back from an export as it was.
func TestExportReadsBack(t *testing.T) {
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
		file, err := scenario.Read("export.toml", []byte(settingsTOML(settings)))
		if err != nil {
			t.Fatal(err)
		}
		if !file.HasSettings || file.Cases[0].Settings != settings {
			t.Errorf("%+v came back as %+v", settings, file.Cases[0].Settings)
		}
	})
}
