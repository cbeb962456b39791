package explain_test

import (
	"fmt"
	"strings"
	"testing"

	"referee/engine/explain"
	"referee/model"
)

func termsText(s model.Settings, c model.Catalog) string {
	var b strings.Builder
	for _, section := range explain.Terms(model.Policy{Settings: s, Catalog: c}) {
		fmt.Fprintf(&b, "%s\n%s\n", section.Title, strings.Join(section.Text, "\n"))
	}
	return b.String()
}

// TestTermsSayEverySetting: whichever of the ten is set differently, around
// whatever else is set, the page is another one.
func TestTermsSayEverySetting(t *testing.T) {
	catalog := cast(t)
	for _, around := range []string{"", "levels=1", "levels=3 pay_if_unused=true", "pay_for=lead,sale pay_as=amount,percent use_ip=true", "credit=first tracking=only-cookies"} {
		was := chosen(t, around)
		for _, setting := range model.AllSettings {
			for _, to := range append(setting.Choices(), typed[setting]) {
				d := was.Draft()
				if to == "" || d.Text(setting) == to {
					continue
				}
				if err := d.Set(setting, to); err != nil {
					t.Fatal(err)
				}
				if termsText(parsed(t, d), catalog) == termsText(was, catalog) {
					t.Errorf("with %q it does not matter that %s is %s", around, setting.Key(), to)
				}
			}
		}
	}
}

// typed is what is typed into the two that have no choices.
var typed = map[model.Setting]string{model.CodePrefix: "ref-", model.CustomLinkURL: "https://go.example.com"}

// TestTermsPromiseNothingHidden: a rate that the settings hide is not on the page.
func TestTermsPromiseNothingHidden(t *testing.T) {
	text := termsText(chosen(t, "levels=1"), cast(t))
	for _, hidden := range []string{"level 2", "25 %", "10 %", "15.00"} {
		if strings.Contains(text, hidden) {
			t.Errorf("%q is promised:\n%s", hidden, text)
		}
	}
	if !strings.Contains(text, "GOLD: level 1, sale, 20 %.") {
		t.Error(text)
	}
}

// TestTermsListProgramsAsTheyAreAsked: the page says that the first of them pays,
// so the lowest priority number comes first, wherever it stands in the catalog (C3).
func TestTermsListProgramsAsTheyAreAsked(t *testing.T) {
	draft := cast(t).Draft()
	early := draft.Programs[0]
	early.Name, early.Priority = "EARLY", draft.Programs[0].Priority-1
	draft.Programs = append(append([]model.Program(nil), draft.Programs...), early)
	catalog, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	text := termsText(model.Defaults(), catalog)
	first, second := strings.Index(text, "EARLY: "), strings.Index(text, draft.Programs[0].Name+": ")
	if first < 0 || second < 0 || first > second {
		t.Errorf("EARLY at %d, the other at %d:\n%s", first, second, text)
	}
}
