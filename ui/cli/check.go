package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
)

func (in *invocation) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check PATH…",
		Short: "Hold scenario files to what they expect",
		Long: "Runs the [[want]] expectations of scenario files, or of all *.toml files in folders and the\n" +
			"folders in them, and prints GIVEN, WANT and GOT for what differs. No database is opened.\n\n" +
			"Exit status: 0 all hold, 1 something differs, 2 a file could not be read.",
		Example:           "  referee check scenarios/ sale.toml",
		Args:              number(1, -1, "files or folders"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			files, err := in.readAll(c.Context(), args)
			if err != nil {
				return err
			}
			report := checkAll(files)
			if asJSON {
				err = in.printJSON(report)
			} else {
				err = in.printText(report.write)
			}
			if err == nil && report.Differs > 0 {
				return errDiffers
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// readAll reads every file before any is run. Problems of all files are told at
// once, and then nothing is run: a report that leaves files out looks complete.
func (in *invocation) readAll(ctx context.Context, args []string) ([]scenario.File, error) {
	paths, err := scenarioPaths(args)
	if err != nil {
		return nil, err
	}
	var files []scenario.File
	var errs []error
	for _, path := range paths {
		if ctx.Err() != nil {
			return nil, interrupted()
		}
		file, err := in.readScenario(ctx, path)
		files, errs = append(files, file), append(errs, err)
	}
	return files, errors.Join(errs...)
}

// checkReport is what a check came to, and its JSON document.
type checkReport struct {
	Cases        int           `json:"cases"`
	Expectations int           `json:"expectations"` // keys of wants, each held to by itself
	Differs      int           `json:"differs"`      // expectations that did not hold
	Failed       []failedCheck `json:"failed"`
}

// failedCheck is a case in which something differs.
type failedCheck struct {
	File        string                `json:"file"`
	Title       string                `json:"title"`
	Differences []scenario.Difference `json:"differences"`

	result scenario.Result
}

func checkAll(files []scenario.File) *checkReport {
	report := &checkReport{Failed: []failedCheck{}}
	for _, file := range files {
		for _, c := range file.Cases {
			report.Cases++
			for _, w := range c.Wants {
				report.Expectations += expectations(w)
			}
			result := scenario.Run(c, c.Settings)
			if differences := scenario.Check(result); len(differences) > 0 {
				report.Differs += len(differences)
				report.Failed = append(report.Failed, failedCheck{file.Name, c.Title, differences, result})
			}
		}
	}
	return report
}

// expectations counts the keys of a want that are checked.
func expectations(w scenario.Want) int {
	n := 0
	for _, set := range [...]bool{
		w.SalePartner.IsSet(), w.LeadPartner.IsSet(), w.By.IsSet(),
		w.Payouts.IsSet(), w.Released.IsSet(), w.Clawback.IsSet(),
		w.Notified.IsSet(), w.ReadingSensitive.IsSet(),
	} {
		if set {
			n++
		}
	}
	return n
}

func (r *checkReport) write(b *bytes.Buffer) error {
	for _, f := range r.Failed {
		if err := scenario.WriteDifferences(b, f.File, f.result, f.Differences); err != nil {
			return err
		}
	}
	differ := "differ"
	if r.Differs == 1 {
		differ = "differs"
	}
	fmt.Fprintf(b, "%s, %s, %d %s\n", count(r.Cases, "case"), count(r.Expectations, "expectation"), r.Differs, differ)
	return nil
}
