package seal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"referee/engine/scenario"
	"referee/model"
)

func dealer(seed uint64) Shuffle { return rand.New(rand.NewPCG(seed, 0)).Shuffle }

// named gives every name its place among those that were met, so that two texts
// that differ in names only come to the same.
func named(text []byte) string {
	met := map[string]int{}
	return regexp.MustCompile(`"[^"]*"`).ReplaceAllStringFunc(string(text), func(name string) string {
		if _, known := met[name]; !known {
			met[name] = len(met)
		}
		return fmt.Sprint("#", met[name])
	})
}

// holds masks a case under settings: what is decided and paid is the same, and the
// sealed file is verified.
func holds(t rapid.TB, c scenario.Case, s model.Settings, seed uint64) {
	t.Helper()
	c.Settings = s
	masked := Mask(c, dealer(seed))
	was, is := scenario.Run(c, c.Settings), scenario.Run(masked, masked.Settings)
	if a, b := named(decided(&was)), named(decided(&is)); a != b {
		t.Fatalf("masked it comes to something else:\n%s\n%s", a, b)
	}
	var text bytes.Buffer
	if err := Write(&text, c, dealer(seed)); err != nil {
		t.Fatal(err)
	}
	if report, err := Verify("sealed.toml", text.Bytes()); err != nil || !report.Same() {
		t.Fatalf("%+v %v\n%s", report, err, text.Bytes())
	}
}

func TestResultsAreTheSame(t *testing.T) {
	var cases []scenario.Case
	for _, sample := range scenario.Samples() {
		cases = append(cases, sample.File().Cases...)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := model.DefaultDraft()
		for _, s := range model.AllSettings {
			if choices := s.Choices(); len(choices) > 0 {
				if err := d.Set(s, rapid.SampledFrom(choices).Draw(t, s.Key())); err != nil {
					t.Fatal(err)
				}
			}
		}
		s, problems := d.Parse()
		if problems != nil {
			t.Fatal(problems)
		}
		holds(t, cases[rapid.IntRange(0, len(cases)-1).Draw(t, "case")], s, rapid.Uint64().Draw(t, "seed"))
	})
}

// Everything that a person could have written is in here, behind "QQ".
const telling = `title = "QQtitle"
story = "QQstory"
app = "QQapp"
[settings]
code_prefix = "QQprefix"
link_url = "https://QQurl.example.org"
use_ip = true
tracking = "history-and-cookies"
[[partner]]
code = "QQjim"
name = "QQJim Smith"
parent = "QQbob"
notify_sale = true
[[partner]]
code = "QQbob"
name = "QQBob"
[[partner]]
code = "QQunused"
[[program]]
name = "QQz first"
[program.default]
level1 = { sale_percent = "20" }
[[program]]
name = "QQa second"
[program.default]
level1 = { sale_percent = "10" }
level2 = { sale_percent = "5" }
[[program.product]]
product = "QQproduct"
level1 = { sale_percent = "30" }
[[program.product]]
product = "QQother"
level1 = { sale_percent = "1" }
[[product]]
code = "QQproduct"
price = "100.00"
[[product]]
code = "QQother"
price = "7.00"
[[link]]
code = "QQlink"
url = "https://QQpage.example.org"
[[event]]
at = 2026-01-01T10:00:00+05:30
click = "QQjim"
browser = "QQlaptop"
ip = "8.8.4.4"
link = "QQlink"
[[event]]
at = 2026-01-01T11:00:00Z
form = "QQkatie"
browser = "QQlaptop"
[[event]]
at = 2026-01-02T10:00:00Z
refer = "QQbob"
contact = "QQjim"
[[event]]
at = 2026-01-03T10:00:00Z
sale = "QQorder"
contact = "QQjim"
ip = "8.8.4.4"
lines = [ { product = "QQproduct" }, { product = "QQloose", price = "3.00" } ]
[[event]]
at = 2026-01-04T10:00:00Z
sale = "QQsecond"
contact = "QQkatie"
ip = "2001:4860::8888"
sale_partner = "QQbob"
lines = [ { product = "QQproduct" } ]
[[want]]
sale = "QQorder"
sale_partner = "QQjim"
`

func TestNoNameSurvives(t *testing.T) {
	file, err := scenario.Read("telling.toml", []byte(telling))
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(50) {
		var text bytes.Buffer
		if err := Write(&text, file.Cases[0], dealer(seed)); err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"QQ", "8.8", "4860", "8888", "Smith", "example.org"} {
			if strings.Contains(text.String(), secret) {
				t.Fatalf("%q is in it:\n%s", secret, text.String())
			}
		}
		holds(t, file.Cases[0], file.Cases[0].Settings, seed)
	}
}

// TestMasksAreDealt: by another chance somebody else is partner-1.
func TestMasksAreDealt(t *testing.T) {
	file, err := scenario.Read("telling.toml", []byte(telling))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for seed := range uint64(20) {
		masked := Mask(file.Cases[0], dealer(seed))
		for _, p := range masked.Catalog.Partners() {
			if p.NotifySale {
				seen[p.Code] = true
			}
		}
		if a, b := masked.Catalog.Programs()[0].Name, masked.Catalog.Programs()[1].Name; a == b || len(masked.Catalog.Programs()) != 2 {
			t.Fatalf("programs %q and %q", a, b)
		}
	}
	if len(seen) != 2 {
		t.Errorf("Jim was always called %v", seen)
	}
}

func TestManyAddressesStayDifferent(t *testing.T) {
	seen := map[string]bool{}
	for n := range 5_000 {
		seen[documented(true, n).String()] = true
	}
	if len(seen) != 5_000 {
		t.Errorf("%d addresses of 5000", len(seen))
	}
}

func TestVerifyNotices(t *testing.T) {
	file, err := scenario.Read("telling.toml", []byte(telling))
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := Write(&text, file.Cases[0], dealer(1)); err != nil {
		t.Fatal(err)
	}
	sealed := text.String()
	for name, c := range map[string]struct {
		text                                      string
		changed, unreadable, differences, results bool
	}{
		"nothing":           {text: sealed},
		"an amount":         {strings.Replace(sealed, `price = "100.00"`, `price = "200.00"`, 1), true, false, true, true},
		"a comment":         {"# hello\n" + sealed, true, false, false, false},
		"a want":            {strings.Replace(sealed, `by = "history"`, `by = "cookie"`, 1), true, false, true, false},
		"what cannot be":    {strings.Replace(sealed, `"100.00"`, `100.00`, 1), true, true, false, false},
		"the results' hash": {sealed[:len(sealed)-65] + strings.Repeat("0", 64) + "\n", false, false, false, true},
	} {
		r, err := Verify("sealed.toml", []byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name != "nothing" && c.text == sealed {
			t.Fatalf("%s: nothing was changed:\n%s", name, sealed)
		}
		if r.Changed != c.changed || (r.Unreadable != nil) != c.unreadable || (len(r.Differences) > 0) != c.differences || r.Results != c.results {
			t.Errorf("%s: %+v", name, r)
		}
		if r.Same() != (name == "nothing") {
			t.Errorf("%s: same is %v", name, r.Same())
		}
	}
	for _, text := range []string{"", telling, sealed + "more = 1\n", strings.Replace(sealed, "# seal 1", "# seal 2", 1)} {
		if _, err := Verify("x.toml", []byte(text)); !errors.Is(err, ErrNotSealed) {
			t.Errorf("%v", err)
		}
	}
}
