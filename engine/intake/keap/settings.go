package keap

import (
	"slices"
	"strings"

	"referee/model"
)

// exposed are the settings that the API answers with a yes or a no.
func exposed(s model.Setting) (field string, words [2]string) {
	switch s {
	case model.SkipNotifications:
		return "do_not_notify_affiliate", [2]string{"false", "true"}
	case model.TrackingMethod:
		return "use_referral_history_if_no_tracking_cookie", [2]string{"only-cookies", "history-and-cookies"}
	case model.UseIPAddress:
		return "display_affiliate_ip_address", [2]string{"false", "true"}
	case model.PayIfUnused:
		return "skip_pay_if_unused", [2]string{"true", "false"} // what is skipped is not paid
	}
	return "", words
}

// stated is a setting as the file states it, in its text form; ok is false if the
// file leaves it out or says it in a way that is not understood.
func (x Export) stated(s model.Setting) (words string, ok bool) {
	commission := x.settings.get("commission")
	switch s {
	case model.CustomLinkURL:
		url := x.settings.get("custom_affiliate_url")
		if url == nil || url.kind != text && url.kind != null {
			return "", false
		}
		return url.text, true
	case model.NumberOfLevels:
		levels := commission.get("levels")
		return textOf(levels), !levels.isBlank()
	case model.PayFor:
		return ticked(commission.get("participant_types"), "lead", "sale")
	case model.PayAs:
		return ticked(commission.get("calculation_type"), "amount", "percent")
	}
	field, choices := exposed(s)
	if field == "" {
		return "", false
	}
	yes, ok := truth(x.settings.get(field))
	if yes {
		return choices[1], ok
	}
	return choices[0], ok
}

// ticked reads which of two words a text or a list names, alone or as BOTH. Any
// other word is not understood.
func ticked(n *node, first, second string) (words string, ok bool) {
	if n.isBlank() || n.kind == object {
		return "", false
	}
	named := n.text
	for _, item := range n.items {
		named += " " + item.text
	}
	var one, other bool
	for _, word := range strings.FieldsFunc(strings.ToLower(named), func(r rune) bool { return strings.ContainsRune(" ,;/_-&|", r) }) {
		switch strings.TrimSuffix(word, "age") {
		case first:
			one = true
		case second:
			other = true
		case "both":
			one, other = true, true
		case "and":
		default:
			return "", false
		}
	}
	var both []string
	if one {
		both = append(both, first)
	}
	if other {
		both = append(both, second)
	}
	return strings.Join(both, ","), len(both) > 0
}

// truth reads true and false, also as the old tables write them.
func truth(n *node) (yes, ok bool) {
	if n == nil || n.kind == object || n.kind == list {
		return false, false
	}
	switch strings.ToLower(n.text) {
	case "true", "1", "yes":
		return true, true
	case "false", "0", "no":
		return false, true
	}
	return false, false
}

func textOf(n *node) string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.text)
}

// over lays the stated settings and the answers over a draft. What is wrong with
// them as a whole is for [model.Draft.Parse] to say.
func (x Export) over(r *reader, draft model.Draft, answers Answers) model.Settings {
	stated := []model.Setting{}
	for _, s := range model.AllSettings {
		words, ok := answers[s.Key()]
		if !ok {
			if words, ok = x.stated(s); !ok {
				continue
			}
			stated = append(stated, s)
		}
		if err := draft.Set(s, words); err != nil {
			r.refuse(x.settings.file, x.settings.node, "write --set "+s.Key()+"=…, or correct the file", "%v", err)
		}
	}
	settings, problems := draft.Parse()
	for _, p := range problems {
		s, _ := model.ParseSetting(p.Place.Key)
		if slices.Contains(stated, s) {
			r.refuse(x.settings.file, x.settings.node, "write --set "+s.Key()+"=…, or correct the file", "%s", p.What)
		} else {
			r.errs = append(r.errs, p)
		}
	}
	return settings
}
