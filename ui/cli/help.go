package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"referee/ui/plain"
	"referee/ui/text"
)

// help writes what a command is for. It is written here and not by cobra's
// template, which would bring a template engine into the program.
func (in *invocation) help(c *cobra.Command, _ []string) {
	out := in.lines()
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	put(out, about)
	out.Put("")
	out.Put("Usage:")
	out.Put("  %s", usage(c))
	putTable(out, "Commands:", commandRows(c))
	if c.Example != "" {
		out.Put("")
		out.Put("Examples:")
		put(out, c.Example)
	}
	putTable(out, "Flags:", flagRows(c))
}

func (in *invocation) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return unknownCommand(about, rest[0])
			}
			in.help(about, nil)
			return nil
		},
	}
}

// usage is the command line in one line.
func usage(c *cobra.Command) string {
	if c.HasAvailableSubCommands() && c.HasParent() {
		return c.CommandPath() + " COMMAND"
	}
	if c.HasAvailableSubCommands() {
		return c.CommandPath() + " [flags] [COMMAND]"
	}
	return c.UseLine()
}

func commandRows(c *cobra.Command) [][2]string {
	var rows [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	return rows
}

func flagRows(c *cobra.Command) [][2]string {
	var rows [][2]string
	c.InitDefaultHelpFlag()
	row := func(f *pflag.Flag) {
		value, about := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Name == "help" {
			about = "print this"
		}
		if value != "" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, about})
	}
	c.LocalFlags().VisitAll(row)
	c.InheritedFlags().VisitAll(row)
	return rows
}

func put(out *plain.Lines, paragraph string) {
	for line := range strings.SplitSeq(paragraph, "\n") {
		out.Put("%s", line)
	}
}

func putTable(out *plain.Lines, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	out.Put("")
	out.Put("%s", title)
	width := 0
	for _, row := range rows {
		width = max(width, text.Width(row[0]))
	}
	for _, row := range rows {
		out.Put("  %s  %s", text.Pad(row[0], width), row[1])
	}
}
