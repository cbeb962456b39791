package answers

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/engine/scenario"
	"referee/engine/whatif"
	"referee/model"
	"referee/ui/theme"
)

// Grid is what a sale comes to under every distinct combination of the settings
// that bear on money, grouped by that.
type Grid struct {
	page
	catalog      model.Catalog
	groups       []whatif.Group
	cells        int
	saved, draft model.Settings
}

// NewGrid asks about a sale of a result, which is under the draft; saved is what is
// in force.
func NewGrid(r scenario.Result, sale int, saved model.Settings) *Grid {
	g := &Grid{catalog: r.Case.Catalog, saved: saved, draft: r.Case.Settings}
	g.groups = whatif.NewGrid(r.Plan, &r.Book.Cases()[sale])
	for i := range g.groups {
		g.cells += len(g.groups[i].Cells)
		if g.groups[i].Holds(g.draft) {
			g.at = i
		}
	}
	g.choices = len(g.groups)
	return g
}

// Chosen is the combination of the chosen group that is nearest to the draft.
func (g *Grid) Chosen() model.Draft { return g.groups[g.at].Nearest(g.draft).Draft() }

// Move goes to the next group, or scrolls.
func (g *Grid) Move(by int) { g.move(by) }

// Scroll moves the page by some rows.
func (g *Grid) Scroll(by int) { g.scroll(by) }

// Click makes the choice in a row.
func (g *Grid) Click(y int) bool { return g.click(y) }

// Text is the groups as plain text.
func (g *Grid) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", g.head())
	for i := range g.groups {
		fmt.Fprintf(&b, "%4d  %s%s\n      %s\n", len(g.groups[i].Cells), g.comes(&g.groups[i]), g.marks(&g.groups[i]), g.nearest(&g.groups[i]))
	}
	return b.String()
}

func (g *Grid) head() string {
	return fmt.Sprintf("%d combinations of settings come to %d different outcomes.", g.cells, len(g.groups))
}

// comes is what a group comes to: the sale partner and the rung, then the money.
func (g *Grid) comes(group *whatif.Group) string {
	if group.Sale.Partner == engine.Nobody && len(engine.Payouts(group.Rows)) == 0 {
		return "nobody is paid"
	}
	said := "no sale partner"
	if group.Sale.Partner != engine.Nobody {
		said = group.Sale.Partner.Name(g.catalog) + " by " + group.By.String()
	}
	var paid []string
	for _, p := range engine.Payouts(group.Rows) {
		paid = append(paid, p.Partner.Name(g.catalog)+" "+g.catalog.Currency().DisplayMoney(p.Paid))
	}
	if len(paid) == 0 {
		paid = []string{"nothing paid"}
	}
	return said + ": " + strings.Join(paid, ", ")
}

// marks says that the saved settings, or the draft, come to this.
func (g *Grid) marks(group *whatif.Group) string {
	marks := ""
	if group.Holds(g.saved) {
		marks += " [saved]"
	}
	if group.Holds(g.draft) {
		marks += " [draft]"
	}
	return marks
}

// nearest is what would have to be set to get there from the draft.
func (g *Grid) nearest(group *whatif.Group) string {
	var set []string
	for _, c := range model.Diff(g.draft.Draft(), group.Nearest(g.draft).Draft()) {
		set = append(set, c.Setting.Name()+" "+c.Setting.Words(c.To))
	}
	if len(set) == 0 {
		return "as the draft is"
	}
	return "nearest: " + strings.Join(set, ", ")
}

// Rows draws the page in at most height rows of exactly width cells.
func (g *Grid) Rows(th *theme.Theme, width, height int) []string {
	fresh := len(g.rows) == 0
	if d, redraw := g.begin(th, width); redraw {
		d.says("", th.Muted, 0, g.head(), th.Muted, none)
		for i := range g.groups {
			group := &g.groups[i]
			style := th.Text
			if group.Holds(g.draft) {
				style = th.Changed
			}
			d.choice(i, fmt.Sprintf("%3d", len(group.Cells)), 7, g.comes(group)+g.marks(group), style)
			d.says("", th.Muted, 7, g.nearest(group), th.Muted, none)
		}
	}
	if fresh {
		g.view = max(height-1, 1)
		g.reveal()
	}
	return g.window(th, width, height)
}
