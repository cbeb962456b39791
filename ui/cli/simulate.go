package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model"
)

func (in *invocation) simulateCommand() *cobra.Command {
	var overrides []string
	var asJSON bool
	c := &cobra.Command{
		Use:   "simulate FILE [--set key=value …]",
		Short: "Run a scenario: who is credited, what is paid, and why",
		Long: "Runs every case of a scenario file under the settings in it and prints who is credited, what\n" +
			"is paid, and why. FILE may be - for the standard input. No database is opened.",
		Example:           "  referee simulate sale.toml --set credit=first --set pay_for=lead,sale",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			if len(overrides) > 0 {
				args, overrides = moreOverrides(args, overrides)
			}
			if len(args) != 1 {
				return &failure{fmt.Sprintf("referee simulate takes one file, not %d", len(args)), "write referee simulate FILE, with - for the standard input"}
			}
			results, err := in.simulate(c, args[0], overrides)
			if err != nil {
				return err
			}
			if asJSON {
				return in.printResults(results)
			}
			return in.printText(func(b *bytes.Buffer) error { return writeResults(b, results) })
		},
	}
	c.Flags().StringArrayVar(&overrides, "set", nil, "run under another setting: `key=value`, as often as you like")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// moreOverrides allows `--set a=1 b=2`: what looks like a setting behind --set
// is one, not a file.
func moreOverrides(args, overrides []string) (files, all []string) {
	for _, arg := range args {
		key, _, found := strings.Cut(arg, "=")
		if _, known := model.ParseSetting(key); found && known {
			overrides = append(overrides, arg)
		} else {
			files = append(files, arg)
		}
	}
	return files, overrides
}

// simulate runs every case of a file under its settings and the overrides.
func (in *invocation) simulate(c *cobra.Command, path string, overrides []string) ([]scenario.Result, error) {
	pairs, err := parsePairs(overrides)
	if err != nil {
		return nil, err
	}
	file, err := in.readScenario(c.Context(), path)
	if err != nil {
		return nil, err
	}
	var results []scenario.Result
	for _, cs := range file.Cases {
		settings, err := apply(cs.Settings, pairs)
		if err != nil {
			return nil, err
		}
		results = append(results, scenario.Run(cs, settings))
	}
	return results, nil
}

// printResults writes the document of one case as it is, and those of several
// under "cases".
func (in *invocation) printResults(results []scenario.Result) error {
	if len(results) == 1 {
		return scenario.WriteJSON(in.out, results[0])
	}
	cases := make([]json.RawMessage, len(results))
	for i, r := range results {
		var b bytes.Buffer
		if err := scenario.WriteJSON(&b, r); err != nil {
			return err
		}
		cases[i] = b.Bytes()
	}
	return in.printJSON(map[string]any{"cases": cases})
}

func writeResults(b *bytes.Buffer, results []scenario.Result) error {
	for i, r := range results {
		if i > 0 {
			b.WriteString("\n" + strings.Repeat("─", 80) + "\n\n")
		}
		if err := scenario.WriteText(b, r); err != nil {
			return err
		}
	}
	return nil
}
