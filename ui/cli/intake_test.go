package cli

import (
	"slices"
	"testing"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
	"referee/ui/shelf"
)

// What an import takes away is named with the kept cases that have it.
func TestAnImportSaysWhatIsInUse(t *testing.T) {
	before, after := mustRead(t, `
partner = [{ code = "jim" }, { code = "zoe" }]
product = [{ code = "X", price = "1.00" }]
event = [{ at = 2026-01-05T10:00:00Z, click = "jim", browser = "laptop" }]
`), mustRead(t, `partner = [{ code = "ann" }]`)
	kept := shelf.Case{Example: scenario.Example{Title: "One click", Read: func() scenario.Case { return before }}, Kept: true}
	delivered := shelf.Case{Example: scenario.Example{Title: "An example", Read: kept.Read}}
	report := newTaken(plain.Change{From: policyOf(before), To: policyOf(after)}, []shelf.Case{kept, delivered}, nil)
	if len(report.InUse) != 1 || report.InUse[0].Code != "jim" || !slices.Equal(report.InUse[0].Cases, []string{"One click"}) {
		t.Errorf("%+v", report.InUse)
	}
	if len(report.Catalog) != 4 || !report.differs() {
		t.Errorf("%+v", report.Catalog)
	}
}

func mustRead(t *testing.T, text string) scenario.Case {
	t.Helper()
	file, err := scenario.Read("test.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return file.Cases[0]
}

func policyOf(c scenario.Case) model.Policy {
	return model.Policy{Settings: c.Settings, Catalog: c.Catalog}
}
