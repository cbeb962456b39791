package cli

import (
	"bytes"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model"
)

func (in *invocation) policyCommand() *cobra.Command {
	var which string
	var markdown, asJSON bool
	c := &cobra.Command{
		Use:   "policy [FILE]",
		Short: "Say the settings and rates in words, as a page for partners",
		Long: "Writes the saved settings and the rates they pay as a page that could be sent to partners. What\n" +
			"is worth knowing about them stands at its end, under a heading of its own: it is for you, and to be\n" +
			"taken off before the page is sent. Or those of a scenario FILE, for which no database is opened;\n" +
			"FILE may be - for the standard input.",
		Example:           "  referee policy --markdown > terms.md",
		Args:              number(0, 1, "at most one file"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			if markdown && asJSON {
				return &failure{"--markdown and --json cannot both be had", "leave one of them out"}
			}
			terms, err := in.terms(c, args, which)
			if err != nil {
				return err
			}
			if asJSON {
				return in.printJSON(terms.Report())
			}
			return in.printText(func(b *bytes.Buffer) error { return scenario.WriteTerms(b, terms, markdown) })
		},
	}
	addCaseFlag(c, &which)
	c.Flags().BoolVar(&markdown, "markdown", false, "write Markdown")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// terms is the policy of a file, or the saved one, in words.
func (in *invocation) terms(c *cobra.Command, args []string, which string) (terms scenario.Terms, err error) {
	if len(args) == 1 {
		file, err := in.readScenario(c.Context(), args[0])
		if err != nil {
			return terms, err
		}
		one, err := oneCase(file, which)
		if err != nil {
			return terms, err
		}
		return one.Terms(), nil
	}
	current, catalog, err := in.currentCatalog()
	if err == nil {
		terms = scenario.TermsOf(model.Policy{Settings: current.Settings, Catalog: catalog}, false)
	}
	return terms, err
}
