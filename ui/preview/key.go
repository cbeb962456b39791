package preview

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario/draft"
	"referee/model"
)

// Key answers a key and reports whether the preview is to be closed.
func (p *Preview) Key(msg tea.KeyPressMsg) (closed bool) {
	switch msg.String() {
	case "esc":
		return true
	case "tab":
		p.complete()
		p.move(+1)
	case "enter":
		p.move(+1)
	case "shift+tab":
		p.move(-1)
	case "up":
		p.step(+1)
	case "down":
		p.step(-1)
	case "shift+up":
		p.step(+10)
	case "shift+down":
		p.step(-10)
	case "pgup":
		p.Wheel(-4)
	case "pgdown":
		p.Wheel(+4)
	default:
		if changed, _ := p.fields[p.at].Key(msg); changed {
			p.typed()
		}
	}
	return false
}

// Paste puts a text into the focused field.
func (p *Preview) Paste(s string) {
	if p.fields[p.at].Insert(s) {
		p.typed()
	}
}

// Wheel scrolls the answer.
func (p *Preview) Wheel(by int) { p.above = max(0, min(p.above+by, p.above+p.over)) }

func (p *Preview) move(by int) { p.at = (p.at + field(by) + numFields) % numFields }

// typed answers anew; a product that is listed brings its price along.
func (p *Preview) typed() {
	if p.at == product {
		p.setPrice()
	}
	p.refresh()
}

func (p *Preview) setPrice() {
	if row, listed := p.draft.Catalog.Product(p.text(product)); listed {
		p.fields[amount].Set(p.format(p.draft.Catalog.Products()[row].Price))
	}
}

// step goes on to another partner or product, or changes the amount: by ten of the
// currency, and never below nothing.
func (p *Preview) step(by int) {
	switch p.at {
	case partner:
		p.fields[partner].Set(next(p.codes(), p.text(partner), -sign(by)))
	case product:
		p.setProduct(next(p.products(), p.text(product), -sign(by)))
	case amount:
		m, err := p.currency().ParseMoney(p.text(amount))
		if err != nil {
			return
		}
		ten, _ := p.currency().ParseMoney("10")
		p.fields[amount].Set(p.format(max(0, min(m+ten.Times(int64(by)), model.MaxMoney))))
	case quantity:
		p.stepQuantity(by)
	}
	p.refresh()
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// next is the text beside another one in a list, round at its ends.
func next(list []string, text string, by int) string {
	if len(list) == 0 {
		return text
	}
	at := -1
	for i, s := range list {
		if s == text {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = 0
	}
	return list[(at+by+len(list))%len(list)]
}

func (p *Preview) codes() (list []string) {
	for _, partner := range p.draft.Catalog.Partners() {
		list = append(list, partner.Code)
	}
	return list
}

func (p *Preview) products() (list []string) {
	for _, product := range p.draft.Catalog.Products() {
		list = append(list, product.Code)
	}
	return list
}

// offered is what would complete the focused field.
func (p *Preview) offered() []draft.Suggestion {
	c := draft.Case{Events: []draft.Event{draft.NewEvent(draft.Click)}}
	switch p.at {
	case partner:
		return p.reader.Suggest(c.With(0, draft.Slot{Field: draft.Partner}, p.text(partner)), 0, draft.Slot{Field: draft.Partner})
	case product:
		return p.reader.Suggest(c.With(0, draft.Slot{Field: draft.Item}, p.text(product)), 0, draft.Slot{Field: draft.Item})
	}
	return nil
}

// best is what would complete the typed text.
func (p *Preview) best() (s draft.Suggestion, ok bool) { return draft.Best(p.offered(), p.text(p.at)) }

func (p *Preview) complete() {
	if best, ok := p.best(); ok {
		p.fields[p.at].Set(best.Text)
		p.typed()
	}
}

// ghost is what is missing from what was typed to that.
func (p *Preview) ghost() string {
	best, _ := p.best()
	return p.fields[p.at].Ghost(best.Text)
}

// Click takes the focus to the field in a row, and the caret to a column of it.
func (p *Preview) Click(x, y int) {
	if y < 0 || y >= int(numFields) {
		return
	}
	p.at = field(y)
	if x >= valueColumn {
		p.fields[p.at].Click(x-valueColumn, p.width-valueColumn)
	}
}

func (p *Preview) stepQuantity(by int) {
	if n, err := strconv.Atoi(p.text(quantity)); err == nil {
		p.fields[quantity].Set(strconv.Itoa(max(1, min(n+by, model.MaxQuantity))))
	}
}
