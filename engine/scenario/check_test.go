package scenario

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"testing"

	"referee/engine"
	"referee/model"
)

func sampleCase(t *testing.T, name string) Case {
	t.Helper()
	for _, s := range Samples() {
		if s.Name == name {
			return s.File().Cases[0]
		}
	}
	t.Fatalf("there is no sample %s", name)
	return Case{}
}

// Every key of a want is looked at: a wrong one gives one difference, under its
// name, and the rest of the want still holds.
func TestCheckEveryKey(t *testing.T) {
	type money = map[string]model.Money
	right := Want{
		Sale:             "order-302",
		SalePartner:      model.Some("zoe"),
		LeadPartner:      model.Some("zoe"),
		By:               model.Some(engine.ByCookie),
		Payouts:          model.Some(money{"zoe": 6250, "jim": 0}),
		Released:         model.Some(money{"zoe": 6250}),
		Clawback:         model.Some(money{}),
		Notified:         model.Some([]string{"zoe"}),
		ReadingSensitive: model.Some(false),
	}
	c := sampleCase(t, "04-lead-or-sale")
	c.Wants = []Want{right}
	if differences := Check(Run(c, c.Settings)); differences != nil {
		t.Fatalf("the right want differs: %+v", differences)
	}
	for key, wrong := range map[string]func(*Want){
		"sale_partner":      func(w *Want) { w.SalePartner = model.Some("") },
		"lead_partner":      func(w *Want) { w.LeadPartner = model.Some("jim") },
		"by":                func(w *Want) { w.By = model.Some(engine.ByHistory) },
		"payouts":           func(w *Want) { w.Payouts = model.Some(money{}) },
		"released":          func(w *Want) { w.Released = model.Some(money{"zoe": 6250, "jim": 1}) },
		"clawback":          func(w *Want) { w.Clawback = model.Some(money{"zoe": 1}) },
		"notified":          func(w *Want) { w.Notified = model.Some([]string{}) },
		"reading_sensitive": func(w *Want) { w.ReadingSensitive = model.Some(true) },
	} {
		w := right
		wrong(&w)
		c.Wants = []Want{w}
		differences := Check(Run(c, c.Settings))
		if len(differences) != 1 || differences[0].Key != key || differences[0].Want == differences[0].Got {
			t.Errorf("wrong %s gives %+v", key, differences)
		}
	}
}

// A file whose wants are the opposite of what happens shows what a person sees
// of `check`.
func TestWriteDifferences(t *testing.T) {
	c := mustRead(t, "testdata/formats.toml").Cases[0]
	r := Run(c, c.Settings)
	var text bytes.Buffer
	if err := WriteDifferences(&text, "formats.toml", r, Check(r)); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/differences.txt", text.Bytes())
}

// N1 is worked case 12.
func TestNoticeOfWorkedCase(t *testing.T) {
	samples := Samples()
	for _, c := range samples[len(samples)-1].File().Cases {
		if c.Title != "12: pay if unused at one level" {
			continue
		}
		r := Run(c, c.Settings)
		notices := r.Notices()
		if !slices.ContainsFunc(notices, func(n model.Notice) bool { return n.Rule == "N1" }) {
			t.Errorf("no N1 in %+v", notices)
		}
		return
	}
	t.Error("case 12 is not there")
}

// broken is a writer that is full.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWritersTellErrors(t *testing.T) {
	c := mustRead(t, "testdata/formats.toml").Cases[0]
	r := Run(c, c.Settings)
	for name, err := range map[string]error{
		"Write":            Write(broken{}, c),
		"WriteText":        WriteText(broken{}, r),
		"WriteJSON":        WriteJSON(broken{}, r),
		"WriteDifferences": WriteDifferences(broken{}, "f", r, Check(r)),
	} {
		if !errors.Is(err, os.ErrClosed) {
			t.Errorf("%s returns %v", name, err)
		}
	}
}
