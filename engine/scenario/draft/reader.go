package draft

import (
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"referee/model"
)

// Reader reads drafts against a catalog. It is made once for a catalog and not
// changed afterwards.
type Reader struct {
	catalog  model.Catalog
	renamed  model.Renames  // codes that are understood too, and what they are now
	partners []string       // names and codes, folded, by row: what is typed is looked up in them
	named    map[string]int // the row of the partner that is called so; ambiguous where two are
}

const ambiguous = -1

// NewReader is a reader of drafts about a catalog.
func NewReader(c model.Catalog) *Reader {
	r := &Reader{catalog: c, named: map[string]int{}}
	for i, p := range c.Partners() {
		name := fold(p.DisplayName())
		r.partners = append(r.partners, name)
		for _, word := range [...]string{fold(p.Code), name} {
			if other, taken := r.named[word]; taken && other != i {
				r.named[word] = ambiguous
				continue
			}
			r.named[word] = i
		}
	}
	return r
}

// Following is the reader understanding codes as well that were changed on the way to
// its catalog: what was typed before a partner, product or link was renamed.
func (r *Reader) Following(renamed model.Renames) *Reader {
	following := *r
	following.renamed = renamed
	return &following
}

func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// Catalog is what the reader reads drafts against.
func (r *Reader) Catalog() model.Catalog { return r.catalog }

// Parsed is what a draft comes to.
type Parsed struct {
	Times    []time.Time    // when each event of the list happens; zero where that cannot be told
	Journal  model.Journal  // holds all of them, if there are no problems
	Problems model.Problems // nil, or everything that is wrong, event by event

	// What the next parse of nearly the same draft need not do again.
	reader  *Reader
	draft   []Event
	moments []moment
	events  []model.Event // by row; nil where one was refused
}

// Parse reads a draft: the one door from what was typed to a [model.Journal]. Where
// one field is wrong the others are still looked at, so that every problem is told
// at once.
func (r *Reader) Parse(c Case) Parsed { return r.Again(c, Parsed{}) }

// Again is Parse for a draft that was parsed before and is nearly the same: a key in
// one field costs the reading of one event, not of all.
func (r *Reader) Again(c Case, before Parsed) Parsed {
	if before.reader != r {
		before = Parsed{}
	}
	clock := newClock(c.Events, before)
	clock.tell()
	now := Parsed{Times: clock.times, reader: r, draft: c.Events, moments: clock.moments, events: make([]model.Event, len(c.Events))}
	read := reading{Reader: r, problems: clock.problems}
	events, rows := make([]model.Event, 0, len(c.Events)), make([]int, 0, len(c.Events))
	for i := range c.Events {
		if before.has(i, &c.Events[i]) && before.Times[i].Equal(clock.times[i]) && before.events[i] != nil {
			now.events[i] = before.events[i]
		} else {
			read.row, read.e = i, &c.Events[i]
			now.events[i] = read.event(clock.times[i])
		}
		if clock.state[i] == told && now.events[i] != nil {
			events, rows = append(events, now.events[i]), append(rows, i)
		}
	}
	var problems model.Problems
	now.Journal, problems = r.catalog.Journal(events)
	for _, p := range problems {
		if p.Place.Row < len(rows) {
			p.Place.Row = rows[p.Place.Row]
		}
		read.problems = append(read.problems, p)
	}
	now.Problems = read.problems
	if len(now.Problems) == 0 && len(events) < len(c.Events) {
		panic("draft: an event was left out and nothing said")
	}
	return now
}

// has reports whether an event stood in a row already, letter for letter.
func (p *Parsed) has(row int, e *Event) bool { return row < len(p.draft) && p.draft[row].Equal(*e) }

// On is the first problem of a place, if there is one. What is wrong with the items
// of an order as a whole stands at the first of them.
func (p Parsed) On(row int, k Kind, s Slot) (model.Problem, bool) {
	for _, problem := range p.Problems {
		if problem.Place.Row != row {
			continue
		}
		key := problem.Place.Key
		if key == k.slotKey(s) || s == (Slot{Field: Item}) && key == keys[Item] {
			return problem, true
		}
	}
	return model.Problem{}, false
}

// Wrong reports whether anything is wrong with an event.
func (p Parsed) Wrong(row int) bool {
	for _, problem := range p.Problems {
		if problem.Place.Row == row {
			return true
		}
	}
	return false
}

// slotKey is the key of a place in a [model.Place]: items are told apart.
func (k Kind) slotKey(s Slot) string {
	if s.Field == Item {
		return keys[Item] + " " + strconv.Itoa(s.Item+1)
	}
	return k.Key(s.Field)
}

// reading reads one event after the other.
type reading struct {
	*Reader
	row      int
	e        *Event
	problems model.Problems
}

func (r *reading) refuse(s Slot, hint, what string, args ...any) {
	place := model.Place{Table: model.EventTable, Row: r.row, Key: r.e.Kind.slotKey(s)}
	r.problems = append(r.problems, model.Problem{Place: place, What: fmt.Sprintf(what, args...), Hint: hint})
}

