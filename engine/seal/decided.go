package seal

import (
	"bytes"
	"fmt"

	"referee/engine"
	"referee/engine/scenario"
)

// decided is all that was decided and paid, line by line, without a sentence:
// what may be put differently one day is no result.
func decided(r *scenario.Result) []byte {
	var b bytes.Buffer
	code := func(id engine.PartnerID) string {
		if id == engine.Nobody {
			return ""
		}
		return r.Case.Catalog.Partners()[id].Code
	}
	for _, s := range r.Sales {
		fmt.Fprintf(&b, "sale %q by %s sale %q lead %q told %q sensitive %v own %v\n", s.Order.ID, s.Outcome.By,
			code(s.Outcome.Sale.Partner), code(s.Outcome.Lead.Partner), code(s.Told), s.Outcome.ReadingSensitive(), s.Outcome.OwnLink)
		for _, step := range s.Outcome.Steps {
			fmt.Fprintf(&b, "step %s %q\n", step.Finding, code(step.Pick.Partner))
		}
		for _, row := range s.Rows {
			program := ""
			if row.Program != engine.NoProgramID {
				program = r.Case.Catalog.Programs()[row.Program].Name
			}
			fmt.Fprintf(&b, "row %q %s %d item %d program %q %v rule %s %d %d %d base %d calculated %d released %d\n",
				code(row.Partner), row.Role, row.Level, row.Item, program, row.ForProduct, row.Rule.Number(),
				row.Amount, row.Percent, row.Quantity, row.Base, row.Calculated, row.Released)
		}
	}
	for _, f := range r.Forms {
		fmt.Fprintf(&b, "form %q lead %q told %q\n", f.Contact, code(f.Lead), code(f.Told))
	}
	return b.Bytes()
}
