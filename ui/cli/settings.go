package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/text"
)

func (in *invocation) settingsCommand() *cobra.Command {
	return group(&cobra.Command{
		Use:   "settings",
		Short: "Show and change the saved settings without the screen",
	}, in.showCommand(), in.setCommand(), in.diffCommand(), in.historyCommand(),
		in.restoreSettingsCommand(), in.exportCommand(), in.importCommand())
}

func (in *invocation) showCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show",
		Short: "Show the saved settings",
		Args:  number(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			current, _, err := in.currentCatalog() // settings are not shown as sound where nothing else can be read
			if err != nil {
				return err
			}
			if asJSON {
				return in.printJSON(scenario.TableOf(current.Settings))
			}
			return in.show(current)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document, as in [settings] of a file")
	return c
}

// current is the last saved revision. Nothing can be changed through it, so
// several commands may look at once.
func (in *invocation) current() (current model.Revision, err error) {
	err = in.withStore(db.Options{ReadOnly: true}, func(store *db.Store) error {
		current, err = store.Current()
		return err
	})
	return current, err
}

// show writes a revision as a table: what people call a setting, its value in
// words, and its key.
func (in *invocation) show(r model.Revision) error {
	out := in.lines()
	out.Put("%s", heading(r))
	draft := r.Settings.Draft()
	names, values := 0, 0
	for _, s := range model.AllSettings {
		names = max(names, text.Width(s.Name()))
		values = max(values, text.Width(s.Words(draft.Text(s))))
	}
	for _, s := range model.AllSettings {
		out.Put("%s  %s  %s", text.Pad(s.Name(), names), text.Pad(s.Words(draft.Text(s)), values), s.Key())
	}
	return out.Err()
}

// moment is how times are written: in UTC, which means the same everywhere.
const moment = "2 Jan 2006 15:04 UTC"

// heading is a revision in one line.
func heading(r model.Revision) string {
	line := fmt.Sprintf("Revision %d, saved %s", r.Number, r.At.UTC().Format(moment))
	if r.Note != "" {
		line += ": " + r.Note
	}
	return line
}
