package keap_test

import (
	"errors"
	"strings"
	"testing"

	"referee/engine/intake/keap"
	"referee/model"
)

// Nothing that is wrong is taken or guessed, and each wrong value is told with its
// place.
func TestRefusals(t *testing.T) {
	for name, test := range map[string]struct {
		files []string
		want  string // in the errors, each on a line
	}{
		"no JSON":              {[]string{`{"affiliates": [`}, "x.json: it is no JSON that can be used: it ends before it is complete"},
		"nothing":              {[]string{``}, "x.json: it is no JSON that can be used: it ends before it is complete"},
		"two documents":        {[]string{`[] []`}, "something follows the document"},
		"a field twice":        {[]string{`{"code": "a", "Code": "b", "status": "ACTIVE"}`}, "Code is there twice"},
		"nested too deep":      {[]string{strings.Repeat("[", 100) + strings.Repeat("]", 100)}, "it is nested too deep"},
		"something else":       {[]string{`{"contacts": [{"id": 1, "given_name": "Ann"}]}`}, "x.json: nothing in it is an affiliate, a commission program or the settings"},
		"settings twice":       {[]string{`{"skip_pay_if_unused": true}`, `{"skip_pay_if_unused": true}`}, "there are settings in x.json already"},
		"no code":              {[]string{`[{"id": 1, "code": "", "status": "ACTIVE"}]`}, "x.json: [0]: a partner has no usable code"},
		"an impossible code":   {[]string{`{"affiliates": [{"id": 1, "code": "a b", "status": "ACTIVE"}]}`}, `x.json: affiliates[0]: the code "a b" cannot hold ' '`},
		"a code twice":         {[]string{`[{"id": 1, "code": "a", "status": "ACTIVE"}, {"id": 2, "code": "a", "status": "ACTIVE"}]`}, `x.json: [1]: there are two partners "a"`},
		"an id twice":          {[]string{`[{"id": 1, "code": "a", "status": "ACTIVE"}, {"id": 1, "code": "b", "status": "ACTIVE"}]`}, "x.json: [1].id: there is another affiliate with the id 1"},
		"an unknown parent":    {[]string{`[{"id": 1, "code": "a", "parent_affiliate_id": 9}]`}, `x.json: [0].parent_affiliate_id: there is no affiliate with the id "9" in these files`},
		"a cycle of parents":   {[]string{`[{"id": 1, "code": "a", "parent_affiliate_id": 2}, {"id": 2, "code": "b", "parent_affiliate_id": 1}]`}, "partners are each other's parents: a → b → a"},
		"a status":             {[]string{`[{"id": 1, "code": "a", "status": "MAYBE"}]`}, `x.json: [0].status: the status "MAYBE" is not known`},
		"days":                 {[]string{`[{"id": 1, "code": "a", "track_leads_days": 1.5}]`}, `x.json: [0].track_leads_days: "1.5" is no number of days`},
		"too many days":        {[]string{`[{"id": 1, "code": "a", "track_leads_days": 99999999}]`}, "x.json: [0]: track_days cannot be 99999999"},
		"a flag":               {[]string{`[{"id": 1, "code": "a", "notify_on_lead": "sometimes"}]`}, `x.json: [0].notify_on_lead: "sometimes" is neither yes nor no`},
		"a program's name":     {[]string{`{"affiliate_ids": []}`}, "x.json: the name of a program is empty"},
		"a stranger enrolled":  {[]string{`{"name": "G", "affiliate_ids": ["7"]}`}, `x.json: affiliate_ids[0]: there is no affiliate with the id "7" in these files`},
		"a payout type":        {[]string{`{"name": "G", "default_commission": {"payout_type": "LATER"}}`}, `x.json: default_commission.payout_type: the payout type "LATER" is not known`},
		"a percentage":         {[]string{`{"name": "G", "default_commission": {"unused": {"sale_percent": 1e1}}}`}, "x.json: default_commission.unused.sale_percent: not a percentage"},
		"half a cent":          {[]string{`{"name": "G", "default_commission": {"level_1": {"lead_amount": 10.505}}}`}, "x.json: default_commission.level_1.lead_amount: not an amount of money"},
		"a negative rate":      {[]string{`{"name": "G", "default_commission": {"level_1": {"lead_amount": -1}}}`}, "level_1.lead_amount: not an amount of money"},
		"a rate out of range":  {[]string{`{"name": "G", "default_commission": {"level_1": {"lead_amount": 100000000}}}`}, "x.json: a rate of program \"G\" is out of range"},
		"a priority":           {[]string{`{"name": "G", "priority": "first", "affiliate_ids": []}`}, `x.json: priority: the priority "first" is no number`},
		"no product":           {[]string{`{"name": "G", "product_commissions": [{"level_1": {}}]}`}, "x.json: product_commissions[0]: the product of this commission is not named"},
		"a product twice":      {[]string{`{"name": "G", "product_commissions": [{"product_id": 1}, {"product_id": 1}]}`}, `x.json: program "G" has two rules for product "1"`},
		"an address":           {[]string{`{"skip_pay_if_unused": true, "custom_affiliate_url": "here"}`}, "x.json: The link URL"},
		"levels":               {[]string{`{"skip_pay_if_unused": true, "commission": {"levels": 7}}`}, `x.json: levels cannot be "7"`},
		"everything at a time": {[]string{`[{"id": 1, "code": "a", "status": "X", "notify_on_sale": "Y"}]`}, "[0].status: \n[0].notify_on_sale: "},
	} {
		t.Run(name, func(t *testing.T) {
			x, err := keap.Read(written(test.files...))
			if err == nil {
				answers := answered()
				for _, q := range x.Questions(answers) {
					if q.Key != model.CustomLinkURL.Key() && q.Key != model.NumberOfLevels.Key() && len(keap.Choices(q.Key)) > 0 {
						answers[q.Key] = keap.Choices(q.Key)[0]
					}
				}
				var after model.Policy
				if after, _, err = x.Over(empty(), answers, false); after != (model.Policy{}) {
					t.Errorf("something was taken: %s", took(t, empty(), after))
				}
			}
			if err == nil {
				t.Fatal("nothing was wrong")
			}
			for line := range strings.Lines(test.want) {
				if !strings.Contains(err.Error(), strings.TrimSuffix(line, "\n")) {
					t.Errorf("got %v\nwant %s", err, line)
				}
			}
			if e, ours := errors.AsType[*keap.Error](err); ours && e.Hint() == "" {
				t.Errorf("%v: no hint", e)
			}
		})
	}
}

