package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"referee/db"
	"referee/engine/intake/keap"
	"referee/engine/scenario"
	"referee/model"
	"referee/model/filekind"
	"referee/model/spelling"
	"referee/ui/plain"
)

func (in *invocation) importsCommand() *cobra.Command {
	return group(&cobra.Command{
		Use:   "import",
		Short: "Take settings, partners, programs and logs from another system",
	}, in.importKeapCommand(), in.importLogsCommand())
}

func (in *invocation) importKeapCommand() *cobra.Command {
	var how intake
	var set []string
	var replace bool
	c := &cobra.Command{
		Use:   "keap FILE…",
		Short: "Take settings, partners and programs from the JSON of Keap's API",
		Long: "Reads what the API of Keap (Infusionsoft) answers about affiliates, commission programs and the\n" +
			"settings of referral partners (applications:getConfiguration?fields=AFFILIATE), saved as JSON; the\n" +
			"fields say what a file is. Everything is taken, or nothing. What the API does not carry is asked\n" +
			"at a terminal; elsewhere it is answered with --set, which takes the keys of the settings, and\n" +
			"zero_rates=blank|zero and zero_days=forever|none. Partners and programs that no file names stay.\n" +
			"A backup is made first, and everything becomes one revision.\n\n" +
			"Exit status with --dry-run: 0 no difference, 1 a difference.",
		Example: "  referee import keap settings.json affiliates.json programs.json --dry-run\n" +
			"  referee import keap affiliates.json --set zero_days=forever",
		Args: number(1, -1, "one or more files"),
		RunE: func(c *cobra.Command, args []string) error {
			answers, err := parseAnswers(set)
			if err != nil {
				return err
			}
			export, err := in.readKeap(c.Context(), args)
			if err != nil {
				return err
			}
			if idle := export.Idle(answers); len(idle) > 0 {
				return &failure{"no file has settings, so there is nothing that " + idle[0] + " answers; nothing was saved",
					"give the file with the settings, or write: referee settings set"}
			}
			if !c.Flags().Changed("note") {
				how.note = "imported from Keap"
			}
			return in.takeIn(how, func(_ *db.Store, current model.Policy) (model.Policy, []string, error) {
				if err := in.askKeap(c.Context(), export, current, answers); err != nil {
					return model.Policy{}, nil, err
				}
				next, remarks, err := export.Over(current, answers, replace)
				return next, append([]string{export.Holds()}, remarks...), err
			})
		},
	}
	how.addFlags(c)
	c.Flags().StringArrayVar(&set, "set", nil, "answer what the API does not carry: `key=value`, as often as you like")
	c.Flags().BoolVar(&replace, "replace", false, "take away partners and programs that no file names")
	return c
}

func (in *invocation) readKeap(ctx context.Context, paths []string) (keap.Export, error) {
	var sources []keap.Source
	for _, path := range paths {
		data, err := in.readFile(ctx, path)
		if err != nil {
			return keap.Export{}, err
		}
		if len(data) > scenario.MaxFile && filekind.Of(data) == "" {
			return keap.Export{}, &failure{fmt.Sprintf("%q has more than %d bytes; nothing was saved", path, scenario.MaxFile), "give the pages of the list one by one"}
		}
		sources = append(sources, keap.Source{Name: path, Data: data})
	}
	return keap.Read(sources)
}

// parseAnswers reads key=value. It returns every problem at once.
func parseAnswers(set []string) (keap.Answers, error) {
	answers := keap.Answers{}
	var errs []error
	for _, arg := range set {
		key, value, found := strings.Cut(arg, "=")
		switch {
		case !found:
			errs = append(errs, &failure{fmt.Sprintf("%q is no answer", arg), "write --set key=value, like credit=latest"})
		case !slices.Contains(keap.Keys(), key):
			errs = append(errs, &failure{fmt.Sprintf("there is nothing to answer that is called %q", key), spelling.Hint(key, keap.Keys(), "known here: ")})
		case !keap.Takes(key, value):
			errs = append(errs, &failure{fmt.Sprintf("%s cannot be %q", key, value), "write " + orText(keap.Choices(key))})
		}
		answers[key] = value
	}
	return answers, errors.Join(errs...)
}

// askKeap completes the answers: at a terminal by asking, elsewhere by saying how
// they are given.
func (in *invocation) askKeap(ctx context.Context, export keap.Export, current model.Policy, answers keap.Answers) error {
	open := export.Questions(answers)
	if len(open) == 0 {
		return nil
	}
	if !isTerminal(in.In) {
		var errs []error
		for _, q := range open {
			errs = append(errs, &failure{q.Why + " Nothing was saved.", "answer it with: --set " + q.Key + "=" + orText(keap.Choices(q.Key))})
		}
		return errors.Join(errs...)
	}
	out := plain.NewLines(in.Err)
	out.Put("%s Some of it has to be asked; where it says what is there now, an empty answer keeps that.", export.Holds())
	console := plain.NewConsole(in.In, in.Err, true)
	draft := current.Settings.Draft()
	for _, q := range open {
		answer, err := askOne(ctx, console, q, &draft)
		if err != nil {
			return err
		}
		answers[q.Key] = answer
	}
	return out.Err()
}

// askOne asks one question: a setting in the words of the page, what is not one in
// its own.
func askOne(ctx context.Context, console *plain.Console, q keap.Question, draft *model.Draft) (string, error) {
	if setting, known := model.ParseSetting(q.Key); known {
		err := console.AskSetting(ctx, q.Why, setting, draft)
		return draft.Text(setting), err
	}
	return console.Choose(ctx, q.Why, keap.Choices(q.Key))
}

func orText(choices []string) string {
	if len(choices) == 0 {
		return "TEXT"
	}
	return strings.Join(choices, "|")
}
