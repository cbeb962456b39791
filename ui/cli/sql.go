package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"referee/engine"
	"referee/engine/sql"
	"referee/model/spelling"
)

func (in *invocation) sqlCommand() *cobra.Command {
	var dialect, policy string
	var tables bool
	c := &cobra.Command{
		Use:   "sql --dialect " + strings.Join(dialectKeys(), "|") + " [--policy FILE]",
		Short: "Print the policy as one SQL statement, for logs that are in a database",
		Long: "Prints the policy as one SQL statement over the tables partners, touches and sales, which\n" +
			"have the columns of the log files. Its rows are those of commissions.csv. The policy is\n" +
			"the database's, or that of a scenario file: its settings, its programs, and which of\n" +
			"its partners are in which.",
		Example: "  referee sql --dialect duckdb --tables > load.sql\n" +
			"  referee sql --dialect duckdb --policy next-year.toml > policy.sql\n" +
			"  duckdb logs.duckdb < load.sql\n" +
			"  duckdb -csv logs.duckdb < policy.sql > commissions.csv",
		Args: number(0, 0, "no arguments, but --dialect"),
		RunE: func(c *cobra.Command, _ []string) error {
			d, err := parseDialect(dialect)
			if err != nil {
				return err
			}
			text := sql.Tables(d)
			if !tables {
				p, err := in.policy(c.Context(), policy)
				if err != nil {
					return err
				}
				text = sql.Compile(engine.Compile(p.Settings, p.Catalog), d)
			}
			// It holds nothing but what prints, and must be exact.
			_, err = in.out.WriteString(text)
			return err
		},
	}
	c.Flags().StringVar(&dialect, "dialect", "", "the `DATABASE` to write for: "+strings.Join(dialectKeys(), ", "))
	c.Flags().StringVar(&policy, "policy", "", "take the policy of a scenario `FILE` (- for the standard input)")
	c.Flags().BoolVar(&tables, "tables", false, "print what makes the tables and loads the log files instead")
	_ = c.RegisterFlagCompletionFunc("dialect", cobra.FixedCompletions(dialectKeys(), cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("policy", completeScenarios)
	return c
}

func dialectKeys() []string {
	var keys []string
	for _, d := range sql.Dialects {
		keys = append(keys, d.Key())
	}
	return keys
}

func parseDialect(key string) (sql.Dialect, error) {
	known := "write --dialect " + strings.Join(dialectKeys(), ", or --dialect ")
	if key == "" {
		return 0, &failure{"the statement depends on the database, and none is named", known}
	}
	d, found := sql.Parse(key)
	if !found {
		return 0, &failure{fmt.Sprintf("there is no dialect %q", key), spelling.Hint(key, dialectKeys(), "the dialects are ")}
	}
	return d, nil
}
