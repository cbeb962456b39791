package cli

import (
	"strings"
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
		Long: "Lists every revision ever saved, the newest first: its number, when it was saved, its note, what it\n" +
			"changed in settings and catalog, and what that changed in money on the pinned cases. With --json\n" +
			"they are an array, the oldest first, and each comes with its whole [settings] table.",
		Args: number(0, 0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			return in.withStore(db.Options{ReadOnly: true}, func(store *db.Store) error {
				past, err := in.past(store)
				if err != nil {
					return err
				}
				if asJSON {
					return in.printJSON(history(past))
				}
				out := in.lines()
				for i := len(past) - 1; i >= 0; i-- {
					writeRevision(out, past[i])
				}
				return out.Err()
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// revision is a revision with what it changed: from the one before, or from itself
// if it is the first.
type revision struct {
	model.Revision
	change plain.Change
}

// past is every revision, the oldest first. Each version of the catalog is read
// once.
func (in *invocation) past(store *db.Store) ([]revision, error) {
	revisions, err := store.History()
	if err != nil {
		return nil, err
	}
	cases, err := in.pinned(store)
	if err != nil {
		return nil, err
	}
	past := make([]revision, len(revisions))
	catalogs := map[uint64]model.Catalog{}
	for i, r := range revisions {
		if _, read := catalogs[r.Catalog]; !read {
			if catalogs[r.Catalog], err = store.CatalogAt(r.Number); err != nil {
				return nil, err
			}
		}
		past[i] = revision{r, plain.Change{To: model.Policy{Settings: r.Settings, Catalog: catalogs[r.Catalog]}, Samples: cases}}
		past[i].change.From = past[max(i-1, 0)].change.To
	}
	return past, nil
}

// writeRevision writes what a revision is called and what it changed.
func writeRevision(out *plain.Lines, r revision) {
	out.Put("%s", heading(r.Revision))
	if r.change.From == r.change.To {
		return // the first one
	}
	for _, c := range model.Diff(r.change.From.Settings.Draft(), r.change.To.Settings.Draft()) {
		out.Put("  %s", plain.InWords(c))
	}
	for _, c := range model.DiffAlike(r.change.From.Catalog, r.change.To.Catalog) {
		for _, line := range plain.RowInWords(c) {
			out.Put("  %s", line)
		}
	}
	words := plain.SumInWords(r.change.Sum())
	out.Put("  %s", strings.ToUpper(words[:1])+words[1:])
}

// pastRevision is a revision in the JSON document of the history.
type pastRevision struct {
	Number   uint64                 `json:"number"`
	At       time.Time              `json:"at"`
	Note     string                 `json:"note"`
	Changes  []settingChange        `json:"changes"`  // since the revision before; of the first there are none
	Catalog  uint64                 `json:"catalog"`  // version of the catalog it goes with, from 1
	Rows     []rowChange            `json:"rows"`     // of the catalog that changed, likewise
	Money    moneyChange            `json:"money"`    // likewise, on the pinned cases
	Settings scenario.SettingsTable `json:"settings"` // all ten
}

// moneyChange is what a change comes to on the pinned cases.
type moneyChange struct {
	NotRun  int    `json:"not_run"` // cases that one of the two catalogs cannot hold: nothing is known of them
	Cases   int    `json:"cases"`   // that were run
	Sales   int    `json:"sales"`
	Changed int    `json:"changed"` // sales that are credited or paid differently
	Gains   []gain `json:"gains"`   // the largest first; nobody with none
}

// gain is what a partner is paid more, or less if it is negative.
type gain struct {
	Partner  string `json:"partner"` // as it is called
	Currency string `json:"currency"`
	Amount   string `json:"amount"`
}

// settingChange has values in the form that key=value takes.
type settingChange struct {
	Setting string `json:"setting"`
	From    string `json:"from"`
	To      string `json:"to"`
}

func history(revisions []revision) []pastRevision {
	past := make([]pastRevision, len(revisions))
	for i, r := range revisions {
		report := newTaken(r.change, nil, nil)
		past[i] = pastRevision{r.Number, r.At, r.Note, report.Settings, r.Revision.Catalog, report.Catalog,
			newMoneyChange(r.change.Sum()), scenario.TableOf(r.Settings)}
	}
	return past
}

func newMoneyChange(sum scenario.Sum) moneyChange {
	m := moneyChange{Cases: sum.Cases, Sales: sum.Orders, Changed: sum.Changed, Gains: []gain{}}
	for _, u := range sum.Unfit {
		m.NotRun += u.Cases
	}
	for _, g := range sum.Gains {
		amount := g.Currency.FormatMoney(max(g.Amount, -g.Amount))
		if g.Amount < 0 {
			amount = "-" + amount
		}
		m.Gains = append(m.Gains, gain{g.Name, g.Currency.Code(), amount})
	}
	return m
}
