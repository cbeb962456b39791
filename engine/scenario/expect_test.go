package scenario

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/model"
)

// holdsWhatItExpects writes a case with what came of it as its wants, reads it
// again and finds no difference; what it expects is all that a want can hold, but
// for clawback.
func holdsWhatItExpects(t rapid.TB, c Case, s model.Settings) {
	t.Helper()
	r := Run(c, s)
	var text bytes.Buffer
	if err := Write(&text, Expecting(r)); err != nil {
		t.Fatal(err)
	}
	again, err := Read("expected.toml", text.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, text.Bytes())
	}
	if got := again.Cases[0]; len(got.Wants) != len(r.Sales) || got.Settings != s {
		t.Fatalf("%d wants for %d sales", len(got.Wants), len(r.Sales))
	}
	if differences := Check(Run(again.Cases[0], s)); len(differences) > 0 {
		t.Fatalf("%+v\n%s", differences, text.Bytes())
	}
}

func TestExpectingWhatCame(t *testing.T) {
	for _, sample := range Samples() {
		for _, c := range sample.File().Cases {
			holdsWhatItExpects(t, c, c.Settings)
			holdsWhatItExpects(t, c, model.Defaults())
		}
	}
}

// A file in which nobody is sold a product cannot have a rule for it; the case of
// several that it was taken from could.
func TestExpectingLeavesIdleRulesOut(t *testing.T) {
	file, err := Read("two.toml", []byte(`
[[partner]]
code = "zoe"
[[program]]
name = "GOLD"
[[program.product]]
product = "Y"
level1 = { sale_percent = "20" }
[[case]]
title = "X"
event = [{ at = 2026-01-06T10:00:00Z, sale = "1", contact = "k", lines = [{ product = "X", price = "10.00" }] }]
[[case]]
title = "Y"
event = [{ at = 2026-01-06T10:00:00Z, sale = "1", contact = "k", lines = [{ product = "Y", price = "10.00" }], sale_partner = "zoe" }]
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range file.Cases {
		holdsWhatItExpects(t, c, c.Settings)
	}
}

// What people wrote is no markup in Markdown, whatever it looks like.
func TestMarkdownIsText(t *testing.T) {
	c := Samples()[0].File().Cases[0]
	c.Title = "# [a](https://b.example) <i>*x*</i> | `y` ~~z~~ ![p](q) &amp; __u__ \\"
	r := Run(c, c.Settings)
	var b bytes.Buffer
	if err := WriteTicket(&b, r.Ticket(0, ""), true); err != nil {
		t.Fatal(err)
	}
	title, _, _ := strings.Cut(b.String(), "\n")
	want := "# \\# \\[a\\](https://b.example) \\<i\\>\\*x\\*\\</i\\> \\| \\`y\\` \\~\\~z\\~\\~ \\!\\[p\\](q) \\&amp; \\_\\_u\\_\\_ \\\\"
	if title != want {
		t.Errorf("got  %s\nwant %s", title, want)
	}
}
