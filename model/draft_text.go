package model

import (
	"slices"
	"strconv"
	"strings"
)

// Set writes a setting from its text form, the one of `referee settings set`
// and of scenario files: "true", "first", "2", "lead,sale" (lists are separated
// by commas, and may be empty). It returns what is wrong with the text itself;
// whether the draft as a whole holds is for [Draft.Parse] to say.
func (d *Draft) Set(s Setting, text string) error {
	ok, hint := true, ""
	switch s {
	case CodePrefix:
		d.CodePrefix = text
	case CustomLinkURL:
		d.LinkURL = text
	case SkipNotifications:
		ok, hint = setBool(&d.SkipNotifications, text)
	case UseIPAddress:
		ok, hint = setBool(&d.UseIP, text)
	case PayIfUnused:
		ok, hint = setBool(&d.PayIfUnused, text)
	case HowToChoose:
		ok, hint = setWord(&d.Credit, text, creditKeys[:])
	case TrackingMethod:
		ok, hint = setWord(&d.Tracking, text, trackingKeys[:])
	case NumberOfLevels:
		n, err := strconv.Atoi(text)
		if ok, hint = err == nil && n >= 1 && n <= MaxLevels, "1, 2 or 3"; ok {
			d.Levels = n
		}
	case PayFor:
		ok, hint = setTicks(text, roleKeys[1:], &d.PayLead, &d.PaySale)
	case PayAs:
		ok, hint = setTicks(text, kindKeys[1:], &d.PayAmount, &d.PayPercent)
	}
	if ok {
		return nil
	}
	return Problem{s.place(), s.Key() + " cannot be " + strconv.Quote(text), "write " + hint}
}

func setBool(to *bool, text string) (bool, string) {
	if text != "true" && text != "false" {
		return false, "true or false"
	}
	*to = text == "true"
	return true, ""
}

func setWord[E ~uint8](to *E, text string, words []string) (bool, string) {
	i := slices.Index(words[1:], text)
	if i < 0 {
		return false, strings.Join(words[1:], " or ")
	}
	*to = E(i + 1)
	return true, ""
}

// setTicks reads a list of the words of two tick boxes; a word twice is refused,
// because it is more likely a slip for the other one.
func setTicks(text string, words []string, boxes ...*bool) (bool, string) {
	hint := strings.Join(words, ", ") + " or " + strings.Join(words, ",")
	ticked := make([]bool, len(boxes))
	for word := range strings.SplitSeq(text, ",") {
		i := slices.Index(words, strings.TrimSpace(word))
		if text == "" {
			break
		}
		if i < 0 || ticked[i] {
			return false, hint
		}
		ticked[i] = true
	}
	for i, box := range boxes {
		*box = ticked[i]
	}
	return true, ""
}

// Text is the text form of a setting, as [Draft.Set] reads it.
func (d Draft) Text(s Setting) string {
	switch s {
	case CodePrefix:
		return d.CodePrefix
	case SkipNotifications:
		return strconv.FormatBool(d.SkipNotifications)
	case HowToChoose:
		return d.Credit.String()
	case TrackingMethod:
		return d.Tracking.String()
	case UseIPAddress:
		return strconv.FormatBool(d.UseIP)
	case CustomLinkURL:
		return d.LinkURL
	case NumberOfLevels:
		return strconv.Itoa(d.Levels)
	case PayFor:
		return ticks(roleKeys[1:], d.PayLead, d.PaySale)
	case PayAs:
		return ticks(kindKeys[1:], d.PayAmount, d.PayPercent)
	case PayIfUnused:
		return strconv.FormatBool(d.PayIfUnused)
	}
	panic("model: no such setting")
}

func ticks(words []string, boxes ...bool) string {
	var ticked []string
	for i, on := range boxes {
		if on {
			ticked = append(ticked, words[i])
		}
	}
	return strings.Join(ticked, ",")
}

// Revert puts one setting back to what it is in another draft.
func (d *Draft) Revert(s Setting, to Draft) {
	if err := d.Set(s, to.Text(s)); err != nil {
		// Only a draft with an enumeration out of its range gets here.
		panic("model: " + err.Error())
	}
}

// Change is one setting that two drafts differ in, in text form.
type Change struct {
	Setting  Setting
	From, To string
}

// Diff lists the settings that differ, in the page's order.
func Diff(from, to Draft) []Change {
	if from == to {
		return nil
	}
	var changes []Change
	for _, s := range AllSettings {
		if a, b := from.Text(s), to.Text(s); a != b {
			changes = append(changes, Change{s, a, b})
		}
	}
	return changes
}
