package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model"
	"referee/model/spelling"
)

// explanation is what was asked about a case.
type explanation struct {
	which, sale, partner string
	overrides            []string
	markdown, asJSON     bool
}

func (in *invocation) explainCommand() *cobra.Command {
	var x explanation
	c := &cobra.Command{
		Use:   "explain FILE [--sale ID] [--partner CODE]",
		Short: "Say why a partner is paid for a sale, or why not, and what would change it",
		Long: "Explains the sales of a case, or one of them, for everybody they concern or for one partner: on\n" +
			"each rung what was expected and what was found, every cent of each row, and the smallest changes\n" +
			"that would alter it. Plain text for a ticket, or Markdown. FILE may be - for the standard input.\n" +
			"No database is opened.",
		Example:           "  referee explain sale.toml --sale order-1 --partner zoe",
		Args:              number(1, 1, "one file, or - for the standard input"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			if x.markdown && x.asJSON {
				return &failure{"--markdown and --json cannot both be had", "leave one of them out"}
			}
			results, err := in.simulateOne(c, args[0], &x)
			if err != nil {
				return err
			}
			tickets, err := x.tickets(results)
			if err != nil {
				return err
			}
			return in.printTickets(tickets, &x)
		},
	}
	addCaseFlag(c, &x.which)
	c.Flags().StringVar(&x.sale, "sale", "", "the sale with this `ID`; else all of them")
	c.Flags().StringVar(&x.partner, "partner", "", "the partner with this `CODE`; else all it concerns")
	c.Flags().StringArrayVar(&x.overrides, "set", nil, "under another setting: `key=value`, as often as you like")
	c.Flags().BoolVar(&x.markdown, "markdown", false, "write Markdown")
	c.Flags().BoolVar(&x.asJSON, "json", false, "print one JSON document")
	in.completeFromFile(c, "sale", func(cs scenario.Case) (ids []string) {
		for _, e := range cs.Journal.Events() {
			if o, is := e.(model.Order); is {
				ids = append(ids, o.ID)
			}
		}
		return ids
	})
	in.completeFromFile(c, "partner", func(cs scenario.Case) (codes []string) {
		for _, p := range cs.Catalog.Partners() {
			codes = append(codes, p.Code)
		}
		return codes
	})
	return c
}

// simulateOne runs one case of a file.
func (in *invocation) simulateOne(c *cobra.Command, path string, x *explanation) (scenario.Result, error) {
	results, err := in.simulate(c, path, x.which, x.overrides)
	if err != nil {
		return scenario.Result{}, err
	}
	if len(results) != 1 {
		return scenario.Result{}, severalCases(len(results))
	}
	return results[0], nil
}

// tickets explains the sales that were asked about.
func (x *explanation) tickets(r scenario.Result) ([]scenario.Ticket, error) {
	if err := x.known(r.Case.Catalog); err != nil {
		return nil, err
	}
	var tickets []scenario.Ticket
	var known []string
	for i := range r.Sales {
		id := r.Sales[i].Order.ID
		if known = append(known, id); x.sale == "" || x.sale == id {
			tickets = append(tickets, r.Ticket(i, x.partner))
		}
	}
	if x.sale != "" && len(tickets) == 0 {
		return nil, &failure{fmt.Sprintf("there is no sale %q", x.sale), spelling.Hint(x.sale, known, "the sales are ")}
	}
	return tickets, nil
}

// known refuses a partner that the case does not have.
func (x *explanation) known(c model.Catalog) error {
	if _, is := c.Partner(x.partner); is || x.partner == "" {
		return nil
	}
	var codes []string
	for _, p := range c.Partners() {
		codes = append(codes, p.Code)
	}
	return &failure{fmt.Sprintf("there is no partner %q", x.partner), spelling.Hint(x.partner, codes, "the partners are ")}
}

// printTickets writes the tickets below one another, or as one document.
func (in *invocation) printTickets(tickets []scenario.Ticket, x *explanation) error {
	if x.asJSON {
		reports := make([]scenario.TicketReport, len(tickets))
		for i, t := range tickets {
			reports[i] = t.Report()
		}
		return in.printJSON(map[string]any{"explained": reports})
	}
	if len(tickets) == 0 {
		return in.printText(func(b *bytes.Buffer) error {
			b.WriteString("There is no sale in the case, so there is nothing to explain.\n")
			return nil
		})
	}
	between := separator
	if x.markdown {
		between = "---"
	}
	return in.printText(func(b *bytes.Buffer) error {
		for i, t := range tickets {
			if i > 0 {
				b.WriteString("\n" + between + "\n\n")
			}
			if err := scenario.WriteTicket(b, t, x.markdown); err != nil {
				return err
			}
		}
		return nil
	})
}
