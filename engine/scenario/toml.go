package scenario

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"referee/model"
)

// quote writes a TOML text. What a terminal would obey, and what nobody would
// see, is written as its escape, so that a file can be looked at anywhere.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quoteAll(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// inline is a table on one line; its parts are "key = value".
func inline(parts []string) string {
	if len(parts) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// key writes a key, in quotes unless it is plain.
func key(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_'
	}
	if s != "" && strings.TrimFunc(s, plain) == "" {
		return s
	}
	return quote(s)
}

// SettingTOML writes a setting's text form, the one of [model.Draft.Text], as
// the value of its key in a [settings] table.
func SettingTOML(s model.Setting, text string) string {
	switch s {
	case model.SkipNotifications, model.UseIPAddress, model.PayIfUnused, model.NumberOfLevels:
		return text
	case model.PayFor, model.PayAs:
		return quoteAll(splitList(text))
	}
	return quote(text)
}

func splitList(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

// amountsTOML is money by partners' codes as a table on one line.
func amountsTOML(c model.Currency, amounts map[string]model.Money) string {
	var parts []string
	for _, partner := range slices.Sorted(maps.Keys(amounts)) {
		parts = append(parts, key(partner)+" = "+quote(c.FormatMoney(amounts[partner])))
	}
	return inline(parts)
}
