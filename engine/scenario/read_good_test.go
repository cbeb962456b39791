package scenario

import (
	"bytes"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/model"
)

func mustParse(t *testing.T, text string) File {
	t.Helper()
	f, err := Read("test.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// cast is a small catalog for files about something else.
const cast = `
[[partner]]
code = "jim"
[[partner]]
code = "zoe"
[[program]]
name = "GOLD"
[program.default]
level1 = { sale_percent = "20" }
[[product]]
code = "X"
price = "10.00"
`

// An empty file is a case in which nothing happens.
func TestReadEmpty(t *testing.T) {
	f := mustParse(t, "")
	if len(f.Cases) != 1 || len(f.Cases[0].Journal.Events()) != 0 || f.Cases[0].Settings != model.Defaults() {
		t.Errorf("an empty file reads as %+v", f)
	}
	if got := f.Cases[0].Catalog.Currency(); got != model.USD {
		t.Errorf("the currency is %v", got)
	}
}

// What may be left out is what formats.md says it is.
func TestReadDefaults(t *testing.T) {
	c := mustParse(t, cast+`
[[event]]
at = 2026-01-05T11:00:00Z
refer = "zoe"
contact = "katie"
[[event]]
at = 2026-01-06T10:00:00Z
sale = "o1"
contact = "katie"
lines = [ { product = "X", discount = { percent = "10" } } ]
discount = { amount = "1.00" }
`).Cases[0]
	partner := model.Partner{Code: "jim", Programs: []string{"GOLD"}}
	if diff := cmp.Diff(partner, c.Catalog.Partners()[0], same); diff != "" {
		t.Errorf("partner: -want +got\n%s", diff)
	}
	if p := c.Catalog.Programs()[0]; p.Priority != 0 || p.Payout != model.UpFront {
		t.Errorf("program: %+v", p)
	}
	want := []model.Event{
		model.Referral{At: at("2026-01-05T11:00:00Z"), Partner: "zoe", Contact: "katie", Type: model.Manual},
		model.Order{At: at("2026-01-06T10:00:00Z"), ID: "o1", Contact: "katie",
			Lines:    []model.Line{{Product: "X", Quantity: 1, Price: 1000, Discount: model.Discount{Percent: 100_000, Commissions: true}}},
			Discount: model.Discount{Amount: 100, Commissions: true}},
	}
	if diff := cmp.Diff(want, c.Journal.Events(), same); diff != "" {
		t.Errorf("events: -want +got\n%s", diff)
	}
}

func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return t.UTC()
}

// However a file spells the same thing, it reads the same.
func TestReadSpellings(t *testing.T) {
	const written = "title = \"A\"\n" + cast + `
[settings]
levels = 3
pay_for = ["lead", "sale"]
[[event]]
at = 2026-01-05T10:00:00Z
click = "jim"
browser = "laptop"
ip = "203.0.113.9"
`
	want := mustParse(t, written)
	inline := `title = "A"
settings = { levels = 3, pay_for = ["lead", "sale"] }
event = [ { at = 2026-01-05T10:00:00Z, click = "jim", browser = "laptop", ip = "203.0.113.9" } ]
` + cast
	for name, text := range map[string]string{
		"byte order mark":   "\ufeff" + written,
		"Windows lines":     strings.ReplaceAll(written, "\n", "\r\n"),
		"inline":            inline,
		"dotted":            strings.Replace(inline, `settings = { levels = 3, pay_for = ["lead", "sale"] }`, "settings.levels = 3\nsettings.pay_for = [\"lead\", \"sale\"]", 1),
		"zone":              strings.Replace(written, "10:00:00Z", "12:30:00+02:30", 1),
		"blank for T":       strings.Replace(written, "05T10:00:00Z", "05 10:00:00z", 1),
		"IPv4 in IPv6":      strings.Replace(written, "203.0.113.9", "::ffff:203.0.113.9", 1),
		"hexadecimal":       strings.Replace(written, "levels = 3", "levels = 0x3", 1),
		"single quotes":     strings.Replace(written, `"laptop"`, `'laptop'`, 1),
		"explicit defaults": strings.Replace(written, "levels = 3", "levels = 3\ncredit = \"latest\"\nuse_ip = false", 1),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read("test.toml", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want.Cases, got.Cases, same); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
	if ip := want.Cases[0].Journal.Events()[0].(model.Click).IP; ip != netip.MustParseAddr("203.0.113.9") {
		t.Errorf("the address is %v", ip)
	}
}

// A story that is wrapped over several lines is one.
func TestReadStory(t *testing.T) {
	c := mustParse(t, "title = \" A  title \"\nstory = \"\"\"\nJim's link first,\n  Zoe's link last.\n\"\"\"\n").Cases[0]
	if c.Title != "A title" || c.Story != "Jim's link first, Zoe's link last." {
		t.Errorf("title %q, story %q", c.Title, c.Story)
	}
}

// A case lies over its file: settings one by one, events and wants behind.
func TestReadCases(t *testing.T) {
	f := mustParse(t, "title = \"All\"\nstory = \"S\"\n"+cast+`
[settings]
levels = 3
use_ip = true
[[event]]
at = 2026-01-06T10:00:00Z
sale = "o1"
contact = "katie"
lines = [ { product = "X" } ]
[[want]]
sale = "o1"
sale_partner = ""

[[case]]
title = "A"

[[case]]
title = "B"
story = "B's own"
[case.settings]
levels = 1
[[case.event]]
at = 2026-01-05T10:00:00Z
click = "zoe"
browser = "laptop"
[[case.want]]
sale = "o1"
payouts = {}
`)
	if f.Title != "All" || len(f.Cases) != 2 {
		t.Fatalf("%+v", f)
	}
	for i, want := range []struct {
		title, story          string
		levels, events, wants int
	}{{"A", "S", 3, 1, 1}, {"B", "B's own", 1, 2, 2}} {
		c := f.Cases[i]
		if c.Title != want.title || c.Story != want.story || c.Settings.Levels() != want.levels || !c.Settings.UseIP() ||
			len(c.Journal.Events()) != want.events || len(c.Wants) != want.wants {
			t.Errorf("case %d reads as %+v", i, c)
		}
	}
	if click, ok := f.Cases[1].Journal.Events()[0].(model.Click); !ok || click.Partner != "zoe" {
		t.Error("events are not in order of time")
	}
}

// What no line can be given for, and what is not text.
func TestReadRefusesWhole(t *testing.T) {
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"too large":  {bytes.Repeat([]byte("a"), MaxFile+1), "f.toml: the file is larger than 4 MiB"},
		"not UTF-8":  {[]byte("title = \"A\"\nstory = \"caf\xe9\"\n"), "f.toml:2:13: the file is not UTF-8 text"},
		"UTF-16":     {[]byte("\xff\xfet\x00"), "f.toml: the file is text in UTF-16"},
		"a picture":  {[]byte("\x89PNG\r\n\x1a\n"), "f.toml: the file is a PNG picture"},
		"many cases": {bytes.Repeat([]byte("[[case]]\ntitle = \"A\"\n"), MaxCases+1), "f.toml:1:3: there are too many cases for one file"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read("f.toml", test.data)
			if err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// Files made to be slow are read in the time of any other: a list of keys, a
// line of a megabyte, a list in a list in a list.
func TestReadHostile(t *testing.T) {
	var keys, line strings.Builder
	line.WriteString("event = [")
	for i := range 30_000 {
		fmt.Fprintf(&keys, "k%d=1\n", i)
		line.WriteString("{a=1},")
	}
	line.WriteString("]")
	for name, text := range map[string]string{
		"keys":    keys.String(),
		"line":    line.String(),
		"nesting": "a = " + strings.Repeat("[", 5_000) + strings.Repeat("]", 5_000),
		"cases":   "[[event]]\n" + strings.Repeat("[[case]]\n[[event]]\n", 50_000),
		"number":  "[settings]\nlevels = " + strings.Repeat("9", 1<<20),
		"key":     strings.Repeat("k", 1<<20) + " = 1",
		"grid":    strings.Repeat("[[partner]]\n", 50_000) + strings.Repeat("[[program]]\n", 50_000),
		"text":    "title = \"" + strings.Repeat("x", 1<<20) + "\"",
	} {
		_, err := Read("f.toml", []byte(text))
		problems := allErrors(err)
		if n := len(problems); n == 0 || n > MaxErrors {
			t.Fatalf("%s: %d problems", name, n)
		}
		if told := len(problems[0].Error()) + len(problems[0].Hint); told > 2_000 {
			t.Errorf("%s: a problem of %d bytes", name, told)
		}
	}
}

// A rule may be for a product that only a sale names, be it of one case.
func TestReadRuleForWhatIsSold(t *testing.T) {
	const rule = "[[program]]\nname = \"GOLD\"\nproduct = [ { product = \"X\" } ]\n"
	const sale = "[[%s]]\nat = 2026-01-05T10:00:00Z\nsale = \"o\"\ncontact = \"katie\"\nlines = [ { product = \"X\", price = \"1.00\" } ]\n"
	for _, text := range []string{
		rule + fmt.Sprintf(sale, "event"),
		rule + "[[case]]\ntitle = \"A\"\n[[case]]\ntitle = \"B\"\n" + fmt.Sprintf(sale, "case.event"),
	} {
		if _, err := Read("f.toml", []byte(text)); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
	}
}
