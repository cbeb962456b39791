package replay

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"referee/engine"
	"referee/model"
)

// Totals is what a plan pays over a load.
type Totals struct {
	Partners []PartnerTotal // by partner, those who get nothing included
	Sales    int
	Credited [engine.NumRungs]int // sales by the rung that credited the sale partner
	Missing  [256]int             // sales credited to nobody, by what the cookie rung came to ([engine.Finding])
	Zero     [256]int             // rows of 0, which are left out, by their [engine.RowRule]
}

// PartnerTotal is what one partner gets, in minor units.
type PartnerTotal struct {
	Rows int
	Paid model.Money
}

// Rows is how many commissions there are.
func (t *Totals) Rows() int {
	n := 0
	for _, p := range t.Partners {
		n += p.Rows
	}
	return n
}

// ErrTooMuch is what totals come to that an int64 of minor units cannot hold.
var ErrTooMuch = errors.New("the commissions of one partner add up to more than can be reckoned with")

// Paid is the sum over all partners, in minor units, or [ErrTooMuch].
func (t *Totals) Paid() (model.Money, error) {
	sum := model.Money(0)
	for _, p := range t.Partners {
		if sum += p.Paid; sum < 0 {
			return 0, ErrTooMuch
		}
	}
	return sum, nil
}

// add takes the totals of some other sales in.
func (t *Totals) add(other *Totals) error {
	if t.Partners == nil {
		t.Partners = make([]PartnerTotal, len(other.Partners))
	}
	for i, p := range other.Partners {
		t.Partners[i].Rows += p.Rows
		if t.Partners[i].Paid += p.Paid; t.Partners[i].Paid < 0 {
			return ErrTooMuch
		}
	}
	t.Sales += other.Sales
	for i := range t.Credited {
		t.Credited[i] += other.Credited[i]
	}
	for i := range t.Zero {
		t.Zero[i] += other.Zero[i]
		t.Missing[i] += other.Missing[i]
	}
	return nil
}

// settler settles the sales of a load under one plan, one after the other.
type settler struct {
	load   *Load
	plan   *engine.Plan
	c      engine.Case
	item   [1]engine.Item
	d      engine.Decision
	rows   []engine.Row
	totals Totals
}

func (l *Load) settler(plan *engine.Plan) *settler {
	return &settler{load: l, plan: plan, rows: make([]engine.Row, 0, 4*model.MaxLevels),
		totals: Totals{Partners: make([]PartnerTotal, len(l.Partners.rows))}}
}

// settle decides a sale and reckons it up: what it leaves in d and rows is valid
// until the next one.
func (s *settler) settle(row int) {
	l, e := s.load, &s.c.Evidence
	l.evidence.cookie[row].onRung(&e.Rungs[engine.ByCookie])
	l.evidence.history[row].onRung(&e.Rungs[engine.ByHistory])
	l.evidence.address[row].onRung(&e.Rungs[engine.ByAddress])
	l.evidence.lead[row].asLead(&e.Lead)
	s.item[0] = engine.Item{Product: l.sales.products[l.sales.product[row]], Quantity: 1, Base: l.sales.amount[row]}
	s.c.Items = s.item[:]
	s.plan.DecideInto(&s.d, e)
	s.rows = s.plan.AppendRows(s.rows[:0], &s.c, &s.d, engine.OurReading)
	s.count()
}

func (s *settler) count() {
	t := &s.totals
	t.Sales++
	t.Credited[s.d.By]++
	if s.d.By == engine.ByNobody {
		t.Missing[s.d.Steps[engine.ByCookie].Finding]++
	}
	for i := range s.rows {
		r := &s.rows[i]
		if r.Calculated == 0 {
			t.Zero[r.Rule]++
			continue
		}
		t.Partners[r.Partner].Rows++
		t.Partners[r.Partner].Paid += r.Calculated
	}
}

// block is how many sales are settled at a time: few enough for their sums to fit.
const block = 2_048

// eachBlock settles all sales, several blocks at once, and gives what was made of
// each block to a function, in order.
func (l *Load) eachBlock(ctx context.Context, workers int, work func(worker, from, to int, out *bytes.Buffer) error, put func([]byte) error) error {
	blocks := (l.sales.len() + block - 1) / block
	var next atomic.Int64
	turn := newTurns()
	crew, ctx := newCrew(ctx)
	for worker := range workers {
		crew.start(func() error {
			var out bytes.Buffer
			for {
				i := int(next.Add(1)) - 1
				if i >= blocks {
					return nil
				}
				out.Reset()
				err := ctx.Err()
				if err == nil {
					err = Guarded(func() error { return work(worker, i*block, min(l.sales.len(), (i+1)*block), &out) })
				}
				if more, err := turn.wait(i, err, func() error { return put(out.Bytes()) }); !more {
					return err
				}
			}
		})
	}
	return crew.wait()
}

// Headers of the results.
const (
	CommissionsHeader = "sale_id,partner,level,role,cents,reason\n"
	TotalsHeader      = "partner,commissions,cents\n"
)

