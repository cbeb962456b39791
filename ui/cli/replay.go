package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"referee/engine/replay"
	"referee/model"
	"referee/ui/logbook"
)

// replayFlags is what a replay is asked to do.
type replayFlags struct {
	policy, against, out, explain, memory string
	skipBad, json                         bool
}

func (in *invocation) replayCommand() *cobra.Command {
	var o replayFlags
	c := &cobra.Command{
		Use:   "replay DIR",
		Short: "Run large logs through a policy, or through two",
		Long: "Reads partners.csv, touches.csv and sales.csv in DIR, also compressed (.gz, .zst), and reckons up\n" +
			"who is credited with every sale and what is paid: totals here, and with --out each commission as\n" +
			"CSV. The policy is the settings and programs of a scenario file, or those of the database.\n\n" +
			"Exit status: 0 done (with --against: no difference), 1 the policies differ, 2 could not do it.",
		Example: "  referee replay logs --policy now.toml --out result\n" +
			"  referee replay logs --policy now.toml --against first.toml\n" +
			"  referee replay logs --policy now.toml --explain order-7041",
		Args:              number(1, 1, "one folder"),
		ValidArgsFunction: completeFolders,
		RunE: func(c *cobra.Command, args []string) error {
			for _, name := range []string{"policy", "against", "out", "explain", "memory"} {
				if flag := c.Flag(name); flag.Changed && flag.Value.String() == "" {
					return &failure{fmt.Sprintf("--%s is empty; nothing was done", name), "say what it is, or leave it out: is a variable of your script not set?"}
				}
			}
			return in.replay(c.Context(), args[0], o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.policy, "policy", "", "the scenario file `FILE` with the settings and programs (else the database)")
	f.StringVar(&o.against, "against", "", "compare with the policy of another `FILE`")
	f.StringVar(&o.out, "out", "", "write commissions.csv and totals.csv into `FOLDER`")
	f.StringVar(&o.explain, "explain", "", "explain one `SALE`, with everything in the logs that bears on it; --out FILE.toml keeps it as a case")
	f.StringVar(&o.memory, "memory", "", "use no more memory than `SIZE`, such as 1GiB, besides the files themselves, which are mapped")
	f.BoolVar(&o.skipBad, "skip-bad", false, "leave out rows of touches and sales that cannot be read, and count them; partners are never left out")
	f.BoolVar(&o.json, "json", false, "print one JSON document")
	return c
}

// completeFolders completes the names of folders.
func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// replay carries the command out.
func (in *invocation) replay(ctx context.Context, folder string, o replayFlags) error {
	policies, err := in.policies(ctx, o)
	if err != nil {
		return err
	}
	memory, err := parseSize(o.memory)
	if err != nil {
		return err
	}
	book, err := logbook.Open(ctx, folder)
	if err != nil {
		return stopped(ctx, err)
	}
	defer book.Close()
	run := replaying{invocation: in, flags: o, book: book, policies: policies}
	if o.explain != "" {
		return stopped(ctx, run.refusing(run.explainSale(ctx)))
	}
	return stopped(ctx, run.refusing(run.all(ctx, memory)))
}

// refusing is an error that tells of bad rows how to go on without them, if one can.
func (r *replaying) refusing(err error) error {
	bad, is := errors.AsType[*replay.BadRows](err)
	if !is {
		return err
	}
	hint := "mend them, or leave them out and count them with --skip-bad"
	switch {
	case bad.Partners:
		hint = "mend partners.csv: its rows are never left out, because touches need their partner"
	case r.flags.skipBad:
		hint = "mend them: the sale to be explained needs them"
	}
	return &concluded{err, bad.Count - len(bad.Named), failure{bad.Error(), hint}}
}

// stopped is an error in the words of somebody who broke the command off.
func stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return interrupted()
	}
	return err
}

// replaying is one replay under way.
type replaying struct {
	*invocation
	flags    replayFlags
	book     *logbook.Book
	policies []namedPolicy // the policy, and the one it is compared with
}

