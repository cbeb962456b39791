package replay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"referee/model"
)

const (
	partnerCode = iota
	partnerParent
	partnerName
	partnerDays
	partnerActive
)

// Partners are the rows of partners.csv.
type Partners struct {
	file string
	rows []model.Partner // their programs are the policy's business
	// NoDays reports that there is no column track_days: no click ever expires.
	NoDays bool
}

// ReadPartners reads partners.csv. Every bad row is refused: without a partner, its
// touches mean nothing. So are codes that come twice and parents that are not there or
// go in a circle, each by its line. It returns a [*Problem] or a [*BadRows].
func ReadPartners(s Source) (Partners, error) {
	t, err := readHeader(s, 3, "partner", "parent", "name", "track_days", "active")
	if err != nil {
		return Partners{}, err
	}
	p := Partners{file: s.Name, NoDays: !t.has[partnerDays]}
	var bad badRows
	var starts []int // by row: where it begins
	rows := t.split(s.Data[t.body:], t.body)
	for r := (record{}); ; {
		f, more := rows.next(&r)
		if !more {
			break
		}
		if f == (fault{}) {
			f = p.add(&r)
		}
		if f != (fault{}) {
			bad.add(r.at, f)
			continue
		}
		starts = append(starts, r.at)
	}
	if bad.count() == 0 { // else what is wrong with the others may come from these
		p.check(starts, &bad)
	}
	err = refusal(s, bad)
	if refused, is := err.(*BadRows); is {
		refused.Partners = true
	}
	return p, err
}

// check notes what no catalog would take of the partners, each where its row begins.
func (p *Partners) check(starts []int, bad *badRows) {
	_, problems := model.CatalogDraft{Partners: p.rows}.Parse()
	for _, problem := range problems {
		row, what := problem.Place.Row, problem.What
		if problem.Place.Key == "name" {
			what = fmt.Sprintf("partner %q: %s", p.rows[row].Code, what)
		}
		bad.add(starts[row], fault{what, problem.Hint})
	}
}

// refusal is the error of the bad rows of a file, or nil.
func refusal(s Source, bad ...badRows) error {
	all := &BadRows{}
	all.add(s, bad...)
	if all.Count == 0 {
		return nil
	}
	return all
}

func (p *Partners) add(r *record) fault {
	for i := range partnerActive + 1 {
		field := r.field(i)
		if !utf8.Valid(field) {
			return fault{fmt.Sprintf("the row of partner %s is not UTF-8", quoted(r.field(partnerCode))), faultText.hint}
		}
	}
	row := model.Partner{Code: string(r.field(partnerCode)), Parent: string(r.field(partnerParent)), Name: Meant(string(r.field(partnerName)))}
	if days := string(r.field(partnerDays)); days != "" {
		n, err := strconv.Atoi(days)
		if err != nil || n < 0 || n > model.MaxTrackDays {
			return fault{fmt.Sprintf("track_days cannot be %q", days), fmt.Sprintf("0 to %d, or leave it empty: never expires", model.MaxTrackDays)}
		}
		row.TrackDays = model.Some(n)
	}
	switch active := strings.ToLower(string(r.field(partnerActive))); active {
	case "", "true", "1", "yes", "t":
	case "false", "0", "no", "f":
		row.Inactive = true
	default:
		return fault{fmt.Sprintf("active cannot be %q", active), "write true or false"}
	}
	p.rows = append(p.rows, row)
	return fault{}
}

// Catalog is the catalog that a policy makes of the partners: these partners, with
// the policy's currency, programs, products and links. Each is in every program,
// unless the policy knows it. The error is the model's problems.
func (p Partners) Catalog(policy model.Catalog) (model.Catalog, error) {
	draft := policy.Draft()
	var every []string
	for _, program := range draft.Programs {
		every = append(every, program.Name)
	}
	draft.Partners = make([]model.Partner, len(p.rows))
	for i, row := range p.rows {
		row.Programs = every
		if at, known := policy.Partner(row.Code); known {
			row.Programs = policy.Partners()[at].Programs
		}
		draft.Partners[i] = row
	}
	catalog, problems := draft.Parse()
	if problems != nil {
		return model.Catalog{}, problems
	}
	return catalog, nil
}

// byCode lists the rows of the partners in order of their codes.
func (p Partners) byCode() []int {
	order := make([]int, len(p.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(p.rows[a].Code, p.rows[b].Code) })
	return order
}

// Of is the partners that a log names, with everybody above them, for an excerpt.
func (p Partners) Of(l Log) Partners {
	rows := map[string]model.Partner{}
	for _, row := range p.rows {
		rows[row.Code] = row
	}
	named := map[string]bool{}
	for _, t := range l.Touches {
		for code := t.Partner; code != "" && !named[code]; code = rows[code].Parent {
			named[code] = true
		}
	}
	some := Partners{file: p.file, NoDays: p.NoDays}
	for _, row := range p.rows {
		if named[row.Code] {
			some.rows = append(some.rows, row)
		}
	}
	return some
}
