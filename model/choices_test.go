package model

import "testing"

// Every choice is one that a setting can really take, and comes back as it was.
func TestChoicesAreTaken(t *testing.T) {
	for _, s := range AllSettings {
		for _, choice := range s.Choices() {
			draft := DefaultDraft()
			if err := draft.Set(s, choice); err != nil {
				t.Errorf("%s: %v", s.Key(), err)
			}
			if got := draft.Text(s); got != choice {
				t.Errorf("%s set to %q is %q", s.Key(), choice, got)
			}
			if _, problems := draft.Parse(); problems != nil {
				t.Errorf("%s = %s: %v", s.Key(), choice, problems)
			}
		}
	}
}

func TestTypedSettingsHaveNoChoices(t *testing.T) {
	for _, s := range AllSettings {
		typed := s == CodePrefix || s == CustomLinkURL
		if none := len(s.Choices()) == 0; none != typed {
			t.Errorf("%s: choices %q", s.Key(), s.Choices())
		}
	}
}