// all replays everything and tells what came of it.
func (r *replaying) all(ctx context.Context, memory int64) error {
	result, err := r.begin()
	if err != nil {
		return err
	}
	defer result.discard()
	progress := &replay.Progress{}
	shown := r.showProgress(progress)
	report := replayReport{replaying: r}
	err = r.book.Parts(ctx, r.policies[0].Catalog.Currency(), replay.Options{
		Workers: logbook.Workers(), SkipBad: r.flags.skipBad, Progress: progress, Memory: memory,
	}, func() error { return report.take(ctx, result) })
	shown()
	if err != nil {
		return err
	}
	report.skipped = r.book.Skipped
	if report.comparing != nil {
		if report.compared.Comparison, err = report.comparing.Sum(); err != nil {
			return err
		}
	}
	partners := r.book.Load.Partners
	if partners.NoDays {
		r.note([]string{"partners.csv has no column track_days, so clicks never expire"}, 0)
	}
	if err := errors.Join(result.merge(ctx), ctx.Err()); err != nil {
		return err
	}
	if err := result.publish(partners, &report.totals); err != nil {
		return err
	}
	return report.tell()
}

// take settles the policies over a part of the log.
func (r *replayReport) take(ctx context.Context, result *replayResult) error {
	if r.plans == nil {
		for _, p := range r.policies {
			plan, err := r.book.Plan(p.Policy)
			if err != nil {
				return err
			}
			r.plans = append(r.plans, plan)
		}
		r.catalog = r.plans[0].Catalog()
		if len(r.plans) > 1 {
			r.comparing = replay.NewComparing(r.plans[0], r.plans[1])
		}
	}
	load := r.book.Load
	r.touches, r.rows, r.parts = r.touches+load.Touches, load.Rows, r.parts+1
	rows, err := result.of(load)
	if err != nil {
		return err
	}
	if err := load.Settle(ctx, r.plans[0], logbook.Workers(), rows, &r.totals); err != nil || r.comparing == nil {
		return err
	}
	return r.comparing.Add(ctx, load, logbook.Workers())
}

// policies reads the policy, and the second one if there is one.
func (in *invocation) policies(ctx context.Context, o replayFlags) ([]namedPolicy, error) {
	first, err := in.policy(ctx, o.policy)
	if err != nil || o.against == "" {
		return []namedPolicy{first}, err
	}
	second, err := in.policy(ctx, o.against)
	if a, b := first.Catalog.Currency(), second.Catalog.Currency(); err == nil && a != b {
		err = &failure{fmt.Sprintf("the policies pay in %s and in %s; they cannot be compared", a.Code(), b.Code()), "give both files the same currency"}
	}
	return []namedPolicy{first, second}, err
}

// policy is the settings and the catalog of a scenario file, or, without one, those
// of the database.
func (in *invocation) policy(ctx context.Context, path string) (namedPolicy, error) {
	if path == "" {
		return in.savedPolicy()
	}
	file, err := in.readScenario(ctx, path)
	if err != nil {
		return namedPolicy{}, err
	}
	first := file.Cases[0]
	for _, c := range file.Cases[1:] {
		if c.Settings != first.Settings {
			return namedPolicy{}, &failure{fmt.Sprintf("%q holds cases with different settings: which is the policy?", path), "keep one [settings] table in it"}
		}
	}
	return namedPolicy{model.Policy{Settings: first.Settings, Catalog: first.Catalog}, model.Revision{}}, nil
}

// parseSize reads a size such as 512MiB, 2G or 1000000 as bytes; 0 is no bound.
func parseSize(text string) (int64, error) {
	if text == "" {
		return 0, nil
	}
	digits := strings.TrimRight(text, "KMGTiBkmgtb ")
	n, unit := int64(0), strings.ToUpper(strings.TrimSpace(text[len(digits):]))
	for _, d := range digits {
		if d < '0' || d > '9' || n > 1<<40 {
			n = 0
			break
		}
		n = n*10 + int64(d-'0')
	}
	power, known := map[string]int64{"": 1, "B": 1, "K": 1 << 10, "KB": 1e3, "KIB": 1 << 10, "M": 1 << 20, "MB": 1e6, "MIB": 1 << 20,
		"G": 1 << 30, "GB": 1e9, "GIB": 1 << 30, "T": 1 << 40, "TB": 1e12, "TIB": 1 << 40}[unit]
	if bytes := n * power; known && n > 0 && bytes/power == n && bytes >= replay.LeastMemory {
		return bytes, nil
	}
	return 0, &failure{fmt.Sprintf("--memory cannot be %q", text), fmt.Sprintf("write a whole number with its unit, such as 1GiB, 900MiB or 2000000000; the least is %dMiB, which is %d bytes", replay.LeastMemory>>20, replay.LeastMemory)}
}
