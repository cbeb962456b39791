package foreign

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"referee/engine/replay"
	"referee/model"
)

// Log is what the files say, in the words of the log files.
type Log struct {
	Partners []Partner // in order of their codes
	Touches  []Touch   // in order of time
	Sales    []Sale    // in order of time
	Holds    []string  // what each file is, and how many rows were taken from it
	Remarks  []string  // what the exports do not say, and what was made of that
}

// Partner is a row of partners.csv. Who is above whom is in none of these exports.
type Partner struct {
	Code, Name string
	Active     string // "true", "false", or "" where nothing says it
}

// Touch is a row of touches.csv.
type Touch struct {
	ID                           string
	At                           time.Time
	Contact, Cookie, IP, Partner string
}

// Sale is a row of sales.csv.
type Sale struct {
	ID                           string
	At                           time.Time
	Contact, Cookie, IP, Product string
	Amount                       model.Money
}

// Headers of the three files. All columns are there, also those that stay empty: a
// database takes them in their order.
const (
	PartnersHeader = "partner,parent,name,track_days,active\n"
	TouchesHeader  = "touch_id,time,contact,cookie,ip,partner,kind\n"
	SalesHeader    = "sale_id,time,contact,cookie,ip,amount,product\n"
)

// WritePartners writes partners.csv. It returns the errors of the writer, as the
// next two do.
func (l *Log) WritePartners(w io.Writer) error {
	return write(w, PartnersHeader, len(l.Partners), func(i int) []string {
		p := l.Partners[i]
		return []string{p.Code, "", replay.Inert(p.Name), "", p.Active}
	})
}

// WriteTouches writes touches.csv.
func (l *Log) WriteTouches(w io.Writer) error {
	return write(w, TouchesHeader, len(l.Touches), func(i int) []string {
		t := l.Touches[i]
		return []string{replay.Inert(t.ID), when(t.At), replay.Inert(t.Contact), replay.Inert(t.Cookie), t.IP, t.Partner, "click"}
	})
}

// WriteSales writes sales.csv, with amounts of a currency.
func (l *Log) WriteSales(w io.Writer, c model.Currency) error {
	return write(w, SalesHeader, len(l.Sales), func(i int) []string {
		s := l.Sales[i]
		return []string{replay.Inert(s.ID), when(s.At), replay.Inert(s.Contact), replay.Inert(s.Cookie), s.IP, c.FormatMoney(s.Amount), s.Product}
	})
}

func when(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }

func write(w io.Writer, header string, n int, row func(int) []string) error {
	if _, err := io.WriteString(w, header); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	for i := range n {
		if err := out.Write(row(i)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// sort puts everything in the order it is written in.
func (l *Log) sort() {
	slices.SortFunc(l.Partners, func(a, b Partner) int { return strings.Compare(a.Code, b.Code) })
	slices.SortStableFunc(l.Touches, func(a, b Touch) int { return a.At.Compare(b.At) })
	slices.SortStableFunc(l.Sales, func(a, b Sale) int { return a.At.Compare(b.At) })
}

// partner makes sure that a partner is in the list; what is known of it already
// stays.
func (r *reader) partner(p Partner) error {
	if err := checkCode(p.Code); err != nil {
		return err
	}
	p.Name = clean(p.Name)
	known, there := r.partners[p.Code]
	if there {
		p.Name, p.Active = cmp.Or(known.Name, p.Name), cmp.Or(known.Active, p.Active)
	}
	r.partners[p.Code] = p
	return nil
}

// checkCode holds a partner's code to what the catalog takes.
func checkCode(code string) error {
	if _, ok := model.UsableCode(code); !ok {
		return &fault{fmt.Sprintf("%q cannot be a partner's code", cut(code)), "letters, digits and - _ . @ +, at most 64; for Shopify, --partners FILE gives it another"}
	}
	return nil
}

// clean is a text without what the catalog refuses.
func clean(text string) string {
	text = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, text)
	return string([]rune(text)[:min(utf8.RuneCountInString(text), model.MaxText)])
}

// cut keeps a value that fills a page from filling the message about it.
func cut(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
