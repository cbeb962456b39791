package model

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// MaxLinkURL bounds the custom link URL (S6) and the page of a [Link], in characters.
const MaxLinkURL = 2_000

// webAddress is what keeps a text from being a web address that can be handed
// out, said of it ("names no host"); "" if nothing does.
func webAddress(text string) string {
	u, err := url.Parse(text)
	switch {
	case utf8.RuneCountInString(text) > MaxLinkURL:
		return "is too long"
	case err != nil || strings.ContainsAny(text, " \\\"<>{}|^`") || !printable(text):
		return "is not a web address"
	case u.Scheme != "http" && u.Scheme != "https":
		return "does not start with http:// or https://"
	case u.Hostname() == "":
		return "names no host"
	case u.User != nil:
		return "holds a user name or password, which every partner would see"
	}
	return ""
}
