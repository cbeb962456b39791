package cli

import (
	"errors"
	"fmt"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/text"
)

// errDiffers is what a command returns that did its work and found a difference
// or a failed expectation. It has said so itself; nothing more is written.
var errDiffers = errors.New("there is a difference")

// failure is an error of the command line itself: what is wrong, and what to do.
type failure struct{ what, hint string }

func (f *failure) Error() string { return f.what }
func (f *failure) Hint() string  { return f.hint }

// concluded is several problems with what they come to together.
type concluded struct {
	error
	unnamed int // problems more than the error names
	all     failure
}

func (c *concluded) Unwrap() error { return c.error }

// maxReported is how many problems are written out. Who has made a hundred
// slips has made one, a hundred times.
const maxReported = 20

// report writes an error to the error output: one line for each problem, and a
// line with what to do, once for all that stand together. Names in it may come from
// anywhere, so it crosses the border to the terminal like everything else.
func (in *invocation) report(err error) {
	problems := single(err)
	count := len(problems)
	end, concludes := err.(*concluded)
	if concludes {
		count += end.unnamed
	}
	problems = problems[:min(len(problems), maxReported)]
	for i, problem := range problems {
		what, hint := told(problem)
		fmt.Fprintln(in.Err, "referee: "+text.Show(what))
		if i+1 < len(problems) {
			if _, next := told(problems[i+1]); next == hint {
				continue
			}
		}
		in.hint(hint)
	}
	if count > maxReported {
		fmt.Fprintf(in.Err, "referee: … and %d more\n", count-maxReported)
	}
	if concludes {
		fmt.Fprintln(in.Err, "referee: "+end.all.what)
		in.hint(end.all.hint)
	}
}

func (in *invocation) hint(hint string) {
	if hint != "" {
		fmt.Fprintln(in.Err, "hint: "+text.Show(hint))
	}
}

// single takes an error apart into the problems it is made of. An error that
// wraps problems to say more about them stays whole.
func single(err error) []error {
	var errs []error
	switch several := err.(type) {
	case model.Problems:
		for _, p := range several {
			errs = append(errs, p)
		}
	case *concluded:
		errs = single(several.error)
	case interface{ Unwrap() []error }:
		for _, e := range several.Unwrap() {
			errs = append(errs, single(e)...)
		}
	default:
		errs = []error{err}
	}
	return errs
}

// hinter is an error that says what to do.
type hinter interface {
	error
	Hint() string
}

// told is one problem in words: what is wrong, and what to do.
func told(err error) (what, hint string) {
	switch err := err.(type) {
	case model.Problem:
		return err.What, err.Hint
	case *scenario.Error:
		return err.Error(), err.Hint
	case hinter:
		return err.Error(), err.Hint()
	}
	return err.Error(), ""
}
