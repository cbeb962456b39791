package scenario

import (
	"fmt"

	"github.com/pelletier/go-toml/v2/unstable"

	"referee/model"
)

// money is an amount written as text; a number would already have been through
// a float.
func (s section) money(key string, c model.Currency) model.Optional[model.Money] {
	return decimal(s, key, moneyExample(c), c.ParseMoney)
}

// percent is a share written as text.
func (s section) percent(key string) model.Optional[model.Rate] {
	return decimal(s, key, "12.5", model.ParsePercent)
}

func decimal[T any](s section, key, example string, parse func(string) (T, error)) model.Optional[T] {
	v := s.get(key)
	if v == nil {
		return model.Optional[T]{}
	}
	value, err := parse(v.text)
	switch {
	case v.kind == unstable.Integer || v.kind == unstable.Float:
		if err == nil {
			example = v.text
		}
		s.refuse(v.at, fmt.Sprintf("write it in quotes: %s = %q", key, example), "%s is the number %s; it must be text, so that no digit is lost", key, v.text)
	case v.kind != unstable.String:
		s.expect(key, unstable.String, fmt.Sprintf("write %s = %q", key, example))
	case err != nil:
		s.refuse(v.at, fmt.Sprintf("write %s = %q", key, example), "%s is %s", key, err)
	default:
		return model.Some(value)
	}
	return model.Optional[T]{}
}

// moneyExample is a thousand of a currency: "1000.00", or "1000" in yen.
func moneyExample(c model.Currency) string {
	thousand, _ := c.ParseMoney("1000")
	return c.FormatMoney(thousand)
}
