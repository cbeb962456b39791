package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/model/spelling"
)

func addCaseFlag(c *cobra.Command, which *string) {
	c.Flags().StringVar(which, "case", "", "of a file with several cases, the one with a number or a title: `N|TITLE`")
}

// chooseCases is the cases of a file, or the one that was asked for by its number,
// from 1, or by its title. A title counts before a number.
func chooseCases(file scenario.File, which string) ([]scenario.Case, error) {
	if which == "" {
		return file.Cases, nil
	}
	var titles []string
	for i, c := range file.Cases {
		if c.Title == which {
			return file.Cases[i : i+1], nil
		}
		titles = append(titles, c.Title)
	}
	if n, err := strconv.Atoi(which); err == nil {
		if n >= 1 && n <= len(file.Cases) {
			return file.Cases[n-1 : n], nil
		}
		return nil, &failure{fmt.Sprintf("%q has no case %d", file.Name, n), fmt.Sprintf("it has %s; write --case 1 to %d", count(len(file.Cases), "case"), len(file.Cases))}
	}
	return nil, &failure{fmt.Sprintf("%q has no case titled %q", file.Name, which), spelling.Hint(which, titles, "its cases are ")}
}

// oneCase is the case of a file that has one, or the one that was asked for.
func oneCase(file scenario.File, which string) (scenario.Case, error) {
	cases, err := chooseCases(file, which)
	if err != nil {
		return scenario.Case{}, err
	}
	if len(cases) != 1 {
		return scenario.Case{}, severalCases(len(cases))
	}
	return cases[0], nil
}

func severalCases(n int) error {
	return &failure{fmt.Sprintf("the file holds %d cases, and this is about one", n), "write --case with its number or title"}
}