// event is an event at a time, nil if a field was refused.
func (r *reading) event(at time.Time) model.Event {
	before := len(r.problems)
	var e model.Event
	switch r.e.Kind {
	case Click:
		e = model.Click{At: at, Partner: r.partner(Partner), Browser: r.text(Browser), Contact: r.text(Contact),
			IP: r.address(), Link: r.link()}
	case Form:
		form := model.Form{At: at, Contact: r.text(Contact), Browser: r.text(Browser), IP: r.address()}
		if r.text(Partner) != "" {
			form.Partner = r.partner(Partner)
		}
		e = form
	case Referral:
		e = model.Referral{At: at, Partner: r.partner(Partner), Contact: r.text(Contact), Type: r.referralType(), Days: r.days()}
	case Clearing:
		e = model.Clearing{At: at, Browser: r.text(Browser)}
	case Order:
		e = r.order(at)
	default:
		r.problems = append(r.problems, model.Problem{Place: model.Place{Table: model.EventTable, Row: r.row},
			What: "the event does not say what happened", Hint: "delete it, and add another"})
	}
	if len(r.problems) > before {
		return nil
	}
	return e
}

// text is what stands in a field without the blanks around it.
func (r *reading) text(f Field) string { return strings.TrimSpace(r.e.text(f)) }

// partner is the code of the partner that is written, by code or by name.
func (r *reading) partner(f Field) string {
	text := r.text(f)
	if text == "" {
		r.refuse(Slot{Field: f}, "write a partner's code or name", "no partner is named")
		return ""
	}
	code, problem := r.Code(text)
	if problem != "" {
		r.refuse(Slot{Field: f}, "write the code of one, or add the partner to the catalog", "%s", problem)
	}
	return code
}

// Code is the code of the partner that is written, by code or by name, or what is
// wrong with what was written.
func (r *Reader) Code(text string) (code, problem string) {
	if _, known := r.catalog.Partner(text); known {
		return text, ""
	}
	row, known := r.named[fold(text)]
	if !known {
		row, known = r.catalog.Partner(r.renamed.Now(model.PartnerTable, text))
	}
	switch {
	case !known:
		return "", fmt.Sprintf("there is no partner %q", text)
	case row == ambiguous:
		return "", fmt.Sprintf("more than one partner is called %q", text)
	}
	return r.catalog.Partners()[row].Code, ""
}

// What is written for nobody, set by hand. The second form is no partner's code.
const (
	nobody      = "nobody"
	surelyNoOne = "(nobody)"
)

// link is the code of the link that is written, "" for none.
func (r *reading) link() string {
	text := r.text(Link)
	if now := r.renamed.Now(model.LinkTable, text); now != text && !r.lists(text) {
		return now
	}
	return text
}

// lists reports whether the catalog has a link of a code.
func (r *Reader) lists(link string) bool {
	return slices.ContainsFunc(r.catalog.Links(), func(l model.Link) bool { return l.Code == link })
}

// hand is a partner set by hand: blank if nothing was.
func (r *reading) hand(f Field) model.Optional[string] {
	text := r.text(f)
	if text == "" {
		return model.Optional[string]{}
	}
	if _, called := r.named[nobody]; text == surelyNoOne || fold(text) == nobody && !called {
		return model.Some("")
	}
	return model.Some(r.partner(f))
}

// address is an IP address; one written as IPv4 inside IPv6 is the IPv4 one.
func (r *reading) address() netip.Addr {
	text := r.text(Address)
	if text == "" {
		return netip.Addr{}
	}
	ip, err := netip.ParseAddr(text)
	if err != nil || ip.Zone() != "" {
		r.refuse(Slot{Field: Address}, "write it like 203.0.113.9 or 2001:db8::1", "%q is not an IP address", text)
		return netip.Addr{}
	}
	return ip.Unmap()
}

func (r *reading) referralType() model.ReferralType {
	text := fold(r.e.text(Type))
	if text == "" {
		return model.Manual
	}
	t, ok := model.ParseReferralType(text)
	if !ok {
		r.refuse(Slot{Field: Type}, "write manual or permanent", "a referral cannot be %q", text)
	}
	return t
}

func (r *reading) days() model.Optional[int] {
	text := fold(r.e.text(Days))
	if text == "" {
		return model.Optional[int]{}
	}
	digits := text
	for _, unit := range [...]string{"days", "day", "d"} {
		digits = strings.TrimSpace(strings.TrimSuffix(digits, unit))
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 || n > model.MaxTrackDays {
		r.refuse(Slot{Field: Days}, fmt.Sprintf("0 to %d, or nothing: it never expires", model.MaxTrackDays), "a referral cannot count for %q days", text)
		return model.Optional[int]{}
	}
	return model.Some(n)
}

// Called is the name of the partner that is written, by code or by name, or "".
func (r *Reader) Called(text string) string {
	code, problem := r.Code(strings.TrimSpace(text))
	row, known := r.catalog.Partner(code)
	if problem != "" || !known {
		return ""
	}
	return r.catalog.Partners()[row].DisplayName()
}
