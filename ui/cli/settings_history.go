package cli

import (
	"time"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/scenario"
	"referee/model"
	"referee/ui/plain"
)

func (in *invocation) historyCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "history",
		Short: "List every revision and what it changed",
		Long: "Lists every revision ever saved, the newest first: its number, when it was saved, its note, and\n" +
			"the settings it changed. With --json they are an array, the oldest first, and each comes with\n" +
			"its whole [settings] table.",
		Args: number(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			return in.withStore(db.Options{ReadOnly: true}, func(store *db.Store) error {
				revisions, err := store.History()
				if err != nil {
					return err
				}
				if asJSON {
					return in.printJSON(history(revisions))
				}
				out := in.lines()
				for i := len(revisions) - 1; i >= 0; i-- {
					writeRevision(out, revisions[i], revisions[max(i-1, 0)])
				}
				return out.Err()
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// writeRevision writes what a revision is called and what it changed.
func writeRevision(out *plain.Lines, r, before model.Revision) {
	out.Put("%s", heading(r))
	for _, c := range model.Diff(before.Settings.Draft(), r.Settings.Draft()) {
		out.Put("  %s", plain.InWords(c))
	}
	if r.Catalog != before.Catalog {
		out.Put("  The catalog: changed")
	}
}

// pastRevision is a revision in the JSON document of the history.
type pastRevision struct {
	Number   uint64                 `json:"number"`
	At       time.Time              `json:"at"`
	Note     string                 `json:"note"`
	Changes  []settingChange        `json:"changes"`  // since the revision before; of the first there are none
	Catalog  uint64                 `json:"catalog"`  // version of the catalog it goes with, from 1
	Settings scenario.SettingsTable `json:"settings"` // all ten
}

// settingChange has values in the form that key=value takes.
type settingChange struct {
	Setting string `json:"setting"`
	From    string `json:"from"`
	To      string `json:"to"`
}

func history(revisions []model.Revision) []pastRevision {
	past := make([]pastRevision, len(revisions))
	for i, r := range revisions {
		past[i] = pastRevision{r.Number, r.At, r.Note, []settingChange{}, r.Catalog, scenario.TableOf(r.Settings)}
		before := revisions[max(i-1, 0)]
		for _, c := range model.Diff(before.Settings.Draft(), r.Settings.Draft()) {
			past[i].Changes = append(past[i].Changes, settingChange{c.Setting.Key(), c.From, c.To})
		}
	}
	return past
}
