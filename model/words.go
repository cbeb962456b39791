package model

import "strings"

// Words is a setting's text form as people read it: "yes", "only cookies",
// "lead and sale", "empty".
func (s Setting) Words(text string) string {
	switch s {
	case SkipNotifications, UseIPAddress, PayIfUnused:
		if text == "true" {
			return "yes"
		}
		return "no"
	case TrackingMethod:
		return strings.ReplaceAll(text, "-", " ")
	case PayFor, PayAs:
		if text == "" {
			return "neither"
		}
		return strings.ReplaceAll(text, ",", " and ")
	}
	if text == "" {
		return "empty"
	}
	return text
}
