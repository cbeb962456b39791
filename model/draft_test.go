package model_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/model"
)

// texts are, for every setting, what can be typed and comes back as it was.
var texts = map[model.Setting][]string{
	model.CodePrefix:        {"", "vip-", "A_1", strings.Repeat("x", model.MaxPrefix)},
	model.SkipNotifications: {"true", "false"},
	model.HowToChoose:       {"latest", "first"},
	model.TrackingMethod:    {"only-cookies", "history-and-cookies"},
	model.UseIPAddress:      {"true", "false"},
	model.CustomLinkURL:     {"", "https://www.example.com/partners", "http://localhost:8080"},
	model.NumberOfLevels:    {"1", "2", "3"},
	model.PayFor:            {"lead", "sale", "lead,sale"},
	model.PayAs:             {"amount", "percent", "amount,percent"},
	model.PayIfUnused:       {"true", "false"},
}

// TestSetAndText: every text a setting takes is what it answers with, changes
// that setting and no other, and makes settings.
func TestSetAndText(t *testing.T) {
	for _, s := range model.AllSettings {
		for _, text := range texts[s] {
			d := model.DefaultDraft()
			if err := d.Set(s, text); err != nil {
				t.Fatal(err)
			}
			if got := d.Text(s); got != text {
				t.Errorf("%s set to %q says %q", s.Key(), text, got)
			}
			for _, change := range model.Diff(model.DefaultDraft(), d) {
				if change.Setting != s || change.To != text {
					t.Errorf("%s set to %q changes %+v", s.Key(), text, change)
				}
			}
			parsed, problems := d.Parse()
			if problems != nil || parsed.Draft() != d {
				t.Errorf("%s = %q: %v, %+v", s.Key(), text, problems, parsed)
			}
			if d.Revert(s, model.DefaultDraft()); d != model.DefaultDraft() {
				t.Errorf("%s = %q does not go back: %+v", s.Key(), text, d)
			}
		}
	}
}

func TestSetRefuses(t *testing.T) {
	for s, texts := range map[model.Setting][]string{
		model.SkipNotifications: {"", "yes", "True", "1"},
		model.HowToChoose:       {"", "last", "First"},
		model.TrackingMethod:    {"", "cookies", "history"},
		model.NumberOfLevels:    {"", "0", "4", "two", "2.0", "-1"},
		model.PayFor:            {"leads", "sale,sale", "lead,", ",", "lead sale", " "},
		model.PayAs:             {"amount,percent,amount", "percents"},
		model.PayIfUnused:       {"on"},
	} {
		for _, text := range texts {
			d := model.DefaultDraft()
			err := d.Set(s, text)
			if err == nil || !strings.Contains(err.Error(), s.Key()) || !strings.Contains(err.Error(), "write ") {
				t.Errorf("%s = %q: %v", s.Key(), text, err)
			}
			if d != model.DefaultDraft() {
				t.Errorf("%s = %q is refused, and changes the draft to %+v", s.Key(), text, d)
			}
		}
	}
}

// TestParseReportsEverything: one look finds all that is wrong, each beside its
// field, in the page's order.
func TestParseReportsEverything(t *testing.T) {
	_, problems := model.Draft{CodePrefix: "a b" + strings.Repeat("c", 40), LinkURL: "ftp://x", Levels: 4}.Parse()
	var got []string
	for _, p := range problems {
		got = append(got, p.Place.Key)
		if p.What == "" || p.Hint == "" {
			t.Errorf("%s: says %q, hints %q", p.Place.Key, p.What, p.Hint)
		}
	}
	want := []string{"code_prefix", "code_prefix", "credit", "tracking", "link_url", "levels", "pay_for", "pay_as"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if on := problems.On(model.CodePrefix); len(on) != 2 || len(problems.On(model.UseIPAddress)) != 0 {
		t.Errorf("beside the prefix: %v", on)
	}
	if lines := strings.Split(problems.Err().Error(), "\n"); len(lines) != len(problems) {
		t.Errorf("%d problems in %d lines", len(problems), len(lines))
	}
	if model.Problems(nil).Err() != nil {
		t.Error("no problem is an error")
	}
}

func TestParseLinkURL(t *testing.T) {
	for text, kept := range map[string]string{
		"":                          "",
		"https://www.example.com/":  "https://www.example.com",
		"https://example.com/a/b//": "https://example.com/a/b",
		"HTTPS://example.com":       "HTTPS://example.com",
		"http://[2001:db8::1]:8080": "http://[2001:db8::1]:8080",
	} {
		d := model.DefaultDraft()
		d.LinkURL = text
		if s, problems := d.Parse(); problems != nil || s.LinkURL() != kept {
			t.Errorf("%q: %q, %v; want %q", text, s.LinkURL(), problems, kept)
		}
	}
	for _, text := range []string{
		"/", "//", "www.example.com", "//example.com", "/partners", "ftp://example.com", "https://", "https:///x", "https://:80",
		"javascript:alert(1)", "https://example.com?a=1", "https://example.com/?", "https://example.com/#top", "https://example.com#",
		"https://me:pw@example.com", "https://exa mple.com", "https://example.com/a b", "https://example.com/\x1b[2J", "https://example.com/%zz",
		"https://example.com/<a>", "https://example.com/" + strings.Repeat("a", model.MaxLinkURL),
	} {
		d := model.DefaultDraft()
		d.LinkURL = text
		if s, problems := d.Parse(); len(problems.On(model.CustomLinkURL)) != 1 {
			t.Errorf("%.60q: %q, %v; want it refused", text, s.LinkURL(), problems)
		}
	}
}
