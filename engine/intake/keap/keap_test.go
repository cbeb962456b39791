package keap_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/engine/intake/keap"
	"referee/model"
)

// file is one of the samples in testdata, which were made up for these tests.
func file(t testing.TB, name string) keap.Source {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return keap.Source{Name: name, Data: data}
}

func written(texts ...string) (sources []keap.Source) {
	for _, text := range texts {
		sources = append(sources, keap.Source{Name: "x.json", Data: []byte(text)})
	}
	return sources
}

func read(t *testing.T, sources ...keap.Source) keap.Export {
	t.Helper()
	x, err := keap.Read(sources)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// answered are answers that are enough for every file here.
func answered() keap.Answers {
	return keap.Answers{"credit": "first", "code_prefix": "vip-", keap.ZeroRates: "blank", keap.ZeroDays: "forever"}
}

func empty() model.Policy { return model.Policy{Settings: model.Defaults()} }

// took is what became of a policy, as a person reads it.
func took(t *testing.T, before, after model.Policy) string {
	t.Helper()
	var lines []string
	for _, c := range model.Diff(before.Settings.Draft(), after.Settings.Draft()) {
		lines = append(lines, c.Setting.Key()+" = "+c.To)
	}
	for _, c := range model.DiffCatalogs(before.Catalog, after.Catalog) {
		lines = append(lines, c.String()+": "+strings.Join(c.Words(), ", "))
	}
	return strings.Join(lines, "\n")
}

func over(t *testing.T, x keap.Export, before model.Policy, answers keap.Answers, replace bool) (model.Policy, []string) {
	t.Helper()
	after, remarks, err := x.Over(before, answers, replace)
	if err != nil {
		t.Fatal(err)
	}
	return after, remarks
}

func TestEverything(t *testing.T) {
	x := read(t, file(t, "settings.json"), file(t, "affiliates.json"), file(t, "programs.json"))
	if got := x.Holds(); got != "Found: the settings, 3 partners, 2 programs." {
		t.Error(got)
	}
	after, remarks := over(t, x, empty(), answered(), false)
	want := strings.TrimPrefix(`
code_prefix = vip-
credit = first
tracking = history-and-cookies
use_ip = true
link_url = https://www.example.com/partners
levels = 3
pay_for = lead,sale
pay_as = amount,percent
pay_if_unused = true
Partner ann added: name Ann Gray, notify lead yes, notify sale yes, programs Gold, Tools
Partner bob added: name Bob Hill, parent ann, track days 90, notify sale yes, programs Gold
Partner jim added: name Jim Ray, parent bob, track days 30, active no, programs Gold
Program Gold added: priority 1, level 1 lead amount 3.00, level 1 sale percent 20 %, level 2 sale percent 12.5 %, unused sale percent 25 %, level 1 sale percent for Scissors 8 %
Program Tools added: priority 2, level 1 sale amount for 78 1.50`, "\n")
	if diff := cmp.Diff(want, took(t, empty(), after)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, part := range []string{
		"programs.json: Gold pays product Scissors on-payment; here a program has one payout, which is up-front.",
		"programs.json: Gold has rates for subscriptions (1), which have no place here and are not taken.",
		"Amounts are taken in USD, and level 3 as it was or blank: Keap's API carries neither.",
		"Not needed here, and ignored: contact_id, create_time, notes, subscription_plan_id (6 values).",
	} {
		if !slices.Contains(remarks, part) {
			t.Errorf("no remark %q in\n%s", part, strings.Join(remarks, "\n"))
		}
	}
}

// The names of the old tables, and 0 days.
func TestTheOldTable(t *testing.T) {
	x := read(t, file(t, "table.json"))
	for answer, want := range map[string]string{"forever": "", "none": ", track days 0"} {
		after, remarks := over(t, x, empty(), keap.Answers{keap.ZeroDays: answer}, false)
		want := "Partner zoe added: name Zoe Park, track days 365, notify lead yes\n" +
			"Partner hal added: name Hal Low, parent zoe" + want + ", active no, notify sale yes"
		if diff := cmp.Diff(want, took(t, empty(), after)); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
		all := strings.Join(remarks, "\n")
		if strings.Contains(strings.ToLower(all), "password") || strings.Contains(all, "never read") {
			t.Errorf("a password was read: %s", all)
		}
		if !strings.Contains(all, "Rates of single affiliates (1) are not taken") || !strings.Contains(all, "New partners are in no program") {
			t.Error(all)
		}
	}
}

// What is there stays where the files say nothing, and goes only if that is asked
// for.
func TestOverWhatIsThere(t *testing.T) {
	catalog, problems := model.CatalogDraft{
		Partners: []model.Partner{
			{Code: "old", Programs: []string{"Tools", "Gold"}},
			{Code: "bob", Name: "Bob", NotifyLead: true, Programs: []string{"House", "Tools"}},
		},
		Programs: []model.Program{
			{Name: "House", Payout: model.UpFront},
			{Name: "Gold", Payout: model.OnPayment, Default: model.RateCard{Levels: [3]model.RateRow{{}, {}, {Sale: model.RoleRates{Percent: model.Some(model.Rate(50_000))}}}}},
			{Name: "Tools", Payout: model.UpFront},
		},
		Links: []model.Link{{Code: "home"}},
	}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	before := model.Policy{Settings: model.Defaults(), Catalog: catalog}
	x := read(t, written(
		`[{"id": 1, "code": "bob", "status": "ACTIVE"}, {"id": 2, "code": "new", "status": "active"}]`,
		`{"name": "Gold", "affiliate_ids": [2], "default_commission": {"level_1": {"sale_percent": "20.0"}}}`)...)
	after, _ := over(t, x, before, answered(), false)
	want := strings.TrimPrefix(`
Partner new added: programs Gold
Program Gold changed: level 1 sale percent: none → 20 %`, "\n")
	if diff := cmp.Diff(want, took(t, before, after)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	after, _ = over(t, x, before, answered(), true)
	want = strings.TrimPrefix(`
Partner bob changed: programs: House, Tools → none
Partner new added: programs Gold
Partner old removed: programs Tools, Gold
Program Gold changed: level 1 sale percent: none → 20 %
Program House removed: 
Program Tools removed: `, "\n")
	if diff := cmp.Diff(want, took(t, before, after)); diff != "" {
		t.Errorf("replacing: -want +got\n%s", diff)
	}
	if d := model.DiffCatalogs(before.Catalog, catalog); len(d) > 0 {
		t.Errorf("the catalog that was there was written to: %v", d)
	}
}
