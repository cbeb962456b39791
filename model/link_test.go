package model_test

import (
	"testing"

	"referee/model"
)

// TestURL is L1: the prefix goes in front of the partner's code, in the URL only.
func TestURL(t *testing.T) {
	for _, c := range []struct{ prefix, link, app, code, partner, want string }{
		{"", "", "acme", "haircare", "jim", "https://acme.infusionsoft.com/go/haircare/jim"},
		{"vip-", "", "acme", "haircare", "jim", "https://acme.infusionsoft.com/go/haircare/vip-jim"},
		{"", "", "", "haircare", "jim", "https://APP.infusionsoft.com/go/haircare/jim"},
		{"vip-", "https://www.example.com/partners", "acme", "haircare", "jim", "https://www.example.com/partners/haircare/vip-jim"},
		{"", "https://www.example.com/partners/", "acme", "haircare", "jim", "https://www.example.com/partners/haircare/jim"},
		{"", "http://localhost:8080", "acme", "x", "jim", "http://localhost:8080/x/jim"},
		{"", "", "acme", "haircare", "jörg", "https://acme.infusionsoft.com/go/haircare/j%C3%B6rg"},
		{"", "", "acme", "haircare", "jim@home+1", "https://acme.infusionsoft.com/go/haircare/jim@home+1"},
	} {
		d := model.DefaultDraft()
		d.CodePrefix, d.LinkURL = c.prefix, c.link
		s, problems := d.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		if got := s.URL(c.app, c.code, c.partner); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}
