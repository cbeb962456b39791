package cli

import (
	"bytes"
	crand "crypto/rand"
	"errors"
	"fmt"
	"math/rand/v2"

	"github.com/spf13/cobra"

	"referee/engine/scenario"
	"referee/engine/seal"
)

func (in *invocation) sealCommand() *cobra.Command {
	var which string
	var force bool
	c := &cobra.Command{
		Use:   "seal FILE [OUT]",
		Short: "Mask a case, so that it can be handed on, and seal what comes of it",
		Long: "Writes a case with everybody and everything in it called differently (partners, contacts, browsers,\n" +
			"programs, products, addresses, orders, titles), and without what it does not need. Times, amounts and\n" +
			"rates stay. What comes of it is the same, and referee verify shows that on another machine. The masks\n" +
			"are dealt by chance and kept nowhere: nobody can take them off, you neither.\n\n" +
			"Writes to OUT or to the standard output. No database is opened.",
		Example:           "  referee seal sale.toml ticket-4711.toml",
		Args:              number(1, 2, "a file, and at most one to write"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			text, err := in.sealed(c, args[0], which)
			if err != nil {
				return err
			}
			return in.export(text, args[1:], force, "the sealed case")
		},
	}
	addCaseFlag(c, &which)
	c.Flags().BoolVar(&force, "force", false, "overwrite OUT if it exists")
	return c
}

// sealed is a case of a file, masked and sealed. Its chance is the machine's.
func (in *invocation) sealed(c *cobra.Command, path, which string) (string, error) {
	file, err := in.readScenario(c.Context(), path)
	if err != nil {
		return "", err
	}
	one, err := oneCase(file, which)
	if err != nil {
		return "", err
	}
	var seed [32]byte
	_, _ = crand.Read(seed[:]) // never fails: it would end the program
	var text bytes.Buffer
	err = seal.Write(&text, one, rand.New(rand.NewChaCha8(seed)).Shuffle)
	return text.String(), err
}

func (in *invocation) verifyCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "verify FILE",
		Short: "Run a sealed case again, and say whether it comes to the same",
		Long: "Runs a case that referee seal wrote, and compares it and what comes of it with its seal. A seal shows\n" +
			"that the file is whole and that two copies of the program agree. It is no signature: it does not say\n" +
			"who made it. No database is opened.\n\n" +
			"Exit status: 0 all is the same, 1 something differs, 2 not a sealed file.",
		Args:              number(1, 1, "one file, or - for the standard input"),
		ValidArgsFunction: completeScenarios,
		RunE: func(c *cobra.Command, args []string) error {
			data, err := in.readFile(c.Context(), args[0])
			if err != nil {
				return err
			}
			report, err := seal.Verify(args[0], data)
			if errors.Is(err, seal.ErrNotSealed) {
				return &failure{fmt.Sprintf("%q carries no seal", args[0]), "referee seal FILE makes a sealed file; its last line must not be changed"}
			}
			if err != nil {
				return err
			}
			return in.printVerified(report, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// verified is the JSON document of a verification.
type verified struct {
	Same        bool                  `json:"same"`
	Changed     bool                  `json:"changed"` // the file is not as it was sealed
	Unreadable  string                `json:"unreadable,omitempty"`
	Results     bool                  `json:"results_differ"`
	Differences []scenario.Difference `json:"differences"`
}

func (in *invocation) printVerified(r seal.Report, asJSON bool) error {
	var err error
	if asJSON {
		out := verified{Same: r.Same(), Changed: r.Changed, Results: r.Results, Differences: append([]scenario.Difference{}, r.Differences...)}
		if r.Unreadable != nil {
			out.Unreadable = r.Unreadable.Error()
		}
		err = in.printJSON(out)
	} else {
		err = in.tellVerified(r)
	}
	if err == nil && !r.Same() {
		return errDiffers
	}
	return err
}

func (in *invocation) tellVerified(r seal.Report) error {
	out := in.lines()
	if r.Same() {
		out.Put("The file is as it was sealed, and comes to the same.")
		return out.Err()
	}
	if r.Changed {
		out.Put("The file was changed after it was sealed.")
	}
	if r.Unreadable != nil {
		out.Put("It cannot be read any more: %s", single(r.Unreadable)[0])
		return out.Err()
	}
	for _, d := range r.Differences {
		out.Put("%s: sealed with %s = %s, comes to %s", d.Sale, d.Key, d.Want, d.Got)
	}
	switch {
	case !r.Results:
		out.Put("What comes of it is as it was sealed.")
	case len(r.Differences) == 0:
		out.Put("What comes of it is not what was sealed, in its rows or in how it was decided.")
	}
	return out.Err()
}
