package cli

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"referee/engine/replay"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/files"
)

// explainSale explains one sale by the engine itself: everything in the logs that
// bears on it becomes a case.
func (r *replaying) explainSale(ctx context.Context) error {
	partners, err := replay.ReadPartners(r.files.Partners)
	if err != nil {
		return err
	}
	log, err := replay.Excerpt(ctx, r.files, r.policies[0].Catalog.Currency(), r.flags.explain)
	if err != nil {
		return err
	}
	var results []scenario.Result
	for _, p := range r.policies {
		c, err := caseOf(log, partners, p, r.flags.explain)
		if err != nil {
			return err
		}
		results = append(results, scenario.Run(c, c.Settings))
	}
	if r.flags.json {
		var sales []any
		for i := range results {
			sales = append(sales, results[i].SaleJSON(results[i].SaleAt(r.flags.explain)))
		}
		return r.printJSON(map[string]any{"sales": sales})
	}
	for i := range results {
		if i > 0 {
			r.lines().Put("%s", "\n"+strings.Repeat("─", 80)+"\n")
		}
		err := r.printText(func(b *bytes.Buffer) error {
			return scenario.WriteSale(b, results[i], results[i].SaleAt(r.flags.explain))
		})
		if err != nil {
			return err
		}
	}
	return r.keepCase(results[0].Case)
}

// caseOf is an excerpt as a case under a policy.
func caseOf(log replay.Log, partners replay.Partners, p model.Policy, sale string) (scenario.Case, error) {
	catalog, err := partners.Of(log).Catalog(p.Catalog)
	if err != nil {
		return scenario.Case{}, err
	}
	journal, problems := catalog.Journal(log.Events())
	if problems != nil {
		return scenario.Case{}, problems
	}
	return scenario.Case{
		Title:    fmt.Sprintf("%s, from the logs", sale),
		Settings: p.Settings, Catalog: catalog, Journal: journal,
	}, nil
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
	if err := files.New(r.flags.out, b.String()); err != nil {
		return err
	}
	out := r.lines()
	out.Put("")
	out.Put("Wrote the case to %q.", r.flags.out)
	return out.Err()
}
