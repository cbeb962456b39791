package scenario

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

// applySettings writes a [settings] table into a draft. It goes through the
// same door as the command line: each value becomes its text form.
func (r *reader) applySettings(draft *model.Draft, n *node) {
	s := r.section(n, model.SettingKeys()...)
	for _, f := range s.fields {
		setting, known := model.ParseSetting(f.key)
		if !known {
			continue
		}
		text, ok := s.settingText(setting)
		if !ok {
			continue
		}
		var p model.Problem
		if errors.As(draft.Set(setting, text), &p) {
			s.refuseSetting(f.value.at, p)
		}
	}
}

// refuseSetting tells a problem of the model. Its hints are for any place where
// settings are written; a list looks like this in a file.
func (r *reader) refuseSetting(at offset, p model.Problem) {
	switch p.Place.Key {
	case model.PayFor.Key():
		p.Hint = `write ["lead"], ["sale"] or ["lead", "sale"]`
	case model.PayAs.Key():
		p.Hint = `write ["amount"], ["percent"] or ["amount", "percent"]`
	}
	r.refuse(at, p.Hint, "%s", p.What)
}

// settingText is the text form of a setting, whose type in a file follows from
// what it is.
func (s section) settingText(setting model.Setting) (text string, ok bool) {
	key := setting.Key()
	var v *node
	switch setting {
	case model.SkipNotifications, model.UseIPAddress, model.PayIfUnused:
		v = s.expect(key, unstable.Bool, fmt.Sprintf("write %s = true or %s = false, without quotes", key, key))
	case model.NumberOfLevels:
		levels, set := s.integer(key, 1, model.MaxLevels).Get()
		return strconv.FormatInt(levels, 10), set
	case model.PayFor, model.PayAs:
		return s.ticks(key)
	default:
		v = s.expect(key, unstable.String, fmt.Sprintf(`write %s = "…"`, key))
	}
	if v == nil {
		return "", false
	}
	return v.text, true
}

// ticks is a list of tick boxes. A comma inside a word would be taken for two.
func (s section) ticks(key string) (text string, ok bool) {
	ok = s.clean(func() {
		list, _ := s.words(key)
		for _, w := range list {
			if strings.Contains(w.text, ",") {
				s.refuse(w.at, "write each word by itself, in its own quotes", "%q is not one word", w.text)
			}
		}
		text = strings.Join(texts(list), ",")
	})
	return text, ok
}
