package model

import "slices"

// Choices lists the text forms a setting can take, as [Draft.Set] reads them
// and in the page's order. It is empty for the two that are typed (S1, S6).
// Ticking neither box is possible in a draft but is no choice.
func (s Setting) Choices() []string {
	switch s {
	case SkipNotifications, UseIPAddress, PayIfUnused:
		return []string{"true", "false"}
	case HowToChoose:
		return slices.Clone(creditKeys[1:])
	case TrackingMethod:
		return slices.Clone(trackingKeys[1:])
	case NumberOfLevels:
		return []string{"1", "2", "3"}
	case PayFor:
		return withBoth(roleKeys[1:])
	case PayAs:
		return withBoth(kindKeys[1:])
	}
	return nil
}

func withBoth(words []string) []string {
	return []string{words[0], words[1], ticks(words, true, true)}
}
