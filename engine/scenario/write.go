package scenario

import (
	"fmt"
	"io"
	"strings"
	"time"

	"referee/model"
)

// Write writes a case as a scenario file of its own, in the order people read
// it, leaving out whatever is as it would be anyway. A case in which nothing
// happens is a catalog with its settings. Reading it again gives the same case,
// unless a program has a rule for a product that only another case of its file
// sells: where something else happens, such a rule is refused. It returns the
// error of w.
func Write(w io.Writer, c Case) error {
	p := printer{currency: c.Catalog.Currency()}
	p.head(c)
	p.settings(c.Settings)
	p.catalog(c.Catalog)
	for _, e := range c.Journal.Events() {
		p.event(e, c.Catalog)
	}
	for _, w := range c.Wants {
		p.want(w)
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// WritePolicy writes settings and a catalog as a scenario file in which nothing
// happens. All ten settings are in it, also those that are as they always are: it
// must mean the same should a default ever change. It returns the error of w.
func WritePolicy(w io.Writer, policy model.Policy) error {
	p := printer{currency: policy.Catalog.Currency()}
	p.head(Case{Catalog: policy.Catalog})
	p.everySetting(policy.Settings)
	p.catalog(policy.Catalog)
	_, err := io.WriteString(w, p.String())
	return err
}

// WriteSettings writes all ten settings as the [settings] table of a file. It
// returns the error of w.
func WriteSettings(w io.Writer, s model.Settings) error {
	var p printer
	p.everySetting(s)
	_, err := io.WriteString(w, p.String())
	return err
}

// printer collects TOML text.
type printer struct {
	strings.Builder
	currency model.Currency
}

// header begins a table, with an empty line above it.
func (p *printer) header(brackets string) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	p.WriteString(brackets + "\n")
}

// line writes key = value, where the value is TOML already.
func (p *printer) line(key, value string) { fmt.Fprintf(p, "%s = %s\n", key, value) }

// text writes a text unless it is empty.
func (p *printer) text(key, text string) {
	if text != "" {
		p.line(key, quote(text))
	}
}

func (p *printer) optionalText(key string, text model.Optional[string]) {
	if s, set := text.Get(); set {
		p.line(key, quote(s))
	}
}

func (p *printer) optionalInt(key string, n model.Optional[int]) {
	if n, set := n.Get(); set {
		p.line(key, fmt.Sprint(n))
	}
}

// flag writes true or false unless it is what absence means.
func (p *printer) flag(key string, value, absent bool) {
	if value != absent {
		p.line(key, fmt.Sprint(value))
	}
}

// amount writes money unless it is nothing.
func (p *printer) amount(key string, m model.Money) {
	if m != 0 {
		p.line(key, p.money(m))
	}
}

func (p *printer) money(m model.Money) string { return quote(p.currency.FormatMoney(m)) }

func (p *printer) time(t time.Time) { p.line("at", t.UTC().Format(time.RFC3339Nano)) }

func (p *printer) head(c Case) {
	p.text("title", c.Title)
	p.text("story", c.Story)
	if c.Catalog.Currency() != model.USD {
		p.text("currency", c.Catalog.Currency().Code())
	}
	p.text("app", c.Catalog.App())
}

func (p *printer) settings(s model.Settings) {
	changes := model.Diff(model.DefaultDraft(), s.Draft())
	if len(changes) == 0 {
		return
	}
	p.header("[settings]")
	for _, c := range changes {
		p.line(c.Setting.Key(), SettingTOML(c.Setting, c.To))
	}
}

func (p *printer) everySetting(s model.Settings) {
	p.header("[settings]")
	draft := s.Draft()
	for _, setting := range model.AllSettings {
		p.line(setting.Key(), SettingTOML(setting, draft.Text(setting)))
	}
}

func (p *printer) want(w Want) {
	p.header("[[want]]")
	p.text("sale", w.Sale)
	p.optionalText("sale_partner", w.SalePartner)
	p.optionalText("lead_partner", w.LeadPartner)
	if by, set := w.By.Get(); set {
		p.text("by", by.String())
	}
	p.amounts("payouts", w.Payouts)
	p.amounts("released", w.Released)
	p.amounts("clawback", w.Clawback)
	if list, set := w.Notified.Get(); set {
		p.line("notified", quoteAll(list))
	}
	if sensitive, set := w.ReadingSensitive.Get(); set {
		p.line("reading_sensitive", fmt.Sprint(sensitive))
	}
}

func (p *printer) amounts(table string, amounts model.Optional[map[string]model.Money]) {
	if m, set := amounts.Get(); set {
		p.line(table, amountsTOML(p.currency, m))
	}
}
