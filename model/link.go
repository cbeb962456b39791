package model

import "net/url"

// URL is a partner's link as it is handed out (L1): the custom URL, or the
// vendor's with the workspace's app name; then the link's code; then the
// prefix and the partner's own code, which stays as it is. It decides nothing
// about money.
func (s Settings) URL(app, link, partner string) string {
	base := s.LinkURL()
	if base == "" {
		if app == "" {
			app = "APP"
		}
		base = "https://" + url.PathEscape(app) + ".infusionsoft.com/go"
	}
	return base + "/" + url.PathEscape(link) + "/" + s.CodePrefix() + url.PathEscape(partner)
}
