package cli

import (
	"errors"
	"fmt"
	"strings"

	"referee/model"
	"referee/model/spelling"
)

// pair is one key=value of a command line.
type pair struct {
	setting model.Setting
	text    string
}

// parsePairs reads key=value arguments. It returns every problem at once: no
// "=", an unknown key, a key twice.
func parsePairs(args []string) ([]pair, error) {
	var pairs []pair
	var errs []error
	seen := map[model.Setting]bool{}
	for _, arg := range args {
		key, text, found := strings.Cut(arg, "=")
		setting, known := model.ParseSetting(key)
		switch {
		case !found:
			errs = append(errs, &failure{fmt.Sprintf("%q is no setting with a value", arg), "write key=value, like levels=2"})
		case !known:
			errs = append(errs, &failure{fmt.Sprintf("there is no setting %q", key), spelling.Hint(key, model.SettingKeys(), "the settings are ")})
		case seen[setting]:
			errs = append(errs, &failure{key + " is given twice", "keep one of them"})
		}
		seen[setting] = known
		pairs = append(pairs, pair{setting, text})
	}
	return pairs, errors.Join(errs...)
}

// apply lays pairs over settings, through the same door as the form. It returns
// every problem at once.
func apply(base model.Settings, pairs []pair) (model.Settings, error) {
	draft := base.Draft()
	var errs []error
	for _, p := range pairs {
		if err := draft.Set(p.setting, p.text); err != nil {
			errs = append(errs, err)
		}
	}
	settings, problems := draft.Parse()
	return settings, errors.Join(append(errs, problems.Err())...)
}
