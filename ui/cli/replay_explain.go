package cli

import (
	"bytes"
	"cmp"
	"context"
	"strings"

	"referee/engine"
	"referee/engine/replay"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/files"
	"referee/ui/text"
)

// explainSale explains one sale by the engine itself: everything in the logs that
// bears on it becomes a case.
func (r *replaying) explainSale(ctx context.Context) error {
	var results []scenario.Result
	var broken *replay.BadRows // the same for all policies
	for _, p := range r.policies {
		c, bad, err := r.caseOf(ctx, p.Policy)
		if err != nil {
			return err
		}
		broken = bad
		results = append(results, scenario.Run(c, c.Settings))
	}
	if r.flags.json {
		var sales []any
		for i := range results {
			sales = append(sales, results[i].SaleJSON(results[i].SaleAt(r.flags.explain)))
		}
		if err := r.keepCase(results[0].Case); err != nil {
			return err
		}
		err := r.printJSON(map[string]any{"sales": sales, "broken": broken.Count, "bad": badDocuments(broken)})
		return cmp.Or(err, r.differs(results))
	}
	for i := range results {
		if i > 0 {
			out := r.lines()
			out.Put("")
			out.Put("%s", strings.Repeat("─", 80))
			out.Put("")
		}
		err := r.printText(func(b *bytes.Buffer) error {
			return scenario.WriteSale(b, results[i], results[i].SaleAt(r.flags.explain))
		})
		if err != nil {
			return err
		}
	}
	if err := r.keepCase(results[0].Case); err != nil {
		return err
	}
	out := r.lines()
	if broken.Count > 0 {
		out.Put("")
		out.Put("%s on this sale, and left out; the first: %v", text.Count(broken.Count,
			"row of the logs is too broken to tell whether it bears", "rows of the logs are too broken to tell whether they bear"), broken.Named[0])
	}
	if r.flags.out != "" {
		out.Put("")
		out.Put("Wrote the case to %q.", r.flags.out)
	}
	differs := r.differs(results)
	if len(results) > 1 {
		out.Put("")
		out.Put("%s", map[bool]string{true: "The policies differ on this sale.", false: "The policies come to the same on this sale."}[differs != nil])
	}
	return cmp.Or(out.Err(), differs)
}

// caseOf is the case of the sale, which may be named as it stands in commissions.csv.
func (r *replaying) caseOf(ctx context.Context, p model.Policy) (scenario.Case, *replay.BadRows, error) {
	c, bad, err := r.book.Case(ctx, p, r.flags.explain, r.flags.skipBad)
	if meant := replay.Meant(r.flags.explain); err != nil && meant != r.flags.explain {
		if other, otherBad, none := r.book.Case(ctx, p, meant, r.flags.skipBad); none == nil {
			r.flags.explain = meant
			return other, otherBad, nil
		}
	}
	return c, bad, err
}

// differs is errDiffers if two policies come to something else for the sale that is
// explained.
func (r *replaying) differs(results []scenario.Result) error {
	if len(results) < 2 {
		return nil
	}
	var settled [2]engine.Settled
	for i := range settled {
		sale := &results[i].Sales[results[i].SaleAt(r.flags.explain)]
		settled[i] = engine.Settled{Outcome: sale.Outcome, Rows: sale.Rows}
	}
	if settled[0].Differs(&settled[1]) {
		return errDiffers
	}
	return nil
}

// keepCase writes the case as a scenario file, if a name was given.
func (r *replaying) keepCase(c scenario.Case) error {
	if r.flags.out == "" {
		return nil
	}
	var b strings.Builder
	if err := scenario.Write(&b, c); err != nil {
		return err
	}
	return files.New(r.flags.out, b.String())
}
