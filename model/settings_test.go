package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/model"
)

// drawDraft is any draft that parses.
func drawDraft(t *rapid.T) (d model.Draft) {
	for _, s := range model.AllSettings {
		if err := d.Set(s, rapid.SampledFrom(texts[s]).Draw(t, s.Key())); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// TestDefaults is the table of the settings.
func TestDefaults(t *testing.T) {
	got := map[string]string{}
	for _, s := range model.AllSettings {
		got[s.Rule()+" "+s.Key()] = model.Defaults().Draft().Text(s)
	}
	want := map[string]string{
		"S1 code_prefix": "", "S2 skip_notifications": "false", "S3 credit": "latest", "S4 tracking": "only-cookies",
		"S5 use_ip": "false", "S6 link_url": "", "S7 levels": "2", "S8 pay_for": "sale", "S9 pay_as": "percent", "S10 pay_if_unused": "false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestSettingsAreComparable: settings are equal when, and only when, there is no
// difference to list; and what is listed leads from one to the other.
func TestSettingsAreComparable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDraft(t), drawDraft(t)
		one, problems := a.Parse()
		two, others := b.Parse()
		if problems != nil || others != nil {
			t.Fatal(problems, others)
		}
		changes := model.Diff(one.Draft(), two.Draft())
		if (one == two) != (len(changes) == 0) {
			t.Fatalf("%+v and %+v: changes %+v", one, two, changes)
		}
		for i, c := range changes {
			if c.From == c.To || a.Text(c.Setting) != c.From || i > 0 && changes[i-1].Setting >= c.Setting {
				t.Fatalf("change %d of %+v", i, changes)
			}
			if err := a.Set(c.Setting, c.To); err != nil {
				t.Fatal(err)
			}
		}
		if a != b {
			t.Fatalf("the changes lead to %+v, not to %+v", a, b)
		}
	})
}

// TestSettingsSayWhatTheDraftSays: every accessor is the field it is named for.
func TestSettingsSayWhatTheDraftSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDraft(t)
		s, _ := d.Parse()
		again := model.Draft{
			CodePrefix: s.CodePrefix(), SkipNotifications: s.SkipNotifications(), Credit: s.Credit(), Tracking: s.Tracking(),
			UseIP: s.UseIP(), LinkURL: s.LinkURL(), Levels: s.Levels(), PayIfUnused: s.PayIfUnused(),
			PayLead: s.PaysFor(model.Lead), PaySale: s.PaysFor(model.Sale),
			PayAmount: s.PaysAs(model.Amount), PayPercent: s.PaysAs(model.Percent),
		}
		if diff := cmp.Diff(d, again); diff != "" {
			t.Fatal(diff)
		}
		if s.UnusedCounts() != (d.PayIfUnused && d.Levels > 1) {
			t.Fatalf("unused counts: %v, under %+v", s.UnusedCounts(), d)
		}
	})
}

// TestZeroSettingsAreAMistake: settings nobody made are noticed, not used.
func TestZeroSettingsAreAMistake(t *testing.T) {
	if !(model.Settings{}).IsZero() || model.Defaults().IsZero() {
		t.Error("the zero Settings cannot be told from the defaults")
	}
	panics := func(use func()) (panicked bool) {
		defer func() { panicked = recover() != nil }()
		use()
		return false
	}
	none := model.Settings{}
	for name, use := range map[string]func(){
		"Draft": func() { none.Draft() }, "CodePrefix": func() { none.CodePrefix() }, "SkipNotifications": func() { none.SkipNotifications() },
		"Credit": func() { none.Credit() }, "Tracking": func() { none.Tracking() }, "UseIP": func() { none.UseIP() },
		"LinkURL": func() { none.LinkURL() }, "Levels": func() { none.Levels() }, "PayIfUnused": func() { none.PayIfUnused() },
		"PaysFor": func() { none.PaysFor(model.Sale) }, "PaysAs": func() { none.PaysAs(model.Percent) },
		"UnusedCounts": func() { none.UnusedCounts() }, "URL": func() { none.URL("acme", "home", "jim") },
		"Notices": func() { model.Notices(none, model.Surroundings{}) },
	} {
		if !panics(use) {
			t.Errorf("%s answers for settings that nobody made", name)
		}
	}
}

func TestParseSetting(t *testing.T) {
	for _, s := range model.AllSettings {
		if got, known := model.ParseSetting(s.Key()); !known || got != s || s.Name() == "" {
			t.Errorf("%s: %d, %v", s.Key(), got, known)
		}
	}
	if s, known := model.ParseSetting("colour"); known {
		t.Errorf("colour is taken as %s", s.Key())
	}
}
