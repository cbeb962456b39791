package cli

import (
	"context"

	"github.com/spf13/pflag"

	"referee/db"
	"referee/ui"
	"referee/ui/plain"
	"referee/ui/theme"
)

// desk is how the terminal program was asked for.
type desk struct {
	colors string
	ascii  bool
	plain  bool
}

func (d *desk) addFlags(flags *pflag.FlagSet) {
	flags.StringVar(&d.colors, "colors", theme.Neutral.String(), "the colours: `MODE` is auto, dark, light, ansi (the terminal's own 16) or none")
	flags.BoolVar(&d.ascii, "ascii", false, "draw with plain ASCII characters")
	flags.BoolVar(&d.plain, "plain", false, "ask line by line: for screen readers and pipes")
}

// mode is how colours are shown. What is asked for on the command line counts
// more than the NO_COLOR of the environment.
func (d *desk) mode(noColor string) (theme.Mode, error) {
	mode, err := theme.ParseMode(d.colors)
	if err != nil {
		return mode, &failure{"--colors cannot be \"" + d.colors + "\"", "write auto, dark, light, ansi or none"}
	}
	if mode == theme.Neutral && noColor != "" {
		return theme.None, nil
	}
	return mode, nil
}

// runDesk is the terminal program, or its plain form where there is no terminal
// that could show it.
func (in *invocation) runDesk(ctx context.Context, d desk) error {
	mode, err := d.mode(in.env("NO_COLOR"))
	if err != nil {
		return err
	}
	console := plain.NewConsole(in.In, in.Out, isTerminal(in.In))
	store, err := in.openOrOffer(ctx, console)
	if err != nil {
		return err
	}
	if !d.plain && in.env("TERM") != "dumb" && isTerminal(in.In) && isTerminal(in.Out) {
		defer store.Close()
		return ui.Run(ctx, ui.Options{
			Store: store, Examples: examples(), Now: in.Now,
			Mode: mode, ASCII: d.ascii,
			In: in.In, Out: in.Out, Env: in.Env,
		})
	}
	return in.using(store, func(store *db.Store) error {
		cases, err := in.pinned(store)
		if err != nil {
			return err
		}
		return plain.Run(ctx, plain.Options{Store: store, Samples: cases, Now: in.Now, Console: console})
	})
}
