package cli

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/replay"
	"referee/model"
	"referee/ui/logbook"
	"referee/ui/plain"
	"referee/ui/text"
)

// replayReport is what a replay came to.
type replayReport struct {
	*replaying
	catalog  model.Catalog
	totals   replay.Totals
	parts    int // in which the log was read
	touches  int // that could reach a sale, of all parts together
	rows     int // of touches.csv
	skipped  *replay.BadRows
	compared logbook.Compared
	called   map[string]int // how many partners have a name

	plans     []*engine.Plan
	comparing *replay.Comparing
}

// most is how many partners or sales are listed on the screen.
const most = 20

// tell prints the report. It returns errDiffers if two policies were compared and
// any sale changes.
func (r *replayReport) tell() error {
	paid, err := r.totals.Paid()
	if err != nil {
		return err
	}
	if r.flags.json {
		err = r.printJSON(r.document(paid))
	} else {
		out := r.lines()
		r.write(out, paid)
		err = out.Err()
	}
	if err == nil && r.compared.Changed > 0 {
		return errDiffers
	}
	return err
}

func (r *replayReport) write(out *plain.Lines, paid model.Money) {
	t := &r.totals
	reached := logbook.Reached(r.touches, r.rows)
	if r.parts > 1 {
		reached = "read in " + text.Thousands(int64(r.parts)) + " parts" // each of which counts its touches
	}
	out.Put("%s; %s.", text.Count(t.Sales, "sale", "sales"), reached)
	if unreached := logbook.Unreached(r.touches, r.rows, r.totals.Sales, r.skipped.Count); unreached != "" {
		out.Put("%s", unreached)
	}
	if skipped := logbook.Skipped(r.skipped); skipped != "" {
		out.Put("%s", skipped)
	}
	if saved := r.policies[0].revision; saved.Number > 0 {
		out.Put("By the settings and programs that are saved. %s.", strings.TrimSuffix(heading(saved), "."))
	}
	out.Put("Credited by cookie %s, by history %s, by address %s, to nobody %s.",
		text.Thousands(int64(t.Credited[engine.ByCookie])), text.Thousands(int64(t.Credited[engine.ByHistory])),
		text.Thousands(int64(t.Credited[engine.ByAddress])), text.Thousands(int64(t.Credited[engine.ByNobody])))
	out.Put("%s, %s %s.", text.Count(t.Rows(), "commission", "commissions"), r.money(paid), r.catalog.Currency().Code())
	if zero := r.zeros(); zero != "" {
		out.Put("Rows of 0, left out: %s.", zero)
	}
	r.writePartners(out)
	if r.flags.against != "" {
		r.writeComparison(out)
	}
	if r.flags.out != "" {
		out.Put("")
		whose := ""
		if r.flags.against != "" {
			whose = ": what the first policy pays"
		}
		out.Put("Wrote commissions.csv and totals.csv into %q%s.", r.flags.out, whose)
	}
}

// zeroWords are the rules by which a row can be 0, in words.
var zeroWords = []struct {
	rule engine.RowRule
	key  string
	what string
}{
	{engine.NoProgram, "no-program", "no program has a rule"},
	{engine.InactivePartner, "inactive", "inactive partner"},
	{engine.NoRate, "no-rate", "no rate"},
	{engine.ByLevel, "rate", "a rate or a base of nothing"},
	{engine.ByUnused, "unused", "an unused rate or a base of nothing"},
}

func (r *replayReport) zeros() string {
	words := ""
	for _, z := range zeroWords {
		if n := r.totals.Zero[z.rule]; n > 0 {
			if words != "" {
				words += ", "
			}
			words += fmt.Sprintf("%s × %s", text.Thousands(int64(n)), z.what)
		}
	}
	return words
}

// writePartners lists those who are paid most.
func (r *replayReport) writePartners(out *plain.Lines) {
	rows := [][]string{{"Partner", "Commissions", "Paid"}}
	paid := r.totals.ByPaid()
	for _, i := range paid[:min(len(paid), most)] {
		p := r.totals.Partners[i]
		rows = append(rows, []string{r.name(engine.PartnerID(i)), text.Thousands(int64(p.Rows)), r.money(p.Paid)})
	}
	r.table(out, "", rows, len(paid)-most, "partners")
}

func (r *replayReport) writeComparison(out *plain.Lines) {
	c := &r.compared.Comparison
	out.Put("")
	if c.Changed == 0 {
		out.Put("Under %q none of %s.", r.flags.against, text.Count(r.totals.Sales, "sale changes", "sales changes"))
		return
	}
	out.Put("Under %q %s: %s %s in commissions.", r.flags.against, logbook.Changes(c.Changed, r.totals.Sales), r.change(c.Delta), r.catalog.Currency().Code())
	rows := [][]string{{"Why", "Sales", "Commissions"}}
	for _, t := range c.Turns {
		rows = append(rows, []string{logbook.Turned(t, "→"), text.Thousands(int64(t.Sales)), r.change(t.Delta)})
	}
	r.table(out, "", rows, 0, "")
	rows = [][]string{{"Partner", "Gains or loses"}}
	for _, d := range c.Partners[:min(len(c.Partners), most)] {
		rows = append(rows, []string{r.name(d.Partner), r.change(d.Delta)})
	}
	r.table(out, "", rows, len(c.Partners)-most, "partners")
	rows = [][]string{{"Sale", "At stake", "From", "To"}}
	for _, s := range c.Largest[:min(len(c.Largest), most)] {
		rows = append(rows, []string{s.Sale, r.money(s.Moved), logbook.Credited(r.catalog, s.Before, s.BeforeBy), logbook.Credited(r.catalog, s.After, s.AfterBy)})
	}
	r.table(out, "", rows, c.Changed-most, "sales; --explain SALE explains any")
}

// name is what a partner is called, with the code if others are called so, too.
func (r *replayReport) name(who engine.PartnerID) string {
	if r.called == nil {
		r.called = map[string]int{}
		for i := range r.catalog.Partners() {
			r.called[engine.PartnerID(i).Name(r.catalog)]++
		}
	}
	name := who.Name(r.catalog)
	if r.called[name] > 1 {
		name = fmt.Sprintf("%s (%s)", name, r.catalog.Partners()[who].Code)
	}
	return name
}

func (r *replayReport) money(m model.Money) string { return r.catalog.Currency().DisplayMoney(m) }

func (r *replayReport) change(m model.Money) string {
	return r.catalog.Currency().DisplayChange(m, "−")
}

// mostCells is how wide a column may be: all that we say ourselves has room.
const mostCells = 48

// table puts rows in columns: the first to the left, the others to the right but for
// texts at the end.
func (r *replayReport) table(out *plain.Lines, indent string, rows [][]string, more int, of string) {
	if len(rows) == 1 {
		return
	}
	out.Put("")
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], min(text.Width(cell), mostCells))
		}
	}
	for _, row := range rows {
		line := indent
		for i, cell := range row {
			cell = text.Cut(cell, widths[i], "…")
			switch {
			case i == 0:
				line += text.Pad(cell, widths[i])
			case rows[0][i] == "From" || rows[0][i] == "To":
				line += "  " + text.Pad(cell, widths[i])
			default:
				line += "  " + text.PadLeft(cell, widths[i])
			}
		}
		out.Put("%s", strings.TrimRight(line, " "))
	}
	if more > 0 {
		out.Put("… and %s more %s", text.Thousands(int64(more)), of)
	}
}
