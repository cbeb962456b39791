package foreign

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"referee/model"
)

// Source is a file to be read.
type Source struct {
	Name string
	Data io.Reader
}

// Options are what the exports do not say.
type Options struct {
	Currency model.Currency
	Zone     *time.Location // of times that say none; nil refuses them
	// Referrer is where a Shopify order names its partner: "code" is the discount
	// code, "note:NAME" a note attribute; "" refuses Shopify's files.
	Referrer string
	Partners map[string]string // partners by what Referrer finds; nil: it is the partner
}

// export is a kind of file: its name, the columns that only it has, and how a row
// of it is taken.
type export struct {
	name   string
	unique []string
	take   func(*reader, row) error
}

func exports() []export {
	return []export{
		{"Tapfiliate conversions", []string{"external_id", "created_at", "amount", "affiliate_email"}, (*reader).tapfiliate},
		{"AffiliateWP visits", []string{"visit id", "affiliate", "converted", "date"}, (*reader).visit},
		{"AffiliateWP referrals", []string{"affiliate id", "amount", "reference", "date"}, (*reader).commission},
		{"AffiliateWP affiliates", []string{"affiliate id", "username", "status", "rate"}, (*reader).affiliate},
		{"Shopify orders", []string{"name", "created at", "lineitem price", "lineitem quantity"}, (*reader).shopify},
		{"Keap referrals", []string{"referral_partner_id", "referral_time", "contact_id"}, (*reader).keapReferral},
		{"Keap orders", []string{"id", "contact_id", "order_time", "total"}, (*reader).keapOrder},
		{"WooCommerce orders", []string{"order #", "product(s)", "items sold"}, nil},
		{"amounts of orders", []string{"reference", "amount"}, (*reader).orderAmount},
	}
}

// reader takes the rows of several files.
type reader struct {
	Options
	file     string
	log      Log
	partners map[string]Partner
	ids      map[string]bool // of touches and sales, by kind
	waiting  waiting
	counts   map[string]int // remarks, and how often
	errs     Errors
}

// Read reads all files together. It returns [Errors] with every row that cannot be
// read, and then nothing else.
func Read(sources []Source, o Options) (Log, error) {
	r := &reader{Options: o, partners: map[string]Partner{}, ids: map[string]bool{}, counts: map[string]int{}, waiting: newWaiting()}
	for _, s := range sources {
		r.file = s.Name
		r.read(s)
	}
	r.complete()
	if len(r.errs) > 0 {
		return Log{}, r.errs
	}
	if len(r.partners)+len(r.log.Touches)+len(r.log.Sales) == 0 {
		return Log{}, Errors{{sources[len(sources)-1].Name, 0, "it has no partner, click or sale, so no log can be made of it", r.missing()}}
	}
	r.log.Partners = slices.Collect(maps.Values(r.partners))
	r.log.sort()
	for _, remark := range slices.Sorted(maps.Keys(r.counts)) {
		r.log.Remarks = append(r.log.Remarks, fmt.Sprintf("%s: %d", remark, r.counts[remark]))
	}
	return r.log, nil
}

// missing is what to give as well, where files came to nothing.
func (r *reader) missing() string {
	if len(r.waiting.amounts) > 0 {
		return "give the exports that the amounts belong to as well: the affiliates, visits and referrals of AffiliateWP"
	}
	return "give the exports with the orders, clicks and partners"
}

func (r *reader) read(s Source) {
	rows, err := openRows(s)
	if err != nil {
		r.refuse(0, err)
		return
	}
	kind, err := recognise(s.Name, rows.columns())
	if err != nil {
		r.refuse(1, err)
		return
	}
	taken := 0
	for {
		row, lost, err := rows.next()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = kind.take(r, row)
		}
		if err != nil {
			r.refuse(row.line, err)
		}
		if lost {
			return
		}
		taken++
	}
	if err := r.endOfFile(); err != nil {
		r.refuse(0, err)
	}
	r.log.Holds = append(r.log.Holds, fmt.Sprintf("%s: %s, rows: %d", s.Name, kind.name, taken))
}

// recognise finds what a file is by its columns. It returns an [*Error].
func recognise(file string, has map[string]int) (export, error) {
	for _, e := range exports() {
		if slices.ContainsFunc(e.unique, func(column string) bool { _, known := has[column]; return !known }) {
			continue
		}
		if e.take == nil {
			return export{}, &Error{file, 1, "it is a WooCommerce report, which names products only in words: what each was sold for is not in it, so no rate of a product can be applied",
				"export the orders with their lines from the shop, or give reference and amount of each order"}
		}
		return e, nil
	}
	for _, column := range []string{"sale_id", "touch_id", "parent"} {
		if _, ours := has[column]; ours {
			return export{}, &Error{file, 1, "it is a log of this program already", "replay the folder it is in: referee replay FOLDER"}
		}
	}
	var known []string
	for _, e := range exports() {
		if e.take != nil {
			known = append(known, e.name)
		}
	}
	return export{}, &Error{file, 1, "the columns are those of no export that is known here", "known are " + strings.Join(known, ", ")}
}

// refuse keeps what is wrong with a row of the file that is read.
func (r *reader) refuse(line int, err error) {
	problem := &Error{r.file, line, err.Error(), "check the file"}
	var value *fault
	if errors.As(err, &value) {
		problem.Tip = value.tip
	}
	errors.As(err, &problem) // of the whole file, which each row may find anew
	if n := len(r.errs); n >= maxErrors || n > 0 && *r.errs[n-1] == *problem {
		return
	}
	r.errs = append(r.errs, problem)
}

// remark counts something that the export does not say.
func (r *reader) remark(text string) { r.counts[text]++ }

// sale takes a sale, if its id is new.
func (r *reader) sale(s Sale) error {
	if err := r.once("sale", s.ID); err != nil {
		return err
	}
	r.log.Sales = append(r.log.Sales, s)
	return nil
}

// touch takes a touch and its partner, if its id is new.
func (r *reader) touch(t Touch, name string) error {
	if err := r.once("touch", t.ID); err != nil {
		return err
	}
	r.log.Touches = append(r.log.Touches, t)
	return r.partner(Partner{Code: t.Partner, Name: name})
}

func (r *reader) once(what, id string) error {
	if id == "" {
		return &fault{"the " + what + " has no id", "every row needs its own"}
	}
	if r.ids[what+" "+id] {
		return &fault{fmt.Sprintf("the %s %q is there twice", what, cut(id)), "keep one of them; is the same file given twice?"}
	}
	r.ids[what+" "+id] = true
	return nil
}

// named takes a click of which only the order and the partner are known: it stands
// at the order's moment, in a browser of the order's own, which it returns.
func (r *reader) named(s Sale, partner, name string) (cookie string, err error) {
	r.remark("orders that name their partner and not the click, which is put at the order's own moment and so never expires")
	cookie = "order " + s.ID
	return cookie, r.touch(Touch{ID: "click of " + s.ID, At: s.At, Contact: s.Contact, Cookie: cookie, IP: s.IP, Partner: partner}, name)
}