func TestQuestions(t *testing.T) {
	keys := func(x keap.Export, answers keap.Answers) string {
		var all []string
		for _, q := range x.Questions(answers) {
			if q.Why == "" {
				t.Errorf("%s is asked without a reason", q.Key)
			}
			all = append(all, q.Key)
		}
		return strings.Join(all, " ")
	}
	for name, test := range map[string]struct{ file, want string }{
		"complete":            {string(file(t, "settings.json").Data), "code_prefix credit"},
		"settings alone":      {`{"choose_affiliate": true}`, "code_prefix skip_notifications credit tracking use_ip link_url levels pay_for pay_as pay_if_unused"},
		"unknown words":       {`{"affiliate": {"skip_pay_if_unused": "perhaps", "commission": {"levels": 2, "participant_types": "CONTACT", "calculation_type": ["PERCENTAGE", "FLAT"]}}}`, "code_prefix skip_notifications credit tracking use_ip link_url pay_for pay_as pay_if_unused"},
		"a rate of 0":         {`{"name": "G", "default_commission": {"level_1": {"sale_percent": 0.0}}}`, "zero_rates"},
		"an amount of 0.00":   {`[{"name": "G", "product_commissions": [{"product_id": 1, "unused": {"lead_amount": "0.00"}}]}]`, "zero_rates"},
		"0 days":              {`[{"id": 1, "code": "a", "track_leads_days": 0}]`, "zero_days"},
		"nothing left open":   {`[{"id": 1, "code": "a", "track_leads_days": 10, "parent_affiliate_id": 0}]`, ""},
		"a percent of 10":     {`{"name": "G", "default_commission": {"level_1": {"sale_percent": 10}}}`, ""},
		"another object of 0": {`{"name": "G", "priority": 0, "affiliate_ids": []}`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			x := read(t, written(test.file)...)
			if got := keys(x, nil); got != test.want {
				t.Errorf("asked: %s\nwant: %s", got, test.want)
			}
			answers := keap.Answers{}
			for _, q := range x.Questions(nil) {
				if keap.Takes(q.Key, "nonsense") && len(keap.Choices(q.Key)) > 0 {
					t.Errorf("%s takes nonsense", q.Key)
				}
				for _, choice := range keap.Choices(q.Key) {
					if !keap.Takes(q.Key, choice) {
						t.Errorf("%s does not take %s", q.Key, choice)
					}
				}
				answers[q.Key] = ""
			}
			if got := keys(x, answers); got != "" {
				t.Errorf("still asked: %s", got)
			}
		})
	}
}

// The answer is what a rate of 0 becomes.
func TestZeroRates(t *testing.T) {
	x := read(t, written(`{"name": "G", "default_commission": {"level_1": {"sale_percent": 20}, "unused": {"sale_percent": 0}}}`)...)
	for answer, want := range map[string]string{"blank": "", "zero": ", unused sale percent 0 %"} {
		after, _ := over(t, x, empty(), keap.Answers{keap.ZeroRates: answer}, false)
		if got, want := took(t, empty(), after), "Program G added: level 1 sale percent 20 %"+want; got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}

// Whatever a file holds: it is refused, or what comes of it parses.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"affiliates.json", "programs.json", "settings.json", "table.json"} {
		f.Add(file(f, name).Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := keap.Read([]keap.Source{{Name: "x.json", Data: data}})
		if err != nil {
			return
		}
		answers := answered()
		for _, q := range x.Questions(answers) {
			answers[q.Key] = append(keap.Choices(q.Key), "")[0]
		}
		after, _, err := x.Over(empty(), answers, true)
		if err == nil && after.Settings.IsZero() || err != nil && !after.Settings.IsZero() {
			t.Errorf("%v: %+v", err, after)
		}
	})
}
