package hostile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Uncontrolled is a hostile text as far as names and notes may hold it: the
// model refuses controls and bytes that are not UTF-8.
func Uncontrolled(raw string) string {
	return filter(raw, func(r rune) bool { return !unicode.IsControl(r) })
}

// InCode is a hostile text as far as the code of a partner or a link may hold it.
func InCode(raw string) string {
	return filter(raw, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("-_.@+", r)
	})
}

// InAddress is a hostile text as far as a web address may hold it.
func InAddress(raw string) string {
	return filter(Uncontrolled(raw), func(r rune) bool { return !strings.ContainsRune(" \\\"<>{}|^`%[]?#", r) })
}

// InFile is a hostile text as far as the name of a file may hold it.
func InFile(raw string) string {
	return strings.NewReplacer("/", "", "\x00", "").Replace(raw)
}

func filter(raw string, keep func(rune) bool) string {
	var out strings.Builder
	for i, r := range raw {
		_, size := utf8.DecodeRuneInString(raw[i:])
		if (r != utf8.RuneError || size > 1) && keep(r) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Fields are the marks in front of the hostile text in the fields of a
// [Scenario], so that a failure names the field.
func Fields() []string {
	return []string{"TITLE", "STORY", "APP", "NAME", "CODE", "SECOND", "PROGRAM", "PRODUCT", "LINK", "CONTACT", "BROWSER", "SALE"}
}

// Scenario is a scenario file that holds a text in every field a person
// can write in, each behind its mark, as far as the field may hold it. What it
// wants does not come out, so that a check tells of it.
func Scenario(raw string) string {
	file := scenarioFile
	for _, mark := range Fields() {
		text := Uncontrolled(raw)
		if mark == "CODE" || mark == "SECOND" || mark == "LINK" {
			text = InCode(raw)
		}
		file = strings.ReplaceAll(file, "{"+mark+"}", TOML(mark+text))
	}
	return strings.ReplaceAll(file, "{PAGE}", TOML("https://www.example.com/PAGE"+InAddress(raw)))
}

// TOML is a text in quotes, with every code point beyond ASCII escaped.
func TOML(s string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			out.WriteString(`\` + string(r))
		case r < ' ' || r > '~':
			fmt.Fprintf(&out, `\U%08X`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

const scenarioFile = `title = {TITLE}
story = {STORY}
app = {APP}
partner = [{ code = {CODE}, name = {NAME}, parent = {SECOND}, notify_sale = true, notify_lead = true }, { code = {SECOND} }]
link = [{ code = {LINK}, url = {PAGE} }]
product = [{ code = {PRODUCT}, price = "100.00" }]
[[program]]
name = {PROGRAM}
default = { level1 = { sale_percent = "20", lead_amount = "5.00" }, level2 = { sale_percent = "10" }, level3 = { sale_percent = "5" } }
product = [{ product = {PRODUCT}, level1 = { sale_percent = "30" } }]
[[event]]
at = 2026-01-01T10:00:00Z
click = {CODE}
browser = {BROWSER}
contact = {CONTACT}
link = {LINK}
[[event]]
at = 2026-01-01T11:00:00Z
form = {CONTACT}
browser = {BROWSER}
[[event]]
at = 2026-01-02T10:00:00Z
click = {SECOND}
browser = {BROWSER}
[[event]]
at = 2026-01-03T10:00:00Z
sale = {SALE}
contact = {CONTACT}
browser = {BROWSER}
lines = [{ product = {PRODUCT} }]
[[want]]
sale = {SALE}
sale_partner = {CODE}
payouts = { {CODE} = "1.00" }
notified = [{CODE}]
`
