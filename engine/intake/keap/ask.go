package keap

import (
	"fmt"
	"slices"
	"strings"

	"referee/model"
)

// Answers are what somebody said about what the API does not, by the key of their
// [Question].
type Answers map[string]string

// Question is one thing the files do not say.
type Question struct {
	Key string // of the answer: a setting's, or one of the two below
	Why string // it has to be asked, in a sentence
}

// Keys of answers that are no settings.
const (
	ZeroRates = "zero_rates" // "blank" or "zero": what a 0 among rates is
	ZeroDays  = "zero_days"  // "forever" or "none": how long 0 days are
)

// Keys lists what can be answered, asked or not: the settings' keys, and the two
// above.
func Keys() []string { return append(model.SettingKeys(), ZeroRates, ZeroDays) }

// Choices are what can be answered under a key; none: a text.
func Choices(key string) []string {
	if s, known := model.ParseSetting(key); known {
		return s.Choices()
	}
	return map[string][]string{ZeroRates: {"blank", "zero"}, ZeroDays: {"forever", "none"}}[key]
}

// Takes reports whether a text can be answered under a key. Whether all answers go
// together is for [Export.Over] to say.
func Takes(key, answer string) bool {
	if s, known := model.ParseSetting(key); known {
		var draft model.Draft
		return draft.Set(s, answer) == nil
	}
	return slices.Contains(Choices(key), answer)
}

// Idle are the keys of answers that bear on nothing in the files: those of settings,
// if no file has any.
func (x Export) Idle(answers Answers) (keys []string) {
	for _, s := range model.AllSettings {
		if _, answered := answers[s.Key()]; answered && x.settings == nil {
			keys = append(keys, s.Key())
		}
	}
	return keys
}

// Questions are what the files leave open and the answers do not say.
func (x Export) Questions(answers Answers) (open []Question) {
	for _, q := range x.questions() {
		if _, answered := answers[q.Key]; !answered {
			open = append(open, q)
		}
	}
	return open
}

func (x Export) questions() (all []Question) {
	if x.settings != nil {
		for _, s := range model.AllSettings {
			if _, stated := x.stated(s); !stated {
				all = append(all, Question{s.Key(), x.why(s)})
			}
		}
	}
	if x.anyZero(x.programs, rateFields...) {
		all = append(all, Question{ZeroRates, "Some rates of the programs are 0. Keap writes that for a rate of 0 and for one that was left empty, and only the first of them is a rule."})
	}
	if x.anyZero(x.affiliates, "track_leads_days", "LeadCookieFor") {
		all = append(all, Question{ZeroDays, "Some partners' clicks count for 0 days. Keap does not say whether that is for ever or not at all."})
	}
	return all
}

// why says why a setting has to be asked.
func (x Export) why(s model.Setting) string {
	switch {
	case s == model.CodePrefix:
		return "Keap does not expose the prefix of partner codes."
	case s == model.HowToChoose && x.settings.has("choose_affiliate"):
		return fmt.Sprintf("The file says choose_affiliate is %s, and Keap does not say which way round that is.", textOf(x.settings.get("choose_affiliate")))
	}
	return "The file does not say it, or not in words that are known."
}

// anyZero reports whether a field of these names is 0 anywhere in some rows.
func (x Export) anyZero(rows []row, names ...string) bool {
	return slices.ContainsFunc(rows, func(r row) bool { return holdsZero(r.node, names) })
}

func holdsZero(n *node, names []string) bool {
	for _, f := range n.fields {
		named := slices.ContainsFunc(names, func(name string) bool { return plain(name) == plain(f.name) })
		if named && isZero(f.value) || holdsZero(f.value, names) {
			return true
		}
	}
	return slices.ContainsFunc(n.items, func(item *node) bool { return holdsZero(item, names) })
}

func isZero(n *node) bool {
	return !n.isBlank() && (n.kind == number || n.kind == text) && strings.Trim(textOf(n), "0.") == ""
}
