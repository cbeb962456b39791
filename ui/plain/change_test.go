package plain_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

// sample is testdata/sample.toml: one buyer whom Jim brought and Zoe sold to.
func sample(t *testing.T) scenario.Case {
	t.Helper()
	path := filepath.Join("testdata", "sample.toml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := scenario.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return file.Cases[0]
}

// with is the defaults with some settings changed: "levels=3 use_ip=true".
func with(t *testing.T, pairs string) model.Settings {
	t.Helper()
	draft := model.DefaultDraft()
	for _, pair := range strings.Fields(pairs) {
		key, value, _ := strings.Cut(pair, "=")
		setting, known := model.ParseSetting(key)
		if !known {
			t.Fatalf("no setting %q", key)
		}
		if err := draft.Set(setting, value); err != nil {
			t.Fatal(err)
		}
	}
	settings, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	return settings
}

func TestChangeInSentences(t *testing.T) {
	c := sample(t)
	for _, test := range []struct{ name, from, to, want string }{
		{"somebody else is credited", "", "credit=first", `
How to choose: latest → first
Sample sales: 1 of 2 would be credited or paid differently.
Katie buys
  1 of 2 sales, payouts +100.00, Zoe −200.00, Jim +200.00, Bob +100.00
  order-1: Zoe by cookie, lead Zoe (Zoe 200.00) → Jim by cookie, lead Jim (Jim 200.00, Bob 100.00)
`},
		{"values appear", "", "pay_for=lead,sale pay_as=amount,percent", `
Pay for: sale → lead and sale
Pay as: percent → amount and percent
Program GOLD: level 1 lead percent appears and pays.
Program GOLD: level 1 sale amount for X appears and pays.
Sample sales: 1 of 2 would be credited or paid differently.
Katie buys
  1 of 2 sales, payouts +15.00, Zoe +15.00
  order-1: Zoe by cookie (Zoe 200.00) → Zoe by cookie (Zoe 215.00)
`},
		{"values disappear", "levels=3 pay_if_unused=true", "levels=2", `
Levels: 3 → 2
Pay if unused: yes → no
Program GOLD: level 3 sale percent disappears (Levels). It is kept and pays 0.
Program GOLD: unused sale percent disappears (Pay if unused). It is kept and pays 0.
Sample sales: none of 2 changes.
Notice N5: GOLD holds level 3 rates: they pay 0 and are kept.
Notice N5: GOLD holds unused rates while Pay if unused is no: they pay 0 and are kept.
`},
		{"a sale that nobody had", "tracking=only-cookies", "tracking=history-and-cookies code_prefix=vip-", `
Code prefix: empty → vip-
Tracking method: only cookies → history and cookies
Sample sales: 1 of 2 would be credited or paid differently.
Katie buys
  1 of 2 sales, payouts +200.00, Zoe +200.00
  order-2: nobody (nothing paid) → Zoe by history (Zoe 200.00)
Notice N7: Links already handed out keep the old prefix.
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			plain.Change{
				From: model.Policy{Settings: with(t, test.from), Catalog: c.Catalog}, To: model.Policy{Settings: with(t, test.to), Catalog: c.Catalog},
				Samples: []scenario.Case{c},
			}.Write(plain.NewLines(&out))
			if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), out.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// A sample that the new catalog cannot hold is not one that does not change, and the
// history says the same as the change did.
func TestSamplesTheCatalogCannotHold(t *testing.T) {
	c := sample(t)
	draft := c.Catalog.Draft()
	draft.Partners = slices.DeleteFunc(slices.Clone(draft.Partners), func(p model.Partner) bool { return p.Code == "zoe" })
	without, problems := draft.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	var out strings.Builder
	change := plain.Change{
		From:    model.Policy{Settings: with(t, ""), Catalog: c.Catalog},
		To:      model.Policy{Settings: with(t, "credit=first"), Catalog: without},
		Samples: []scenario.Case{c},
	}
	change.Write(plain.NewLines(&out))
	const want = `the only %s cannot be run on both sides of this change, and is not reckoned: after it there is no partner "zoe"`
	if got := out.String(); !strings.Contains(got, "Sample sales: "+fmt.Sprintf(want, "sample")+".") || strings.Contains(got, "none of") {
		t.Error(got)
	}
	if got := plain.SumInWords(change.Sum()); got != fmt.Sprintf(want, "pinned case") {
		t.Error(got)
	}
}

// Without samples there is nothing to say about sales.
func TestChangeWithoutSamples(t *testing.T) {
	var out strings.Builder
	plain.Change{From: model.Policy{Settings: with(t, "")}, To: model.Policy{Settings: with(t, "levels=3")}}.Write(plain.NewLines(&out))
	if strings.Contains(out.String(), "Sample") {
		t.Error(out.String())
	}
}
