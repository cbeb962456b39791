package answers

import (
	"bytes"
	"slices"

	"referee/engine"
	"referee/engine/scenario"
	"referee/engine/whatif"
	"referee/model"
	"referee/ui/theme"
)

// Why is why a partner is paid for a sale, or why not, for any partner of the case.
type Why struct {
	page
	result scenario.Result
	sale   int
	who    []engine.PartnerID
	asked  int // the place of the partner that is asked about
	kept   map[engine.PartnerID]*scenario.PartnerAnswer
}

// NewWhy asks about a sale of a result, which must have partners. It begins with
// somebody who gets nothing for it, if there is one with a referral: that is what
// is asked most.
func NewWhy(r scenario.Result, sale int) *Why {
	w := &Why{result: r, sale: sale, who: r.Concerned(sale), kept: map[engine.PartnerID]*scenario.PartnerAnswer{}}
	w.asked = max(0, slices.IndexFunc(w.who, func(id engine.PartnerID) bool { return engine.PaidTo(r.Sales[sale].Rows, id) == 0 }))
	for row := range r.Case.Catalog.Partners() {
		if id := engine.PartnerID(row); !slices.Contains(w.who, id) {
			w.who = append(w.who, id)
		}
	}
	return w
}

// Turn asks about the next partner, or the one before; round at the ends.
func (w *Why) Turn(by int) {
	w.asked = (w.asked + by + len(w.who)) % len(w.who)
	w.page = page{}
}

// answer is the answer for the partner that is asked about, worked out once.
func (w *Why) answer() *scenario.PartnerAnswer {
	id := w.who[w.asked]
	if w.kept[id] == nil {
		a := w.result.Answer(w.sale, id)
		w.kept[id] = &a
	}
	return w.kept[id]
}

// Chosen is the settings that the chosen change makes of those that are asked
// about; ok is false if no change of a setting is chosen.
func (w *Why) Chosen() (d model.Draft, ok bool) {
	c, n := w.result.Case, 0
	for _, f := range w.answer().Flips {
		if f.Kind != whatif.ToSetting {
			break
		}
		if n == w.at {
			settings, _, problems := f.Apply(c.Settings, c.Journal)
			return settings.Draft(), problems == nil
		}
		n++
	}
	return c.Settings.Draft(), false
}

// Move goes to the next choice, or scrolls.
func (w *Why) Move(by int) { w.move(by) }

// Scroll moves the page by some rows.
func (w *Why) Scroll(by int) { w.scroll(by) }

// Click makes the choice in a row.
func (w *Why) Click(y int) bool { return w.click(y) }

// Text is the answer as plain text for a ticket.
func (w *Why) Text() string {
	var b bytes.Buffer
	code := w.result.Case.Catalog.Partners()[w.who[w.asked]].Code
	_ = scenario.WriteTicket(&b, w.result.Ticket(w.sale, code), false) // a buffer takes everything
	return b.String()
}

// Rows draws the page in at most height rows of exactly width cells.
func (w *Why) Rows(th *theme.Theme, width, height int) []string {
	if d, fresh := w.begin(th, width); fresh {
		w.draw(d)
	}
	return w.window(th, width, height)
}
