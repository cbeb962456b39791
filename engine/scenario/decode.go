package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

// section is a table being read. It refuses keys it does not know at once and
// then hands out values by key; a value of the wrong type is refused and comes
// back as if it were absent, so one slip is told once.
type section struct {
	*reader
	*node
}

// section starts reading a table that may hold these keys.
func (r *reader) section(n *node, keys ...string) section {
	if n == nil {
		n = newTable(nowhere, byValue)
	}
	for _, f := range n.fields {
		if !slices.Contains(keys, f.key) {
			r.refuse(f.at, r.didYouMean(f.key, keys), "unknown key %q", f.key)
		}
	}
	return section{r, n}
}

// kindName says in plain words what a value is.
func kindName(k unstable.Kind) string {
	switch k {
	case unstable.String:
		return "text in quotes"
	case unstable.Integer:
		return "a whole number"
	case unstable.Float:
		return "a number with decimals"
	case unstable.Bool:
		return "true or false"
	case unstable.Array:
		return "a list"
	case unstable.Table:
		return "a table"
	case unstable.LocalDate:
		return "a date"
	case unstable.LocalTime:
		return "a time of day"
	}
	return "a date and time"
}

// expect is the value of a key if it has the kind, and nil if it is absent or
// refused.
func (s section) expect(key string, kind unstable.Kind, hint string) *node {
	v := s.get(key)
	if v == nil || v.kind == kind {
		return v
	}
	s.refuse(v.at, hint, "%s must be %s, not %s", key, kindName(kind), kindName(v.kind))
	return nil
}

func (s section) optionalText(key string) model.Optional[string] {
	v := s.expect(key, unstable.String, fmt.Sprintf(`write %s = "…"`, key))
	if v == nil {
		return model.Optional[string]{}
	}
	return model.Some(v.text)
}

func (s section) string(key string) string { return s.optionalText(key).Or("") }

func (s section) boolean(key string, absent bool) bool {
	v := s.expect(key, unstable.Bool, fmt.Sprintf("write %s = true or %s = false, without quotes", key, key))
	if v == nil {
		return absent
	}
	return v.text == "true"
}

// integer is a whole number between two limits.
func (s section) integer(key string, least, most int64) model.Optional[int64] {
	hint := fmt.Sprintf("write a whole number from %d to %d, without quotes", least, most)
	v := s.get(key)
	if v == nil {
		return model.Optional[int64]{}
	}
	n, err := strconv.ParseInt(v.text, 0, 64)
	switch {
	case v.kind == unstable.Float:
		s.refuse(v.at, hint, "%s must be a whole number, not %s", key, v.text)
	case v.kind != unstable.Integer:
		s.expect(key, unstable.Integer, hint)
	case err != nil || n < least || n > most:
		s.refuse(v.at, hint, "%s cannot be %s", key, v.text)
	default:
		return model.Some(n)
	}
	return model.Optional[int64]{}
}

// time is a moment with its zone, in UTC.
func (s section) time(key string) time.Time {
	const example = "2026-01-05T10:00:00Z"
	v := s.get(key)
	if v == nil {
		s.refuse(s.at, fmt.Sprintf("write %s = %s", key, example), "the time (%s) is missing", key)
		return time.Time{}
	}
	var t time.Time
	switch v.kind {
	case unstable.DateTime:
		written := strings.ToUpper(strings.Replace(v.text, " ", "T", 1))
		if err := t.UnmarshalText([]byte(written)); err != nil {
			s.refuse(v.at, fmt.Sprintf("write it like %s", example), "%s is not a date and time", v.text)
		}
	case unstable.LocalDateTime:
		s.refuse(v.at, fmt.Sprintf("add Z for UTC: %s = %sZ", key, v.text), "%s has no time zone", v.text)
	case unstable.LocalDate:
		s.refuse(v.at, fmt.Sprintf("add the time of day and Z for UTC: %s = %sT10:00:00Z", key, v.text), "%s has no time of day", v.text)
	default:
		s.expect(key, unstable.DateTime, fmt.Sprintf("write %s = %s, without quotes", key, example))
	}
	return t.UTC()
}

// required is a text that must be there and must not be empty.
func (s section) required(key string) string {
	text := s.optionalText(key)
	switch {
	case s.get(key) == nil:
		s.refuse(s.at, fmt.Sprintf(`write %s = "…"`, key), "the %s is missing", key)
	case text.IsSet() && text.Or("") == "":
		s.refuse(s.get(key).at, fmt.Sprintf(`write %s = "…"`, key), "the %s is empty", key)
	}
	return text.Or("")
}

func (s section) days(key string) model.Optional[int] {
	if n, set := s.integer(key, 0, model.MaxTrackDays).Get(); set {
		return model.Some(int(n))
	}
	return model.Optional[int]{}
}
