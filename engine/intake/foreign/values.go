package foreign

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"

	"referee/model"
)

// shapes of times that say their zone, and of those that do not.
var (
	zoned = []string{
		time.RFC3339Nano, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05-0700",
		"2006-01-02T15:04:05.999-0700", "2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05 GMT",
	}
	local = []string{
		"2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02T15:04", "2006/01/02 15:04:05", "2006-01-02",
		"January 2, 2006 3:04 pm", "January 2, 2006 15:04", "January 2, 2006 at 3:04 pm", "January 2, 2006",
		"Jan 2, 2006 3:04 pm", "Jan 2, 2006", "2 January 2006 15:04", "2 January 2006",
	}
	dayOrMonth = pattern(`^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b`)
)

// fault is what is wrong with a value, and what to do.
type fault struct{ what, tip string }

func (f *fault) Error() string { return f.what }

// moment reads a time in any shape that means one moment.
func (o Options) moment(what, text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, &fault{"there is no " + what, "every click and sale needs its time"}
	}
	for _, shape := range zoned {
		if at, err := time.Parse(shape, text); err == nil {
			return year(what, text, at)
		}
	}
	if dayOrMonth().MatchString(text) {
		return time.Time{}, &fault{fmt.Sprintf("%s %q may mean two days", what, text), "export times like 2026-04-03 10:00:00"}
	}
	plain := strings.NewReplacer(" PM", " pm", " AM", " am").Replace(text)
	for _, shape := range local {
		if _, err := time.Parse(shape, plain); err == nil {
			return o.inZone(what, shape, plain)
		}
	}
	return time.Time{}, &fault{fmt.Sprintf("%s %q is no time", what, text), "write it like 2026-01-05T10:00:00Z"}
}

// inZone is a time of the clocks in the zone that was given, if they showed it.
func (o Options) inZone(what, shape, text string) (time.Time, error) {
	if o.Zone == nil {
		return time.Time{}, &fault{fmt.Sprintf("%s %q does not say its zone", what, text), "say it with --zone, like --zone Europe/Berlin or --zone UTC"}
	}
	at, err := time.ParseInLocation(shape, text, o.Zone)
	if err != nil || at.Format("15:04") != clock(shape, text) {
		return time.Time{}, &fault{fmt.Sprintf("%s %q does not exist in %s", what, text, o.Zone), "check the zone: clocks went forward then"}
	}
	return year(what, text, at)
}

// clock is what the clocks showed.
func clock(shape, text string) string {
	at, _ := time.Parse(shape, text) // it has been parsed before
	return at.Format("15:04")
}

// year refuses what the engine would: far more likely a slip than a sale.
func year(what, text string, at time.Time) (time.Time, error) {
	if y := at.UTC().Year(); y < model.FirstYear || y > model.LastYear {
		return time.Time{}, &fault{fmt.Sprintf("%s %q cannot be right", what, text), fmt.Sprintf("use a year from %d to %d", model.FirstYear, model.LastYear)}
	}
	return at.UTC(), nil
}

// pattern is an expression that is compiled when it is first asked for: whoever opens
// the desk reads no export.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

var (
	// thousands is an amount with commas between groups of three digits.
	thousands = pattern(`^\d{1,3}(,\d{3})+(\.\d+)?$`)
	// thousandOrOne is one that is a thousand to some and to others one with decimals.
	thousandOrOne = pattern(`^[1-9]\d{0,2}[.,]\d{3}$`)
)

// amount reads an amount such as 1000, 1,000.00 or $12.50.
func amount(c model.Currency, what, text string) (model.Money, error) {
	plain := strings.TrimLeft(text, "$€£¥ ")
	// A dot is a decimal point in a currency with three decimals, a comma groups in the
	// others; the other way round nobody can tell.
	if thousandOrOne().MatchString(plain) && strings.Contains(plain, ".") == (c.Digits() < 3) {
		return 0, &fault{fmt.Sprintf("%s %q may mean two amounts", what, text), `write a thousand like "1000", and one like "1.00"`}
	}
	if thousands().MatchString(plain) {
		plain = strings.ReplaceAll(plain, ",", "")
	}
	if whole, fraction, dotted := strings.Cut(plain, "."); dotted && len(fraction) > c.Digits() {
		// Idle zeros are no decimals: 10.000 USD is what some write for 10.00.
		plain = strings.TrimRight(whole+"."+fraction[:c.Digits()]+strings.TrimRight(fraction[c.Digits():], "0"), ".")
	}
	if plain == "" {
		return 0, &fault{"there is no " + what, "an unknown amount is not 0: fill it in, or leave the row out"}
	}
	m, err := c.ParseMoney(plain)
	if strings.HasPrefix(plain, "-") {
		return 0, &fault{fmt.Sprintf("%s %q is negative, and refunds are not reckoned", what, text), "take the row away, or lower the amount of the sale that was refunded"}
	}
	if errors.Is(err, model.ErrMoney) {
		return 0, &fault{fmt.Sprintf("%s %q is no amount of %s", what, text, c.Code()), `write it like "1000.00"`}
	}
	return m, err
}
