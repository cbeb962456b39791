package engine_test

import (
	"slices"
	"testing"

	"referee/engine"
	"referee/model"
)

// TestNoticeN3 holds the notice to what is paid: with only cookies a referral
// entered by hand brings no sale commission, but it still makes the lead
// partner (A4), who is paid where lead is ticked.
func TestNoticeN3(t *testing.T) {
	manual := model.Referral{At: day(1), Partner: "zoe", Contact: "katie", Type: model.Manual}
	catalog := withRate(t, cast(t), "lead 5")
	book := casebook(t, catalog, manual, byPhone(6))
	s := settings(t, func(d *model.Draft) { set(t, d, "tracking=only-cookies pay_for=lead,sale") })

	o, rows := engine.Compile(s, catalog).Settle(nil, &book.Cases()[0])
	zoe, _ := catalog.Partner("zoe")
	if len(rows) != 1 || rows[0].Role != model.Lead || rows[0].Partner != engine.PartnerID(zoe) || rows[0].Calculated != 5_000 {
		t.Errorf("rows are %+v; want the lead commission of Zoe alone", rows)
	}
	if o.By != engine.ByNobody {
		t.Errorf("the sale is credited by %s", o.By)
	}
	want := model.Notice{Rule: "N3", Setting: model.TrackingMethod,
		Text: "Manual and permanent referrals exist; with only cookies they never bring a sale commission."}
	notices := model.Notices(s, model.Surroundings{Catalog: catalog, EnteredReferral: book.HasEntered()})
	if !slices.Contains(notices, want) {
		t.Errorf("%+v lacks %+v", notices, want)
	}
}
