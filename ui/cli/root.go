package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"referee/model/spelling"
)

// root is the whole tree of commands. By itself it is the terminal program.
func (in *invocation) root() *cobra.Command {
	var o desk
	root := &cobra.Command{
		Use:   "referee",
		Short: "Choose the defaults of a referral program and see who is paid, and why",
		Long: "Referee shows the settings of a referral program beside sample sales: whoever changes a\n" +
			"setting sees at once who would be credited and paid differently, and why.\n\n" +
			"Without a command it opens the terminal program.",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: in.checkDatabaseFlag,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return in.runDesk(c.Context(), o)
		},
	}
	root.SetOut(in.out)
	root.SetErr(in.Err)
	root.SetHelpFunc(in.help)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().StringVar(&in.database, "db", "", "the database file `PATH` (or $REFEREE_DB; else your own)")
	o.addFlags(root.Flags())
	root.SetHelpCommand(in.helpCommand())
	root.AddCommand(
		in.initCommand(), in.simulateCommand(), in.explainCommand(), in.checkCommand(), in.policyCommand(),
		in.sealCommand(), in.verifyCommand(),
		in.settingsCommand(), in.catalogCommand(), in.importsCommand(), in.replayCommand(), in.sqlCommand(),
		in.backupCommand(), in.restoreCommand(), in.doctorCommand(),
		in.completionCommand(), in.versionCommand(),
	)
	return root
}

// checkDatabaseFlag refuses an empty --db: more likely a variable that is not
// set than a wish for the default database.
func (in *invocation) checkDatabaseFlag(c *cobra.Command, _ []string) error {
	if c.Flags().Changed("db") && in.database == "" {
		return &failure{"--db names no file", "write --db PATH, or leave it out"}
	}
	return nil
}

// group is a command that only holds others.
func group(c *cobra.Command, commands ...*cobra.Command) *cobra.Command {
	c.AddCommand(commands...)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(c, args[0])
		}
		return c.Help()
	}
	return c
}

func unknownCommand(c *cobra.Command, name string) error {
	var known []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			known = append(known, sub.Name())
		}
	}
	return &failure{
		fmt.Sprintf("there is no command %q", c.CommandPath()+" "+name),
		spelling.Hint(name, known, "the commands are "),
	}
}

// flagError puts what is wrong with a flag in the program's own words.
func flagError(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing):
		return unknownFlag(c, missing.GetSpecifiedName())
	case errors.As(err, &empty):
		name, _ := pflag.UnquoteUsage(empty.GetFlag())
		return &failure{fmt.Sprintf("--%s needs a value", empty.GetSpecifiedName()),
			fmt.Sprintf("write --%s %s", empty.GetSpecifiedName(), name)}
	case errors.As(err, &invalid):
		name := invalid.GetFlag().Name
		return &failure{fmt.Sprintf("--%s cannot be %q", name, invalid.GetValue()),
			fmt.Sprintf("write --%s by itself, or --%s=false", name, name)}
	}
	return &failure{err.Error(), "see " + c.CommandPath() + " --help"}
}

func unknownFlag(c *cobra.Command, name string) error {
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	dashed := "--" + name
	if len(name) == 1 {
		dashed = "-" + name
	}
	return &failure{
		fmt.Sprintf("%s has no flag %s", c.CommandPath(), dashed),
		spelling.Hint(dashed, known, "its flags are "),
	}
}

// number refuses a command line with too few or too many arguments, in a
// sentence that says what the command takes.
func number(least, most int, takes string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= least && (most < 0 || len(args) <= most) {
			return nil
		}
		return &failure{fmt.Sprintf("%s takes %s", c.CommandPath(), takes), "write " + c.UseLine()}
	}
}
