package engine_test

import (
	"reflect"
	"testing"

	"referee/engine"
	"referee/engine/scenario"
	"referee/model"
)

// A plan made from another one is the plan that compiling makes.
func TestPlanUnderOtherSettings(t *testing.T) {
	catalog := scenario.SampleCatalog()
	drafts := []model.Draft{model.DefaultDraft()}
	for _, edit := range []func(*model.Draft){
		func(d *model.Draft) { d.Credit = model.First },
		func(d *model.Draft) { d.Tracking = model.HistoryAndCookies },
		func(d *model.Draft) { d.UseIP = true },
		func(d *model.Draft) { d.Levels = 3; d.Credit = model.First },
		func(d *model.Draft) { d.PayLead = true },
		func(d *model.Draft) { d.PayAmount = true },
		func(d *model.Draft) { d.PayAmount, d.PayPercent, d.Levels = true, false, 1 },
		func(d *model.Draft) { d.PayIfUnused = true },
	} {
		d := model.DefaultDraft()
		edit(&d)
		drafts = append(drafts, d)
	}
	for _, from := range drafts {
		for _, to := range drafts {
			a, _ := from.Parse()
			b, problems := to.Parse()
			if problems != nil {
				t.Fatal(problems)
			}
			got, want := engine.Compile(a, catalog).Under(b), engine.Compile(b, catalog)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("from %+v to %+v: not the plan of the latter", from, to)
			}
		}
	}
}