// Settle settles a plan over the load, writes its rows of commissions.csv and adds
// to the totals. The rows of one of several parts are a run: [Merge] puts those of all
// parts in their order. The plan's catalog must be the one that [Partners.Catalog] made. It
// returns the error of w, of the context, or [ErrTooMuch].
func (l *Load) Settle(ctx context.Context, plan *engine.Plan, workers int, w io.Writer, totals *Totals) error {
	settlers := make([]*settler, workers)
	for i := range settlers {
		settlers[i] = l.settler(plan)
	}
	codes := l.Partners.written()
	err := l.eachBlock(ctx, workers, func(worker, from, to int, out *bytes.Buffer) error {
		s := settlers[worker]
		text := out.AvailableBuffer()
		for row := from; row < to; row++ {
			if l.sales.isOther(row) {
				continue
			}
			s.settle(row)
			before := len(text)
			if text = s.appendRows(text, row, codes); len(text) > before && !l.Whole() {
				text = framed(text, before, l.sales.place[row])
			}
		}
		out.Write(text)
		return s.totals.fits()
	}, func(text []byte) error {
		_, err := w.Write(text)
		return err
	})
	for _, s := range settlers {
		err = errors.Join(err, totals.add(&s.totals))
	}
	return err
}

// fits reports sums that came near to what an int64 holds: a block adds less than
// the half that is left.
func (t *Totals) fits() error {
	for _, p := range t.Partners {
		if p.Paid > 1<<62 {
			return ErrTooMuch
		}
	}
	return nil
}

// written lists the codes as they are written.
func (p Partners) written() []string {
	codes := make([]string, len(p.rows))
	for i, row := range p.rows {
		codes[i] = string(appendField(nil, []byte(row.Code)))
	}
	return codes
}

// reasons are the words of the rungs in commissions.csv.
var reasons = [engine.NumRungs]string{engine.ByCookie: "cookie", engine.ByHistory: "history", engine.ByAddress: "ip"}

// appendRows appends what the sale pays, by level, then role.
func (s *settler) appendRows(text []byte, row int, codes []string) []byte {
	from, to := len(text), 0 // where the sale's id stands, once it does
	for level := uint8(1); level <= model.MaxLevels; level++ {
		for i := range s.rows {
			r := &s.rows[i]
			if r.Level != level || r.Calculated == 0 {
				continue
			}
			if to == 0 {
				text = append(appendField(text, s.load.sales.id.name(row)), ',')
				to = len(text)
			} else {
				text = append(text, text[from:to]...)
			}
			text = append(append(text, codes[r.Partner]...), ',', '0'+level, ',')
			text = append(append(text, r.Role.String()...), ',')
			text = append(strconv.AppendInt(text, int64(r.Calculated), 10), ',')
			reason := "cookie" // the lead's was in the browser
			if r.Role == model.Sale {
				reason = reasons[s.d.By]
			}
			text = append(append(text, reason...), '\n')
		}
	}
	return text
}

// Inert is a text as a cell may hold it that a person opens in a spreadsheet: with an
// apostrophe in front if it would be taken for a formula.
func Inert(cell string) string {
	if cell != "" && strings.IndexByte(formula, cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// Meant is the text that [Inert] made a cell of.
func Meant(cell string) string {
	if inside, quoted := strings.CutPrefix(cell, "'"); quoted && Inert(inside) == cell {
		return inside
	}
	return cell
}

// formula is what formulas begin with, and what spreadsheets skip before one.
const formula = "=+-@\t\r"

// appendField appends a field of CSV, [Inert] and quoted where it must be.
func appendField(text, field []byte) []byte {
	if len(field) > 0 && strings.IndexByte(formula, field[0]) >= 0 {
		field = append([]byte{'\''}, field...)
	}
	if !needsQuotes(field) {
		return append(text, field...)
	}
	text = append(text, '"')
	text = append(text, bytes.ReplaceAll(field, []byte(`"`), []byte(`""`))...)
	return append(text, '"')
}

func needsQuotes(field []byte) bool {
	for _, c := range field {
		if c == ',' || c == '"' || c == '\n' || c == '\r' {
			return true
		}
	}
	return len(field) > 0 && field[0] == ' '
}

// WriteTotals writes totals.csv: partners with commissions, in order of their codes.
func (p Partners) WriteTotals(w io.Writer, t *Totals) error {
	if _, err := io.WriteString(w, TotalsHeader); err != nil {
		return err
	}
	codes := p.written()
	for _, i := range p.byCode() {
		if p := t.Partners[i]; p.Rows > 0 {
			if _, err := fmt.Fprintf(w, "%s,%d,%d\n", codes[i], p.Rows, p.Paid); err != nil {
				return err
			}
		}
	}
	return nil
}

// ByPaid lists the partners with commissions by their place, who is paid most first.
func (t *Totals) ByPaid() []int {
	var paid []int
	for i, p := range t.Partners {
		if p.Rows > 0 {
			paid = append(paid, i)
		}
	}
	slices.SortStableFunc(paid, func(a, b int) int { return cmp.Compare(t.Partners[b].Paid, t.Partners[a].Paid) })
	return paid
}
