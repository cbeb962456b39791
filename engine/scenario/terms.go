package scenario

import (
	"io"
	"slices"
	"strings"

	"referee/engine/explain"
	"referee/model"
)

// Terms is a policy, settings and rates, in words: a page for partners, with what is
// worth knowing about them for whoever sends it.
type Terms struct {
	Sections []explain.Section
	Notices  []model.Notice
}

// TermsOf is a policy in words. Entered tells whether there are referrals entered
// by hand (N3).
func TermsOf(p model.Policy, entered bool) Terms {
	around := model.Surroundings{Catalog: p.Catalog, EnteredReferral: entered}
	return Terms{explain.Terms(p), model.Notices(p.Settings, around)}
}

// Terms is the policy that a case is run under, in words.
func (c Case) Terms() Terms {
	entered := slices.ContainsFunc(c.Journal.Events(), func(e model.Event) bool {
		_, is := e.(model.Referral)
		return is
	})
	return TermsOf(model.Policy{Settings: c.Settings, Catalog: c.Catalog}, entered)
}

// WriteTerms writes terms as plain text, or as Markdown. It returns the error
// of w.
func WriteTerms(w io.Writer, t Terms, markdown bool) error {
	s := &sheet{markdown: markdown}
	s.title("How our referral program pays")
	for _, section := range t.Sections {
		s.heading(section.Title)
		for _, text := range section.Text {
			s.item("", 0, text)
		}
		s.gap()
	}
	if len(t.Notices) > 0 {
		s.heading("For whoever sends this, not for partners: worth knowing about these settings")
		for _, n := range t.Notices {
			s.item(n.Rule, 2, n.Text)
		}
	}
	_, err := io.WriteString(w, strings.TrimRight(s.String(), "\n")+"\n")
	return err
}

// TermsReport is terms as they stand in JSON.
type TermsReport struct {
	Sections []sectionReport `json:"sections"`
	Notices  []note          `json:"notices"`
}

type sectionReport struct {
	Title string   `json:"title"`
	Text  []string `json:"text"`
}

// Report is the terms as they stand in JSON.
func (t Terms) Report() TermsReport {
	out := TermsReport{Notices: []note{}}
	for _, s := range t.Sections {
		out.Sections = append(out.Sections, sectionReport{s.Title, s.Text})
	}
	for _, n := range t.Notices {
		out.Notices = append(out.Notices, note{n.Rule, n.Text})
	}
	return out
}
