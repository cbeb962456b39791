package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/model"
)

func TestMergeDrafts(t *testing.T) {
	base := model.DefaultDraft()
	ours, theirs := base, base
	ours.Levels, ours.CodePrefix, ours.UseIP = 3, "ours-", true
	theirs.Credit, theirs.CodePrefix, theirs.UseIP = model.First, "theirs-", true
	got := model.MergeDrafts(base, ours, theirs)
	want := model.Merge{Draft: ours, Theirs: []model.Setting{model.HowToChoose}, Both: []model.Setting{model.CodePrefix}}
	want.Draft.Credit = model.First
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// Two edits that hold each by itself need not hold together.
func TestMergedDraftNeedNotParse(t *testing.T) {
	base := model.DefaultDraft()
	base.PayLead = true
	ours, theirs := base, base
	ours.PayLead, theirs.PaySale = false, false
	merged := model.MergeDrafts(base, ours, theirs)
	if _, problems := merged.Draft.Parse(); merged.Both == nil && problems == nil {
		t.Errorf("%+v: neither a collision nor a problem", merged)
	}
}

// Every field is as one of the three has it; with nobody else's edit a merge is
// ours, with no edit of ours it is theirs.
func TestMergeTakesNothingFromNowhere(t *testing.T) {
	draft := rapid.Custom(func(t *rapid.T) model.Draft {
		d := model.DefaultDraft()
		d.CodePrefix = rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "prefix")
		d.Levels = rapid.IntRange(1, 3).Draw(t, "levels")
		d.UseIP = rapid.Bool().Draw(t, "ip")
		d.PayLead = rapid.Bool().Draw(t, "lead")
		d.Credit = rapid.SampledFrom([]model.Credit{model.Latest, model.First}).Draw(t, "credit")
		return d
	})
	rapid.Check(t, func(t *rapid.T) {
		base, ours, theirs := draft.Draw(t, "base"), draft.Draw(t, "ours"), draft.Draw(t, "theirs")
		merged := model.MergeDrafts(base, ours, theirs).Draft
		for _, s := range model.AllSettings {
			if text := merged.Text(s); text != ours.Text(s) && text != theirs.Text(s) {
				t.Fatalf("%s is %q", s.Key(), text)
			}
		}
		if model.MergeDrafts(base, ours, base).Draft != ours || model.MergeDrafts(base, base, theirs).Draft != theirs {
			t.Fatal("a merge with no edit on one side is not the other side")
		}
	})
}
