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
	var which string
	var asJSON, expect bool
	c := &cobra.Command{
		Use:   "simulate FILE [--set key=value …]",
		Short: "Run a scenario: who is credited, what is paid, and why",
		Long: "Runs every case of a scenario file under the settings in it and prints who is credited, what\n" +
			"is paid, and why. FILE may be - for the standard input. No database is opened.\n\n" +
			"With --expect it prints one case as a scenario file of its own, whose expectations are what came\n" +
			"of it now: referee check holds later runs to them.",
		Example: "  referee simulate sale.toml --set credit=first --set pay_for=lead,sale\n" +
			"  referee simulate sale.toml --expect > agreed.toml",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			if len(overrides) > 0 {
				args, overrides = moreOverrides(args, overrides)
			}
			if len(args) != 1 {
				return &failure{fmt.Sprintf("referee simulate takes one file, not %d", len(args)), "write referee simulate FILE, with - for the standard input"}
			}
			results, err := in.simulate(c, args[0], which, overrides)
			if err != nil {
				return err
			}
			switch {
			case expect && asJSON:
				return &failure{"--expect prints a scenario file, which is not JSON", "leave out --json or --expect"}
			case expect:
				return in.printExpecting(results)
			case asJSON:
				return in.printResults(results)
			}
			return in.printText(func(b *bytes.Buffer) error { return writeResults(b, results) })
		},
	}
	c.Flags().StringArrayVar(&overrides, "set", nil, "run under another setting: `key=value`, as often as you like")
	addCaseFlag(c, &which)
	c.Flags().BoolVar(&expect, "expect", false, "print the case as a file that expects what came of it")
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

// simulate runs the cases of a file, or one of them, under their settings and the
// overrides.
func (in *invocation) simulate(c *cobra.Command, path, which string, overrides []string) ([]scenario.Result, error) {
	pairs, err := parsePairs(overrides)
	if err != nil {
		return nil, err
	}
	file, err := in.readScenario(c.Context(), path)
	if err != nil {
		return nil, err
	}
	cases, err := chooseCases(file, which)
	if err != nil {
		return nil, err
	}
	var results []scenario.Result
	for _, cs := range cases {
		settings, err := apply(cs.Settings, pairs)
		if err != nil {
			return nil, err
		}
		results = append(results, scenario.Run(cs, settings))
	}
	return results, nil
}

// printExpecting writes one case as a file of its own. A file has room for one.
func (in *invocation) printExpecting(results []scenario.Result) error {
	if len(results) != 1 {
		return severalCases(len(results))
	}
	var b bytes.Buffer
	if err := scenario.Write(&b, scenario.Expecting(results[0])); err != nil {
		return err
	}
	_, err := in.out.Write(b.Bytes())
	return err
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

// separator stands between reports.
const separator = "────────────────────────────────────────────────────────────────────────────────"

func writeResults(b *bytes.Buffer, results []scenario.Result) error {
	for i, r := range results {
		if i > 0 {
			b.WriteString("\n" + separator + "\n\n")
		}
		if err := scenario.WriteText(b, r); err != nil {
			return err
		}
	}
	return nil
}
